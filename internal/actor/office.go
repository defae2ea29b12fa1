package actor

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"dyad/internal/calendar"
	"dyad/internal/table"
)

// A person is everybody whom data/offices knows by one name.
type person struct {
	name  string
	terms []office
}

// An office is one term of a person.
type office struct {
	key      string // as in the column office: president, foreign minister
	of       string // code of a state, or name of an organisation
	code     string
	sectors  []string
	from, to string // first and last day, "" = open
	at       origin
	layer    int // 0 = our tables, else the number of the user's file: it goes before those with smaller numbers
}

type holderKey struct{ key, of string }

type holder struct {
	person int
	term   int
}

// regions are the files of data/offices.
var regions = []string{"americas", "asia-pacific", "europe-east", "europe-west", "middle-east-africa", "organisations"}

func (d *Dictionary) loadOffices() error {
	for _, region := range regions {
		rs, err := rows("offices/"+region+".tsv", officeColumns...)
		if err != nil {
			return err
		}
		if err := d.addOffices(rs); err != nil {
			return err
		}
	}
	return nil
}

// loadPeople enters those whom the text names without an office.
func (d *Dictionary) loadPeople() error {
	rs, err := rows("people.tsv", "name", "code", "from", "to", "sector", "surname", "names")
	if err != nil {
		return err
	}
	for _, r := range rs {
		o := office{of: r.Get("code"), code: r.Get("code"), sectors: r.List("sector"), at: where(r)}
		if _, ok := d.byCode[o.code]; !ok && !international(o.code) {
			return r.Errorf("code", "%q is neither a code of data/states.tsv nor an international one", o.code)
		}
		if o.from, o.to, err = term(r); err != nil {
			return err
		}
		d.enterPerson(r.Get("name"), o, r.List("surname"), r.List("names"))
	}
	return nil
}

func (d *Dictionary) addOffices(rs []table.Row) error {
	of := d.employers()
	for _, r := range rs {
		o := office{key: r.Get("office"), of: r.Get("of"), sectors: r.List("sector"), at: where(r)}
		if err := of.fill(r, "of", &o); err != nil {
			return err
		}
		d.enterPerson(r.Get("name"), o, r.List("surname"), r.List("names"))
	}
	return nil
}

// Employers are what offices are of, and the sectors of offices.
type employers struct {
	d       *Dictionary
	orgs    map[string]int      // name -> row
	sectors map[string][]string // office -> sectors
}

func (d *Dictionary) employers() employers {
	e := employers{d, map[string]int{}, map[string][]string{}}
	for i, o := range d.orgs {
		if _, ok := e.orgs[o.name]; !ok {
			e.orgs[o.name] = i
		}
	}
	for _, r := range d.roles {
		if r.office != "" && e.sectors[r.office] == nil {
			e.sectors[r.office] = r.sectors
		}
	}
	return e
}

// fill gives an office its code, its sectors where the row has none, and its term.
func (e employers) fill(r table.Row, of string, o *office) (err error) {
	sectors, ok := e.sectors[o.key]
	if !ok {
		return r.Errorf("office", "%q is no office of data/roles.tsv", o.key)
	}
	if i, ok := e.orgs[o.of]; ok {
		o.code, sectors = e.d.orgs[i].code, e.d.orgs[i].sectors
	} else if _, ok := e.d.byCode[o.of]; ok {
		o.code = o.of
	} else {
		return r.Errorf(of, "%q is neither a code of data/states.tsv nor a name of data/organisations.tsv", o.of)
	}
	if len(o.sectors) == 0 {
		o.sectors = sectors
	}
	o.from, o.to, err = term(r)
	return err
}

func (d *Dictionary) office(h holder) *office { return &d.people[h.person].terms[h.term] }

