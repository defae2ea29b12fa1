package language

import "strings"

// A word must be so long for a slip of the keyboard in it to be mended: of shorter words too many are one slip from
// another, and longer ones are none.
const shortestTypo, longestTypo = 6, 20

// A letter too many or too few counts in long words alone, and not near the end, where it would be an ending: "director"
// is no slip of "directory".
const longTypo, typoEnding = 7, 2

// respelled returns the word that was meant by one that no text has, nor any stem of it: one with a run of letters made
// one ("sooooo"), or one slip away, letters exchanged, one too many or one too few. A doubled letter goes before others.
// Words with anything but the letters a to z are left alone; in names runs alone are mended.
func (m *Model) respelled(w *word) (string, bool) {
	form := w.lower
	switch m.upos[w.tag] {
	case "ADJ", "ADV", "NOUN", "VERB", "INTJ", "AUX", "SCONJ", "ADP", "PRON", "DET", "PROPN":
	default:
		return "", false
	}
	if len(form) > longestTypo || strings.Trim(form, "abcdefghijklmnopqrstuvwxyz") != "" {
		return "", false
	}
	if one, two := squeezed(form, 1), squeezed(form, 2); one != form && len(one) > 1 {
		if m.meant(two, w) > m.meant(one, w) {
			return two, true
		}
		if m.meant(one, w) > 0 {
			return one, true
		}
	}
	if len(form) < shortestTypo || m.upos[w.tag] == "PROPN" {
		return "", false
	}
	return m.oneSlip(form, w)
}

// oneSlip returns the likeliest word that is one slip away from the form.
func (m *Model) oneSlip(form string, w *word) (string, bool) {
	found, most := "", 0
	try := func(s string, bonus int) {
		if n := m.meant(s, w); n > 0 && n+bonus > most {
			found, most = s, n+bonus
		}
	}
	b := []byte(form)
	for i := 1; i+1 < len(b); i++ {
		b[i], b[i+1] = b[i+1], b[i]
		try(string(b), 2)
		b[i], b[i+1] = b[i+1], b[i]
	}
	long := len(form) >= longTypo
	for i := 1; i < len(form); i++ {
		switch {
		case form[i] == form[i-1]:
			try(form[:i]+form[i+1:], 2)
		case long && i < len(form)-typoEnding:
			try(form[:i]+form[i+1:], 0)
		}
	}
	for i := 1; i <= len(form); i++ {
		try(form[:i]+form[i-1:], 2)
		if !long || i > len(form)-typoEnding {
			continue
		}
		for c := byte('a'); c <= 'z'; c++ {
			try(form[:i]+string(c)+form[i:], 0)
		}
	}
	return found, found != ""
}

// meant tells how likely a word is meant: 0 for one that nobody writes, 2 for one that is known as this part of speech, 3
// with this tag.
func (m *Model) meant(s string, w *word) int {
	key := hash(s)
	if _, ok := m.lemmas[lemmaKey(usualLemma, key, 0)]; !ok {
		return 0
	}
	if _, ok := m.lemmas[lemmaKey(lowerTagLemma, key, uint32(w.tag))]; ok {
		return 3
	}
	if _, ok := m.lemmas[lemmaKey(lowerPosLemma, key, uint32(w.pos))]; ok {
		return 2
	}
	if _, ok := m.lemmas[lemmaKey(lowerLemma, key, 0)]; ok {
		return 1
	}
	return 0
}

// squeezed cuts runs of three or more of one letter down to n.
func squeezed(form string, n int) string {
	var b strings.Builder
	for i := 0; i < len(form); {
		j := i
		for j < len(form) && form[j] == form[i] {
			j++
		}
		k := j - i
		if k > 2 {
			k = n
		}
		b.WriteString(form[i : i+k])
		i = j
	}
	return b.String()
}
