package coder

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/clean"
	"dyad/internal/quote"
	"dyad/internal/relation"
)

// Who says so is a chain: the speaker whose words the predicate stands in, whoever passes these on, then the medium he spoke to
// or that quotes him, the agencies whose copy the report is, and the outlet. The outlet alone means that the report says it in its own voice.

// speakers gives the quotes that the act's predicate stands in, innermost first.
func (r *reading) speakers(act *relation.Candidate) []int {
	return quote.Speakers(r.quotes, r.sentences[act.Sentence].Tokens[act.Head].Start)
}

// claim gives a row its chain of claimants, and further ones where several say the same thing together ("Moscow and Kyiv said …").
func (r *reading) claim(act *relation.Candidate, row *event.Event, speakers []int) {
	row.ClaimedBy = r.chain(speakers, 0)
	if d := r.denier(act); d != nil && len(speakers) == 0 && value(row.Aux) == "negation" {
		row.ClaimedBy = slices.Insert(row.ClaimedBy, 0, event.Claimant{Name: cmp.Or(d.Name, d.Text), Code: d.Code, Sector: d.Sector})
	}
	for n := 1; len(speakers) > 0 && n < len(r.together(speakers[0])); n++ {
		row.AlsoClaimedBy = append(row.AlsoClaimedBy, r.chain(speakers, n))
	}
}

// chain is the chain of claimants that begins with speaker n of the innermost quote.
func (r *reading) chain(speakers []int, n int) []event.Claimant {
	list := []event.Claimant{}
	media := func(names []string) {
		for _, name := range names {
			if name != r.text.Source.Outlet && !slices.ContainsFunc(list, func(c event.Claimant) bool { return c.Outlet == name || c.Name == name }) {
				list = append(list, event.Claimant{Outlet: name})
			}
		}
	}
	for i, q := range speakers {
		who := r.together(q)
		if len(who) == 0 {
			continue
		}
		s := who[0]
		if i == 0 {
			s = who[n]
		}
		name := s.Name
		if name == "" {
			name = r.described(q, s)
		}
		if journalism(&s) {
			name = r.medium(&s, name)
			list = slices.DeleteFunc(list, func(c event.Claimant) bool { return c.Outlet == name }) // it speaks, and is more than a link
		}
		list = append(list, event.Claimant{Name: name, Code: s.Code, Sector: s.Sector, Quote: strconv.Itoa(q)})
		media(r.quotes[q].Media)
	}
	media(r.text.Carried)
	if outlet := r.text.Source.Outlet; outlet != "" && !slices.ContainsFunc(list, func(c event.Claimant) bool {
		return strings.TrimPrefix(strings.TrimPrefix(c.Name, "the "), "The ") == outlet
	}) {
		list = append(list, event.Claimant{Outlet: outlet})
	}
	return list
}

// denier gives who denies an act that is told as a gerund ("denied having shelled the town") or called untrue ("called it a lie that …"): it is
// his claim, though no quotation. nil elsewhere.
func (r *reading) denier(act *relation.Candidate) *event.Entity {
	for _, m := range act.Denier {
		if len(r.mentions[m].Entities) > 0 {
			return &r.mentions[m].Entities[0]
		}
	}
	tokens := r.sentences[act.Sentence].Tokens
	verb := act.Head
	for n := 0; !quote.Denies(strings.ToLower(tokens[verb].Lemma)); n++ {
		if verb = tokens[verb].Head; n == maxAbove || verb < 0 || verb >= len(tokens) {
			return nil
		}
	}
	from := sort.Search(len(r.mentions), func(n int) bool { return r.mentions[n].Sentence >= act.Sentence })
	for i := from; i < len(r.mentions) && r.mentions[i].Sentence == act.Sentence; i++ {
		m := &r.mentions[i]
		if k := &tokens[m.Head]; !m.Modifier && len(m.Entities) > 0 && k.Head == verb && strings.HasPrefix(k.Rel, "nsubj") {
			return &m.Entities[0]
		}
	}
	return nil
}

// maxAbove bounds how far above a predicate the verb of denial is looked for.
const maxAbove = 3

// together gives those who speak a quote, the one named first in front; several where the words name several.
func (r *reading) together(q int) []event.Entity {
	s := r.quotes[q].Speaker
	if s == nil {
		return nil
	}
	who := []event.Entity{*s}
	m := r.quotes[q].Mention
	if m < 0 {
		return who
	}
	who = append(who, r.mentions[m].Entities[min(1, len(r.mentions[m].Entities)):]...)
	for i := m + 1; i < len(r.mentions) && r.mentions[i].Start < s.End; i++ {
		o := &r.mentions[i]
		tokens := r.sentences[o.Sentence].Tokens
		if o.Sentence == r.mentions[m].Sentence && !o.Modifier && len(o.Entities) > 0 && tokens[o.Head].Rel == "conj" && tokens[o.Head].Head == r.mentions[m].Head {
			who = append(who, o.Entities...)
		}
	}
	return who
}

