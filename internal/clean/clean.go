// Package clean turns a report as it was crawled into its text.
//
// In goes the event.Document: bytes of a text file or an HTML page. Out comes a Text: the decoded input, the cleaned
// text in paragraphs, a map from each of its bytes back to the input, the passages that were taken out and what kind
// each is, and what the report says of itself: title, outlet, agency, dateline, byline, licence, language, days.
//
// It works on lines. The lines of a text file are its own, the lines of a page are the blocks of its article (page.go).
// Each line is judged: URL, counter, tag, heading, navigation, licence, sign-off (classify.go); what of it is not the
// report's text is cut. What is left is joined into paragraphs (paragraph.go) and sentences, and a sentence that stands
// there more than once is kept once (repetition.go). Nothing is rewritten: each character of the text is a character
// of the input, so that an event can be shown where the outlet printed it.
package clean

import (
	"cmp"
	"slices"
	"strings"

	"dyad/event"
)

// Passage is a stretch of Text.Raw that is not in Text.Text.
type Passage struct {
	Kind       string // one of the kinds of event.Removed
	Start, End int    // bytes of Raw
}

// The kinds of removed passages.
const (
	repetition  = "repetition"
	licence     = "licence"
	signOff     = "sign-off"
	dateline    = "dateline"
	urlLine     = "url"
	counter     = "counter"
	tag         = "tag"
	heading     = "heading"
	navigation  = "navigation"
	boilerplate = "boilerplate"
)

// DateEvidence is something outside the text that tells the day of publication.
type DateEvidence struct {
	Earliest, Latest string // ISO days, both inclusive; "" = open
	Basis            string // given | feed | page | url; copyright: the year of a notice, weaker than what a text tells
}

// Medium is a place of the text that names an agency or outlet through which it has what it tells there.
type Medium struct {
	Name       string // as the record writes it
	Start, End int    // bytes of Text.Text
}

// Text is a cleaned report.
type Text struct {
	Raw      string          // the decoded input, valid UTF-8 (HTML: the source of the page)
	Text     string          // paragraphs separated by "\n\n", no other line breaks, single blanks inside
	Removed  []Passage       // in the order of Raw
	Source   event.Source    // what is known of where the report comes from
	Dateline *event.Dateline // nil without one
	Dates    []DateEvidence  // what is known of the day of publication from outside the text, best first
	Carried  []string        // of Source.Agency those whose copy the whole report is; on the others it relies in places
	Founded  []string        // the days before which those that issued it were not there: the report is not older
	Media    []Medium        // where the text relies on a medium ("told …", "… reported"), in text order
	Charset  string          // how the bytes were decoded: utf-8, utf-16, windows-1252, …

	offsets offsets // Text -> Raw
}

// RawOffset gives the byte of Raw that byte i of Text was taken from. The end of Text, and the breaks between
// paragraphs, which stand nowhere in Raw, have the offset behind the character before them.
func (t *Text) RawOffset(i int) int {
	return t.offsets.at(min(max(i, 0), len(t.Text)))
}

// Clean reads one report. It fails where the bytes are no text in an encoding that can be told; the error names the line
// of the report, not the report.
func Clean(doc event.Document) (Text, error) {
	raw, charset, err := decode(doc.Raw, doc.HTML)
	if err != nil {
		return Text{}, err
	}
	tab, err := embedded()
	if err != nil {
		return Text{}, err
	}
	d := &draft{lexicon: tab, raw: raw}
	d.source = event.Source{
		Path: doc.Path, URL: doc.URL, Title: squeeze(doc.Title), Byline: squeeze(doc.Byline),
		Language: doc.Language, Licence: doc.Licence,
	}
	d.suggestOutlet(squeeze(doc.Outlet), "given")
	d.addDate(doc.Published, "given")
	if d.page = doc.HTML; d.page {
		d.readPage()
	} else {
		d.readText()
	}
	d.classify()
	text, offsets := d.write(d.order(d.segments()))
	t := Text{Raw: raw, Text: text, Dateline: d.dateline, Charset: charset, offsets: offsets}
	d.finish(&t)
	return t, nil
}

// finish settles what is known of the source, once everything has been read.
func (d *draft) finish(t *Text) {
	d.readURL(d.source.URL)
	d.readLastAddress()
	d.readStamps()
	if a := d.agencyByName[d.source.Byline]; a != nil && a.agency || d.nameKind(d.source.Byline) == "agency" {
		d.addAgency(d.canonical(d.source.Byline))
	}
	t.Carried = slices.Clone(d.agencies)
	d.findAgencies(t.Text)
	d.findMedia(t.Text)
	d.findGenre(t.Text)
	d.settleOutlet()
	t.Source = d.source
	t.Source.Agency = d.agencies
	for _, issuer := range append(slices.Clone(t.Carried), d.source.Outlet) {
		if a := d.agencyByName[issuer]; a != nil && a.from != "" {
			t.Founded = append(t.Founded, a.from)
		}
	}
	t.Media = d.media
	// An outlet's own name in the dateline is no agency's.
	if d.source.OutletBasis == "page" {
		t.Source.Agency = slices.DeleteFunc(t.Source.Agency, func(a string) bool { return a == d.source.Outlet })
	}
	slices.SortStableFunc(d.dates, func(a, b DateEvidence) int { return cmp.Compare(rankOf(a), rankOf(b)) })
	t.Dates = d.dates
	t.Removed = d.passages()
	if len(t.offsets.runs) > 0 && d.page {
		t.Removed = around(t.Removed, t.offsets.targets(len(t.Text)), t.Raw)
	}
}

// squeeze makes every run of white space one blank.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
