package clean

import (
	"regexp"
	"strings"
)

const maxGenreSearch = 50 << 10

// questions and answers, as an interview printed in full has them.
var dialogue = regexp.MustCompile(`(?m)^(?:Q|A|Question|Answer)\s?[:.]\s`)

// findGenre tells opinion, interviews and live coverage from news. News is what shows no sign of another genre.
func (d *draft) findGenre(text string) {
	head := text[:min(len(text), 300)]
	whole := d.text[:min(len(d.text), maxGenreSearch)] // with what was cut: notes on the author are boilerplate
	path := ""
	if _, rest, ok := strings.Cut(d.source.URL, "://"); ok {
		if i := strings.IndexByte(rest, '/'); i >= 0 {
			path = rest[i:]
		}
	}
	lower := strings.ToLower(whole)
	where := map[string]string{"section": d.section, "url": path, "title": d.source.Title, "head": head, "text": whole}
	for _, p := range d.genres {
		if s := where[p.where]; s != "" && hasOne(lower, p.needs) && p.re.MatchString(s) {
			d.source.Genre = p.genre
			return
		}
	}
	d.source.Genre = "news"
	if len(dialogue.FindAllStringIndex(text[:min(len(text), maxGenreSearch)], 4)) >= 4 {
		d.source.Genre = "interview"
	}
}