// described gives the words for a speaker without a name: those that "he" goes back to.
func (r *reading) described(q int, s event.Entity) string {
	m := r.quotes[q].Mention
	if m < 0 || r.mentions[m].Kind != actor.Pronoun {
		return s.Text
	}
	for n := 0; n < maxAntecedents && r.mentions[m].Antecedent >= 0 && r.mentions[m].Kind == actor.Pronoun; n++ {
		m = r.mentions[m].Antecedent
	}
	return r.text.Text[r.mentions[m].Start:r.mentions[m].Stop]
}

// maxAntecedents bounds how far a chain of pronouns is followed.
const maxAntecedents = 20

// media notes for each quote through which medium it came: one that its sentence names outside the quote and that is told by words
// like "told", "interview with", "carried by"; else that of the quote before, where the same speaker goes on.
func (r *reading) media() {
	speakers := map[int][]event.Span{} // of each sentence
	for _, q := range r.quotes {
		if q.Speaker != nil {
			speakers[q.Sentence] = append(speakers[q.Sentence], event.Span{Start: q.Speaker.Start, End: q.Speaker.End})
		}
	}
	for i := range r.quotes {
		q := &r.quotes[i]
		q.Media = r.through(q, speakers[q.Sentence])
		if before := i - 1; len(q.Media) == 0 && before >= 0 && r.goesOn(&r.quotes[before], q) {
			q.Media = r.quotes[before].Media
		}
	}
}

// through lists the media that the sentence of a quote's cue names as those it came through; who speaks there is none.
func (r *reading) through(q *quote.Quote, speakers []event.Span) []string {
	if q.Sentence < 0 || q.Sentence >= len(r.sentences) {
		return nil
	}
	s := &r.sentences[q.Sentence]
	var names []string
	note := func(name string, start, end int) {
		speaker := slices.ContainsFunc(speakers, func(o event.Span) bool { return start < o.End && o.Start < end })
		if !speaker && start >= s.Start && end <= s.End && !(start >= q.Start && end <= q.End && len(q.Parts) == 0) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	from := sort.Search(len(r.text.Media), func(n int) bool { return r.text.Media[n].Start >= s.Start })
	for _, m := range r.text.Media[from:] {
		if m.Start >= s.End {
			break
		}
		note(m.Name, m.Start, m.End)
	}
	first := sort.Search(len(r.mentions), func(n int) bool { return r.mentions[n].Start >= s.Start })
	for i := first; i < len(r.mentions) && r.mentions[i].Start < s.End; i++ {
		m := &r.mentions[i]
		if len(names) == 0 && press(m) && clean.Relies(r.text.Text, m.Start, m.Stop) {
			note(r.text.Text[m.Start:m.Stop], m.Start, m.Stop)
		}
	}
	return names
}

// medium gives the name by which the record knows a medium that speaks ("the TASS news agency": TASS), else the words given.
func (r *reading) medium(s *event.Entity, words string) string {
	i := sort.Search(len(r.text.Media), func(n int) bool { return r.text.Media[n].End > s.Start })
	if i < len(r.text.Media) && r.text.Media[i].Start < s.End {
		return r.text.Media[i].Name
	}
	return words
}

// press reports whether a mention names a medium: an agency, a paper, a station; reporters are none.
func press(m *actor.Mention) bool {
	return !m.Modifier && m.Kind == actor.Organisation && len(m.Entities) == 1 && journalism(&m.Entities[0])
}

func journalism(e *event.Entity) bool { return len(e.Sector) > 0 && e.Sector[0] == "JRN" }

// goesOn reports whether a quote is said on the occasion of the one before it: by the same speaker, in the same paragraph or the next.
func (r *reading) goesOn(before, q *quote.Quote) bool {
	if before.Speaker == nil || q.Speaker == nil || before.Speaker.Code == nil || q.Speaker.Code == nil || *before.Speaker.Code != *q.Speaker.Code {
		return false
	}
	near := r.sentences[q.Sentence].Paragraph-r.sentences[before.Sentence].Paragraph <= 1
	return near && slices.Equal(before.Speaker.Sector, q.Speaker.Sector) && before.Speaker.Name == q.Speaker.Name
}

// chainKey is a key by which two chains of claimants are the same.
func chainKey(list []event.Claimant) string {
	var b strings.Builder
	for _, c := range list {
		b.WriteString(c.Outlet + "\x1f" + c.Name + "\x1f" + value(c.Code) + "\x1e")
	}
	return b.String()
}
