package calendar

import (
	"embed"
	"strconv"
	"strings"
	"sync"

	"dyad/internal/table"
)

//go:embed data/*.tsv
var data embed.FS

// sense is one use of a word: its class ("month") and its number in that class.
type sense struct {
	class string
	value int
}

// vocabulary is what the tables in data hold.
type vocabulary struct {
	words    map[string][]sense
	holidays map[string][2]int // name -> month, day
	longest  int               // words of the longest holiday name
	future   map[string]bool   // "lemma/UPOS" of words whose content lies ahead
	onward   map[string]bool   // adverbs that go on with the time of the sentence before
}

var loaded = sync.OnceValues(load)

// tables gives the vocabulary. It is embedded, and its test reads it: an error cannot reach a user.
func tables() *vocabulary {
	v, err := loaded()
	if err != nil {
		return &vocabulary{}
	}
	return v
}

func load() (*vocabulary, error) {
	v := &vocabulary{words: map[string][]sense{}, holidays: map[string][2]int{}, future: map[string]bool{}, onward: map[string]bool{}}
	rows, err := read("data/words.tsv", "word", "class", "value")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		n, err := strconv.Atoi(r.Get("value"))
		if err != nil {
			return nil, r.Errorf("value", "%w; write a whole number", err)
		}
		v.words[r.Get("word")] = append(v.words[r.Get("word")], sense{r.Get("class"), n})
	}
	if rows, err = read("data/holidays.tsv", "name", "month", "day"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		m, err1 := strconv.Atoi(r.Get("month"))
		d, err2 := strconv.Atoi(r.Get("day"))
		if err1 != nil || err2 != nil {
			return nil, r.Errorf("month", "%q and %q are no month and day", r.Get("month"), r.Get("day"))
		}
		if _, ok := civil(2000, m, d); !ok {
			return nil, r.Errorf("day", "month %d has no day %d", m, d)
		}
		v.holidays[r.Get("name")] = [2]int{m, d}
		v.longest = max(v.longest, len(strings.Fields(r.Get("name"))))
	}
	if rows, err = read("data/future.tsv", "lemma", "upos"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		v.future[r.Get("lemma")+"/"+r.Get("upos")] = true
	}
	if rows, err = read("data/continue.tsv", "lemma"); err != nil {
		return nil, err
	}
	for _, r := range rows {
		v.onward[r.Get("lemma")] = true
	}
	return v, nil
}

func read(file string, columns ...string) ([]table.Row, error) {
	return table.ReadFile(data, "internal/calendar", file, columns...)
}
