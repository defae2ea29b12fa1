package actor

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"dyad/event"
	"dyad/internal/calendar"
)

// bearer finds the person of the tables who bears the name, agrees with the title, and the office that counts. If
// several fit equally well but belong to one country, it gives the office alone.
func (s *settler) bearer(w *individual, h heading) (*person, *office, bool) {
	people, full := w.people, len(w.people) > 0
	if !full {
		people = s.d.similar(w)
		full = len(w.words) > 1
		if people == nil {
			people, full = s.d.loosely(w), false
		}
	}
	var bp *person
	var bo *office
	best, rivals, apart := -1, false, false
	for _, i := range people {
		p := &s.d.people[i]
		for k := range p.terms {
			o := &p.terms[k]
			n := s.agreement(o, h)
			switch {
			case n < 0:
			case n > best || n == best && bp == p && s.before(o, bo):
				if n > best {
					rivals, apart = false, false
				}
				best, bp, bo = n, p, o
			case n == best && bp != p:
				rivals, apart = true, apart || o.code != bo.code
			}
		}
	}
	if bp == nil {
		return nil, nil, false
	}
	in := overlaps(bo.from, bo.to, s.on)
	if in && h.role != nil && h.role.is("private") && bo.key != "" && h.draft.era == "" {
		return nil, nil, false // "footballer David Cameron" is not the one in office
	}
	if !full && !s.titled(h.role, bo) {
		return nil, nil, false // "Judge Trudeau", "Governor Bush"
	}
	if !full && h.role == nil && bo.key != "" && s.named(bo.code) == 0 && !s.wellKnown(w, bo) && !addressed(w) && !s.political() {
		return nil, nil, false // "Rudd won the 100 metres"
	}
	if len(w.words) == 1 && len(w.short) == 0 && (h.role == nil || h.role.office != bo.key || h.code == nil) {
		return nil, nil, false // like the surname of somebody whose office the text does not give
	}
	if !full && !in && s.rare(w, bo) {
		return bp, bo, false
	}
	if !full && (!in || rivals && apart || h.role == nil && s.d.common[w.words[0]] && s.named(bo.code) == 0) {
		return nil, nil, false
	}
	if !full && h.code == nil && h.role != nil && h.role.office != "" && h.role.office != bo.key {
		return nil, nil, false // "Vice President Lee" is no prime minister of that name
	}
	if rivals {
		if apart {
			return nil, nil, false
		}
		return nil, bo, in
	}
	return bp, bo, in
}

// addressed says whether a report calls somebody Mr. or the like.
func addressed(w *individual) bool {
	return slices.ContainsFunc(w.drafts, func(f *draft) bool { return len(f.roles) > 0 })
}

// political says whether a report names an official, an organisation of states or several people with the surnames of those in
// office: then a statesman's surname is likely his.
func (s *settler) political() bool {
	if s.judged {
		return s.politics
	}
	s.judged = true
	called := map[string]bool{}
	for _, f := range s.c.drafts {
		ro := s.d.headRole(f)
		switch {
		case f.has(organisation) && interstate(s.d.orgs[f.get(organisation)[0]].code):
			s.politics = true
		case ro != nil && !ro.is("private") && len(ro.sectors) > 0 && slices.Contains(officialSectors, ro.sectors[0]):
			s.politics = true
		case f.who != nil && s.d.inOffice(f.who.root(), s.on):
			called[f.who.root().text] = true
		}
	}
	s.politics = s.politics || len(called) > 1
	return s.politics
}

// inOffice says whether somebody of a name holds an office in an interval.
func (d *Dictionary) inOffice(w *individual, on calendar.Interval) bool {
	return slices.ContainsFunc(slices.Concat(w.people, w.short), func(i int) bool {
		return slices.ContainsFunc(d.people[i].terms, func(o office) bool { return o.key != "" && overlaps(o.from, o.to, on) })
	})
}

// yearsKnown is how long after his last term a man of a rare name is still meant by his surname.
const yearsKnown = 15

// rare says whether a surname is that of one person of the tables alone, who left his last office not long ago.
func (s *settler) rare(w *individual, o *office) bool {
	return len(w.words) == 1 && len(w.short) == 1 && !s.d.common[w.words[0]] && o.to != "" && s.on.Earliest > o.to &&
		!laterThan(s.on.Earliest, o.to, 365*yearsKnown)
}

// before says whether of two terms of one person the first is what he is called by: the one he holds that ranks higher in
// roles.tsv, where he holds none or only one, the later.
func (s *settler) before(o, p *office) bool {
	a, b := s.d.rank(o), s.d.rank(p)
	if overlaps(o.from, o.to, s.on) && overlaps(p.from, p.to, s.on) && a != b {
		return a < b
	}
	return o.from > p.from
}

// rank gives the place of an office in roles.tsv; what is no office comes last.
func (d *Dictionary) rank(o *office) int {
	if o.key == "" {
		return len(d.roles)
	}
	return d.ranks[o.key]
}

