package language

import (
	_ "embed"
	"strings"
	"sync"

	"dyad/internal/table"
)

//go:embed data/verbs.tsv
var verbsTable []byte

//go:embed data/lemmas.tsv
var lemmasTable []byte

// loadVerbs is data/verbs.tsv: lemmas by form.
var loadVerbs = sync.OnceValue(func() map[string]string {
	verbs, err := readVerbs("internal/language/data/verbs.tsv", verbsTable)
	if err != nil {
		panic(err) // the embedded table is wrong; the tests of this package read it
	}
	return verbs
})

func readVerbs(file string, data []byte) (map[string]string, error) {
	rows, err := table.Read(file, data, "form", "lemma")
	if err != nil {
		return nil, err
	}
	verbs := map[string]string{}
	for _, r := range rows {
		form, lemma := r.Get("form"), r.Get("lemma")
		switch {
		case form == "" || form != strings.ToLower(form):
			return nil, r.Errorf("form", "%q must be in lower case", form)
		case lemma == "" || lemma != strings.ToLower(lemma):
			return nil, r.Errorf("lemma", "%q must be in lower case", lemma)
		case verbs[form] != "":
			return nil, r.Errorf("form", "%q is there twice", form)
		}
		verbs[form] = lemma
	}
	return verbs, nil
}

// A formTag is a form in lower case and its universal part of speech.
type formTag struct{ form, upos string }

// loadLemmas is data/lemmas.tsv.
var loadLemmas = sync.OnceValue(func() map[formTag]string {
	lemmas, err := readLemmas("internal/language/data/lemmas.tsv", lemmasTable)
	if err != nil {
		panic(err) // the embedded table is wrong; the tests of this package read it
	}
	return lemmas
})

func readLemmas(file string, data []byte) (map[formTag]string, error) {
	rows, err := table.Read(file, data, "form", "upos", "lemma")
	if err != nil {
		return nil, err
	}
	lemmas := map[formTag]string{}
	for _, r := range rows {
		key := formTag{r.Get("form"), r.Get("upos")}
		switch {
		case key.form == "" || key.form != strings.ToLower(key.form):
			return nil, r.Errorf("form", "%q must be in lower case", key.form)
		case key.upos == "" || key.upos != strings.ToUpper(key.upos):
			return nil, r.Errorf("upos", "%q must be in capitals", key.upos)
		case r.Get("lemma") == "":
			return nil, r.Errorf("lemma", "the lemma of %q is empty", key.form)
		case lemmas[key] != "":
			return nil, r.Errorf("form", "%q is there twice as %s", key.form, key.upos)
		}
		lemmas[key] = r.Get("lemma")
	}
	return lemmas, nil
}
