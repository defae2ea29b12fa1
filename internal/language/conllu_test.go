package language

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

const smallTree = `# newdoc id = ours-1
# newpar
# sent_id = ours-1-1
# text = Brandt doesn't (yet) agree.
1	Brandt	Brandt	PROPN	NNP	Number=Sing	7	nsubj	_	_
2-3	doesn't	_	_	_	_	_	_	_	_
2	does	do	AUX	VBZ	Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin	7	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	7	advmod	_	_
4	(	(	PUNCT	-LRB-	_	5	punct	_	SpaceAfter=No
5	yet	yet	ADV	RB	_	7	advmod	_	SpaceAfter=No
6	)	)	PUNCT	-RRB-	_	5	punct	_	_
7	agree	agree	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
8	.	.	PUNCT	.	_	7	punct	_	SpaceAfter=No

# newpar
# sent_id = ours-1-2
# text = Talks ended
1	Talks	talk	NOUN	NNS	Number=Plur	2	nsubj	_	_
2	ended	end	VERB	VBD	_	0	root	_	_
2.1	_	_	_	_	_	_	_	_	_

`

func TestReadConllu(t *testing.T) {
	tb, err := ReadConllu("ours.conllu", strings.NewReader(smallTree))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Brandt doesn't (yet) agree.\n\nTalks ended"; tb.Text != want {
		t.Errorf("the text is %q, expected %q", tb.Text, want)
	}
	s := tb.Sentences[0]
	for _, w := range s.Tokens {
		if tb.Text[w.Start:w.End] != w.Form {
			t.Errorf("%q stands at %q", w.Form, tb.Text[w.Start:w.End])
		}
		if w.Joined != (w.Form == "n't") {
			t.Errorf("%q: Joined is %v", w.Form, w.Joined)
		}
	}
	if s.Root() != 6 || tb.Sentences[1].Paragraph != 1 || len(tb.Sentences[1].Tokens) != 2 {
		t.Errorf("root %d, paragraph %d, tokens %d", s.Root(), tb.Sentences[1].Paragraph, len(tb.Sentences[1].Tokens))
	}
}

// What is written and read again is the same.
func TestWriteConllu(t *testing.T) {
	tb, err := ReadConllu("ours.conllu", strings.NewReader(smallTree))
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	if err := WriteConllu(&first, "x", tb.Text, tb.Sentences); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_\n", "# text = Brandt doesn't (yet) agree.\n", "# sent_id = x-2\n", "7\tagree\tagree\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"} {
		if !strings.Contains(first.String(), want) {
			t.Errorf("%q is missing in\n%s", want, first.String())
		}
	}
	again, err := ReadConllu("again", bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteConllu(&second, "x", again.Text, again.Sentences); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Errorf("written twice:\n%s\n%s", first.String(), second.String())
	}
}

// row is a line of a word; the columns that nobody asks about are filled.
func row(id, form, head string) string {
	return id + "\t" + form + "\t_\tX\t_\t_\t" + head + "\tdep\t_\t_\n"
}

