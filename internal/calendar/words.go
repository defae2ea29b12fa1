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
	words      map[string][]sense
	starts     map[string]bool         // words that an expression can begin with
	feasts     map[string]rule         // by name
	months     map[string]foreignMonth // of other calendars, by name
	begins     map[string]bool         // first words of the names of feasts and months
	longest    int                     // words of the longest such name
	hijriYears map[int]hijriYear
	lunar      map[string]map[int]days // feast -> year -> its days
	future     map[string]bool         // "lemma/UPOS" of words whose content lies ahead
	onward     map[string]bool         // adverbs that go on with the time of the sentence before
	reply      map[string]bool         // nouns that after "in" say that a deed answers another
	foreseen   map[string]string       // noun -> class: what is spoken of long before it comes
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
	v := &vocabulary{
		words: map[string][]sense{}, starts: map[string]bool{}, feasts: map[string]rule{}, months: map[string]foreignMonth{}, begins: map[string]bool{},
		hijriYears: map[int]hijriYear{}, lunar: map[string]map[int]days{}, future: map[string]bool{}, onward: map[string]bool{}, reply: map[string]bool{}, foreseen: map[string]string{},
	}
	for _, t := range []struct {
		file    string
		columns []string
		row     func(table.Row) error
	}{
		{"data/words.tsv", []string{"word", "class", "value"}, v.word},
		{"data/holidays.tsv", []string{"name", "rule", "month", "day", "number", "days", "as"}, v.feast},
		{"data/months.tsv", []string{"name", "calendar", "month", "alone"}, v.foreign},
		{"data/hijri.tsv", []string{"year", "first", "lengths"}, v.hijriYear},
		{"data/lunar.tsv", []string{"feast", "earliest", "latest"}, v.lunarFeast},
		{"data/future.tsv", []string{"lemma", "upos"}, func(r table.Row) error {
			v.future[r.Get("lemma")+"/"+r.Get("upos")] = true
			return nil
		}},
		{"data/continue.tsv", []string{"lemma"}, func(r table.Row) error {
			v.onward[r.Get("lemma")] = true
			return nil
		}},
		{"data/reply.tsv", []string{"noun"}, func(r table.Row) error {
			v.reply[r.Get("noun")] = true
			return nil
		}},
		{"data/foreseen.tsv", []string{"noun", "class"}, func(r table.Row) error {
			v.foreseen[r.Get("noun")] = r.Get("class")
			if c := r.Get("class"); c != "event" && c != "aim" && c != "gathering" {
				return r.Errorf("class", "%q is none of event, aim, gathering", c)
			}
			return nil
		}},
	} {
		rows, err := read(t.file, t.columns...)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if err := t.row(r); err != nil {
				return nil, err
			}
		}
	}
	return v, nil
}

// read gives the rows of a table of this package.
func read(file string, columns ...string) ([]table.Row, error) {
	return table.ReadFile(data, "internal/calendar", file, columns...)
}

func (v *vocabulary) word(r table.Row) error {
	n, err := cellNumber(r, "value")
	w, class := r.Get("word"), r.Get("class")
	v.words[w] = append(v.words[w], sense{class, n})
	if !inside[class] {
		v.starts[w] = true
	}
	return err
}

// inside are the classes of words that no expression begins with.
var inside = map[string]bool{
	"at": true, "bound": true, "person": true, "namesake": true, "numbered": true, "counted": true, "famous": true, "title": true,
	"zone": true, "meridiem": true, "joins": true,
}

// named notes the first word and the length of a name.
func (v *vocabulary) named(name string) {
	first, _, _ := strings.Cut(name, " ")
	v.begins[first] = true
	v.longest = max(v.longest, len(strings.Fields(name)))
}

// kindsOfRules are the rules of data/holidays.tsv; true: month and day must be given.
var kindsOfRules = map[string]bool{
	"fixed": true, "weekday": true, "hijri": false, "persian": true, "hebrew": true, "easter": false, "pascha": false, "lunar": false, "none": false,
}

func (v *vocabulary) feast(r table.Row) error {
	u := rule{kind: r.Get("rule"), as: r.Get("as")}
	for column, n := range map[string]*int{"month": &u.month, "day": &u.dom, "number": &u.n, "days": &u.length} {
		if r.Get(column) == "" {
			continue
		}
		var err error
		if *n, err = cellNumber(r, column); err != nil {
			return err
		}
	}
	if u.as == "" {
		u.as = r.Get("name")
	}
	dated, known := kindsOfRules[u.kind]
	switch {
	case !known:
		return r.Errorf("rule", "no rule %q; the head of the file lists them", u.kind)
	case dated && (u.month < 1 || u.month > 12 || u.dom < 1 || u.dom > 31):
		return r.Errorf("month", "%d and %d are no month and day", u.month, u.dom)
	}
	v.feasts[r.Get("name")] = u
	v.named(r.Get("name"))
	return nil
}

func (v *vocabulary) foreign(r table.Row) error {
	n, err := cellNumber(r, "month")
	if c := r.Get("calendar"); c != hijriCalendar && c != persianCalendar {
		return r.Errorf("calendar", "%q is neither %s nor %s", c, hijriCalendar, persianCalendar)
	}
	v.months[r.Get("name")] = foreignMonth{r.Get("calendar"), n, r.Get("alone") == "yes"}
	v.named(r.Get("name"))
	return err
}

func (v *vocabulary) hijriYear(r table.Row) error {
	n, err := cellNumber(r, "year")
	if err != nil {
		return err
	}
	first, ok := parseDay(r.Get("first"))
	lengths := r.List("lengths")
	if !ok || len(lengths) != 12 {
		return r.Errorf("lengths", "expected an ISO day in first and 12 lengths")
	}
	y := hijriYear{first}
	for i, s := range lengths {
		length, err := strconv.Atoi(s)
		if err != nil || length != 29 && length != 30 {
			return r.Errorf("lengths", "%q is no length of a month; write 29 or 30", s)
		}
		y[i+1] = y[i] + day(length)
	}
	v.hijriYears[n] = y
	return nil
}

func (v *vocabulary) lunarFeast(r table.Row) error {
	lo, ok := parseDay(r.Get("earliest"))
	if !ok {
		return r.Errorf("earliest", "%q is no day; write YYYY-MM-DD", r.Get("earliest"))
	}
	hi, ok := parseDay(r.Get("latest"))
	if !ok {
		hi = lo
	}
	if v.lunar[r.Get("feast")] == nil {
		v.lunar[r.Get("feast")] = map[int]days{}
	}
	y, _, _ := lo.date()
	v.lunar[r.Get("feast")][y] = days{lo, hi}
	return nil
}

// cellNumber reads a cell as a whole number.
func cellNumber(r table.Row, column string) (int, error) {
	n, err := strconv.Atoi(r.Get(column))
	if err != nil {
		return 0, r.Errorf(column, "%w; write a whole number", err)
	}
	return n, nil
}
