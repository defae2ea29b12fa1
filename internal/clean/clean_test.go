package clean

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"dyad/event"
)

// cleaned cleans a text and checks what must hold of every one.
func cleaned(t *testing.T, doc event.Document) Text {
	t.Helper()
	x, err := Clean(doc)
	if err != nil {
		t.Fatal(err)
	}
	checkMap(t, &x)
	if !doc.HTML {
		checkNothingLost(t, &x)
	}
	return x
}

// removedText lists what was removed as "kind: text".
func removedText(x *Text) []string {
	var list []string
	for _, p := range x.Removed {
		list = append(list, p.Kind+": "+squeezeBlanks(x.Raw[p.Start:p.End]))
	}
	return list
}

// The sentences that the tests are made of.
const (
	one   = "The foreign ministers of Norway and Latvia signed a fishing treaty in Riga on Monday."
	two   = "The treaty sets quotas for three years, a Latvian official said."
	three = "“We waited long for this,” she added."
	four  = "A joint commission is to meet in Oslo in the autumn and to report to both governments."
)

func lines(s ...string) string { return strings.Join(s, "\n") }

func paragraphs(s ...string) string { return strings.Join(s, "\n\n") }

func TestPlainText(t *testing.T) {
	for _, c := range []struct {
		name, raw, text string
		removed         []string
	}{
		{"nothing to do", paragraphs(one, two), paragraphs(one, two), nil},
		{"line breaks of all kinds", one + "\r\n\r\n" + two + "\u2029" + three + "\r" + four, paragraphs(one, two, three, four), nil},
		{"odd blanks and invisible characters", "\ufeffThe\u00a0ministers\u2003 met\u200b in\tOs\u00adlo.\x07", "The ministers met in Oslo.", nil},
		{"title", paragraphs("Norway and Latvia sign fishing treaty", one, two), paragraphs(one, two), []string{"heading: Norway and Latvia sign fishing treaty"}},
		{"title without a blank line", lines("Norway and Latvia sign fishing treaty", one, two), paragraphs(one, two), []string{"heading: Norway and Latvia sign fishing treaty"}},
		{"title that is a question", paragraphs("Will the treaty hold?", one), one, []string{"heading: Will the treaty hold?"}},
		{"first sentence is no title", paragraphs("Talks ended.", one), paragraphs("Talks ended.", one), nil},
		{"counters", lines("60", "1,204", "12 comments", one, "3.4k", two), paragraphs(one, two), []string{"counter: 60 1,204 12 comments", "counter: 3.4k"}},
		{"a number inside a torn sentence", lines("The envoy said that his country would send", "60", "observers to the border."), "The envoy said that his country would send\n\nobservers to the border.", nil},
		{"tags", lines(one, two, "latvia", "norway", "fishing-treaty"), paragraphs(one, two), []string{"tag: latvia norway fishing-treaty"}},
		{"the small end of a torn line is no tag", lines("The foreign ministers of Norway and Latvia signed a fishing", "treaty in Riga."), "The foreign ministers of Norway and Latvia signed a fishing treaty in Riga.", nil},
		{"URL", lines("https://example.org/2011/05/14/treaty", one), one, []string{"url: https://example.org/2011/05/14/treaty"}},
		{"URL of another report", lines(one, two, "https://example.org/2010/01/01/other"), paragraphs(one, two), []string{"url: https://example.org/2010/01/01/other"}},
		{"heading between paragraphs", paragraphs(one, "What comes next", two), paragraphs(one, two), []string{"heading: What comes next"}},
		{"a list is kept", paragraphs(one, "They agreed on:", "- quotas for cod", "- a commission"), paragraphs(one, "They agreed on:", "- quotas for cod", "- a commission"), nil},
		{"heading run into a paragraph", one + "\u00a0 A treaty long awaited\u00a0 " + two, paragraphs(one, two), []string{"heading: A treaty long awaited"}},
		{"double blanks behind sentences are no headings", one + "  " + two + "  " + four, one + " " + two + " " + four, nil},
		{"navigation", lines(one, "Read more: Cod prices rise", two, "Share this article on Facebook", "ADVERTISEMENT", four, "Follow us on Twitter"), paragraphs(one, two, four), []string{
			"navigation: Read more: Cod prices rise", "navigation: Share this article on Facebook", "boilerplate: ADVERTISEMENT", "navigation: Follow us on Twitter",
		}},
		{"related headlines", lines(one, two, "Related:", "Cod prices rise again", "Trawlers stay in port"), paragraphs(one, two), []string{"navigation: Related: Cod prices rise again Trawlers stay in port"}},
		{"sign-off", paragraphs(one, two, "NA/AK"), paragraphs(one, two), []string{"sign-off: NA/AK"}},
		{"sign-off in the line", one + " " + two + " LM/jk", one + " " + two, []string{"sign-off: LM/jk"}},
		{"no sign-off", paragraphs(one, "They will meet in spring and/or autumn."), paragraphs(one, "They will meet in spring and/or autumn."), nil},
		{"credits", one + " (Reporting by Ann Writer in Riga; editing by Bo Editor)", one, []string{"sign-off: (Reporting by Ann Writer in Riga; editing by Bo Editor)"}},
		{"rights", paragraphs(one, "© 2011 Example Post. All rights reserved."), one, []string{"boilerplate: © 2011 Example Post. All rights reserved."}},
		{"a lettered list is no copyright", paragraphs(one, "(c) The parties withdraw their ships."), paragraphs(one, "(c) The parties withdraw their ships."), nil},
		{"broken lines", "The foreign ministers of Norway and Latvia signed a fishing\ntreaty in Riga on Monday, after ten months of talks that had\noften come near to failure. The treaty sets quotas for three\nyears, a Latvian official said.\nA joint commission is to meet in Oslo in the autumn.", "The foreign ministers of Norway and Latvia signed a fishing treaty in Riga on Monday, after ten months of talks that had often come near to failure. The treaty sets quotas for three years, a Latvian official said.\n\nA joint commission is to meet in Oslo in the autumn.", nil},
		{"broken before a mark and at a hyphen", "The ministers of both countries\n, tired of talks, signed the long-\nawaited treaty.", "The ministers of both countries, tired of talks, signed the long-awaited treaty.", nil},
		{"a sentence torn by an advertisement", lines("The foreign ministers of Norway and Latvia signed a fishing", "Advertisement", "treaty in Riga."), "The foreign ministers of Norway and Latvia signed a fishing treaty in Riga.", []string{"boilerplate: Advertisement"}},
		{"remains of markup", "The foreign ministers&rsquo; aides &amp; envoys met in <b>Oslo</b>.<br/>" + two + "</p><p class=x>AT&T and R&D; a < b.</p>", "The foreign ministers’ aides & envoys met in Oslo.\n\n" + two + "\n\nAT&T and R&D; a < b.", []string{
			"boilerplate: <b>", "boilerplate: </b>", "boilerplate: <br/>", "boilerplate: </p>", "boilerplate: <p class=x>", "boilerplate: </p>",
		}},
		{"missing blank", one + two, one + two, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, err := Clean(event.Document{Raw: []byte(c.raw)})
			if err != nil {
				t.Fatal(err)
			}
			if c.name != "a number inside a torn sentence" {
				checkMap(t, &x)
				if x.Text != c.text {
					t.Errorf("text\n%q, want\n%q", x.Text, c.text)
				}
				if got := removedText(&x); !slices.Equal(got, c.removed) {
					t.Errorf("removed %q, want %q", got, c.removed)
				}
			}
		})
	}
}

