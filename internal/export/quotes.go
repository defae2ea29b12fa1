package export

import (
	"strconv"

	"dyad/event"
	"dyad/internal/archive"
)

var quoteTableHeader = []string{"PUBLISHED", "SPEAKER", "CODE", "KIND", "FORCE", "OUTLET", "WORDS"}

var quoteHeader = []string{
	"quote_id", "report_id", "kind", "words", "start", "end",
	"speaker_name", "speaker_code", "speaker_sector", "speaker_office", "speaker_text", "cue", "force",
	"outlet", "agency", "published", "published_end", "title", "url", "superseded_by",
}

func quoteCells(row *archive.QuoteRow) []string {
	speaker, cue := spoken(row)
	r := &row.Report
	return []string{
		row.ID, r.ID, row.Kind, row.Words, strconv.Itoa(row.Start), strconv.Itoa(row.End),
		speaker.Name, deref(speaker.Code), sectors(speaker), speaker.Office, speaker.Text, cue.Text, cue.Force,
		r.Outlet, join(r.Agency), r.Published, r.PublishedEnd, r.Title, r.URL, r.SupersededBy,
	}
}

// quoteTableCells tells with how much force the words were said: what somebody denies would read as said by him without it.
func quoteTableCells(row *archive.QuoteRow) []string {
	speaker, cue := spoken(row)
	r := &row.Report
	return []string{
		orText(openPeriod(r.Published, r.PublishedEnd), "undated"), orText(nameOf(speaker), "(not named)"), deref(speaker.Code),
		row.Kind, cue.Force, r.Outlet, row.Words,
	}
}

// spoken gives speaker and cue of a quote, empty ones where the text names none.
func spoken(row *archive.QuoteRow) (speaker event.Entity, cue event.Cue) {
	if row.Speaker != nil {
		speaker = *row.Speaker
	}
	if row.Cue != nil {
		cue = *row.Cue
	}
	return speaker, cue
}

func quoteObject(row archive.QuoteRow) any {
	return struct {
		event.Quote
		Words  string             `json:"words"`
		Report archive.ReportInfo `json:"report"`
	}{row.Quote, row.Words, row.Report}
}
