package actor

// finish makes drafts of what a phrase has gathered and returns the item after it.
func (r *reader) finish(p *phrase, j int) int {
	r.out = append(r.out, p.loose...)
	r.ownOrganisation(p)
	for _, f := range p.names { // names without a role noun behind them stand alone
		f.modifier = f.modifier || p.thing
		f.definite, f.anyone, f.count = p.definite, p.anyone, p.count
		r.out = append(r.out, f)
	}
	if p.core == 0 {
		for _, f := range p.parties {
			f.modifier = f.modifier || p.thing
		}
		return j
	}
	if r.nobody(p) {
		return j
	}
	f := r.draft(p, p.core)
	r.out = append(r.out, f)
	j = r.complement(p, f, p.core)
	return r.apposition(p, f, j)
}

// nobody says whether a phrase names nobody of whom a row would tell: "a waiter", "by force".
func (r *reader) nobody(p *phrase) bool {
	n := len(p.roles)
	if p.who != nil || n == 0 || r.nameFollows(p.core) {
		return false
	}
	last := &r.d.roles[p.roles[n-1]]
	return last.is("weak") && !r.nationality(p) || last.is("owned") && len(p.parties) == 0
}

// nationality says whether the adjective of a state stands before the noun of a phrase: "a Peruvian waiter", but not "Peru's
// waiter".
func (r *reader) nationality(p *phrase) bool {
	return len(p.parties) == 1 && p.parties[0].has(stateAdjective) && !p.definite
}

// nameFollows says whether a name stands behind an item, or behind its comma.
func (r *reader) nameFollows(j int) bool {
	return r.kindAt(j) == nameItem || r.kindAt(j) == comma && r.kindAt(j+1) == nameItem
}

// ownOrganisation lets an organisation that ends the phrase take the names before it as its own: "Iran's Supreme National
// Security Council".
func (r *reader) ownOrganisation(p *phrase) {
	n := len(p.names)
	if n == 0 || p.core > 0 || p.names[n-1].kind != Organisation || n+len(p.parties) < 2 {
		return
	}
	org := p.names[n-1]
	for _, f := range append(p.parties, p.names[:n-1]...) {
		if f.end > org.first || org.first-f.end > 2 || isHyphen(r.text[f.stop:f.stop+1]) {
			return
		}
	}
	for _, f := range append(p.parties, p.names[:n-1]...) {
		f.modifier = true
		org.parties = append(org.parties, f)
	}
}

// draft makes the draft of a phrase that ends before item end.
func (r *reader) draft(p *phrase, end int) *draft {
	f := r.span(p.from, end)
	f.parties, f.roles, f.who = p.parties, p.roles, p.who
	f.driven, f.anyone, f.alien = p.driven, p.anyone, p.alien
	f.era, f.plural, f.definite, f.count = p.era, p.plural && p.who == nil, p.definite, p.count // "Presidents A. B. and C. D." are one each
	f.bare = p.bare && len(p.parties) == 0 && p.who == nil
	for _, m := range p.parties {
		m.modifier = true
	}
	f.kind = r.phraseKind(f)
	r.shareOwner(p, f)
	if ro := r.d.headRole(f); ro != nil && ro.is("elect") && f.era == "" {
		f.era = "elect"
	}
	if f.who != nil {
		f.who.add(f)
	}
	return f
}

// shareOwner gives a title the state of the one that it is coordinated with: "Soviet physicist and dissident A. B.".
func (r *reader) shareOwner(p *phrase, f *draft) {
	n := len(r.out)
	if f.who == nil || len(f.roles) == 0 || len(f.parties) > 0 || n == 0 || p.from < 2 || r.items[p.from-1].kind != conjunction {
		return
	}
	for k := n - 1; k >= 0 && k >= n-4; k-- {
		if g := r.out[k]; g.kind == Person && g.who == nil && !g.plural && g.stop == r.ps[r.items[p.from-2].end-1].end && len(g.parties) > 0 {
			f.parties = g.parties
			g.modifier = true
			return
		}
	}
}

func (r *reader) phraseKind(f *draft) Kind {
	if f.who != nil {
		return Person
	}
	ro := r.d.headRole(f)
	switch {
	case ro == nil:
		return Organisation
	case f.plural || ro.kind == "group":
		return Group
	case ro.kind == "body":
		return Organisation
	}
	return Person
}

