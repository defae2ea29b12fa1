package language

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// checkSentence checks what must hold of every sentence: the offsets, and where heads are set, the tree.
func checkSentence(t *testing.T, text string, s *Sentence) {
	t.Helper()
	if len(s.Tokens) == 0 {
		t.Fatal("a sentence without tokens")
	}
	if s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
		t.Fatalf("the sentence is %d–%d, its tokens are %d–%d", s.Start, s.End, s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End)
	}
	if err := checkTree(s.Tokens); err != nil {
		t.Fatalf("%v: %q", err, text[s.Start:s.End])
	}
}

// checkTokens checks that tokens and blanks make the text: nothing but blanks stands between tokens.
func checkTokens(t *testing.T, text string, sents []Sentence) {
	t.Helper()
	at := 0
	gap := func(end int) {
		for i := at; i < end; {
			r, size := utf8.DecodeRuneInString(text[i:end])
			if !isBlank(r) {
				t.Fatalf("%q at byte %d is in no token", r, i)
			}
			i += size
		}
	}
	for i := range sents {
		for _, tok := range sents[i].Tokens {
			if tok.Start < at || tok.End <= tok.Start || tok.Form != text[tok.Start:tok.End] {
				t.Fatalf("token %q at %d–%d, after byte %d", tok.Form, tok.Start, tok.End, at)
			}
			gap(tok.Start)
			at = tok.End
		}
		if n := len(sents[i].Tokens); n > maxTokens {
			t.Fatalf("a sentence of %d tokens", n)
		}
	}
	gap(len(text))
}

func forms(sents []Sentence) string {
	var list []string
	for i := range sents {
		for _, tok := range sents[i].Tokens {
			list = append(list, tok.Form)
		}
		list = append(list, "#")
	}
	return strings.TrimSuffix(strings.Join(list, " "), " #")
}

