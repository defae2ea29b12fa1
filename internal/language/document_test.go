package language

import (
	"slices"
	"strings"
	"testing"
)

const genres = "# newdoc id = d1\n# meta::genre = news\n# newpar\n"

// Documents are told apart with their genres, and picked with their texts.
func TestDocuments(t *testing.T) {
	sentence := func(form string) string { return row("1", form, "0") + row("2", "b", "1") + "\n" }
	file := sentence("before") + genres + sentence("one") + "# newpar\n" + sentence("two") +
		"# newdoc id = d2\n# meta::genre = court\n" + sentence("three") + "# newdoc id = d3\n# genre = news\n" + sentence("four") + sentence("five")
	tb, err := ReadConllu("d", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	docs := tb.Documents()
	want := []Document{{"", "", 0, 1}, {"d1", "news", 1, 3}, {"d2", "court", 3, 4}, {"d3", "news", 4, 6}}
	if !slices.Equal(docs, want) {
		t.Fatalf("documents %v, expected %v", docs, want)
	}
	news := tb.Pick([]Document{docs[1], docs[3]})
	if want := "one b\n\ntwo b\n\nfour b five b"; news.Text != want {
		t.Errorf("the text is %q, expected %q", news.Text, want)
	}
	var paragraphs []int
	for i := range news.Sentences {
		checkSentence(t, news.Text, &news.Sentences[i])
		paragraphs = append(paragraphs, news.Sentences[i].Paragraph)
	}
	if !slices.Equal(paragraphs, []int{0, 1, 2, 2}) || len(news.Lines) != 4 || len(news.Comments) != 4 {
		t.Errorf("paragraphs %v, %d lines, %d lists of comments", paragraphs, len(news.Lines), len(news.Comments))
	}
	if s := tb.Sentences[1]; tb.Text[s.Start:s.End] != "one b" {
		t.Error("the treebank picked from was changed")
	}
	if none := tb.Pick(nil); none.Text != "" || len(none.Sentences) != 0 {
		t.Errorf("nothing picked: %+v", none)
	}
	if docs := (&Treebank{}).Documents(); len(docs) != 0 {
		t.Errorf("documents of nothing: %v", docs)
	}
}
