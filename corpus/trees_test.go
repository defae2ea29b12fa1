package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dyad/internal/language"
	"dyad/internal/table"
)

// TestTrees checks that our trees are well-formed Universal Dependencies: what a parser learns from should be what the
// guidelines allow. What the reader of CoNLL-U checks (one root, no cycle, the text) is an error of reading. Messages
// hold no words, because some of the files are for scoring alone.
func TestTrees(t *testing.T) {
	rules := readRules(t)
	files, err := filepath.Glob("trees/*.conllu")
	if err != nil || len(files) == 0 {
		t.Fatal("no trees: ", err)
	}
	ids := map[string]string{}
	for _, path := range files {
		bank, err := language.ReadConlluFile(path)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, note := range bank.Notes {
			t.Error(note)
		}
		for i := range bank.Sentences {
			where := fmt.Sprintf("%s:%d", path, bank.Lines[i])
			id, text := comment(bank.Comments[i], "sent_id"), comment(bank.Comments[i], "text")
			switch {
			case id == "" || text == "":
				t.Errorf("%s: the sentence has no sent_id or no text", where)
			case ids[id] != "":
				t.Errorf("%s: the sentence %s is in %s already", where, id, ids[id])
			}
			ids[id] = where
			for _, wrong := range rules.check(&bank.Sentences[i]) {
				t.Errorf("%s: %s: %s", where, id, wrong)
			}
		}
	}
}

// TestTreeRulesFitTheTreebanks: rules that the treebanks themselves break often would be rules of ours.
func TestTreeRulesFitTheTreebanks(t *testing.T) {
	rules := readRules(t)
	for _, name := range []string{"ewt-dev", "gum-dev"} {
		bank, err := language.ReadConlluFile(filepath.Join("../../shared/treebanks", name+".conllu.gz"))
		if err != nil {
			t.Skip("no treebanks: ", err)
		}
		broken := 0
		for i := range bank.Sentences {
			if len(rules.check(&bank.Sentences[i])) > 0 {
				broken++
			}
		}
		t.Logf("%s: %d of %d sentences break a rule", name, broken, len(bank.Sentences))
		if broken*100 > 3*len(bank.Sentences) {
			t.Errorf("%s: %d of %d sentences break a rule", name, broken, len(bank.Sentences))
		}
	}
}

