package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"dyad/internal/table"
)

const capitalsHeader = `# Capitals, for "the capital", "the Chinese capital" and "Kenya's capital" (made by internal/place/gen from internal/actor/data/states.tsv).
# name        a state, territory or region
# state       its code, or that of the state it is part of
# names       its other names
# adjectives  words that stand before a noun
# capitals    names of its capitals, the one of today first
# Source: written for dyad from general knowledge, after internal/actor/data/states.tsv.
name	state	names	adjectives	capitals
`

// writeCapitals writes the capitals of everything in the table of states that has one.
func writeCapitals(file, states string) error {
	rows, err := readStates(states)
	if err != nil {
		return err
	}
	earlier := map[string][]string{} // cities that were capitals for a time, by the name of the state
	today := map[string][]string{}   // capitals by the code of the state
	for _, r := range rows {
		switch r.Get("kind") {
		case "capital":
			earlier[r.Get("name")] = append(earlier[r.Get("name")], r.List("capitals")...)
		case "state":
			today[r.Get("code")] = r.List("capitals")
		}
	}
	var b strings.Builder
	b.WriteString(capitalsHeader)
	for _, r := range rows {
		kind, capitals := r.Get("kind"), r.List("capitals")
		if kind == "former" && len(capitals) == 0 {
			capitals = today[r.Get("code")] // "the Soviet capital"
		}
		if kind == "people" || kind == "capital" || len(capitals) == 0 {
			continue
		}
		for _, c := range earlier[r.Get("name")] {
			if !slices.Contains(capitals, c) {
				capitals = append(capitals, c)
			}
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", r.Get("name"), r.Get("code"), r.Get("names"), r.Get("adjectives"), strings.Join(capitals, ";"))
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}

// readStates reads the table of states.
func readStates(file string) ([]table.Row, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return table.Read(file, data, "code", "cow", "name", "kind", "names", "adjectives", "people", "capitals", "seats", "from", "to")
}
