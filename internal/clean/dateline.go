package clean

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dyad/event"
)

// opening is the head of an agency report: "OSLO, May 14 (NTB) –".
type opening struct {
	event.Dateline
	agencies []string
	length   int // bytes, with the dash and the blanks behind it
}

const maxDateline = 120

// dashes end a dateline.
var dashes = regexp.MustCompile(`\s+(?:[–—―-]|--)\s+|\s*(?:—|–|--)\s*|\)\s*(?:--|[-–—:])\s*|/\.?\s+(?:[–—-]+\s+)?|\s-(?:\p{Lu})`)

// cutDatelines cuts the datelines at the heads of paragraphs: of the report, and of each copy of it.
func (d *draft) cutDatelines() {
	var prev *line
	for _, l := range d.kept() {
		if prev == nil || !d.runsOn(prev, l) {
			if o, ok := d.datelineAt(d.of(l), prev == nil); ok {
				d.openWith(o)
				d.cut(dateline, l.start, l.start+o.length)
				l.start += o.length
			}
		}
		prev = l
	}
}

// openWith keeps what a dateline tells; the first one of a report counts.
func (d *draft) openWith(o opening) {
	if d.dateline == nil && (o.Place != "" || o.Month > 0 || o.Year > 0 || o.Weekday != "") {
		d.dateline = &o.Dateline
	}
	if len(d.agencies) == 0 || d.dateline != nil && *d.dateline == o.Dateline {
		for i := len(o.agencies) - 1; i >= 0; i-- {
			d.frontAgency(o.agencies[i])
		}
	}
}

// datelineAt reads a dateline at the head of s. The first paragraph may have a weaker one than those that follow.
func (d *draft) datelineAt(s string, first bool) (opening, bool) {
	head := s[:min(len(s), maxDateline)]
	if !strings.ContainsAny(head, "–—―/)") && !strings.Contains(head, " -") && !strings.Contains(head, "--") || !startsSentence(strings.TrimLeft(head, "([/")) {
		return opening{}, false
	}
	for from := 0; from < len(head); {
		m := dashes.FindStringIndex(head[from:])
		if m == nil {
			return opening{}, false
		}
		start, end := from+m[0], from+m[1]
		if head[start] == ')' || head[start] == '/' {
			start++ // it closes the agency's name
		}
		if r, _ := utf8.DecodeLastRuneInString(head[:end]); unicode.IsUpper(r) {
			end -= utf8.RuneLen(r) // " -Word": the capital belongs to the sentence
		}
		if o, ok := d.readDateline(head[:start], head[start:end], s[end:], first); ok {
			o.length = end
			return o, true
		}
		// An agency may be set off by dashes of its own, so the next dash is tried too, twice at most.
		if from > 0 {
			break
		}
		from = end
	}
	return opening{}, false
}

var inBrackets = regexp.MustCompile(`[(\[]([^()\[\]]{2,60})[)\]]|\s/([^/]{2,40})/`)

// readDateline reads the words before the dash; they must all belong to a place, a day or an agency.
func (d *draft) readDateline(head, dash, rest string, first bool) (opening, bool) {
	var o opening
	if strings.ContainsAny(head, `"“”!?;`) || !startsSentence(strings.TrimSpace(rest)) || wordCount(rest, 4) < 4 {
		return o, false
	}
	bracketed := false
	for _, m := range inBrackets.FindAllStringSubmatch(head, -1) {
		names := d.bracketedNames(squeezeBlanks(m[1] + m[2]))
		if names == nil {
			return o, false
		}
		o.agencies = append(o.agencies, names...)
		bracketed = true
	}
	head = inBrackets.ReplaceAllString(head, ",")
	places, capitals := 0, false
	for part := range strings.SplitSeq(head, ",") {
		part = strings.TrimSpace(strings.Trim(strings.TrimSpace(part), ":"))
		if part == "" {
			continue
		}
		place, ok := d.readDay(part, &o.Dateline)
		switch {
		case !ok:
			return o, false
		case place == "":
		case places > 0 && d.agencyByName[place] != nil:
			o.agencies = append(o.agencies, d.canonical(place))
			bracketed = true
		case looksLikePlace(place) && places < 3:
			if places == 0 {
				o.Place, capitals = placeCase(place), isCapitals(place)
			}
			places++
		default:
			return o, false
		}
	}
	if d.slugs[strings.ToLower(o.Place)] || places == 0 && !bracketed {
		return o, false
	}
	dated := o.Month > 0 || o.Weekday != ""
	plain := strings.TrimSpace(dash) != "-"
	switch {
	case bracketed, dated:
		return o, true
	case capitals:
		return o, utf8.RuneCountInString(o.Place) > 2
	default: // a single place in small letters, before a long dash, where a report begins
		return o, first && plain && places == 1 && strings.TrimSpace(dash) != dash && wordCount(o.Place, 3) <= 2
	}
}

