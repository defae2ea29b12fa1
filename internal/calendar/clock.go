package calendar

import (
	"fmt"
	"strconv"
	"strings"
)

// Rules for times of day and the day they belong to.

// clock reads "10 p.m. Wednesday", "22:30", "0600 GMT", "noon on Thursday", "6:30 a.m. local time (1130 GMT) on Friday".
func (p *parser) clock(i, depth int) (match, bool) {
	end, at, ok := p.clockAt(i)
	if !ok {
		return match{}, false
	}
	end, at = p.zone(end, at)
	if p.word(end) == "(" { // the same by another clock
		if k, _, ok := p.clockAt(end + 1); ok {
			if after, _ := p.zone(k, ""); p.word(after) == ")" {
				end = after + 1
			}
		}
	}
	return p.ofDay(end, at, depth), true
}

// ofDay makes the match of a part of a day that ends before lexeme end: with the day, where the text names it next. After a comma
// only the name of a day is that of a clock time before it.
func (p *parser) ofDay(end int, at string, depth int) match {
	alone := match{end: end, value: timeOfDay{}, kind: kindDate, clock: at}
	k, comma := p.skip(end, "on", "of"), p.word(end) == ","
	if comma {
		k = p.skip(end+1, "on")
		if strings.HasPrefix(at, "T") && !strings.Contains(at, ":") {
			return alone // "this morning, Sunday"
		}
	}
	m, ok := p.expression(k, depth+1)
	if !ok || m.value == nil || !p.daily(m) && m.kind != kindPeriod || comma && m.clock != "" {
		return alone
	}
	switch m.value.(type) {
	case timeOfDay:
		return alone
	case shift, ago, length, nth, feast:
		if comma {
			return alone
		}
	}
	if m.kind == kindDate {
		m.clock = at
	}
	return m
}

// daily reports whether an expression names days, not something longer.
func (p *parser) daily(m match) bool {
	switch v := m.value.(type) {
	case fixed:
		return v.hi-v.lo < 3
	case annual:
		return v.unit == dayUnit
	case dayOfWeek, timeOfDay, run, feast, nth, dayOf:
		return true
	case shift:
		return v.unit == dayUnit || v.unit == night
	case ago:
		return v.unit == dayUnit
	}
	return false
}

// zone skips the name of a time zone, and "local time".
func (p *parser) zone(end int, at string) (int, string) {
	for range 2 {
		if n, ok := p.is(end, "zone"); ok && p.ls[end].upper {
			end++
			if n == 1 && at != "" {
				at += "Z"
			}
		}
		if p.word(end+1) == "time" && end+1 < len(p.ls) && (p.word(end) == "local" || p.ls[end].upper && p.upos(end) != "VERB") {
			end += 2
		}
	}
	return end, at
}

// clockAt reads the time of day itself, and what TIMEX3 writes for it.
func (p *parser) clockAt(i int) (end int, at string, ok bool) {
	if i >= len(p.ls) {
		return 0, "", false
	}
	l := &p.ls[i]
	if n, ok := l.is("clock"); ok {
		return i + 1, fmt.Sprintf("T%02d:00", n), !l.upper || i == 0
	}
	switch {
	case l.decimal:
		return p.pointClock(i)
	case l.num < 0:
		return p.spokenClock(i)
	case !l.plain:
		return 0, "", false
	case len(l.word) == 4:
		return p.militaryClock(i)
	}
	if end, at, ok := p.digitClock(i); ok {
		return end, at, true
	}
	if k := p.skip(i+1, "-"); k > i+1 && l.suffix == "" && k < len(p.ls) && p.ls[k].num > l.num { // 2-4 p.m.
		if end, _, ok := p.digitClock(k); ok && (p.isAny(end-1, "meridiem") || p.ls[end-1].half() >= 0) {
			return end, "", true
		}
	}
	return 0, "", false
}

// half gives the half of the day that touches a number: 0 of 9am, 12 of 9pm, -1 where there is none.
func (l *lexeme) half() int {
	switch l.suffix {
	case "am":
		return 0
	case "pm":
		return 12
	}
	return -1
}

// minute gives the number of lexeme i if it can be the minutes of a time of day: two digits that touch what stands before them.
func (p *parser) minute(i int) (int, bool) {
	if i >= len(p.ls) || p.ls[i].space || len(p.ls[i].word) != 2 {
		return 0, false
	}
	return p.ls[i].num, p.ls[i].num >= 0 && p.ls[i].num < 60
}

// militaryClock reads "0600 GMT", and "0600 hours" after "at".
func (p *parser) militaryClock(i int) (end int, at string, ok bool) {
	l := &p.ls[i]
	if l.suffix != "" || l.num >= 2400 || l.num%100 >= 60 {
		return 0, "", false
	}
	at = timeTimex(l.num/100, l.num%100, -1)
	if p.isAny(i+1, "zone") && p.ls[i+1].upper {
		return i + 1, at, true
	}
	return i + 2, at, p.word(i+1) == "hours" && p.hourly(i)
}

