package language

import (
	_ "embed"
	"strings"
	"sync"

	"dyad/internal/table"
)

//go:embed data/verbs.tsv
var verbsTable []byte

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
