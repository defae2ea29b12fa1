package calendar

import (
	"slices"
	"strings"

	"dyad/event"
	"dyad/internal/language"
)

// Dating dates the acts of one report. It remembers what it has read of it, and is for one goroutine at a time.
type Dating struct {
	sents  []language.Sentence
	times  []Time
	pub    days
	dated  bool
	none   When
	act    Act
	clause int    // the act's
	mains  []told // what the main clause of each sentence tells of its time
	lasts  []told // what the last of its main clauses tells
	news   []told // the days of the news, in the order of the text
	read   bool   // news has been filled
	begun  told   // the first day of the story
}

// told is the time that a clause tells.
type told struct {
	days       days
	time       int  // the number of the expression, -1 without one
	main       bool // the main clause of its sentence tells it, in the simple past
	done, busy bool
}

// NewDating prepares for dating the acts of a report whose expressions are resolved.
func NewDating(sents []language.Sentence, times []Time, published event.Published) *Dating {
	d := &Dating{sents: sents, times: times, none: When{Basis: "none", Time: -1}, mains: make([]told, len(sents)), lasts: make([]told, len(sents))}
	d.pub, d.dated = daysOf(Interval{published.Earliest, published.Latest})
	if !d.dated {
		d.pub = days{beginning, endless}
	}
	return d
}

// Date says when an act took place: by the expression that governs it; else by that of the clause or sentence it goes on
// from; else by the news that the report tells, where its tense says that it is news; else not at all.
//
//   - What the expression of its own clause says holds; the day on which somebody said so is that of the act only where
//     the act has none ("was arrested, the police announced on Friday").
//   - A distance counts from what the sentence tells: "a day after …" leads back, in days exactly, else to the week, month
//     or year.
//   - What follows in a paragraph in the simple past is of the day told before it. An answer by somebody else (blame,
//     praise, refusal, appeal) lies between that day and the report. A time of the past carries over only to the same party.
//   - In a new paragraph an act lies between the first day of the news and the report, and is of that first day where the
//     one who acted then goes on. Where the first day told is the report's own, it is of that day, until the report has gone
//     back to earlier days.
//   - The present perfect tells what was done since the story began: between its first day and the report. What only stands
//     (has offered, has promised, has threatened) or is a habit may be older, and has no date. What has not happened has not
//     until the day of the report.
//   - A plan is dated when it was announced: by the clause above, by the news whose actor goes on, else by the report. It
//     carries the time it is planned for; a deadline leaves all days from the announcement.
//   - What is tied to an occasion ("at the same session", "within the hour", "on the eve of the meeting") has its day, or is
//     so far from it.
//   - A denied act has the day of the act, not of the denial; a general denial has none.
//   - The past perfect without an expression, a reason, and what is only possible have no date.
func (d *Dating) Date(act Act) When {
	sentence, predicate := act.Sentence, act.Predicate
	if sentence < 0 || sentence >= len(d.sents) || predicate < 0 || predicate >= len(d.sents[sentence].Tokens) {
		return d.none
	}
	d.act = act
	s := &d.sents[sentence]
	if len(s.Tokens) > maxTokens { // a list, or rubbish
		d.clause = predicate
		return d.recently(sentence)
	}
	d.clause, _ = clauseOf(s, predicate)
	d.act.Answers = act.Answers || inReply(s, d.clause)
	if c, ok := denied(s, predicate, d.clause); ok {
		return d.denial(sentence, c)
	}
	if gap, ok := d.apart(sentence, predicate); ok {
		return gap
	}
	when := d.date(sentence, predicate, d.clause)
	if when.Planned != nil || when.Earliest == "" {
		return when
	}
	if t := d.term(sentence, d.clause); t >= 0 {
		when.Planned = d.within(t, when.Interval)
	} else if v, i := d.contentTime(sentence, d.clause); i >= 0 && i != when.Time { // "agreed on Monday to meet on Friday"
		when.Planned = d.planned(v, i, when.Interval)
	}
	return when
}

