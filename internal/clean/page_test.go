package clean

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dyad/event"
)

func pageOf(head, body string) event.Document {
	return event.Document{HTML: true, Path: "p.html", Raw: []byte("<!DOCTYPE html><html lang=\"en\"><head>" + head + "</head><body>" + body + "</body></html>")}
}

func TestPageText(t *testing.T) {
	p := func(s ...string) string { return "<p>" + strings.Join(s, "</p>\n<p>") + "</p>" }
	want := paragraphs(one, two, three, four)
	for _, c := range []struct{ name, body, text string }{
		{"paragraphs", p(one, two, three, four), want},
		{"furniture", "<nav><a href=/>Home</a></nav><article><h1>Treaty</h1>" + p(one, two, three, four) + "</article><aside><a href=/x>Cod prices rise</a></aside><footer>Contact</footer>", want},
		{"entities", p("The ministers&rsquo; treaty &#8212; long awaited &mdash; was signed in Riga &amp; sent to Oslo.", one, two), paragraphs("The ministers’ treaty — long awaited — was signed in Riga & sent to Oslo.", one, two)},
		{"markup inside", p("The <b>foreign</b> ministers of <a href=/n>Norway</a> and <i>Lat</i>via met<!-- where? --> in Riga.", one, two, four), paragraphs("The foreign ministers of Norway and Latvia met in Riga.", one, two, four)},
		{"line breaks in the source", "<p>" + strings.ReplaceAll(one, " ", "\n   ") + "</p>" + p(two, three, four), want},
		{"br", "<div>" + one + "<br><br>" + two + "<br>" + three + "<br/>\n" + four + "</div>", want},
		{"the same words before the article", "<div class=teaser>" + one + "</div><article>" + p(one, two, three, four) + "</article>", want},
		{"caption", p(one, two) + "<figure><img src=a.jpg><figcaption>Ministers at sea. Photo: A. Writer</figcaption></figure>" + p(three, four), want},
		{"heading and date line", "<article><h1>Norway and Latvia sign treaty</h1><time datetime=2011-05-14>14 May 2011</time>" + p(one, two) + "<h2>What comes next</h2>" + p(three, four) + "</article>", want},
		{"dateline", "<article>" + p("<span class=dateline>RIGA (Example Wire) —</span> "+one, two, three, four) + "</article>", want},
		{"links to other reports", p(one, two) + "<p><a href=/x>Cod prices rise</a></p>" + p(three, four), want},
		{"repetition", p(one, two, three, four, one, two), want},
		{"unclosed and nested", "<div><p>" + one + "<p>" + two + "</b></i><p>" + three + "<div>" + four, want},
		{"scripts", p(one) + "<script>var x = '<p>no</p>';</script><style>p{}</style>" + p(two, three, four), want},
		{"preformatted", "<pre>" + lines(one, "", two, "", three, "", four) + "</pre>", paragraphs(one, two, three, four)},
		{"no article", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := cleaned(t, pageOf("", c.body))
			if x.Text != c.text {
				t.Errorf("text\n%q, want\n%q\nremoved %q", x.Text, c.text, removedText(&x))
			}
		})
	}
}

// TestPageOffsets checks that text which stands on a page twice is found where the article has it.
func TestPageOffsets(t *testing.T) {
	teaser := "<div class=\"sidebar\"><ul><li>" + one + "</li></ul></div>"
	x := cleaned(t, pageOf("", teaser+"<article><p>"+one+"</p><p>"+two+"</p><p>"+four+"</p></article>"))
	if at, want := x.RawOffset(0), strings.LastIndex(x.Raw, one); at != want {
		t.Errorf("the text begins at byte %d of the page, want %d", at, want)
	}
	if len(x.Removed) == 0 || x.Removed[0].Kind != navigation || x.Raw[x.Removed[0].Start:x.Removed[0].End] != one {
		t.Errorf("removed %q, want the teaser", removedText(&x))
	}
}

