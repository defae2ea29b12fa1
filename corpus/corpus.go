// Package corpus carries dyad's own gold data, written for the project under CC0: the sample reports with what a
// careful reader finds in them. reports/README.md describes the files.
package corpus

import (
	"embed"
	"io/fs"
)

//go:embed reports/*.txt reports/*.html reports/*.jsonl reports/*.gold.json reports/second.tsv actors/*.tsv events/*.tsv times/*.txt dates/*.txt when/*.txt
var files embed.FS

// Reports is the folder of sample reports: NNN.txt, NNN.html or NNN.jsonl, with NNN.gold.json beside each, and
// second.tsv, a second reading of some of the even ones, which is only measured.
func Reports() fs.FS { return folder("reports") }

// Actors is the folder of mentions with whom they mean: develop.tsv, which rules may be developed on, and measured.tsv, which
// was written blind and is only measured.
func Actors() fs.FS { return folder("actors") }

// ActorFiles are the files of Actors.
func ActorFiles() []string { return []string{"develop.tsv", "measured.tsv"} }

// Events is the folder of coded sentences: develop-*.tsv and pairs-*.tsv, which rules and models may be made from, measured-*.tsv, which were
// written blind and are only measured, and states.tsv, the invented states that a few of them name.
func Events() fs.FS { return folder("events") }

// Times is the folder of reports in which every time expression is marked: develop.txt, which rules may be made from, and measured.txt,
// which was written blind and is only measured.
func Times() fs.FS { return folder("times") }

// Dates is the folder of texts without metadata whose day is known: develop.txt and measured.txt, as those of Times, and news.txt with
// datelines of day and month, which is only measured too.
func Dates() fs.FS { return folder("dates") }

// When is the folder of reports with dated and placed deeds: develop.txt, which rules may be made from.
func When() fs.FS { return folder("when") }

func folder(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // the names are constants and valid
	}
	return sub
}