// TestTreeRules breaks each rule once.
func TestTreeRules(t *testing.T) {
	rules := readRules(t)
	good := "1 He he PRON PRP Case=Nom|Number=Sing|Person=3 2 nsubj; 2 met meet VERB VBD Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin 0 root; " +
		"3 the the DET DT _ 4 det; 4 envoys envoy NOUN NNS Number=Plur 2 obj; 5 in in ADP IN _ 6 case; 6 Rome Rome PROPN NNP Number=Sing 2 obl; 7 . . PUNCT . _ 2 punct"
	for _, c := range []struct{ from, to, want string }{
		{"", "", ""},
		{"2 obj", "2 object", "word 4: no relation object"},
		{"2 obj", "2 root", "word 4: the relation root, and the head 2"},
		{"0 root", "0 dep", "word 2: the head 0, and the relation dep"},
		{"NOUN NNS Number=Plur", "NOUN NN Number=Plur", "word 4: no tags NOUN NN Number=Plur"},
		{"NOUN NNS Number=Plur", "SUBST NNS Number=Plur", "word 4: no part of speech SUBST"},
		{"Number=Plur", "Number", "word 4: the feature Number is not Name=Value"},
		{"Mood=Ind|Number=Sing", "Number=Sing|Mood=Ind", "word 2: the features are not in the order of their names"},
		{"envoy NOUN", "_ NOUN", "word 4: no lemma"},
		{"DT _ 4 det", "DT _ 2 aux", "word 3: aux is not for DET"},
		{"PUNCT . _ 2 punct", "PUNCT . _ 2 dep", "word 7: PUNCT with the relation dep"},
		{"2 obl", "3 obl", ""},
		{"2 obl", "4 obl", "word 6: obl hangs on word 4, a NOUN"},
		{"2 obl", "4 nmod", ""},
		{"2 obl", "2 nmod", "word 6: nmod hangs on word 2, a VERB"},
		{"2 obl", "2 obj", "word 6: obj with a preposition"},
		{"ADP IN _ 6 case", "ADP IN _ 2 dep", "word 6: obl without a preposition"},
		{"NNP Number=Sing 2 obl", "NNP Number=Sing 3 nmod", "word 6: nmod hangs on word 3, a det"},
		{"2 obl", "4 conj", ""},
		{"NOUN NNS Number=Plur 2 obj", "NOUN NNS Number=Plur 6 appos", "word 4: appos stands before its head"},
		{"2 nsubj; 2 met", "2 nsubj+; 2 metn't", "word 2: it touches the word before"},
		{"2 nsubj; 2 met", "2 nsubj; 2 metn't", ""},
		{"2 obl", "2 obj", "word 2: 2 objects"},
		{"2 obl", "2 nsubj", "word 2: 2 subjects"},
		{"6 case; 6 Rome Rome PROPN NNP Number=Sing 2 obl", "2 dep; 6 Rome Rome PROPN NNP Number=Sing 2 nsubj:outer", ""},
		{"6 case; 6 Rome Rome PROPN NNP Number=Sing 2 obl", "2 dep; 6 Rome Rome PROPN NNP Number=Sing 2 iobj", ""},
		{"DT _ 4 det; 4 envoys envoy NOUN NNS Number=Plur 2 obj; 5 in in ADP IN _ 6 case", "DT _ 6 det; 4 , , PUNCT , _ 2 punct; 5 in in ADP IN _ 6 case", "word 4: a punct stands between a word and its head"},
	} {
		s := sentence(t, strings.Replace(good, c.from, c.to, 1))
		got := strings.Join(rules.check(s), "; ")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s for %s: %q, expected %q", c.to, c.from, got, c.want)
		}
	}
}

