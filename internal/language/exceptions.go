package language

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"dyad/internal/table"
)

//go:embed data/tokens.tsv
var tokensTable []byte

// Kinds of exceptions, as in data/tokens.tsv.
type exception uint8

const (
	noException exception = iota
	title
	abbreviation
	number
	month
	inner
)

var exceptionNames = map[string]exception{"title": title, "abbreviation": abbreviation, "number": number, "month": month, "inner": inner}

// exceptions is data/tokens.tsv, by kind.
type exceptions struct {
	stops        map[string]exception // words that keep their full stop
	contractions map[string]int
	clitics      map[string]bool
	prefixes     map[string]bool
	suffixes     map[string]bool
	wholes       map[string]bool
	emoticons    map[string]bool
	units        map[string]bool
	longest      int // bytes of the longest word
}

var loadExceptions = sync.OnceValue(func() *exceptions {
	e, err := readExceptions("internal/language/data/tokens.tsv", tokensTable)
	if err != nil {
		panic(err) // the embedded table is wrong; the tests of this package read it
	}
	return e
})

func readExceptions(file string, data []byte) (*exceptions, error) {
	rows, err := table.Read(file, data, "word", "kind", "split")
	if err != nil {
		return nil, err
	}
	e := &exceptions{
		stops: map[string]exception{}, contractions: map[string]int{}, clitics: map[string]bool{}, prefixes: map[string]bool{},
		suffixes: map[string]bool{}, wholes: map[string]bool{}, emoticons: map[string]bool{}, units: map[string]bool{},
	}
	sets := map[string]map[string]bool{
		"clitic": e.clitics, "prefix": e.prefixes, "suffix": e.suffixes, "whole": e.wholes, "emoticon": e.emoticons, "unit": e.units,
	}
	for _, r := range rows {
		word, kind := r.Get("word"), r.Get("kind")
		if word != strings.ToLower(word) || word == "" {
			return nil, r.Errorf("word", "%q must be in lower case", word)
		}
		e.longest = max(e.longest, len(word))
		switch {
		case exceptionNames[kind] != noException:
			e.stops[word] = exceptionNames[kind]
		case kind == "contraction":
			n, err := strconv.Atoi(r.Get("split"))
			if err != nil || n < 1 || n >= len(word) {
				return nil, r.Errorf("split", "%q is not a number of characters inside %q", r.Get("split"), word)
			}
			e.contractions[word] = n
		case sets[kind] != nil:
			sets[kind][word] = true
		default:
			return nil, r.Errorf("kind", "%q is not a kind; the head of the file lists them", kind)
		}
	}
	return e, nil
}
