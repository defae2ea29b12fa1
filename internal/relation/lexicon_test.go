package relation

import (
	"slices"
	"strings"
	"testing"

	"dyad/internal/plover"
)

func lexicon(t testing.TB) *Lexicon {
	l, err := Rules()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Every type and every mode can be reached: by an entry, an operator, a threat, a weapon, or the place of a meeting.
func TestEveryTypeAndModeCanBeReached(t *testing.T) {
	l := lexicon(t)
	reached := map[string]bool{"CONSULT third-party": true}
	for _, list := range l.entries {
		for _, e := range list {
			reached[e.event] = true
			for _, m := range e.mode {
				reached[e.event+" "+m] = true
			}
		}
	}
	for _, o := range l.operators {
		reached[o.event] = true
		reached[o.event+" "+o.mode] = true
	}
	for _, c := range l.contents {
		reached["THREATEN "+c.threat] = true
	}
	for _, m := range l.weapons {
		reached["ASSAULT "+m] = true
	}
	for _, x := range plover.Types() {
		if !reached[x.Name] {
			t.Errorf("no predicate yields %s", x.Name)
		}
		for _, m := range x.Modes {
			if !reached[x.Name+" "+m.Name] {
				t.Errorf("no predicate yields %s %s", x.Name, m.Name)
			}
		}
	}
	t.Logf("%d predicates: %v", l.Size(), l.Count())
}

// Every mode in the small tables is one of the type it stands beside.
func TestModesOfTablesExist(t *testing.T) {
	l := lexicon(t)
	check := func(where, event, mode string) {
		x, ok := plover.Lookup(event)
		if _, has := x.Mode(mode); mode != "" && mode != "threat" && mode != "=" && (!ok || !has) {
			t.Errorf("%s: %q is no mode of %s", where, mode, event)
		}
	}
	for k, o := range l.operators {
		if o.event != "=" && o.event != "stopped" && o.event != "" {
			check("operator "+k[0], o.event, o.mode)
		}
	}
	for k, c := range l.contents {
		check("content "+k[0], k[0], k[1])
		check("content "+k[0], "THREATEN", c.threat)
		check("content "+k[0], c.stoppedEvent, c.stoppedMode)
	}
	for k := range l.agents {
		check("agent "+k[0], k[0], k[1])
	}
}

func TestFaultyTablesAreNamed(t *testing.T) {
	head := strings.Join(columns, "\t") + "\n"
	for _, c := range []struct{ file, content, want string }{
		{"lexicon/aid.tsv", head + "\tv\n", "aid.tsv:2: column predicate: expected one or more predicates"},
		{"lexicon/aid.tsv", head + "give\tx\n", "aid.tsv:2: column pos"},
		{"lexicon/aid.tsv", head + "give\tv\tO\n", `aid.tsv:2: column needs: "O" is no need`},
		{"lexicon/aid.tsv", head + "give\tv\tQ=x\n", `"Q" is no slot`},
		{"lexicon/aid.tsv", head + "give\tv\tO={nothing}\n", "there is no class {nothing}"},
		{"lexicon/aid.tsv", head + "give\tv\t\tS+Z\n", `aid.tsv:2: column actor: "Z" is no slot`},
		{"lexicon/aid.tsv", "# text\n" + head + "give\tv\t\tS\tO\tHELP\n", `aid.tsv:3: column event: "HELP" is no PLOVER type`},
		{"lexicon/aid.tsv", head + "give\tv\t\tS\tO\t=beg\n", `there is no operator "beg"`},
		{"lexicon/aid.tsv", head + "give\tv\t\tS\tO\t-gift\n", `"gift" is no class of content`},
		{"lexicon/aid.tsv", head + "jail\tv\t\tS\tO\tSANCTION+COERCE\tconvict\n", `"COERCE" is no type and mode`},
		{"lexicon/aid.tsv", head + "give\tv\t\tS\tO\tRETREAT\tvisit\n", `"visit" is no mode of RETREAT`},
		{"lexicon/aid.tsv", "predicate\tpos\n", "aid.tsv:1: the columns are"},
		{"operator.tsv", "operator\tcontent\tevent\tmode\tclass\taux\nask\tfood\tREQUEST\n", "operator.tsv:2: column content"},
		{"light.tsv", "verbs\tpreposition\tsubject\nhold\t\tboth\n", "light.tsv:2: column subject"},
		{"weapon.tsv", "mode\twords\nlaser\tlaser\n", "weapon.tsv:2: column mode"},
		{"class.tsv", "class\twords\nx\t{y}\n", "class.tsv:2: column words"},
		{"content.tsv", "event\tmode\tclass\tthreat\tstopped_event\tstopped_mode\nAID\t\tgift\n", "content.tsv:2: column class"},
	} {
		_, err := read(func(name string) ([]byte, error) {
			if name == c.file {
				return []byte(c.content), nil
			}
			return data.ReadFile("data/" + name)
		})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.file, err, c.want)
		}
	}
}

// FuzzEntries reads any bytes as a lexicon file: they are understood or refused with the name of the file.
func FuzzEntries(f *testing.F) {
	raw, err := data.ReadFile("data/lexicon/agree.tsv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add([]byte(strings.Join(columns, "\t") + "\ngive up;y\tv\tO!={aid}/x;S=@MIL\tS+with|by\t-\t=stop\t\tcomp|O\n"))
	l := lexicon(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		c := *l
		c.entries = map[string][]*entry{}
		before := c.size
		err := c.readEntries("user.tsv", raw)
		if err != nil && !strings.Contains(err.Error(), "user.tsv") {
			t.Errorf("the error does not name the file: %v", err)
		}
		n := 0
		for _, list := range c.entries {
			n += len(list)
		}
		if c.size-before != n {
			t.Errorf("%d entries, counted %d", n, c.size-before)
		}
	})
}

func TestLexiconKnowsTheFormsOfItsVerbs(t *testing.T) {
	l := lexicon(t)
	for form, want := range map[string]string{
		"vetoed": "veto", "shelled": "shell", "initialled": "initial", "overran": "overrun", "withheld": "withhold", "denies": "deny", "expelling": "expel", "fled": "flee",
	} {
		if got := l.forms[form]; got != want {
			t.Errorf("%s is taken for a form of %q, want %q", form, got, want)
		}
	}
	if slices.Contains(regular("deny"), "denyed") {
		t.Error("denyed is no form of deny")
	}
}
