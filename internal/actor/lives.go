package actor

import (
	"cmp"
	"slices"
	"strings"

	"dyad/internal/calendar"
	"dyad/internal/language"
)

// Lives gives, for each state and organisation that the text tells of as acting, the times in which there was one of the name:
// evidence for the report's date. Those that were always there, or of which nothing else is known, are left out, and so is what
// a sentence tells of a year of the past.
func (c *Candidates) Lives() [][]calendar.Interval {
	var lives [][]calendar.Interval
	for _, f := range c.drafts {
		if f.kind != State && f.kind != Organisation || f.modifier || f.stance || !c.acts(f) {
			continue
		}
		ts := c.dict.livesOf(f)
		if len(ts) > 0 && !slices.ContainsFunc(lives, func(o []calendar.Interval) bool { return slices.Equal(o, ts) }) {
			lives = append(lives, ts)
		}
	}
	return lives
}

// acts says whether a mention is the subject of its sentence, and the sentence tells of no year.
func (c *Candidates) acts(f *draft) bool {
	ts := c.sents[f.sentence].Tokens
	if !strings.HasPrefix(ts[f.head].Rel, "nsubj") {
		return false
	}
	return !slices.ContainsFunc(ts, func(t language.Token) bool {
		return len(t.Form) >= 4 && len(t.Form) <= 5 && (strings.HasPrefix(t.Form, "19") || strings.HasPrefix(t.Form, "20"))
	})
}

// livesOf gives the times of the states and organisations that a name may mean, none touching another.
func (d *Dictionary) livesOf(f *draft) []calendar.Interval {
	var ts []calendar.Interval
	for _, x := range f.readings {
		var from, to string
		switch x.sense {
		case stateName:
			from, to = d.states[x.index].from, d.states[x.index].to
		case organisation:
			from, to = d.orgs[x.index].from, d.orgs[x.index].to
		default:
			return nil
		}
		if from == "" && to == "" {
			return nil
		}
		ts = append(ts, calendar.Interval{Earliest: from, Latest: to})
	}
	slices.SortFunc(ts, func(a, b calendar.Interval) int { return cmp.Compare(a.Earliest, b.Earliest) })
	return joinTouching(ts)
}
