package actor

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dyad/internal/calendar"
	"dyad/internal/table"
)

// knownSectors are PLOVER's (shared/design/plover.md 5.3).
var knownSectors = []string{
	"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "REB", "PRM", "UAF", "UNK", "OPP", "CVL", "AGR", "BUS", "LAB", "CRM", "EDU",
	"ELI", "JRN", "MED", "REF", "REL", "SOC", "PRE",
}

// knownFlags are those that roles.tsv explains, beside the code of the one state that has such.
var knownFlags = []string{
	"title", "takes", "serves", "voices", "generic", "counterpart", "private", "stranger", "leads", "predecessor", "successor", "weak", "owned",
	"elect", "heads", "under", "family", "unknown", "victims", "broad",
}

var (
	stateKinds        = []string{"state", "former", "territory", "dependency", "partial", "region", "people", "capital"}
	organisationKinds = []string{"organisation", "body", "group"}
	roleKinds         = []string{"person", "group", "body", "honorific"}
)

func TestTablesHaveNoFaults(t *testing.T) {
	d := dictionary(t)
	for _, f := range slices.Concat(valueFaults(d), nameFaults(d), crossFaults(d)) {
		t.Error(f)
	}
}

// valueFaults lists the codes, kinds, sectors and flags of states, organisations and roles that are not known.
func valueFaults(d *Dictionary) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	sectors := func(name string, ss []string) {
		for i, s := range ss {
			if !slices.Contains(knownSectors, s) {
				fault("%s: sector %q is not PLOVER's", name, s)
			}
			if slices.Contains(ss[:i], s) {
				fault("%s: sector %q twice", name, s)
			}
		}
	}
	for _, s := range d.states {
		if len(s.code) != 3 || strings.ToUpper(s.code) != s.code {
			fault("%s: code %q is not of three capitals", s.name, s.code)
		}
		if _, ok := d.byCode[s.code]; !ok {
			fault("%s: code %q is no state's of the table", s.name, s.code)
		}
		if !slices.Contains(stateKinds, s.kind) {
			fault("%s: kind %q is not known", s.name, s.kind)
		}
	}
	for _, o := range d.orgs {
		sectors(o.name, o.sectors)
		if _, ok := d.byCode[o.code]; !ok && !international(o.code) {
			fault("%s: code %q is neither a state's nor international", o.name, o.code)
		}
		if !slices.Contains(organisationKinds, o.kind) {
			fault("%s: kind %q is not known", o.name, o.kind)
		}
	}
	for _, r := range d.roles {
		sectors(r.word, r.sectors)
		if !slices.Contains(roleKinds, r.kind) {
			fault("%s: kind %q is not known", r.word, r.kind)
		}
		for _, f := range r.flags {
			if _, ok := d.byCode[f]; !ok && !international(f) && !slices.Contains(knownFlags, f) {
				fault("%s: flag %q is not known", r.word, f)
			}
		}
		if r.is("private") && slices.Contains(r.sectors, "GOV") {
			fault("%s: a private person is never GOV", r.word)
		}
	}
	return faults
}

// nameFaults lists the names that mean two states, two organisations or two persons at one time although no table says
// which when.
func nameFaults(d *Dictionary) (faults []string) {
	for _, es := range d.names {
		for _, e := range es {
			for i, a := range e.readings {
				for _, b := range e.readings[:i] {
					if a.sense == b.sense && a.index != b.index {
						if x, y, ok := d.rivals(e, a, b); ok {
							faults = append(faults, fmt.Sprintf("%v means %s and %s", e.words, x, y))
						}
					}
				}
			}
		}
	}
	return faults
}

// rivals gives the two rows that two readings of a name stand for, if it cannot be told which is meant.
func (d *Dictionary) rivals(e *lexEntry, a, b reading) (one, other string, ok bool) {
	switch a.sense {
	case stateName, stateAdjective, capitalCity, seat:
		x, y := d.states[a.index], d.states[b.index]
		if d.ambiguous[strings.Join(e.words, " ")].states {
			return "", "", false
		}
		same := x.code == y.code && (a.sense != stateName || x.kind == "former" || y.kind == "former")
		return x.name, y.name, !same && meet(x.from, x.to, y.from, y.to)
	case organisation:
		x, y := d.orgs[a.index], d.orgs[b.index]
		return x.name, y.name, meet(x.from, x.to, y.from, y.to)
	case personName:
		x, y := d.people[a.index].name, d.people[b.index].name
		return x, y, !sharedNames[x]
	case roleNoun:
		x, y := d.roles[a.index], d.roles[b.index]
		return x.word, y.word, a.plural == b.plural && (!slices.Equal(x.sectors, y.sectors) || x.office != y.office)
	}
	return "", "", false
}

