package actor

import (
	"strings"

	"dyad/event"
)

// speaker resolves "I" and "we" in a direct quote to the subject outside the quotation marks of the same sentence: "We
// will leave," A. B. said. "We" is the speaker's party, not the person.
func (s *settler) speaker(f *draft, party bool) {
	if !s.quoted(f) {
		return
	}
	for _, g := range s.sameSentence(f) {
		if g == f || g.modifier || s.quoted(g) || !strings.HasPrefix(s.token(g).Rel, "nsubj") || g.kind != Person && g.kind != Organisation && g.kind != Pronoun {
			continue
		}
		s.settle(g)
		if len(g.entities) != 1 {
			continue
		}
		e := g.entities[0]
		if party && g.kind != Organisation {
			e = event.Entity{Code: e.Code, Sector: e.Sector}
		}
		f.entities, f.antecedent = []event.Entity{e}, g
		return
	}
}

// quoted says whether a mention stands inside quotation marks of its sentence.
func (s *settler) quoted(f *draft) bool {
	sent := &s.c.sents[f.sentence]
	if f.start < sent.Start || f.start > len(s.c.text) {
		return false
	}
	before := s.c.text[sent.Start:f.start]
	open, shut := strings.Count(before, "“"), strings.Count(before, "”")
	if open > 0 || shut > 0 {
		return open > shut
	}
	if rest := s.c.text[f.start:min(sent.End, len(s.c.text))]; strings.Contains(rest, "”") && !strings.Contains(rest, "“") {
		return true // the quote began in a sentence before
	}
	return strings.Count(before, "\"")%2 == 1
}
