package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/internal/language/perceptron"
)

// A lemma is made from a form by an edit: the form is taken as it is, in lower case or with a capital; characters are
// cut off its end and others put there. Edits are written "case cut add": "l 3 y" makes "parties" "party".
type edit struct {
	letters byte // 'l' lower case, 'k' kept, 'c' capital and lower case
	cut     int  // bytes
	add     string
}

// editFor finds the edit that makes lemma of form.
func editFor(form, lemma string) edit {
	letters, base := byte('l'), strings.ToLower(form)
	if lemma != strings.ToLower(lemma) {
		letters, base = 'k', form
		if c := capital(form); common(c, lemma) > common(form, lemma) {
			letters, base = 'c', c
		}
	}
	k := common(base, lemma)
	return edit{letters, len(base) - k, lemma[k:]}
}

// common returns how many bytes of whole characters two strings begin with alike.
func common(a, b string) int {
	k := 0
	for k < len(a) && k < len(b) && a[k] == b[k] {
		k++
	}
	for k > 0 && (k < len(a) && !utf8.RuneStart(a[k]) || k < len(b) && !utf8.RuneStart(b[k])) {
		k--
	}
	return k
}

func capital(form string) string {
	_, size := utf8.DecodeRuneInString(form)
	return strings.ToUpper(form[:size]) + strings.ToLower(form[size:])
}

// apply makes the lemma; ok is false where the form is too short to cut.
func (e edit) apply(form string) (lemma string, ok bool) {
	switch e.letters {
	case 'l':
		form = strings.ToLower(form)
	case 'c':
		form = capital(form)
	}
	k := len(form) - e.cut
	if k < 0 || k < len(form) && !utf8.RuneStart(form[k]) || k+len(e.add) == 0 {
		return "", false
	}
	return form[:k] + e.add, true
}

// appendLemmaFeatures makes the features that choose an edit for a word that the table does not know.
func appendLemmaFeatures(out []uint32, w *word, first bool) []uint32 {
	tag := uint32(w.tag)
	seed := uint32(2000)
	add := func(a, b uint32) {
		seed++
		out = append(out, perceptron.Mix(seed, a, b))
	}
	add(tag, 0)
	for _, s := range w.suffix {
		add(s, tag)
	}
	add(w.shape, tag)
	add(w.shape, uint32(w.pos))
	add(w.shape, w.suffix[1]*31+tag)
	add(w.prefix[1], tag)
	add(w.prefix[3], tag)
	add(w.prefix[2], w.suffix[2]*31+tag)
	add(w.suffix[3], w.shape)
	capitalised, f := uint32(0), uint32(0)
	if unicode.IsUpper(firstRune(w.form)) {
		capitalised = 1
	}
	if first {
		f = 1
	}
	add(capitalised<<1|f, tag)
	add(uint32(min(len(w.lower), 7)), w.suffix[2]*31+tag)
	return out
}

// lemmaKey is the key of the lemma table.
func lemmaKey(w *word) uint32 { return perceptron.Mix(3000, w.exact, uint32(w.tag)) }

// lemma returns the lemma of a tagged word.
func (m *Model) lemma(w *word, first bool, sc *scratch) string {
	if lemma, ok := loadVerbs()[w.lower]; ok && m.inflected(w) {
		return lemma
	}
	if i, ok := m.lemmas[lemmaKey(w)]; ok {
		if lemma, ok := m.edits[i].apply(w.form); ok {
			return lemma
		}
	}
	if len(w.form) > maxForm {
		return w.form
	}
	sc.features = appendLemmaFeatures(sc.features[:0], w, first)
	scores := sc.scores[:len(m.edits)]
	clear(scores)
	m.lemmatizer.Score(sc.features, sc.rows, scores)
	lemmas := make([]string, 0, 8)
	for len(lemmas) < cap(lemmas) {
		i := perceptron.Best(scores)
		if scores[i] == taken {
			break
		}
		scores[i] = taken
		if lemma, ok := m.edits[i].apply(w.form); ok {
			lemmas = append(lemmas, lemma)
		}
	}
	return m.known(lemmas, w)
}

// taken is the score of an edit that was looked at.
const taken = -1 << 30

// known returns the first of the lemmas, the best one first, that is a word of the vectors' text: "explode" and not
// "explod". An inflected form does not count as its own lemma. Names, and words of which no lemma is known, get the first.
func (m *Model) known(lemmas []string, w *word) string {
	if len(lemmas) == 0 {
		return w.lower
	}
	if m.inflected(w) {
		for _, lemma := range lemmas {
			if !spelled(w.lower, lemma) {
				continue
			}
			var known word
			if known.set(lemma); m.vectors[known.key] != 0 {
				return lemma
			}
		}
	}
	return lemmas[0]
}

// spelled tells whether spelling alone makes the form of the lemma: the form goes on where the lemma ends, but for a last
// "e" or "y".
func spelled(form, lemma string) bool {
	k := common(form, lemma)
	return k < len(form) && (k == len(lemma) || k == len(lemma)-1 && (lemma[k] == 'e' || lemma[k] == 'y'))
}

// inflected tells whether a word is a verb whose tag says that its lemma is another word.
func (m *Model) inflected(w *word) bool {
	switch m.xpos[w.tag] {
	case "VBD", "VBG", "VBN", "VBZ":
		return true
	}
	return false
}
