package clean

import (
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"
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
				switch basis {
				case "given":
				case "url":
					d.source.Outlet = d.nameOfHost(e.name)
				default:
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
	if day, ok := dayOfAddress(u); ok {
		d.dates = append(d.dates, DateEvidence{day.earliest, day.latest, "url"})
	}
}

// readLastAddress reads the day from the one address that stands behind a report, as a page is printed or saved. Whose outlet it
// is it does not say.
func (d *draft) readLastAddress() {
	if len(d.addresses) != 1 || d.source.URL != "" || d.page {
		return
	}
	last := strings.TrimSuffix(strings.TrimRight(d.text, " \t\r\n"), ">")
	if !strings.HasSuffix(last, d.addresses[0]) {
		return
	}
	if u, err := url.Parse(d.addresses[0]); err == nil {
		if day, ok := dayOfAddress(u); ok {
			d.noteDate(DateEvidence{day.earliest, day.latest, "url"})
		}
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

// nameKind says whether a name is that of an agency or an outlet by its last words: "" = by them it is neither.
func (d *draft) nameKind(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 || len(words) > 6 || !looksLikePlace(name) && !looksLikePlace(strings.TrimPrefix(name, "The ")) {
		return ""
	}
	if kind := d.outletNouns[strings.Join(words[len(words)-2:], " ")]; kind != "" && len(words) > 2 {
		return kind
	}
	return d.outletNouns[words[len(words)-1]]
}

// splitTitle takes the name of the outlet off a title: "Talks end | Example Post". Behind a dash may also stand
// whoever said what the title says, so there the name must be that of an outlet.
func (d *draft) splitTitle(title string) (bare, outlet string) {
	for _, mark := range []string{" | ", " :: ", " » ", " – ", " — ", " - "} {
		i := strings.LastIndex(title, mark)
		if i <= 0 {
			continue
		}
		tail := strings.TrimSpace(title[i+len(mark):])
		known := d.agencyByName[tail] != nil || d.nameKind(tail) != ""
		if known || wordCount(tail, 6) < 6 && (mark == " | " || mark == " :: " || mark == " » ") {
			return strings.TrimSpace(title[:i]), tail
		}
	}
	return title, ""
}

var withOthers = regexp.MustCompile(`^(.{4,60}?),? (?:with|and) (?:the |our |its )?(?:own )?(?:agencies|wires|wire services|staff|correspondents|news agencies)(?: \pL+)?$`)

// readMasthead reads a line at the head of a report that is the name of the outlet or agency, perhaps with the day or
// "and our own staff", and drops it.
func (d *draft) readMasthead(l *line) bool {
	s := squeezeBlanks(d.of(l))
	if l.kind != "" || len(s) > 100 {
		return l.kind == boilerplate
	}
	name, day := s, ""
	if m := withOthers.FindStringSubmatch(s); m != nil {
		name = m[1]
	} else if before, after, ok := strings.Cut(s, ","); ok && d.isDateLine(after) {
		name, day = before, after
	}
	kind := d.nameKind(name)
	if known := d.agencyByName[name]; known != nil && kind == "" && strings.Contains(name, " ") {
		kind = "outlet"
		if known.agency {
			kind = "agency"
		}
	}
	switch kind {
	case "":
		return false
	case "agency":
		d.addAgency(d.canonical(name))
	default:
		if isCapitals(name) {
			name = placeCase(name)
		}
		d.suggestOutlet(name, "page")
	}
	d.addDate(day, "page")
	d.drop(l, boilerplate)
	return true
}

// expand returns the full name of an agency given by its initials, where the report has that name too.
func (d *draft) expand(short string) string {
	if len(short) < 3 || len(short) > 6 || !isCapitals(short) || d.agencyByName[short] != nil {
		return short
	}
	for _, name := range properNames.FindAllString(d.text[:min(len(d.text), maxAgencySearch)], -1) {
		words := strings.Fields(name)
		if len(words) < len(short) || d.nameKind(name) == "" {
			continue
		}
		words = words[len(words)-len(short):]
		matches := true
		for i, w := range words {
			matches = matches && w[0] == short[i]
		}
		if matches {
			return strings.Join(words, " ")
		}
	}
	return short
}

// properNames are words in capitals that follow one another.
var properNames = regexp.MustCompile(`\b[A-Z][\pL'’-]+(?: [A-Z][\pL'’-]+){1,5}`)

// nameOfHost returns the name in the report that spells the host of its URL: Example Post for examplepost.org. Without
// one the host stands for itself.
func (d *draft) nameOfHost(host string) string {
	labels := strings.Split(host, ".")
	if len(labels) < 2 {
		return host // a name from the table
	}
	spelled := func(name string) bool {
		f := fingerprint(name)
		for _, l := range labels[:len(labels)-1] {
			if l = strings.ReplaceAll(l, "-", ""); l == f || l == "the"+f {
				return true
			}
		}
		return false
	}
	for _, name := range d.agencies {
		if spelled(name) {
			return name
		}
	}
	for _, name := range properNames.FindAllString(d.raw[:min(len(d.raw), maxAgencySearch)], -1) {
		if spelled(name) {
			return name
		}
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
var unknownAgency = regexp.MustCompile(`((?:\p{Lu}[\pL'’-]+ ){1,4})(?:[Nn]ews [Aa]gency|[Nn]ews [Ss]ervice|[Pp]ress [Aa]gency|[Ww]ire)$`)

// agencyNouns end the names of agencies that the table does not have.
var agencyNouns = []string{"gency", "ervice", "ire"}

// findAgencies finds the agencies that the text says it relies on: those it was told by, heard from or quotes.
func (d *draft) findAgencies(text string) {
	text = text[:min(len(text), maxAgencySearch)]
	for start := 0; start < len(text); {
		first := firstWord(text[start:])
		if first == "" {
			_, size := utf8.DecodeRuneInString(text[start:])
			start += size
			continue
		}
		end := start + len(first)
		if name := d.agencyAt(text, start, first); name != "" {
			end = start + len(name)
			d.relyOn(text, start, end, d.canonical(name))
		} else if hasSuffix(first, agencyNouns) {
			low := max(0, start-100)
			if m := unknownAgency.FindStringIndex(text[low:end]); m != nil {
				name := strings.TrimPrefix(text[low+m[0]:end], "The ")
				if d.agencyByName[name] == nil && !d.ends(name) {
					d.relyOn(text, end-len(name), end, name)
				}
			}
		}
		start = end
	}
}

func hasSuffix(s string, suffixes []string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

// agencyAt returns the name of an agency that stands at start, where the word first stands.
func (d *draft) agencyAt(text string, start int, first string) string {
	for _, name := range d.agencyStarts[first] {
		if strings.HasPrefix(text[start:], name) {
			if r, _ := utf8.DecodeRuneInString(text[start+len(name):]); !isWordRune(r) {
				return name
			}
		}
	}
	return ""
}

// relyOn notes an agency named at start to end if the words beside it say that the report relies on it.
func (d *draft) relyOn(text string, start, end int, name string) {
	if Relies(text, start, end) {
		d.addAgency(name)
		d.media = append(d.media, Medium{name, start, end})
	}
}
