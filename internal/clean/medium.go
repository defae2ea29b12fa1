package clean

import (
	"regexp"
	"slices"
	"strings"
)

// agencyKind is what may stand behind the name of an agency that the table has: "TASS news agency".
var agencyKind = regexp.MustCompile(` (?:[Nn]ews [Aa]gency|[Nn]ews [Ss]ervice|[Pp]ress [Aa]gency|[Ww]ire)$`)

// ends reports whether a name is that of a known agency with its kind behind it.
func (d *draft) ends(name string) bool {
	return d.agencyByName[agencyKind.ReplaceAllString(name, "")] != nil
}

// namedMedium is a name right behind a word like "told" or "interview with".
var namedMedium = regexp.MustCompile(`^,? (?:the |The )?([A-Z][\pL'’-]+(?: (?:of |on )?[A-Z][\pL'’-]+){0,4})`)

// findMedia finds the outlets and agencies that the table does not have and that the text relies on: "told the Example Post", told by
// the last words of their names.
func (d *draft) findMedia(text string) {
	text = text[:min(len(text), maxAgencySearch)]
	known := d.media // in text order, as the cues are
	for _, at := range d.cueBefore.FindAllStringIndex(text, -1) {
		m := namedMedium.FindStringSubmatchIndex(text[at[1]:min(len(text), at[1]+80)])
		if m == nil {
			continue
		}
		start, end := at[1]+m[2], at[1]+m[3]
		for len(known) > 0 && known[0].End <= start {
			known = known[1:]
		}
		if d.nameKind(text[start:end]) == "" || len(known) > 0 && known[0].Start < end {
			continue
		}
		d.media = append(d.media, Medium{d.canonical(text[start:end]), start, end})
	}
	slices.SortFunc(d.media, func(a, b Medium) int { return a.Start - b.Start })
}

// nearCue is how many bytes around a name are read for words that make a source of it.
const nearCue = 70

// Relies reports whether the words beside a stretch of a text say that it has from whoever is named there what it tells: "told …",
// "carried by …".
func Relies(text string, start, end int) bool {
	tab, err := embedded()
	if err != nil || start < 0 || end > len(text) || start > end {
		return false
	}
	before := text[max(0, start-nearCue):start]
	if i := strings.LastIndexAny(before, ".!?\n"); i >= 0 {
		before = before[i:]
	}
	return tab.cueBefore.MatchString(before) || tab.cueAfter.MatchString(text[end:min(len(text), end+nearCue)])
}