// date dates a predicate whose clause is known.
func (d *Dating) date(sentence, predicate, clause int) When {
	a := aspectOf(&d.sents[sentence], clause)
	own, i := d.own(sentence, predicate, clause)
	if i < 0 && a == presentPerfect {
		own, i = d.during(sentence, clause)
	}
	if i >= 0 {
		own = d.lasting(sentence, clause, d.counted(sentence, predicate, own, i))
		if b := d.times[i].bound; (b == until || b == by) && d.dated && own.hi > d.pub.hi && a != ahead && a != possible && a != present {
			own, i = days{}, -1 // "put it off until June" says nothing of when
		}
	}
	if a == possible {
		if i >= 0 && d.dated && own.hi <= d.pub.hi && d.times[i].dir != future {
			return When{Interval: own.interval(), Basis: "expression", Time: i}
		}
		return d.none
	}
	if i >= 0 && (a == ahead && d.coming(i, own) || d.dated && own.lo > d.pub.hi || a == present && d.goesOn(sentence, clause, i, own)) {
		return d.plan(sentence, clause, own, i)
	}
	if i < 0 && d.misdated(sentence, predicate, clause) {
		return d.none
	}
	if i < 0 && predicate != clause {
		own, i = d.described(sentence, predicate)
	}
	if i < 0 {
		own, i = d.subordinate(sentence, clause)
	}
	if i >= 0 {
		return When{Interval: own.interval(), Basis: "expression", Time: i}
	}
	if p, i := d.contentTime(sentence, clause); i >= 0 {
		return d.plan(sentence, clause, p, i)
	}
	if own, i = d.answered(sentence, clause); i >= 0 {
		return inferred(days{own.lo, max(own.lo, d.pub.hi)}, i)
	}
	if own, i = d.fromNoun(sentence, clause); i >= 0 {
		return inferred(own, i)
	}
	if own, i = d.after(sentence, clause); i >= 0 {
		return inferred(own, i)
	}
	if own, i = d.together(sentence, clause); i >= 0 {
		return When{Interval: own.interval(), Basis: "expression", Time: i}
	}
	return d.inherited(sentence, clause, a)
}

// misdated reports whether a clause is dated by a day that there cannot have been: nothing else dates it then.
func (d *Dating) misdated(sentence, predicate, clause int) bool {
	s := &d.sents[sentence]
	from, to := d.in(sentence)
	for i := from; i < to && len(s.Tokens) <= maxTokens; i++ {
		if d.times[i].impossible() && governs(s, &d.times[i], predicate, clause) > 1 {
			return true
		}
	}
	return false
}

// impossible reports whether a date is that of no day of the past or near future: February 30, or a year of an era that is not ours.
func (t *Time) impossible() bool {
	switch v := t.value.(type) {
	case annual:
		return v.unit == dayUnit && v.year == nil && !v.exists()
	case fixed:
		return t.dir != future && v.lo.valid() && v.lo.year() > lastNewsYear
	}
	return false
}

// exists says whether some year has the day.
func (v annual) exists() bool {
	_, ok := civil(2000, v.n, v.dom)
	return ok
}

// inReply reports whether a clause says that its deed answers another: "burned a flag in protest".
func inReply(s *language.Sentence, clause int) bool {
	for j := 1; j < len(s.Tokens); j++ {
		if tables().reply[s.Tokens[j].Lemma] && strings.EqualFold(s.Tokens[j-1].Form, "in") && under(s, j, clause) {
			return true
		}
	}
	return false
}

// goesOn reports whether a clause in the present tells of a deed in a stretch of days of which some are still to come: "goes on to Riga
// later this week".
func (d *Dating) goesOn(sentence, clause, i int, v days) bool {
	t := &d.times[i]
	form := d.sents[sentence].Tokens[clause].XPOS
	return d.dated && (form == "VBZ" || form == "VBP") && t.dir == future && t.bound == 0 && t.Kind == kindDate && v.lo <= d.pub.hi && v.hi > d.pub.hi
}

// in gives the index range of the expressions of a sentence.
func (d *Dating) in(sentence int) (from, to int) {
	cmp := func(t Time, n int) int { return t.Sentence - n }
	from, _ = slices.BinarySearchFunc(d.times, sentence, cmp)
	to, _ = slices.BinarySearchFunc(d.times, sentence+1, cmp)
	return from, to
}

