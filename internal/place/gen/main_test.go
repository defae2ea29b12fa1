package main

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"
	"testing"
)

// TestFresh makes the generated tables anew and compares them with those of the repository.
func TestFresh(t *testing.T) {
	t.Chdir("../../..")
	const facts = "../shared/facts/geonames"
	if _, err := os.Stat(facts); err != nil {
		t.Skip("the GeoNames files are not here: ", err)
	}
	const data = "internal/place/data"
	out := t.TempDir()
	if err := os.CopyFS(out, os.DirFS(data)); err != nil {
		t.Fatal(err)
	}
	boxes := filepath.Join(out, "boxes.tsv")
	if err := run(facts, "internal/actor/data/states.tsv", out, boxes); err != nil {
		t.Fatal(err)
	}
	for made, committed := range map[string]string{
		filepath.Join(out, "countries.tsv"): data + "/countries.tsv",
		filepath.Join(out, "cities.tsv"):    data + "/cities.tsv",
		boxes:                               "internal/place/testdata/boxes.tsv",
	} {
		got, err := os.ReadFile(made)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(committed)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale; run go run ./internal/place/gen", committed)
		}
	}
}

func TestNames(t *testing.T) {
	n := &namer{
		drop: map[string]bool{"Camayenne": true}, prefixes: []string{"Estado "}, suffixes: []string{" Sheng"},
		cities: map[string]naming{"IND.Bangalore": {"Bengaluru", []string{"Bangalore"}}},
	}
	for _, c := range []struct {
		city        city
		state, want string
	}{
		{city{name: "Bangalore"}, "IND", "Bengaluru Bangalore"},
		{city{name: "Camayenne"}, "GIN", ""},
		{city{name: "Estado Merida", native: "Estado Mérida"}, "VEN", "Merida Mérida"},
		{city{name: "K'ut'aisi", native: "K’ut’aisi"}, "GEO", "Kutaisi"},
		{city{name: "Tabuk", native: "Tabūk"}, "SAU", "Tabuk"}, // a sign of transliteration
		{city{name: "Henan Sheng"}, "CHN", "Henan"},
	} {
		c.city.native = cmp.Or(c.city.native, c.city.name)
		called := n.city(&c.city, c.state)
		got := called.name
		for _, other := range called.names {
			got += " " + other
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.city.name, got, c.want)
		}
	}
}
