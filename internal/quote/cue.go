package quote

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"dyad/event"
	"dyad/internal/language"
)

// speech is a cue where it stands: its tokens and the head of its speaker.
type speech struct {
	sentence    int
	token       int // the verb or noun of the cue
	first, last int // its tokens
	cue         *cue
	speaker     int // head token, -1
}

// verbCue reads a cue verb at token i of a sentence.
func (r *reader) verbCue(sentence, i int) (speech, bool) {
	t := r.tree(sentence)
	tok := &t.Tokens[i]
	if tok.UPOS != "VERB" || t.named(i) {
		return speech{}, false
	}
	c := r.v.find(t.lemma(i), t.form(i))
	if c == nil {
		return speech{}, false
	}
	if r.v.relays[t.lemma(i)] && slices.ContainsFunc(t.kids[i], func(j int) bool { return r.relayed(t, j) >= 0 }) {
		return speech{}, false // what is passed on has a cue of its own
	}
	s := speech{sentence: sentence, token: i, first: i, last: i, cue: c}
	for k := range c.phrases {
		p := &c.phrases[k]
		if j, ok := t.particles(i, p.words); ok {
			s.cue, s.last = &p.cue, max(j, i)
			break
		}
	}
	if s.cue.force == "" {
		return speech{}, false
	}
	who := t.subject(i, 0)
	if t.agent(i) < 0 && who >= 0 && t.head(who) == i && t.Tokens[who].Rel == "nsubj:pass" && (s.cue.clause || s.cue.phrase) {
		s.speaker = -1 // "is said to": the subject does not speak
		return s, s.cue.force != evidence
	}
	if outer := r.outer(t, i, who); outer >= 0 {
		who = outer
	}
	if j := t.behind(i, who); j >= 0 {
		s.speaker = j
		return s, s.cue.force != evidence || r.speaks(t, s)
	}
	if w := r.relayed(t, i); w >= 0 {
		s.speaker = w
		return s, true
	}
	if who < 0 && t.finite(i, i) {
		from := i
		for from > 0 && t.form(from-1) != "," {
			from--
		}
		who = t.between(i, from)
	}
	s.speaker = t.adjacent(i, who)
	return s, s.cue.force != evidence || r.speaks(t, s)
}

// named reports whether a verb is part of a name: "Port Said".
func (t *tree) named(i int) bool {
	r, _ := utf8.DecodeRuneInString(t.Tokens[i].Form)
	return i > 0 && unicode.IsUpper(r) && t.Tokens[i-1].UPOS == "PROPN" && t.Tokens[i-1].End < t.Tokens[i].Start
}

// nobody reports whether the subject says that nobody speaks: "no official said", "neither Oslo nor Riga has said".
func (r *reader) nobody(t *tree, s speech) bool {
	if s.speaker < 0 {
		return false
	}
	first, _ := t.phrase(s.speaker)
	return r.v.nobody[t.form(first)] || first > 0 && r.v.nobody[t.form(first-1)]
}

// relayed gives who speaks where a medium passes the words on: "the agency quoted a minister as saying", "a minister was quoted by the
// agency as saying"; -1 elsewhere.
func (r *reader) relayed(t *tree, i int) int {
	h := t.head(i)
	if t.Tokens[i].XPOS != "VBG" || h < 0 || h >= i || t.form(i-1) != "as" || !r.v.relays[t.lemma(h)] {
		return -1
	}
	for _, j := range t.kids[h] {
		if rel := t.Tokens[j].Rel; rel == "nsubj:pass" || rel == "obj" {
			return j
		}
	}
	return -1
}

// outer gives the subject of the cue that a participle goes on from, where the parser hangs it on what is told and the
// subject there cannot speak: "he said that the bridge had fallen, adding that …"; -1 if there is none.
func (r *reader) outer(t *tree, i, who int) int {
	h := t.head(i)
	if who >= 0 && h >= 0 && t.Tokens[i].Rel == "conj" && t.Tokens[h].Rel == "ccomp" && t.head(who) == h && t.form(who) == "it" { // "said it was early but noted that …"
		return t.subject(t.head(h), 0)
	}
	if t.Tokens[i].Rel != "advcl" || t.Tokens[i].XPOS != "VBG" || h < 0 || t.Tokens[h].Rel != "ccomp" || who >= 0 && r.speaks(t, speech{speaker: who}) {
		return -1
	}
	if g := t.head(h); g >= 0 && r.v.find(t.lemma(g), t.form(g)) != nil {
		return t.subject(g, 0)
	}
	return -1
}

