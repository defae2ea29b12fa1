package evaluate

import (
	"strings"
	"testing"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/language"
)

const mentionHeader = "id\tdifficulty\ttype\tdate\ttext\tcode\tsector\tperson\tnote\n"

func TestReadMentions(t *testing.T) {
	gold, err := ReadMentions("g.tsv", strings.NewReader("# a comment\n"+mentionHeader+"a1\teasy\tset\t2004-05-10\tThen [[Iran and Oman]] met.\tOMN;IRN\tGOV\t-\n"))
	if err != nil {
		t.Fatal(err)
	}
	g := gold[0]
	if g.Text != "Then Iran and Oman met." || g.Text[g.Start:g.End] != "Iran and Oman" || strings.Join(g.Codes, " ") != "IRN OMN" || g.Sector != "GOV" || g.Person != "" {
		t.Errorf("got %+v", g)
	}
	for row, want := range map[string]string{
		"a1\teasy\tset\tyesterday\t[[x]]\t-\t-\t-":        "g.tsv:2: column date",
		"a1\teasy\tset\t2004-05-10\tno mention\t-\t-\t-":  "g.tsv:2: column text",
		"a1\teasy\tset\t2004-05-10\t[[a]] [[b]]\t-\t-\t-": "g.tsv:2: column text",
	} {
		if _, err := ReadMentions("g.tsv", strings.NewReader(mentionHeader+row+"\n")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", row, err, want)
		}
	}
}

func TestScoreMention(t *testing.T) {
	d, err := actor.Default()
	if err != nil {
		t.Fatal(err)
	}
	code := func(s string) *string { return &s }
	iran, oman := event.Entity{Name: "Iran", Code: code("IRN"), Sector: []string{"GOV"}}, event.Entity{Name: "Oman", Code: code("OMN"), Sector: []string{"GOV"}}
	// Iran and Oman met.
	text := "Iran and Oman met."
	s := language.Sentence{End: len(text)}
	for i, w := range []struct {
		form       string
		start, sup int
	}{{"Iran", 0, 3}, {"and", 5, 2}, {"Oman", 9, 0}, {"met", 14, -1}, {".", 17, 3}} {
		s.Tokens = append(s.Tokens, language.Token{Form: w.form, Start: w.start, End: w.start + len(w.form), Head: w.sup, Rel: []string{"nsubj", "cc", "conj", "root", "punct"}[i]})
	}
	both := []actor.Mention{
		{First: 0, End: 1, Head: 0, Start: 0, Stop: 4, Entities: []event.Entity{iran}},
		{First: 2, End: 3, Head: 2, Start: 9, Stop: 13, Entities: []event.Entity{oman}},
	}
	for name, c := range map[string]struct {
		gold     GoldMention
		mentions []actor.Mention
		told     string
	}{
		"right":                         {GoldMention{Start: 0, End: 4, Codes: []string{"IRN"}, Sector: "GOV"}, both, ""},
		"a set of two mentions":         {GoldMention{Start: 0, End: 13, Codes: []string{"IRN", "OMN"}, Sector: "GOV"}, both, ""},
		"half a set":                    {GoldMention{Start: 0, End: 13, Codes: []string{"IRN", "OMN"}}, both[:1], "country IRN, not IRN;OMN"},
		"no mention":                    {GoldMention{Start: 0, End: 4, Codes: []string{"IRN"}}, nil, "country , not IRN"},
		"a country where there is none": {GoldMention{Start: 0, End: 4}, both, "country IRN, not none"},
		"another sector":                {GoldMention{Start: 0, End: 4, Codes: []string{"IRN"}, Sector: "MIL"}, both, "sector GOV, not MIL"},
		"another person":                {GoldMention{Start: 0, End: 4, Codes: []string{"IRN"}, Person: "A B"}, both, "person Iran, not A B"},
		"part of a thing":               {GoldMention{Start: 0, End: 4}, []actor.Mention{{First: 0, End: 1, Start: 0, Stop: 4, Modifier: true, Entities: []event.Entity{iran}}}, ""},
	} {
		c.gold.Text = text
		if _, told := ScoreMention(&c.gold, c.mentions, []language.Sentence{s}, d); told != c.told {
			t.Errorf("%s: got %q, want %q", name, told, c.told)
		}
	}
}

func TestSamePerson(t *testing.T) {
	d, err := actor.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Sergei Lavrov", "Sergey Lavrov", true},
		{"Akbar Hashemi Rafsanjani", "Hashemi Rafsanjani", true},
		{"Ana Solis", "Ana Solis", true},
		{"", "Ana Solis", false},
		{"Ana Solis", "Rosa Solis", false},
	} {
		if got := samePerson(c.a, c.b, d); got != c.want {
			t.Errorf("samePerson(%q, %q) = %v", c.a, c.b, got)
		}
	}
}
