package clean

import (
	"os"
	"path/filepath"
	"testing"

	"dyad/event"
)

// BenchmarkClean cleans the sample reports of the development half.
func BenchmarkClean(b *testing.B) {
	for _, kind := range []string{".txt", ".html"} {
		paths, _ := filepath.Glob("../../corpus/reports/[0-9][0-9][13579]" + kind)
		if len(paths) == 0 {
			b.Skip("no sample reports in corpus/reports")
		}
		var docs []event.Document
		size := 0
		for _, p := range paths {
			raw, err := os.ReadFile(p)
			if err != nil {
				b.Fatal(err)
			}
			docs = append(docs, event.Document{Raw: raw, Path: p, HTML: kind == ".html"})
			size += len(raw)
		}
		b.Run(kind[1:], func(b *testing.B) {
			b.SetBytes(int64(size / len(docs)))
			for i := 0; b.Loop(); i++ {
				if _, err := Clean(docs[i%len(docs)]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
