package evaluate

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"

	"dyad/internal/actor"
)

// What counts of the gold: chains of persons, organisations and countries. GUM has no type for countries; a chain of places is
// one if the Wikipedia article that it is linked to, or one of its names, is that of a state.
//
// Two measures are reported. CoNLL F1 compares the chains of two mentions or more (ScoreChains). Antecedent accuracy asks of
// each pronoun and each role noun (a mention whose head is a common noun) that has a mention of its chain before it, whether what
// we resolve it to lies in the same chain; one that we do not resolve, or do not find, is wrong. A mention of ours is a gold
// mention if it has the same head word; of several, which are coordinations and their first members, the one whose ends are nearest.

// CoreferenceOptions say what of the gold is scored.
type CoreferenceOptions struct {
	Genres []string // only documents of these; without any, all
	Misses io.Writer
}

// A Resolver finds the expressions of a text and their antecedents.
type Resolver func(text string) []actor.Reference

// CoreferenceScores are the measures on some documents.
type CoreferenceScores struct {
	Documents  int
	Chains     ChainScores
	Antecedent map[string]Score // by class: pronoun, role noun, and finer ones
}

// Add adds the scores of another document.
func (s *CoreferenceScores) Add(o CoreferenceScores) {
	s.Documents += o.Documents
	s.Chains.Add(o.Chains)
	if s.Antecedent == nil {
		s.Antecedent = map[string]Score{}
	}
	for k, v := range o.Antecedent {
		count(s.Antecedent, k, v)
	}
}

// ScoreCoreference scores what a resolver finds in a document. The function state tells the names of states.
func ScoreCoreference(doc *CoreferenceDocument, refs []actor.Reference, state func(string) bool, misses io.Writer) CoreferenceScores {
	s := CoreferenceScores{Documents: 1, Antecedent: map[string]Score{}}
	counts := doc.counted(state)
	goldOf, refOf := Align(doc, refs)
	s.Chains = ScoreChains(doc.chains(counts), responseChains(refs, goldOf, len(doc.Mentions)))
	seen := map[string]bool{}
	for _, g := range doc.inOrder() {
		m := &doc.Mentions[g]
		class := classOf(m, doc.Text)
		if counts[m.Chain] && class != "" && seen[m.Chain] {
			a := -1
			if refOf[g] >= 0 {
				if a = refs[refOf[g]].Antecedent; a >= 0 {
					a = goldOf[a]
				}
			}
			one := Score{Gold: 1}
			if refOf[g] >= 0 && refs[refOf[g]].Antecedent >= 0 {
				one.Found = 1
			}
			if a >= 0 && doc.Mentions[a].Chain == m.Chain {
				one.Right = 1
			} else if misses != nil {
				doc.miss(misses, refs, refOf[g], g, class)
			}
			for _, k := range []string{"all", group(class), class, m.Type} {
				count(s.Antecedent, k, one)
			}
		}
		seen[m.Chain] = true
	}
	return s
}

// group tells whether a class is one of pronouns or of role nouns.
func group(class string) string {
	if strings.HasPrefix(class, "noun") {
		return "role nouns"
	}
	return "pronouns"
}

// classOf gives the class of an anaphor, "" for names and all else.
func classOf(m *ChainMention, text string) string {
	words := strings.Fields(strings.ToLower(text[m.Start:m.Stop]))
	switch {
	case m.UPOS == "NOUN":
		switch words[0] {
		case "the":
			return "noun with the"
		case "this", "that", "these", "those":
			return "noun with this"
		case "a", "an":
			return "noun with a"
		case "my", "your", "his", "her", "its", "our", "their":
			return "noun with his"
		}
		return "noun, other"
	case m.UPOS != "PRON":
		return ""
	}
	switch words[0] {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		return "he, she"
	case "i", "me", "my", "mine", "myself":
		return "I"
	case "we", "us", "our", "ours", "ourselves":
		return "we"
	case "you", "your", "yours", "yourself", "yourselves":
		return "you"
	case "it", "its", "itself":
		return "it"
	case "they", "them", "their", "theirs", "themselves":
		return "they"
	}
	return "other pronoun"
}

// counted tells of each chain whether it counts.
func (doc *CoreferenceDocument) counted(state func(string) bool) map[string]bool {
	counts := map[string]bool{}
	types := map[string]map[string]int{}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if types[m.Chain] == nil {
			types[m.Chain] = map[string]int{}
		}
		types[m.Chain][m.Type]++
		if m.Type == "place" && (state(strings.ReplaceAll(m.Identity, "_", " ")) || state(strings.TrimPrefix(doc.Text[m.Start:m.Stop], "the "))) {
			types[m.Chain]["country"]++
		}
	}
	for c, n := range types {
		counts[c] = n["person"]+n["organization"] > n["place"] || n["country"] > 0 && n["place"] >= n["person"]+n["organization"]
		for t, k := range n {
			if t != "country" && t != "place" && t != "person" && t != "organization" && k > n["person"]+n["organization"]+n["place"] {
				counts[c] = false
			}
		}
	}
	return counts
}

