package clean

import (
	"cmp"
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"dyad/internal/table"
)

//go:embed data/*.tsv
var dataFiles embed.FS

// lexicon holds the tables of data/: what the lines and sentences look like that are no text of a report.
type lexicon struct {
	months        map[string]int
	weekdays      map[string]string
	abbreviations map[string]bool
	slugs         map[string]bool
	writerRoles   map[string]bool
	agencyByName  map[string]*agency // by name and alias, as written
	agencyByHost  map[string]*agency
	agencyByCode  map[string]*agency  // by the letters of a sign-off
	outletNouns   map[string]string   // the kind of organisation whose name ends so
	agencyStarts  map[string][]string // names of agencies by their first word, longest first
	cueBefore     *regexp.Regexp
	cueAfter      *regexp.Regexp
	licences      []licencePattern
	licenceHints  []string
	linePatterns  []linePattern
	anyLine       *regexp.Regexp // matches where one of linePatterns without needs does
	genres        []genrePattern
	pageFields    []pageField
	elements      map[string]string // the role of an element
}

// agency is a news agency or an outlet.
type agency struct {
	name   string
	agency bool   // its copy is carried by others
	from   string // first day on which it can have issued a report, "" = before 1945
}

type licencePattern struct {
	re     *regexp.Regexp
	spdx   string
	rights bool // it states rights without a licence
}

type linePattern struct {
	kind  string
	re    *regexp.Regexp
	needs []string // one of these must stand in the line, in small letters; none = no such test
}

type genrePattern struct {
	where, genre string
	re           *regexp.Regexp
	needs        []string
}

// embedded reads the tables once.
var embedded = sync.OnceValues(func() (*lexicon, error) {
	x := &lexicon{}
	for _, read := range []func() error{x.readCalendar, x.readWords, x.readAgencies, x.readAgencyCues, x.readLicences, x.readLines, x.readGenres, x.readPageTables} {
		if err := read(); err != nil {
			return nil, fmt.Errorf("clean: %w", err)
		}
	}
	return x, nil
})

func rows(name string, columns ...string) ([]table.Row, error) {
	return table.ReadFile(dataFiles, "internal/clean", "data/"+name, columns...)
}

// pattern compiles the regular expression in a cell, without regard to case, between prefix and suffix.
func pattern(row table.Row, col, prefix, suffix string) (*regexp.Regexp, error) {
	re, err := regexp.Compile(`(?i)` + prefix + row.Get(col) + suffix)
	if err != nil {
		return nil, row.Errorf(col, "%w", err)
	}
	return re, nil
}

func (x *lexicon) readCalendar() error {
	months, err := rows("months.tsv", "form", "month")
	if err != nil {
		return err
	}
	x.months, x.weekdays = map[string]int{}, map[string]string{}
	for _, row := range months {
		n, err := strconv.Atoi(row.Get("month"))
		if err != nil || n < 1 || n > 12 {
			return row.Errorf("month", "%q is no number from 1 to 12", row.Get("month"))
		}
		x.months[row.Get("form")] = n
	}
	weekdays, err := rows("weekdays.tsv", "form", "weekday")
	for _, row := range weekdays {
		x.weekdays[row.Get("form")] = row.Get("weekday")
	}
	return err
}

func (x *lexicon) readWords() error {
	var err error
	if x.abbreviations, err = words("abbreviations.tsv"); err != nil {
		return err
	}
	if x.slugs, err = words("slugs.tsv"); err != nil {
		return err
	}
	if x.writerRoles, err = words("writer-roles.tsv"); err != nil {
		return err
	}
	nouns, err := rows("outlet-nouns.tsv", "form", "kind")
	x.outletNouns = map[string]string{}
	for _, row := range nouns {
		x.outletNouns[row.Get("form")] = row.Get("kind")
	}
	return err
}

func words(name string) (map[string]bool, error) {
	list, err := rows(name, "form")
	set := map[string]bool{}
	for _, row := range list {
		set[row.Get("form")] = true
	}
	return set, err
}