// own gives the days of the expression that governs the predicate: one that hangs on the predicate itself, else one of
// its clause. The number of the expression is -1 where there is none.
func (d *Dating) own(sentence, predicate, clause int) (days, int) {
	s := &d.sents[sentence]
	if clause < 0 || predicate < 0 {
		return days{}, -1
	}
	best, rank := -1, 0
	from, to := d.in(sentence)
	for i := from; i < to && len(s.Tokens) <= maxTokens; i++ {
		t := &d.times[i]
		if _, hour := t.value.(timeOfDay); hour || t.Earliest == "" && t.Latest == "" || t.impossible() || t.Kind != kindDate && t.Kind != kindPeriod {
			continue
		}
		if d.others(s, t, predicate, clause) {
			continue
		}
		if r := governs(s, t, predicate, clause); r > rank || r == rank && r == 2 && hangs(s, t, clause) && ofSubject(s, &d.times[best], clause) {
			best, rank = i, r
		}
	}
	if best < 0 {
		if best = d.shifted(s, clause, from, to); best < 0 {
			return days{}, -1
		}
	}
	if predicate != clause && d.times[best].First < predicate {
		best = d.behind(s, predicate, best, to)
	}
	best = d.narrower(sentence, predicate, clause, best)
	v := d.bounded(best, from, to)
	if sinceNoun(s, &d.times[best]) {
		v.hi = max(v.hi, d.pub.hi)
	}
	if c, _ := clauseOf(s, d.times[best].First); c != clause && toInfinitive(s, c) && d.justPast(&d.times[best], s, clause) {
		v = days{v.lo - 7, v.hi - 7}
	}
	if d.times[best].bound == since && aspectOf(s, clause) == pastPerfect {
		v.hi = max(v.lo, d.before(sentence))
	}
	return v, best
}

// shifted gives the expression that a parser has hung on what an act is for, though it can only date the act: "set up a
// panel to look into the case last week". -1 if there is none.
func (d *Dating) shifted(s *language.Sentence, clause, from, to int) int {
	if a := aspectOf(s, clause); a != simplePast && a != pastPerfect || len(s.Tokens) > maxTokens {
		return -1
	}
	for i := from; i < to; i++ {
		t := &d.times[i]
		v, ok := daysOf(Interval{t.Earliest, t.Latest})
		h := headOf(s, t.First, t.End)
		if d.justPast(t, s, clause) {
			v = days{v.lo - 7, v.hi - 7}
		}
		if !ok || h < 0 || t.Kind != kindDate || t.bound != 0 && t.bound != fromBound || v.hi > d.pub.lo || v.hi == d.pub.lo && !d.justPast(t, s, clause) {
			continue
		}
		if c, path := clauseOf(s, h); (len(path) <= 2 || len(path) <= 4 && d.justPast(t, s, clause)) && toInfinitive(s, c) && above(s, c) == clause && !hasRel(s, c, "aux") && !hasRel(s, c, "cop") {
			return i
		}
	}
	return -1
}

// justPast reports whether an expression that the parse puts ahead is a bare weekday of the day of the report or the one
// before: whoever means the one in a week says "next". What clause c had done before lies behind it whatever the weekday.
func (d *Dating) justPast(t *Time, s *language.Sentence, c int) bool {
	w, ok := t.value.(dayOfWeek)
	v, known := daysOf(Interval{t.Earliest, t.Latest})
	return ok && known && d.dated && d.pub.lo == d.pub.hi && w.rel == unknown && !w.chained && !w.inWeek && v.lo > d.pub.hi && (v.lo-7 >= d.pub.lo-1 || v.lo-7 <= d.pub.lo && aspectOf(s, c) == pastPerfect)
}

// behind gives the expression that stands in the words behind a noun, which dates it rather than the one before it does:
// "blocked the port on Monday in protest at the entry of troops on Saturday". Else it gives the other back.
func (d *Dating) behind(s *language.Sentence, noun, other, to int) int {
	for i := other + 1; i < to; i++ {
		t := &d.times[i]
		if t.First < noun || t.Kind != kindDate || t.Latest == "" {
			continue
		}
		for j := noun + 1; j < t.First; j++ {
			if u := s.Tokens[j].UPOS; u == "VERB" || u == "AUX" || u == "PUNCT" || u == "CCONJ" || u == "SCONJ" {
				return other
			}
		}
		return i
	}
	return other
}

