package relation

import (
	"embed"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"dyad/internal/plover"
	"dyad/internal/relation/linear"
	"dyad/internal/table"
)

//go:embed data/*.tsv data/lexicon/*.tsv
var data embed.FS

// Lexicon is the predicates with their slots, and the small tables that go with them. It does not change after reading.
type Lexicon struct {
	entries   map[string][]*entry        // by the lemma of the head
	classes   map[string]map[string]bool // class → lemmas, or two lemmas with a blank between them
	operators map[[2]string]outcome      // operator and class of content → type
	contents  map[[2]string]content      // type and mode → what it is as the content of an operator
	light     map[string]lightVerb       // verb, or verb and preposition
	governors map[string]string          // words that change the status of what they govern
	cues      map[string]map[string]bool // kind of cue → words
	weapons   map[string]string          // word → mode of ASSAULT
	agents    map[[2]string]string       // type and mode → sector presupposed where no actor is named
	forms     map[string]string          // regular and irregular forms of the verbs
	nouns     map[string]bool            // the words of all classes
	patients  map[[2]string]string       // type and mode → sector that bears the act where no recipient is named
	size      int
	generic   map[[2]string]*entry // type and part of speech → where its parties usually stand
	ranker    *linear.Model        // judges what the rules find; nil: they stand
	unknown   *linear.Model        // finds acts of verbs that the lexicon lacks; nil: none
	describes bool                 // candidates carry their features, to train a ranker
}

// WithRanker returns a lexicon whose candidates a model judges; with none they carry their features, to train one.
func (l *Lexicon) WithRanker(m *linear.Model) *Lexicon {
	with := *l
	with.ranker, with.describes = m, m == nil
	return &with
}

// entry is one predicate in one sense.
type entry struct {
	where     string // file:line
	pattern   string // for people
	lemma     string
	particles []string
	pos       string // v verb, n event noun, a adjective
	needs     []need
	actor     slots
	recipient slots
	event     string   // PLOVER type; "" for an operator or a content
	mode      []string // "means": by the weapon
	operator  string
	also      string // a second type and mode that the same predicate yields: "COERCE arrest"
	class     string // class of content, if not that of the type
	content   slots
	weight    int // how much the entry asks for: the most specific that fits is taken
}

type outcome struct {
	event, class, aux string
	mode              string // "threat": what the content would be as a threat; "=": the content's own
}

type content struct{ class, threat, stoppedEvent, stoppedMode string }

type lightVerb struct {
	role string // actor | recipient: what its subject is in the event noun's act
}

// Rules returns the lexicon that the program carries, without models.
var Rules = sync.OnceValues(func() (*Lexicon, error) {
	return read(func(name string) ([]byte, error) { return data.ReadFile("data/" + name) })
})

// Default returns the lexicon that the program carries, with its models.
var Default = sync.OnceValues(func() (*Lexicon, error) {
	l, err := Rules()
	if err != nil {
		return nil, err
	}
	unknown, err := defaultUnknown()
	if err != nil {
		return nil, err
	}
	ranker, err := defaultRanker()
	if err != nil {
		return nil, err
	}
	return l.WithUnknown(unknown).WithRanker(ranker), nil
})

// WithUnknown returns a lexicon with a model of the verbs that it lacks.
func (l *Lexicon) WithUnknown(m *linear.Model) *Lexicon {
	with := *l
	with.unknown = m
	return &with
}

// A File is a user's own table of predicates, with the columns of ours.
type File struct {
	Name string
	Data io.Reader
}

// With lays tables of a user over a lexicon, the last on top: a predicate of his (the same words, as the same part of
// speech) means what his rows say and nothing else; one whose event is "-none" means nothing. The error of a faulty table names file, line and what was
// expected, and nothing of it is used.
func (l *Lexicon) With(files ...File) (*Lexicon, error) {
	with := *l
	with.entries, with.forms = maps.Clone(l.entries), maps.Clone(l.forms)
	for _, f := range files {
		_, rows, err := table.ReadFrom(f.Name, f.Data, columns)
		if err != nil {
			return nil, err
		}
		var own []*entry
		for _, r := range rows {
			list, err := with.entriesOf(r)
			if err != nil {
				return nil, err
			}
			own = append(own, list...)
		}
		name := func(e *entry) string { return strings.Join(append([]string{e.pos, e.lemma}, e.particles...), " ") }
		gone := map[string]bool{}
		for _, e := range own {
			if !gone[name(e)] {
				gone[name(e)] = true
				with.entries[e.lemma] = slices.DeleteFunc(slices.Clone(with.entries[e.lemma]), func(o *entry) bool { return name(o) == name(e) })
			}
		}
		for _, e := range own {
			with.entries[e.lemma] = append(with.entries[e.lemma], e)
			if e.pos == "v" {
				with.note(e.lemma)
			}
		}
	}
	return &with, nil
}

var columns = []string{"predicate", "pos", "needs", "actor", "recipient", "event", "mode", "content", "note"}