// span makes an empty draft over items [from, end).
func (r *reader) span(from, end int) *draft {
	a, b := &r.ps[r.items[from].first], &r.ps[r.items[end-1].end-1]
	f := &draft{sentence: r.index, first: a.token, end: b.token + 1, start: a.start, stop: b.end, word: -1}
	f.head = r.head(f.first, f.end)
	return f
}

// stretch makes a draft end with item end.
func (r *reader) stretch(f *draft, end int) {
	b := &r.ps[r.items[end-1].end-1]
	f.end, f.stop = b.token+1, b.end
	f.head = r.head(f.first, f.end)
}

// head finds the token that a stretch hangs by: the one whose head lies outside; among several, which means that the
// parse cuts the phrase in two, the last noun before any preposition or comma.
func (r *reader) head(first, end int) int {
	best := -1
	for i := first; i < end; i++ {
		t := &r.s.Tokens[i]
		if t.UPOS == "ADP" || t.UPOS == "PUNCT" {
			if best >= 0 {
				break
			}
			continue
		}
		if t.Head < first || t.Head >= end {
			if best < 0 || t.UPOS == "PROPN" || t.UPOS == "NOUN" || t.UPOS == "PRON" {
				best = i
			}
		}
	}
	if best < 0 {
		return end - 1
	}
	return best
}

// leaf makes the draft of a single name of the tables.
func (r *reader) leaf(j int, k Kind) *draft {
	f := r.span(j, j+1)
	h := &r.items[j].hit
	f.kind, f.readings = k, h.readings
	f.city = r.items[j].city
	if j > 1 && r.items[j-1].kind == comma && r.items[j-2].city != "" && r.d.ambiguous[r.ps[r.items[j].first].key].region {
		f.city, f.readings = r.items[j-2].city, nil // "Atlanta, Georgia"
	}
	f.place = h.has(stateName) || h.has(capitalCity) || f.city != ""
	for _, x := range h.readings {
		f.plural = f.plural || x.sense == demonym && x.plural
	}
	return f
}

func (r *reader) kindOf(it *item) Kind {
	switch {
	case it.kind == orgItem:
		return Organisation
	case it.hit.has(stateName), it.hit.has(stateAdjective):
		return State
	}
	return Capital
}

// complement reads what a role noun governs: "the foreign minister of Chile", "special envoy for Syria A. B.".
func (r *reader) complement(p *phrase, f *draft, j int) int {
	if r.kindAt(j) != preposition {
		return j
	}
	if p.who != nil && len(p.parties) == 0 {
		return r.native(f, j)
	}
	if p.who != nil || len(p.roles) == 0 {
		return j
	}
	k := j + 1
	for r.kindAt(k) == determiner || r.kindAt(k) == filler && k < j+4 {
		k++
	}
	ro := r.d.headRole(f)
	key := r.ps[r.items[j].first].key
	if key == "of" && ro.is("victims") {
		return j
	}
	of := key == "of" || key == "to" && ro.is("serves") || key == "for" && ro.is("voices") || key == "from" && f.plural && r.inside(f, k)
	switch r.kindAt(k) {
	case stateItem, orgItem:
		if of && r.owns(k) {
			return r.nested(f, j, k)
		}
		if !of && (r.kindAt(k+1) == possessive || r.kindAt(k+1) == roleItem) {
			if key == "from" && f.plural && f.weak == nil && r.kindAt(k+1) == possessive && r.kindAt(k) == stateItem { // "leaders from Jordan's south"
				f.weak = r.leaf(k, r.kindOf(&r.items[k]))
			}
			return r.employer(f, j)
		}
		m := r.leaf(k, r.kindOf(&r.items[k]))
		r.out = append(r.out, m)
		if r.titled(p, f, k+1) { // "envoy for Syria A. B."
			m.modifier = true
			return k + 2
		}
		if !of {
			r.circumstance(f, m, key)
			return k + 1
		}
		m.modifier = true
		f.parties, f.bare = append(f.parties, m), false
		if f.plural {
			k = r.furtherOwners(f, k)
		}
		r.stretch(f, k+1)
		return r.afterComplement(p, f, k+1)
	case roleItem, pronounItem, nameItem, filler, setItem:
		if of {
			return r.nested(f, j, k)
		}
	}
	return r.employer(f, j)
}