func (x *lexicon) readAgencies() error {
	list, err := rows("agencies.tsv", "name", "aliases", "hosts", "kind", "signoff", "from")
	if err != nil {
		return err
	}
	x.agencyByName, x.agencyByHost, x.agencyByCode = map[string]*agency{}, map[string]*agency{}, map[string]*agency{}
	x.agencyStarts = map[string][]string{}
	for _, row := range list {
		kind := row.Get("kind")
		if kind != "agency" && kind != "outlet" {
			return row.Errorf("kind", "%q is neither agency nor outlet", kind)
		}
		a := &agency{name: row.Get("name"), agency: kind == "agency", from: row.Get("from")}
		if _, err := time.Parse(time.DateOnly, a.from); a.from != "" && err != nil {
			return row.Errorf("from", "%q is no day; write YYYY-MM-DD", a.from)
		}
		for _, name := range append(row.List("aliases"), a.name) {
			if x.agencyByName[name] == nil {
				x.agencyByName[name] = a
			}
			if a.agency {
				first := firstWord(name)
				x.agencyStarts[first] = append(x.agencyStarts[first], name)
			}
		}
		for _, host := range row.List("hosts") {
			x.agencyByHost[host] = a
		}
		if code := row.Get("signoff"); code != "" {
			x.agencyByCode[code] = a
		}
	}
	for _, names := range x.agencyStarts {
		slices.SortFunc(names, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	}
	return nil
}

// firstWord returns the letters and digits that a name begins with.
func firstWord(name string) string {
	if i := strings.IndexFunc(name, func(r rune) bool { return !isWordRune(r) }); i >= 0 {
		return name[:i]
	}
	return name
}

func (x *lexicon) readAgencyCues() error {
	list, err := rows("agency-cues.tsv", "side", "cue")
	if err != nil {
		return err
	}
	cues := map[string][]string{}
	for _, row := range list {
		cues[row.Get("side")] = append(cues[row.Get("side")], regexp.QuoteMeta(row.Get("cue")))
	}
	if x.cueBefore, err = regexp.Compile(`(?i)\b(?:` + strings.Join(cues["before"], "|") + `)\b`); err != nil {
		return err
	}
	x.cueAfter, err = regexp.Compile(`(?i)^,? ?(?:` + strings.Join(cues["after"], "|") + `)\b`)
	return err
}

func (x *lexicon) readLicences() error {
	list, err := rows("licences.tsv", "pattern", "spdx")
	if err != nil {
		return err
	}
	for _, row := range list {
		re, err := pattern(row, "pattern", `(?:^|\b)(?:`, `)`)
		if err != nil {
			return err
		}
		x.licences = append(x.licences, licencePattern{re: re, spdx: row.Get("spdx")})
	}
	hints, err := rows("licence-hints.tsv", "form")
	if err != nil {
		return err
	}
	for _, row := range hints {
		x.licenceHints = append(x.licenceHints, row.Get("form"))
	}
	rights, err := rows("rights.tsv", "pattern")
	if err != nil {
		return err
	}
	for _, row := range rights {
		re, err := pattern(row, "pattern", "", "")
		if err != nil {
			return err
		}
		x.licences = append(x.licences, licencePattern{re: re, rights: true})
	}
	return nil
}

func (x *lexicon) readLines() error {
	list, err := rows("lines.tsv", "kind", "pattern", "needs")
	if err != nil {
		return err
	}
	var all []string
	for _, row := range list {
		switch row.Get("kind") {
		case navigation, boilerplate, tag, counter, signOff:
		default:
			return row.Errorf("kind", "%q is none of navigation, boilerplate, tag, counter, sign-off", row.Get("kind"))
		}
		re, err := pattern(row, "pattern", `^(?:`, `)$`)
		if err != nil {
			return err
		}
		x.linePatterns = append(x.linePatterns, linePattern{row.Get("kind"), re, row.List("needs")})
		if row.Get("needs") == "" {
			all = append(all, row.Get("pattern"))
		}
	}
	x.anyLine, err = regexp.Compile(`(?i)^(?:` + strings.Join(all, "|") + `)$`)
	return err
}

func (x *lexicon) readGenres() error {
	list, err := rows("genres.tsv", "where", "pattern", "genre", "needs")
	if err != nil {
		return err
	}
	for _, row := range list {
		re, err := pattern(row, "pattern", "", "")
		if err != nil {
			return err
		}
		x.genres = append(x.genres, genrePattern{row.Get("where"), row.Get("genre"), re, row.List("needs")})
	}
	return nil
}

func (x *lexicon) readPageTables() error {
	fields, err := rows("page-fields.tsv", "field", "place", "name")
	if err != nil {
		return err
	}
	for _, row := range fields {
		if p := row.Get("place"); p != "meta" && p != "json" {
			return row.Errorf("place", "%q is neither meta nor json", p)
		}
		x.pageFields = append(x.pageFields, pageField{row.Get("field"), row.Get("place"), row.Get("name")})
	}
	elements, err := rows("elements.tsv", "element", "role")
	x.elements = map[string]string{}
	for _, row := range elements {
		x.elements[row.Get("element")] = row.Get("role")
	}
	return err
}

// hasOne holds where one of the needed strings stands in s, or none is needed.
func hasOne(s string, needs []string) bool {
	return len(needs) == 0 || slices.ContainsFunc(needs, func(n string) bool { return strings.Contains(s, n) })
}
