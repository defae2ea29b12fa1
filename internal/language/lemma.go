package language

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"dyad/internal/language/perceptron"
)

// The lemmas of a model are one table from keys to edits: what training saw of a word with a tag, with a part of speech,
// and with any; and how running text writes it.
const (
	exactTagLemma = 3000 + iota // the form as it is written
	lowerTagLemma               // the form in lower case
	lowerPosLemma
	lowerLemma
	usualLemma // how running text writes a word that is frequent there, as the edit that writes it so
)

func lemmaKey(kind, form, tag uint32) uint32 { return perceptron.Mix(kind, form, tag) }

// lemma returns the lemma of a tagged word: what the tables have for the word and its tag, else what the classifier makes
// of what the table knows beside and of the spelling.
func (m *Model) lemma(w *word, first bool, sc *scratch) string {
	if lemma, ok := m.listed(w); ok {
		return lemma
	}
	xpos := m.xpos[w.tag]
	if len(w.form) > maxForm || xpos == "ADD" { // an address
		return w.form
	}
	if xpos == "VB" || xpos == "VBP" { // most likely a past form with a wrong tag
		if lemma, ok := loadVerbs()[w.lower]; ok {
			return lemma
		}
	}
	back := m.lemmaBackoff(w)
	if back == (backoff{tail: back.tail}) { // nobody writes it
		if s, ok := m.respelled(w); ok {
			var meant word
			meant.set(s)
			meant.tag, meant.pos = w.tag, w.pos
			return m.lemma(&meant, first, sc)
		}
	}
	if m.upos[w.tag] == "PROPN" && back.any == 0 && back.usual == 0 && shouted(w.form) {
		return capital(w.form)
	}
	sc.features = m.appendLemmaFeatures(sc.features[:0], w, first, back)
	scores := sc.scores[:len(m.edits)]
	clear(scores)
	m.lemmatizer.Score(sc.features, sc.rows, scores)
	return m.bestLemma(scores, w, back)
}

// listed looks a word up with its tag: in the tables made by hand, then in what training saw.
func (m *Model) listed(w *word) (lemma string, ok bool) {
	if lemma, ok = loadLemmas()[formTag{w.lower, m.upos[w.tag]}]; ok {
		return lemma, true
	}
	if inflectedVerb(m.xpos[w.tag]) {
		if lemma, ok = loadVerbs()[w.lower]; ok {
			return lemma, true
		}
	}
	i, ok := m.lemmas[lemmaKey(exactTagLemma, w.exact, uint32(w.tag))]
	if !ok {
		i, ok = m.lemmas[lemmaKey(lowerTagLemma, w.key, uint32(w.tag))]
	}
	if !ok {
		return "", false
	}
	return m.edits[i].apply(w.form)
}