// crossFaults lists the names that two tables hold for different things: one of the two rows would never be used.
func crossFaults(d *Dictionary) (faults []string) {
	for _, es := range d.names {
		for _, e := range es {
			h := hit{readings: e.readings}
			state := h.has(stateName) || h.has(stateAdjective) || h.has(capitalCity) || h.has(seat)
			name := strings.Join(e.words, " ")
			switch {
			case state && h.has(organisation) && !d.ambiguous[name].states:
				faults = append(faults, name+" is a state's and an organisation's")
			case h.has(notParty) && (state || h.has(organisation) || h.has(roleNoun)):
				faults = append(faults, name+" is a party and, in words.tsv, none")
			case h.has(organisation) && h.has(roleNoun):
				faults = append(faults, name+" is an organisation and a role")
			}
		}
	}
	return faults
}

// Each fault that the tests look for is found when a table has it.
func TestFaultsAreFound(t *testing.T) {
	for name, c := range map[string]struct {
		columns []string
		row     string
		want    string
	}{
		"a name of two states":           {stateColumns, "PER\t\tNeuland\tstate\tChile", "means Neuland and Chile"},
		"a region twice":                 {stateColumns, "RUS\t\tChechnya\tregion", "means Chechnya and Chechnya"},
		"a code that is no state's":      {stateColumns, "qq\t\tNeuland\tregion", "not of three capitals"},
		"a region of no state":           {stateColumns, "QQQ\t\tNeuland\tregion", "no state's of the table"},
		"a kind of state":                {stateColumns, "PER\t\tNeuland\tcounty", "kind \"county\""},
		"an organisation twice":          {organisationColumns, "Nato of the East\tIGO\t\torganisation\tNATO", "means Nato of the East and NATO"},
		"terms that overlap":             {organisationColumns, "Taliban\tAFG\tREB\tgroup\t\t\t2020", "means Taliban and Taliban"},
		"a code of an organisation":      {organisationColumns, "League of Moles\tXQX\t\torganisation", "neither a state's nor international"},
		"a kind of organisation":         {organisationColumns, "League of Moles\tIGO\t\tclub", "kind \"club\""},
		"a sector":                       {organisationColumns, "League of Moles\tIGO\tMOL\torganisation", "sector \"MOL\""},
		"a sector twice":                 {organisationColumns, "League of Moles\tIGO\tMIL;MIL\torganisation", "\"MIL\" twice"},
		"an organisation called a state": {organisationColumns, "Chile\tIGO\t\torganisation", "a state's and an organisation's"},
		"an organisation that is none":   {organisationColumns, "Cold War\tIGO\t\torganisation", "in words.tsv, none"},
		"an organisation that is a role": {organisationColumns, "vice president\tIGO\t\torganisation", "an organisation and a role"},
		"a role of two sectors":          {roleColumns, "farmer\t\tgroup\tBUS", "means farmer and farmer"},
		"a kind of role":                 {roleColumns, "mole\t\tbeast\tCVL", "kind \"beast\""},
		"a flag":                         {roleColumns, "mole\t\tperson\tCVL\t\tblind", "flag \"blind\""},
		"a private person in office":     {roleColumns, "mole\t\tperson\tGOV\t\tprivate", "never GOV"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := load(places(t))
			if err != nil {
				t.Fatal(err)
			}
			add(t, d, c.columns, c.row)
			faults := slices.Concat(valueFaults(d), nameFaults(d), crossFaults(d))
			if !slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(f, c.want) }) {
				t.Errorf("%q not found in %q", c.want, faults)
			}
		})
	}
}

// add adds a row to the dictionary as one of the table with these columns.
func add(t *testing.T, d *Dictionary, columns []string, row string) {
	t.Helper()
	rs, err := table.Read("more.tsv", []byte(strings.Join(columns, "\t")+"\n"+row+"\n"), columns...)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case slices.Equal(columns, stateColumns):
		err = d.addStates(rs)
	case slices.Equal(columns, organisationColumns):
		err = d.addOrganisations(rs)
	default:
		d.addRoles(rs)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A term that ends before it begins, or has no such day, is refused where the table is read.
func TestTermsAreDays(t *testing.T) {
	for in, want := range map[string]string{"2002\t2001": "column to", "2001-02-30\t": "column from", "1.5.2001\t": "column from"} {
		rs, err := table.Read("more.tsv", []byte(strings.Join(organisationColumns, "\t")+"\nLeague of Moles\tIGO\t\torganisation\t\t\t"+in+"\n"), organisationColumns...)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err = term(rs[0]); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want an error in %s", in, err, want)
		}
	}
}

// The rows of a table name nothing twice: no row its own name again, no two rows the same name and days.
func TestRowsAreOnce(t *testing.T) {
	for file, columns := range map[string][]string{
		"states.tsv": stateColumns, "organisations.tsv": organisationColumns, "bodies.tsv": organisationColumns, "groups.tsv": organisationColumns,
	} {
		rs, err := rows(file, columns...)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range repeated(rs) {
			t.Error(f)
		}
	}
	rs, err := table.Read("more.tsv", []byte(strings.Join(organisationColumns, "\t")+"\nA\tIGO\t\tgroup\tB;B\nA\tIGO\t\tgroup\n"), organisationColumns...)
	if err != nil {
		t.Fatal(err)
	}
	if got := repeated(rs); len(got) != 2 {
		t.Errorf("a name and a row that are there twice: found %q", got)
	}
}