// enterPerson adds a term to the person of that name and enters the names: the surname is the last word of the name, and of
// other spellings of it, unless the table gives others.
func (d *Dictionary) enterPerson(name string, o office, surnames, names []string) {
	i, known := d.personOf[name]
	if !known {
		i = len(d.people)
		d.personOf[name] = i
		d.people = append(d.people, person{name: name})
	}
	p := &d.people[i]
	o.layer = d.layer
	p.terms = append(p.terms, o)
	k := holderKey{o.key, o.of}
	if o.key != "" {
		d.holders[k] = append(d.holders[k], holder{i, len(p.terms) - 1})
	}
	if !known && len(surnames) == 0 {
		last := lastName(name)
		surnames = append(surnames, last)
		for _, n := range names {
			if !slices.Contains(strings.Fields(n), last) { // another spelling of it; "Ortega Saavedra" adds the mother's name
				surnames = append(surnames, lastName(n))
			}
		}
	}
	for _, n := range append([]string{name}, names...) {
		if strings.Contains(n, " ") {
			d.names.add(n, reading{personName, int32(i), false})
			d.spell(i, n)
		} else {
			surnames = append(surnames, n)
		}
	}
	for _, n := range surnames {
		d.names.add(n, reading{surname, int32(i), false})
	}
}

// lastName gives the last word of a name with the particle before it that is written small ("al-Assad" stays whole).
func lastName(name string) string {
	ws := strings.Fields(name)
	if len(ws) == 0 {
		return ""
	}
	return ws[len(ws)-1]
}

// title prints an office: "President of Russia".
func (d *Dictionary) title(o *office) string {
	name := d.titles[holderKey{o.key, o.of}]
	if name == "" {
		name = d.titles[holderKey{o.key, ""}]
	}
	if name == "" {
		name = capitalise(o.key)
	}
	of := o.of
	if i, ok := d.byCode[o.of]; ok {
		of = d.states[i].name
	}
	if d.articles[of] {
		of = "the " + of
	}
	return name + " of " + of
}

func (d *Dictionary) loadTitles() error {
	rs, err := rows("titles.tsv", "office", "of", "title")
	if err != nil {
		return err
	}
	for _, r := range rs {
		d.titles[holderKey{r.Get("office"), r.Get("of")}] = r.Get("title")
	}
	return nil
}

func capitalise(s string) string {
	ws := strings.Fields(s)
	for i, w := range ws {
		if len(w) > 3 || i == 0 {
			ws[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(ws, " ")
}

// Day reads a day, month or year as the interval that it means.
func Day(s string) (calendar.Interval, error) {
	from, err := day(s, false)
	if err != nil {
		return calendar.Interval{}, err
	}
	to, err := day(s, true)
	return calendar.Interval{Earliest: from, Latest: to}, err
}

var errDate = errors.New("a date is YYYY, YYYY-MM or YYYY-MM-DD")

// day reads a date that may lack day or month as the first day it may mean, or the last.
func day(s string, last bool) (string, error) {
	if s == "" {
		return "", nil
	}
	whole := s
	switch {
	case len(s) == 4 && last:
		whole = s + "-12-31"
	case len(s) == 4:
		whole = s + "-01-01"
	case len(s) == 7 && last:
		whole = s + "-31"
	case len(s) == 7:
		whole = s + "-01"
	}
	y, m, d, ok := civil(whole)
	switch {
	case !ok || m < 1 || m > 12 || d < 1:
		return "", fmt.Errorf("%q: %w", s, errDate)
	case d <= daysIn(y, m):
		return whole, nil
	case len(s) == 7:
		return fmt.Sprintf("%s-%02d", s, daysIn(y, m)), nil
	}
	return "", fmt.Errorf("%q: %w", s, errDate)
}

// civil reads the digits of YYYY-MM-DD.
func civil(s string) (y, m, d int, ok bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, 0, 0, false
	}
	for i := range len(s) {
		c := s[i] - '0'
		switch {
		case i == 4 || i == 7:
			continue
		case c > 9:
			return 0, 0, 0, false
		case i < 4:
			y = 10*y + int(c)
		case i < 7:
			m = 10*m + int(c)
		default:
			d = 10*d + int(c)
		}
	}
	return y, m, d, true
}

// daysIn is how many days a month has.
func daysIn(y, m int) int {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// overlaps says whether a term has days in common with an interval; open ends overlap everything.
func overlaps(from, to string, in calendar.Interval) bool {
	return (from == "" || in.Latest == "" || from <= in.Latest) && (to == "" || in.Earliest == "" || in.Earliest <= to)
}