// digitClock reads "9 a.m.", "9am", "22:30", "9.15 p.m.", "20h30", "6 o'clock", "12 noon", "6 in the evening".
func (p *parser) digitClock(i int) (end int, at string, ok bool) {
	if i >= len(p.ls) { // "2016-10-11T" at the end
		return 0, "", false
	}
	l := &p.ls[i]
	if l.num < 0 || l.num > 24 || len(l.word) > 2 {
		return 0, "", false
	}
	hour, j := l.num, i+1
	if m, ok := p.minute(j); ok && l.suffix == "h" {
		return j + 1, timeTimex(hour, m, -1), true
	}
	if h := l.half(); h >= 0 || l.suffix != "" {
		return j, timeTimex(hour, 0, h), h >= 0
	}
	minutes, colon := 0, false
	if sep := p.word(j); (sep == ":" || sep == ".") && !p.ls[j].space {
		if m, ok := p.minute(j + 1); ok {
			minutes, colon, j = m, sep == ":", j+2
		}
	}
	if h := p.ls[j-1].half(); h >= 0 {
		return j, timeTimex(hour, minutes, h), true
	}
	if h, ok := p.is(j, "meridiem"); ok {
		return j + 1, timeTimex(hour, minutes, h), true
	}
	if after, half, ok := p.hourWords(i, j, colon); ok {
		return after, timeTimex(hour, minutes, half), true
	}
	if _, ok := p.minute(j + 1); ok && colon && p.word(j) == ":" { // seconds
		j += 2
	}
	if minutes > 0 && p.isAny(j, "zone") && p.ls[j].upper {
		return j, timeTimex(hour, minutes, -1), true
	}
	at = timeTimex(hour, minutes, -1)
	if p.ls[j-1].suffix == "z" {
		return j, at + "Z", colon
	}
	return j, at, colon && p.ls[j-1].suffix == "" && p.word(i-1) != ":" && p.word(j) != "%"
}

// hourWords reads the words after an hour in digits that ends before lexeme j: "o'clock", "in the evening", "noon".
func (p *parser) hourWords(i, j int, colon bool) (end, half int, ok bool) {
	end = p.oClock(j)
	if part, after, ok := p.inThePart(end); ok && p.ls[i].num <= 12 && (end > j || colon || p.word(i-1) == "at") {
		return after, 12 * min(part/2, 1), true
	}
	if w := p.word(j); p.ls[i].num == 12 && (w == "noon" || w == "midnight") {
		return j + 1, -1, true
	}
	return end, -1, end > j
}

// oClock skips "o'clock".
func (p *parser) oClock(i int) int {
	if p.word(i) == "o" && p.word(i+1) == "'" && p.word(i+2) == "clock" {
		return i + 3
	}
	return i
}

// spokenClock reads "nine o'clock", "seven in the evening", "half past nine", "a quarter to six".
func (p *parser) spokenClock(i int) (end int, at string, ok bool) {
	minutes := 0
	switch j := p.skip(i, "a"); {
	case p.word(j) == "half" && p.word(j+1) == "past":
		minutes, i = 30, j+2
	case p.word(j) == "quarter" && p.word(j+1) == "past":
		minutes, i = 15, j+2
	case p.word(j) == "quarter" && p.word(j+1) == "to":
		minutes, i = -15, j+2
	}
	n, ok := p.is(i, "number")
	if !ok && minutes != 0 && i < len(p.ls) {
		n, ok = p.ls[i].num, p.ls[i].num >= 0
	}
	if !ok || n < 1 || n > 12 {
		return 0, "", false
	}
	end, half := i+1, -1
	exact := minutes != 0
	if k := p.oClock(end); k > end {
		end, exact = k, true
	}
	if h, ok := p.is(end, "meridiem"); ok {
		end, exact, half = end+1, true, h
	}
	if part, after, ok := p.inThePart(end); ok && (exact || p.word(i-1) == "at" || p.word(i-1) == "about" || p.word(i-1) == "around") {
		end, exact, half = after, true, 0
		if part > 1 {
			half = 12
		}
	}
	minutes += 60 * n
	return end, timeTimex(minutes/60, minutes%60, half), exact
}

// inThePart reads "in the evening", "at night" after an hour.
func (p *parser) inThePart(i int) (part, end int, ok bool) {
	if p.word(i) == "in" && p.word(i+1) == "the" {
		part, ok = p.is(i+2, "daypart")
		return part, i + 3, ok
	}
	return 5, i + 2, p.word(i) == "at" && p.word(i+1) == "night"
}

// pointClock reads "8.30pm", "8.30 p.m.", "20.30 GMT".
func (p *parser) pointClock(i int) (end int, at string, ok bool) {
	l := &p.ls[i]
	h, m, _ := strings.Cut(l.word, ".")
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	if err1 != nil || err2 != nil || len(m) != 2 || hour > 24 || minute > 59 {
		return 0, "", false
	}
	half, named := p.is(i+1, "meridiem")
	_, zone := p.is(i+1, "zone")
	switch {
	case l.suffix == "am":
		return i + 1, timeTimex(hour, minute, 0), true
	case l.suffix == "pm":
		return i + 1, timeTimex(hour, minute, 12), true
	case l.suffix != "":
		return 0, "", false
	case named:
		return i + 2, timeTimex(hour, minute, half), true
	}
	return i + 1, timeTimex(hour, minute, -1), zone && p.ls[i+1].upper
}

// hourly reports whether four digits before "hours" are a time of day: "at 0600 hours".
func (p *parser) hourly(i int) bool {
	return p.word(i-1) == "at" || p.word(i-1) == "by" || p.word(i-1) == "until" || p.word(i-1) == "from"
}

// timeTimex writes a time of day; half is 0 before noon, 12 after it, -1 where the clock has 24 hours.
func timeTimex(hour, minute, half int) string {
	if half >= 0 && hour <= 12 {
		hour = hour%12 + half
	}
	return fmt.Sprintf("T%02d:%02d", hour, minute)
}
