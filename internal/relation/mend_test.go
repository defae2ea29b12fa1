package relation

import (
	"testing"

	"dyad/internal/language"
)

func TestMend(t *testing.T) {
	past := func(last string) []language.Token {
		return []language.Token{
			{Form: "The", Head: 1, Rel: "det"},
			{Form: "envoy", Head: 2, Rel: "nsubj:pass"},
			{Form: "left", UPOS: "VERB", XPOS: "VBN", Head: -1, Rel: "root"},
			{Form: last, Head: 2, Rel: "punct"},
		}
	}
	s := past(".")
	if mend(s); s[1].Rel != "nsubj" || s[2].XPOS != "VBD" {
		t.Errorf("a past was left a participle: %+v", s)
	}
	s = past("!")
	if mend(s); s[1].Rel != "nsubj:pass" || s[2].XPOS != "VBN" {
		t.Errorf("a participle without a full stop became a past: %+v", s)
	}
	s = past(".")
	s[0].Rel = "amod" // as in headlines
	if mend(s); s[1].Rel != "nsubj:pass" {
		t.Errorf("a participle without an article became a past: %+v", s)
	}
	s = []language.Token{
		{Form: "He", Head: 4, Rel: "nsubj"},
		{Form: "is", Head: 4, Rel: "cop"},
		{Form: "due", UPOS: "ADJ", Head: 4, Rel: "case"},
		{Form: "in", Lemma: "in", Head: 4, Rel: "case"},
		{Form: "Lima", Head: -1, Rel: "root"},
		{Form: ".", Head: 4, Rel: "punct"},
	}
	mend(s)
	for i, want := range []int{2, 2, -1, 4, 2, 2} {
		if s[i].Head != want {
			t.Errorf("the head of %s is %d, want %d", s[i].Form, s[i].Head, want)
		}
	}
	if s[2].Rel != "root" || s[4].Rel != "obl" {
		t.Errorf("due is %s, Lima is %s", s[2].Rel, s[4].Rel)
	}
	for _, due := range []language.Token{
		{Form: "due", UPOS: "ADJ", Head: -1, Rel: "root"},
		{Form: "due", UPOS: "ADJ", Head: 4, Rel: "mark"},
	} {
		s = []language.Token{
			{Form: "He", Head: 4, Rel: "nsubj"},
			{Form: "is", Head: 4, Rel: "cop"},
			due,
			{Form: "to", XPOS: "TO", Head: 2, Rel: "fixed"},
			{Form: "land", XPOS: "VB", Head: 2, Rel: "advcl"},
		}
		if due.Head == 4 {
			s[4].Head, s[4].Rel = -1, "root"
		}
		mend(s)
		for i, want := range []int{2, 2, -1, 4, 2} {
			if s[i].Head != want {
				t.Errorf("due read as %s: the head of %s is %d, want %d", due.Rel, s[i].Form, s[i].Head, want)
			}
		}
		if s[2].Rel != "root" || s[4].Rel != "xcomp" {
			t.Errorf("due is %s, land is %s", s[2].Rel, s[4].Rel)
		}
	}
}

func TestMendContent(t *testing.T) {
	told := func(subject string) []language.Token {
		return []language.Token{
			{Form: "Chad", Head: 1, Rel: "nsubj"},
			{Form: "warned", UPOS: "VERB", Head: -1, Rel: "root"},
			{Form: "banks", UPOS: "NOUN", Head: 1, Rel: "obj"},
			{Form: "that", Lemma: "that", Head: 6, Rel: "mark"},
			{Form: "assets", UPOS: "NOUN", Head: 6, Rel: subject},
			{Form: "be", Head: 6, Rel: "aux:pass"},
			{Form: "frozen", UPOS: "VERB", XPOS: "VBN", Head: 2, Rel: "acl:relcl"},
			{Form: ".", Head: 1, Rel: "punct"},
		}
	}
	s := told("nsubj:pass")
	if mend(s); s[6].Head != 1 || s[6].Rel != "ccomp" {
		t.Errorf("what the banks were told stayed a relative clause: %+v", s[6])
	}
	s = told("obl") // nothing but "that" is a subject
	if mend(s); s[6].Head != 2 || s[6].Rel != "acl:relcl" {
		t.Errorf("a relative clause became the content: %+v", s[6])
	}
}
