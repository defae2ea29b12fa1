package clean

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// dateRank orders the evidence of the day of publication, best first.
var dateRank = map[string]int{"given": 0, "feed": 1, "page": 2, "url": 3, "copyright": 4}

// rankOf puts what only bounds the day behind all that names one.
func rankOf(e DateEvidence) int {
	if e.Earliest == "" {
		return len(dateRank) + dateRank[e.Basis]
	}
	return dateRank[e.Basis]
}

// interval is one day, or a month or year where no day is known.
type interval struct{ earliest, latest string }

// epoch is the day that content systems write where they know none.
const epoch = "1970-01-01"

// addDate notes evidence of the day of publication. What cannot be read as a day is no evidence.
func (d *draft) addDate(s, basis string) {
	day, ok := d.readDate(s)
	if !ok || basis == "page" && day.latest == epoch {
		return
	}
	d.noteDate(DateEvidence{day.earliest, day.latest, basis})
}

// IsDate says whether a day, month or year of publication, as a feed or a user gives it, can be read.
func IsDate(s string) bool {
	tab, err := embedded()
	if err != nil {
		return false
	}
	_, ok := (&draft{lexicon: tab}).readDate(s)
	return ok
}

// noteDate keeps evidence that is not known yet.
func (d *draft) noteDate(e DateEvidence) {
	if !slices.Contains(d.dates, e) {
		d.dates = append(d.dates, e)
	}
}

// addBound notes a day on which the page was changed: it was published then or before.
func (d *draft) addBound(s string) {
	if day, ok := d.readDate(s); ok {
		d.dates = append(d.dates, DateEvidence{Latest: day.latest, Basis: "page"})
	}
}

// onDay makes an interval of a year, month and day; month and day may be 0.
func onDay(year, month, day int) (interval, bool) {
	if year < 1800 || year > 2200 || month < 0 || month > 12 || month == 0 && day != 0 {
		return interval{}, false
	}
	first := time.Date(year, time.Month(max(month, 1)), max(day, 1), 0, 0, 0, 0, time.UTC)
	last := first
	switch {
	case month == 0:
		last = first.AddDate(1, 0, -1)
	case day == 0:
		last = first.AddDate(0, 1, -1)
	case first.Day() != day: // 31 April
		return interval{}, false
	}
	return interval{first.Format(time.DateOnly), last.Format(time.DateOnly)}, true
}

var (
	isoDate    = regexp.MustCompile(`^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{1,2}:?\d{2}.*)?\s*$`)
	compact    = regexp.MustCompile(`^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$`)
	yearFirst  = regexp.MustCompile(`\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b`)
	wireStamp  = regexp.MustCompile(`^\s*(\d{1,2})\s+(\pL{3,9})\.?\s+(\d{2})(?:\s+\d{4})?\s*(?:GMT|Z)?\s*$`)
	yearLast   = regexp.MustCompile(`\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b`)
	dateWord   = regexp.MustCompile(`[\pL]+|\d+`)
	pathDay    = regexp.MustCompile(`(?:^|[/_-])((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?:[/_.-]|$)`)
	pathNamed  = regexp.MustCompile(`(?i)/((?:19|20)\d{2})/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\d{1,2})(?:/|$)`)
	pathDigits = regexp.MustCompile(`(?:^|[/_-])((?:19|20)\d{2})/?(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:/|$|[_.-])`)
	pathLast   = regexp.MustCompile(`(?:^|[/_-])(\d{1,2})[_-](\d{1,2})[_-]((?:19|20)\d{2})(?:[/_.-]|$)`)
	queryDay   = regexp.MustCompile(`(?:^|&)(?:date|day|d|published)=((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?:&|$)`)
	pathMonth  = regexp.MustCompile(`/((?:19|20)\d{2})/(0[1-9]|1[0-2])/`)
)

