// Package corpus carries dyad's own gold data, written for the project under CC0: the sample reports with what a
// careful reader finds in them. reports/README.md describes the files.
package corpus

import (
	"embed"
	"io/fs"
)

//go:embed reports/*.txt reports/*.html reports/*.jsonl reports/*.gold.json
var files embed.FS

// Reports is the folder of sample reports: NNN.txt, NNN.html or NNN.jsonl, with NNN.gold.json beside each.
func Reports() fs.FS {
	sub, err := fs.Sub(files, "reports")
	if err != nil {
		panic(err) // the name is a constant and valid
	}
	return sub
}
