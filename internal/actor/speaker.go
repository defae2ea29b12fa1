package actor

import (
	"strings"

	"dyad/event"
)

// speaker resolves "I" and "we" in a direct quote to the subject outside the quotation marks: of the same sentence ("We will
// leave," A. B. said), of the next ones while the quotation goes on, or of the one before in the paragraph. "We" is the
// speaker's party, not the person.
func (s *settler) speaker(f *draft, party bool) {
	if !s.quoted(f) && s.quotation(f) == 0 {
		return
	}
	for _, sent := range [...]int{f.sentence, f.sentence + 1, f.sentence + 2, f.sentence - 1, f.sentence - 2} {
		if g := s.sayer(f, sent); g != nil {
			e := g.entities[0]
			if party && g.kind != Organisation {
				e = event.Entity{Code: e.Code, Sector: e.Sector}
			}
			f.entities, f.antecedent = []event.Entity{e}, g
			return
		}
	}
}

// sayer finds the subject outside quotation marks in a sentence that may say what a pronoun is quoted from.
func (s *settler) sayer(f *draft, sent int) *draft {
	if sent < 0 || sent >= len(s.c.sents) || s.c.sents[sent].Paragraph != s.c.sents[f.sentence].Paragraph {
		return nil
	}
	const marks = "“”\""
	from, to := s.c.sents[sent].Start, s.c.sents[sent].End
	if sent > f.sentence && (f.stop > from || strings.ContainsAny(s.c.text[f.stop:from], marks)) || sent < f.sentence && !strings.ContainsAny(s.c.text[from:to], marks) {
		return nil // the quotation has ended, or there was none
	}
	for _, g := range s.inSentence(f, sent) {
		if g == f || g.modifier || s.quoted(g) || s.quotation(g) > 0 || !strings.HasPrefix(s.token(g).Rel, "nsubj") ||
			g.kind != Person && g.kind != Organisation && g.kind != Pronoun {
			continue
		}
		if s.settle(g); len(g.entities) == 1 {
			return g
		}
	}
	return nil
}

// quotation gives the number of the quotation that a mention stands in, 0 for none.
func (s *settler) quotation(f *draft) int {
	if f.expression == 0 {
		return 0
	}
	return s.c.references[f.expression-1].quote
}

// inSentence gives the drafts of a sentence near that of a draft.
func (s *settler) inSentence(f *draft, sent int) []*draft {
	i := f.index
	for i > 0 && s.c.drafts[i-1].sentence >= sent {
		i--
	}
	for i < len(s.c.drafts) && s.c.drafts[i].sentence < sent {
		i++
	}
	j := i
	for j < len(s.c.drafts) && s.c.drafts[j].sentence == sent {
		j++
	}
	return s.c.drafts[i:j]
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
