package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/event"
	"dyad/internal/language"
)

// Find reads the places that a text names, the longest names first.
func (g *Gazetteer) Find(text string, sents []language.Sentence) []Place {
	var places []Place
	for i := range sents {
		s := &sents[i]
		ps := pieces(s)
		for k := 0; k < len(ps); {
			e, end := g.match(ps, k)
			if e < 0 || !g.isPlace(s, ps, k, end, e) {
				k++
				continue
			}
			places = append(places, g.place(text, s, i, ps, k, end, e))
			k = end
		}
	}
	return places
}

// A piece is a token, or a part of one between hyphens ("Paris-based" begins with a place).
type piece struct {
	text       string
	token      int
	start, end int
}

func pieces(s *language.Sentence) []piece {
	ps := make([]piece, 0, len(s.Tokens)+4)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		at := 0
		for at < len(t.Form) {
			n := strings.IndexAny(t.Form[at:], "-–/")
			if n < 0 {
				n = len(t.Form) - at
			} else if n == 0 {
				_, n = utf8.DecodeRuneInString(t.Form[at:])
			}
			ps = append(ps, piece{t.Form[at : at+n], i, t.Start + at, t.Start + at + n})
			at += n
		}
	}
	return ps
}

// match gives the place whose name begins at a piece and is the longest, and the piece after it; -1 if there is none. A
// hyphen between two words is skipped.
func (g *Gazetteer) match(ps []piece, at int) (e, end int) {
	for _, n := range g.byWord[ps[at].text] {
		j := at
		for k, w := range n.words {
			if k > 0 && j < len(ps) && (ps[j].text == "-" || ps[j].text == "–") {
				j++
			}
			if j >= len(ps) || ps[j].text != w && !(w == "'s" && ps[j].text == "’s") {
				j = -1
				break
			}
			j++
		}
		if j > 0 {
			return n.entry, j
		}
	}
	return -1, 0
}

// isPlace rejects a match that is part of a longer name: a person ("Sydney Carton"), a firm, a newspaper ("Aleppo
// Post").
func (g *Gazetteer) isPlace(s *language.Sentence, ps []piece, at, end, e int) bool {
	first, last := ps[at].token, ps[end-1].token
	t := &s.Tokens[last]
	if t.UPOS == "ADJ" || t.UPOS == "VERB" || t.UPOS == "ADV" {
		return false
	}
	// A capitalised name right after it that is its head or flat to it makes a longer name of it.
	if end < len(ps) && ps[end].token == last+1 && namePart(s, last+1) && !g.begins(ps, end) {
		n := &s.Tokens[last+1]
		if n.Rel == "flat" && n.Head >= first && n.Head <= last || t.Head == last+1 && (t.Rel == "compound" || t.Rel == "flat") && g.entries[e].precision == "city" {
			return false
		}
	}
	if at > 0 && ps[at-1].token == first-1 && namePart(s, first-1) {
		p := &s.Tokens[first-1]
		if s.Tokens[first].Rel == "flat" || p.Rel == "compound" && p.Head == last && !g.ends(ps, at) {
			return false
		}
	}
	return true
}

func namePart(s *language.Sentence, i int) bool {
	t := &s.Tokens[i]
	r, _ := utf8.DecodeRuneInString(t.Form)
	return t.UPOS == "PROPN" && unicode.IsUpper(r)
}

func (g *Gazetteer) begins(ps []piece, at int) bool { e, _ := g.match(ps, at); return e >= 0 }

// ends says whether a place ends before a piece.
func (g *Gazetteer) ends(ps []piece, at int) bool {
	for k := max(0, at-3); k < at; k++ {
		if e, end := g.match(ps, k); e >= 0 && end == at {
			return true
		}
	}
	return false
}

func (g *Gazetteer) place(text string, s *language.Sentence, sentence int, ps []piece, at, end, e int) Place {
	en := &g.entries[e]
	a, b := &ps[at], &ps[end-1]
	p := Place{
		Location: event.Location{
			Text: text[a.start:b.end], Start: a.start, End: b.end,
			Name: en.name, Code: en.state, Lat: en.lat, Lon: en.lon, Precision: en.precision, Role: "place",
		},
		Sentence: sentence, First: a.token, End: b.token + 1, Head: b.token,
	}
	for i := p.First; i < p.End; i++ {
		if h := s.Tokens[i].Head; h < p.First || h >= p.End {
			p.Head = i
			break
		}
	}
	return p
}
