package calendar

import (
	"embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"dyad/internal/language"
	"dyad/internal/table"
)

// Happenings of known date that reports name without it: "the fall of the Berlin Wall". Their names stand in data/happenings.

//go:embed data/happenings/*.tsv
var happeningFiles embed.FS

// happening is one of them; what lasts to this day ends with endless.
type happening struct {
	days
	kind    string
	lasting bool // news told of it in the present as long as it went on
}

// kindsOfHappenings are those that the tables may name; true: such a thing is often told of before it comes.
var kindsOfHappenings = map[string]bool{
	"war": false, "attack": false, "accord": false, "summit": true, "election": true, "coup": false, "founding": false, "end": false,
	"disaster": false, "visit": true, "trial": true, "crisis": false, "independence": false, "accession": true, "death": false,
	"resolution": false, "test": false, "other": false,
}

// names is a tree of the names of happenings by their words, without articles.
type names struct {
	next map[string]*names
	of   []int // the happenings of the name that ends here
}

// happeningTable holds the happenings, their names, and the words for reckoning from them
// (data/reckoning.tsv).
type happeningTable struct {
	list                     []happening
	names                    names
	supposed, adjoins, ahead map[string]bool
	skipped, remembering     map[string]bool
	ordinals, anniversaries  map[string]int
	cities                   map[string]days // by name in small letters
}

var loadedHappenings = sync.OnceValues(func() (*happeningTable, error) {
	t, err := loadHappenings()
	if err != nil {
		return nil, err
	}
	return t, t.turns()
})

// happenings gives the table. It is embedded, and its test reads it: an error cannot reach a user.
func happenings() *happeningTable {
	t, err := loadedHappenings()
	if err != nil {
		return &happeningTable{}
	}
	return t
}

func loadHappenings() (*happeningTable, error) {
	t := &happeningTable{
		supposed: map[string]bool{}, adjoins: map[string]bool{}, ahead: map[string]bool{}, skipped: map[string]bool{}, remembering: map[string]bool{},
		ordinals: map[string]int{}, anniversaries: map[string]int{}, cities: map[string]days{},
	}
	if err := t.words(); err != nil {
		return nil, err
	}
	for _, file := range []string{"data/happenings/early.tsv", "data/happenings/late.tsv"} {
		rows, err := table.ReadFile(happeningFiles, "internal/calendar", file, "names", "from", "to", "kind", "lasting")
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if err := t.row(r); err != nil {
				return nil, err
			}
		}
	}
	if err := t.lives(); err != nil {
		return nil, err
	}
	return t, nil
}

// A maker enters names that are made of others. One that would mean several days, or is a name already, is left out.
type maker struct {
	t    *happeningTable
	made map[*names]bool
}

func (m *maker) enter(words []string, of []int) {
	at := &m.t.names
	for _, w := range words {
		at = at.enter(w)
	}
	switch {
	case at.of == nil && !m.made[at]:
		at.of, m.made[at] = of, true
	case m.made[at] && at.of != nil && m.t.list[at.of[0]].days != m.t.list[of[0]].days:
		at.of = nil
	}
}

// turns enters the clauses that say what the names with a noun say (data/turns.tsv).
func (t *happeningTable) turns() error {
	rows, err := read("data/turns.tsv", "noun", "clauses")
	if err != nil {
		return err
	}
	m := maker{t, map[*names]bool{}}
	for _, r := range rows {
		of := t.names.next[r.Get("noun")]
		if of == nil || of.next["of"] == nil {
			continue
		}
		var clauses [][2][]string
		for _, clause := range r.List("clauses") {
			before, after, ok := strings.Cut(clause, "{}")
			if !ok {
				return r.Errorf("clauses", "%q has no {}", clause)
			}
			clauses = append(clauses, [2][]string{strings.Fields(before), strings.Fields(after)})
		}
		of.next["of"].each(nil, func(name []string, of []int) {
			for _, c := range clauses {
				m.enter(slices.Concat(c[0], name, c[1]), of)
			}
		})
	}
	return nil
}

// each visits the names below a node.
func (n *names) each(words []string, visit func([]string, []int)) {
	if n.of != nil && len(words) > 0 {
		visit(words, n.of)
	}
	for _, w := range slices.Sorted(maps.Keys(n.next)) {
		n.next[w].each(append(slices.Clone(words), w), visit)
	}
}

// lives reads the names that there have been for a time only. Those of cities count in a dateline, the others wherever they stand.
func (t *happeningTable) lives() error {
	rows, err := read("data/lives.tsv", "names", "from", "to", "kind")
	if err != nil {
		return err
	}
	for _, r := range rows {
		d, ok := daysOf(Interval{r.Get("from"), r.Get("to")})
		if !ok {
			return r.Errorf("from", "%q and %q are no two days in order; write YYYY-MM-DD", r.Get("from"), r.Get("to"))
		}
		switch kind := r.Get("kind"); kind {
		case "city":
			for _, name := range r.List("names") {
				t.cities[strings.ToLower(name)] = d
			}
		case nameOnly:
			t.list = append(t.list, happening{d, nameOnly, false})
			if err := t.named(r); err != nil {
				return err
			}
		default:
			return r.Errorf("kind", "%q is neither city nor %s", kind, nameOnly)
		}
	}
	return nil
}

// nameOnly is the kind of what is no happening, but has been named so only since its day.
const nameOnly = "name"

