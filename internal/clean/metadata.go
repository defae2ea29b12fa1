package clean

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// pageField is where a page may say something of itself.
type pageField struct{ field, place, name string }

// pageFacts is what the head of a page says, by place and name in small letters, in the order it stands there.
type pageFacts struct {
	meta, json map[string][]string
	title      string // of the <title> element
	heading    string // of the first <h1>
	language   string
	canonical  string
	licence    string // where a rel=license link leads
	times      []string
}

// describe reads what a page says of itself.
func (d *draft) describe(p *scanned) {
	f := d.readFacts()
	first := map[string]string{}
	for _, row := range d.pageFields {
		values := f.meta[row.name]
		if row.place == "json" {
			values = f.json[row.name]
		}
		for _, v := range values {
			if v = squeezeBlanks(v); v == "" {
				continue
			}
			if row.field == "published" {
				d.addDate(v, "page")
			} else if first[row.field] == "" && !(row.field == "byline" && strings.Contains(v, "://")) {
				first[row.field] = v
			}
		}
	}
	for _, t := range f.times {
		d.addDate(t, "page")
	}
	d.suggestOutlet(first["outlet"], "page")
	titles := []string{first["title"], f.title, f.heading}
	for i, title := range titles {
		bare, outlet := d.splitTitle(title)
		if fingerprint(title) != fingerprint(f.heading) {
			titles[i] = bare
			d.suggestOutlet(outlet, "page")
		}
	}
	d.setByline(strings.TrimPrefix(strings.TrimPrefix(first["byline"], "By "), "by "))
	d.section = first["section"]
	set(&d.source.URL, f.canonical, first["url"])
	set(&d.source.Title, titles[0], titles[1], titles[2])
	set(&d.source.Language, strings.ReplaceAll(f.language, "_", "-"), strings.ReplaceAll(first["language"], "_", "-"))
	set(&d.source.Licence, licenceOf(f.licence), licenceOf(first["licence"]))
	d.licenceOfPage(p.text)
}

// set takes the first value that is there, unless something better was known before.
func set(into *string, values ...string) {
	for _, v := range values {
		if *into == "" {
			*into = v
		}
	}
}

var creativeCommons = regexp.MustCompile(`(?i)creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/(\d\.\d)`)

// licenceOf gives the SPDX identifier of a licence's address.
func licenceOf(address string) string {
	m := creativeCommons.FindStringSubmatch(address)
	switch {
	case m == nil:
		return ""
	case strings.EqualFold(m[1], "publicdomain"):
		if strings.EqualFold(m[2], "zero") {
			return "CC0-" + m[3]
		}
		return ""
	}
	return "CC-" + strings.ToUpper(m[2]) + "-" + m[3]
}

// readFacts reads the tags of a page that say something of it.
func (d *draft) readFacts() *pageFacts {
	f := &pageFacts{meta: map[string][]string{}, json: map[string][]string{}}
	z := html.NewTokenizer(strings.NewReader(d.raw))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return f
		case html.StartTagToken, html.SelfClosingTagToken:
			name, hasAttr := z.TagName()
			if !hasAttr && string(name) != "title" && string(name) != "h1" {
				continue
			}
			f.readTag(z, string(name))
		}
	}
}

// readTag reads one tag.
func (f *pageFacts) readTag(z *html.Tokenizer, name string) {
	attr := map[string]string{}
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		if k := string(key); attr[k] == "" {
			attr[k] = string(value)
		}
	}
	switch name {
	case "html":
		set(&f.language, attr["lang"], attr["xml:lang"])
	case "meta":
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			if k := strings.ToLower(attr[key]); k != "" {
				f.meta[k] = append(f.meta[k], attr["content"])
			}
		}
		return
	case "link", "a":
		rel := " " + strings.ToLower(attr["rel"]) + " "
		switch {
		case strings.Contains(rel, " license "):
			set(&f.licence, attr["href"])
		case name == "link" && strings.Contains(rel, " canonical ") && strings.Contains(attr["href"], "://"):
			set(&f.canonical, attr["href"])
		}
		return
	case "time":
		if attr["datetime"] != "" && len(f.times) < 1 {
			f.times = append(f.times, attr["datetime"]) // the first one is the article's; those behind may be other reports'
		}
	case "title":
		set(&f.title, textOf(z))
	case "h1":
		set(&f.heading, textOf(z))
	case "script":
		if strings.Contains(strings.ToLower(attr["type"]), "ld+json") {
			f.readJSON(textOf(z))
		}
	}
	if k := strings.ToLower(attr["itemprop"]); k == "datepublished" {
		f.meta[k] = append(f.meta[k], attr["datetime"], attr["content"])
	}
}

// textOf reads the text up to the next end tag of a block.
func textOf(z *html.Tokenizer) string {
	var b strings.Builder
	for {
		switch z.Next() {
		case html.TextToken:
			b.Write(z.Text())
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) != "span" && string(name) != "a" && string(name) != "em" && string(name) != "i" && string(name) != "b" && string(name) != "strong" {
				return squeezeBlanks(b.String())
			}
		case html.ErrorToken:
			return squeezeBlanks(b.String())
		}
		if b.Len() > 1<<20 {
			return squeezeBlanks(b.String())
		}
	}
}

// keyed finds the value of a key in JSON that cannot be parsed.
var keyed = regexp.MustCompile(`"(datePublished|headline|inLanguage|articleSection)"\s*:\s*"((?:[^"\\]|\\.){1,300})"`)

// readJSON reads JSON-LD: one object, several in a list or a @graph, or broken JSON, of which the plain values are
// taken as they stand.
func (f *pageFacts) readJSON(s string) {
	var value any
	if err := json.Unmarshal([]byte(s), &value); err != nil {
		for _, m := range keyed.FindAllStringSubmatch(s, 20) {
			k := strings.ToLower(m[1])
			f.json[k] = append(f.json[k], m[2])
		}
		return
	}
	f.readObject(value, 0)
}

// readObject reads what describes an article or page; of other things, such as the outlet itself, only what is inside.
func (f *pageFacts) readObject(value any, depth int) {
	if depth > 6 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, x := range v {
			f.readObject(x, depth+1)
		}
	case map[string]any:
		lower := map[string]any{}
		for k, x := range v {
			lower[strings.ToLower(k)] = x
		}
		if describesReport(lower["@type"]) {
			for _, k := range []string{"datepublished", "headline", "inlanguage", "articlesection", "author", "license"} {
				f.keep(k, lower[k])
			}
			for _, k := range []string{"publisher", "author"} {
				f.keep(k+".name", inner(lower[k], "name"))
			}
		}
		f.readObject(lower["@graph"], depth+1)
		f.readObject(lower["mainentity"], depth+1)
	}
}

// keep notes the text values of a key.
func (f *pageFacts) keep(key string, value any) {
	switch v := value.(type) {
	case string:
		f.json[key] = append(f.json[key], html.UnescapeString(v))
	case []any:
		for _, x := range v {
			if s, ok := x.(string); ok {
				f.keep(key, s)
			}
		}
	}
}

// inner returns the values of a key of an object, or of the objects of a list.
func inner(value any, key string) any {
	switch v := value.(type) {
	case map[string]any:
		return v[key]
	case []any:
		var all []any
		for _, x := range v {
			if m, ok := x.(map[string]any); ok {
				all = append(all, m[key])
			}
		}
		return all
	}
	return nil
}

func describesReport(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.Contains(k, "Article") || strings.Contains(k, "Posting") || k == "WebPage" || k == "Report" || k == "Review"
	case []any:
		for _, x := range k {
			if describesReport(x) {
				return true
			}
		}
	}
	return false
}
