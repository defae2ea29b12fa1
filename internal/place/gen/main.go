// Command gen makes the generated tables of package place from the GeoNames dump in ../shared/facts/geonames and from
// the table of states: data/countries.tsv (a point for each state) and data/cities.tsv (large cities, capitals and the
// regions of some states). Run it in the repository's root:
//
//	go run ./internal/place/gen -facts ../shared/facts/geonames
package main

import (
	"archive/zip"
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dyad/internal/table"
)

// Cities at least this large are taken, and seats of regions at least as large as minSeat.
const (
	minCity = 400_000
	minSeat = 200_000
)

// regionsOf names the states whose first-level regions English reports call by the names that GeoNames gives.
var regionsOf = []string{"US", "CA", "AU", "IN", "PK", "AF", "NG", "MX", "DE", "IT", "ES", "BR", "CO", "VE", "AR", "KE", "SO", "IQ", "YE", "MM"}

type city struct {
	name, iso, region  string
	lat, lon           float64
	population         int
	capital, firstSeat bool
}

func main() {
	facts := flag.String("facts", "../shared/facts/geonames", "folder of the GeoNames files")
	states := flag.String("states", "internal/actor/data/states.tsv", "the table of states")
	out := flag.String("o", "internal/place/data", "folder for the tables")
	flag.Parse()
	if err := run(*facts, *states, *out); err != nil {
		log.Fatal(err)
	}
}

func run(facts, states, out string) error {
	iso, err := isoCodes(filepath.Join(facts, "countryInfo.txt"))
	if err != nil {
		return err
	}
	cities, err := readCities(filepath.Join(facts, "cities15000.zip"))
	if err != nil {
		return err
	}
	regions, err := readRegions(filepath.Join(facts, "admin1CodesASCII.txt"))
	if err != nil {
		return err
	}
	if err := writeCountries(filepath.Join(out, "countries.tsv"), states, iso, cities); err != nil {
		return err
	}
	clean, err := readNames("internal/place/gen/names.tsv")
	if err != nil {
		return err
	}
	return writeCities(filepath.Join(out, "cities.tsv"), iso, cities, regions, clean)
}

// readNames gives the function that brings a name of GeoNames to the form of English reports; "" drops it.
func readNames(file string) (func(string) string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	rows, err := table.Read(file, data, "what", "text")
	if err != nil {
		return nil, err
	}
	lines := strings.Split(string(data), "\n") // the affixes may begin or end with a blank, which table trims
	return func(name string) string {
		for _, r := range rows {
			if r.Get("what") == "drop" && r.Get("text") == name {
				return ""
			}
		}
		name = strings.NewReplacer("'", "", "`", "").Replace(name)
		for _, r := range rows {
			text := strings.TrimPrefix(lines[r.Line-1], r.Get("what")+"\t")
			switch r.Get("what") {
			case "prefix":
				name = strings.TrimPrefix(name, text)
			case "suffix":
				name = strings.TrimSuffix(name, text)
			}
		}
		return name
	}, nil
}

// lines reads a tab-separated file of GeoNames, without comments.
func lines(r io.Reader, fields int, each func(f []string)) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if f := strings.Split(sc.Text(), "\t"); len(f) >= fields && !strings.HasPrefix(f[0], "#") {
			each(f)
		}
	}
	return sc.Err()
}

func isoCodes(file string) (map[string]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	iso := map[string]string{}
	err = lines(f, 5, func(f []string) { iso[f[0]] = f[1] })
	iso["XK"] = "KOS"
	return iso, err
}

func readRegions(file string) (map[string]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	regions := map[string]string{}
	err = lines(f, 3, func(f []string) { regions[f[0]] = f[2] })
	return regions, err
}

func readCities(file string) ([]city, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	r, err := z.File[0].Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var cities []city
	err = lines(r, 19, func(f []string) {
		c := city{name: f[2], iso: f[8], region: f[8] + "." + f[10], capital: f[7] == "PPLC", firstSeat: f[7] == "PPLA"}
		c.lat, _ = strconv.ParseFloat(f[4], 64)
		c.lon, _ = strconv.ParseFloat(f[5], 64)
		c.population, _ = strconv.Atoi(f[14])
		cities = append(cities, c)
	})
	return cities, err
}

// centre gives the centre of population of some cities; longitudes are turned so that no state lies across the seam.
func centre(cities []city, in func(city) bool) (lat, lon float64, ok bool) {
	var n, a, b, first float64
	for _, c := range cities {
		if !in(c) {
			continue
		}
		w := float64(max(c.population, 1))
		if n == 0 {
			first = c.lon
		}
		x := c.lon
		if x-first > 180 {
			x -= 360
		} else if first-x > 180 {
			x += 360
		}
		n, a, b = n+w, a+w*c.lat, b+w*x
	}
	if n == 0 {
		return 0, 0, false
	}
	if b/n > 180 {
		b -= 360 * n
	}
	return a / n, b / n, true
}

func writeCountries(file, states string, iso map[string]string, cities []city) error {
	data, err := os.ReadFile(states)
	if err != nil {
		return err
	}
	rows, err := table.Read(states, data, "code", "name", "kind", "names", "adjectives", "people", "capitals", "seats", "from", "to")
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
		lat, lon, ok := centre(cities, func(c city) bool { return iso[c.iso] == of })
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

func writeCities(file string, iso map[string]string, cities []city, regions map[string]string, clean func(string) string) error {
	var b strings.Builder
	b.WriteString(header("Large cities, capitals, seats of regions, and the regions of some states (made by internal/place/gen)"))
	slices.SortStableFunc(cities, func(a, b city) int { return cmp.Compare(b.population, a.population) })
	seen := map[string]bool{}
	for _, c := range cities {
		name := clean(c.name)
		if c.population < minCity && !c.capital && (!c.firstSeat || c.population < minSeat) || name == "" || seen[name+iso[c.iso]] {
			continue
		}
		seen[name+iso[c.iso]] = true
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t\tcity\n", name, iso[c.iso], point(c.lat, c.lon, true), regions[c.region])
	}
	var keys []string
	for k := range regions {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		state, _, _ := strings.Cut(k, ".")
		if !slices.Contains(regionsOf, state) {
			continue
		}
		name := clean(regions[k])
		if lat, lon, ok := centre(cities, func(c city) bool { return c.region == k }); ok && name != "" && !seen[name+iso[state]] {
			fmt.Fprintf(&b, "%s\t%s\t%s\t\t\tregion\n", name, iso[state], point(lat, lon, true))
		}
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}

func header(what string) string {
	return "# " + what + `.
# name       the name as English reports write it
# state      ISO 3166-1 alpha-3, or the code of shared/design/plover.md 5.1
# lat, lon   WGS 84 degrees
# region     first-level region
# names      other names, separated by ";"
# precision  country | region | city
# Source: GeoNames (geonames.org), dump of August 2013, CC BY 4.0.
name	state	lat	lon	region	names	precision
`
}