// titled says whether a title in the text may be that of a term of office, or says nothing of it.
func (s *settler) titled(ro *role, o *office) bool {
	switch {
	case ro == nil, ro.office != "" && ro.office == o.key, ro.kind == "honorific" && len(ro.sectors) == 0, ro.is("generic"), ro.is("leads"), ro.is("heads"):
		return true
	case o.key == "" || ro.kind == "honorific" || len(ro.sectors) > 0 && ro.sectors[0] == "MIL": // a rank, or somebody known without an office
		return len(ro.sectors) > 0 && slices.Contains(o.sectors, ro.sectors[0]) || o.key == "supreme leader" || o.key == "chairman"
	}
	return refers(ro.word, o.key) || strings.Contains(fold(s.d.title(o)), fold(ro.word))
}

// agreement says how well a term fits title and date; -1 = not at all.
func (s *settler) agreement(o *office, h heading) int {
	n := 0
	if h.code != nil {
		if *h.code != o.code {
			return -1
		}
		n += 1
	}
	if h.role != nil && o.key != "" && h.role.office == o.key {
		n += 4
	}
	if overlaps(o.from, o.to, s.on) {
		n += 2
	}
	return n
}

// similar gives the people of the tables whom a name may mean that is none of theirs in full: a surname alone, or given
// name and surname with other words between, or another spelling of either.
func (d *Dictionary) similar(w *individual) []int {
	if len(w.words) == 1 {
		if len(w.short) == 0 {
			return d.spelled(" " + d.keyOf(w.words[0]))
		}
		return w.short
	}
	var found []int
	last := w.words[len(w.words)-1]
	for _, i := range w.short {
		words, _ := cut(d.people[i].name)
		if len(words) > 1 && words[0] == w.words[0] && words[len(words)-1] == last {
			found = append(found, i)
		}
	}
	if found == nil {
		return d.spelled(d.key(w.words))
	}
	return found
}

// loosely gives the people of the tables with whom a name shares the surname and a given name, in whatever place: "Ali Akbar
// Rafsanjani" for Akbar Hashemi Rafsanjani. Title and day must agree.
func (d *Dictionary) loosely(w *individual) []int {
	var found []int
	if len(w.words) < 3 {
		return nil
	}
	last := w.words[len(w.words)-1]
	for _, i := range w.short {
		words, _ := cut(d.people[i].name)
		if len(words) > 1 && words[len(words)-1] == last && slices.ContainsFunc(w.words[:len(w.words)-1], func(x string) bool { return len(x) > 2 && slices.Contains(words, x) }) {
			found = append(found, i)
		}
	}
	return found
}

// termsOf gives the times in which somebody named with an office held it, the earliest first, none touching another; several
// if he held it again, or if several people of the name did.
func (d *Dictionary) termsOf(f *draft) []calendar.Interval {
	ro := d.headRole(f)
	if f.who == nil || ro == nil || ro.office == "" || f.era != "" && f.era != "former" {
		return nil
	}
	w := f.who.root()
	people := w.people
	if len(people) == 0 {
		people = d.similar(w)
	}
	var ts []calendar.Interval
	for _, i := range people {
		for k := range d.people[i].terms {
			o := &d.people[i].terms[k]
			if o.key != ro.office || !d.ofSame(f, o) {
				continue
			}
			if f.era == "former" {
				if o.to == "" {
					return nil
				}
				ts = append(ts, calendar.Interval{Earliest: o.to})
				continue
			}
			ts = append(ts, calendar.Interval{Earliest: o.from, Latest: o.to})
		}
	}
	slices.SortFunc(ts, func(a, b calendar.Interval) int { return cmp.Compare(a.Earliest, b.Earliest) })
	return joinTouching(ts)
}

// joinTouching makes one interval of those that overlap or follow within a month: cabinets of one prime minister.
func joinTouching(ts []calendar.Interval) []calendar.Interval {
	var joined []calendar.Interval
	for _, t := range ts {
		if n := len(joined); n > 0 && (joined[n-1].Latest == "" || !laterThan(t.Earliest, joined[n-1].Latest, 31)) {
			if joined[n-1].Latest != "" && (t.Latest == "" || t.Latest > joined[n-1].Latest) {
				joined[n-1].Latest = t.Latest
			}
			continue
		}
		joined = append(joined, t)
	}
	return joined
}

// laterThan says whether a day lies more than n days after another.
func laterThan(day, other string, n int) bool {
	a, err1 := time.Parse(time.DateOnly, day)
	b, err2 := time.Parse(time.DateOnly, other)
	return err1 == nil && err2 == nil && a.Sub(b) > time.Duration(n)*24*time.Hour
}

// ofSame says whether the country that the text gives with an office may be the office's.
func (d *Dictionary) ofSame(f *draft, o *office) bool {
	for _, m := range f.parties {
		if is := slices.Concat(m.get(stateName), m.get(stateAdjective)); len(is) > 0 {
			return slices.ContainsFunc(is, func(i int) bool { return d.states[i].code == o.code })
		}
	}
	return true
}

// wellKnown says whether an office is that of the leader of a state, and nobody else in the tables has his surname.
func (s *settler) wellKnown(w *individual, o *office) bool {
	return len(w.short) == 1 && s.rulingOffice(event.Entity{Code: &o.code}) == o.key
}
