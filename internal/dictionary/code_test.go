package dictionary

import (
	"strings"
	"testing"
)

func TestCodes(t *testing.T) {
	c, err := readCodes()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]string{
		"SWE": "SWE ", "SWEGOV": "SWE GOV", "SWEGOVMIL": "SWE GOV;MIL", "SWEGOVAGR": "SWE GOV", "SWEAGR": "SWE AGR",
		"SWEMED": "SWE JRN", "SWEHLH": "SWE MED", "SWEOPPLEG": "SWE LEG;OPP", "SWEINS": "SWE REB",
		"GBRBMUGOV": "GBR GOV", "YUGHRV": "SRB ", "TMPGOV": "TLS GOV", "ESH": "MAR PRE",
		"IGOUNO": "UNO ", "IGOUNOHLHWHO": "UNO ", "IGOEUREEC": "EUR ", "IGOUNODEVWBK": "IGO ", "IGOJUDICC": "IGO JUD", "IGOWSTNAT": "IGO ",
		"NGOUSAHRI": "NGO ", "NGOHLHIRC": "NGO MED", "MNCUSAMED": "MNC BUS", "IMGMUSALQ": "IMG REB", "MEAREB": "IMG REB", "NGM": "ISM ",
		"NGOCHRPRO214": "NGO REL", "SWECHR": "SWE REL", "SWEREBCHR": "SWE REB",
		"ACME": "ACME ", "ACMEREB": "ACME REB", "RRTGOVMIL": "RRT GOV;MIL", "KNT": "KNT ",
		"SW": "!fewer", "SWEMI": "!three letters", "EURGOV": "!region", "GOV": "!of no country", "ABCDEFGHIJKLMNOPQRS": "!16 letters",
	} {
		m, err := c.actor(code)
		if problem, bad := strings.CutPrefix(want, "!"); bad {
			if err == nil || !strings.Contains(err.Error(), problem) {
				t.Errorf("%s: error %v, want %q", code, err, problem)
			}
			continue
		}
		if got := m.code + " " + strings.Join(m.sectors, ";"); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", code, got, err, want)
		}
	}
}

// The tables of codes give what the check of tables knows.
func TestCodeTables(t *testing.T) {
	c, err := readCodes()
	if err != nil {
		t.Fatal(err)
	}
	v, err := readVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	international := oneOf("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC")
	code := func(where, s string) {
		if wrong, _ := international(s); wrong != "" && !v.states[s] {
			t.Errorf("%s: %q is neither a state's code nor international", where, s)
		}
	}
	sector := func(where, s string) {
		if wrong, _ := checkSector(s); s != "" && wrong != "" {
			t.Errorf("%s: %s", where, wrong)
		}
	}
	for name, h := range c.heads {
		if c.states[name] {
			t.Errorf("heads.tsv: %s is the code of a state and needs no row", name)
		}
		code(name, h.code)
		sector(name, h.adds)
		for _, s := range h.keeps {
			if s != "-" {
				sector(name, s)
			}
		}
	}
	for name, p := range c.parts {
		switch p.use {
		case "sector", "portfolio", "second", "religion":
			sector(name, p.value)
		case "code":
			of, s, _ := strings.Cut(p.value, ":")
			code(name, of)
			sector(name, s)
		case "body", "region", "ethnic", "none":
		default:
			t.Errorf("parts.tsv: %s: use %q is not known", name, p.use)
		}
	}
}

func TestPetrarchTerm(t *testing.T) {
	for in, want := range map[string]string{
		"": " – ", "<900823": " – 1990-08-23", ">20071201": "2007-12-01 – ", "310101-20010101": "1931-01-01 – 2001-01-01", "000101-300101": "2000-01-01 – 2030-01-01",
		"19991231-000101": "1999-12-31 – 2000-01-01",
		"<9008":           "!4 digits", "9008223-911221": "!7 digits", ">1920050709": "!10 digits", "20010230-20020101": "!no day", "020101-010101": "!ends on", "010101": "!single date", "x": "!single date", ">": "!0 digits", "-": "!0 digits", ">00010a": "!no day", ">a10101": "!no date",
	} {
		from, to, err := petrarchTerm(in)
		if problem, bad := strings.CutPrefix(want, "!"); bad {
			if err == nil || !strings.Contains(err.Error(), problem) {
				t.Errorf("%q: error %v, want %q", in, err, problem)
			}
		} else if got := dayText(from) + " – " + dayText(to); err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", in, got, err, want)
		}
	}
}

func TestWithout(t *testing.T) {
	for _, c := range []struct {
		s      span
		others []span
		want   []span
	}{
		{span{1, 9}, nil, []span{{1, 9}}},
		{span{1, 9}, []span{{9, 12}}, []span{{1, 9}}},
		{span{1, 9}, []span{{8, 12}}, []span{{1, 7}}},
		{span{1, 9}, []span{{3, 5}}, []span{{1, 2}, {6, 9}}},
		{span{1, 9}, []span{{1, 9}}, nil},
		{span{5, 5}, []span{{1, 9}}, nil},
		{span{5, 5}, []span{{5, 5}}, nil},
		{span{5, 5}, []span{{5, 9}}, nil},
		{span{always, ever}, []span{{1, 2}, {4, 9}}, []span{{always, 0}, {3, 3}, {10, ever}}},
	} {
		got := c.s.without(c.others)
		if len(got) != len(c.want) {
			t.Errorf("%v without %v: %v, want %v", c.s, c.others, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%v without %v: %v, want %v", c.s, c.others, got, c.want)
			}
		}
	}
}

func TestCasing(t *testing.T) {
	c, err := readCasing()
	if err != nil {
		t.Fatal(err)
	}
	initials := c.initialsOf([]string{"WORLD_FERRY_ORGANIZATION", "BANK OF THE SEVEN SEAS"})
	for in, want := range map[string]string{
		"ANNA BERG": "Anna Berg", "BANK OF THE SEVEN SEAS": "Bank of the Seven Seas", "BSS": "BSS", "BOTSS": "BOTSS", "U.N. CHIEF": "U.N. Chief", "ST. ANNA": "St. Anna",
		"DR. BERG": "Dr. Berg", "HQ COMMAND": "HQ Command", "O'BRIEN": "O'Brien", "MCALLISTER": "McAllister", "COTE D'IVOIRE": "Cote d'Ivoire", "AL-NASR BRIGADES": "al-Nasr Brigades",
		"ABU AL-NASR": "Abu al-Nasr", "SEVEN-SEAS FERRIES": "Seven-Seas Ferries", "PEOPLE'S ARMY": "People's Army", "23RD BRIGADE": "23rd Brigade", "MDS, INC": "MDS, Inc", "US NAVY": "US Navy", "A": "A", "ÅSA ØSTBY": "Åsa Østby", "SWEDEN/NORWAY": "Sweden/Norway", "OF": "Of", "CHAD ON": "Chad On", "JUAN DE LA VEGA": "Juan de la Vega",
	} {
		if got := c.name(in, initials); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"NGO PIN": "Ngo Pin", "J.F. BERG": "J.F. Berg", "GEORGE W. BERG": "George W. Berg", "NG BERG": "Ng Berg"} {
		if got := c.name(in, nil); got != want {
			t.Errorf("%s, a person: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"FERRY MINISTER": "ferry minister", "MP": "MP", "US AGENT": "us agent"} {
		if got := c.role(in); got != want {
			t.Errorf("%s, a role: %q, want %q", in, got, want)
		}
	}
}
