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

// ofDay makes the match of a part of a day that ends before lexeme end: with the day, where the text names it next.
func (p *parser) ofDay(end int, at string, depth int) match {
	for _, k := range []int{p.skip(end, "on", "of"), p.skip(p.skip(end, ","), "on")} {
		if p.word(end) == "," && strings.HasPrefix(at, "T") && !strings.Contains(at, ":") {
			break // "this morning, Sunday"
		}
		m, ok := p.expression(k, depth+1)
		if !ok || m.value == nil || !p.daily(m) && m.kind != kindPeriod {
			continue
		}
		switch m.value.(type) {
		case timeOfDay:
			continue
		case shift, ago, length, nth, feast:
			if p.word(end) == "," {
				continue
			}
		}
		if p.word(end) == "," && m.clock != "" {
			continue // another clock time
		}
		if m.kind == kindDate {
			m.clock = at
		}
		return m
	}
	return match{end: end, value: timeOfDay{}, kind: kindDate, clock: at}
}

// daily reports whether an expression names days, not something longer.
func (p *parser) daily(m match) bool {
	switch v := m.value.(type) {
	case fixed:
		return v.hi-v.lo < 3
	case annual:
		return v.unit == dayUnit
	case dayOfWeek, timeOfDay, run, feast, nth:
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
	if n, ok := p.is(i, "clock"); ok {
		if n == 12 || n == 24 {
			return i + 1, fmt.Sprintf("T%02d:00", n), !p.ls[i].upper || i == 0
		}
	}
	if i >= len(p.ls) {
		return 0, "", false
	}
	l := &p.ls[i]
	if l.decimal {
		return p.pointClock(i)
	}
	if n, ok := p.is(i, "number"); ok || p.word(i) == "half" || p.word(i) == "quarter" || p.word(i) == "a" {
		return p.spokenClock(i, n)
	}
	if l.num < 0 || !l.plain {
		return 0, "", false
	}
	if l.suffix == "h" && l.num < 24 && i+1 < len(p.ls) && !p.ls[i+1].space && len(p.ls[i+1].word) == 2 && p.ls[i+1].num >= 0 && p.ls[i+1].num < 60 {
		return i + 2, timeTimex(l.num, p.ls[i+1].num, -1), true // 20h30
	}
	if _, zone := p.is(i+1, "zone"); len(l.word) == 4 && l.num < 2400 && l.num%100 < 60 && (zone && p.ls[i+1].upper || p.word(i+1) == "hours" && p.hourly(i)) && l.suffix == "" {
		if !zone {
			i++
		}
		return i + 1, fmt.Sprintf("T%02d:%02d", l.num/100, l.num%100), true
	}
	if l.num > 24 || len(l.word) > 2 {
		return 0, "", false
	}
	hour, minutes, colon := l.num, 0, false
	j := i + 1
	if (p.word(j) == ":" || p.word(j) == ".") && j+1 < len(p.ls) && !p.ls[j].space && len(p.ls[j+1].word) == 2 && p.ls[j+1].num >= 0 && p.ls[j+1].num < 60 && !p.ls[j+1].space && l.suffix == "" {
		colon = p.word(j) == ":"
		minutes = p.ls[j+1].num
		j += 2
	}
	half := p.ls[j-1].suffix
	if m, ok := p.is(j, "meridiem"); ok && half == "" {
		return j + 1, timeTimex(hour, minutes, m), true
	}
	if half == "am" || half == "pm" {
		m := 0
		if half == "pm" {
			m = 12
		}
		return j, timeTimex(hour, minutes, m), true
	}
	if p.word(j) == "o" && p.word(j+1) == "'" && p.word(j+2) == "clock" && half == "" {
		if part, after, ok := p.inThePart(j + 3); ok {
			return after, timeTimex(hour, minutes, 12*min(part/2, 1)), true
		}
		return j + 3, timeTimex(hour, minutes, -1), true
	}
	if part, after, ok := p.inThePart(j); ok && half == "" && hour <= 12 && (p.word(i-1) == "at" || colon) {
		return after, timeTimex(hour, minutes, 12*min(part/2, 1)), true
	}
	if k := p.skip(j, "-"); k > j && half == "" { // 2-4 p.m.
		if end, at, ok := p.clockAt(k); ok && p.ls[k].num > hour {
			if _, named := p.is(end-1, "meridiem"); named || p.ls[end-1].suffix == "pm" || p.ls[end-1].suffix == "am" {
				return end, at[:0], true
			}
		}
	}
	if p.word(j) == "noon" && hour == 12 || p.word(j) == "midnight" && hour == 12 {
		return j + 1, "T12:00", true
	}
	if p.word(j) == "h" && !colon && minutes > 0 {
		return j + 1, timeTimex(hour, minutes, -1), true
	}
	if colon && p.word(j) == ":" && j+1 < len(p.ls) && p.ls[j+1].num >= 0 && p.ls[j+1].num < 60 && !p.ls[j].space && !p.ls[j+1].space { // seconds
		j += 2
	}
	if !colon && half == "" && l.suffix == "" {
		if _, zone := p.is(j, "zone"); zone && minutes > 0 && p.ls[j].upper {
			return j, timeTimex(hour, minutes, -1), true
		}
	}
	return j, timeTimex(hour, minutes, -1), colon && half == "" && l.suffix == "" && p.word(i-1) != ":" && p.word(j) != "%"
}

// spokenClock reads "nine o'clock", "seven in the evening", "half past nine", "a quarter to six".
func (p *parser) spokenClock(i, n int) (end int, at string, ok bool) {
	minutes := 0
	switch j := p.skip(i, "a"); {
	case p.word(j) == "half" && p.word(j+1) == "past":
		minutes, i = 30, j+2
	case p.word(j) == "quarter" && p.word(j+1) == "past":
		minutes, i = 15, j+2
	case p.word(j) == "quarter" && p.word(j+1) == "to":
		minutes, i = -15, j+2
	}
	n, ok = p.is(i, "number")
	if !ok && minutes != 0 && i < len(p.ls) {
		n, ok = p.ls[i].num, p.ls[i].num >= 0
	}
	if !ok || n < 1 || n > 12 {
		return 0, "", false
	}
	end, half := i+1, -1
	exact := minutes != 0
	if p.word(end) == "o" && p.word(end+1) == "'" && p.word(end+2) == "clock" {
		end, exact = end+3, true
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

// partOfDay reads "the night of 3-4 May", "dawn on February 24", "the early hours of Friday", "the morning", "mid-morning".
func (p *parser) partOfDay(i, depth int) (match, bool) {
	if m, ok := p.hoursOf(i, depth); ok {
		return m, true
	}
	j := p.skip(i, "the", "that", "this")
	the := j > i
	if _, ok := p.is(j, "early"); ok {
		j = p.skip(j+1, "-")
	} else if p.word(j) == "pre" {
		j = p.skip(j+1, "-")
	} else if p.word(j) == "following" || p.word(j) == "next" || p.word(j) == "previous" || p.word(j) == "same" {
		return p.nextPart(j)
	} else if the && p.word(j) == "middle" && p.word(j+1) == "of" && p.word(j+2) == "the" {
		j += 3
	}
	n, ok := p.is(j, "daypart")
	if !ok || p.ls[j].upper && j > 0 {
		return match{}, false
	}
	if w := p.word(j + 1); the && (w == "before" || w == "after") && !p.clauseFollows(j+2) { // "the evening before"
		v := shift{unit: dayUnit, n: 1, chained: true}
		if w == "before" {
			v.n = -1
		}
		return match{end: j + 2, value: v, kind: kindDate, clock: "T" + dayPartTimex(n)}, true
	}
	at := "T" + dayPartTimex(n)
	if p.word(j) == "noon" || p.word(j) == "midday" || p.word(j) == "midnight" {
		_, at, _ = p.clockAt(j)
	}
	m := p.ofDay(j+1, at, depth)
	if _, bare := m.value.(timeOfDay); !bare {
		return m, true
	}
	m.end = j + 1
	return m, p.bareDayPart(i, j)
}

// nextPart reads "the following morning", "the previous evening", "the same evening".
func (p *parser) nextPart(j int) (match, bool) {
	n, ok := p.is(j+1, "daypart")
	if !ok || p.word(j-1) != "the" && p.word(j-1) != "that" {
		return match{}, false
	}
	days := 0
	switch p.word(j) {
	case "following", "next":
		days = 1
	case "previous":
		days = -1
	}
	return match{end: j + 2, value: shift{unit: dayUnit, n: days, chained: true}, kind: kindDate, clock: "T" + dayPartTimex(n)}, true
}

// bareDayPart reports whether a part of the day, named at lexeme j with its article at i, is a time by itself: "at dawn", "in the morning".
func (p *parser) bareDayPart(i, j int) bool {
	if _, clock := p.is(j, "clock"); clock {
		return false // the rule of clocks reads it
	}
	if p.word(j+1) == "of" || p.word(j+1) == "-" {
		return false
	}
	switch p.word(j) {
	case "dawn", "dusk":
		_, at := p.is(i-1, "at")
		_, bound := p.is(i-1, "bound")
		return at || bound
	}
	if j == i {
		return false
	}
	if p.word(i) == "mid" {
		return p.word(i-1) == "in" || p.word(i-1) == "by" || p.word(i-1) == "until"
	}
	switch p.word(i - 1) {
	case "in", "during", "of", "until", "by", "on", "over", "since", "through", "throughout":
		if p.upos(j+1) == "NOUN" {
			return false // "in the evening papers"
		}
		return p.word(i) == "the" && (j == i+1 || p.word(i+1) != "middle")
	}
	return p.word(i) == "that" || p.word(i) == "this"
}

// hoursOf reads "the early hours of Friday", "the small hours".
func (p *parser) hoursOf(i, depth int) (match, bool) {
	j := p.skip(i, "the")
	_, adj := p.is(j, "dayadj")
	_, part := p.is(j, "daypart")
	if !adj && !part || p.word(j+1) == "morning" && p.word(j+2) != "hours" {
		return match{}, false
	}
	k := j + 1
	if _, ok := p.is(k, "daypart"); ok {
		k++
	}
	if p.word(k) != "hours" {
		return match{}, false
	}
	end := k + 1
	if p.word(end) == "of" && p.word(end+1) == "the" {
		if _, ok := p.is(end+2, "daypart"); ok {
			end += 3
		}
	}
	m := p.ofDay(end, "", depth)
	_, bare := m.value.(timeOfDay)
	return m, !bare || j > i && p.word(end) != "of"
}
