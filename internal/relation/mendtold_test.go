package relation

import (
	"testing"

	"dyad/internal/language"
)

// Each verb gets back its subject, also where the cue behind a clause took both.
func TestMendTold(t *testing.T) {
	fronted := func(comma string) []language.Token {
		return []language.Token{
			{Form: "Troops", UPOS: "NOUN", Head: 6, Rel: "nsubj"},
			{Form: "crossed", UPOS: "VERB", Head: 6, Rel: "ccomp"},
			{Form: "rivers", UPOS: "NOUN", Head: 1, Rel: "obj"},
			{Form: comma, UPOS: "PUNCT", Head: 1, Rel: "punct"},
			{Form: "the", UPOS: "DET", Head: 5, Rel: "det"},
			{Form: "envoy", UPOS: "NOUN", Head: 6, Rel: "nsubj"},
			{Form: "said", UPOS: "VERB", Head: -1, Rel: "root"},
		}
	}
	for _, test := range []struct {
		name   string
		change func([]language.Token)
		want   int // head of "Troops"
	}{
		{"two subjects", func([]language.Token) {}, 1},
		{"no comma", func(s []language.Token) { s[3].Form = ";" }, 6},
		{"one subject", func(s []language.Token) { s[5].Rel = "obl" }, 6},
		{"the clause has its own", func(s []language.Token) { s[0].Head, s[5].Head = 1, 6 }, 1},
		{"no clause told", func(s []language.Token) { s[1].Rel = "advcl" }, 6},
	} {
		s := fronted(",")
		test.change(s)
		if mendTold(s, 6); s[0].Head != test.want || s[5].Head != 6 {
			t.Errorf("%s: heads %d and %d, want %d and 6", test.name, s[0].Head, s[5].Head, test.want)
		}
	}
	s := append(fronted(","), language.Token{Form: "were", UPOS: "AUX", Head: 1, Rel: "aux:pass"})
	if mendTold(s, 6); s[0].Rel != "nsubj:pass" {
		t.Errorf("the subject of a passive is %s", s[0].Rel)
	}
}

// An auxiliary before a quotation is none of its verb's rivals.
func TestMendQuoted(t *testing.T) {
	for _, test := range []struct {
		name, rel, subject string
		head               int // of the verb in the quotation
		want               string
	}{
		{"two contents", "ccomp", "obj", 1, "aux"},
		{"an open content", "xcomp", "obj", 3, "aux"},
		{"a verb with its own subject", "ccomp", "nsubj", 1, "ccomp"},
		{"elsewhere", "advcl", "obj", 1, "ccomp"},
	} {
		s := []language.Token{
			{Form: "Mali", UPOS: "PROPN", Head: 1, Rel: "nsubj"},
			{Form: "said", UPOS: "VERB", Head: -1, Rel: "root"},
			{Form: "Chad", UPOS: "PROPN", Head: 3, Rel: "nsubj"},
			{Form: "had", Lemma: "have", UPOS: "AUX", Head: 1, Rel: "ccomp"},
			{Form: "“", UPOS: "PUNCT", Head: 5, Rel: "punct"},
			{Form: "used", UPOS: "VERB", XPOS: "VBD", Head: test.head, Rel: test.rel},
			{Form: "gas", UPOS: "NOUN", Head: 5, Rel: "obj"},
		}
		if test.subject == "nsubj" {
			s[0].Head, s[2].Head = 5, 3
		}
		if mendQuoted(s, 3); s[3].Rel != test.want {
			t.Errorf("%s: had is %s, want %s", test.name, s[3].Rel, test.want)
		}
		if test.want == "aux" && (s[3].Head != 5 || s[5].Head != 1 || s[5].Rel != "ccomp" || s[2].Head != 5) {
			t.Errorf("%s: %+v", test.name, s)
		}
	}
}
