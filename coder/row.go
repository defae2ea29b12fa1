package coder

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/calendar"
	"dyad/internal/language"
	"dyad/internal/place"
	"dyad/internal/plover"
	"dyad/internal/quote"
	"dyad/internal/relation"
)

// A fate says what became of an act that was considered: the index of its row, or -1 and why there is none.
type fate struct {
	row int
	why string
}

// code turns the acts into rows: each is dated, placed, given the parties that are implied and its claimants, and merged
// with a row of the same occurrence.
func (r *reading) code() {
	r.fates = make([]fate, len(r.acts))
	r.alike, r.past = map[string][]int{}, map[calendar.Interval][]actor.Mention{}
	r.unsaid = quote.NewUnsaid(r.sentences)
	drafts := make([]event.Event, len(r.acts))
	for i := range r.acts {
		if act := &r.acts[i]; act.Rejected == "" {
			drafts[i] = r.row(act)
		}
	}
	for i := range r.acts {
		r.fates[i] = r.decide(i, &drafts[i], drafts[i+1:])
	}
}

// decide makes a row of an act, joins it with one, or says why there is none. The drafts after it may show whom it is
// done to.
func (r *reading) decide(i int, row *event.Event, after []event.Event) fate {
	act := &r.acts[i]
	if act.Rejected != "" {
		return fate{-1, act.Rejected}
	}
	if len(row.Actor) == 0 && len(act.Actor) > 0 && row.Event == "SUPPORT" && strings.HasPrefix(act.Path, "actor S+with") {
		row.Actor = r.quarrel(row) // "They signed an accord": those who met
	}
	if len(row.Actor) == 0 {
		return fate{-1, "nothing is known of the actor"}
	}
	implied := r.counterpart(act, row, after)
	r.rebels(row)
	r.standing(act, row, implied)
	if t, _ := plover.Lookup(row.Event); t.RecipientRequired && len(row.Recipient) == 0 && len(row.Actor) < 2 {
		return fate{-1, row.Event + " needs a recipient, and neither the sentence nor those before name one"}
	}
	speakers := r.speakers(act)
	if r.unsaid.At(act.Sentence, act.Head) {
		return fate{-1, "told as what nobody says"}
	}
	if why := r.forecast(row, speakers); why != "" {
		return fate{-1, why}
	}
	r.claim(act, row, speakers)
	if j := r.toll(act, row); j >= 0 {
		return fate{j, "the toll of the attack before"}
	}
	row.Confidence = relation.Hundredth(row.Confidence)
	if r.labels != nil {
		r.labels[i].put(row)
	}
	key := deed(row)
	if j := r.same(act, row, r.alike[key]); j >= 0 {
		r.merge(j, row)
		return fate{j, "told again: joined with the row before"}
	}
	r.alike[key] = append(r.alike[key], len(r.rows))
	r.rows = append(r.rows, *row)
	return fate{len(r.rows) - 1, ""}
}

// row makes an event row of an act, without its claimants. Offsets are bytes.
func (r *reading) row(act *relation.Candidate) event.Event {
	s := &r.sentences[act.Sentence]
	first, last := s.Tokens[act.Predicate[0]], s.Tokens[act.Predicate[len(act.Predicate)-1]]
	row := event.Event{
		Event:         act.Event,
		Mode:          append([]string{}, act.Mode...),
		Context:       r.contexts(act.Sentence),
		Ongoing:       act.Ongoing,
		EventLoc:      place.Locate(r.told(), located(act)),
		EventText:     r.text.Text[first.Start:last.End],
		Start:         first.Start,
		End:           last.End,
		Sentence:      act.Sentence,
		EventScale:    plover.Scale(act.Event, act.Mode),
		Confidence:    act.Score,
		AlsoClaimedBy: [][]event.Claimant{},
		Because:       event.Because{Rule: act.Rule, Predicate: event.Span{Start: first.Start, End: last.End}, Path: act.Path},
	}
	if row.EventLoc == nil {
		row.EventLoc = []event.Location{}
	}
	row.QuadCode = plover.Quad(act.Event)
	r.date(&row, act)
	then := r.mentionsOn(&row)
	row.Actor, row.Recipient = parties(then, act.Actor), parties(then, act.Recipient)
	r.complete(act, &row)
	distinct(&row)
	r.venue(act, &row)
	return row
}

