package main

import (
	"archive/zip"
	"bufio"
	"io"
	"os"
	"strconv"
	"strings"
)

type city struct {
	name, native    string // in ASCII, with accents
	others          []string
	iso, region     string // state, region by GeoNames' code
	lat, lon        float64
	population      int
	kind            string // GeoNames' feature code
	capital, isSeat bool
}

type region struct{ name, native string }

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
	return iso, err
}

func readRegions(file string) (map[string]region, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	regions := map[string]region{}
	err = lines(f, 3, func(f []string) { regions[f[0]] = region{f[2], f[1]} })
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
		c := city{
			name: f[2], native: f[1], others: strings.Split(f[3], ","), iso: f[8], region: f[8] + "." + f[10],
			kind: f[7], capital: f[7] == "PPLC", isSeat: f[7] == "PPLA",
		}
		c.lat, _ = strconv.ParseFloat(f[4], 64)
		c.lon, _ = strconv.ParseFloat(f[5], 64)
		c.population, _ = strconv.Atoi(f[14])
		cities = append(cities, c)
	})
	return cities, err
}

// centre gives the centre of population of some cities; longitudes are turned so that no state lies across the seam.
func centre(cities []city, in func(*city) bool) (lat, lon float64, ok bool) {
	var n, a, b, first float64
	for i := range cities {
		c := &cities[i]
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
		n, a, b = n+w, a+float64(w*c.lat), b+float64(w*x)
	}
	if n == 0 {
		return 0, 0, false
	}
	if b/n > 180 {
		b -= 360 * n
	}
	return a / n, b / n, true
}