// native reads where somebody without a title comes from, or whom he is with: "A. B. of Sweden".
func (r *reader) native(f *draft, j int) int {
	if r.ps[r.items[j].first].key != "of" {
		return j
	}
	k := j + 1
	for r.kindAt(k) == determiner {
		k++
	}
	if r.kindAt(k) != stateItem && r.kindAt(k) != orgItem {
		return j
	}
	n := len(r.out)
	end := r.phrase(j + 1)
	for _, m := range r.out[n:] {
		if !m.modifier && (m.kind == State || m.kind == Capital || m.kind == Organisation || m.kind == Group) {
			m.modifier = true
			f.parties = append(f.parties, m)
			f.end, f.stop = m.end, m.stop
			break
		}
	}
	return max(end, j)
}

// inside says whether the parse hangs the item k by a phrase that ends before it.
func (r *reader) inside(f *draft, k int) bool {
	if k >= len(r.items) {
		return false
	}
	h := r.token(&r.items[k]).Head
	return h >= f.first && h < f.end
}

// owns says whether the name at item k belongs to a longer phrase: "of Iran's army", "of the Iranian army".
func (r *reader) owns(k int) bool {
	it := &r.items[k]
	return r.kindAt(k+1) == possessive || r.kindAt(k+1) == roleItem ||
		len(it.hit.readings) > 0 && it.hit.readings[0].sense == stateAdjective && r.token(it).UPOS == "ADJ"
}

// circumstance reads a name behind another preposition than "of": where a group is ("rebels in Syria"), or what an
// envoy is concerned with ("envoy to Peru").
func (r *reader) circumstance(f, m *draft, preposition string) {
	ro := r.d.headRole(f)
	if ro.is("stranger") && r.d.scenes[preposition] {
		return
	}
	if ro.is("counterpart") && r.d.scenes[preposition] { // "his counterpart in Malabo"
		m.modifier = true
		f.parties = append(f.parties, m)
		return
	}
	if (r.d.scenes[preposition] || preposition == "from") && (ro.kind == "group" || ro.kind == "body" || f.plural || ro.is("private") || r.d.scenes[preposition] && len(f.parties) == 0) {
		f.weak = m
		return
	}
	m.modifier = ro.is("takes") && ro.kind == "person"
}

// nested reads the phrase that an "of" governs as the party of the role: "commander of the Iranian army".
func (r *reader) nested(f *draft, j, k int) int {
	ro := r.d.headRole(f)
	whole := ro.is("takes") || ro.is("family") || ro.office != "" || f.kind == Group // else only a body employs him: "an engineer of the Croatian army"
	if !whole && f.kind != Person {
		return j
	}
	from := j + 1
	n := len(r.out)
	end := r.phrase(from)
	for end <= k && end > from && end < len(r.items) && len(r.out) == n {
		end = max(r.phrase(end), end+1)
	}
	for _, m := range r.out[n:] {
		if !m.modifier && (whole || m.kind == Organisation && m.who == nil) {
			m.modifier = true
			f.parties, f.bare = append(f.parties, m), false
			f.end, f.stop = m.end, m.stop
			break
		}
	}
	f.head = r.head(f.first, f.end)
	return max(end, j)
}

// definite says whether a determiner points back: the, this, that, both.
func (r *reader) definite(j int) bool {
	return !r.d.indefinite[r.ps[r.items[j].first].key]
}

// furtherOwners reads the names coordinated with the owner at item k of a role in the plural: "the ministers of Chile, Peru and
// Bolivia". It returns the last item of the list; a list that no conjunction ends is none.
func (r *reader) furtherOwners(f *draft, k int) int {
	last, names := k, []int(nil)
	for j := k + 1; r.kindAt(j) == comma || r.kindAt(j) == conjunction; j++ {
		and := r.kindAt(j) == conjunction
		if r.kindAt(j) == comma && r.kindAt(j+1) == conjunction {
			j, and = j+1, true
		}
		if r.kindAt(j+1) == determiner {
			j++
		}
		if r.kindAt(j+1) != stateItem || r.owns(j+1) {
			break
		}
		j++
		names = append(names, j)
		if and {
			last = j
			break
		}
	}
	if last == k {
		return k
	}
	for _, j := range names {
		m := r.leaf(j, r.kindOf(&r.items[j]))
		m.modifier = true
		r.out = append(r.out, m)
		f.parties = append(f.parties, m)
	}
	return last
}