// located tells the gazetteer what it needs to know of an act.
func located(act *relation.Candidate) place.Act {
	a := place.Act{Sentence: act.Sentence, Head: act.Head, Event: act.Event, Aux: act.Aux}
	if s := act.Share; s != nil {
		a.Share = &place.Share{From: s.From, To: s.To, First: s.First, End: s.End, For: s.For}
	}
	return a
}

// mostDays bounds for how many days of the past the offices of one report are looked up.
const mostDays = 12

// mentionsOn gives the mentions with the offices of the day of a row: who was president when it happened, not when it
// was told (plover.md, section 5).
func (r *reading) mentionsOn(row *event.Event) []actor.Mention {
	on := calendar.Interval{Earliest: row.Date, Latest: row.EndDate}
	if row.Date == "" || !before(row.EndDate, r.published.Earliest, newsWindow) {
		return r.mentions
	}
	then, ok := r.past[on]
	if !ok {
		if len(r.past) == mostDays {
			return r.mentions
		}
		then = r.candidates.On(on)
		r.past[on] = then
	}
	return then
}

// paragraphReach is how many sentences before and behind are looked at in a paragraph.
const paragraphReach = 6

// contexts reads what a sentence is about from its words; where they say nothing, from the other sentences of its paragraph
// (plover.md 1.6).
func (r *reading) contexts(sentence int) []string {
	list := append([]string{}, plover.Contexts(lemmas(&r.sentences[sentence]))...)
	if len(list) > 0 {
		return list
	}
	var words []string
	for i := max(0, sentence-paragraphReach); i < min(len(r.sentences), sentence+paragraphReach+1); i++ {
		if i != sentence && r.sentences[i].Paragraph == r.sentences[sentence].Paragraph {
			words = append(words, lemmas(&r.sentences[i])...)
			words = append(words, "") // no cue reaches over the end of a sentence
		}
	}
	return append(list, plover.Contexts(words)...)
}

func lemmas(s *language.Sentence) []string {
	list := make([]string, len(s.Tokens))
	for i, t := range s.Tokens {
		list[i] = strings.ToLower(t.Lemma)
	}
	return list
}

// forecast says why an act is only the forecast or wish of somebody who is no party to it, "" if it is not
// (plover.md, section 4, rule 11). A coming act that its announcer has dated is a plan, not a forecast.
func (r *reading) forecast(row *event.Event, speakers []int) string {
	if row.Aux == nil || *row.Aux != "future" && *row.Aux != "hypothetical" || len(speakers) == 0 {
		return ""
	}
	speaker := r.quotes[speakers[0]].Speaker
	if speaker == nil || official(speaker) && row.Planned != nil || slices.Contains(speaker.Sector, "JRN") { // the media pass on
		return ""
	}
	for _, p := range slices.Concat(row.Actor, row.Recipient) {
		if official(speaker) && code(p) == code(*speaker) || p.Name != "" && p.Name == speaker.Name || kindred(p, *speaker) {
			return ""
		}
	}
	if r.belongs(speaker, row) {
		return ""
	}
	return "a forecast by " + speaker.Text + ", who is no party to it"
}

// belongs reports whether the words of a speaker name a party of the row: "his office", "their spokesman".
func (r *reading) belongs(speaker *event.Entity, row *event.Event) bool {
	first := sort.Search(len(r.mentions), func(i int) bool { return r.mentions[i].Start >= speaker.Start })
	for i := first; i < len(r.mentions) && r.mentions[i].Start < speaker.End; i++ {
		m := &r.mentions[i]
		for _, e := range m.Entities {
			if slices.ContainsFunc(row.Actor, func(p event.Entity) bool { return e.Code != nil && code(p) == code(e) && official(&e) }) {
				return true
			}
		}
	}
	return false
}

// kindred reports whether two entities can be one party named twice: of one primary sector, and of one state if both have one.
func kindred(a, b event.Entity) bool {
	return len(a.Sector) > 0 && len(b.Sector) > 0 && a.Sector[0] == b.Sector[0] && (a.Code == nil || b.Code == nil || *a.Code == *b.Code)
}

// official reports whether an entity speaks for a state or organisation rather than for himself.
func official(e *event.Entity) bool {
	for _, s := range e.Sector {
		switch s {
		case "GOV", "MIL", "LEG", "COP", "SPY", "JUD", "REB", "PTY":
			return true
		}
	}
	return e.Code != nil && len(e.Sector) == 0
}