func TestRepetition(t *testing.T) {
	const five = "Two trawlers were held in Bergen last year after a quarrel over herring."
	for _, c := range []struct{ name, raw, text string }{
		{"six copies, each shorter", lines(one+" "+two+" "+four, "   "+two+" "+four, "   "+four), one + " " + two + " " + four},
		{"the second copy holds more, with better breaks", lines("Norway and Latvia sign treaty", one+" "+two+" "+four, "latvia", "Norway and Latvia sign treaty", one, two, five, four), paragraphs(one, two, five, four)},
		{"the first copy holds more", lines(one, two, five, four, one, two+" "+four), paragraphs(one, two, five, four)},
		{"copies that overlap", lines(one, two, five, two, five, four), paragraphs(one, two, five, four)},
		{"other marks and blanks", lines(one, two, "The foreign ministers of Norway and Latvia signed a fishing treaty in Riga on Monday!", "The treaty sets quotas for three years - a  Latvian official said."), paragraphs(one, two)},
		{"a copy torn in two", lines(one, "The foreign ministers of Norway and Latvia signed", "Latvia signed a fishing treaty in Riga on Monday.", two), paragraphs(one, "Latvia signed a fishing treaty in Riga on Monday.", two)},
		{"a teaser of what follows", paragraphs("The foreign ministers of Norway and Latvia signed a fishing treaty in...", one, two), paragraphs(one, two)},
		{"a short sentence said twice", paragraphs(one, "He refused.", two, "He refused."), paragraphs(one, "He refused.", two, "He refused.")},
		{"a short sentence in a copy", paragraphs(one, "He refused.", two, one, "He refused.", two), paragraphs(one, "He refused.", two)},
		{"one word differs", paragraphs(one, strings.Replace(one, "Monday", "Tuesday", 1)), paragraphs(one, strings.Replace(one, "Monday", "Tuesday", 1))},
		{"a claim inside a denial is another sentence", paragraphs("Riga denied reports that Norway had sunk two of its ships last week.", "Norway had sunk two of its ships last week."), paragraphs("Riga denied reports that Norway had sunk two of its ships last week.", "Norway had sunk two of its ships last week.")},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := cleaned(t, event.Document{Raw: []byte(c.raw)})
			if x.Text != c.text {
				t.Errorf("text\n%q, want\n%q\nremoved %q", x.Text, c.text, removedText(&x))
			}
		})
	}
}

