package main

import (
	"cmp"
	"os"
	"strings"

	"dyad/internal/table"
)

// A naming is what a place is called in reports; an empty name leaves it out.
type naming struct {
	name  string
	names []string
}

// A namer brings the names and codes of GeoNames to the form of English reports today.
type namer struct {
	drop               map[string]bool
	prefixes, suffixes []string
	cities, regions    map[string]naming // by code and name ("IND.Bangalore"), by code ("IN.19")
	states             map[string]string // alpha-2 code -> code of a state, where it is not ISO's alpha-3
	without            map[string]bool   // states without regions
}

func readNames(file string) (*namer, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	rows, err := table.Read(file, data, "what", "text", "name", "names")
	if err != nil {
		return nil, err
	}
	n := &namer{map[string]bool{}, nil, nil, map[string]naming{}, map[string]naming{}, map[string]string{}, map[string]bool{}}
	lines := strings.Split(string(data), "\n") // the affixes may begin or end with a blank, which table trims
	for _, r := range rows {
		text := r.Get("text")
		called := naming{strings.TrimPrefix(r.Get("name"), "-"), r.List("names")}
		switch what := r.Get("what"); what {
		case "drop":
			n.drop[text] = true
		case "prefix":
			n.prefixes = append(n.prefixes, strings.Split(lines[r.Line-1], "\t")[1])
		case "suffix":
			n.suffixes = append(n.suffixes, strings.Split(lines[r.Line-1], "\t")[1])
		case "city":
			n.cities[text] = called
		case "region":
			n.regions[text] = called
		case "state":
			n.states[text] = called.name
		case "without":
			n.without[text] = true
		default:
			return nil, r.Errorf("what", "%q is not known; expected drop, prefix, suffix, city, region, state or without", what)
		}
	}
	return n, nil
}

// city gives what reports call a city of a state.
func (n *namer) city(c *city, state string) naming {
	if called, ok := n.cities[state+"."+n.cut(c.name)]; ok {
		return called
	}
	return n.plain(c.name, c.native)
}

// region gives what reports call a region.
func (n *namer) region(code string, r region) naming {
	state, _, _ := strings.Cut(code, ".")
	if called, ok := n.regions[code]; ok {
		return called
	}
	if n.without[state] {
		return naming{}
	}
	return n.plain(r.name, r.native)
}

// plain takes quarrelsome marks and affixes from a name, and adds the name with its accents where readers write them.
func (n *namer) plain(name, native string) naming {
	if n.drop[name] {
		return naming{}
	}
	called := naming{name: n.cut(name)}
	if n.drop[called.name] {
		return naming{}
	}
	if native = n.cut(native); native != called.name && written(native) {
		called.names = []string{native}
	}
	return called
}

func (n *namer) cut(name string) string {
	name = strings.NewReplacer("'", "", "`", "", "‘", "", "’", "").Replace(name)
	for _, p := range n.prefixes {
		name = strings.TrimPrefix(name, p)
	}
	for _, s := range n.suffixes {
		name = strings.TrimSuffix(name, s)
	}
	return name
}

// written says whether a name has letters of the alphabets of Europe only, not signs of a transliteration.
func written(name string) bool {
	const letters = "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßğışńłśźżąęćčřšžťďňěůőűăâîșțşţđ"
	for _, r := range strings.ToLower(name) {
		if r > 127 && !strings.ContainsRune(letters, r) {
			return false
		}
	}
	return true
}

// state gives the code of a state.
func (n *namer) state(iso map[string]string, alpha2 string) string {
	return cmp.Or(n.states[alpha2], iso[alpha2])
}