func TestTokenize(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The envoy's plan doesn't work.", "The envoy 's plan does n't work ."},
		{"The envoys' talks can't go on", "The envoys ' talks ca n't go on"},
		{"They’re late, he’ll say; I'd go.", "They ’re late , he ’ll say ; I 'd go ."},
		{"He cannot stay.", "He can not stay ."},
		{"The U.S. said Gen. Falk met Mr. J. Brandt.", "The U.S. said Gen. Falk met Mr. J. Brandt ."},
		{"They signed No. 3 on Jan. 5.", "They signed No. 3 on Jan. 5 ."},
		{"“No,” she said — twice.", "“ No , ” she said — twice ."},
		{"a cease-fire and a non-aligned, two-year plan", "a cease - fire and a non-aligned , two - year plan"},
		{"It cost $4,500.50 or 12% at 5:30pm.", "It cost $ 4,500.50 or 12 % at 5:30 pm ."},
		{"See http://norland.example/a-b?c=d.", "See http://norland.example/a-b?c=d ."},
		{"Write to press@norland.example, please...", "Write to press@norland.example , please ..."},
		{"the 1990s and the '90s, 9/11 and and/or", "the 1990s and the '90s , 9/11 and and / or"},
		{"O'Rourke met Sha'lan.", "O'Rourke met Sha'lan ."},
		{"(1998-2004)", "( 1998 - 2004 )"},
		{"AT&T and R. & D.", "AT&T and R. & D."},
		{"Sen. J.R. Wood (D-Calif.) met Lt. Col. A. B. Karim", "Sen. J.R. Wood ( D - Calif. ) met Lt. Col. A. B. Karim"},
		{"He (c. 1871) saw it […], then [...] left", "He ( c. 1871 ) saw it [ … ] , then [...] left"},
		{"They met envoys, aides, etc. in Geneva", "They met envoys , aides , etc. in Geneva"},
		{"They met envoys, aides, etc.", "They met envoys , aides , etc ."},
		{"Tel.: +41 22 917, 2+2, $$$", "Tel. : +41 22 917 , 2 + 2 , $$$"},
		{"UN resolution 1559(2004) struck Beirut,killing 12", "UN resolution 1559 ( 2004 ) struck Beirut , killing 12"},
		{"Oil rose to $90.5/bbl, up 3.5% vs. 1.2bn", "Oil rose to $ 90.5 / bbl , up 3.5 % vs. 1.2 bn"},
		{"It said:\"We go.\"", "It said : \" We go . \""},
		{"the Shi'ite minister’s aide, who’d come", "the Shi'ite minister ’s aide , who ’d come"},
		{"the a.k.a. R.P.F. men at 5 p.m. sharp", "the a.k.a. R.P.F. men at 5 p.m. sharp"},
		{"", ""},
		{" \n\n \t ", ""},
	} {
		sents := Tokenize(c.text)
		checkTokens(t, c.text, sents)
		if got := forms(sents); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They left. He stayed.", "They left . # He stayed ."},
		{"Talks fail in Norland\n\nThe talks failed.", "Talks fail in Norland # The talks failed ."},
		{"\"We will go.\" He went.", "\" We will go . \" # He went ."},
		{"“We will go.” He went.", "“ We will go . ” # He went ."},
		{"It ended last year.He said so.", "It ended last year . # He said so ."},
		{"Gen. Falk came. Mr. Brandt left.", "Gen. Falk came . # Mr. Brandt left ."},
		{"“Will they go?” she asked.", "“ Will they go ? ” she asked ."},
		{"One line\nof a sentence goes on here.", "One line of a sentence goes on here ."},
		{"The U.S. President met them. They talked.", "The U.S. President met them . # They talked ."},
		{"PRESIDENT SAYS NO TO TALKS\n\nThe president refused.", "PRESIDENT SAYS NO TO TALKS # The president refused ."},
		{"GENEVA, March 3 (Reuters) - The envoys met.They left.", "GENEVA , March 3 ( Reuters ) - The envoys met . # They left ."},
		{"BEIRUT (AP) — Troops left. Gen. Falk said the U.S. would respond.", "BEIRUT ( AP ) — Troops left . # Gen. Falk said the U.S. would respond ."},
		{"The talks ended on Monday.The minister said nothing.", "The talks ended on Monday . # The minister said nothing ."},
		{"They signed in Washington, D.C. The sides will meet in the U.S. The talks go on.", "They signed in Washington , D.C. # The sides will meet in the U.S. # The talks go on ."},
		{"“We won’t go,” he said. “They’ll stay.” The minister nodded.", "“ We wo n’t go , ” he said . # “ They ’ll stay . ” # The minister nodded ."},
		{"They fired rockets.Israeli jets struck Beirut.", "They fired rockets . # Israeli jets struck Beirut ."},
		{"They left at 5 p.m. Troops followed.", "They left at 5 p.m. # Troops followed ."},
		{"Mr. Smith Jr. of Acme Inc. said so. Acme Corp. Chairman Lee agreed.", "Mr. Smith Jr. of Acme Inc. said so . # Acme Corp. Chairman Lee agreed ."},
		{"The dead were aged 15, 17 and 21. 12 others were hurt.", "The dead were aged 15 , 17 and 21 . # 12 others were hurt ."},
		{"Talks failed. - The IAEA said so. * Iran denied it.", "Talks failed . # - The IAEA said so . # * Iran denied it ."},
		{"What will happen next? Nobody knows! \"We'll see,\" Annan said.", "What will happen next ? # Nobody knows ! # \" We 'll see , \" Annan said ."},
		{"The R.P.F. took Kigali. The R.P.F. leader said so.", "The R.P.F. took Kigali . # The R.P.F. leader said so ."},
		{"(Reporting by John Doe; Editing by Jane Roe)", "( Reporting by John Doe ; Editing by Jane Roe )"},
	} {
		sents := Tokenize(c.text)
		checkTokens(t, c.text, sents)
		if got := forms(sents); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// badTexts are texts that no reporter wrote.
var badTexts = map[string]string{
	"a megabyte without a blank": strings.Repeat("a", 1<<20),
	"hyphens":                    strings.Repeat("a-", 1<<16),
	"full stops in words":        strings.Repeat("A.", 1<<19),
	"figures":                    strings.Repeat("1,", 1<<16),
	"apostrophes":                strings.Repeat("s'", 1<<19),
	"slashes":                    "http://" + strings.Repeat("/", 1<<16),
	"at signs":                   strings.Repeat("a@b.", 1<<15),
	"commas":                     strings.Repeat(", ", 10000),
	"brackets":                   strings.Repeat("((", 5000),
	"full stops":                 strings.Repeat(". ", 10000),
	"emoji":                      strings.Repeat("🙂👍🏽👨‍👩‍👧", 2000),
	"control characters":         "a\x00b\x01c\x7f\x1b[31m d\u0085",
	"direction marks":            "\u202eab\u202c \u200fcd\u200e \u2066ef\u2069",
	"quotation marks":            strings.Repeat("\"a\" “b” ", 1<<14),
	"full stops and blanks":      strings.Repeat("etc. No. ", 1<<14) + strings.Repeat(" ", 1<<20),
	"capitals":                   strings.Repeat("A", 1<<10) + strings.Repeat(" Abc", 1<<16),
	"ellipses in brackets":       strings.Repeat("[...]", 1<<14),
	"5,000 words":                strings.Repeat("and the man went ", 1250),
	"zero-width":                 "a\u200bb\ufeffc\u00add",
	"not UTF-8":                  "a\xff\xfeb \xc3",
	"a long sentence":            strings.Repeat("and the man went ", 2000),
	"Arabic":                     "قال الوزير إن المحادثات فشلت. \"نعم\".",
	"line breaks":                "a\r\n\r\nb\n \n c\n\n\n\nd\n",
}

func TestBadTexts(t *testing.T) {
	m := defaultModel(t)
	for name, text := range badTexts {
		began := time.Now()
		most := 1 << 15
		if testing.Short() {
			most = 1 << 11
		}
		if len(text) > most && strings.Trim(text, "a") != "" {
			text = strings.ToValidUTF8(text[:most], "") // a megabyte of words is a minute; TestTokenizeBadTexts takes all
		}
		sents := m.Parse(text)
		if took := time.Since(began); took > 60*time.Second { // seconds on a quiet machine; quadratic time would take hours
			t.Errorf("%s: %s", name, took)
		}
		checkTokens(t, text, sents)
		for i := range sents {
			checkSentence(t, text, &sents[i])
		}
	}
}

// A sentence that is too long is cut behind a comma or the like, where there is none behind maxTokens.
func TestLongSentence(t *testing.T) {
	for _, c := range []struct {
		name, text string
		first      int
	}{
		{"no comma", strings.Repeat("and the man went ", 1250), maxTokens},
		{"a comma in the window", strings.Repeat("went ", 480) + ", " + strings.Repeat("went ", 4519), 481},
		{"a comma before the window", strings.Repeat("went ", 400) + ", " + strings.Repeat("went ", 4599), maxTokens},
	} {
		sents := Tokenize(c.text)
		checkTokens(t, c.text, sents)
		if got := len(sents[0].Tokens); got != c.first {
			t.Errorf("%s: the first sentence has %d tokens, expected %d", c.name, got, c.first)
		}
	}
}

// No text makes the tokenizer or the splitter slow.
func TestTokenizeBadTexts(t *testing.T) {
	for name, text := range badTexts {
		began := time.Now()
		checkTokens(t, text, Tokenize(text))
		if took := time.Since(began); took > 30*time.Second { // a second on a quiet machine
			t.Errorf("%s: %s", name, took)
		}
	}
}

// A sentence is not cut inside a written word.
func TestLongSentenceKeepsWords(t *testing.T) {
	for _, before := range []string{"", "a ", "a b "} {
		for _, s := range Tokenize(before + strings.Repeat("don't ", 600)) {
			if s.Tokens[0].Joined || len(s.Tokens) > maxTokens {
				t.Errorf("a sentence of %d tokens begins with %q", len(s.Tokens), s.Tokens[0].Form)
			}
		}
	}
}

func TestDamagedSplitter(t *testing.T) {
	raw := defaultModel(t).splitter.encode()
	sp, err := decodeSplitter(raw)
	if err != nil {
		t.Fatal(err)
	}
	if again := sp.encode(); !bytes.Equal(again, raw) {
		t.Error("decoded and encoded again, the bytes differ")
	}
	for _, cut := range []int{0, 1, 10, len(raw) / 2, len(raw) - 1} {
		if _, err := decodeSplitter(raw[:cut]); err == nil {
			t.Errorf("cut to %d bytes there is no error", cut)
		}
	}
}

func TestTableErrors(t *testing.T) {
	for _, c := range []struct{ row, want string }{
		{"Mr\ttitle", "x.tsv:2: column word: \"Mr\" must be in lower case"},
		{"mr\ttitel", "x.tsv:2: column kind: \"titel\" is not a kind"},
		{"cannot\tcontraction\t6", "x.tsv:2: column split"},
	} {
		_, err := readExceptions("x.tsv", []byte("word\tkind\tsplit\n"+c.row+"\n"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: the error is %v, expected %q", c.row, err, c.want)
		}
	}
}

func FuzzTokenize(f *testing.F) {
	f.Add(newsText)
	for _, text := range badTexts {
		if len(text) < 1<<12 {
			f.Add(text)
		}
	}
	f.Add("x.'s 'n' 5pm. www.a.b, c@d.e) [1] ’90s #a U.S.A... No.3 e.g., ‘’ ’’ `` .?")
	f.Fuzz(func(t *testing.T, text string) {
		checkTokens(t, text, Tokenize(text))
	})
}

func FuzzParse(f *testing.F) {
	m := defaultModel(f)
	f.Add(newsText)
	f.Add("x.'s 'n' 5pm. www.a.b, c@d.e) [1] ’90s #a U.S.A... No.3 e.g., ‘’ ’’ `` .?")
	f.Fuzz(func(t *testing.T, text string) {
		sents := m.Parse(text)
		checkTokens(t, text, sents)
		for i := range sents {
			checkSentence(t, text, &sents[i])
			for _, tok := range sents[i].Tokens {
				if tok.UPOS == "" || tok.Rel == "" || tok.Lemma == "" || (tok.Rel == "root") != (tok.Head < 0) {
					t.Fatalf("%+v", tok)
				}
			}
		}
	})
}