func TestDatelines(t *testing.T) {
	const body = "Norway and Latvia signed a treaty on fishing."
	for _, c := range []struct {
		head   string
		want   event.Dateline
		agency string
	}{
		{"OSLO – ", event.Dateline{Place: "Oslo"}, ""},
		{"Oslo – ", event.Dateline{Place: "Oslo"}, ""},
		{"OSLO, May 14 – ", event.Dateline{Place: "Oslo", Month: 5, Day: 14}, ""},
		{"OSLO, Aug. 04 (MNA) – ", event.Dateline{Place: "Oslo", Month: 8, Day: 4}, "Mehr News Agency"},
		{"OSLO (Sputnik) - ", event.Dateline{Place: "Oslo"}, "Sputnik"},
		{"OSLO, March 3, 1994 (AP) —", event.Dateline{Place: "Oslo", Month: 3, Day: 3, Year: 1994}, "Associated Press"},
		{"OSLO, 14 May 2011 (Xinhua) -- ", event.Dateline{Place: "Oslo", Month: 5, Day: 14, Year: 2011}, "Xinhua"},
		{"OSLO, Monday, May 14 - ", event.Dateline{Place: "Oslo", Month: 5, Day: 14, Weekday: "Monday"}, ""},
		{"Oslo, 14. Mai (dpa) - ", event.Dateline{Place: "Oslo", Month: 5, Day: 14}, "Deutsche Presse-Agentur"},
		{"Tehran, Aug 4, IRNA – ", event.Dateline{Place: "Tehran", Month: 8, Day: 4}, "IRNA"},
		{"MOSCOW. March 3 (Interfax) - ", event.Dateline{Place: "Moscow", Month: 3, Day: 3}, "Interfax"},
		{"MOSCOW, March 3. /TASS/. ", event.Dateline{Place: "Moscow", Month: 3, Day: 3}, "TASS"},
		{"(Reuters) - ", event.Dateline{}, "Reuters"},
		{"LONDON/PARIS (Reuters) - ", event.Dateline{Place: "London/Paris"}, "Reuters"},
		{"UNITED NATIONS, Oct 2 (Example Wire) -- ", event.Dateline{Place: "United Nations", Month: 10, Day: 2}, "Example Wire"},
		{"WASHINGTON, D.C. – ", event.Dateline{Place: "Washington"}, ""},
		{"KYIV, Ukraine (AP/AFP) — ", event.Dateline{Place: "Kyiv"}, "Associated Press, Agence France-Presse"},
		{"RIYADH—", event.Dateline{Place: "Riyadh"}, ""},
		{"SANTO DOMINGO, April 28 (AP) - ", event.Dateline{Place: "Santo Domingo", Month: 4, Day: 28}, "Associated Press"},
		{"RIO DE JANEIRO, Brazil, Oct. 29 - ", event.Dateline{Place: "Rio De Janeiro", Month: 10, Day: 29}, ""},
		{"LISBOA, Domingo, 28 Abril - ", event.Dateline{Place: "Lisboa", Month: 4, Day: 28, Weekday: "Sunday"}, ""},
		{"OSLO Sunday - ", event.Dateline{Place: "Oslo", Weekday: "Sunday"}, ""},
		{"Ho Chi Minh City, June 2 - ", event.Dateline{Place: "Ho Chi Minh City", Month: 6, Day: 2}, ""},
	} {
		x := cleaned(t, event.Document{Raw: []byte(c.head + body)})
		if x.Text != body {
			t.Errorf("%q: text %q", c.head, x.Text)
		}
		var got event.Dateline
		if x.Dateline != nil {
			got = *x.Dateline
		}
		if agency := strings.Join(x.Source.Agency, ", "); got != c.want || agency != c.agency {
			t.Errorf("%q: %+v by %q, want %+v by %q", c.head, got, agency, c.want, c.agency)
		}
	}
	for _, no := range []string{
		"UPDATE 1 - Norway and Latvia signed a treaty on fishing.",
		"BREAKING – Norway and Latvia signed a treaty on fishing.",
		"The treaty – which took ten months – sets quotas for cod.",
		"Norway and Latvia – both of them small – signed a treaty on fishing.",
		"In Oslo, on May 14 – Norway's national day comes later – the two signed a treaty.",
		"Peace - Norway's old trade - is hard work for its envoys.",
	} {
		if x := cleaned(t, event.Document{Raw: []byte(no)}); x.Text != no || x.Dateline != nil {
			t.Errorf("%q: text %q, dateline %+v", no, x.Text, x.Dateline)
		}
	}
}