// evidence is the force of cues that mark speech only of those who can speak.
const evidence = "shows"

// speaks reports whether the subject of a cue of evidence is a person, a body or a document.
func (r *reader) speaks(t *tree, s speech) bool {
	if s.speaker < 0 {
		return false
	}
	switch k := &t.Tokens[s.speaker]; {
	case k.UPOS == "PROPN":
		return true
	case k.UPOS == "PRON":
		return t.form(s.speaker) != "it" && t.form(s.speaker) != "this" && t.form(s.speaker) != "that"
	}
	return r.v.sources[t.lemma(s.speaker)] || r.v.nouns[t.lemma(s.speaker)] != nil
}

// adjacent prefers the noun right before the verb to a subject that a comma parts from it: parsers err there.
func (t *tree) adjacent(verb, subject int) int {
	j := verb - 1
	for j >= 0 && (t.Tokens[j].UPOS == "ADV" || t.Tokens[j].UPOS == "AUX") {
		j--
	}
	if t.form(j) == ")" { // "Jane Doe (R-Ga.) said"
		for k := j; k > subject && k >= j-reach/2; k-- {
			if t.form(k) == "(" && t.party(k) {
				j = k - 1
				break
			}
		}
	}
	if j <= subject || subject < 0 || !nominal(&t.Tokens[j]) || t.Tokens[j].UPOS == "PRON" && t.Tokens[j].XPOS != "PRP" {
		return subject
	}
	_, last := t.phrase(subject)
	for i := j - 1; i > last; i-- {
		if t.form(i) == "," {
			return t.top(j, i)
		}
	}
	return subject
}

// top gives the head of the noun phrase that ends with token j and begins after token from.
func (t *tree) top(j, from int) int {
	for n := 0; n < maxClimb; n++ {
		h := t.head(j)
		if h <= from || h > j || !nominal(&t.Tokens[h]) {
			break
		}
		j = h
	}
	return j
}

// particles finds the words after a verb, or one particle that hangs on it.
func (t *tree) particles(i int, words []string) (last int, ok bool) {
	j := i + 1
	for _, w := range words {
		if t.form(j) != w {
			j = -1
			break
		}
		j++
	}
	if j > 0 {
		return j - 1, true
	}
	for _, k := range t.kids[i] {
		if len(words) == 1 && t.Tokens[k].Rel == "compound:prt" && t.form(k) == words[0] {
			return i, true
		}
	}
	return 0, false
}

// phraseCue reads a fixed phrase ("according to") at token i; the speaker is what it governs.
func (r *reader) phraseCue(sentence, i int) (speech, bool) {
	t := r.tree(sentence)
	for k := range r.v.phrases[t.form(i)] {
		p := &r.v.phrases[t.form(i)][k]
		j := i + 1
		for _, w := range p.words {
			if t.form(j) != w {
				j = -1
				break
			}
			j++
		}
		if j < 0 || j >= len(t.Tokens) {
			continue
		}
		return speech{sentence: sentence, token: i, first: i, last: j - 1, cue: &p.cue, speaker: t.governed(i, j)}, true
	}
	return speech{}, false
}

// governed gives the head of the noun phrase that the preposition [i, j) governs.
func (t *tree) governed(i, j int) int {
	for k := i; k < j; k++ {
		if h := t.head(k); h >= j && relation(t.Tokens[k].Rel) == "case" {
			return h
		}
	}
	if h := t.head(j - 1); h >= j {
		return h
	}
	for k := j; k < len(t.Tokens) && k < j+12; k++ {
		if h := t.head(k); (h < i || h > k+12) && nominal(&t.Tokens[k]) {
			return k
		}
	}
	return -1
}

func nominal(t *language.Token) bool {
	return t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON"
}

// maxClimb bounds the way from a verb to the subject it shares with another.
const maxClimb = 4

