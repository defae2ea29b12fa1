package clean

import (
	"io"
	"strings"

	"codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
)

// maxReadable bounds the pages that are given to the picker, which needs more than linear time on large ones. No
// report is so long; what is longer is read as a whole.
const maxReadable = 4 << 20

// articlePicker finds the element of a page that holds the article.
type articlePicker interface {
	pick(page io.Reader) (*html.Node, error)
}

// readabilityPicker is Mozilla's Readability.
type readabilityPicker struct{}

func (readabilityPicker) pick(page io.Reader) (*html.Node, error) {
	parser := readability.NewParser()
	parser.MaxElemsToParse = 50_000
	// Parsed here, because the picker's own reading of a page guesses at its encoding, which is known by now.
	doc, err := html.Parse(page)
	if err != nil {
		return nil, err
	}
	article, err := parser.ParseAndMutate(doc, nil)
	return article.Node, err
}

// pickArticle returns the element that holds the article, nil where none is found.
func pickArticle(page string) (article *html.Node) {
	if len(page) > maxReadable {
		return nil
	}
	// The picker is foreign code that reads foreign pages: a page that breaks it is read as a whole.
	defer func() {
		if recover() != nil {
			article = nil
		}
	}()
	var picker articlePicker = readabilityPicker{}
	article, err := picker.pick(strings.NewReader(page))
	if err != nil {
		return nil
	}
	return article
}
