package evaluate

import (
	"fmt"
	"strings"
	"testing"

	"dyad/internal/language"
)

// goldTrees makes a treebank of one sentence of ours in as many documents as there are genres.
func goldTrees(t *testing.T, name string, genres ...string) *language.Treebank {
	t.Helper()
	var b strings.Builder
	for i, g := range genres {
		fmt.Fprintf(&b, "# newdoc id = %d\n", i)
		if g != "" {
			fmt.Fprintf(&b, "# meta::genre = %s\n", g)
		}
		b.WriteString("1\tNorland\tNorland\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_\n" +
			"2\trejected\treject\tVERB\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n" +
			"3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\t_\n4\tplan\tplan\tNOUN\tNN\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No\n5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n")
	}
	tb, err := language.ReadConllu(name, strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return tb
}

func TestWriteParse(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	one, two, bare := goldTrees(t, "one", "news", "court"), goldTrees(t, "two", "news", "interview"), goldTrees(t, "bare", "")
	for _, c := range []struct {
		name  string
		banks []*language.Treebank
		opt   ParseOptions
		want  []string // of the page, or of the error
		not   string
	}{
		{"each", []*language.Treebank{one, two}, ParseOptions{}, []string{"one: 2 documents, 2 sentences, 10 words\n", "two: 2 documents, 2 sentences, 10 words\n", "LAS             100.00    100.00\n", "feats "}, "relation"},
		{"pooled", []*language.Treebank{one, two, bare}, ParseOptions{Pool: true}, []string{"one + two + bare: 5 documents, 5 sentences, 25 words\n"}, "one:"},
		{"genres", []*language.Treebank{one, two}, ParseOptions{Genres: []string{"news", "interview"}, Pool: true}, []string{"one + two: 3 documents (news, interview), 3 sentences, 15 words\n"}, "court"},
		{"in one of two", []*language.Treebank{one, two}, ParseOptions{Genres: []string{"court"}}, []string{"one: 1 documents (court), 1 sentences, 5 words\n", "two: 0 documents (court), 0 sentences, 0 words\n"}, "NaN"},
		{"relations", []*language.Treebank{one}, ParseOptions{Relations: true}, []string{"relation ", "obj                2       2  100.00  100.00  100.00    100.00\n"}, "NaN"},
		{"unknown genre", []*language.Treebank{one, two}, ParseOptions{Genres: []string{"news", "novel"}}, []string{`no document of the genre "novel"; there are court, interview, news`}, ""},
		{"no genres", []*language.Treebank{bare}, ParseOptions{Genres: []string{"news"}}, []string{`no document says what its genre is; a comment "# meta::genre = news"`}, ""},
	} {
		var b strings.Builder
		if err := WriteParse(&b, model, c.banks, c.opt); err != nil {
			b.Reset()
			b.WriteString(err.Error())
		}
		for _, want := range c.want {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s: %q is missing in\n%s", c.name, want, b.String())
			}
		}
		if c.not != "" && strings.Contains(b.String(), c.not) {
			t.Errorf("%s: %q stands in\n%s", c.name, c.not, b.String())
		}
	}
}
