package language

import (
	"slices"
	"testing"
	"unicode/utf8"
)

// Verbs of news get the lemmas that a dictionary gives them, whether the treebanks have the form or not.
func TestVerbLemmas(t *testing.T) {
	m := defaultModel(t)
	for _, c := range []struct{ form, tag, lemma string }{
		{"shelled", "VBN", "shell"},
		{"shelling", "VBG", "shell"},
		{"vetoed", "VBD", "veto"},
		{"vetoes", "VBZ", "veto"},
		{"fled", "VBD", "flee"},
		{"freed", "VBN", "free"},
		{"Freed", "VBN", "free"},
		{"ceded", "VBD", "cede"},
		{"shot", "VBD", "shoot"},
		{"exploded", "VBD", "explode"},
		{"postponed", "VBD", "postpone"},
		{"retreated", "VBD", "retreat"},
		{"expelled", "VBN", "expel"},
		{"compelled", "VBD", "compel"},
		{"barred", "VBN", "bar"},
		{"agreed", "VBD", "agree"},
		{"occupied", "VBN", "occupy"},
		{"overthrown", "VBN", "overthrow"},
		{"forbade", "VBD", "forbid"},
		{"kidnapped", "VBN", "kidnap"},
		{"massed", "VBN", "mass"},
		{"sank", "VBD", "sink"},
		{"razed", "VBN", "raze"},
		{"eased", "VBD", "ease"},
		{"signalling", "VBG", "signal"},
	} {
		if got := lemmaOf(t, m, c.form, "VERB "+c.tag); got != c.lemma {
			t.Errorf("%s %s: lemma %q, expected %q", c.form, c.tag, got, c.lemma)
		}
	}
}

// lemmaOf is the lemma that a model gives a form with a tag.
func lemmaOf(t *testing.T, m *Model, form, tag string) string {
	t.Helper()
	sc := newScratch()
	ws := make([]word, 1)
	ws[0].set(form)
	i := slices.Index(m.tags, tag)
	if i < 0 {
		t.Fatalf("no tag %s", tag)
	}
	ws[0].tag, ws[0].pos = uint8(i), m.tagPos[i]
	return m.lemma(&ws[0], false, sc)
}

// Nouns, names, comparatives and numbers, seen in the treebanks or not; past forms with a wrong tag; slips of the keyboard.
func TestLemmas(t *testing.T) {
	m := defaultModel(t)
	for _, c := range []struct{ form, tag, lemma string }{
		{"gunmen", "NOUN NNS", "gunman"},
		{"policewomen", "NOUN NNS", "policewoman"},
		{"airstrikes", "NOUN NNS", "airstrike"},
		{"cease-fires", "NOUN NNS", "cease-fire"},
		{"embargoes", "NOUN NNS", "embargo"},
		{"bases", "NOUN NNS", "base"},
		{"headquarters", "NOUN NNS", "headquarters"},
		{"wives", "NOUN NNS", "wife"},
		{"BAGHDAD", "PROPN NNP", "Baghdad"},
		{"NORLAND", "PROPN NNP", "Norland"},
		{"Norland", "PROPN NNP", "Norland"},
		{"NATO", "PROPN NNP", "NATO"},
		{"afghanistan", "PROPN NNP", "Afghanistan"},
		{"Paris", "PROPN NNP", "Paris"},
		{"Dutch", "ADJ JJ", "Dutch"},
		{"bloodier", "ADJ JJR", "bloody"},
		{"ruder", "ADJ JJR", "rude"},
		{"deadliest", "ADJ JJS", "deadly"},
		{"1,250", "NUM CD", "1250"},
		{"’s", "PART POS", "'s"},
		{"flew", "VERB VBP", "fly"},
		{"redeployed", "VERB VBN", "redeploy"},
		{"firebombed", "VERB VBD", "firebomb"},
		{"ATTACKED", "VERB VBD", "attack"},
		{"administartion", "NOUN NN", "administration"},
		{"accomodate", "VERB VB", "accommodate"},
		{"sooooo", "ADV RB", "so"},
		{"https://example.org/Some_Page", "PROPN ADD", "https://example.org/Some_Page"},
	} {
		if got := lemmaOf(t, m, c.form, c.tag); got != c.lemma {
			t.Errorf("%s %s: lemma %q, expected %q", c.form, c.tag, got, c.lemma)
		}
	}
}

func TestSpelled(t *testing.T) {
	for _, c := range []struct {
		form, lemma string
		want        bool
	}{
		{"tries", "try", true},
		{"making", "make", true},
		{"barred", "bar", true},
		{"razed", "raze", true},
		{"biggest", "big", true},
		{"spokesmen", "spokes", false},
		{"urbanized", "urban", false},
		{"say", "say", false},
		{"", "", false},
	} {
		if got := spelled(c.form, c.lemma); got != c.want {
			t.Errorf("%s of %s: %v", c.form, c.lemma, got)
		}
	}
}

// Of several edits that make a lemma of a form the one is taken that other spellings of the word share.
func TestEditFor(t *testing.T) {
	for _, c := range []struct {
		form, lemma string
		want        edit
	}{
		{"Said", "say", edit{'l', 2, "y"}},
		{"ROME", "Rome", edit{'c', 0, ""}},
		{"rome", "Rome", edit{'c', 0, ""}},
		{"US", "US", edit{'u', 0, ""}},
		{"McDonald", "McDonald", edit{'k', 0, ""}},
		{"1,250", "1250", edit{'n', 0, ""}},
		{"’s", "'s", edit{'l', 0, ""}},
	} {
		if got := editFor(c.form, c.lemma); got != c.want {
			t.Errorf("%s, %s: %v, expected %v", c.form, c.lemma, got, c.want)
		}
	}
}

// An edit makes the lemma that it was found for, of any text.
func FuzzEdit(f *testing.F) {
	f.Add("parties", "party")
	f.Add("\xff", "é")
	f.Fuzz(func(t *testing.T, form, lemma string) {
		if got, ok := editFor(form, lemma).apply(form); ok && got != lemma || !ok && lemma != "" && utf8.ValidString(form+lemma) {
			t.Errorf("%q of %q: %q, %v", lemma, form, got, ok)
		}
	})
}

func TestReadVerbs(t *testing.T) {
	for _, bad := range []string{"form\tlemma\nFled\tflee\n", "form\tlemma\nfled\t\n", "form\tlemma\nfled\tflee\nfled\tflea\n", "form\n"} {
		if _, err := readVerbs("verbs.tsv", []byte(bad)); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
	verbs, err := readVerbs("verbs.tsv", verbsTable)
	if err != nil || verbs["fled"] != "flee" {
		t.Errorf("fled is a form of %q, error %v", verbs["fled"], err)
	}
}

func TestReadLemmas(t *testing.T) {
	const head = "form\tupos\tlemma\n"
	for _, bad := range []string{head + "Men\tNOUN\tman\n", head + "men\tnoun\tman\n", head + "men\tNOUN\t\n", head + "men\tNOUN\tman\nmen\tNOUN\tman\n", "form\n"} {
		if _, err := readLemmas("lemmas.tsv", []byte(bad)); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
	lemmas, err := readLemmas("lemmas.tsv", lemmasTable)
	if err != nil || lemmas[formTag{"mice", "NOUN"}] != "mouse" {
		t.Errorf("mice are %q, error %v", lemmas[formTag{"mice", "NOUN"}], err)
	}
}
