package clean

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dyad/event"
)

// TestLargeInputs makes sure that no input, however odd, takes more than linear time. The bound is wide enough for a
// slow machine and far below what quadratic time would take.
func TestLargeInputs(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const bound = 20 * time.Second
	sentence := "The two ministers met in Oslo on Monday and agreed to go on with the talks. "
	many := func(n int, line func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i))
		}
		return b.String()
	}
	for _, c := range []struct {
		name, raw string
		html      bool
	}{
		{"nothing", "", false},
		{"a line of 10 MB", strings.Repeat(sentence, 10<<20/len(sentence)), false},
		{"a line of 10 MB without an end", strings.Repeat("x", 10<<20), false},
		{"a line of 10 MB of full stops", strings.Repeat(".", 10<<20), false},
		{"a line of 10 MB of different sentences", many(120_000, func(i int) string {
			return fmt.Sprintf("Minister %d met envoy %d in the capital on Monday to talk of trade. ", i, i*7)
		}), false},
		{"100,000 lines", many(100_000, func(i int) string { return fmt.Sprintf("Line %d says that the two countries signed a treaty.\n", i) }), false},
		{"100,000 headings", many(100_000, func(i int) string { return fmt.Sprintf("Heading number %d\n\n", i) }), false},
		{"100,000 torn lines", many(100_000, func(i int) string { return fmt.Sprintf("and then the envoy of country %d\n", i) }), false},
		{"100,000 counters and headings", strings.Repeat("60\n", 50_000) + strings.Repeat("Talks resume\n\n", 50_000), false},
		{"100,000 tags", strings.Repeat("iran\n", 100_000), false},
		{"100,000 same lines", strings.Repeat(sentence+"\n", 100_000), false},
		{"100,000 torn copies", strings.Repeat("The two ministers met in Oslo on Monday and agreed\n\n", 100_000) + sentence, false},
		{"100,000 same short lines", strings.Repeat("He refused.\n", 100_000), false},
		{"a million newlines", strings.Repeat("\n", 1_000_000), false},
		{"100,000 licences", strings.Repeat("© copyright licence ", 100_000), false},
		{"wide gaps", strings.Repeat("Stop.\u00a0 Heading here\u00a0 ", 200_000), false},
		{"dashes", strings.Repeat("OSLO - ", 500_000), false},
		{"opening tags", strings.Repeat("<div>", 200_000), true},
		{"formatting tags", strings.Repeat("<b><i><a href=x>", 20_000), true},
		{"paragraphs", strings.Repeat("<p>"+sentence+"</p>\n", 20_000), true},
		{"a large page", "<body>" + strings.Repeat("<p>"+sentence+"</p>\n", 80_000), true},
		{"entities", strings.Repeat("&amp;&#x41;&lt", 200_000), true},
		{"open tag", "<p " + strings.Repeat("a", 1<<20), true},
		{"tables", strings.Repeat("<table><tr><td>x", 20_000), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			if _, err := Clean(event.Document{Raw: []byte(c.raw), HTML: c.html}); err != nil {
				t.Error(err)
			}
			took := time.Since(start)
			t.Logf("%v for %d bytes", took.Round(time.Millisecond), len(c.raw))
			if took > bound {
				t.Errorf("took %v", took)
			}
		})
	}
}
