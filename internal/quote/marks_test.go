package quote

import (
	"strings"
	"testing"
)

func TestPassages(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"curly", "He said “no” twice.", "“no”"},
		{"straight", `He said "no" twice.`, `"no"`},
		{"low and high", "Er sagte „nein“ und ging.", "„nein“"},
		{"guillemets", "Il dit «non» et part.", "«non»"},
		{"reversed guillemets", "Er sagte »nein« und ging.", "»nein«"},
		{"doubled single", "He said ''no'' twice.", "''no''"},
		{"single", "He said ‘no way’ twice.", "‘no way’"},
		{"straight single", "He said 'no way' twice.", "'no way'"},
		{"apostrophes", "The workers' rights and Oslo's plans aren’t his’.", ""},
		{"nested", "“She told me ‘never’ twice,” he said.", "“She told me ‘never’ twice,”|‘never’"},
		{"inches", `The 12" gun and the 14" one.`, ``},
		{"unclosed ends with its paragraph", "“A long way.\n\nNobody came.", "“A long way."},
		{"reopened", "“A long way.\n\n“And back,” he said.", "“A long way.|“And back,”+"},
		{"unclosed before another", "He said “first and “second” then.", "“second”"},
		{"touching", `"A""B"`, `"A"|"B"`},
		{"mixed marks", "He said “no\" twice.", "“no\""},
		{"corner", "He said 「no」 twice, and 『never』.", "「no」|『never』"},
		{"guillemets with spaces", "Il dit « non » et part.", "« non »"},
		{"low and low", "Er sagte ‚nein‘ und ging.", "‚nein‘"},
		{"closing typed as opening", "“No,“ he said.", "“No,“"},
		{"single closing typed as opening", "“He said ‘we wait, ‘ and left,” she told us.", "“He said ‘we wait, ‘ and left,”|‘we wait, ‘"},
		{"opening after opening", "He said “no “never” again.", "“never”"},
		{"plural possessive inside", "‘The farmers’ bill is bad,’ he said.", "‘The farmers’ bill is bad,’"},
		{"straight plural possessive inside", "'The farmers' bill is bad,' he said.", "'The farmers' bill is bad,'"},
		{"plural possessives outside", "The farmers' bill and the millers' reply. 'No,' he said.", "'No,'"},
		{"a title that ends in s", "He likes ‘Cats’ and hates ‘Dogs’.", "‘Cats’|‘Dogs’"},
		{"empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var list []string
			for _, p := range passages(c.text) {
				s := c.text[p.start:p.end]
				if p.continues {
					s += "+"
				}
				list = append(list, s)
			}
			if got := strings.Join(list, "|"); got != c.want {
				t.Errorf("%q: got %s, want %s", c.text, got, c.want)
			}
		})
	}
}

// Ten thousand marks in a row, and one without its end in a text as long as a book.
func TestManyMarks(t *testing.T) {
	passages(strings.Repeat(`"`, 10_000))
	passages(strings.Repeat("“", 10_000))
	passages(strings.Repeat("“a” ", 10_000))
	book := "“" + strings.Repeat("Nothing was said. ", 50_000) + "\n\n" + strings.Repeat("Nobody spoke.\n\n", 1000)
	for _, p := range passages(book) {
		if strings.Contains(book[p.start:p.end], "\n") {
			t.Errorf("a passage runs over its paragraph: %d–%d", p.start, p.end)
		}
	}
}

func FuzzPassages(f *testing.F) {
	for _, s := range []string{"“a ‘b’ c”", `"''"'`, "«»„“", "\"\n\n\"a", "it’s ‘x"} {
		f.Add(s)
	}
	f.Add("「『a』」")
	f.Add("'s s' a,' 's")
	f.Fuzz(func(t *testing.T, text string) {
		for _, u := range turns(text) {
			if u.label.Start < 0 || u.label.End <= u.label.Start || u.start < u.label.End || u.end <= u.start || u.end > len(text) {
				t.Fatalf("%q: %+v", text, u)
			}
		}
		start := 0
		for _, p := range passages(text) {
			if p.start < start || p.inner < p.start || p.innerEnd > p.end || p.end > len(text) || p.inner > p.innerEnd {
				t.Fatalf("%q: %+v", text, p)
			}
			if strings.Contains(text[p.start:p.end], "\n") {
				t.Fatalf("%q: a passage over a line end: %+v", text, p)
			}
			start = p.start
		}
	})
}
