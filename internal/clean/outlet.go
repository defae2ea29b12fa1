package clean

import (
	"net/url"
	"regexp"
	"strings"
)

// outletEvidence is a name of the outlet and what it was read from.
type outletEvidence struct{ name, basis string }

// outletRank orders the evidence of the outlet, best first.
var outletRank = []string{"given", "feed", "page", "url", licence, "tag"}

func (d *draft) suggestOutlet(name, basis string) {
	if name != "" {
		d.outlets = append(d.outlets, outletEvidence{name, basis})
	}
}

// settleOutlet takes the best evidence. The name that an agency has in our table is used where it stands there.
func (d *draft) settleOutlet() {
	for _, basis := range outletRank {
		for _, e := range d.outlets {
			if e.basis == basis {
				d.source.Outlet, d.source.OutletBasis = e.name, basis
				if basis != "given" {
					d.source.Outlet = d.canonical(e.name)
				}
				return
			}
		}
	}
}

// canonical returns the name of an agency or outlet as the record writes it.
func (d *draft) canonical(name string) string {
	if a := d.agencyByName[name]; a != nil {
		return a.name
	}
	return name
}

// readURL reads from a URL what it tells of outlet, day and section.
func (d *draft) readURL(address string) {
	if address == "" {
		return
	}
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || !strings.Contains(u.Hostname(), ".") {
		return
	}
	d.suggestOutlet(d.outletOf(strings.ToLower(u.Hostname())), "url")
	if day, ok := dayInPath(u.Path); ok {
		d.dates = append(d.dates, DateEvidence{day.earliest, day.latest, "url"})
	}
}

// outletOf names the outlet of a host: as the table has it, else the host itself without "www.".
func (d *draft) outletOf(host string) string {
	host = strings.TrimPrefix(strings.TrimPrefix(host, "www."), "m.")
	for h := host; strings.Contains(h, "."); {
		if a := d.agencyByHost[h]; a != nil {
			return a.name
		}
		_, h, _ = strings.Cut(h, ".")
	}
	return host
}

// addAgency notes that the report carries or relies on an agency's copy.
func (d *draft) addAgency(name string) {
	for _, known := range d.agencies {
		if known == name {
			return
		}
	}
	d.agencies = append(d.agencies, name)
}

// frontAgency notes it as the nearest one.
func (d *draft) frontAgency(name string) {
	rest := d.agencies
	d.agencies = []string{name}
	for _, other := range rest {
		d.addAgency(other)
	}
}

// maxAgencySearch bounds how much of a text is searched for agencies: they are named early.
const maxAgencySearch = 100 << 10

// unknownAgency is an agency that the table does not have, named as what it is.
var unknownAgency = regexp.MustCompile(`\b((?:\p{Lu}[\pL'’-]+ ){1,4})([Nn]ews [Aa]gency|[Nn]ews [Ss]ervice|[Pp]ress [Aa]gency|[Ww]ire)\b`)

// findAgencies finds the agencies that the text says it relies on: those it was told by, heard from or quotes.
func (d *draft) findAgencies(text string) {
	text = text[:min(len(text), maxAgencySearch)]
	type found struct {
		at, end int
		name    string
	}
	var all []found
	for _, m := range d.agencyNames.FindAllStringIndex(text, -1) {
		all = append(all, found{m[0], m[1], d.canonical(text[m[0]:m[1]])})
	}
	for _, m := range unknownAgency.FindAllStringSubmatchIndex(text, -1) {
		name := strings.TrimPrefix(text[m[0]:m[1]], "The ")
		if d.agencyNames.MatchString(name) {
			continue
		}
		all = append(all, found{m[0], m[1], d.canonical(name)})
	}
	for _, f := range all {
		const near = 70
		before := text[max(0, f.at-near):f.at]
		if i := strings.LastIndexAny(before, ".!?\n"); i >= 0 {
			before = before[i:]
		}
		if d.cueBefore.MatchString(before) || d.cueAfter.MatchString(text[f.end:min(len(text), f.end+near)]) {
			d.addAgency(f.name)
		}
	}
}
