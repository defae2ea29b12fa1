package place

import (
	"embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dyad/internal/table"
)

//go:embed testdata/*.tsv
var testdata embed.FS

var places = []string{"countries.tsv", "known.tsv", "cities.tsv", "towns.tsv", "given.tsv", "minor.tsv"}

// names gives all names of a row.
func names(r table.Row) []string { return append([]string{r.Get("name")}, r.List("names")...) }

func tables(t *testing.T) (rs []table.Row) {
	t.Helper()
	for _, file := range places {
		part, err := rows(file, columns...)
		if err != nil {
			t.Fatal(err)
		}
		rs = append(rs, part...)
	}
	return rs
}

// TestRows checks each row by itself: codes, points, names that are written as names are.
func TestRows(t *testing.T) {
	codes := map[string]bool{"": true} // a sea
	for _, r := range tables(t) {
		if r.Get("precision") == "country" {
			codes[r.Get("state")] = true
		}
	}
	for _, r := range tables(t) {
		if !codes[r.Get("state")] {
			t.Errorf("%s: no state has the code %q", r.Where(), r.Get("state"))
		}
		if (r.Get("lat") == "") != (r.Get("lon") == "") || r.Get("lat") == "" && r.Get("precision") != "country" {
			t.Errorf("%s: a place needs its latitude and its longitude", r.Where())
		}
		list := names(r)
		for i, n := range list {
			if n != strings.TrimSpace(n) || n == "" || strings.ContainsAny(n, "()`_") && r.Get("precision") != "country" || strings.Contains(n, "  ") {
				t.Errorf("%s: %q is no name", r.Where(), n)
			}
			if slices.Contains(list[:i], n) {
				t.Errorf("%s: the name %q stands twice", r.Where(), n)
			}
		}
	}
}

// TestTwice checks that no place stands in the tables twice: of two rows that share a name and a state, each says which
// region it lies in, or one is the region and one the city.
func TestTwice(t *testing.T) {
	seen := map[string]table.Row{}
	for _, r := range tables(t) {
		for _, n := range names(r) {
			key := n + "\t" + r.Get("state") + "\t" + r.Get("precision")
			old, ok := seen[key]
			if ok && r.Get("precision") != "country" && (old.Get("region") == r.Get("region") || distance(old, r) < 0.3) {
				t.Errorf("%s: %s (%s) stands at %s as well", r.Where(), n, r.Get("state"), old.Where())
			}
			seen[key] = r
		}
	}
}

func distance(a, b table.Row) float64 {
	lat1, lon1, lat2, lon2 := number(a, "lat"), number(a, "lon"), number(b, "lat"), number(b, "lon")
	return math.Hypot(lat1-lat2, (lon1-lon2)*math.Cos(lat1*math.Pi/180))
}

func number(r table.Row, col string) float64 {
	x, _ := strconv.ParseFloat(r.Get(col), 64)
	return x
}

// The places that lie far from every city of their state.
var remote = []string{
	"Socotra", "Diego Garcia", "Chagos Islands", "Haut-Mbomou", "Obo", "Galapagos Islands", "Tibesti", "Aouzou", "Finnmark",
	"Kirkenes", "Jan Mayen", "Bouvet Island", "Chukotka", "Novaya Zemlya", "Taoudenit", "Tokelau", "Easter Island", "Thule",
	"Madama", "Agalega", "Addu", "Kwajalein", "Bikini Atoll", "Enewetak", "Truk",
}

// TestBoxes checks that each place lies in the box around the cities of its state, or not far from it.
func TestBoxes(t *testing.T) {
	rs, err := table.ReadFile(testdata, "internal/place", "testdata/boxes.tsv", "state", "south", "west", "north", "east")
	if err != nil {
		t.Fatal(err)
	}
	boxes := map[string]table.Row{}
	for _, r := range rs {
		boxes[r.Get("state")] = r
	}
	checked := 0
	for _, r := range tables(t) {
		box, ok := boxes[r.Get("state")]
		if !ok || r.Get("lat") == "" {
			continue
		}
		checked++
		const rough = 3.5 // degrees
		if slices.Contains(remote, r.Get("name")) {
			continue
		}
		lat, lon := number(r, "lat"), number(r, "lon")
		if lat < number(box, "south")-rough || lat > number(box, "north")+rough || lon < number(box, "west")-rough || lon > number(box, "east")+rough {
			t.Errorf("%s: %s lies at %v, %v, far from the cities of %s", r.Where(), r.Get("name"), lat, lon, r.Get("state"))
		}
	}
	if checked < 5000 {
		t.Errorf("only %d places could be checked", checked)
	}
}

// TestRegions checks that the regions of towns and of places in the USA are in the tables, by the name that stands there:
// without it "Paris, Texas" would stay unknown.
func TestRegions(t *testing.T) {
	regions := map[string]bool{}
	for _, r := range tables(t) {
		if r.Get("precision") == "region" {
			regions[r.Get("state")+r.Get("name")] = true
		}
	}
	for _, r := range tables(t) {
		if reg := r.Get("region"); reg != "" && (strings.HasSuffix(r.File, "towns.tsv") || r.Get("state") == "USA") && !regions[r.Get("state")+reg] {
			t.Errorf("%s: no region of %s is named %q", r.Where(), r.Get("state"), reg)
		}
	}
}

// TestHeaders checks that the lines before each table explain every column and name the source.
func TestHeaders(t *testing.T) {
	for _, file := range places {
		b, err := data.ReadFile("data/" + file)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(b), "\nname\t")
		for _, c := range append(slices.Clone(columns), "Source") {
			if !strings.Contains(head, "# "+c) && c != "lon" && c != "lat" {
				t.Errorf("%s: the header does not explain %s", file, c)
			}
		}
		if !strings.Contains(head, "GeoNames") || !strings.Contains(head, "CC BY 4.0") {
			t.Errorf("%s: the header does not name GeoNames and its licence", file)
		}
	}
}

// TestEnough says how many places there are; the numbers of the plan may not be undercut.
func TestEnough(t *testing.T) {
	n := map[string]int{}
	for _, r := range tables(t) {
		n[r.Get("precision")]++
		n["all"]++
	}
	if n["all"] < 5000 || n["region"] < 1500 || n["country"] < 190 {
		t.Error(fmt.Sprint(n))
	}
}
