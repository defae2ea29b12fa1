// Package quote reads who says so: stretches of direct and indirect speech, each with its cue and its speaker.
//
// In go a text, its parsed sentences and the mentions of parties in it; out come quotes with byte offsets, in text order,
// each with the words that mark it as speech and the speaker as the text names him, resolved through his mention.
//
// Direct speech is what stands between quotation marks and is spoken: by a cue ("said", "according to"), or by going on
// from a quotation before. Marks around a word or a title are no speech. Indirect speech is the content of a cue: its
// clause ("said that …"), or what it weighs ("stressed the importance of …"). Inside indirect speech a quotation is a
// quote of its own where it is a clause of at least minPartial words, or has twice as many; others only colour the speech.
package quote

import (
	"cmp"
	"slices"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/language"
)

// Quote is a stretch of somebody's speech.
type Quote struct {
	event.Quote     // byte offsets; ID empty; Speaker filled
	Sentence    int // of the cue, or of the beginning where there is no cue
	Mention     int // index of the speaker's mention, -1
}

const (
	direct   = "direct"
	indirect = "indirect"
)

// Find reads the quotes of a text, in the order of their beginnings, outer before inner.
func Find(text string, sents []language.Sentence, mentions []actor.Mention) []Quote {
	r := newReader(text, sents, mentions)
	spoken := r.directQuotes()
	said := r.turnQuotes()
	var reported []Quote
	for i := range sents {
		reported = append(reported, r.indirectQuotes(i, spoken)...)
	}
	quotes := slices.Concat(spoken, reported, r.partialQuotes(spoken, reported), said)
	if q, ok := r.headline(quotes); ok {
		quotes = append(quotes, q)
	}
	slices.SortStableFunc(quotes, func(a, b Quote) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Kind, b.Kind), cmp.Compare(named(b), named(a)))
	})
	// The same words are said once: of two cues for them ("a researcher at a think tank wrote") the one whose speaker is
	// named at greater length is right.
	return slices.CompactFunc(quotes, func(a, b Quote) bool { return a.Start == b.Start && a.End == b.End && a.Kind == b.Kind })
}

// named is the length of the speaker's name or description.
func named(q Quote) int {
	if q.Speaker == nil {
		return 0
	}
	return len(q.Speaker.Text)
}

// Speakers gives the indexes of the quotes that hold byte i, innermost first.
func Speakers(quotes []Quote, i int) []int {
	var list []int
	for n := range quotes {
		if quotes[n].Start <= i && i < quotes[n].End {
			list = append(list, n)
		}
	}
	slices.SortStableFunc(list, func(a, b int) int {
		return cmp.Or(cmp.Compare(quotes[a].End-quotes[a].Start, quotes[b].End-quotes[b].Start), cmp.Compare(quotes[b].Start, quotes[a].Start))
	})
	return list
}