// Every fault is named with file, line and what is wrong.
func TestReadConlluErrors(t *testing.T) {
	a, b := row("1", "a", "0"), row("2", "b", "1")
	long := strings.Repeat("x", 1<<20)
	for _, c := range []struct{ name, file, want string }{
		{"columns", "1\ta\t_\n", "bad:1: 3 columns, expected 10 separated by tabs"},
		{"one column more", a + strings.TrimSpace(b) + "\t_\n", "bad:2: 11 columns, expected 10"},
		{"blanks for tabs", strings.ReplaceAll(a, "\t", "  "), "bad:1: the columns are separated by blanks, expected tabs"},
		{"blanks for an empty line", a + "  \n" + a, "bad:2: the line holds blanks alone"},
		{"no CoNLL-U at all", "Norland rejected the plan.\n", "bad:1: 1 columns, expected 10"},
		{"empty form", row("1", "", "0"), "bad:1: column 2 (FORM) is empty"},
		{"empty tag", "1\ta\t_\t\t_\t_\t0\troot\t_\t_\n", "bad:1: column 4 (UPOS) is empty; what is not known is written _"},
		{"invisible form", row("1", "\u200b", "0"), "bad:1: the form (column 2) holds blanks or invisible characters alone"},
		{"form with a blank at its end", row("1", "a ", "0"), "bad:1: the form \"a \" begins or ends with a blank"},
		{"gap", a + row("3", "b", "1"), "bad:2: word id 3, expected 2: the ids have a gap or are out of order"},
		{"first id", row("2", "b", "0"), "bad:1: word id 2, expected 1"},
		{"id again", a + b + row("2", "c", "1"), "bad:3: word id 2, expected 3"},
		{"id no number", row("one", "a", "0"), "bad:1: \"one\" is no word id, expected 1"},
		{"empty line missing", a + b + a, "bad:3: word id 1, expected 3; is the empty line missing"},
		{"comment inside", a + "# text = b\n" + b, "bad:2: a comment inside a sentence; is the empty line missing"},
		{"head", row("1", "a", "x"), "bad:1: head \"x\" of word 1 is not a word id or 0"},
		{"head below 0", row("1", "a", "-1"), "bad:1: head \"-1\""},
		{"head is an empty node", a + row("2", "b", "1.1"), "bad:2: head \"1.1\" of word 2"},
		{"huge head", a + row("2", "b", "99999999999999999999"), "bad:2: head \"99999999999999999999\""},
		{"own head", row("1", "a", "1"), "bad:1: word 1 is its own head"},
		{"outside", a + row("2", "b", "9") + "\n", "bad:2: word 2: head 9 is outside the sentence of 2 words"},
		{"two roots", "# c\n" + a + row("2", "b", "0") + "\n", "bad:3: words 1 and 2 are both roots"},
		{"no root", a + "\n" + row("1", "a", "2") + b + "\n", "bad:3: no word is the root"},
		{"cycle", a + row("2", "b", "3") + row("3", "c", "2") + "\n", "bad:2: word 2 is in a cycle"},
		{"cycle at the end", a + row("2", "b", "3") + row("3", "c", "2"), "bad:2: word 2 is in a cycle"},
		{"range begins late", row("2-3", "ab", "_") + a, "bad:1: multiword token 2-3 does not begin at the next word, which is 1"},
		{"range begins early", a + row("1-2", "ab", "_"), "bad:2: multiword token 1-2 does not begin at the next word, which is 2"},
		{"range backwards", row("1-0", "ab", "_"), "bad:1: multiword token 1-0 ends where it begins"},
		{"range of one", row("1-1", "ab", "_"), "bad:1: multiword token 1-1 ends where it begins"},
		{"range inside another", row("1-3", "abc", "_") + a + row("2-3", "bc", "_"), "bad:3: multiword token 2-3 begins inside multiword token 1-3"},
		{"range no numbers", row("1-b", "ab", "_"), "bad:1: \"1-b\" is no word id and no range"},
		{"range huge", row("1-4000", "ab", "_"), "bad:1: multiword token 1-4000 has more than 100 words"},
		{"range too long", row("1-2", "ab", "_") + a + "\n", "bad:3: the sentence ends inside the multiword token 1-2"},
		{"range alone", row("1-2", "ab", "_") + "\n" + a, "bad:2: the sentence ends inside the multiword token 1-2"},
		{"empty node out of place", a + row("2.1", "_", "_"), "bad:2: empty node 2.1, expected 1.1 after word 1"},
		{"empty node out of order", a + row("1.2", "_", "_"), "bad:2: empty node 1.2, expected 1.1"},
		{"empty node no number", a + row("1.x", "_", "_"), "bad:2: empty node 1.x"},
		{"empty nodes alone", row("0.1", "_", "_") + "\n", "bad:2: a sentence of empty nodes alone"},
		{"text", "# sent_id = 1\n# text = ab\n" + a + b + "\n", "bad:2: \"# text\" is not what the words make: \"ab\" there, \"a b\" here"},
		{"not UTF-8", "# \xff\n", "bad:1: byte 3 (0xff) is not valid UTF-8"},
		{"control character", row("1", "a\x00", "0"), "bad:1: byte 4 is a control character (U+0000)"},
		{"old Mac lines", strings.ReplaceAll(a+b+"\n", "\n", "\r"), "bad:1: byte 22 is a control character (U+000D)"},
		{"a megabyte of nothing", a + long + "\n", "bad:2: 1 columns, expected 10"},
		{"a megabyte for an id", row(long, "a", "0"), "bad:1: \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\" is no word id"},
		{"a megabyte for a head", row("1", "a", long), "bad:1: head \"xxxx"},
		{"five megabytes", a + "\n# " + strings.Repeat(long, 5) + "\n", "bad:3: the line is longer than 4 MB; is the file CoNLL-U?"},
	} {
		_, err := ReadConllu("bad", strings.NewReader(c.file))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: the error is %v, expected %q", c.name, err, c.want)
		} else if len(err.Error()) > 200 {
			t.Errorf("%s: an error of %d bytes", c.name, len(err.Error()))
		}
	}
}