// repeated lists names that a row has twice and rows that are there twice.
func repeated(rs []table.Row) (faults []string) {
	seen := map[string]bool{}
	for _, r := range rs {
		key := strings.Join([]string{r.Get("name"), r.Get("kind"), r.Get("from"), r.Get("to")}, "\t")
		if seen[key] && r.Get("kind") != "capital" {
			faults = append(faults, r.Where()+": "+r.Get("name")+" is there twice")
		}
		seen[key] = true
		for i, n := range r.List("names") {
			if n == r.Get("name") || slices.Contains(r.List("names")[:i], n) {
				faults = append(faults, r.Where()+": the name "+n+" is there twice")
			}
		}
	}
	return faults
}

// A number of the Correlates of War project is one state's, and every state whose leaders REIGN lists has a row with its number.
func TestNumbersOfStates(t *testing.T) {
	rs, err := rows("states.tsv", stateColumns...)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	for _, r := range rs {
		for _, n := range r.List("cow") {
			if i, err := strconv.Atoi(n); err != nil || i < 2 || i > 999 {
				t.Errorf("%s: %q is no number of the state system list", r.Where(), n)
			}
			if codes[n] != "" && codes[n] != r.Get("code") {
				t.Errorf("%s: the number %s is that of %s and of %s", r.Where(), n, codes[n], r.Get("code"))
			}
			codes[n] = r.Get("code")
		}
	}
	for n, want := range map[string]string{"2": "USA", "200": "GBR", "260": "DEU", "265": "DDR", "345": "SRB", "365": "RUS", "678": "YEM", "680": "YMD", "710": "CHN", "817": "RVN"} {
		if codes[n] != want {
			t.Errorf("the number %s is that of %q, want %s", n, codes[n], want)
		}
	}
	f, err := os.Open("../../../shared/facts/reign-leaders.csv")
	if err != nil {
		t.Skip("REIGN's list of leaders is not there: ", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		cells := strings.SplitN(lines.Text(), ",", 3)
		if len(cells) == 3 && cells[1] != "ccode" && codes[cells[1]] == "" {
			t.Errorf("no state has the number %s of the line %.60q", cells[1], lines.Text())
		}
	}
}

// A state's name means the state on every day: before its independence, after its end, and of several rows the one of the day.
func TestStatesInTime(t *testing.T) {
	for _, c := range []struct{ name, on, want string }{
		{"Algeria", "1958-05-13", "DZA"},
		{"Ukraine", "1975-06-01", "UKR"},
		{"Kosovo", "1999-03-24", "KOS"},
		{"Zaire", "2005-01-01", "COD"},
		{"Estonia", "1988-11-16", "EST"},
		{"Gold Coast", "1950-01-01", "GHA"},
		{"Gold Coast", "2018-04-04", "AUS"},
		{"Congo", "1961-01-17", "COD"},
		{"Congo", "1985-01-01", "COG"},
		{"Congo", "2005-01-01", "COD"},
		{"East Pakistan", "1970-11-12", "PAK"},
		{"Biafra", "1968-01-01", "NGA"},
		{"Salisbury", "1970-01-01", "ZWE"},
		{"Salisbury", "2018-03-04", "GBR"},
		{"Aden", "1980-01-01", "YMD"},
		{"Aden", "2019-08-10", "YEM"},
	} {
		if got := meaning(t, c.name, c.on); got != c.want {
			t.Errorf("%s on %s is %q, want %s", c.name, c.on, got, c.want)
		}
	}
}

// meaning gives the code of the state that a name means on a day.
func meaning(t *testing.T, name, on string) string {
	t.Helper()
	d := dictionary(t)
	words, _ := cut(name)
	for _, e := range d.names[words[0]] {
		if slices.Equal(e.words, words) {
			s := &settler{c: &Candidates{dict: d}, d: d, on: calendar.Interval{Earliest: on, Latest: on}}
			if i := s.stateOf(&draft{readings: e.readings}); i >= 0 {
				return d.states[i].code
			}
		}
	}
	return ""
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

// The chronicle of the calendar writes states by the codes of our table.
func TestCodesOfTheChronicle(t *testing.T) {
	d := dictionary(t)
	known := map[string]bool{}
	for i := range d.states {
		known[d.states[i].code] = true
	}
	files, err := filepath.Glob("../calendar/data/chronicle/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := table.Read(name, data, "from", "to", "states", "words")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			for _, code := range r.List("states") {
				if !known[code] {
					t.Error(r.Errorf("states", "no state has the code %q", code))
				}
			}
		}
	}
}