// inOrder gives the mentions in the order of their beginnings, the longer first.
func (doc *CoreferenceDocument) inOrder() []int {
	order := make([]int, len(doc.Mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &doc.Mentions[a], &doc.Mentions[b]
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.Stop, x.Stop))
	})
	return order
}

// Align pairs references with gold mentions that have the same head, one to one: for each reference its mention, for each
// mention its reference, -1 where there is none.
func Align(doc *CoreferenceDocument, refs []actor.Reference) (goldOf, refOf []int) {
	type pairing struct{ ref, gold, apart int }
	byHead := map[int][]int{}
	refOf = make([]int, len(doc.Mentions))
	for g := range doc.Mentions {
		refOf[g] = -1
		byHead[doc.Mentions[g].Head] = append(byHead[doc.Mentions[g].Head], g)
	}
	goldOf = make([]int, len(refs))
	var pairs []pairing
	for i := range refs {
		goldOf[i] = -1
		for _, g := range byHead[refs[i].HeadStart] {
			m := &doc.Mentions[g]
			pairs = append(pairs, pairing{i, g, max(refs[i].Start-m.Start, m.Start-refs[i].Start) + max(refs[i].Stop-m.Stop, m.Stop-refs[i].Stop)})
		}
	}
	slices.SortStableFunc(pairs, func(a, b pairing) int { return cmp.Compare(a.apart, b.apart) })
	for _, p := range pairs {
		if goldOf[p.ref] < 0 && refOf[p.gold] < 0 {
			goldOf[p.ref], refOf[p.gold] = p.gold, p.ref
		}
	}
	return goldOf, refOf
}

// chains gives the chains of the gold that count and have two mentions or more.
func (doc *CoreferenceDocument) chains(counts map[string]bool) [][]int {
	of := map[string][]int{}
	var order []string
	for i := range doc.Mentions {
		c := doc.Mentions[i].Chain
		if !counts[c] {
			continue
		}
		if of[c] == nil {
			order = append(order, c)
		}
		of[c] = append(of[c], i)
	}
	var chains [][]int
	for _, c := range order {
		if len(of[c]) > 1 {
			chains = append(chains, of[c])
		}
	}
	return chains
}

// counting are the referents of the chains of ours that are compared: persons, organisations, countries.
var counting = map[string]bool{"person": true, "people": true, "organisation": true, "state": true}

// responseChains gives our chains of persons, organisations and countries that have two mentions or more. Mentions that are
// in the gold have its numbers, others numbers from beyond.
func responseChains(refs []actor.Reference, goldOf []int, beyond int) [][]int {
	chainOf := make([]int, len(refs))
	var chains [][]int
	var counts []bool
	for i := range refs {
		c := len(chains)
		if a := refs[i].Antecedent; a >= 0 {
			c = chainOf[a]
		} else {
			chains, counts = append(chains, nil), append(counts, counting[refs[i].Referent])
		}
		chainOf[i] = c
		n := goldOf[i]
		if n < 0 {
			n = beyond + i
		}
		chains[c] = append(chains[c], n)
	}
	var kept [][]int
	for c, ms := range chains {
		if len(ms) > 1 && counts[c] {
			kept = append(kept, ms)
		}
	}
	return kept
}

// miss writes one line about an anaphor that was resolved wrongly or not at all.
func (doc *CoreferenceDocument) miss(w io.Writer, refs []actor.Reference, ref, g int, class string) {
	m := &doc.Mentions[g]
	got := "not found"
	if ref >= 0 {
		got = "no antecedent"
		if a := refs[ref].Antecedent; a >= 0 {
			got = "-> " + doc.Text[refs[a].Start:refs[a].Stop]
		}
	}
	want := ""
	for i := range doc.Mentions {
		if o := &doc.Mentions[i]; o.Chain == m.Chain && o.Start < m.Start && (want == "" || o.UPOS != "PRON") {
			want = doc.Text[o.Start:o.Stop]
		}
	}
	from := max(0, m.Start-60)
	fmt.Fprintf(w, "%s\t%s\t…%s[%s]\t%s\twant %s\n", doc.ID, class, strings.ReplaceAll(doc.Text[from:m.Start], "\n", " "), strings.ReplaceAll(doc.Text[m.Start:m.Stop], "\n", " "), strings.ReplaceAll(got, "\n", " "), strings.ReplaceAll(want, "\n", " "))
}

// interval gives the 95 % bootstrap interval of a share, drawn over documents (1,000 draws, always the same).
func interval(scores []CoreferenceScores, of func(CoreferenceScores) float64) (low, high float64) {
	const draws = 1000
	rnd := rand.New(rand.NewPCG(1, 1))
	values := make([]float64, draws)
	for i := range values {
		var sum CoreferenceScores
		for range scores {
			sum.Add(scores[rnd.IntN(len(scores))])
		}
		values[i] = of(sum)
	}
	slices.Sort(values)
	return values[draws/40], values[draws-1-draws/40]
}
