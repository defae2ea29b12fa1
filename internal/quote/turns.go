package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/event"
)

// Interviews are printed as turns: paragraphs that begin with the name of who speaks, or Q and A, and a colon. A turn is
// direct speech without marks.

// minTurns is how many turns make an interview of a text: fewer are captions, labels and lists.
const minTurns = 3

// maxLabel bounds the bytes of a turn's label.
const maxLabel = 40

// turn is a labelled paragraph of an interview.
type turn struct {
	label      event.Span
	start, end int // what is said
}

// turns finds the turns of an interview. There are none unless some label comes twice and another beside it.
func turns(text string) []turn {
	var list []turn
	count := map[string]int{}
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if u, ok := turnIn(text, start, end); ok {
			list = append(list, u)
			count[text[u.label.Start:u.label.End]]++
		}
		start = end + 1
	}
	twice := false
	for _, n := range count {
		twice = twice || n > 1
	}
	if len(list) < minTurns || len(count) < 2 || !twice {
		return nil
	}
	kept := list[:0]
	for _, u := range list {
		if l := text[u.label.Start:u.label.End]; count[l] > 1 || strings.ToUpper(l) == l {
			kept = append(kept, u)
		}
	}
	return kept
}

// turnIn reads a paragraph as a turn: up to three words in capitals or a name, a colon, and words after it.
func turnIn(text string, start, end int) (turn, bool) {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if _, _, mark := markAt(text, start); !mark && !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	colon := strings.IndexByte(text[start:min(end, start+maxLabel)], ':')
	if colon < 1 {
		return turn{}, false
	}
	label := text[start : start+colon]
	words := strings.Fields(label)
	if len(words) > 3 {
		return turn{}, false
	}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) || strings.ContainsAny(w, "()[]/,;") {
			return turn{}, false
		}
	}
	from := start + colon + 1
	said := strings.TrimSpace(text[from:end])
	if said == "" {
		return turn{}, false
	}
	from += strings.Index(text[from:end], said)
	return turn{event.Span{Start: start, End: start + len(strings.TrimRight(label, " "))}, from, from + len(said)}, true
}

// turnQuotes makes the quotes of an interview's turns.
func (r *reader) turnQuotes() []Quote {
	var list []Quote
	for _, u := range r.turns {
		s := r.sentenceAt(u.label.Start)
		if s < 0 {
			continue
		}
		q := Quote{Quote: event.Quote{Kind: direct, Start: u.start, End: u.end}, Sentence: s, Mention: -1}
		t := r.tree(s)
		if i := t.tokenAt(u.label.End - 1); i < len(t.Tokens) && t.Tokens[i].Start < u.label.End {
			q.Speaker, q.Mention = r.speaker(speech{sentence: s, token: -1, first: i + 1, last: i, speaker: i})
			q.Speaker.Start, q.Speaker.End, q.Speaker.Text = u.label.Start, u.label.End, r.text[u.label.Start:u.label.End]
		}
		list = append(list, q)
	}
	return list
}

// inTurn reports whether byte i stands in a turn or its label. Bytes must be asked for in order of the text.
func (r *reader) inTurn(i int) bool {
	for r.turn < len(r.turns) && r.turns[r.turn].end <= i {
		r.turn++
	}
	return r.turn < len(r.turns) && r.turns[r.turn].label.Start-maxMark <= i
}

// maxMark is how many bytes a mark before a label has.
const maxMark = 3