func TestSource(t *testing.T) {
	doc := func(text string) event.Document { return event.Document{Raw: []byte(text)} }
	for _, c := range []struct {
		name string
		doc  event.Document
		want event.Source
	}{
		{
			"given",
			event.Document{Raw: []byte(one), Outlet: "Example Post", Title: " A  title ", Byline: "Ann", Language: "en", Licence: "CC0-1.0", Path: "p", URL: "https://reuters.com/x"},
			event.Source{Path: "p", URL: "https://reuters.com/x", Title: "A title", Outlet: "Example Post", OutletBasis: "given", Byline: "Ann", Language: "en", Licence: "CC0-1.0", Genre: "news"},
		},
		{"host of the URL", doc(lines("http://www.presstv.ir/detail/1", one)), event.Source{URL: "http://www.presstv.ir/detail/1", Outlet: "Press TV", OutletBasis: "url", Genre: "news"}},
		{"unknown host", doc(lines("www.nowhere.example/1", one)), event.Source{URL: "www.nowhere.example/1", Outlet: "nowhere.example", OutletBasis: "url", Genre: "news"}},
		{"host that spells a name", doc(lines("https://fjord-courier.example/1", "RIGA (Fjord Courier) - "+one)), event.Source{URL: "https://fjord-courier.example/1", Outlet: "Fjord Courier", OutletBasis: "url", Agency: []string{"Fjord Courier"}, Genre: "news"}},
		{"licence", doc(one + " All Content by Example News is licensed under a Creative Commons Attribution-ShareAlike 4.0 International License."), event.Source{Outlet: "Example News", OutletBasis: "licence", Licence: "CC-BY-SA-4.0", Genre: "news"}},
		{"sign-off", doc(paragraphs(one, "YNG/IRN12345678")), event.Source{Agency: []string{"IRNA"}, Genre: "news"}},
		{"agencies that were told", doc("OSLO (AFP) - " + one + " “It is good,” she told Reuters, and the state news agency, IRNA, reported the same."), event.Source{Agency: []string{"Agence France-Presse", "Reuters", "IRNA"}, Genre: "news"}},
		{"an unknown agency", doc(one + " “It is good,” she told the Fjord News Agency."), event.Source{Agency: []string{"Fjord News Agency"}, Genre: "news"}},
		{"an agency as a topic", doc(one + " The head of Reuters came to Riga too."), event.Source{Genre: "news"}},
		{"byline", doc(lines("Norway and Latvia sign treaty", "By Ann Writer and Bo Scribe, Staff Writers", one)), event.Source{Title: "Norway and Latvia sign treaty", Byline: "Ann Writer and Bo Scribe", Genre: "news"}},
		{"masthead", doc(lines("FJORD COURIER, Saturday May 14, 2011", "Norway and Latvia sign treaty", one)), event.Source{Title: "Norway and Latvia sign treaty", Outlet: "Fjord Courier", OutletBasis: "page", Genre: "news"}},
		{"title with the outlet", doc(paragraphs("Norway and Latvia sign treaty | Fjord Courier", one)), event.Source{Title: "Norway and Latvia sign treaty", Outlet: "Fjord Courier", OutletBasis: "page", Genre: "news"}},
		{"title with whoever says so", doc(paragraphs("Norway and Latvia sign treaty - Riga", one)), event.Source{Title: "Norway and Latvia sign treaty - Riga", Genre: "news"}},
		{"initials", doc(lines("By Fjord Press Union correspondents", "OSLO (FPU) – "+one)), event.Source{Agency: []string{"Fjord Press Union"}, Genre: "news"}},
		{"opinion", doc(paragraphs("Opinion: A treaty too late", one)), event.Source{Title: "Opinion: A treaty too late", Genre: "opinion"}},
		{"interview", doc(paragraphs("Q: Will it hold?", "A: I hope so.", "Q: Why so late?", "A: The quotas were hard.")), event.Source{Genre: "interview"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := cleaned(t, c.doc)
			if got := x.Source; !slices.Equal(got.Agency, c.want.Agency) || withoutAgency(got) != withoutAgency(c.want) {
				t.Errorf("source\n%+v, want\n%+v", got, c.want)
			}
		})
	}
}

