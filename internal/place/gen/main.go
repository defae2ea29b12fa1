// Command gen makes the generated tables of package place from the GeoNames dump in ../shared/facts/geonames and from
// the table of states: data/countries.tsv (a point for each state), data/capitals.tsv, data/minor.tsv (small cities) and data/cities.tsv (large cities, capitals, seats of
// regions, and first-level regions), which leaves out what data/known.tsv has. Run it in the repository's root:
//
//	go run ./internal/place/gen -facts ../shared/facts/geonames
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dyad/internal/table"
)

// Cities at least this large are taken, and seats of regions at least as large as minSeat.
const (
	minCity = 300_000
	minSeat = 100_000
)

// The parts of GeoNames and of our own tables that the command works with.
type world struct {
	iso     map[string]string
	cities  []city // the largest first
	regions map[string]region
	names   *namer
}

func main() {
	facts := flag.String("facts", "../shared/facts/geonames", "folder of the GeoNames files")
	states := flag.String("states", "internal/actor/data/states.tsv", "the table of states")
	out := flag.String("o", "internal/place/data", "folder for the tables")
	boxes := flag.String("boxes", "internal/place/testdata/boxes.tsv", "the table of boxes, for tests")
	flag.Parse()
	if err := run(*facts, *states, *out, *boxes); err != nil {
		log.Fatal(err)
	}
}

func run(facts, states, out, boxes string) (err error) {
	var w world
	if w.iso, err = isoCodes(filepath.Join(facts, "countryInfo.txt")); err != nil {
		return err
	}
	if w.cities, err = readCities(filepath.Join(facts, "cities15000.zip")); err != nil {
		return err
	}
	slices.SortStableFunc(w.cities, func(a, b city) int { return cmp.Compare(b.population, a.population) })
	if w.regions, err = readRegions(filepath.Join(facts, "admin1CodesASCII.txt")); err != nil {
		return err
	}
	if w.names, err = readNames("internal/place/gen/names.tsv"); err != nil {
		return err
	}
	if err := w.writeCountries(filepath.Join(out, "countries.tsv"), states); err != nil {
		return err
	}
	if err := writeCapitals(filepath.Join(out, "capitals.tsv"), states); err != nil {
		return err
	}
	seen, err := readKnown(filepath.Join(out, "known.tsv"))
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(header("Large cities, capitals, seats of regions, and first-level regions at their seat or centre of population (made by internal/place/gen)"))
	w.writeCities(&b, seen)
	w.writeRegions(&b, seen)
	if err := os.WriteFile(filepath.Join(out, "cities.tsv"), []byte(b.String()), 0o644); err != nil {
		return err
	}
	if err := w.writeMinor(filepath.Join(out, "minor.tsv"), out); err != nil {
		return err
	}
	return os.WriteFile(boxes, []byte(w.boxes()), 0o644)
}

// boxes gives the table of the boxes around the cities of each state, for tests; a state on both sides of the date line
// goes round the world.
func (w *world) boxes() string {
	type box struct{ south, west, north, east float64 }
	around := map[string]box{}
	for i := range w.cities {
		c := &w.cities[i]
		state := w.names.state(w.iso, c.iso)
		b, ok := around[state]
		if !ok {
			b = box{c.lat, c.lon, c.lat, c.lon}
		}
		around[state] = box{min(b.south, c.lat), min(b.west, c.lon), max(b.north, c.lat), max(b.east, c.lon)}
	}
	var t strings.Builder
	t.WriteString("# Boxes around the cities of each state (made by internal/place/gen), in degrees.\n# Source: GeoNames (geonames.org), dump of August 2013, CC BY 4.0.\nstate\tsouth\twest\tnorth\teast\n")
	for _, state := range slices.Sorted(maps.Keys(around)) {
		b := around[state]
		if b.east-b.west > 180 {
			b.west, b.east = -180, 180
		}
		fmt.Fprintf(&t, "%s\t%.1f\t%.1f\t%.1f\t%.1f\n", state, b.south, b.west, b.north, b.east)
	}
	return t.String()
}

// readKnown gives the names of the places that are known, each with the code of its state behind it; true for cities.
func readKnown(file string) (map[string]bool, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	rows, err := table.Read(file, data, "name", "state", "lat", "lon", "region", "names", "precision")
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, r := range rows {
		for _, n := range append(r.List("names"), r.Get("name")) {
			seen[n+r.Get("state")] = r.Get("precision") == "city" || seen[n+r.Get("state")]
		}
	}
	return seen, nil
}

