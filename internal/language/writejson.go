package language

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"
)

// A jsonDocument is what WriteJSON writes. The names are those of CoNLL-U; every field of a word is always there, so that
// the words of any texts make one table.
type jsonDocument struct {
	ID        string         `json:"id"`
	Text      string         `json:"text"`
	Sentences []jsonSentence `json:"sentences"`
}

type jsonSentence struct {
	ID        string          `json:"id"`
	Start     int             `json:"start"`
	End       int             `json:"end"`
	Paragraph int             `json:"paragraph"`
	Words     []jsonWord      `json:"words"`
	Multiword []jsonMultiword `json:"multiword,omitempty"`
}

type jsonWord struct {
	ID         int    `json:"id"`
	Form       string `json:"form"`
	Lemma      string `json:"lemma"`
	UPOS       string `json:"upos"`
	XPOS       string `json:"xpos"`
	Feats      string `json:"feats"`
	Head       int    `json:"head"`
	Deprel     string `json:"deprel"`
	Start      int    `json:"start"`
	End        int    `json:"end"`
	SpaceAfter bool   `json:"space_after"`
}

// A jsonMultiword is a written word that holds the words first to last: "don't", "envoy's".
type jsonMultiword struct {
	First int    `json:"first"`
	Last  int    `json:"last"`
	Form  string `json:"form"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// WriteJSON writes the sentences of one document as one line of JSON; text is what their offsets point into. Offsets
// become code points, words count from 1 within their sentence, and the head of the root is 0, as in CoNLL-U.
func WriteJSON(w io.Writer, id, text string, sents []Sentence) error {
	doc := jsonDocument{ID: id, Text: text, Sentences: make([]jsonSentence, 0, len(sents))}
	at := points{text: text}
	for i := range sents {
		s := &sents[i]
		if len(s.Tokens) == 0 {
			continue
		}
		next := len(text)
		if i+1 < len(sents) {
			next = sents[i+1].Start
		}
		doc.Sentences = append(doc.Sentences, s.json(sentenceID(id, i), text, next, &at))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("writing %s as JSON: %w", id, err)
	}
	return nil
}

func (s *Sentence) json(id, text string, next int, at *points) jsonSentence {
	out := jsonSentence{ID: id, Start: at.point(s.Start), Paragraph: s.Paragraph, Words: make([]jsonWord, len(s.Tokens))}
	for i, t := range s.Tokens {
		out.Words[i] = jsonWord{
			ID: i + 1, Form: t.Form, Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Feats: t.Feats, Head: t.Head + 1, Deprel: t.Rel,
			Start: at.point(t.Start), End: at.point(t.End), SpaceAfter: s.spaceAfter(i, text, next),
		}
	}
	for first := 0; first < len(s.Tokens); {
		last := first
		for last+1 < len(s.Tokens) && s.Tokens[last+1].Joined {
			last++
		}
		if last > first {
			out.Multiword = append(out.Multiword, jsonMultiword{
				First: first + 1, Last: last + 1, Form: text[s.Tokens[first].Start:s.Tokens[last].End],
				Start: out.Words[first].Start, End: out.Words[last].End,
			})
		}
		first = last + 1
	}
	out.End = at.point(s.End)
	return out
}

// points turns byte offsets of a text into code points. It walks with the offsets, which come in the order of the text.
type points struct {
	text         string
	bytes, runes int
}

func (p *points) point(offset int) int {
	if offset < p.bytes {
		p.bytes, p.runes = 0, 0
	}
	p.runes += utf8.RuneCountInString(p.text[p.bytes:offset])
	p.bytes = offset
	return p.runes
}
