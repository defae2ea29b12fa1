package evaluate

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
)

// anaphors are the classes of the table of antecedents, in order.
var anaphors = []string{
	"all", "pronouns", "he, she", "it", "they", "I", "we", "you", "other pronoun",
	"role nouns", "noun with the", "noun with this", "noun with his", "noun with a", "noun, other",
	"person", "organization", "place",
}

// WriteCoreference scores gold files and writes both measures of each, overall, by class and by genre. The function resolve
// codes a text; the function state tells the names of states.
func WriteCoreference(w io.Writer, paths []string, opt CoreferenceOptions, resolve Resolver, state func(string) bool) error {
	for _, path := range paths {
		docs, err := ReadCoreference(path)
		if err != nil {
			return err
		}
		var scores []CoreferenceScores
		genres := map[string]CoreferenceScores{}
		var all CoreferenceScores
		for i := range docs {
			d := &docs[i]
			if len(opt.Genres) > 0 && !slices.Contains(opt.Genres, d.Genre) {
				continue
			}
			s := ScoreCoreference(d, resolve(d.Text), state, opt.Misses)
			scores = append(scores, s)
			all.Add(s)
			g := genres[d.Genre]
			g.Add(s)
			genres[d.Genre] = g
		}
		if len(scores) == 0 {
			return fmt.Errorf("%s: no document of these genres", path)
		}
		writeCoreference(w, filepath.Base(path), all, scores, genres)
	}
	return nil
}

func writeCoreference(w io.Writer, path string, all CoreferenceScores, scores []CoreferenceScores, genres map[string]CoreferenceScores) {
	fmt.Fprintf(w, "### %s: %d documents\n\n| chains | P | R | F1 |\n|---|---|---|---|\n", path, all.Documents)
	for _, m := range []struct {
		name string
		r    Ratio
	}{{"MUC", all.Chains.MUC}, {"B³", all.Chains.B3}, {"CEAF-φ4", all.Chains.CEAF}} {
		fmt.Fprintf(w, "| %s | %.3f | %.3f | %.3f |\n", m.name, m.r.Precision(), m.r.Recall(), m.r.F1())
	}
	low, high := interval(scores, func(s CoreferenceScores) float64 { return s.Chains.CoNLL() })
	fmt.Fprintf(w, "| **CoNLL** | | | **%.3f** (%.3f–%.3f) |\n\n", all.Chains.CoNLL(), low, high)

	fmt.Fprint(w, "| antecedent of | gold | resolved | right | accuracy | 95 % interval |\n|---|---|---|---|---|---|\n")
	for _, class := range anaphors {
		s := all.Antecedent[class]
		if s.Gold == 0 {
			continue
		}
		low, high := interval(scores, func(s CoreferenceScores) float64 { return s.Antecedent[class].Recall() })
		fmt.Fprintf(w, "| %s | %d | %d | %d | %.3f | %.3f–%.3f |\n", class, s.Gold, s.Found, s.Right, s.Recall(), low, high)
	}
	fmt.Fprint(w, "\n| genre | documents | CoNLL F1 | anaphors | accuracy | pronouns | role nouns |\n|---|---|---|---|---|---|---|\n")
	var names []string
	for g := range genres {
		names = append(names, g)
	}
	slices.Sort(names)
	for _, g := range names {
		s := genres[g]
		a := s.Antecedent["all"]
		fmt.Fprintf(w, "| %s | %d | %.3f | %d | %s | %s | %s |\n", g, s.Documents, s.Chains.CoNLL(), a.Gold, percent(a.Right, a.Gold),
			percent(s.Antecedent["pronouns"].Right, s.Antecedent["pronouns"].Gold), percent(s.Antecedent["role nouns"].Right, s.Antecedent["role nouns"].Gold))
	}
	fmt.Fprintln(w)
}