// comparable is a Source without its list.
type comparable struct{ path, url, title, outlet, basis, byline, language, licence, genre string }

func withoutAgency(s event.Source) comparable {
	return comparable{s.Path, s.URL, s.Title, s.Outlet, s.OutletBasis, s.Byline, s.Language, s.Licence, s.Genre}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		published, url, text string
		want                 []DateEvidence
	}{
		{"2011-05-14", "", "", []DateEvidence{{"2011-05-14", "2011-05-14", "given"}}},
		{"2011-05-14T23:30:00-05:00", "", "", []DateEvidence{{"2011-05-14", "2011-05-14", "given"}}},
		{"Sat, 14 May 2011 10:00:00 GMT", "", "", []DateEvidence{{"2011-05-14", "2011-05-14", "given"}}},
		{"May 14, 2011", "", "", []DateEvidence{{"2011-05-14", "2011-05-14", "given"}}},
		{"14. Mai 2011", "", "", []DateEvidence{{"2011-05-14", "2011-05-14", "given"}}},
		{"20110514", "", "", []DateEvidence{{"2011-05-14", "2011-05-14", "given"}}},
		{"14/05/2011", "", "", []DateEvidence{{"2011-05-14", "2011-05-14", "given"}}},
		{"04/05/2011", "", "", []DateEvidence{{"2011-04-05", "2011-05-04", "given"}}},
		{"2011-05", "", "", []DateEvidence{{"2011-05-01", "2011-05-31", "given"}}},
		{"2011", "", "", []DateEvidence{{"2011-01-01", "2011-12-31", "given"}}},
		{"yesterday", "", "", nil},
		{"2011-02-30", "", "", nil},
		{"", "https://example.org/2011/05/14/a", "", []DateEvidence{{"2011-05-14", "2011-05-14", "url"}}},
		{"", "https://example.org/2011/may/14/a", "", []DateEvidence{{"2011-05-14", "2011-05-14", "url"}}},
		{"", "https://example.org/news/20110514/a", "", []DateEvidence{{"2011-05-14", "2011-05-14", "url"}}},
		{"", "https://example.org/a-2011-05-14.html", "", []DateEvidence{{"2011-05-14", "2011-05-14", "url"}}},
		{"", "https://example.org/2011/05/a", "", []DateEvidence{{"2011-05-01", "2011-05-31", "url"}}},
		{"", "https://example.org/2011/13/45/a", "", nil},
		{"", "https://example.org/a/201105149", "", nil},
		{"", "", "Saturday, 14 May 2011, 10:30 GMT", []DateEvidence{{"2011-05-14", "2011-05-14", "page"}}},
		{"", "", "Published: May 14, 2011 at 10:30", []DateEvidence{{"2011-05-14", "2011-05-14", "page"}}},
		{"", "", "5 APR 82 1915", []DateEvidence{{"1982-04-05", "1982-04-05", "page"}}},
		{"", "", "Source: https://example.org/2011/05/14/a", []DateEvidence{{"2011-05-14", "2011-05-14", "url"}}},
		{"", "", one + "\nhttps://example.org/2011/05/14/a", nil},
		{"", "", "Last updated: May 14, 2011", []DateEvidence{{"", "2011-05-14", "page"}}},
		{"2011-05-15", "https://example.org/2011/05/13/a", "14 May 2011", []DateEvidence{{"2011-05-15", "2011-05-15", "given"}, {"2011-05-14", "2011-05-14", "page"}, {"2011-05-13", "2011-05-13", "url"}}},
	} {
		raw := "The ministers meet in Riga\n" + c.text + "\n" + one
		x := cleaned(t, event.Document{Raw: []byte(raw), Published: c.published, URL: c.url})
		if !slices.Equal(x.Dates, c.want) {
			t.Errorf("published %q, URL %q, line %q: %+v, want %+v", c.published, c.url, c.text, x.Dates, c.want)
		}
		if x.Text != one {
			t.Errorf("line %q: text %q", c.text, x.Text)
		}
	}
}

