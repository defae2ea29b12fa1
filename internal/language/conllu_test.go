package language

import (
	"bytes"
	"strings"
	"testing"
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

func TestReadConlluErrors(t *testing.T) {
	row := func(id, form, head string) string {
		return id + "\t" + form + "\t_\tX\t_\t_\t" + head + "\tdep\t_\t_\n"
	}
	for _, c := range []struct{ name, file, want string }{
		{"columns", "1\ta\t_\n", "bad:1: 3 columns, expected 10"},
		{"gap", row("1", "a", "0") + row("3", "b", "1"), "bad:2: word id \"3\", expected 2"},
		{"head", row("1", "a", "x"), "bad:1: head \"x\""},
		{"own head", row("1", "a", "1"), "bad:1: word 1 is its own head"},
		{"outside", row("1", "a", "0") + row("2", "b", "9") + "\n", "bad:3: the sentence before this line: word 2: head 9 is outside"},
		{"two roots", row("1", "a", "0") + row("2", "b", "0") + "\n", "words 1 and 2 are both roots"},
		{"no root", row("1", "a", "2") + row("2", "b", "1") + "\n", "no word is the root"},
		{"cycle", row("1", "a", "0") + row("2", "b", "3") + row("3", "c", "2") + "\n", "word 2 is in a cycle"},
		{"cycle at the end", row("1", "a", "0") + row("2", "b", "3") + row("3", "c", "2"), "word 2 is in a cycle"},
		{"empty form", row("1", "", "0"), "bad:1: the form (column 2) is empty"},
		{"multiword", row("2-3", "ab", "_") + row("1", "a", "0"), "bad:1: multiword token 2-3"},
		{"multiword too long", row("1-2", "ab", "_") + row("1", "a", "0") + "\n", "ends inside the multiword token 1-2"},
		{"not UTF-8", "# \xff\n", "bad:1: the line is not valid UTF-8"},
	} {
		_, err := ReadConllu("bad", strings.NewReader(c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: the error is %v, expected %q", c.name, err, c.want)
		}
	}
}

func FuzzReadConllu(f *testing.F) {
	f.Add(smallTree)
	f.Add("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\tX\t_\t_\t0\troot\t_\t_\n2\tb\t_\tX\t_\t_\t1\tdep\t_\t_\n")
	f.Add("1\ta\t_\tX\t_\t_\t2\tdep\t_\t_\n2\tb\t_\tX\t_\t_\t1\tdep\t_\t_\n")
	f.Fuzz(func(t *testing.T, file string) {
		tb, err := ReadConllu("fuzz", strings.NewReader(file))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "fuzz:") {
				t.Fatalf("the error does not name file and line: %v", err)
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
