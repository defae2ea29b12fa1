package calendar

import (
	"strings"
	"testing"

	"dyad/internal/language"
)

// The report is of Wednesday, 18 May 2011. The sentences are plain, so that they hold for every model that is any good.
func TestEventDate(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, predicate, want string }{
		{"own day", "The ministers met in Riga on Monday.", "met", "2011-05-16..2011-05-16 expression"},
		{"fronted", "On Monday the ministers met in Riga.", "met", "2011-05-16..2011-05-16 expression"},
		{"same weekday", "The ministers met in Riga on Wednesday.", "met", "2011-05-18..2011-05-18 expression"},
		{"planned", "The ministers will meet in Riga on Friday.", "meet", "2011-05-18..2011-05-18 published planned 2011-05-20..2011-05-20"},
		{"is to", "The minister is to visit Riga on Friday.", "visit", "2011-05-18..2011-05-18 published planned 2011-05-20..2011-05-20"},
		{"plan", "The ministers plan to meet in June.", "plan", "2011-05-18..2011-05-18 published planned 2011-06-01..2011-06-30"},
		{"announced", "The minister said on Monday that he will visit Riga in June.", "visit", "2011-05-16..2011-05-16 inherited planned 2011-06-01..2011-06-30"},
		{"a year is a year", "The government banned the delivery back in 2010.", "banned", "2010-01-01..2010-12-31 expression"},
		{"month", "The ministers met in Riga last August.", "met", "2010-08-01..2010-08-31 expression"},
		{"since", "Troops have held the town since 2009.", "held", "2009-01-01..2011-05-18 expression"},
		{"published", "The minister welcomes the agreement.", "welcomes", "2011-05-18..2011-05-18 published"},
		{"same paragraph", "The minister arrived on Monday. He met the president.", "met", "2011-05-16..2011-05-16 inherited"},
		{"later paragraph", "The minister arrived on Monday.\n\nLawmakers attacked the visit.", "attacked", "2011-05-16..2011-05-18 inherited"},
		{"days after", "The government broke off relations on Tuesday, three days after soldiers attacked its embassy.", "attacked", "2011-05-14..2011-05-14 expression"},
		{"background", "The two sides had fought for years.", "fought", ".. none"},
		{"possible", "The government could close the border.", "close", ".. none"},
		{"history keeps its year", "The minister arrived on Monday.\n\nThe two countries signed a treaty in 1921.", "signed", "1921-01-01..1921-12-31 expression"},
		{"noun", "The ministers discussed the visit of last week.", "visit", "2011-05-09..2011-05-15 expression"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sents := model.Parse(c.text)
			times := Find(c.text, sents)
			Resolve(times, wednesday, sents)
			got := "no such word"
			for i := range sents {
				for j := range sents[i].Tokens {
					if sents[i].Tokens[j].Form == c.predicate {
						w := EventDate(sents, Act{Sentence: i, Predicate: j}, times, wednesday)
						got = w.Earliest + ".." + w.Latest + " " + w.Basis
						if w.Planned != nil {
							got += " planned " + w.Planned.Earliest + ".." + w.Planned.Latest
						}
					}
				}
			}
			if got != c.want {
				t.Errorf("%q of %q: got %s, want %s", c.predicate, c.text, got, c.want)
			}
		})
	}
}

// Trees of any shape, and indexes that are none, are borne.
func FuzzEventDate(f *testing.F) {
	f.Add("He met them on Monday, a day after they came.", []byte{1, 2, 3}, 0, 0)
	f.Fuzz(func(t *testing.T, text string, heads []byte, sentence, predicate int) {
		text = strings.ToValidUTF8(text, "?")
		sents := language.Tokenize(text)
		rels := []string{"root", "obl", "nmod", "conj", "xcomp", "acl", "mark", "case", "aux", "advcl", "ccomp"}
		tags := []string{"VERB", "NOUN", "AUX", "PROPN", "SCONJ"}
		n := 0
		for i := range sents {
			for j := range sents[i].Tokens {
				k := &sents[i].Tokens[j]
				k.Head = -1
				if len(heads) > 0 {
					b := int(heads[n%len(heads)])
					k.Head = b%(len(sents[i].Tokens)+1) - 1
					k.Rel, k.UPOS = rels[b%len(rels)], tags[b%len(tags)]
					n++
				}
			}
		}
		times := Find(text, sents)
		Resolve(times, wednesday, sents)
		EventDate(sents, Act{Sentence: sentence, Predicate: predicate}, times, wednesday)
		for i := range sents {
			for j := range sents[i].Tokens {
				if w := EventDate(sents, Act{Sentence: i, Predicate: j}, times, wednesday); w.Earliest != "" && w.Latest != "" && w.Earliest > w.Latest {
					t.Fatalf("%q: ends before it begins: %+v", text, w)
				}
			}
		}
	})
}
