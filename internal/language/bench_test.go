package language

import (
	"strings"
	"testing"
)

// benchText is what the benchmarks read: sentences of ours, over and over.
func benchText(b *testing.B) string {
	b.Helper()
	return strings.Repeat(newsText, 200)
}

const newsText = `The foreign minister of Norland, Ida Brandt, met her counterpart from Sudmark in the capital on Tuesday to discuss a cease-fire that both sides had rejected twice.

"We will not accept conditions that were written elsewhere," she told reporters after the talks, which lasted three hours and ended without a joint statement.

Gen. Otto Falk, who commands some 4,500 troops along the border, said his men had come under fire from across the river. The rebels denied it. A spokesman for the U.N. mission, which has been there since 1998, called on both governments to show restraint.
`

func BenchmarkParse(b *testing.B) {
	m, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	text := benchText(b)
	words := 0
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		words = 0
		for _, s := range m.Parse(text) {
			words += len(s.Tokens)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkTokenize(b *testing.B) {
	text := benchText(b)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Tokenize(text)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(english); err != nil {
			b.Fatal(err)
		}
	}
}
