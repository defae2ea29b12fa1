package actor

import (
	"os"
	"strings"
	"testing"

	"dyad/internal/language"
	"dyad/internal/table"
)

// referred reads a text with the program's own parser and gives its references.
func referred(t testing.TB, text string) []Reference {
	t.Helper()
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	return dictionary(t).Find(text, m.Parse(text), Context{}).References()
}

// chainOf gives the words of the chain that the n-th reference with these words is in, up to it, the last first.
func chainOf(refs []Reference, text, words string, n int) string {
	at := -1
	for i := range refs {
		if text[refs[i].Start:refs[i].Stop] == words {
			if n--; n == 0 {
				at = i
			}
		}
	}
	if at < 0 {
		return "not found"
	}
	var list []string
	for at = refs[at].Antecedent; at >= 0; at = refs[at].Antecedent {
		list = append(list, text[refs[at].Start:refs[at].Stop])
	}
	return strings.Join(list, " < ")
}

// TestReferences holds whom expressions refer to, whether they are parties or not: the last of each chain is who is meant.
func TestReferences(t *testing.T) {
	for _, c := range []struct {
		name, text, words string
		n                 int
		want              string // the first expression of the chain
	}{
		{"he", "Rosalba Quintuna flew to Lima. The mayor, Pedro Alarcón, thanked her. He gave her a map.", "He", 1, "The mayor, Pedro Alarcón"},
		{"she, past a man", "Minister Ana Sousa met the ambassador, John Reed. She gave him a list.", "She", 1, "Minister Ana Sousa"},
		{"his, in a clause", "The ambassador said that his driver was ill.", "his", 1, "The ambassador"},
		{"a reflexive", "The minister blamed herself.", "herself", 1, "The minister"},
		{"they, of a coordination", "Chile and Peru signed a treaty. They will build a bridge.", "They", 1, "Chile and Peru"},
		{"their, of a plural", "The rebels left the town after their leader was killed.", "their", 1, "The rebels"},
		{"it, of an organisation", "The company closed two mines because it had lost money.", "it", 1, "The company"},
		{"its, of a state", "Kenya opened its border.", "its", 1, "Kenya"},
		{"a private person", "The singer met the president. Later the singer left for Oslo.", "the singer", 1, "The singer"},
		{"a private person and a pronoun", "The singer arrived late. She sang for an hour.", "She", 1, "The singer"},
		{"kin", "His mother lives in Oslo. She is a nurse.", "She", 1, "His mother"},
		{"an unknown name with a title", "Dr. Wenna Polkinghorn opened the ward. She thanked the nurses.", "She", 1, "Dr. Wenna Polkinghorn"},
		{"a surname", "Tobias Achterberg wrote the report. Achterberg left in May.", "Achterberg", 1, "Tobias Achterberg"},
		{"a role of a name", "Foreign Minister Ana Sousa left on Monday. The minister will return in May.", "The minister", 1, "Foreign Minister Ana Sousa"},
		{"an apposition", "Ana Sousa, a baker, was arrested.", "a baker", 1, "Ana Sousa"},
		{"a predicate", "Ana Sousa is a baker.", "a baker", 1, "Ana Sousa"},
		{"what somebody became", "Ana Sousa became a judge in May.", "a judge", 1, "Ana Sousa"},
		{"as what somebody works", "Ana Sousa worked as a judge.", "a judge", 1, "Ana Sousa"},
		{"the body again", "The ministry closed the road. The ministry gave no reason.", "The ministry", 2, "The ministry"},
		{"I, in a quotation", "“I have no car,” Ana Sousa said. “My car was stolen.”", "My", 1, "I"},
		{"a ship is nobody", "The warship Cheonan sank in March. He had warned of it, the captain said.", "He", 1, ""},
		{"a month is nobody", "In March the price fell. He is ill.", "He", 1, ""},
		{"somebody else of another sex", "Ana Sousa met Pedro Alarcón. She left first.", "She", 1, "Ana Sousa"},
		{"the same state", "Chile protested. Peru was silent. Chile closed a port.", "Chile", 2, "Chile"},
		{"another state", "Chile protested. Peru was silent.", "Peru", 1, ""},
	} {
		refs := referred(t, c.text)
		got := chainOf(refs, c.text, c.words, c.n)
		if list := strings.Split(got, " < "); list[len(list)-1] != c.want {
			t.Errorf("%s: %s [%s]: %q, want %q", c.name, c.text, c.words, got, c.want)
		}
	}
}

// TestReferencesInOrder holds what every text must keep: antecedents come before what refers to them, and mentions lie in
// their sentence.
func TestReferencesInOrder(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts, sents := fixture(t, strings.ReplaceAll(string(data), "\n\n", "\n"))
	d := dictionary(t)
	refs := d.Find(texts[0], sents[0], Context{}).References()
	if len(refs) < 100 {
		t.Fatalf("%d references in %d sentences", len(refs), len(sents[0]))
	}
	for i, r := range refs {
		s := &sents[0][r.Sentence]
		if r.Antecedent >= i || r.First < 0 || r.End > len(s.Tokens) || r.Head < r.First || r.Head >= r.End || r.Start != s.Tokens[r.First].Start || r.Stop != s.Tokens[r.End-1].End {
			t.Errorf("reference %d: %+v", i, r)
		}
	}
}

