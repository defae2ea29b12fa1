package clean

import (
	"regexp"
	"strings"
)

var (
	// Day, hour and minute, month and year, as wires stamp their copy: "041530 DEC 08", "211640Z DEC 1972".
	wireTime = regexp.MustCompile(`\b(\d{2})([01]\d|2[0-3])([0-5]\d)Z?\s+(\pL{3,9})\.?\s+(\d{4}|\d{2})\b`)
	// The notice of copyright up to the end of its sentence or line, a full date of figures included.
	copyrighted = regexp.MustCompile(`(?i)(?:©|\(c\)|\bcopyright\b)[^\n]{0,80}`)
	figureDate  = regexp.MustCompile(`\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b`)
	bareYear    = regexp.MustCompile(`\b(19|20)\d{2}\b`)
)

// maxStamps bounds how many passages are read for stamps: they stand at the ends of a report.
const maxStamps = 200

// readStamps reads the day of publication from what was cut: the stamp of the wire and the notice of copyright.
func (d *draft) readStamps() {
	n := 0
	for _, c := range d.cuts {
		if c.kind == repetition || c.kind == dateline || c.kind == urlLine {
			continue
		}
		if n++; n > maxStamps {
			return
		}
		s := d.text[c.start:min(c.end, c.start+maxFurniture)]
		d.readWireTime(s)
		d.readCopyright(strings.ToValidUTF8(s, ""))
	}
}

// readWireTime reads the stamp of a wire.
func (d *draft) readWireTime(s string) {
	for _, m := range wireTime.FindAllStringSubmatch(s, 2) {
		year := number(m[5])
		if len(m[5]) == 2 {
			year = century(year)
		}
		if month := d.months[strings.ToLower(m[4])]; month > 0 {
			if day, ok := onDay(year, month, number(m[1])); ok {
				d.noteDate(DateEvidence{day.earliest, day.latest, "page"})
			}
		}
	}
}

// readCopyright reads the notice of copyright: a full date in it is that of the report. A year is often that in which the page was
// fetched, so that it tells only what the report cannot be later than; one year under a bare report may be its own.
func (d *draft) readCopyright(s string) {
	m := copyrighted.FindString(s)
	if m == "" {
		return
	}
	if day := figureDate.FindString(m); day != "" {
		d.addDate(day, "page")
		return
	}
	years := bareYear.FindAllString(m, 4)
	if len(years) == 0 {
		return
	}
	year, ok := onDay(number(years[len(years)-1]), 0, 0)
	if !ok {
		return
	}
	if d.page || len(years) > 1 {
		year.earliest = ""
	}
	d.noteDate(DateEvidence{year.earliest, year.latest, "copyright"})
}

// century completes a year of two figures: wire copy with such years is of 1950 to 2049.
func century(year int) int {
	if year >= 50 {
		return 1900 + year
	}
	return 2000 + year
}
