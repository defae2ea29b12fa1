package quote

import (
	"strings"
	"unicode/utf8"
)

// The cue of a passage between marks: by the parse, else by what stands beside the marks.

// reach is how many tokens a cue may stand from the quotation it marks.
const reach = 16

// maxNickname is how many words in quotation marks may stand in a speaker's name: Jane “Jay” Doe.
const maxNickname = 2

// lastCue gives the last cue verb of a sentence that stands outside quotation marks and has a speaker: one that carries
// the sentence, if there is any.
func (r *reader) lastCue(sentence int) (speech, bool) {
	t := r.tree(sentence)
	var best speech
	found := false
	for i := len(t.Tokens) - 1; i >= 0; i-- {
		c, ok := r.verbCue(sentence, i)
		if !ok || c.speaker < 0 || r.passageAt(t.Tokens[i].Start) >= 0 || t.Tokens[i].Rel == "acl" || t.Tokens[i].Rel == "amod" {
			continue // "the role undertaken by Rome" tells of no speech
		}
		if t.main(i) {
			return c, true
		}
		if !found {
			best, found = c, true
		}
	}
	return best, found
}

// cueOf finds the cue of a passage in its own sentences: by the parse, else by what stands beside the marks.
func (r *reader) cueOf(p passage) (speech, bool) {
	a, b := r.sentenceAt(p.inner), r.sentenceAt(p.innerEnd-1)
	if a < 0 || b < 0 {
		return speech{}, false
	}
	if c, ok := r.cueAfter(b, p); ok {
		return c, true
	}
	if c, ok := r.cueBefore(a, p); ok {
		if t := r.tree(a); c.speaker >= 0 && t.Tokens[c.speaker].Start >= p.start { // a subject of what is said
			c.speaker = t.between(c.first, 0)
			if h := t.head(c.token); c.speaker < 0 && h >= 0 && h < c.token {
				c.speaker = t.subject(h, 0)
			}
		}
		return c, true
	}
	return speech{}, false
}

// cueAfter finds a cue behind the closing mark: “…,” said X; “…,” X said; “…,” according to X. A question or cry may end
// the sentence before its cue.
func (r *reader) cueAfter(sentence int, p passage) (speech, bool) {
	t := r.tree(sentence)
	from := t.tokenAt(p.end)
	inside := strings.TrimRight(r.text[p.inner:p.innerEnd], " \u00a0'’”\"›»")
	last, _ := utf8.DecodeLastRuneInString(inside)
	if from >= len(t.Tokens) {
		if sentence+1 == len(r.sents) || r.sents[sentence+1].Paragraph != t.Paragraph || !strings.ContainsRune("?!,—…-.", last) {
			return speech{}, false
		}
		t = r.tree(sentence + 1)
		if last == '.' && len(t.Tokens) > reach/2 {
			return speech{}, false
		}
		return r.scanAfter(sentence+1, 0)
	}
	if !strings.ContainsRune("?!,—….-", last) && t.form(from) != "," {
		return speech{}, false
	}
	return r.scanAfter(sentence, from)
}

// scanAfter finds the first cue from a token on, before the next quotation; farther off, one whose speaker stands right
// there and is only described at length: “…,” Jane Doe, a member of …, said. A cue of another clause tells something else.
func (r *reader) scanAfter(sentence, from int) (speech, bool) {
	t := r.tree(sentence)
	for i := from; i < len(t.Tokens) && i < from+2*maxDescription; i++ {
		if n := r.passageAt(t.Tokens[i].Start); n >= 0 && r.words(r.passages[n]) > maxNickname || t.form(i) == ";" {
			break
		}
		if c, ok := r.phraseCue(sentence, i); ok && i <= from+2 {
			return c, true
		}
		c, ok := r.verbCue(sentence, i)
		if !ok || t.form(c.last+1) == "that" { // "adding that …" has a content of its own
			continue
		}
		if r.elsewhere(t, c, from) {
			break
		}
		if near := i < from+reach || t.form(i-1) == ","; near && (c.speaker < 0 || r.passageAt(t.Tokens[c.speaker].Start) >= 0) {
			c.speaker = r.beside(t, i, from)
		}
		if c.speaker >= from && c.speaker < from+reach || c.speaker >= 0 && i < from+reach {
			return c, true
		}
	}
	return speech{}, false
}

// beside finds a speaker whom the parse does not give: the noun phrase between the closing mark and the cue, else the one
// right after the cue.
func (r *reader) beside(t *tree, cue, from int) int {
	for j := from; j < cue; j++ {
		if h := t.head(j); nominal(&t.Tokens[j]) && (h < from || h >= cue) {
			return j
		}
	}
	best := -1
	for j := cue + 1; j < len(t.Tokens) && j <= cue+reach/2+2; j++ {
		k := &t.Tokens[j]
		if k.UPOS == "PUNCT" && t.form(j) != "-" || k.UPOS == "ADP" || k.UPOS == "SCONJ" || r.passageAt(k.Start) >= 0 {
			break
		}
		if nominal(k) {
			best = j
		}
	}
	return best
}

// cueBefore finds a cue before the opening mark: X said, “…”; X said: “…”; X said that “…”; X called it “…”.
func (r *reader) cueBefore(sentence int, p passage) (speech, bool) {
	t := r.tree(sentence)
	to := t.tokenAt(p.start)
	if to == 0 || to > len(t.Tokens) {
		return speech{}, false
	}
	last := t.form(to - 1)
	stop := last == "," || last == ":" || last == "-" || last == "–" || last == "—"
	verbs := 0
	for i := to - 1; i >= 0 && i > to-1-reach; i-- {
		if r.passageAt(t.Tokens[i].Start) >= 0 {
			break
		}
		if c, ok := r.phraseCue(sentence, i); ok && stop && c.speaker >= 0 && c.speaker < to {
			return c, true
		}
		c, ok := r.verbCue(sentence, i)
		if !ok {
			if t.Tokens[i].UPOS == "VERB" {
				if verbs++; verbs > 1 && last != ":" {
					break
				}
			}
			continue
		}
		switch {
		case last == ":", i == to-1 && (stop || c.cue.clause || r.clause(p) || r.words(p) >= 2*minPartial), i == to-2 && stop:
			return c, true
		case stop && verbs == 0 && !t.parted(i, to-1):
			return c, true
		}
		if last != ":" {
			break
		}
	}
	return speech{}, false
}

// parted reports whether a comma or clause stands between a cue and what it introduces.
func (t *tree) parted(i, to int) bool {
	for j := i + 1; j < to; j++ {
		if t.form(j) == "," || t.form(j) == "that" {
			return true
		}
	}
	return false
}
