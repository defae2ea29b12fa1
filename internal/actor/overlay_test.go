package actor

import (
	"strings"
	"testing"

	"dyad/internal/calendar"
	"dyad/internal/language"
	"dyad/internal/place"
)

const actorsHeader = "name\tkind\tcode\tsector\toffice\tfrom\tto\tnames\n"

func places(t *testing.T) *place.Gazetteer {
	t.Helper()
	g, err := place.Default()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// who gives code:sector and name of each mention of a text read with a user's tables laid over ours.
func who(t *testing.T, text string, files ...string) map[string]string {
	t.Helper()
	var fs []File
	for _, f := range files {
		fs = append(fs, File{"mine.tsv", strings.NewReader(f)})
	}
	d, err := With(places(t), fs...)
	if err != nil {
		t.Fatal(err)
	}
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	on := calendar.Interval{Earliest: "2004-05-10", Latest: "2004-05-10"}
	for _, m := range d.Find(text, m.Parse(text), Context{}).Settle(on) {
		for _, e := range m.Entities {
			found[text[m.Start:m.Stop]] = code(e.Code) + ":" + strings.Join(e.Sector, ";") + " " + e.Name
		}
	}
	return found
}

func code(c *string) string {
	if c == nil {
		return "---"
	}
	return *c
}

func TestOverlay(t *testing.T) {
	for name, c := range map[string]struct {
		text, file, mention, want string
	}{
		"a new state":                       {"Zubrowka protested on Monday.", "Zubrowka\tstate\tZUB\t\t\t\t\tZubrowkan\n", "Zubrowka", "ZUB:GOV Zubrowka"},
		"its adjective":                     {"The Zubrowkan army crossed the border.", "Zubrowka\tstate\tZUB\t\t\t\t\tZubrowkan\n", "The Zubrowkan army", "ZUB:MIL "},
		"an organisation's code mended":     {"Hezbollah shelled the town.", "Hezbollah\tgroup\tLBN\tPTY\n", "Hezbollah", "LBN:PTY Hezbollah"},
		"and its other names with it":       {"Hizbollah shelled the town.", "Hezbollah\tgroup\tLBN\tPTY\n", "Hizbollah", "LBN:PTY Hezbollah"},
		"a person of an own code":           {"Anna Kowal met the Danish premier.", "Anna Kowal\tperson\tKURREB\tREB\t\t2001\t2008-05\n", "Anna Kowal", "KURREB:REB Anna Kowal"},
		"outside the term":                  {"Anna Kowal met the Danish premier.", "Anna Kowal\tperson\tKURREB\tREB\t\t2001\t2002-05\n", "Anna Kowal", "KURREB:ELI Anna Kowal"},
		"an office in the user's table":     {"The Danish foreign minister arrived.", "Anna Kowal\tperson\tDNK\t\tforeign minister\t2001\t2008\n", "The Danish foreign minister", "DNK:GOV Anna Kowal"},
		"the user's terms instead of ours":  {"Vladimir Putin arrived.", "Vladimir Putin\tperson\tRUS\tBUS\t\t1990\t2010\n", "Vladimir Putin", "RUS:BUS Vladimir Putin"},
		"by surname too":                    {"Putin arrived.", "Vladimir Putin\tperson\tRUS\tBUS\t\t1990\t2010\n", "Putin", "RUS:BUS Vladimir Putin"},
		"a role of another sector":          {"The Danish surveyors arrived.", "surveyor\trole\t\tEDU\n", "The Danish surveyors", "DNK:EDU "},
		"a name that is another of theirs":  {"The Kremlin objected.", "Kremlin Bank\torganisation\tRUS\tBUS\t\t\t\tKremlin\n", "Kremlin", "RUS:BUS Kremlin Bank"},
		"in the format of our own tables":   {"Frobnia objected.", "", "Frobnia", "FRB:GOV Frobnia"},
		"offices in the format of our own":  {"The Danish foreign minister arrived.", "", "The Danish foreign minister", "DNK:GOV Anna Kowal"},
		"a later file goes over an earlier": {"Hezbollah shelled the town.", "", "Hezbollah", "LBN:SOC Hezbollah"},
	} {
		t.Run(name, func(t *testing.T) {
			files := []string{actorsHeader + c.file}
			switch name {
			case "in the format of our own tables":
				files = []string{strings.Join(stateColumns, "\t") + "\nFRB\t\tFrobnia\tstate\n"}
			case "offices in the format of our own":
				files = []string{strings.Join(officeColumns, "\t") + "\nAnna Kowal\tforeign minister\tDNK\t2001\t2008\n"}
			case "a later file goes over an earlier":
				files = []string{actorsHeader + "Hezbollah\tgroup\tLBN\tPTY\n", actorsHeader + "Hezbollah\tgroup\tLBN\tSOC\n"}
			}
			found := who(t, c.text, files...)
			if got := found[c.mention]; got != c.want {
				t.Errorf("%q: got %q, want %q (all: %v)", c.mention, got, c.want, found)
			}
		})
	}
}

func TestOverlayTakesAway(t *testing.T) {
	if found := who(t, "Moscow said no.", actorsHeader+"Moscow\tnone\n"); len(found) > 0 {
		t.Errorf("got %v, want nothing", found)
	}
}

// Nothing of a table with a fault is taken: the error names file, line and column.
func TestOverlayFaults(t *testing.T) {
	for in, want := range map[string]string{
		"name\tkind\n":                                          "mine.tsv:1: the columns are",
		actorsHeader + "X\tking\tXXX\n":                         "mine.tsv:2: column kind",
		actorsHeader + "X\tstate\tx\n":                          "mine.tsv:2: column code",
		actorsHeader + "X\tperson\tDNK\tKING\n":                 "mine.tsv:2: column sector",
		actorsHeader + "X Y\tperson\tDNK\t\tking of kings\n":    "mine.tsv:2: column office",
		actorsHeader + "X Y\tperson\tQQQ\t\tpresident\n":        "mine.tsv:2: column code",
		actorsHeader + "X\tstate\tXXX\t\tpresident\n":           "mine.tsv:2: column office",
		actorsHeader + "X\tgroup\tXXX\t\t\t2001-13\n":           "mine.tsv:2: column from",
		actorsHeader + "X\tgroup\tXXX\t\t\t2002\t2001\n":        "mine.tsv:2: column to",
		actorsHeader + "\tgroup\tXXX\n":                         "mine.tsv:2: column name",
		actorsHeader + "x\trole\n":                              "mine.tsv:2: column sector",
		actorsHeader + "\xff\tgroup\tXXX\n":                     "mine.tsv:2: the line is not valid UTF-8",
		actorsHeader + strings.Repeat("x", 1<<21) + "\tgroup\n": "mine.tsv:2: ",
		"": "mine.tsv: no header line",
	} {
		if _, err := With(places(t), File{"mine.tsv", strings.NewReader(in)}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: got %v, want %q", in, err, want)
		}
	}
}

// The users' tables must not reach the dictionary that others use.
func TestOverlayLeavesOursAlone(t *testing.T) {
	if _, err := With(places(t), File{"mine.tsv", strings.NewReader(actorsHeader + "Hezbollah\tgroup\tLBN\tPTY\n")}); err != nil {
		t.Fatal(err)
	}
	for _, o := range dictionary(t).orgs {
		if o.name == "Hezbollah" && o.sectors[0] != "REB" {
			t.Errorf("our Hezbollah is %v", o.sectors)
		}
	}
}

// No table makes the dictionary panic, and what is taken answers.
func FuzzWith(f *testing.F) {
	f.Add(actorsHeader + "Hezbollah\tgroup\tLBN\tPTY\n")
	f.Add(actorsHeader + "A B\tperson\tDNK\t\tpresident\t2001\t2002\tB A;C\nA B\tperson\tDNK\tELI\n")
	f.Add(actorsHeader + "Denmark\tstate\tDNK\t\t\t\t\tDane;Danish\nspokesman\trole\t\tGOV\nMoscow\tnone\n")
	f.Add(strings.Join(stateColumns, "\t") + "\nFRB\t1\tFrobnia\tstate\tx;y\n")
	f.Add(strings.Join(roleColumns, "\t") + "\npresident\t\tperson\tGOV\n")
	f.Add("name\t\n")
	f.Fuzz(func(t *testing.T, table string) {
		d := empty(nil) // ours take too long to load for every try
		if err := d.lay(File{"ours.tsv", strings.NewReader(strings.Join(roleColumns, "\t") + "\npresident\t\tperson\tGOV\tpresident\n")}); err != nil {
			t.Fatal(err)
		}
		if err := d.lay(File{"ours.tsv", strings.NewReader(strings.Join(stateColumns, "\t") + "\nDNK\t390\tDenmark\tstate\t\tDanish\n")}); err != nil {
			t.Fatal(err)
		}
		if err := d.lay(File{"mine.tsv", strings.NewReader(table)}); err != nil {
			return
		}
		for name := range strings.FieldsFuncSeq(table, func(r rune) bool { return r == '\t' || r == '\n' || r == ';' }) {
			d.Who(name, calendar.Interval{Earliest: "2001-01-01", Latest: "2001-12-31"})
		}
	})
}
