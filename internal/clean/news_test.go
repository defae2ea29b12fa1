package clean

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dyad/event"
)

// TestRealReports holds the cleaning of five real reports against what must come out of each. They are not ours to
// copy, so what is expected is computed from the files.
func TestRealReports(t *testing.T) {
	paths, _ := filepath.Glob("../../../shared/news/*.txt")
	if len(paths) == 0 {
		t.Skip("the real reports (../shared/news beside the repository) are absent")
	}
	checks := map[string]func(*testing.T, string, *Text){
		"000": interviewOfTwoAgencies, "001": sixCopies, "002": inlinedHeading, "003": countersAndURL, "004": twoCopies,
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Clean(event.Document{Raw: raw, Path: path})
			if err != nil {
				t.Fatal(err)
			}
			checkMap(t, &got)
			checkAgain(t, &got)
			checkNothingLost(t, &got)
			if check := checks[filepath.Base(path)[:3]]; check != nil {
				check(t, string(raw), &got)
			}
		})
	}
}

func interviewOfTwoAgencies(t *testing.T, raw string, got *Text) {
	if want := []string{"Mehr News Agency", "IRNA"}; !slices.Equal(got.Source.Agency, want) {
		t.Errorf("agency %q, want %q", got.Source.Agency, want)
	}
	if d := got.Dateline; d == nil || d.Place != "Tehran" || d.Month != 8 || d.Day != 4 {
		t.Errorf("dateline %+v, want Tehran, 4 August", d)
	}
	body := raw[strings.Index(raw, "– ")+len("– ") : strings.LastIndex(raw, "\n")]
	sameWords(t, got.Text, body)
}

func sixCopies(t *testing.T, raw string, got *Text) {
	first, _, _ := strings.Cut(raw, "\n")
	if got.Text != first {
		t.Error("the text is not the first of the six copies, which holds all the others")
	}
	wantSource(t, got, "Mehr News Agency", "licence", "CC-BY-4.0")
	wantKinds(t, got, repetition, licence)
}

func inlinedHeading(t *testing.T, raw string, got *Text) {
	wantSource(t, got, "Mehr News Agency", "licence", "CC-BY-4.0")
	wantKinds(t, got, dateline, heading, signOff, licence)
	before, rest, _ := strings.Cut(raw, "\u00a0 ")
	_, after, _ := strings.Cut(rest, "\u00a0 ")
	after, _, _ = strings.Cut(after, " NA/AK")
	parts := strings.Split(got.Text, "\n\n")
	if len(parts) != 2 {
		t.Fatalf("%d paragraphs, want one before the heading and one behind it", len(parts))
	}
	sameWords(t, parts[0], strings.TrimPrefix(before, "TEHRAN – "))
	sameWords(t, parts[1], after)
}

func countersAndURL(t *testing.T, raw string, got *Text) {
	wantKinds(t, got, urlLine, counter)
	wantSource(t, got, "Press TV", "url", "")
	if want := []DateEvidence{{"2016-10-11", "2016-10-11", "url"}}; !slices.Equal(got.Dates, want) {
		t.Errorf("days %+v, want %+v", got.Dates, want)
	}
	sameWords(t, got.Text, strings.Join(strings.SplitN(raw, "\n", 4)[3:], ""))
}

func twoCopies(t *testing.T, raw string, got *Text) {
	title, _, _ := strings.Cut(raw, "\n")
	if got.Source.Title != title {
		t.Errorf("title %q, want %q", got.Source.Title, title)
	}
	second := raw[strings.LastIndex(raw, title)+len(title):]
	sameWords(t, got.Text, strings.Replace(second, "TEHRAN (Sputnik) - ", "", 1))
	if n := strings.Count(got.Text, "\n\n"); n != 4 {
		t.Errorf("%d breaks between paragraphs, want the 4 of the second copy", n)
	}
	if !slices.Equal(got.Source.Agency, []string{"Sputnik"}) || got.Dateline == nil || got.Dateline.Place != "Tehran" {
		t.Errorf("agency %q, dateline %+v", got.Source.Agency, got.Dateline)
	}
	wantKinds(t, got, heading, dateline, tag, heading, dateline, repetition)
}

// sameWords compares two texts without regard to white space.
func sameWords(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Fields(got), strings.Fields(strings.NewReplacer("\n,", ",", "\u00a0", " ").Replace(want))
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("word %d is %q, want %q", i, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		t.Errorf("%d words, want %d", len(g), len(w))
	}
}

func wantSource(t *testing.T, got *Text, outlet, basis, licence string) {
	t.Helper()
	if s := got.Source; s.Outlet != outlet || s.OutletBasis != basis || s.Licence != licence {
		t.Errorf("outlet %q by %s, licence %q; want %q by %s, %q", s.Outlet, s.OutletBasis, s.Licence, outlet, basis, licence)
	}
}

// wantKinds compares the kinds of what was removed, in order, each run of one kind counted once.
func wantKinds(t *testing.T, got *Text, want ...string) {
	t.Helper()
	var kinds []string
	for _, p := range got.Removed {
		kinds = append(kinds, p.Kind)
	}
	if kinds = slices.Compact(kinds); !slices.Equal(kinds, want) {
		t.Errorf("removed %q, want %q", kinds, want)
	}
}
