package actor

import (
	"reflect"
	"strings"
	"testing"

	"dyad/internal/calendar"
	"dyad/internal/language"
)

// FuzzFind reads any words with any parse: nothing may panic, every mention must lie inside its sentence, refer back only
// to mentions that exist, and come out the same twice.
func FuzzFind(f *testing.F) {
	f.Add("Iranian Foreign Minister Kamal Kharrazi met the Russian president . He left", []byte{5, 3, 3, 9, 1})
	f.Add("the two countries ' army - led U.S.-backed al - Assad of of , , his his", []byte{0, 0, 7, 200, 3, 4})
	f.Add("Residents of Aleppo and the mayors of Kano , Lagos of Texas 's - led East German troops for the Koreas", []byte{2, 0, 1, 4, 5})
	f.Add("neither side their country 's ministry spokesman for Putin 's Iranian counterpart He Yafei , a former president of the army", []byte{6, 1, 4, 0})
	f.Add("anti - Russian US - led al - Bab , Georgia “ we said ” \" I said \" the council of both presidents to NATO members", []byte{10, 3, 1})
	f.Add("A. B., the envoy of the army of Chile of", []byte{1, 2, 3})
	tags := []string{"NOUN", "PROPN", "ADJ", "VERB", "ADP", "DET", "PRON", "PUNCT", "CCONJ", "NUM", ""}
	rels := []string{"nsubj", "obj", "obl", "nmod", "nmod:poss", "amod", "compound", "conj", "xcomp", "flat", "appos", "root"}
	d, err := Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, parse []byte) {
		var sents []language.Sentence
		at := func(i int) int {
			if len(parse) == 0 {
				return 0
			}
			return int(parse[i%len(parse)])
		}
		start := 0
		for line := range strings.SplitAfterSeq(text, ".") {
			s := language.Sentence{Start: start, End: start + len(line)}
			pos := 0
			words := strings.Fields(line)
			for i, w := range words {
				k := strings.Index(line[pos:], w) + pos
				pos = k + len(w)
				s.Tokens = append(s.Tokens, language.Token{
					Start: start + k, End: start + pos, Form: w, UPOS: tags[at(i)%len(tags)],
					Rel: rels[at(i+1)%len(rels)], Head: at(i+2)%(len(words)+1) - 1,
				})
			}
			sents = append(sents, s)
			start += len(line)
		}
		c := d.Find(text, sents, Context{Home: "FRA"})
		on := calendar.Interval{Earliest: "2001-01-01", Latest: "2001-01-02"}
		c.Terms()
		ms := c.Settle(on)
		for i, m := range ms {
			n := len(sents[m.Sentence].Tokens)
			if m.First < 0 || m.End > n || m.First >= m.End || m.Head < m.First || m.Head >= m.End || m.Start >= m.Stop || m.Antecedent >= len(ms) {
				t.Fatalf("mention %d of %q: %+v", i, text, m)
			}
			if i > 0 && m.Start < ms[i-1].Start {
				t.Fatalf("mention %d of %q is out of order", i, text)
			}
		}
		if !reflect.DeepEqual(ms, c.Settle(on)) {
			t.Fatalf("settling %q twice gives two results", text)
		}
	})
}