// subject gives the head token of who speaks: the subject of the verb, or of the verb it hangs on.
func (t *tree) subject(i, depth int) int {
	if depth > maxClimb {
		return -1
	}
	passive, clause := -1, -1
	for _, j := range t.kids[i] {
		switch t.Tokens[j].Rel {
		case "nsubj", "nsubj:outer":
			if t.Tokens[j].UPOS == "VERB" { // a content that the parser took for the subject
				clause = j
				continue
			}
			return t.person(i, j)
		case "nsubj:pass":
			passive = j
		}
	}
	if clause >= 0 {
		return t.inverted(i)
	}
	if a := t.agent(i); a >= 0 {
		return a
	}
	if passive >= 0 { // "was quoted as saying"
		return t.person(i, passive)
	}
	h := t.head(i)
	if h < 0 {
		return t.inverted(i)
	}
	switch rel := relation(t.Tokens[i].Rel); rel {
	case "conj", "xcomp", "advcl":
		if o := t.child(h, "obj"); depth == 0 && rel == "xcomp" && o > h && o < i && t.Tokens[i].XPOS == "VB" && nominal(&t.Tokens[o]) {
			return o // "forced the governor to admit"
		}
		return t.subject(h, depth+1)
	case "acl": // "a report saying", "who said"
		if g := t.head(h); g >= 0 && t.Tokens[i].XPOS == "VBG" && relation(t.Tokens[h].Rel) == "obl" && t.Tokens[h].UPOS == "NOUN" && t.form(t.child(h, "case")) == "at" {
			return t.subject(g, depth+1) // "said at a meeting, announcing"
		}
		if nominal(&t.Tokens[h]) {
			return h
		}
	case "parataxis", "ccomp", "dep":
		return t.inverted(i)
	}
	return -1
}

// behind gives the speaker who follows his verb in an aside between a subject and its own verb, where the parser took the
// subject for the speaker: "Oslo, said the minister, has signed"; -1 if there is none.
func (t *tree) behind(i, who int) int {
	c := t.child(i, "ccomp")
	if c <= i || who >= i-1 || who < 0 || t.form(i-1) != "," || t.head(who) != i && t.head(t.head(who)) != i {
		return -1
	}
	speaker := -1
	for j := range c {
		switch {
		case j < i-1 && t.form(j) == ",":
			return -1 // "the envoy, a lawyer, said"
		case j > i && t.head(j) == c && t.Tokens[j].Rel == "nsubj":
			speaker = j
		}
	}
	if speaker < 0 {
		return -1
	}
	first, last := t.phrase(speaker)
	if first > i+1 && !(t.Tokens[first].UPOS == "PROPN" && nominal(&t.Tokens[i+1])) || t.form(last+1) != "," {
		return -1
	}
	return speaker
}

// agent gives who did it in a passive: "it was said by officials".
func (t *tree) agent(i int) int {
	for _, j := range t.kids[i] {
		if t.Tokens[j].Rel == "obl:agent" {
			return j
		}
	}
	return -1
}

// person gives the speaker that a subject names: for a relative pronoun, what the clause describes.
func (t *tree) person(verb, subject int) int {
	switch t.form(subject) {
	case "who", "which", "that":
		for i, n := verb, 0; i >= 0 && n < maxClimb; i, n = t.head(i), n+1 {
			if t.Tokens[i].Rel == "acl:relcl" && t.head(i) >= 0 {
				return t.head(i)
			}
		}
		return -1
	case "it", "there":
		if t.Tokens[subject].Rel == "nsubj:pass" {
			return -1
		}
	}
	return subject
}

// inverted finds the speaker after his verb where the parser took him for an object: "said the minister".
func (t *tree) inverted(i int) int {
	for _, j := range t.kids[i] {
		if r := relation(t.Tokens[j].Rel); j > i && j <= i+8 && (r == "obj" || r == "dep" || r == "nsubj") && nominal(&t.Tokens[j]) {
			return j
		}
	}
	return -1
}

// negated reports whether the cue is denied: "did not say".
func (t *tree) negated(i int) bool {
	for _, j := range t.kids[i] {
		if f := t.form(j); f == "not" || f == "n't" || f == "never" {
			return true
		}
	}
	return false
}

// fill sets speaker and cue of a quote.
func (r *reader) fill(q *Quote, s speech) {
	t := r.tree(s.sentence)
	start, end := t.Tokens[s.first].Start, t.Tokens[s.last].End
	q.Sentence = s.sentence
	q.Cue = &event.Cue{Text: r.text[start:end], Start: start, End: end, Force: s.cue.force}
	q.Speaker, q.Mention = r.speaker(s)
}