// TestPrivatePersons holds that whoever is no party is none, and takes nothing from those who are.
func TestPrivatePersons(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"Ana Sousa met the Chilean president. The president thanked her.", "her", "---:"},
		{"The Chilean president visited a school. A plumber was there. He had mended the roof.", "He", "none or nobody"},
		{"Chile closed a port. The bride left. She was ill.", "She", "none or nobody"},
	} {
		got := last(mentioned(t, c.text, Context{}), c.text, c.words)
		if got != c.want && (c.want != "none or nobody" || got != "" && got != "none") {
			t.Errorf("%s [%s] = %q, want %q", c.text, c.words, got, c.want)
		}
	}
}

// TestKindred holds whom broad words and the names of offices mean.
func TestKindred(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"A Chilean captain and a Thai monk were found. The officer had lost a boot.", "The officer", "CHL:MIL"},
		{"Sweden's envoy stood at the gate. The diplomat was let through.", "The diplomat", "SWE:GOV"},
		{"Tony Blair met a baker. The prime minister bought a loaf.", "The prime minister", "GBR:GOV"},
	} {
		if got := last(mentioned(t, c.text, Context{}), c.text, c.words); got != c.want {
			t.Errorf("%s [%s] = %q, want %q", c.text, c.words, got, c.want)
		}
	}
}

// TestTablesOfReferents holds what the tables of coreference must keep.
func TestTablesOfReferents(t *testing.T) {
	r := dictionary(t).refs
	if len(r.nouns) < 900 || len(r.pronouns) < 40 {
		t.Fatalf("%d nouns, %d pronouns", len(r.nouns), len(r.pronouns))
	}
	for noun, x := range r.nouns {
		if x.gender != "" && x.gender != "m" && x.gender != "f" {
			t.Errorf("%s: gender %q", noun, x.gender)
		}
	}
	names := map[string]bool{}
	for f := range feature(features) {
		if f.String() == "" || names[f.String()] {
			t.Errorf("feature %d is called %q, as no or another one", f, f.String())
		}
		names[f.String()] = true
	}
	used := 0
	for f := range r.weights {
		for _, w := range r.weights[f] {
			if w != 0 {
				used++
			}
		}
	}
	if used < 500 {
		t.Errorf("%d weights; run go generate", used)
	}
}

// TestLearn holds that weights are learned, and the same from the same lessons: "he" is the man, not the woman.
func TestLearn(t *testing.T) {
	m, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	d := dictionary(t)
	var lessons []Lesson
	for _, text := range []string{
		"The nurse met the baker. The baker laughed because he was glad.",
		"The clerk saw the cook. The cook waved because he was glad.",
		"The judge knew the lawyer. The lawyer left because he was ill.",
	} {
		l := Lesson{Text: d.Find(text, m.Parse(text), Context{})}
		refs := l.Text.References()
		l.Chain = make([]string, len(refs))
		for i, r := range refs {
			l.Chain[i] = strings.ToLower(text[r.Start:r.Stop])
			if r.Pronoun {
				l.Chain[i] = l.Chain[i-1]
			}
		}
		lessons = append(lessons, l)
	}
	w := Learn(lessons, 1)
	if *w != *Learn(lessons, 1) {
		t.Fatal("the same lessons give other weights")
	}
	if w[subjectHere][he] <= 0 || w[noneBias][he] >= w[near1][he] {
		t.Errorf("subject here %d, none %d, nearest %d: nothing was learned", w[subjectHere][he], w[noneBias][he], w[near1][he])
	}
	if w[headSame][definite] <= 0 {
		t.Errorf("the same noun weighs %d", w[headSame][definite])
	}
}

// TestCoreferenceTable holds whom the mentions of testdata/coreference.tsv stand for.
func TestCoreferenceTable(t *testing.T) {
	data, err := os.ReadFile("testdata/coreference.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Read("testdata/coreference.tsv", data, "case", "text", "want")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		before, rest, _ := strings.Cut(r.Get("text"), "[[")
		words, after, ok := strings.Cut(rest, "]]")
		if !ok {
			t.Fatalf("%s: nothing in double brackets", r.Where())
		}
		text, got := before+words+after, "no such mention"
		for _, m := range mentioned(t, text, Context{}) {
			if m.Start == len(before) && m.Stop == len(before)+len(words) {
				got = codes(m.Entities)
			}
		}
		if got != r.Get("want") {
			t.Errorf("%s: %s: %q: %s means %q, want %q", r.Where(), r.Get("case"), text, words, got, r.Get("want"))
		}
	}
}
