package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"dyad/internal/table"
)

// Cities at least this large go into the table of small cities; in states with very many of them, those of minCrowded.
const (
	minMinor   = 15_000
	minCrowded = 100_000
)

// The states whose small cities are too many, and too seldom in the news, to be worth their ambiguity.
var crowded = map[string]bool{
	"USA": true, "GBR": true, "DEU": true, "FRA": true, "ITA": true, "ESP": true, "JPN": true, "BRA": true, "IND": true,
	"CHN": true, "RUS": true, "MEX": true, "CAN": true, "AUS": true, "NLD": true, "BEL": true, "POL": true,
}

// writeMinor writes the small cities whose names neither the other tables nor a larger city has.
func (w *world) writeMinor(file, folder string) error {
	taken, near := map[string]bool{}, map[string]bool{} // names, and states with rough points
	for _, other := range []string{"countries.tsv", "known.tsv", "cities.tsv", "towns.tsv", "given.tsv"} {
		data, err := os.ReadFile(filepath.Join(folder, other))
		if err != nil {
			return err
		}
		rows, err := table.Read(other, data, "name", "state", "lat", "lon", "region", "names", "precision")
		if err != nil {
			return err
		}
		for _, r := range rows {
			for _, n := range append(r.List("names"), r.Get("name")) {
				taken[n] = true
			}
			lat, _ := strconv.ParseFloat(r.Get("lat"), 64)
			lon, _ := strconv.ParseFloat(r.Get("lon"), 64)
			for _, spot := range spots(r.Get("state"), lat, lon) {
				near[spot] = true
			}
		}
	}
	var b strings.Builder
	b.WriteString(header("Small cities whose names no other table has (made by internal/place/gen): a name means them only where the words put something there"))
	for i := range w.cities {
		c := &w.cities[i]
		state := w.names.state(w.iso, c.iso)
		called := w.names.city(c, state)
		least := minMinor
		if crowded[state] {
			least = minCrowded
		}
		if c.population < least || c.kind == "PPLX" || len(called.name) < 3 || taken[called.name] || near[spots(state, c.lat, c.lon)[0]] || strings.ContainsAny(called.name, "()`_") {
			continue
		}
		var names []string
		for _, n := range called.names {
			if !taken[n] && len(n) > 2 {
				names = append(names, n)
				taken[n] = true
			}
		}
		taken[called.name] = true
		region := w.names.region(c.region, w.regions[c.region]).name
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\tcity\n", called.name, state, point(c.lat, c.lon, true), region, strings.Join(names, ";"))
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}

// spots names the tenth of a degree that a point lies in, and those around it: what stands there in another table is the same
// place under another name.
func spots(state string, lat, lon float64) []string {
	var list []string
	for _, dy := range []float64{0, -0.1, 0.1} {
		for _, dx := range []float64{0, -0.1, 0.1} {
			list = append(list, fmt.Sprintf("%s %.1f %.1f", state, lat+dy, lon+dx))
		}
	}
	return list
}