// described gives the days of a noun that a clause describes: "an apology that they offered on Sunday".
func (d *Dating) described(sentence, noun int) (days, int) {
	s := &d.sents[sentence]
	for _, c := range s.Children(noun) {
		if strings.HasPrefix(s.Tokens[c].Rel, "acl") && c > noun {
			if v, i := d.own(sentence, c, c); i >= 0 && aspectOf(s, c) != ahead {
				return v, i
			}
		}
	}
	return days{}, -1
}

// subordinate gives the days of the clause by which the predicate's own is set in time: "stopped when he took office in
// 2008", "has given arms since the war broke out in March".
func (d *Dating) subordinate(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if v, i := d.simultaneous(sentence, clause); i >= 0 {
		return v, i
	}
	for _, c := range s.Children(clause) {
		if s.Tokens[c].Rel != "advcl" {
			continue
		}
		v, i := d.own(sentence, c, c)
		if i < 0 || d.dated && v.lo > d.pub.hi {
			continue
		}
		switch m := opening(s, c, "mark"); {
		case m < 0:
			for _, j := range s.Children(c) {
				if s.Tokens[j].XPOS == "WRB" && strings.EqualFold(s.Tokens[j].Form, "when") {
					return v, i
				}
			}
		case strings.EqualFold(s.Tokens[m].Form, "since"):
			return days{v.lo, max(v.lo, d.pub.hi)}, i
		case strings.EqualFold(s.Tokens[m].Form, "after") || strings.EqualFold(s.Tokens[m].Form, "when") || strings.EqualFold(s.Tokens[m].Form, "as"):
			if strings.EqualFold(s.Tokens[m].Form, "after") && aspectOf(s, c) == pastPerfect {
				continue
			}
			return v, i
		}
	}
	return days{}, -1
}

// answered gives the days of a thing that an act answers: "turned down an apology that they had offered on Sunday".
func (d *Dating) answered(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if !d.act.Answers || aspectOf(s, clause) == ahead {
		return days{}, -1
	}
	for _, c := range s.Children(clause) {
		if s.Tokens[c].Rel == "ccomp" || s.Tokens[c].Rel == "advcl" && s.Tokens[c].XPOS == "VBN" && preposed(s, c) {
			if v, i := d.own(sentence, c, c); i >= 0 && d.dated && d.recent(v) {
				return v, i // "accused them of having rammed it on Sunday"
			}
		}
		if s.Tokens[c].Rel != "obj" && s.Tokens[c].Rel != "nsubj:pass" && !strings.HasPrefix(s.Tokens[c].Rel, "obl") {
			continue
		}
		if v, i := d.described(sentence, c); i >= 0 && d.dated && d.recent(v) {
			return v, i
		}
		if v, i := d.own(sentence, c, clause); s.Tokens[c].UPOS == "NOUN" && i >= 0 && d.dated && d.recent(v) {
			return v, i // "blamed them for the raid on Sunday"
		}
	}
	return days{}, -1
}

// preposed reports whether a preposition opens a participle clause: "of having rammed it".
func preposed(s *language.Sentence, c int) bool {
	m := opening(s, c, "mark")
	return m >= 0 && s.Tokens[m].UPOS != "PART" && (strings.EqualFold(s.Tokens[m].Form, "of") || strings.EqualFold(s.Tokens[m].Form, "for"))
}

// together gives the days of a second predicate that shares what follows with the first: "bombed and wrecked a reactor on
// Sunday".
func (d *Dating) together(sentence, clause int) (days, int) {
	s := &d.sents[sentence]
	if clause+2 >= len(s.Tokens) {
		return days{}, -1
	}
	c := clause + 2
	if s.Tokens[clause+1].UPOS != "CCONJ" || s.Tokens[c].Rel != "conj" || s.Tokens[c].Head != clause || s.Tokens[c].UPOS != "VERB" {
		return days{}, -1
	}
	return d.own(sentence, c, c)
}
