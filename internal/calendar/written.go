package calendar

import (
	"strings"

	"dyad/internal/language"
)

// written reads a date as users, feeds and pages write it: ISO 8601 and RFC 3339, RFC 1123, or in words. The day is the
// local one that is written, whatever the zone.
func written(s string) (days, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 64 {
		s = strings.ToValidUTF8(s[:64], "")
	}
	if d, ok := digits(s); ok {
		return d, true
	}
	for _, t := range Find(s, []language.Sentence{{End: len(s)}}) {
		if f, ok := t.value.(fixed); ok {
			return days(f), true
		}
	}
	return days{}, false
}

// digits reads 20161011, 2016-10 and the like, which a text would not hold as a date.
func digits(s string) (days, bool) {
	var n []int
	for f := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '-' || r == '/' }) {
		v := 0
		for _, c := range []byte(f) {
			if !isDigit(c) || v > 1e8 {
				return days{}, false
			}
			v = 10*v + int(c-'0')
		}
		n = append(n, v)
	}
	switch {
	case len(n) == 1 && len(s) == 8:
		d, ok := civil(n[0]/10000, n[0]/100%100, n[0]%100)
		return days{d, d}, ok
	case len(n) == 1 && len(s) == 4:
		return years(n[0], 1)
	case len(n) == 2 && len(s) == 7:
		return months(n[0], n[1], 1)
	}
	return days{}, false
}
