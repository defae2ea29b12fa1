package archive

import (
	"context"
	"strings"
	"unicode"
)

// Segment is a piece of a snippet; Mark says that it matched.
type Segment struct {
	Text string
	Mark bool
}

// Hit is a report whose text or title matches a search.
type Hit struct {
	Report  ReportInfo
	Title   []Segment
	Snippet []Segment
}

// Marks around what matched, in FTS5's snippets: characters that no text holds after cleaning.
const markOn, markOff = "\x02", "\x03"

// Search gives the current reports whose text or title holds every word of a query, best match first. Words in double
// quotes stand together, "word*" matches what begins so, and -word excludes; nothing else has a special meaning, and
// any string is a valid query.
func (a *Archive) Search(ctx context.Context, query string, max, offset int) (hits []Hit, total int, err error) {
	match := ftsQuery(query)
	if match == "" {
		return nil, 0, nil
	}
	const from = ` FROM search JOIN report AS r ON r.seq = search.rowid WHERE search MATCH ? AND r.superseded_by = ''`
	if err := a.read.QueryRowContext(ctx, "SELECT count(*)"+from, match).Scan(&total); err != nil {
		return nil, 0, explain("search", a.path, err)
	}
	rows, err := a.read.QueryContext(ctx, `SELECT highlight(search, 0, ?2, ?3), snippet(search, 1, ?2, ?3, '…', 40), `+reportColumns+
		strings.Replace(from, "?", "?1", 1)+` ORDER BY bm25(search, 4.0, 1.0), r.id LIMIT ?4 OFFSET ?5`, match, markOn, markOff, limit(max), offset)
	if err != nil {
		return nil, 0, explain("search", a.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		var hit Hit
		var title, snippet, agency string
		if err := rows.Scan(append([]any{&title, &snippet}, hit.Report.into(&agency)...)...); err != nil {
			return nil, 0, explain("search", a.path, err)
		}
		hit.Report.Agency = split(agency)
		hit.Title, hit.Snippet = segments(title), segments(snippet)
		hits = append(hits, hit)
	}
	return hits, total, explain("search", a.path, rows.Err())
}

// ftsQuery turns what a person typed into FTS5's language. Every word and phrase is quoted, so none can be taken for an
// operator; "" means that the query holds no word.
func ftsQuery(query string) string {
	var with, without []string
	for _, term := range terms(query) {
		quoted := `"` + strings.ReplaceAll(term.text, `"`, `""`) + `"`
		if term.prefix {
			quoted += "*"
		}
		if term.exclude {
			without = append(without, quoted)
		} else {
			with = append(with, quoted)
		}
	}
	if len(with) == 0 {
		return ""
	}
	match := "(" + strings.Join(with, " AND ") + ")"
	for _, w := range without {
		match += " NOT " + w
	}
	return match
}

type term struct {
	text            string
	prefix, exclude bool
}

// maxTerms bounds the work that one query may ask for.
const maxTerms = 64

// terms splits a query into words and phrases in double quotes. What holds no letter or digit is no term.
func terms(query string) []term {
	var list []term
	var b strings.Builder
	exclude, inPhrase := false, false
	end := func(prefix bool) {
		text := strings.TrimSpace(b.String())
		b.Reset()
		if strings.ContainsFunc(text, isWord) && len(list) < maxTerms {
			list = append(list, term{text: text, prefix: prefix, exclude: exclude})
		}
		if text != "" {
			exclude = false
		}
	}
	for _, r := range strings.ToValidUTF8(query, " ") {
		switch {
		case r == '"' || r == '“' || r == '”':
			end(false)
			inPhrase = !inPhrase
		case inPhrase && r != 0:
			b.WriteRune(r)
		case unicode.IsSpace(r) || r == 0:
			end(false)
			exclude = false
		case r == '*' && b.Len() > 0:
			end(true)
		case r == '-' && b.Len() == 0:
			exclude = true
		default:
			b.WriteRune(r)
		}
	}
	end(false)
	return list
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// segments splits what FTS5 marked.
func segments(s string) []Segment {
	var list []Segment
	mark := false
	for s != "" {
		i := strings.IndexAny(s, markOn+markOff)
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			list = append(list, Segment{Text: s[:i], Mark: mark})
		}
		if i == len(s) {
			break
		}
		mark = s[i] == markOn[0]
		s = s[i+1:]
	}
	return list
}