func TestPageFacts(t *testing.T) {
	body := "<h1>Norway and Latvia sign treaty</h1><p>" + one + "</p><p>" + two + "</p><p>" + four + "</p>"
	for _, c := range []struct {
		name, head string
		want       event.Source
		days       []DateEvidence
	}{
		{"nothing", "", event.Source{Title: "Norway and Latvia sign treaty"}, nil},
		{
			"Open Graph", `<title>Treaty | Example Post</title><meta property="og:title" content="Treaty &amp; quotas"><meta property="og:site_name" content="Example Post"><meta property="og:url" content="https://example.org/2011/05/13/a"><meta property="article:published_time" content="2011-05-14T22:10:00-05:00"><meta name="author" content="By Ann Writer">`,
			event.Source{Title: "Treaty & quotas", Outlet: "Example Post", OutletBasis: "page", URL: "https://example.org/2011/05/13/a", Byline: "Ann Writer"},
			[]DateEvidence{{"2011-05-14", "2011-05-14", "page"}, {"2011-05-13", "2011-05-13", "url"}},
		},
		{
			"JSON-LD in a graph", `<meta property="og:site_name" content="example.org"><script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"No"},{"@type":["NewsArticle"],"headline":"Treaty","datePublished":"2011-05-14","dateModified":"2012-01-01","author":[{"name":"Ann Writer"}],"publisher":{"name":"Example Post"},"inLanguage":"en-GB","articleSection":["Opinion"],"license":"https://creativecommons.org/licenses/by-nd/4.0/"}]}</script>`,
			event.Source{Title: "Treaty", Outlet: "Example Post", OutletBasis: "page", Byline: "Ann Writer", Licence: "CC-BY-ND-4.0", Genre: "opinion"},
			[]DateEvidence{{"2011-05-14", "2011-05-14", "page"}},
		},
		{
			"broken JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2011-05-14","headline":"Treaty",}</script>`,
			event.Source{Title: "Treaty"},
			[]DateEvidence{{"2011-05-14", "2011-05-14", "page"}},
		},
		{
			"outlet in the title", `<title>Norway and Latvia sign treaty - Fjord Courier</title><link rel="canonical" href="https://www.fjordcourier.example/a"><link rel="license" href="http://creativecommons.org/publicdomain/zero/1.0/">`,
			event.Source{Title: "Norway and Latvia sign treaty", Outlet: "Fjord Courier", OutletBasis: "page", URL: "https://www.fjordcourier.example/a", Licence: "CC0-1.0"},
			nil,
		},
		{"words for a date", `<meta name="date" content="14 May 2011"><meta name="pubdate" content="soon">`, event.Source{Title: "Norway and Latvia sign treaty"}, []DateEvidence{{"2011-05-14", "2011-05-14", "page"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := cleaned(t, pageOf(c.head, body))
			c.want.Path, c.want.Language = "p.html", "en"
			if c.want.Genre == "" {
				c.want.Genre = "news"
			}
			if withoutAgency(x.Source) != withoutAgency(c.want) {
				t.Errorf("source\n%+v, want\n%+v", x.Source, c.want)
			}
			if !slices.Equal(x.Dates, c.days) {
				t.Errorf("days %+v, want %+v", x.Dates, c.days)
			}
			if x.Text != paragraphs(one, two, four) {
				t.Errorf("text %q", x.Text)
			}
		})
	}
}

// TestGivenBeatsPage checks that what the source knows is not replaced by what the page says.
func TestGivenBeatsPage(t *testing.T) {
	doc := pageOf(`<meta property="og:site_name" content="Page Post"><meta name="author" content="B"><meta name="date" content="2011-05-13">`, "<p>"+one+"</p>")
	doc.Outlet, doc.Title, doc.Byline, doc.Language, doc.Published = "Given Post", "Given title", "A", "en-GB", "2011-05-14"
	x := cleaned(t, doc)
	s := x.Source
	if s.Outlet != "Given Post" || s.OutletBasis != "given" || s.Title != "Given title" || s.Byline != "A" || s.Language != "en-GB" || x.Dates[0].Basis != "given" || x.Dates[0].Earliest != "2011-05-14" {
		t.Errorf("source %+v, days %+v", s, x.Dates)
	}
}

// TestRandomPages puts pages together of tags and text in any order.
func TestRandomPages(t *testing.T) {
	parts := []string{
		one, two, three, four, "Norway and Latvia sign treaty", "&amp;", "&nbsp;", "&#8217;", "&lt;b", "\u00a0", "\n", " ", "<p>", "</p>", "<p>", "<div>", "</div>", "<br>", "<br/><br/>", "<h1>", "</h1>", "<h2>", "</h2>",
		"<a href=/x>", "</a>", "<b>", "</b>", "<i>", "</span>", "<article>", "</article>", "<nav>", "</nav>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</td></tr></table>", "<figure>", "<figcaption>", "</figcaption></figure>",
		"<script>x</script>", "<style>y</style>", "<!-- c -->", "<pre>", "</pre>", "<title>T | Example Post</title>", "<time datetime=2011-05-14>", "</time>", "<blockquote>", "</blockquote>", "<svg>", "</svg>", "<template>", "</template>",
		"<select><option>", "</select>", "<textarea>", "</textarea>", "<form>", "</form>", "<p class=dateline>OSLO, May 14 –", "<footer>© 2011 Example Post", "</footer>", "60", "<P/>", "<body>", "</html>", "<frameset>",
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 1500 {
		var b strings.Builder
		for range 1 + random.IntN(40) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		checkRandomPage(t, b.String())
	}
}

func checkRandomPage(t *testing.T, page string) {
	defer func() {
		if t.Failed() {
			t.Fatalf("of the page %q", page)
		}
	}()
	x, err := Clean(event.Document{Raw: []byte(page), HTML: true})
	if err != nil {
		t.Fatal(err)
	}
	checkMap(t, &x)
}

func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"<p>" + one + "</p><div>" + two + "<br><br>" + three + "</div><table><tr><td>" + four + "</table>",
		`<script type="application/ld+json">{"@type":"NewsArticle"}</script><title>A | B</title><pre>` + lines(one, two) + "</pre>",
		"<p>&amp;&lt;&#x41;&notit;&copy" + one + "<!-- x --></foo>" + two, "<svg><p>x</svg><select><option>y</select><math><mi>z",
		"<article><h1>T</h1><figure><figcaption>c</figcaption></figure><p><a href=x>" + one + "</a></p></article>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		x, err := Clean(event.Document{Raw: []byte(page), HTML: true})
		if err != nil {
			t.Fatal(err)
		}
		checkMap(t, &x)
	})
}
