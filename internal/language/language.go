// Package language turns text into sentences of words with part of speech, lemma and syntactic head, after Universal
// Dependencies 2.16 (English EWT and GUM).
//
// In goes the cleaned text of a report, out come sentences whose words carry byte offsets into that text. No character
// is lost: between two words stand white space and invisible marks alone. Paragraphs are separated by a blank line; no
// sentence crosses one.
package language

// Token is a syntactic word. Surface words that hold two ("don't", "envoy's") are two tokens that touch.
type Token struct {
	Start, End int    // byte offsets into the text
	Form       string // the characters between them
	Joined     bool   // continues the written word of the token before: "n't", "'s"
	Lemma      string
	UPOS       string // universal part of speech: NOUN, VERB, PROPN …
	XPOS       string // Penn Treebank tag: VBD, NNS …
	Feats      string // UD features that the coder needs, as in CoNLL-U: "Mood=Ind|Tense=Past|VerbForm=Fin"; may be empty
	Head       int    // index of the head in Sentence.Tokens, -1 for the root
	Rel        string // UD relation to the head, with subtype: nsubj, nsubj:pass, obl, conj, root …
}

// Sentence is a sentence of a text.
type Sentence struct {
	Start, End int // byte offsets into the text
	Paragraph  int // 0-based
	Tokens     []Token
}

// Root returns the index of the root, -1 in a sentence without tokens.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			return i
		}
	}
	return -1
}

// Children returns the dependents of token i, in order.
func (s *Sentence) Children(i int) []int {
	var kids []int
	for j := range s.Tokens {
		if s.Tokens[j].Head == i {
			kids = append(kids, j)
		}
	}
	return kids
}