func code(e event.Entity) string {
	if e.Code == nil {
		return "---"
	}
	return *e.Code
}

// party is the identity of an entity as an event's party: code and primary sector, or its words where it has no code.
func party(e event.Entity) string {
	key := code(e)
	if e.Code == nil {
		key += strings.ToLower(e.Text)
	}
	if len(e.Sector) > 0 {
		key += ":" + e.Sector[0]
	}
	return key
}

// same finds the row of the same occurrence among those alike in type, aux and parties, -1 if there is none: times that do
// not exclude each other, modes of which one includes the other, and words that can be the same deed told again. An
// arrival and a later reception are two deeds; "the visit" is the arrival told again, and so is a second "arrived".
func (r *reading) same(act *relation.Candidate, row *event.Event, alike []int) int {
	for _, j := range alike {
		o := &r.rows[j]
		if overlap(o, row) && (subset(o.Mode, row.Mode) || subset(row.Mode, o.Mode)) &&
			(o.Planned == nil || row.Planned == nil || *o.Planned == *row.Planned) &&
			(o.Because.Rule == row.Because.Rule || o.Sentence == row.Sentence || r.noun(act.Sentence, act.Head)) {
			return j
		}
	}
	return -1
}

// toll finds the fight or attack of which an attack by nobody named tells the victims: "Two Ghanaian soldiers were killed"
// after "Ghanaian and Togolese soldiers clashed"; -1 if there is none.
func (r *reading) toll(act *relation.Candidate, row *event.Event) int {
	if row.Event != "ASSAULT" || act.Agent != "UNK" || len(row.Recipient) == 0 || row.Aux != nil {
		return -1
	}
	for j := len(r.rows) - 1; j >= 0 && row.Sentence-r.rows[j].Sentence <= 1; j-- {
		o := &r.rows[j]
		fought := slices.Concat(o.Actor, o.Recipient)
		if o.Event == "ASSAULT" && o.Aux == nil && !slices.ContainsFunc(row.Recipient, func(e event.Entity) bool { return !has(fought, e) }) {
			return j
		}
	}
	return -1
}

// deed is what rows of one occurrence have in common: type, status and parties.
func deed(e *event.Event) string {
	return fmt.Sprint(e.Event, value(e.Aux), e.Ongoing, codes(e.Actor), codes(e.Recipient))
}

// noun reports whether a predicate is a noun: the name of a deed rather than its telling.
func (r *reading) noun(sentence, token int) bool {
	return r.sentences[sentence].Tokens[token].UPOS == "NOUN"
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// codes lists the codes of parties in order of the alphabet, each once.
func codes(list []event.Entity) []string {
	var keys []string
	for _, e := range list {
		k := code(e)
		if e.Code == nil {
			k += strings.ToLower(e.Text)
		}
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// overlap reports whether two rows may have happened at the same time: undated rows may not be told apart from dated ones.
func overlap(a, b *event.Event) bool {
	if a.Date == "" || b.Date == "" {
		return true
	}
	end := func(e *event.Event) string { return max(e.Date, e.EndDate) }
	return a.Date <= end(b) && b.Date <= end(a)
}

func subset(a, b []string) bool {
	return !slices.ContainsFunc(a, func(m string) bool { return !slices.Contains(b, m) })
}

// merge adds what a second telling knows to row j: modes, places, a date, and another chain of claimants.
func (r *reading) merge(j int, again *event.Event) {
	row := &r.rows[j]
	for _, m := range again.Mode {
		if !slices.Contains(row.Mode, m) {
			row.Mode = append(row.Mode, m)
		}
	}
	row.EventScale = plover.Scale(row.Event, row.Mode)
	if len(row.EventLoc) == 0 {
		row.EventLoc = again.EventLoc
	}
	mergeDates(row, again)
	row.Confidence = max(row.Confidence, again.Confidence)
	known := append([][]event.Claimant{row.ClaimedBy}, row.AlsoClaimedBy...)
	for _, more := range append([][]event.Claimant{again.ClaimedBy}, again.AlsoClaimedBy...) {
		if !slices.ContainsFunc(known, func(c []event.Claimant) bool { return chainKey(c) == chainKey(more) }) {
			row.AlsoClaimedBy = append(row.AlsoClaimedBy, more)
			known = append(known, more)
		}
	}
}
