package calendar

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dyad/internal/language"
)

// BenchmarkFind reads the expressions of the odd-numbered reports of the corpus, parsed, and resolves them.
func BenchmarkFind(b *testing.B) {
	files, err := filepath.Glob(filepath.Join("..", "..", "corpus", "reports", "0[0-9][13579].txt"))
	if err != nil || len(files) == 0 {
		b.Skip("no reports in corpus/reports")
	}
	model, err := language.Default()
	if err != nil {
		b.Fatal(err)
	}
	var texts []string
	var parsed [][]language.Sentence
	tokens := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, strings.ToValidUTF8(string(text), "?"))
		parsed = append(parsed, model.Parse(texts[len(texts)-1]))
		for _, s := range parsed[len(parsed)-1] {
			tokens += len(s.Tokens)
		}
	}
	for b.Loop() {
		for i, text := range texts {
			Resolve(Find(text, parsed[i]), wednesday, parsed[i])
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
