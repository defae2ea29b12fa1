package language

import (
	"slices"
	"strings"
)

// A Document is one of the documents of a treebank: what "# newdoc" begins. Sentences before the first make one too.
type Document struct {
	ID         string
	Genre      string // as "# meta::genre = news" or "# genre = news" says among its first comments; may be empty
	First, End int    // its sentences
}

// Documents returns the documents of the treebank, in order.
func (tb *Treebank) Documents() []Document {
	var docs []Document
	for i, comments := range tb.Comments {
		if i == 0 || begins(comments) {
			id, _ := value(comments, "newdoc id")
			genre, ok := value(comments, "meta::genre")
			if !ok {
				genre, _ = value(comments, "genre")
			}
			docs = append(docs, Document{ID: id, Genre: genre, First: i})
		}
		docs[len(docs)-1].End = i + 1
	}
	return docs
}

// begins tells whether a sentence with these comments begins a document.
func begins(comments []string) bool {
	return slices.ContainsFunc(comments, func(c string) bool {
		key, _, _ := strings.Cut(c, " ")
		return key == "newdoc"
	})
}

// Pick returns a treebank of some of the documents, in order, with a text of their own.
func (tb *Treebank) Pick(docs []Document) *Treebank {
	picked := &Treebank{Name: tb.Name}
	var text strings.Builder
	paragraph := 0
	for _, d := range docs {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		sents := tb.Sentences[d.First:d.End]
		shift, first := text.Len()-sents[0].Start, sents[0].Paragraph
		text.WriteString(tb.Text[sents[0].Start:sents[len(sents)-1].End])
		for _, s := range sents {
			picked.Sentences = append(picked.Sentences, s.moved(shift, paragraph-first))
		}
		paragraph = picked.Sentences[len(picked.Sentences)-1].Paragraph + 1
		picked.Comments = append(picked.Comments, tb.Comments[d.First:d.End]...)
		picked.Lines = append(picked.Lines, tb.Lines[d.First:d.End]...)
	}
	picked.Text = text.String()
	return picked
}

// moved is the sentence at another place of another text.
func (s Sentence) moved(shift, paragraphs int) Sentence {
	s.Start, s.End, s.Paragraph = s.Start+shift, s.End+shift, s.Paragraph+paragraphs
	s.Tokens = slices.Clone(s.Tokens)
	for i := range s.Tokens {
		s.Tokens[i].Start += shift
		s.Tokens[i].End += shift
	}
	return s
}