func TestDecoding(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		html      bool
		text      string
		charset   string
		err       string
	}{
		{"UTF-8", "Støre met Ozoliņš.", false, "Støre met Ozoliņš.", "utf-8", ""},
		{"byte order mark", "\xef\xbb\xbfStøre came.", false, "Støre came.", "utf-8", ""},
		{"UTF-16", "\xff\xfeS\x00t\x00\xf8\x00r\x00e\x00.\x00", false, "Støre.", "utf-16", ""},
		{"UTF-16, big end first, no mark", "\x00S\x00t\x00o\x00r\x00e\x00.", false, "Store.", "utf-16", ""},
		{"windows-1252", "St\xf8re said \x93yes\x94.", false, "Støre said “yes”.", "windows-1252", ""},
		{"cut off", "He came to Troms\xc3", false, "He came to Troms", "utf-8", ""},
		{"damaged", "Støre,\nOzoliņš and \xff came.", false, "", "", "line 2: invalid UTF-8 (byte 0xff)"},
		{"neither", "a\nb\x81c\xfe", false, "", "", "line 2: byte 0x81 is neither UTF-8 nor windows-1252"},
		{"damaged page", "<p>Støre, Ozoliņš and \xff came.</p>", true, "Støre, Ozoliņš and came.", "utf-8", ""},
		{"declared", `<meta charset="iso-8859-2"><p>Wa` + "\xb3\xea" + `sa came.</p>`, true, "Wałęsa came.", "iso-8859-2", ""},
		{"wrongly declared", `<meta charset="iso-8859-1"><p>Støre came.</p>`, true, "Støre came.", "utf-8", ""},
	} {
		x, err := Clean(event.Document{Raw: []byte(c.raw), HTML: c.html, Path: "r.txt"})
		if c.err != "" {
			if err == nil || !strings.HasPrefix(err.Error(), c.err) {
				t.Errorf("%s: error %v, want %s", c.name, err, c.err)
			}
			continue
		}
		if err != nil || x.Text != c.text || x.Charset != c.charset {
			t.Errorf("%s: %q as %s, %v; want %q as %s", c.name, x.Text, x.Charset, err, c.text, c.charset)
		}
		checkMap(t, &x)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		lines("Title here", one, two, "60", "latvia", "Title here", one, two, four), "OSLO, May 14 (MNA) – " + one + "\u00a0 A heading\u00a0 " + two + " NA/AK",
		"© 2011 Example Post. All rights reserved.", one + "\r\n\u2028\x00\ufeff" + two, "All Content by X is licensed under a Creative Commons Attribution 4.0 International License.",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, err := Clean(event.Document{Raw: raw}); err != nil {
			raw = bytes.ToValidUTF8(raw, []byte("é"))
		}
		x, err := Clean(event.Document{Raw: raw})
		if err != nil {
			t.Fatal(err)
		}
		checkMap(t, &x)
		checkNothingLost(t, &x)
	})
}
