package actor

// afterComplement attaches the name that follows "president of the European Commission".
func (r *reader) afterComplement(p *phrase, f *draft, j int) int {
	if r.titled(p, f, j) {
		return j + 1
	}
	return j
}

// titled attaches the name at item j to a role in the singular that stands before it.
func (r *reader) titled(p *phrase, f *draft, j int) bool {
	ro := r.d.headRole(f)
	if r.kindAt(j) != nameItem || f.plural || ro == nil || ro.kind != "person" || r.kindAt(j+1) == roleItem && r.bodyName(j+1) {
		return false
	}
	f.who = r.individual(&r.items[j])
	f.kind, f.bare = Person, false
	r.stretch(f, j+1)
	f.who.add(f)
	return true
}

// apposition joins a role and the name behind the next comma, either way round: "the envoy, A. B.," and "A. B., the
// Swedish envoy,".
func (r *reader) apposition(p *phrase, f *draft, j int) int {
	ro := r.d.headRole(f)
	k := r.skipTopic(f, j)
	if r.kindAt(k) != comma {
		return j
	}
	if f.who == nil && ro != nil && ro.kind == "person" && !f.plural && r.kindAt(k+1) == nameItem {
		if it := &r.items[k+1]; r.fullName(it) && r.closes(k+2) {
			f.who = r.individual(it)
			r.stretch(f, k+2)
			f.who.add(f)
			return k + 2
		}
	}
	if f.who != nil && len(f.parties) == 0 && (ro == nil || ro.kind == "honorific") {
		if end := r.headed(f, k+1); end > k+1 {
			return end
		}
	}
	if f.who == nil || ro != nil && ro.kind != "honorific" && (len(f.parties) > 0 || ro.is("private")) || !r.opensRole(k+1) {
		return j
	}
	n := len(r.out)
	end := r.phrase(k + 1)
	if len(r.out) == n {
		return end
	}
	closed := end >= len(r.items) || r.items[end].kind == comma || r.token(&r.items[end]).UPOS == "PUNCT"
	for _, m := range r.out[n:] {
		x := r.d.headRole(m)
		if t := &r.s.Tokens[m.head]; !closed && (t.Rel != "appos" || t.Head < f.first || t.Head >= f.end) {
			continue // "after meeting A. B., the president left"
		}
		if m.who == nil && x != nil && (x.kind == "person" || x.kind == "group" && x.single && r.ps[r.pieceAt(m.head)].key == lastKey(x.word)) && !m.modifier {
			f.roles, f.parties, f.era, f.weak, f.apposed = m.roles, m.parties, m.era, m.weak, true
			if f.end <= m.first {
				f.end, f.stop = m.end, m.stop
			}
			m.modifier, m.who = true, f.who
			break
		}
	}
	return end
}

// skipTopic passes over the topic of an office: "adviser on international affairs, A. B.".
func (r *reader) skipTopic(f *draft, j int) int {
	if r.kindAt(j) != preposition || f.who != nil {
		return j
	}
	for k := j + 1; k < len(r.items) && k < j+7; k++ {
		switch r.kindAt(k) {
		case comma:
			return k
		case filler, stateItem, conjunction, determiner, thingItem, roleItem, notItem:
		default:
			return j
		}
	}
	return j
}

// opensRole says whether a phrase with a role in the singular begins here, within a few words.
func (r *reader) opensRole(j int) bool {
	for k := j; k < len(r.items) && k < j+6; k++ {
		switch it := &r.items[k]; it.kind {
		case roleItem:
			ro := &r.d.roles[it.hit.get(roleNoun)]
			return !isPlural(&it.hit) || ro.single && r.ps[it.end-1].key == lastKey(ro.word)
		case determiner, filler, stateItem, orgItem, possessive, eraItem, hyphenItem:
		case pronounItem:
			if k > j {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// pieceAt gives the last piece of a token.
func (r *reader) pieceAt(token int) int {
	at := 0
	for i := range r.ps {
		if r.ps[i].token == token {
			at = i
		}
	}
	return at
}

// closes says whether an apposition ends here: at a comma, a stop, or the verb.
func (r *reader) closes(j int) bool {
	if j >= len(r.items) || r.items[j].kind == comma {
		return true
	}
	if r.items[j].kind == conjunction {
		return false
	}
	t := r.token(&r.items[j])
	return t.UPOS == "PUNCT" || t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PRON" || t.UPOS == "ADP"
}

// fullName says whether a name is that of a person beyond doubt: two words or more, or one that the tables know.
func (r *reader) fullName(it *item) bool { return it.end-it.first > 1 || it.hit.has(surname) }

// headed reads whom somebody is with from a relative clause: "A. B., who heads the Yemeni parliament".
func (r *reader) headed(f *draft, j int) int {
	if j+2 >= len(r.items) || r.ps[r.items[j].first].key != "who" || !r.d.heads[r.token(&r.items[j+1]).Lemma] {
		return j
	}
	from := j + 2
	if r.kindAt(from) == preposition {
		from++
	}
	n := len(r.out)
	end := r.phrase(min(from, len(r.items)-1))
	for _, m := range r.out[n:] {
		if m.who == nil && m.kind == Organisation && !m.modifier {
			f.parties = append(f.parties, m)
			break
		}
	}
	return max(end, j)
}