// What is unusual and harmless is read, and noted where it is against the format.
func TestReadConlluLenient(t *testing.T) {
	good := "# text = a b\n" + row("1", "a", "0") + row("2", "b", "1") + "\n"
	long := strings.Repeat("é", 1<<19)
	for _, c := range []struct {
		name, file, text string
		notes            []string
	}{
		{"good", good, "a b", nil},
		{"nothing", "", "", nil},
		{"comments alone", "# a\n# b\n", "", nil},
		{"empty lines", "\n\n" + good + "\n\n" + good + "\n", "a b a b", nil},
		{"CRLF", strings.ReplaceAll(good+good, "\n", "\r\n"), "a b a b", []string{"ok:1: the line ends in CRLF, not LF; read all the same"}},
		{"no empty line at the end", strings.TrimSuffix(good, "\n"), "a b", []string{"ok:3: the last sentence has no empty line behind it; read all the same"}},
		{"no line end at the end", strings.TrimSpace(good), "a b", []string{"ok:3: the last sentence has no empty line behind it; read all the same"}},
		{"byte order mark", "\ufeff" + good, "a b", []string{"ok:1: the file begins with a byte order mark; read all the same"}},
		{"empty nodes", row("0.1", "_", "_") + row("1", "a", "0") + row("1.1", "_", "_") + row("1.2", "_", "_") + row("2", "b", "1") + "\n", "a b", nil},
		{"two blanks in the text", "# text = a  b \n" + row("1", "a", "0") + row("2", "b", "1") + "\n", "a b", nil},
		{"a blank in a form", row("1", "10 000", "0") + "\n", "10 000", nil},
		{"a megabyte for a form", row("1", long, "0") + "\n", long, nil},
	} {
		tb, err := ReadConllu("ok", strings.NewReader(c.file))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if tb.Text != c.text || !slices.Equal(tb.Notes, c.notes) {
			t.Errorf("%s: the text is %.50q, the notes are %q", c.name, tb.Text, tb.Notes)
		}
		if len(tb.Sentences) != len(tb.Lines) || len(tb.Sentences) != len(tb.Comments) {
			t.Errorf("%s: %d sentences, %d lines, %d lists of comments", c.name, len(tb.Sentences), len(tb.Lines), len(tb.Comments))
		}
	}
}