var andStaff = regexp.MustCompile(`,? (?:and|with) \p{Ll}[\pL ]*$`)

// bracketedNames reads the agencies between brackets: "(AFP/Reuters)", "(Reuters and own staff)". nil = they are none.
func (d *draft) bracketedNames(s string) []string {
	if d.agencyByName[s] != nil {
		return []string{d.canonical(s)}
	}
	var names []string
	for name := range strings.SplitSeq(andStaff.ReplaceAllString(s, ""), "/") {
		if name = strings.TrimSpace(name); d.agencyByName[name] == nil && !looksLikePlace(name) {
			return nil
		}
		names = append(names, d.expand(d.canonical(name)))
	}
	return names
}

// readDay takes weekday, day, month and year off the end of a part and returns what stands before them.
func (d *draft) readDay(part string, into *event.Dateline) (place string, ok bool) {
	words := strings.Fields(part)
	n := len(words)
	for n > 0 {
		w := strings.ToLower(strings.TrimRight(words[n-1], "."))
		num, err := strconv.Atoi(strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "st"), "nd"), "rd"), "th"), "."))
		switch {
		case err == nil && num >= 1 && num <= 31 && len(w) <= 4 && into.Day == 0:
			into.Day = num
		case err == nil && num >= 1900 && num <= 2100 && into.Year == 0:
			into.Year = num
		case n > 1 && d.endsPlace(w, words):
			return strings.Join(words[:n], " "), true
		case d.months[w] > 0 && into.Month == 0 && !(n == 1 && len(words) == 1 && into.Day == 0):
			into.Month = d.months[w]
		case d.weekdays[w] != "" && into.Weekday == "":
			into.Weekday = d.weekdays[w]
		case err == nil:
			return "", false
		default:
			place = strings.Join(words[:n], " ")
			if strings.Count(place, ".") == 1 {
				place = strings.TrimSuffix(place, ".") // "MOSCOW. March 3"
			}
			return place, true
		}
		n--
	}
	return "", true
}

// endsPlace says whether the last word of several, though a month or weekday in some language, is of the name of a place: "Santo
// Domingo", "Rio de Janeiro". In English, and beside a number, it is a date.
func (d *draft) endsPlace(w string, words []string) bool {
	name := strings.ToLower(d.weekdays[w])
	if month := d.months[w]; month > 0 {
		name = strings.ToLower(time.Month(month).String())
	}
	return name != "" && !strings.HasPrefix(name, w) && !strings.ContainsAny(strings.Join(words, ""), "0123456789") && w != "sept"
}

// isCapitals holds for "OSLO" and "UNITED NATIONS".
func isCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ContainsFunc(s, unicode.IsUpper)
}

// looksLikePlace holds for up to five words that begin with capitals, small particles between them.
func looksLikePlace(s string) bool {
	words := strings.Fields(s)
	if len(words) > 5 || !startsSentence(s) {
		return false
	}
	for i, w := range words {
		if strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’./", r) }) {
			return false
		}
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !unicode.Is(unicode.Lo, r) && (i == 0 || i == len(words)-1 || len(w) > 5) {
			return false
		}
	}
	return true
}

// placeCase writes a place in capitals as a name: "UNITED NATIONS" is United Nations, "D.C." stays.
func placeCase(s string) string {
	if !isCapitals(s) {
		return s
	}
	var b strings.Builder
	inside := false
	for _, r := range s {
		if inside {
			b.WriteRune(unicode.ToLower(r))
		} else {
			b.WriteRune(r)
		}
		inside = unicode.IsLetter(r)
	}
	return b.String()
}
