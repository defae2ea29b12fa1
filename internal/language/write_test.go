package language

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func readSmall(t *testing.T) *Treebank {
	t.Helper()
	tb, err := ReadConllu("ours.conllu", strings.NewReader(smallTree))
	if err != nil {
		t.Fatal(err)
	}
	return tb
}

// The whole file, byte for byte: a document, two paragraphs, a multiword token, what touches what.
func TestWriteConlluWhole(t *testing.T) {
	tb := readSmall(t)
	var b bytes.Buffer
	if err := WriteConllu(&b, "ours", tb.Text, tb.Sentences); err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("ours-1-", "ours-", "ours-1\n", "ours\n", "agree\t_\tVERB", "agree\tagree\tVERB",
		"2.1\t_\t_\t_\t_\t_\t_\t_\t_\t_\n", "", "7\tpunct\t_\tSpaceAfter=No", "7\tpunct\t_\t_").Replace(smallTree)
	if b.String() != want {
		t.Errorf("written:\n%s\nexpected:\n%s", b.String(), want)
	}
}

// Without a name of the document there is no "# newdoc", and sentences are numbers.
func TestWriteConlluNameless(t *testing.T) {
	tb := readSmall(t)
	var b bytes.Buffer
	if err := WriteConllu(&b, "", tb.Text, append([]Sentence{{}}, tb.Sentences...)); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); !strings.HasPrefix(got, "# newpar\n# sent_id = 2\n") {
		t.Errorf("written:\n%s", got)
	}
}

func TestWriteJSON(t *testing.T) {
	const text = "Émile doesn’t <agree>.\n\nNo"
	word := func(form string, joined bool, head int, rel string) Token {
		start := strings.Index(text, form)
		return Token{Start: start, End: start + len(form), Form: form, Joined: joined, Head: head, Rel: rel}
	}
	sents := []Sentence{
		{
			Start: 0, End: strings.Index(text, "\n"),
			Tokens: []Token{
				word("Émile", false, 4, "nsubj"), word("does", false, 4, "aux"), word("n’t", true, 4, "advmod"), word("<", false, 4, "punct"),
				word("agree", false, -1, "root"), word(">", false, 4, "punct"), word(".", false, 4, "punct"),
			},
		},
		{},
		{Start: len(text) - 2, End: len(text), Paragraph: 1, Tokens: []Token{word("No", false, -1, "root")}},
	}
	sents[0].Tokens[4].Lemma, sents[0].Tokens[4].UPOS, sents[0].Tokens[4].XPOS, sents[0].Tokens[4].Feats = "agree", "VERB", "VB", "VerbForm=Inf"
	var b bytes.Buffer
	if err := WriteJSON(&b, "d", text, sents); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`{"id":"d","text":"Émile doesn’t <agree>.\n\nNo","sentences":[{"id":"d-1","start":0,"end":22,"paragraph":0,"words":[{"id":1,"form":"Émile","lemma":"","upos":"","xpos":"","feats":"","head":5,"deprel":"nsubj","start":0,"end":5,"space_after":true},`,
		`{"id":2,"form":"does","lemma":"","upos":"","xpos":"","feats":"","head":5,"deprel":"aux","start":6,"end":10,"space_after":false}`,
		`{"id":5,"form":"agree","lemma":"agree","upos":"VERB","xpos":"VB","feats":"VerbForm=Inf","head":0,"deprel":"root","start":15,"end":20,"space_after":false}`,
		`"multiword":[{"first":2,"last":3,"form":"doesn’t","start":6,"end":13}]`,
		`{"id":"d-3","start":24,"end":26,"paragraph":1,"words":[{"id":1,"form":"No"`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s is missing in\n%s", want, b.String())
		}
	}
	if strings.Count(b.String(), "\n") != 1 {
		t.Errorf("%d lines, expected one", strings.Count(b.String(), "\n"))
	}
}

// The forms stand at their offsets, whatever the text; white space alone makes no sentence and an empty list.
func TestWriteJSONOffsets(t *testing.T) {
	for name, text := range map[string]string{"news": newsText, "accents": "Ça n’a «rien» 😀 à voir. L’été, don’t.", "nothing": "\n \n"} {
		var b bytes.Buffer
		if err := WriteJSON(&b, name, text, Tokenize(text)); err != nil {
			t.Fatal(err)
		}
		var doc jsonDocument
		if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		runes := []rune(doc.Text)
		for _, s := range doc.Sentences {
			for _, w := range s.Words {
				if got := string(runes[w.Start:w.End]); got != w.Form {
					t.Errorf("%s: %q stands at %d to %d, where %q is", s.ID, w.Form, w.Start, w.End, got)
				}
				if space := w.End >= len(runes) || strings.TrimSpace(string(runes[w.End])) == ""; space != w.SpaceAfter {
					t.Errorf("%s: space after %q: %v", s.ID, w.Form, w.SpaceAfter)
				}
			}
		}
		if doc.Sentences == nil {
			t.Errorf("%s: the sentences are null", name)
		}
	}
}

// Whatever the text, its CoNLL-U is read again as the same words at the same distances.
func TestWriteConlluReadAgain(t *testing.T) {
	m := defaultModel(t)
	for name, text := range badTexts {
		text = strings.ToValidUTF8(text[:min(len(text), 3000)], "?") // as the cleaning of a report makes it
		sents := m.Parse(text)
		var b bytes.Buffer
		if err := WriteConllu(&b, name, text, sents); err != nil {
			t.Fatal(err)
		}
		again, err := ReadConllu(name, &b)
		if err != nil {
			t.Errorf("what was written cannot be read: %v", err)
			continue
		}
		s, err := Score(sents, again.Sentences)
		if err != nil || s.LAS.Correct != s.LAS.Gold || s.Tokens.Correct != s.Tokens.System || s.Sentences.Correct != len(again.Sentences) {
			t.Errorf("%s: written and read again: tokens %+v, words %+v, %v", name, s.Tokens, s.LAS, err)
		}
	}
}
