package place

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dyad/event"
	"dyad/internal/language"
)

// Find reads the places that a text names, the longest names first. Of several places of one name it gives the one that the
// text means.
func (g *Gazetteer) Find(text string, sents []language.Sentence) []Place {
	var finds []find
	for i := range sents {
		s := &sents[i]
		ps := pieces(s)
		for k := 0; k < len(ps); {
			n, end := g.match(ps, k)
			if n != nil && strings.EqualFold(ps[k].text, "the") && k+1 < len(ps) {
				if _, without := g.match(ps, k+1); without >= end {
					k++ // "the Golan Heights", not "the Golan"
					continue
				}
			}
			if n == nil || !g.isPlace(s, ps, k, end, n) {
				k++
				continue
			}
			finds = append(finds, find{sentence: i, pieces: ps, at: k, end: end, name: n, entry: n.entries[0], within: -1})
			k = end
		}
	}
	g.choose(sents, finds)
	places := make([]Place, 0, len(finds)) // not nil: that they were looked for is known by it
	for i := range finds {
		places = append(places, g.place(text, &sents[finds[i].sentence], &finds[i]))
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

// match gives the name of places that begins at a piece and is the longest, and the piece after it; nil if there is none. A
// hyphen between two words is skipped.
func (g *Gazetteer) match(ps []piece, at int) (n *name, end int) {
	ns := g.byWord[ps[at].text]
	for i := range ns {
		n, j := &ns[i], at
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
			return n, j
		}
	}
	return nil, 0
}

// isPlace rejects a match that is part of a longer name: a person ("Sydney Carton"), a firm, a newspaper ("Aleppo
// Post").
func (g *Gazetteer) isPlace(s *language.Sentence, ps []piece, at, end int, n *name) bool {
	first, last := ps[at].token, ps[end-1].token
	t := &s.Tokens[last]
	if g.entries[n.entries[0]].minor && !g.put(s, first) {
		return false
	}
	if t.UPOS == "ADJ" || t.UPOS == "VERB" || t.UPOS == "ADV" {
		return false
	}
	// A capitalised name right after it that is its head or flat to it makes a longer name of it.
	if end < len(ps) && ps[end].token == last+1 && namePart(s, last+1) && !g.begins(ps, end) {
		next := &s.Tokens[last+1]
		if next.Rel == "flat" && next.Head >= first && next.Head <= last || t.Head == last+1 && (t.Rel == "compound" || t.Rel == "flat") && g.entries[n.entries[0]].precision == "city" {
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

// put says whether the words before a name put something there: "in Jinja", "the town of Jinja", "fled from Jinja".
func (g *Gazetteer) put(s *language.Sentence, first int) bool {
	if first == 0 || s.Tokens[first].UPOS != "PROPN" {
		return false
	}
	prep := strings.ToLower(s.Tokens[first-1].Form)
	switch g.preps[prep] {
	case "place":
		return true
	case "origin", "goal":
		h := s.Tokens[first].Head
		kind := ""
		if h >= 0 {
			kind = g.kind(&s.Tokens[h])
		}
		return prep != "for" && (kind == "motion" || kind == "departure")
	}
	return prep == "at" || prep == "of" && first > 1 && slices.Contains(g.fits[s.Tokens[first-2].Lemma], "city")
}

func namePart(s *language.Sentence, i int) bool {
	t := &s.Tokens[i]
	r, _ := utf8.DecodeRuneInString(t.Form)
	return t.UPOS == "PROPN" && unicode.IsUpper(r)
}

func (g *Gazetteer) begins(ps []piece, at int) bool { n, _ := g.match(ps, at); return n != nil }

// ends says whether a place ends before a piece.
func (g *Gazetteer) ends(ps []piece, at int) bool {
	for k := max(0, at-3); k < at; k++ {
		if n, end := g.match(ps, k); n != nil && end == at {
			return true
		}
	}
	return false
}

func (g *Gazetteer) place(text string, s *language.Sentence, f *find) Place {
	en := &g.entries[f.entry]
	a, b := &f.pieces[f.at], &f.pieces[f.end-1]
	p := Place{
		Location: event.Location{
			Text: text[a.start:b.end], Start: a.start, End: b.end,
			Name: en.name, Code: en.state, Lat: en.lat, Lon: en.lon, Precision: en.precision, Role: "place",
		},
		Sentence: f.sentence, First: a.token, End: b.token + 1, Head: b.token, Explains: f.explains,
	}
	if f.within >= 0 {
		in := &g.entries[f.within]
		p.Name, p.Code, p.Lat, p.Lon, p.Precision = p.Text, in.state, in.lat, in.lon, in.precision
	}
	for i := p.First; i < p.End; i++ {
		if h := s.Tokens[i].Head; (h < p.First || h >= p.End) && s.Tokens[i].UPOS != "DET" {
			p.Head = i
			break
		}
	}
	return p
}