// read reads all tables; file gives the bytes of one by its name below data/.
func read(file func(string) ([]byte, error)) (*Lexicon, error) {
	l := &Lexicon{
		entries: map[string][]*entry{}, classes: map[string]map[string]bool{}, operators: map[[2]string]outcome{}, contents: map[[2]string]content{},
		light: map[string]lightVerb{}, governors: map[string]string{}, cues: map[string]map[string]bool{}, weapons: map[string]string{}, agents: map[[2]string]string{}, patients: map[[2]string]string{}, forms: map[string]string{}, nouns: map[string]bool{}, generic: map[[2]string]*entry{},
	}
	if err := l.readTables(file); err != nil {
		return nil, err
	}
	files, err := data.ReadDir("data/lexicon")
	if err != nil {
		return nil, fmt.Errorf("relation: %w", err)
	}
	for _, f := range files {
		name := path.Join("lexicon", f.Name())
		raw, err := file(name)
		if err != nil {
			return nil, fmt.Errorf("relation: %w", err)
		}
		if err := l.readEntries(name, raw); err != nil {
			return nil, err
		}
	}
	l.inflect()
	return l, nil
}

// readEntries adds the entries of one lexicon file.
func (l *Lexicon) readEntries(name string, raw []byte) error {
	rows, err := table.Read(name, raw, columns...)
	if err != nil {
		return err
	}
	for _, r := range rows {
		list, err := l.entriesOf(r)
		if err != nil {
			return err
		}
		for _, e := range list {
			l.entries[e.lemma] = append(l.entries[e.lemma], e)
			l.size++
		}
	}
	return nil
}

// entriesOf reads the predicates of a row.
func (l *Lexicon) entriesOf(r table.Row) ([]*entry, error) {
	if len(r.List("predicate")) == 0 {
		return nil, r.Errorf("predicate", "expected one or more predicates separated by %q", ";")
	}
	var list []*entry
	for _, p := range r.List("predicate") {
		e, err := l.entry(r, p)
		if err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	return list, nil
}

// entry reads one predicate of a row.
func (l *Lexicon) entry(r table.Row, predicate string) (*entry, error) {
	words := strings.Fields(strings.ToLower(predicate))
	e := &entry{where: r.Where(), lemma: words[0], particles: words[1:], pos: r.Get("pos")}
	e.pattern = strings.TrimSpace(predicate + " " + r.Get("needs"))
	if !slices.Contains([]string{"v", "n", "a"}, e.pos) {
		return nil, r.Errorf("pos", "%q is none of v, n, a", e.pos)
	}
	var err error
	if e.needs, err = parseNeeds(r.Get("needs")); err != nil {
		return nil, r.Errorf("needs", "%w", err)
	}
	for _, c := range []struct {
		column string
		into   *slots
	}{{"actor", &e.actor}, {"recipient", &e.recipient}, {"content", &e.content}} {
		if *c.into, err = parseSlots(r.Get(c.column)); err != nil {
			return nil, r.Errorf(c.column, "%w", err)
		}
	}
	for _, n := range e.needs {
		for _, w := range n.words {
			if w == "" || strings.HasPrefix(w, "{") != strings.HasSuffix(w, "}") {
				return nil, r.Errorf("needs", "%q is no word, {class} or @sector", w)
			}
			if class, ok := strings.CutPrefix(w, "{"); ok && l.classes[strings.TrimSuffix(class, "}")] == nil {
				return nil, r.Errorf("needs", "there is no class %s in class.tsv", w)
			}
		}
		e.weight += n.weight()
	}
	if err := l.readEvent(r, e); err != nil {
		return nil, err
	}
	e.weight += 6 * len(e.particles)
	if e.event == "" && e.operator == "" && e.class != "none" {
		e.weight -= 100 // a mere content counts only where the word is no act
	}
	return e, nil
}

// readEvent reads what an entry yields: a type with modes, "=operator", or "-class" for what is only a content.
func (l *Lexicon) readEvent(r table.Row, e *entry) error {
	event := r.Get("event")
	if op, ok := strings.CutPrefix(event, "="); ok {
		if _, ok := l.operators[[2]string{op, "none"}]; !ok {
			return r.Errorf("event", "there is no operator %q in operator.tsv", op)
		}
		e.operator = op
		return nil
	}
	if class, ok := strings.CutPrefix(event, "-"); ok {
		if !slices.Contains(contentClasses, class) {
			return r.Errorf("event", "%q is no class of content: %s", class, strings.Join(contentClasses, ", "))
		}
		e.class = class
		return nil
	}
	event, e.also, _ = strings.Cut(event, "+")
	e.event = event
	t, ok := plover.Lookup(event)
	if !ok {
		return r.Errorf("event", "%q is no PLOVER type, no =operator, no -class", event)
	}
	if also, mode, ok := strings.Cut(e.also, " "); e.also != "" {
		x, known := plover.Lookup(also)
		if _, has := x.Mode(mode); !ok || !known || !has {
			return r.Errorf("event", "%q is no type and mode, as in SANCTION+COERCE arrest", e.also)
		}
	}
	e.mode = r.List("mode")
	slices.Sort(e.mode)
	e.mode = slices.Compact(e.mode)
	for _, m := range e.mode {
		if _, ok := t.Mode(m); !ok && !(m == "means" && event == "ASSAULT") {
			return r.Errorf("mode", "%q is no mode of %s", m, event)
		}
	}
	return nil
}

// contentClasses are what the complement of an operator can be (plover.md 2.3); words are acts of quad 3.
var contentClasses = []string{"meet", "support", "coop", "help", "yield", "change", "harm", "words", "other", "none"}

// Size is the number of entries.
func (l *Lexicon) Size() int { return l.size }

// Count gives the number of entries by PLOVER type, operators under "operator", bare contents under "content".
func (l *Lexicon) Count() map[string]int {
	n := map[string]int{}
	for _, list := range l.entries {
		for _, e := range list {
			switch {
			case e.operator != "":
				n["operator"]++
			case e.event == "":
				n["content"]++
			default:
				n[e.event]++
			}
		}
	}
	return n
}
