package web

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dyad/internal/archive"
)

// chart is a dyad over time as an SVG: each period a bar, cooperation up and conflict down, words outlined and deeds
// filled. Lengths across are per cents and lengths along are pixels, so that the chart fits any width while its
// lettering keeps its size.
type chart struct {
	Label  string
	Width  string
	Height string
	Middle string // of the axis
	Foot   string // base line of the labels below
	Lines  []gridLine
	Ticks  []tick
	Bars   []bar
	Table  []archive.Period // the same as numbers
}

type gridLine struct{ Y, TextY, Text string }

type tick struct {
	X, Text string
	Minor   bool // left out where there is no room
}

// bar is a period: a link that chooses it.
type bar struct {
	Href, Title  string
	X, Width     string // of the whole slot, which is what a pointer can hit
	Height       string
	BarX, BarW   string
	Parts        []barPart
	Open         bool // rows with another status than having happened
	Centre       string
	OpenY        string
	Chosen, Pale bool
}

type barPart struct {
	Y, Height string
	Quad      int
}

// Measures of the chart, in pixels.
const (
	plotTop     = 14
	yearHeight  = 200
	monthHeight = 110
	footHeight  = 44
	slotWidth   = 64 // of a slot, where they are fewer than
	fewSlots    = 12
)

// period is a year or month that a chart has room for, with or without events.
type slot struct {
	key  string
	text string
}

// newChart draws a series. href gives the address that chooses a period; from and to say which are chosen now.
func newChart(slots []slot, series []archive.Period, label string, href func(key string) string, from, to string) *chart {
	if len(slots) == 0 {
		return nil
	}
	byKey := map[string]*archive.Period{}
	up, down := 0, 0
	for i := range series {
		p := &series[i]
		byKey[p.Key] = p
		up, down = max(up, p.Quad[1]+p.Quad[2]), max(down, p.Quad[3]+p.Quad[4])
	}
	height, tallest := float64(yearHeight), 30.0
	if len(slots[0].key) == len("2006-01") {
		height, tallest = monthHeight, 14
	}
	unit := min(height/float64(max(1, up+down)), tallest) // few events make no towers
	middle := plotTop + unit*float64(up)
	bottom := middle + unit*float64(down)
	c := &chart{Label: label, Height: px(bottom + footHeight), Middle: px(middle), Foot: px(bottom + 34)}
	c.grid(up, down, unit, middle)
	c.Width = "100%"
	if len(slots) < fewSlots {
		c.Width = strconv.Itoa(len(slots) * slotWidth) // a few bars do not fill a page
	}
	width := 100 / float64(len(slots))
	for i, s := range slots {
		x := float64(i) * width
		c.tick(s, i, len(slots), x+width/2)
		if p := byKey[s.key]; p != nil {
			b := newBar(p, s, x, width, unit, middle, bottom)
			b.Href, b.Height = href(s.key), px(bottom+18)
			b.Chosen = (from != "" || to != "") && within(s.key, from, to)
			b.Pale = (from != "" || to != "") && !b.Chosen
			c.Bars = append(c.Bars, b)
			c.Table = append(c.Table, *p)
		}
	}
	return c
}

func newBar(p *archive.Period, s slot, x, width, unit, middle, bottom float64) bar {
	b := bar{
		Title: barTitle(p, s.text), X: percent(x), Width: percent(width), BarX: percent(x + width*0.14), BarW: percent(width * 0.72),
		Centre: percent(x + width/2), OpenY: px(bottom + 10), Open: len(p.Open) > 0,
	}
	top := middle
	for _, quad := range []int{1, 2} { // words next to the axis, deeds outside
		if h := unit * float64(p.Quad[quad]); h > 0 {
			top -= h
			b.Parts = append(b.Parts, barPart{px(top), px(h), quad})
		}
	}
	low := middle
	for _, quad := range []int{3, 4} {
		if h := unit * float64(p.Quad[quad]); h > 0 {
			b.Parts = append(b.Parts, barPart{px(low), px(h), quad})
			low += h
		}
	}
	return b
}

