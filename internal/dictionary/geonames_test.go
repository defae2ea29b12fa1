package dictionary

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// geoLine is a line of a dump: the columns that matter.
func geoLine(id, name, ascii, lat, lon, class, code, country, admin, population string) string {
	return strings.Join([]string{id, name, ascii, "", lat, lon, class, code, country, "", admin, "", "", "", population, "", "", "Europe/Oslo", "2013-01-01"}, "\t")
}

// A dump of a country that is not, in the format of GeoNames.
func geoDump() string {
	return strings.Join([]string{
		geoLine("1", "Strelsau", "Strelsau", "50.1", "15.2", "P", "PPLC", "RR", "01", "900"),
		geoLine("2", "Ærøvik", "Aerovik", "60.25", "5.5", "P", "PPL", "NO", "07", "40000"),
		geoLine("3", "Ærøvik", "Aerovik", "61", "6", "P", "PPL", "NO", "07", "20000"),
		geoLine("4", "Small Haven", "Small Haven", "60", "5", "P", "PPL", "NO", "07", "400"),
		geoLine("5", "Old Haven", "Old Haven", "60", "5", "P", "PPLQ", "NO", "07", "90000"),
		geoLine("6", "East Quarter", "East Quarter", "60", "5", "P", "PPLX", "NO", "07", "90000"),
		geoLine("7", "Bald Mountain", "Bald Mountain", "60", "5", "T", "MT", "NO", "07", "0"),
		geoLine("8", "West Land", "West Land", "60", "5", "A", "ADM1", "NO", "07", ""),
		geoLine("9", "Kingdom; of Norway", "Kingdom of Norway", "60", "5", "A", "PCLI", "NO", "00", "5000000"),
		geoLine("10", "Nowhere", "Nowhere", "95", "5", "P", "PPL", "NO", "07", "40000"),
		geoLine("11", "Utopia", "Utopia", "9", "5", "P", "PPL", "UU", "07", "40000"),
		geoLine("12", "Crowd", "Crowd", "9", "5", "P", "PPL", "NO", "07", "many"),
		geoLine("13", "", "", "9", "5", "P", "PPL", "NO", "07", "40000"),
		"14\ttoo\tfew",
		geoLine("15", "T\xffrn", "Torn", "9", "5", "P", "PPL", "NO", "07", "40000"),
		geoLine("16", "Open Sea Town", "Open Sea Town", "9", "5", "P", "PPL", "", "", "40000"),
		geoLine("17", "Grand Havn", "Grand Havn", "59", "10", "P", "PPLA", "NO", "09", "90000"),
	}, "\n") + "\n"
}

const (
	geoRegions   = "NO.07\tVestlandet\tVestland\t77\nNO.09\tSørland\tSorland\t79\nnot a region\n"
	geoCountries = "# Countries\n#ISO\tISO3\nRR\tCZE\t1\tRR\tRuritania\tStrelsau\t1\t1\tEU\t.rr\tX\tX\t1\t\t\ten\t1\t\t\nNO\tNOR\t1\tNO\tNorway\tOslo\t1\t1\tEU\t.no\tX\tX\t1\t\t\ten\t1\t\t\n"
)

func TestGeoNames(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir) // so that the messages have no folder
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for name, data := range map[string]string{"NO.txt": geoDump()} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if w, err := z.Create("readme.txt"); err != nil || z.Close() != nil {
		t.Fatal(w, err)
	}
	for name, data := range map[string][]byte{"NO.zip": packed.Bytes(), "admin1.txt": []byte(geoRegions), "countries.txt": []byte(geoCountries)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	im, err := GeoNames([]string{"NO.zip", "admin1.txt", "countries.txt"}, 15000)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(packageDir)
	golden(t, "geonames.golden", written(t, im))
	faultlessPlaces(t, im, nil)
}

// packageDir is the folder of this package, in which tests begin.
var packageDir, _ = os.Getwd()

func faultlessPlaces(t *testing.T, im *Import, also func(Fault) bool) {
	t.Helper()
	var b bytes.Buffer
	if err := WritePlaces(&b, im.Notes, im.Places); err != nil {
		t.Fatal(err)
	}
	table := b.String()
	n, err := Check(Source{"places", &b}, func(f Fault) {
		if also == nil || !also(f) {
			t.Errorf("%v\n%s", f, lineOf(table, f.Line))
		}
	})
	if err != nil || n != len(im.Places) {
		t.Fatalf("%d rows of %d, %v", n, len(im.Places), err)
	}
}

// The dump of GeoNames is not part of the project.
func TestGeoNamesDump(t *testing.T) {
	dir := "../../../shared/facts/geonames/"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no dump in ../shared")
	}
	im, err := GeoNames([]string{dir + "cities15000.zip", dir + "admin1CodesASCII.txt", dir + "countryInfo.txt"}, 300_000)
	if err != nil {
		t.Fatal(err)
	}
	if len(im.Refused) > 0 || len(im.Places) < 1400 || im.Places[0].Name != "Shanghai" || im.Places[0].State != "CHN" || im.Places[0].Region == "" {
		t.Errorf("%d places, first %+v, refused %v", len(im.Places), im.Places[0], im.Refused)
	}
	faultlessPlaces(t, im, nil)
}

func TestGeoNamesErrors(t *testing.T) {
	if _, err := GeoNames([]string{"missing.txt"}, 0); err == nil || !strings.Contains(err.Error(), "missing.txt") {
		t.Errorf("error %v, want one that names the file", err)
	}
	bad := filepath.Join(t.TempDir(), "bad.zip")
	if err := os.WriteFile(bad, []byte("PK no zip"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := GeoNames([]string{bad}, 0); err == nil || !strings.HasPrefix(err.Error(), bad+": ") {
		t.Errorf("error %v, want one that names the file", err)
	}
}

func FuzzGeoNames(f *testing.F) {
	f.Add([]byte(geoDump()))
	f.Add([]byte(geoRegions))
	f.Add([]byte(geoCountries))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := newGeonames(1000)
		if err != nil {
			t.Fatal(err)
		}
		for _, dumps := range []bool{false, true} {
			if err := g.read(Source{"f.txt", bytes.NewReader(data)}, dumps); err != nil {
				t.Fatal(err)
			}
		}
		g.finish()
		faultlessPlaces(t, &g.Import, nil)
	})
}
