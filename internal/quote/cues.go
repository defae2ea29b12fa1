package quote

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"dyad/internal/table"
)

//go:embed data/*.tsv
var data embed.FS

// cue is a word that marks speech, as data/cues.tsv describes it.
type cue struct {
	force   string
	clause  bool // makes indirect speech of a clause
	object  bool // makes indirect speech of a phrase of weight
	phrase  bool // makes indirect speech of what it governs, be it no clause
	marked  bool // the same, where quotation marks say that words are repeated
	phrases []phrase
}

// phrase is a cue of several words: the particle of a verb, or the rest of a fixed phrase.
type phrase struct {
	words []string
	cue   cue
}

// vocabulary is what the tables hold.
type vocabulary struct {
	verbs, nouns map[string]*cue // by lemma; of "point out" by its first word
	phrases      map[string][]phrase
	weights      map[string]bool
	light        map[string]bool
	sources      map[string]bool
	relays       map[string]bool
	nobody, days map[string]bool
	contrasts    map[string]bool
}

var loaded = sync.OnceValues(load)

// tables gives the vocabulary. It is embedded and its test reads it: an error cannot reach a user.
func tables() *vocabulary {
	v, err := loaded()
	if err != nil {
		return &vocabulary{}
	}
	return v
}

func load() (*vocabulary, error) {
	v := &vocabulary{verbs: map[string]*cue{}, nouns: map[string]*cue{}, phrases: map[string][]phrase{}}
	rows, err := read("data/cues.tsv", "cue", "class", "force", "content")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		content := r.List("content")
		c := cue{
			force: r.Get("force"), clause: slices.Contains(content, "that"), object: slices.Contains(content, "object"),
			phrase: slices.Contains(content, "phrase"), marked: slices.Contains(content, "marked"),
		}
		for _, k := range content {
			if !slices.Contains([]string{"that", "object", "phrase", "marked", "direct"}, k) {
				return nil, r.Errorf("content", "%q is none of that, object, phrase, marked, direct", k)
			}
		}
		words := strings.Fields(r.Get("cue"))
		if len(words) == 0 || c.force == "" {
			return nil, r.Errorf("cue", "the cue or its force is missing")
		}
		switch class := r.Get("class"); class {
		case "verb":
			v.verb(words, c)
		case "noun":
			v.nouns[words[0]] = &c
		case "phrase":
			v.phrases[words[0]] = append(v.phrases[words[0]], phrase{words[1:], c})
		default:
			return nil, r.Errorf("class", "%q is none of verb, noun, phrase", class)
		}
	}
	if v.weights, err = lemmas("data/weights.tsv"); err != nil {
		return nil, err
	}
	if v.light, err = lemmas("data/light.tsv"); err != nil {
		return nil, err
	}
	if v.sources, err = lemmas("data/sources.tsv"); err != nil {
		return nil, err
	}
	if v.relays, err = lemmas("data/relays.tsv"); err != nil {
		return nil, err
	}
	if v.contrasts, err = list("data/contrasts.tsv", "word"); err != nil {
		return nil, err
	}
	if v.days, err = list("data/days.tsv", "word"); err != nil {
		return nil, err
	}
	v.nobody, err = list("data/nobody.tsv", "word")
	return v, err
}

// find gives the cue of a verb by its lemma, or by its form where the lemma is not in the table: a lemmatizer that meets a
// rare verb may cut too much ("underlin").
func (v *vocabulary) find(lemma, form string) *cue {
	if c := v.verbs[lemma]; c != nil {
		return c
	}
	if c := v.verbs[lemma+"e"]; c != nil {
		return c
	}
	for _, end := range []string{"s", "es", "d", "ed", "ing"} {
		if stem, ok := strings.CutSuffix(form, end); ok {
			if c := v.verbs[stem]; c != nil {
				return c
			}
			if c := v.verbs[stem+"e"]; c != nil {
				return c
			}
		}
	}
	return nil
}

// verb adds a verb, or a verb with its particle to the verb.
func (v *vocabulary) verb(words []string, c cue) {
	e := v.verbs[words[0]]
	if e == nil {
		e = &cue{}
		v.verbs[words[0]] = e
	}
	if len(words) == 1 {
		c.phrases, *e = e.phrases, c
		e.phrases = c.phrases
		return
	}
	e.phrases = append(e.phrases, phrase{words[1:], c})
}

func lemmas(file string) (map[string]bool, error) { return list(file, "lemma") }

// list reads the words of a table's only column.
func list(file, column string) (map[string]bool, error) {
	return table.Words(data, "internal/quote", file, column)
}

func read(file string, columns ...string) ([]table.Row, error) {
	return table.ReadFile(data, "internal/quote", file, columns...)
}

// Said reports whether a lemma is a cue of words that are said, rather than of a belief, a hope or a forecast.
func Said(lemma string) bool {
	v := tables()
	for _, c := range []*cue{v.verbs[lemma], v.nouns[lemma]} {
		if c != nil && c.force != "" {
			switch c.force {
			case "believes", "hopes", "predicts":
			default:
				return true
			}
		}
	}
	return false
}

// Denies reports whether a lemma is a verb by which somebody denies what it governs.
func Denies(lemma string) bool {
	c := tables().verbs[lemma]
	return c != nil && c.force == "denies"
}