func (w *world) writeCountries(file, states string) error {
	rows, err := readStates(states)
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(header("States as places, with the centre of population of their cities (made by internal/place/gen from internal/actor/data/states.tsv)"))
	for _, r := range rows {
		kind := r.Get("kind")
		if kind != "state" && kind != "former" && kind != "territory" {
			continue
		}
		code := r.Get("code")
		of := map[string]string{"RVN": "VNM", "DDR": "DEU", "YMD": "YEM"}[code]
		if of == "" {
			of = code
		}
		lat, lon, ok := centre(w.cities, func(c *city) bool { return w.iso[c.iso] == of || c.iso == "XK" && of == "KOS" })
		fmt.Fprintf(&b, "%s\t%s\t%s\t\t%s\tcountry\n", r.Get("name"), code, point(lat, lon, ok), strings.Join(r.List("names"), ";"))
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}

func point(lat, lon float64, ok bool) string {
	if !ok {
		return "\t"
	}
	return fmt.Sprintf("%.2f\t%.2f", lat, lon)
}

// writeCities writes the large cities that are not in seen, and enters them there.
func (w *world) writeCities(b *strings.Builder, seen map[string]bool) {
	for i := range w.cities {
		c := &w.cities[i]
		state := w.names.state(w.iso, c.iso)
		called := w.names.city(c, state)
		large := c.population >= minCity || c.capital || c.isSeat && c.population >= minSeat
		if !large || c.kind == "PPLX" || called.name == "" || has(seen, called.name+state) || slices.ContainsFunc(c.others, func(o string) bool { return seen[o+state] && len(o) > 3 }) {
			continue
		}
		for _, n := range append(called.names, called.name) {
			seen[n+state] = true
		}
		region := w.names.region(c.region, w.regions[c.region]).name
		fmt.Fprintf(b, "%s\t%s\t%s\t%s\t%s\tcity\n", called.name, state, point(c.lat, c.lon, true), region, strings.Join(called.names, ";"))
	}
}

// writeRegions writes the regions whose name is not that of a place in seen, the most populous first. Regions of one name are
// one.
func (w *world) writeRegions(b *strings.Builder, seen map[string]bool) {
	var bare []string
	parts := map[string][]string{} // state and name -> codes
	for code, r := range w.regions {
		state, _, _ := strings.Cut(code, ".")
		key := w.names.state(w.iso, state) + "\t" + w.names.region(code, r).name
		parts[key] = append(parts[key], code)
	}
	people := w.people()
	keys := slices.Sorted(maps.Keys(parts))
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(sum(people, parts[b]), sum(people, parts[a])) })
	for _, key := range keys {
		codes := parts[key]
		slices.Sort(codes)
		state, name, _ := strings.Cut(key, "\t")
		lat, lon, ok := w.seat(codes)
		if name == "" || has(seen, name+state) {
			continue
		}
		if !ok {
			bare = append(bare, name+" ("+state+")")
			continue
		}
		var names []string
		for _, c := range codes {
			names = append(names, w.names.region(c, w.regions[c]).names...)
		}
		slices.Sort(names)
		names = slices.DeleteFunc(slices.Compact(names), func(n string) bool { return has(seen, n+state) })
		fmt.Fprintf(b, "%s\t%s\t%s\t\t%s\tregion\n", name, state, point(lat, lon, true), strings.Join(names, ";"))
	}
	log.Printf("left out, because they are not in known.tsv and have no city in the dump: %s", strings.Join(bare, ", "))
}

// seat gives the point of the largest seat of some regions, else the centre of population of their cities.
func (w *world) seat(codes []string) (lat, lon float64, ok bool) {
	for i := range w.cities {
		if c := &w.cities[i]; (c.isSeat || c.capital) && slices.Contains(codes, c.region) {
			return c.lat, c.lon, true
		}
	}
	return centre(w.cities, func(c *city) bool { return slices.Contains(codes, c.region) })
}

func header(what string) string {
	return "# " + what + `.
# name       the name as English reports write it
# state      ISO 3166-1 alpha-3, or KOS, DDR, YMD, RVN where ISO has none
# lat, lon   WGS 84 degrees
# region     first-level region
# names      other names, separated by ";"
# precision  country | region | city
# Source: GeoNames (geonames.org), dump of August 2013, CC BY 4.0; names and regions brought up to date by internal/place/gen/names.tsv.
name	state	lat	lon	region	names	precision
`
}

// people gives the population of the cities of each region.
func (w *world) people() map[string]int {
	n := map[string]int{}
	for i := range w.cities {
		n[w.cities[i].region] += w.cities[i].population
	}
	return n
}

func sum(people map[string]int, codes []string) (n int) {
	for _, c := range codes {
		n += people[c]
	}
	return n
}

func has(seen map[string]bool, key string) bool { _, ok := seen[key]; return ok }
