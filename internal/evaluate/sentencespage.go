package evaluate

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"

	"dyad/internal/plover"
)

// WriteSentenceScores prints the measures of one set of sentences.
func WriteSentenceScores(w io.Writer, name string, s *SentenceScores) {
	fmt.Fprintf(w, "%s: %d sentences, %d events, %d rows\n", name, s.Sentences, s.Row.Gold, s.Row.Found)
	line := func(what string, x Score) {
		fmt.Fprintf(w, "%-34s P %s  R %s  F1 %s\n", what, percent(x.Right, x.Found), percent(x.Right, x.Gold), percent(2*x.Right, x.Found+x.Gold))
	}
	line("type", s.Type)
	line("type, parties", s.Parties)
	line("type, parties, aux", s.Row)
	line("type, parties, aux, sectors", s.Sector)
	fmt.Fprintf(w, "modes equal, of the rows right      %s\n", percent(s.Mode.Right, s.Mode.Gold))
	fmt.Fprintf(w, "rows from sentences without event   %d of %d\n", s.Spurious, s.Nothing)
	for _, t := range plover.Types() {
		line(t.Name, s.ByType[t.Name])
	}
	fmt.Fprintln(w, "kinds of error")
	for _, e := range s.Commonest(50) {
		fmt.Fprintf(w, "%5d %s\n", s.Errors[e], e)
	}
}

// Commonest gives the n commonest kinds of error.
func (s *SentenceScores) Commonest(n int) []string {
	list := slices.SortedFunc(maps.Keys(s.Errors), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.Errors[b], s.Errors[a]), cmp.Compare(a, b))
	})
	return list[:min(n, len(list))]
}

// WriteSentences prints both parts of corpus/events.
func WriteSentences(w io.Writer, develop, measured *SentenceScores) {
	WriteSentenceScores(w, "develop", develop)
	WriteSentenceScores(w, "measured", measured)
}
