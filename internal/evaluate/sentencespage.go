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

// WriteSentencesPage writes the part of doc/accuracy.md on the sentences of corpus/events.
func WriteSentencesPage(w io.Writer, develop, measured, last *SentenceScores, readers Agreement) {
	fmt.Fprintf(w, `## Sentences with events

The sentences of corpus/events, each coded as a report of its own: %d to develop on, and %d that were written by three people who had seen neither rules nor lexicon and are only measured; the
totals and kinds of error of the first two files were printed while rules were written, the sentences were read by nobody who wrote rules. The sentences to develop on are harder to read: most were written for variety, and the ranker was trained on them.
Asked for on the measured part, for rows with both parties, type and aux right: precision 0.85, recall 0.75; rows from sentences without event: 3 in 100. The confidence of a row is a probability: "keeping rows from" shows what a user gets who drops rows below it.

`, develop.Sentences, measured.Sentences)
	fmt.Fprintf(w, "How far two careful readers agree: %d sentences of the measured part were coded once more, by the codebook alone. F1 of the second reader against the first: type %.2f, with the codes of all parties %.2f, with aux too %.2f, with primary sectors too %.2f.\n\n",
		readers.Sentences, readers.Type.F1(), readers.Parties.F1(), readers.Row.F1(), readers.Sector.F1())
	fmt.Fprint(w, "| measure | P develop | R develop | F1 develop | P measured | R measured | F1 measured |\n|---|---|---|---|---|---|---|\n")
	line := func(name string, a, b Score) { fmt.Fprintf(w, "| %s | %s | %s |\n", name, prf(a), prf(b)) }
	line("type, in the sentence", develop.Type, measured.Type)
	line("type, codes of all parties", develop.Parties, measured.Parties)
	line("**type, codes of all parties, aux**", develop.Row, measured.Row)
	for _, from := range []int{5, 7, 8, 9} {
		line(fmt.Sprintf("the same, keeping rows from 0.%d", from), develop.From(from), measured.From(from))
	}
	line("the same with all rows, and primary sectors", develop.Sector, measured.Sector)
	fmt.Fprintf(w, "\nThe third file alone (%d sentences), of which nothing was printed before the rules were done: rows P %s, R %s, F1 %s; rows from sentences without event: %d from %d.\n", last.Sentences,
		percent(last.Row.Right, last.Row.Found), percent(last.Row.Right, last.Row.Gold), percent(2*last.Row.Right, last.Row.Found+last.Row.Gold), last.Spurious, last.Nothing)
	fmt.Fprintf(w, "\nModes equal, of the rows right: %s and %s. Rows from sentences without event: %d from %d (%s) and %d from %d (%s).\n\n", percent(develop.Mode.Right, develop.Mode.Gold), percent(measured.Mode.Right, measured.Mode.Gold),
		develop.Spurious, develop.Nothing, percent(develop.Spurious, develop.Nothing), measured.Spurious, measured.Nothing, percent(measured.Spurious, measured.Nothing))
	fmt.Fprint(w, "| type | events develop | P | R | F1 | events measured | P | R | F1 |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, t := range plover.Types() {
		a, b := develop.ByType[t.Name], measured.ByType[t.Name]
		fmt.Fprintf(w, "| %s | %d | %s | %d | %s |\n", t.Name, a.Gold, prf(a), b.Gold, prf(b))
	}
	fmt.Fprint(w, "\nHow sure, and how often right:\n\n| confidence | rows develop | right | rows measured | right |\n|---|---|---|---|---|\n")
	for b := range develop.Sure {
		x, y := develop.Sure[b], measured.Sure[b]
		if x.Found+y.Found > 0 {
			fmt.Fprintf(w, "| %.1f to %.1f | %d | %s | %d | %s |\n", float64(b)/10, float64(b+1)/10, x.Found, percent(x.Right, x.Found), y.Found, percent(y.Right, y.Found))
		}
	}
	fmt.Fprint(w, "\nThe fifty commonest kinds of error in the measured part, and how often they are made in the part to develop on:\n\n| measured | develop | error |\n|---|---|---|\n")
	for _, e := range measured.Commonest(50) {
		fmt.Fprintf(w, "| %d | %d | %s |\n", measured.Errors[e], develop.Errors[e], e)
	}
	fmt.Fprintln(w)
}

// WriteRelationsHead begins the part of doc/accuracy.md on pairs of parties.
func WriteRelationsHead(w io.Writer) {
	fmt.Fprint(w, `## What one party does to another

Public gold data: 1,050 sentences with two marked parties and one of 15 labels (plover.md 7.3), for evaluation only. Nothing of it is in the program. One half may be looked at: the labels were mapped on it, and our own sentences were
written for what was confused in it; the other half is only measured. Known on this kind of data: a dictionary coder 0.46 macro-F1, GPT-4 with the codebook 0.61, a linear SVM trained on it 0.72, RoBERTa-large-MNLI with 76 hypotheses on a GPU 0.82,
ConfliBERT fine-tuned 0.87. Intervals are bootstrapped (1,000 draws); some labels have 15 rows.

`)
}