// shouted tells whether a name is one in capitals, not an abbreviation: of the names of six capitals or more in training
// nine of ten are.
func shouted(form string) bool {
	for _, r := range form {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return len(form) >= 6
}

// A backoff is what the table knows of a word that it does not know with its tag.
type backoff struct {
	pos, any uint32 // its edit with its part of speech, with any; counted from 1, 0 for none
	usual    uint32 // how running text writes it, likewise
	stems    uint32 // see Model.stems
	tail     uint32 // see Model.tailEdit
}

func (m *Model) lemmaBackoff(w *word) backoff {
	find := func(key uint32) uint32 {
		if i, ok := m.lemmas[key]; ok {
			return uint32(i) + 1
		}
		return 0
	}
	return backoff{
		pos:   find(lemmaKey(lowerPosLemma, w.key, uint32(w.pos))),
		any:   find(lemmaKey(lowerLemma, w.key, 0)),
		usual: find(lemmaKey(usualLemma, w.key, 0)),
		stems: m.stems(w.lower),
		tail:  m.tailEdit(w),
	}
}

// shortestTail is how long the end of a word must be for the table to be asked for it.
const shortestTail = 4

// tailEdit is the edit of the longest end of the word that the table knows with its tag, 0 for none: "emerged" tells of
// "reemerged", "bombed" of "firebombed".
func (m *Model) tailEdit(w *word) uint32 {
	for i := 1; i <= len(w.lower)-shortestTail; i++ {
		if e, ok := m.lemmas[lemmaKey(lowerTagLemma, hash(w.lower[i:]), uint32(w.tag))]; ok {
			return uint32(e) + 1
		}
	}
	return 0
}

// endings are what stems takes off words and puts there instead, each with the number of a bit.
var endings = []struct {
	end, add string
	bit      int
}{
	{"s", "", 0},
	{"es", "", 1},
	{"ies", "y", 2},
	{"ied", "y", 2},
	{"ed", "e", 3},
	{"ed", "", 4},
	{"ing", "e", 3},
	{"ing", "", 4},
	{"ier", "y", 2},
	{"er", "e", 3},
	{"er", "", 4},
	{"iest", "y", 2},
	{"est", "e", 3},
	{"est", "", 4},
}

// doubledBit is the bit of stems whose last letter is doubled: "bigger".
const doubledBit = 5

// stems tells which of the words that an ending may hide running text has, one bit for each way of ending.
func (m *Model) stems(form string) uint32 {
	mask := uint32(0)
	for _, e := range endings {
		stem, ok := strings.CutSuffix(form, e.end)
		k := len(stem)
		if !ok || k < 2 {
			continue
		}
		if m.written(stem + e.add) {
			mask |= 1 << e.bit
		}
		if e.bit == 4 && stem[k-1] == stem[k-2] && m.written(stem[:k-1]) {
			mask |= 1 << doubledBit
		}
	}
	return mask
}

// appendLemmaFeatures makes the features that choose an edit for a word that the table does not know with its tag.
func (m *Model) appendLemmaFeatures(out []uint32, w *word, first bool, b backoff) []uint32 {
	tag, seed := uint32(w.tag), uint32(2000)
	add := func(a, b uint32) {
		seed++
		out = append(out, perceptron.Mix(seed, a, b))
	}
	f := uint32(0)
	if first {
		f = 1
	}
	add(tag, 0)
	tail := uint32(0)
	i := len(w.lower)
	for n := range 6 {
		if i > 0 {
			_, size := utf8.DecodeLastRuneInString(w.lower[:i])
			i -= size
		}
		s := hash(w.lower[i:])
		add(s, tag)
		switch n {
		case 1:
			add(w.shape, s*31+tag)
		case 2:
			tail = s
			add(uint32(min(len(w.lower), 7)), s*31+tag)
			add(w.prefix[2], s*31+tag)
		case 3:
			add(s, w.shape)
		}
	}
	add(w.shape, tag)
	add(w.shape, uint32(w.pos))
	add(w.prefix[1], tag)
	add(w.prefix[3], tag)
	add(w.shape<<1|f, tag)
	unknown := uint32(0)
	if b.any == 0 {
		unknown = 1
	}
	add(uint32(min(len(w.lower), 9))<<9|b.usual<<1|unknown, w.shape*31+tag)
	// what the table knows
	add(b.pos, tag)
	add(b.any, tag)
	add(b.any<<16|b.pos, uint32(w.pos))
	add(b.usual, tag)
	add(b.usual<<1|f, w.shape*31+tag)
	add(b.any<<16|b.usual, tag)
	add(b.tail, tag)
	add(b.tail, b.stems<<8|b.usual)
	add(b.tail<<24^tail, uint32(w.pos))
	add(b.stems, tag)
	add(b.stems<<8|b.usual, tag)
	add(b.stems, tail*31+tag)
	return out
}

// taken is the score of an edit that was looked at.
const taken = -1 << 30

// tried is how many edits are looked at for one whose lemma is a known word.
const tried = 8

// bestLemma returns what the best of the edits make: of an inflected word the best lemma that spelling allows and running
// text has, "explode" and not "explod", else the best that spelling allows; of others the best.
func (m *Model) bestLemma(scores []int32, w *word, b backoff) string {
	xpos := m.xpos[w.tag]
	plural, verb := xpos == "NNS", inflectedVerb(xpos)
	endings := plural || verb || compared(xpos)
	first, regular := "", ""
	for range min(tried, len(scores)) {
		i := perceptron.Best(scores)
		if scores[i] == taken {
			break
		}
		scores[i] = taken
		lemma, ok := m.edits[i].apply(w.form)
		if !ok {
			continue
		}
		if first == "" {
			first = lemma
		}
		if !endings || plural && lemma == w.lower {
			break
		}
		if lower := strings.ToLower(lemma); spelled(w.lower, lower) {
			if m.written(lower) {
				return lemma
			}
			if regular == "" {
				regular = lemma
			}
		}
	}
	if regular == "" && verb && b.any != 0 { // "beat", known with other tags
		if lemma, ok := m.edits[b.any-1].apply(w.form); ok {
			return lemma
		}
	}
	return cmp.Or(regular, first, w.lower)
}

// written tells whether running text often has a word, and in lower case.
func (m *Model) written(form string) bool {
	i, ok := m.lemmas[lemmaKey(usualLemma, hash(form), 0)]
	return ok && m.edits[i].letters == 'l'
}

// spelled tells whether a form is one that spelling makes of its lemma: "tries" of "try", "making" of "make".
func spelled(form, lemma string) bool {
	k := common(form, lemma)
	rest := form[k:]
	switch {
	case k == len(lemma):
		switch rest {
		case "s", "es", "d", "ed", "ing", "r", "er", "st", "est":
			return true
		}
		return k > 0 && len(rest) > 2 && rest[0] == form[k-1] && (rest[1:] == "ed" || rest[1:] == "ing" || rest[1:] == "er" || rest[1:] == "est")
	case k == len(lemma)-1 && lemma[k] == 'e':
		return rest == "ing"
	case k == len(lemma)-1 && lemma[k] == 'y':
		return rest == "ies" || rest == "ied" || rest == "ier" || rest == "iest"
	}
	return false
}

// inflectedVerb tells whether a tag is that of a verb whose lemma is another word.
func inflectedVerb(xpos string) bool {
	return xpos == "VBD" || xpos == "VBG" || xpos == "VBN" || xpos == "VBZ"
}

// compared tells whether a tag is that of a comparative or a superlative.
func compared(xpos string) bool {
	return xpos == "JJR" || xpos == "JJS" || xpos == "RBR" || xpos == "RBS"
}
