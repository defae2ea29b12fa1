package dictionary

import (
	"archive/zip"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// GeoNamesNote says in the head of a table where its rows are from.
const GeoNamesNote = "Source: GeoNames (geonames.org), CC BY 4.0."

// GeoNames reads dumps of GeoNames (19 columns, as text or in a zip file) as places: populated places with at least so many
// inhabitants, and all capitals, first-level regions and states that the dump has, the largest first. Among the files may be
// admin1CodesASCII.txt, which names the regions, and countryInfo.txt, which names codes of countries that dyad does not know;
// files are told apart by their columns.
//
// The small files are read first, wherever they stand. A dump is read line by line; only places that are taken are held.
func GeoNames(paths []string, least int) (*Import, error) {
	g, err := newGeonames(least)
	if err != nil {
		return nil, err
	}
	for _, dumps := range []bool{false, true} {
		for _, path := range paths {
			if err := g.file(path, dumps); err != nil {
				return nil, err
			}
		}
	}
	g.finish()
	return &g.Import, nil
}

func newGeonames(least int) (*geonames, error) {
	rs, err := rows("alpha2.tsv", "alpha2", "code")
	if err != nil {
		return nil, err
	}
	g := &geonames{least: least, states: map[string]string{}, regions: map[string]string{}}
	for _, r := range rs {
		g.states[r.Get("alpha2")] = r.Get("code")
	}
	g.vocabulary, err = readVocabulary()
	return g, err
}

type geonames struct {
	Import
	*vocabulary
	least   int
	states  map[string]string // ISO alpha-2 -> code
	regions map[string]string // "IR.07" -> name
	dumps   int               // lines of dumps
	smaller int               // places that were left out
	twice   int
	places  []sizedPlace
}

type sizedPlace struct {
	Place
	population int
	region     string // key of its region
}

// file reads a file, or the files in a zip file: dumps, or the others.
func (g *geonames) file(path string, dumps bool) error {
	if strings.EqualFold(filepath.Ext(path), ".zip") {
		return g.zip(path, dumps)
	}
	f, err := os.Open(path)
	if err != nil {
		return err // names the file
	}
	defer f.Close()
	return g.read(Source{path, f}, dumps)
}

func (g *geonames) zip(path string, dumps bool) error {
	z, err := zip.OpenReader(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer z.Close()
	for _, member := range z.File {
		if strings.HasPrefix(strings.ToLower(filepath.Base(member.Name)), "readme") || member.FileInfo().IsDir() {
			continue
		}
		r, err := member.Open()
		if err != nil {
			return fmt.Errorf("%s: %s: %w", path, member.Name, err)
		}
		err = g.read(Source{path + ":" + member.Name, r}, dumps)
		r.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// A geoKind is what a line of a file of GeoNames is.
type geoKind int

const (
	geoUnknown geoKind = iota
	geoPlace
	geoRegion
	geoCountry
)

// kindOf tells a line by its columns.
func kindOf(cells []string) geoKind {
	switch {
	case len(cells) == 19 && strings.Trim(cells[0], "0123456789") == "" && cells[0] != "":
		return geoPlace
	case len(cells) == 4 && len(cells[0]) > 3 && cells[0][2] == '.':
		return geoRegion
	case len(cells) >= 17 && len(cells[0]) == 2 && len(cells[1]) == 3:
		return geoCountry
	}
	return geoUnknown
}

// read reads one file; with dumps only lines of places, else only the others, by the first line that says what it is. A file
// whose lines nobody can tell is read with the dumps, and refused line by line.
func (g *geonames) read(f Source, dumps bool) error {
	lines := newLines(f.Data, maxLine)
	kind := geoUnknown
	for err := range lines.all(f.Name) {
		if err != nil {
			return err
		}
		text := string(lines.buf)
		if !lines.long && (text == "" || text[0] == '#') {
			continue
		}
		cells := strings.Split(text, "\t")
		if kind == geoUnknown {
			if kind = kindOf(cells); kind == geoUnknown {
				kind = geoPlace
			}
			if (kind == geoPlace) != dumps {
				return nil
			}
		}
		g.Lines++
		wrong, expected := g.line(kind, cells, lines.long)
		if wrong != "" {
			g.Refused = append(g.Refused, Refusal{f.Name, lines.n, true, quoted(text[:min(len(text), 300)]), wrong, expected})
		}
	}
	return nil
}

// line reads a line; wrong says why it cannot be read.
func (g *geonames) line(kind geoKind, cells []string, long bool) (wrong, expected string) {
	if long {
		return "the line is too long", fmt.Sprintf("at most %d bytes", maxLine)
	}
	for _, c := range cells {
		if !utf8.ValidString(c) || strings.ContainsRune(c, 0) {
			return "the line is not valid UTF-8", "a file saved as UTF-8"
		}
	}
	if kindOf(cells) != kind {
		return fmt.Sprintf("%d columns that are not those of the lines above", len(cells)), "19 columns of a dump, 4 of the regions or those of countryInfo.txt"
	}
	switch kind {
	case geoRegion:
		g.regions[cells[0]] = oneLine(cells[2])
	case geoCountry:
		if code := cells[1]; g.states[cells[0]] == "" && g.vocabulary.places[code] {
			g.states[cells[0]] = code
		}
	default:
		return g.place(cells)
	}
	return "", ""
}

// place reads a line of a dump.
func (g *geonames) place(c []string) (wrong, expected string) {
	g.dumps++
	precision := precisionOf(c[6], c[7])
	population, err := strconv.Atoi(c[14])
	if c[14] == "" {
		population, err = 0, nil
	}
	if err != nil || population < 0 {
		return fmt.Sprintf("column 15: the population %q is no number", quoted(c[14])), "a number"
	}
	if precision == "" || precision == "city" && c[7] != "PPLC" && population < g.least {
		g.smaller++
		return "", ""
	}
	for i, limit := range map[int]float64{4: 90, 5: 180} {
		if wrong, expected := degrees(limit)(c[i]); wrong != "" {
			return fmt.Sprintf("column %d: %s", i+1, wrong), expected
		}
	}
	p := Place{Name: oneLine(c[1]), State: g.states[c[8]], Lat: c[4], Lon: c[5], Precision: precision}
	if p.Name == "" {
		return "column 2: no name", "a name"
	}
	if p.State == "" && c[8] != "" {
		return fmt.Sprintf("column 9: %q is no country that is known", quoted(c[8])), "ISO 3166-1 alpha-2, or countryInfo.txt among the files"
	}
	if ascii := oneLine(c[2]); ascii != "" && ascii != p.Name {
		p.Names = []string{ascii}
	}
	key := ""
	if precision == "city" {
		key = c[8] + "." + c[10]
	}
	g.places = append(g.places, sizedPlace{p, population, key})
	return "", ""
}

// precisionOf tells from the feature class and code how large a place is; "" for what is no populated place, region or
// state, or is one no more, or is a part of a city.
func precisionOf(class, code string) string {
	switch {
	case class == "P" && code != "PPLX" && code != "PPLQ" && code != "PPLH" && code != "PPLW":
		return "city"
	case class == "A" && code == "ADM1":
		return "region"
	case class == "A" && strings.HasPrefix(code, "PCL") && code != "PCLH":
		return "country"
	}
	return ""
}

// oneLine makes a cell of a table of a name.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == ';' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	return strings.TrimLeft(strings.Join(strings.Fields(s), " "), "#")
}

// finish orders the places by size and leaves out the smaller of two that no column tells apart.
func (g *geonames) finish() {
	slices.SortStableFunc(g.places, func(a, b sizedPlace) int {
		return cmp.Or(cmp.Compare(rank(a.Precision), rank(b.Precision)), cmp.Compare(b.population, a.population))
	})
	seen := map[[3]string]bool{}
	g.Places = []Place{}
	for _, p := range g.places {
		p.Region = g.regions[p.region]
		key := [3]string{p.Name, p.State, p.Region}
		if seen[key] {
			g.twice++
			continue
		}
		seen[key] = true
		g.Places = append(g.Places, p.Place)
	}
	g.Notes = append(g.Notes,
		fmt.Sprintf("Of %d rows of the dump %d are smaller than %d inhabitants, quarters, or no place of people; %d have the name of a larger place of the same region.", g.dumps, g.smaller, g.least, g.twice))
	if len(g.regions) == 0 {
		g.Notes = append(g.Notes, "Without admin1CodesASCII.txt the regions have no names.")
	}
	g.places = nil
}

func rank(precision string) int {
	return slices.Index([]string{"country", "region", "city"}, precision)
}