func (t *happeningTable) words() error {
	rows, err := read("data/reckoning.tsv", "word", "class", "value")
	if err != nil {
		return err
	}
	for _, r := range rows {
		n := 0
		if r.Get("value") != "" {
			if n, err = cellNumber(r, "value"); err != nil {
				return err
			}
		}
		switch r.Get("class") {
		case "supposed":
			t.supposed[r.Get("word")] = true
		case "ahead":
			t.ahead[r.Get("word")] = true
		case "skipped":
			t.skipped[r.Get("word")] = true
		case "remembering":
			t.remembering[r.Get("word")] = true
		case "adjoins":
			t.adjoins[r.Get("word")] = true
		case "ordinal":
			t.ordinals[r.Get("word")] = n
		case "anniversary":
			t.anniversaries[r.Get("word")] = max(n, 1)
		default:
			return r.Errorf("class", "no class %q; the head of the file lists them", r.Get("class"))
		}
	}
	return nil
}

func (t *happeningTable) row(r table.Row) error {
	from, ok := parseDay(r.Get("from"))
	if !ok {
		return r.Errorf("from", "%q is no day; write YYYY-MM-DD", r.Get("from"))
	}
	h := happening{days{from, from}, r.Get("kind"), r.Get("lasting") == "yes"}
	if to := r.Get("to"); to != "" {
		if h.hi, ok = parseDay(to); !ok || h.hi < h.lo {
			return r.Errorf("to", "%q is no day after %s; write YYYY-MM-DD", to, r.Get("from"))
		}
	} else if h.lasting {
		h.hi = endless
	}
	if _, known := kindsOfHappenings[h.kind]; !known {
		return r.Errorf("kind", "no kind %q; the head of the file lists them", h.kind)
	}
	t.list = append(t.list, h)
	return t.named(r)
}

// named enters the names of a row for the last of the list.
func (t *happeningTable) named(r table.Row) error {
	for _, name := range r.List("names") {
		at := &t.names
		for w := range strings.FieldsSeq(name) {
			if w = plainWord(w); w != "" && !t.skipped[w] {
				at = at.enter(w)
			}
		}
		if at == &t.names {
			return r.Errorf("names", "%q has no words", name)
		}
		at.of = append(at.of, len(t.list)-1)
	}
	return nil
}

// enter gives the node behind a word.
func (n *names) enter(word string) *names {
	if n.next == nil {
		n.next = map[string]*names{}
	}
	if n.next[word] == nil {
		n.next[word] = &names{}
	}
	return n.next[word]
}

// plainWord takes the marks off both ends of a word and writes its apostrophes and hyphens in one way.
func plainWord(w string) string {
	w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i := range len(w) {
		if w[i] >= 0x80 {
			return plainSigns.Replace(w)
		}
	}
	return w
}

var plainSigns = strings.NewReplacer("’", "'", "‘", "'", "–", "-", "‐", "-", "‑", "-")

// naming is a day or stretch that a sentence names, be it by a date or by a happening.
type naming struct {
	days
	start, end int        // bytes
	happening  *happening // nil: a date
}

// maxNamed bounds how many dates and happenings of one sentence are looked at.
const maxNamed = 64

// find gives the happenings that a sentence names, in order.
func (t *happeningTable) find(text string, s *language.Sentence) []naming {
	var found []naming
	end := min(s.End, len(text))
	for i := max(s.Start, 0); i < end && len(found) < maxNamed; {
		start, stop := nextWord(text, i, end)
		if start == stop {
			break
		}
		w := plainWord(text[start:stop])
		of, at := t.longest(text, w, stop, end)
		if of == nil && start == s.Start && w != "" && w[0] >= 'A' && w[0] <= 'Z' {
			of, at = t.longest(text, strings.ToLower(w[:1])+w[1:], stop, end)
		}
		if of == nil {
			i = stop
			continue
		}
		h := &t.list[of[0]]
		n := naming{h.days, start, at, h}
		for _, k := range of[1:] { // of a name with several days the first and the last are known
			n.days = n.hull(t.list[k].days)
		}
		found = append(found, n)
		i = at
	}
	return found
}

// nextWord gives the next stretch without white space.
func nextWord(text string, i, end int) (start, stop int) {
	for i < end && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t') {
		i++
	}
	start = i
	for i < end && text[i] != ' ' && text[i] != '\n' && text[i] != '\t' {
		i++
	}
	return start, i
}

// longest gives the happenings of the longest name that begins with a word, which ends at a byte of the text, and where the name
// ends. No mark that ends a clause may stand within.
func (t *happeningTable) longest(text, word string, at, end int) (of []int, stop int) {
	for n := t.names.next[word]; n != nil; n = n.next[word] {
		if n.of != nil {
			of, stop = n.of, at
		}
		for range maxSkipped {
			if strings.ContainsAny(text[at-1:at], ",;:!?)") {
				return of, stop
			}
			var start int
			start, at = nextWord(text, at, end)
			if word = plainWord(text[start:at]); n.next[word] != nil || !t.skipped[word] {
				break
			}
		}
		if bare, owns := strings.CutSuffix(word, "'s"); owns && n.next[word] == nil {
			if m := n.next[bare]; m != nil && m.of != nil { // "the Korean War's end"
				return m.of, at
			}
		}
	}
	return of, stop
}

// maxSkipped is how many words that a name need not have may follow one another: "the former Prime Minister".
const maxSkipped = 5