// readDate reads a day as machines and people write it. Times of day and zones are passed over: the day is the one
// that was written down. Days like 03/04/2016, which two readers read differently, are known to their two readings only.
func (d *draft) readDate(s string) (interval, bool) {
	for _, re := range []*regexp.Regexp{isoDate, compact, yearFirst} {
		if m := re.FindStringSubmatch(s); m != nil {
			return onDay(number(m[1]), number(m[2]), number(m[3]))
		}
	}
	if m := yearLast.FindStringSubmatch(s); m != nil {
		return dayOrMonthFirst(number(m[1]), number(m[2]), number(m[3]))
	}
	if m := wireStamp.FindStringSubmatch(s); m != nil { // day, month, year of two digits, time of day
		if month := d.months[strings.ToLower(m[2])]; month > 0 {
			return onDay(century(number(m[3])), month, number(m[1]))
		}
	}
	year, month, day := 0, 0, 0
	words := dateWord.FindAllString(s, 24)
	for i, w := range words {
		switch n := number(w); {
		case n >= 1800 && n <= 2200 && len(w) == 4 && year == 0:
			year = n
		case n >= 1 && n <= 31 && day == 0 && len(w) <= 2 && (beside(d.months, words, i, -1) || beside(d.months, words, i, 1) || beside(d.months, words, i, 2)):
			day = n
		case month == 0 && d.months[strings.ToLower(w)] > 0:
			month = d.months[strings.ToLower(w)]
		}
	}
	if year == 0 || month == 0 {
		return interval{}, false
	}
	return onDay(year, month, day)
}

// beside says whether a month stands offset words from word i.
func beside(months map[string]int, words []string, i, offset int) bool {
	j := i + offset
	return j >= 0 && j < len(words) && months[strings.ToLower(words[j])] > 0
}

// dayOrMonthFirst reads 14/05/2011 and 05/14/2011; where both readings are days, it spans them.
func dayOrMonthFirst(a, b, year int) (interval, bool) {
	x, ok1 := onDay(year, b, a)
	y, ok2 := onDay(year, a, b)
	switch {
	case ok1 && ok2:
		return interval{min(x.earliest, y.earliest), max(x.latest, y.latest)}, true
	case ok1:
		return x, true
	}
	return y, ok2
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// dayOfAddress reads the day from the path of an address, or from what is asked of it.
func dayOfAddress(u *url.URL) (interval, bool) {
	if m := queryDay.FindStringSubmatch(u.RawQuery); m != nil {
		return onDay(number(m[1]), number(m[2]), number(m[3]))
	}
	return dayInPath(u.Path)
}

// dayInPath reads the day that many outlets put into the path of their URLs.
func dayInPath(path string) (interval, bool) {
	if m := pathDay.FindStringSubmatch(path); m != nil && !withinWords(m[0]) {
		if day, ok := onDay(number(m[1]), number(m[2]), number(m[3])); ok && number(m[2]) > 0 && number(m[3]) > 0 {
			return day, true
		}
	}
	if m := pathNamed.FindStringSubmatch(path); m != nil {
		if t, err := time.Parse("2006 Jan 2", fmt.Sprintf("%s %s %s", m[1], strings.ToUpper(m[2][:1])+strings.ToLower(m[2][1:]), m[3])); err == nil {
			return onDay(t.Year(), int(t.Month()), t.Day())
		}
	}
	if m := pathDigits.FindStringSubmatch(path); m != nil && !withinWords(m[0]) {
		return onDay(number(m[1]), number(m[2]), number(m[3]))
	}
	if m := pathLast.FindStringSubmatch(path); m != nil && !withinWords(m[0]) {
		return dayOrMonthFirst(number(m[1]), number(m[2]), number(m[3]))
	}
	if m := pathMonth.FindStringSubmatch(path); m != nil {
		return onDay(number(m[1]), number(m[2]), 0)
	}
	return interval{}, false
}

// withinWords reports whether a date, found with what stands on both sides of it, is one of the words of a headline ("anniversary-1945-08-06-hiroshima").
func withinWords(found string) bool {
	return strings.ContainsAny(found[:1], "-_") && strings.ContainsAny(found[len(found)-1:], "-_")
}

// timeWords are what may stand in a line that is nothing but a date, beside weekdays, months and numbers.
var timeWords = regexp.MustCompile(`(?i)^(?:published|posted|updated|on|at|the|of|st|nd|rd|th|am|pm|a|p|m|gmt|utc|est|edt|cet|cest|bst|msk|ist|t|z|local|time)$`)

// isDateLine holds where a line is a date with a year, and a time perhaps, and nothing else.
func (d *draft) isDateLine(s string) bool {
	day, ok := d.readDate(s)
	if !ok || day.earliest != day.latest && !yearLast.MatchString(s) {
		return false
	}
	for _, w := range dateWord.FindAllString(s, -1) {
		lower := strings.ToLower(w)
		if number(w) == 0 && w[0] != '0' && d.months[lower] == 0 && d.weekdays[lower] == "" && !timeWords.MatchString(w) {
			return false
		}
	}
	return true
}