// barTitle says in words what a bar shows.
func barTitle(p *archive.Period, when string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: ", when)
	if p.Happened() == 0 {
		b.WriteString("nothing reported as having happened")
	} else {
		fmt.Fprintf(&b, "%d cooperation (%d in words, %d in deeds), %d conflict (%d in words, %d in deeds), mean score %s",
			p.Quad[1]+p.Quad[2], p.Quad[1], p.Quad[2], p.Quad[3]+p.Quad[4], p.Quad[3], p.Quad[4], score(p.Mean))
	}
	for _, word := range []string{"future", "hypothetical", "negation", "historical"} {
		if n := p.Open[word]; n > 0 {
			fmt.Fprintf(&b, "; %d %s", n, statusText(word).Label)
		}
	}
	return b.String()
}

// grid draws a few lines at round numbers, on both sides of the axis.
func (c *chart) grid(up, down int, unit, middle float64) {
	step := niceStep(up + down)
	for n := step; n <= up; n += step {
		c.line(middle-unit*float64(n), n)
	}
	for n := step; n <= down; n += step {
		c.line(middle+unit*float64(n), n)
	}
}

func (c *chart) line(y float64, n int) {
	c.Lines = append(c.Lines, gridLine{px(y), px(y + 4), strconv.Itoa(n)})
}

// niceStep is 1, 2 or 5 times a power of ten, so that about four steps make the whole.
func niceStep(whole int) int {
	for step := 1; ; step *= 10 {
		for _, f := range []int{1, 2, 5} {
			if whole <= step*f*5 {
				return step * f
			}
		}
		if step > 1<<40 {
			return step
		}
	}
}

// tick labels a slot where there is room for it.
func (c *chart) tick(s slot, i, n int, x float64) {
	if len(s.key) == len("2006-01") {
		month, err := time.Parse("2006-01", s.key)
		if err != nil {
			return
		}
		switch {
		case n <= 12:
			c.Ticks = append(c.Ticks, tick{X: percent(x), Text: month.Format("Jan")})
		case month.Month() == time.January:
			c.Ticks = append(c.Ticks, tick{X: percent(x), Text: month.Format("Jan 2006")})
		}
		return
	}
	every := niceStep((n + 1) / 2)
	if every > 1 && every%5 != 0 {
		every = 5
	}
	if y := year(s.key); y%every == 0 {
		c.Ticks = append(c.Ticks, tick{X: percent(x), Text: s.key, Minor: n > 12 && y%(2*every) != 0})
	}
}

// years lists the years from first to last.
func years(first, last int) []slot {
	var list []slot
	for y := first; y <= last && y > 0; y++ {
		key := fmt.Sprintf("%04d", y)
		list = append(list, slot{key, key})
	}
	return list
}

// months lists the months of some years.
func months(first, last int) []slot {
	var list []slot
	for y := first; y <= last && y > 0; y++ {
		for m := time.January; m <= time.December; m++ {
			list = append(list, slot{fmt.Sprintf("%04d-%02d", y, m), fmt.Sprintf("%s %04d", m, y)})
		}
	}
	return list
}

// within says whether a period lies, at least in part, in what a filter chose.
func within(key, from, to string) bool {
	n, m := min(len(key), len(from)), min(len(key), len(to)) // a year is compared with a month by its year
	return key[:n] >= from[:n] && key[:m] <= to[:m]
}

func px(f float64) string      { return strconv.FormatFloat(f, 'f', 1, 64) }
func percent(f float64) string { return strconv.FormatFloat(f, 'f', 3, 64) + "%" }

// score writes a mean score with its sign.
func score(f float64) string {
	s := strconv.FormatFloat(f, 'f', 1, 64)
	switch {
	case s == "0.0" || s == "-0.0":
		return "0"
	case f > 0:
		return "+" + s
	}
	return strings.Replace(s, "-", "−", 1)
}