// Files are read as they are, compressed with gzip, and with Zstandard; a missing or broken one is named.
func TestReadConlluFile(t *testing.T) {
	dir := t.TempDir()
	var gz, zst bytes.Buffer
	z := gzip.NewWriter(&gz)
	io.WriteString(z, smallTree)
	z.Close()
	e, err := zstd.NewWriter(&zst)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(e, smallTree)
	e.Close()
	for _, c := range []struct {
		name string
		data []byte
		want string // of the error
	}{
		{"plain.conllu", []byte(smallTree), ""},
		{"packed.conllu.gz", gz.Bytes(), ""},
		{"packed.conllu", zst.Bytes(), ""},
		{"half.conllu.gz", gz.Bytes()[:gz.Len()/2], "half.conllu.gz:"},
		{"half.conllu.zst", zst.Bytes()[:zst.Len()/2], "half.conllu.zst:"},
		{"not.conllu.gz", []byte{0x1f, 0x8b, 0, 0, 0}, "not.conllu.gz: broken gzip file"},
		{"missing.conllu", nil, "missing.conllu: no such file"},
	} {
		path := filepath.Join(dir, c.name)
		if c.data != nil {
			if err := os.WriteFile(path, c.data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		tb, err := ReadConlluFile(path)
		switch {
		case c.want == "" && (err != nil || len(tb.Sentences) != 2):
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: the error is %v, expected %q", c.name, err, c.want)
		}
	}
}

var namesLine = regexp.MustCompile(`^fuzz:[0-9]+: `)

func FuzzReadConllu(f *testing.F) {
	f.Add(smallTree)
	f.Add("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\tX\t_\t_\t0\troot\t_\t_\n2\tb\t_\tX\t_\t_\t1\tdep\t_\t_\n")
	f.Add("1\ta\t_\tX\t_\t_\t2\tdep\t_\t_\n2\tb\t_\tX\t_\t_\t1\tdep\t_\t_\n")
	f.Add("\ufeff# newdoc id = d\r\n# meta::genre = news\r\n# text = a\r\n" + row("1", "a", "0"))
	f.Add("1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" + row("1", "de", "0") + row("2", "le", "1") + row("2.1", "é", "_") + row("3", "10 000", "1") + "\n")
	f.Fuzz(func(t *testing.T, file string) {
		tb, err := ReadConllu("fuzz", strings.NewReader(file))
		if err != nil {
			if !namesLine.MatchString(err.Error()) || len(err.Error()) > 300 {
				t.Fatalf("the error does not name file and line, or is long: %v", err)
			}
			return
		}
		for i := range tb.Sentences {
			checkSentence(t, tb.Text, &tb.Sentences[i])
		}
		var b bytes.Buffer
		if err := WriteConllu(&b, "x", tb.Text, tb.Sentences); err != nil {
			t.Fatal(err)
		}
		again, err := ReadConllu("again", &b)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if s, err := Score(tb.Sentences, again.Sentences); err != nil || s.LAS.Correct != s.LAS.Gold || s.Tokens.Correct != s.Tokens.Gold {
			t.Fatalf("what was written is read as something else: %+v, %v", s.LAS, err)
		}
	})
}

func TestScore(t *testing.T) {
	tb, err := ReadConllu("ours.conllu", strings.NewReader(smallTree))
	if err != nil {
		t.Fatal(err)
	}
	gold := tb.Sentences
	s, err := Score(gold, gold)
	if err != nil {
		t.Fatal(err)
	}
	if s.LAS.F1() != 1 || s.Tokens.Gold != 9 || s.Words.Gold != 10 || s.Sentences.Gold != 2 || s.CLAS.Gold != 6 {
		t.Errorf("gold against itself: %+v", s)
	}
	// One sentence for two, the second root hung on the first with the wrong relation, one wrong lemma, "(yet" one token.
	wrong := Sentence{Tokens: append(append([]Token{}, gold[0].Tokens...), gold[1].Tokens...)}
	wrong.Tokens[8].Head, wrong.Tokens[9].Head, wrong.Tokens[9].Rel = 9, 6, "conj"
	wrong.Tokens[6].Lemma = "agreed"
	wrong.Tokens[3].Form, wrong.Tokens[3].End = "(yet", wrong.Tokens[4].End
	wrong.Tokens = append(wrong.Tokens[:4], wrong.Tokens[5:]...)
	for i := range wrong.Tokens {
		if wrong.Tokens[i].Head > 4 {
			wrong.Tokens[i].Head--
		} else if wrong.Tokens[i].Head == 4 {
			wrong.Tokens[i].Head = 3
		}
	}
	s, err = Score(gold, []Sentence{wrong})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		m       Measure
		correct int
	}{{"tokens", s.Tokens, 7}, {"words", s.Words, 8}, {"sentences", s.Sentences, 0}, {"lemmas", s.Lemmas, 7}, {"UAS", s.UAS, 6}, {"LAS", s.LAS, 6}} {
		if c.m.Correct != c.correct {
			t.Errorf("%s: %d right, expected %d", c.name, c.m.Correct, c.correct)
		}
	}
	var both Scores
	both.Add(s)
	both.Add(s)
	if both.LAS.Correct != 12 || both.LAS.Gold != 20 || both.LAS.F1() != s.LAS.F1() || both.Relations["punct"].Gold != 2*s.Relations["punct"].Gold {
		t.Errorf("twice the same: %+v", both)
	}
	if p, r := s.LAS.Precision(), s.LAS.Recall(); p != 6.0/9 || r != 6.0/10 {
		t.Errorf("precision %.2f, recall %.2f", p, r)
	}
	if _, err := Score(gold, gold[:1]); err == nil {
		t.Error("no error where the texts differ")
	}
}

func TestDraw(t *testing.T) {
	tb, err := ReadConllu("ours.conllu", strings.NewReader(smallTree))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := tb.Sentences[0].Draw(&b); err != nil {
		t.Fatal(err)
	}
	want := `agree      root         VERB  agree
├─ Brandt  nsubj        PROPN Brandt
├─ does    aux          AUX   do
├─ n't     advmod       PART  not
├─ yet     advmod       ADV   yet
│  ├─ (    punct        PUNCT (
│  └─ )    punct        PUNCT )
└─ .       punct        PUNCT .
`
	if b.String() != want {
		t.Errorf("drawn:\n%s\nexpected:\n%s", b.String(), want)
	}
}
