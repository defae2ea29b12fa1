package dictionary

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// A Place is a row of a table of places.
type Place struct {
	Name      string
	State     string // a code of internal/actor/data/states.tsv; "" where there is none
	Lat, Lon  string // WGS 84 degrees
	Region    string // first-level region
	Names     []string
	Precision string // country | region | city
}

const placesExplained = `# name       the name as English reports write it
# state      ISO 3166-1 alpha-3, or dyad's code where that has none
# lat, lon   WGS 84 degrees
# region     first-level region
# names      other names, separated by ";"
# precision  country | region | city
`

// WritePlaces writes a table of places with notes above its columns.
func WritePlaces(w io.Writer, notes []string, places []Place) error {
	out := bufio.NewWriter(w)
	for _, n := range notes {
		fmt.Fprintf(out, "# %s\n", n)
	}
	fmt.Fprint(out, placesExplained)
	fmt.Fprintln(out, strings.Join(placeColumns, "\t"))
	for _, p := range places {
		fmt.Fprintln(out, strings.Join([]string{p.Name, p.State, p.Lat, p.Lon, p.Region, strings.Join(p.Names, ";"), p.Precision}, "\t"))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}