// sentence reads a tree of words "id form lemma upos xpos feats head relation" with semicolons between them,
// and a + after a word that the next one touches.
func sentence(t *testing.T, words string) *language.Sentence {
	t.Helper()
	var b strings.Builder
	for w := range strings.SplitSeq(words, "; ") {
		misc := "_"
		if words, ok := strings.CutSuffix(w, "+"); ok {
			w, misc = words, "SpaceAfter=No"
		}
		b.WriteString(strings.ReplaceAll(w, " ", "\t") + "\t_\t" + misc + "\n")
	}
	bank, err := language.ReadConllu("ours", strings.NewReader(b.String()+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	return &bank.Sentences[0]
}

func comment(comments []string, key string) string {
	for _, c := range comments {
		if k, v, ok := strings.Cut(c, "="); ok && strings.TrimSpace(k) == key {
			return strings.TrimSpace(v)
		}
	}
	return ""
}

// treeRules are the tables of testdata.
type treeRules struct {
	upos, features, tags map[string]bool // tags: "NOUN NNS Number=Plur", of the features listed alone
	relations            map[string]relationRule
}

type relationRule struct {
	tags, under, heads []string // empty: any
	after              bool     // the head comes first
	marked             string   // whether it has a preposition: "yes", "no", "" for either
}

func readRules(t *testing.T) *treeRules {
	t.Helper()
	r := &treeRules{upos: map[string]bool{}, features: map[string]bool{}, tags: map[string]bool{}, relations: map[string]relationRule{}}
	for _, row := range readTable(t, "tags.tsv", "upos", "xpos", "feats") {
		r.upos[row.Get("upos")] = true
		r.tags[row.Get("upos")+" "+row.Get("xpos")+" "+row.Get("feats")] = true
		for f := range strings.SplitSeq(row.Get("feats"), "|") {
			name, _, _ := strings.Cut(f, "=")
			r.features[name] = true
		}
	}
	for _, row := range readTable(t, "relations.tsv", "relation", "tags", "under", "order", "heads", "case") {
		r.relations[row.Get("relation")] = relationRule{
			tags: row.List("tags"), under: row.List("under"), heads: row.List("heads"), after: row.Get("order") == "after", marked: row.Get("case"),
		}
	}
	return r
}

func readTable(t *testing.T, name string, columns ...string) []table.Row {
	t.Helper()
	rows, err := table.ReadFile(os.DirFS("testdata"), "corpus/testdata", name, columns...)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// A tree is a sentence with the dependents of each word.
type tree struct {
	tokens []language.Token
	kids   [][]int
}

func newTree(s *language.Sentence) *tree {
	t := &tree{s.Tokens, make([][]int, len(s.Tokens))}
	for i, w := range s.Tokens {
		if w.Head >= 0 {
			t.kids[w.Head] = append(t.kids[w.Head], i)
		}
	}
	return t
}

// has counts the dependents of a word that have one of the relations.
func (t *tree) has(word int, relations ...string) int {
	n := 0
	for _, k := range t.kids[word] {
		if slices.Contains(relations, t.tokens[k].Rel) {
			n++
		}
	}
	return n
}

// predicate tells whether a word heads a clause.
func (t *tree) predicate(word int) bool {
	for t.tokens[word].Rel == "conj" {
		word = t.tokens[word].Head
	}
	switch universal(t.tokens[word].Rel) {
	case "root", "ccomp", "advcl", "parataxis", "csubj", "xcomp", "acl":
		return true
	}
	return t.has(word, "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "cop", "aux", "orphan", "expl") > 0
}

// faultFunc takes what is wrong with a word.
type faultFunc func(word int, format string, args ...any)

// check says what is wrong with a tree, each fault with the number of its word.
func (r *treeRules) check(s *language.Sentence) (faults []string) {
	fault := func(word int, format string, args ...any) {
		faults = append(faults, fmt.Sprintf("word %d: ", word+1)+fmt.Sprintf(format, args...))
	}
	t := newTree(s)
	for i, w := range s.Tokens {
		r.checkTags(w, func(format string, args ...any) { fault(i, format, args...) })
		r.checkRelation(t, i, fault)
		r.checkHead(t, i, fault)
		if n := t.has(i, "nsubj", "nsubj:pass", "csubj", "csubj:pass"); n > 1 {
			fault(i, "%d subjects", n)
		}
		if n := t.has(i, "obj"); n > 1 {
			fault(i, "%d objects", n)
		}
		if n := t.has(i, "iobj"); n > 1 {
			fault(i, "%d indirect objects", n)
		}
		if w.Rel == "punct" && w.Head >= 0 {
			checkPunct(s, i, fault)
		}
		if i > 0 && clitic(w) && w.Start == s.Tokens[i-1].End && !w.Joined {
			fault(i, "it touches the word before and is in no multiword token with it")
		}
	}
	return faults
}

// clitic tells whether a word is the second half of a written one.
func clitic(w language.Token) bool {
	return w.XPOS == "POS" || strings.HasSuffix(w.Form, "n't") || strings.HasSuffix(w.Form, "n’t")
}

// checkRelation checks the relation of a word against the word and its dependents.
func (r *treeRules) checkRelation(t *tree, i int, fault faultFunc) {
	w := t.tokens[i]
	rule, known := r.relations[w.Rel]
	free := t.has(i, "fixed", "goeswith") > 0
	switch marked := t.has(i, "case") > 0; {
	case !known:
		fault(i, "no relation %s", w.Rel)
	case w.Head < 0 && w.Rel != "root":
		fault(i, "the head 0, and the relation %s", w.Rel)
	case w.Head >= 0 && w.Rel == "root":
		fault(i, "the relation root, and the head %d", w.Head+1)
	case len(rule.tags) > 0 && !free && !slices.Contains(rule.tags, w.UPOS):
		fault(i, "%s is not for %s", w.Rel, w.UPOS)
	case w.UPOS == "PUNCT" && w.Rel != "punct" && w.Rel != "root":
		fault(i, "PUNCT with the relation %s", w.Rel)
	case rule.marked == "no" && marked:
		fault(i, "%s with a preposition", w.Rel)
	case rule.marked == "yes" && !marked && slices.Contains([]string{"NOUN", "PROPN", "NUM"}, w.UPOS):
		fault(i, "%s without a preposition", w.Rel)
	}
	for _, k := range t.kids[i] {
		if rel := universal(t.tokens[k].Rel); len(rule.under) > 0 && !slices.Contains(rule.under, rel) {
			fault(k, "%s hangs on word %d, a %s", t.tokens[k].Rel, i+1, w.Rel)
		}
	}
}

// checkHead checks what a word hangs on.
func (r *treeRules) checkHead(t *tree, i int, fault faultFunc) {
	w := t.tokens[i]
	if w.Head < 0 {
		return
	}
	rule, head := r.relations[w.Rel], t.tokens[w.Head]
	if rule.after && w.Head > i {
		fault(i, "%s stands before its head", w.Rel)
	}
	if len(rule.heads) == 0 || slices.Contains(rule.heads, head.UPOS) || t.has(w.Head, "orphan", "fixed", "goeswith") > 0 {
		return
	}
	if !slices.Contains(rule.heads, "predicate") || !t.predicate(w.Head) {
		fault(i, "%s hangs on word %d, a %s", w.Rel, w.Head+1, head.UPOS)
	}
}

var featureForm = regexp.MustCompile(`^[A-Z][A-Za-z]*=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*$`)

// checkTags checks what a word is, without its place in the tree.
func (r *treeRules) checkTags(t language.Token, fault func(format string, args ...any)) {
	if t.Lemma == "" && t.Form != "_" && t.Rel != "goeswith" {
		fault("no lemma")
	}
	var used, names []string
	for f := range strings.SplitSeq(t.Feats, "|") {
		name, _, _ := strings.Cut(f, "=")
		switch {
		case t.Feats == "":
			continue
		case !featureForm.MatchString(f):
			fault("the feature %s is not Name=Value", f)
		case r.features[name]:
			used = append(used, f)
		}
		names = append(names, strings.ToLower(name))
	}
	if !slices.IsSorted(names) {
		fault("the features are not in the order of their names")
		return
	}
	feats := strings.Join(used, "|")
	if feats == "" {
		feats = "_"
	}
	switch {
	case !r.upos[t.UPOS]:
		fault("no part of speech %s", t.UPOS)
	case !r.tags[t.UPOS+" "+t.XPOS+" "+feats]:
		fault("no tags %s %s %s", t.UPOS, t.XPOS, feats)
	}
}

func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// checkPunct checks that a punctuation mark makes no lines cross: all between it and its head hangs on that, and it
// stands in no gap that its head does not stand in too.
func checkPunct(s *language.Sentence, p int, fault faultFunc) {
	head := s.Tokens[p].Head
	for k := min(p, head) + 1; k < max(p, head); k++ {
		if !under(s, k, head) {
			fault(p, "a punct is hung on word %d over word %d, which is not under that", head+1, k+1)
			return
		}
	}
	for k, t := range s.Tokens {
		low, high := min(k, t.Head), max(k, t.Head)
		inGap := func(w int) bool { return low < w && w < high && !under(s, w, t.Head) }
		if t.Head >= 0 && k != p && inGap(p) && !inGap(head) {
			fault(p, "a punct stands between a word and its head, %d and %d, and hangs on another", k+1, t.Head+1)
			return
		}
	}
}

// under tells whether a word is another or hangs on it, through others or not.
func under(s *language.Sentence, w, top int) bool {
	for w >= 0 && w != top {
		w = s.Tokens[w].Head
	}
	return w == top
}
