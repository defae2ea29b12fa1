package actor

import (
	"slices"
	"strings"
	"testing"
)

// knownSectors are PLOVER's (shared/design/plover.md 5.3).
var knownSectors = []string{
	"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "REB", "PRM", "UAF", "UNK", "OPP", "CVL", "AGR", "BUS", "LAB", "CRM", "EDU",
	"ELI", "JRN", "MED", "REF", "REL", "SOC", "PRE",
}

func TestSectorsAndCodesAreKnown(t *testing.T) {
	d := dictionary(t)
	sectors := func(where string, ss []string) {
		for i, s := range ss {
			if !slices.Contains(knownSectors, s) {
				t.Errorf("%s: sector %q is not PLOVER's", where, s)
			}
			if slices.Contains(ss[:i], s) {
				t.Errorf("%s: sector %q twice", where, s)
			}
		}
	}
	for _, o := range d.orgs {
		sectors(o.name, o.sectors)
		if _, ok := d.byCode[o.code]; !ok && !international(o.code) {
			t.Errorf("%s: code %q is neither a state's nor international", o.name, o.code)
		}
	}
	for _, r := range d.roles {
		sectors(r.word, r.sectors)
		if !slices.Contains([]string{"person", "group", "body", "honorific"}, r.kind) {
			t.Errorf("%s: kind %q is not known", r.word, r.kind)
		}
		for _, f := range r.flags {
			if !slices.Contains([]string{"title", "takes", "serves", "voices", "generic", "counterpart", "private", "stranger", "leads", "predecessor", "successor", "weak", "owned", "elect", "heads", "family", "broad", r.code}, f) {
				t.Errorf("%s: flag %q is not known", r.word, f)
			}
		}
		if r.is("private") && slices.Contains(r.sectors, "GOV") {
			t.Errorf("%s: a private person is never GOV", r.word)
		}
	}
	for _, s := range d.states {
		if len(s.code) != 3 {
			t.Errorf("%s: code %q has not three letters", s.name, s.code)
		}
	}
}

// A name must not mean two states or two organisations at one time, unless the table says when it means which.
func TestNamesAreUnique(t *testing.T) {
	d := dictionary(t)
	for _, es := range d.names {
		for _, e := range es {
			for i, a := range e.readings {
				for _, b := range e.readings[:i] {
					if a.sense != b.sense || a.index == b.index {
						continue
					}
					switch a.sense {
					case stateName, stateAdjective, capitalCity, seat:
						x, y := d.states[a.index], d.states[b.index]
						if d.ambiguous[strings.Join(e.words, " ")].states {
							continue
						}
						if x.code != y.code && meet(x.from, x.to, y.from, y.to) {
							t.Errorf("%v means %s and %s", e.words, x.name, y.name)
						}
					case organisation:
						x, y := d.orgs[a.index], d.orgs[b.index]
						if meet(x.from, x.to, y.from, y.to) {
							t.Errorf("%v means %s and %s", e.words, x.name, y.name)
						}
					case personName:
						if !sharedNames[d.people[a.index].name] {
							t.Errorf("%v means %s and %s", e.words, d.people[a.index].name, d.people[b.index].name)
						}
					case roleNoun:
						if x, y := d.roles[a.index], d.roles[b.index]; a.plural == b.plural && !slices.Equal(x.sectors, y.sectors) {
							t.Errorf("%v means %s and %s with other sectors", e.words, x.word, y.word)
						}
					}
				}
			}
		}
	}
}

// sharedNames are people who are called alike and told apart by the date.
var sharedNames = map[string]bool{"George H. W. Bush": true, "George W. Bush": true}

func meet(from1, to1, from2, to2 string) bool {
	return (from1 == "" || to2 == "" || from1 <= to2) && (from2 == "" || to1 == "" || from2 <= to1)
}

func TestDay(t *testing.T) {
	for _, c := range []struct {
		in   string
		last bool
		want string
	}{
		{"2001", false, "2001-01-01"},
		{"2001", true, "2001-12-31"},
		{"2004-02", true, "2004-02-29"},
		{"2004-02-10", true, "2004-02-10"},
		{"", true, ""},
	} {
		if got, err := day(c.in, c.last); err != nil || got != c.want {
			t.Errorf("day(%q, %v) = %q, %v; want %q", c.in, c.last, got, err, c.want)
		}
	}
	for _, in := range []string{"200", "2001-13", "2001-02-30", "10 May 2001"} {
		if got, err := day(in, false); err == nil {
			t.Errorf("day(%q) = %q, want an error", in, got)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"U.S.": "us", "Élysée": "elysee", "Türkiye": "turkiye", "Yıldırım": "yildirim", "Støre": "store", "Sana’a": "sana'a", ".": "."} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}
