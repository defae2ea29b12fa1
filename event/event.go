// Package event is the record that every output of dyad is made from: a Document goes in (bytes, and what is known
// of them from outside), a Report comes out (cleaned text, sentences, times, quotes, events).
//
// The structs are plain and have no behaviour. Offsets are Unicode code points, 0-based, end exclusive: Start and End
// point into Report.Text, RawStart and RawEnd into the raw input as it was decoded. Dates are ISO 8601 (YYYY-MM-DD).
// A value that is not known is nil or empty and is left out of the JSON or written as null; it is never guessed.
//
// Field names follow the PLOVER data interchange format where it has one (event, mode, context, actor, recipient,
// event_text, event_loc, quad_code, event_scale, date, enddate).
package event

import "encoding/json"

// Document is one report as it came from a source, before anything was read from it.
type Document struct {
	Raw  []byte // the bytes of the report itself: a file's content, or the text or html value of a JSON line
	HTML bool   // Raw is an HTML page

	// What the source knows of the report; empty where it does not say.
	Path, URL, Title, Outlet, Published, Byline, Language, Licence string

	// Extra holds the fields of the input that are not ours, passed through to Report.Extra.
	Extra map[string]json.RawMessage

	// Line is the line of a JSON Lines file that the report came from, 1-based; 0 elsewhere.
	Line int
}

// Report is a coded report, one line of the output of "dyad code".
type Report struct {
	ID        string                     `json:"id"`                // shortened SHA-256 of the raw bytes, in hex
	Revises   string                     `json:"revises,omitempty"` // id of the earlier version at the same URL
	Extra     map[string]json.RawMessage `json:"extra,omitempty"`
	Source    Source                     `json:"source"`
	Dateline  *Dateline                  `json:"dateline,omitempty"`
	Published Published                  `json:"published"`
	Text      string                     `json:"text"`
	Removed   []Removed                  `json:"removed"`
	Sentences []Sentence                 `json:"sentences"`
	Times     []Time                     `json:"times"`
	Quotes    []Quote                    `json:"quotes"`
	Events    []Event                    `json:"events"`
}

// Source says where a report comes from and who published it.
type Source struct {
	Path        string   `json:"path,omitempty"`
	URL         string   `json:"url,omitempty"`
	Title       string   `json:"title,omitempty"`
	Outlet      string   `json:"outlet,omitempty"`
	OutletBasis string   `json:"outlet_basis,omitempty"` // given | url | feed | tag | licence | page
	Agency      []string `json:"agency,omitempty"`       // whose copy it carries or relies on, nearest first
	Byline      string   `json:"byline,omitempty"`
	Language    string   `json:"language,omitempty"` // BCP 47
	Licence     string   `json:"licence,omitempty"`  // SPDX identifier where there is one
	Genre       string   `json:"genre,omitempty"`    // news | opinion | interview | live | other
}

// Dateline is the place and day at the head of an agency report ("OSLO, May 14"). Month and Day are 0 where not given.
type Dateline struct {
	Place   string `json:"place,omitempty"`
	Month   int    `json:"month,omitempty"`
	Day     int    `json:"day,omitempty"`
	Year    int    `json:"year,omitempty"`
	Weekday string `json:"weekday,omitempty"`
}

// Published is the interval of days in which the report was published, with what it was read from.
type Published struct {
	Earliest   string   `json:"earliest,omitempty"`
	Latest     string   `json:"latest,omitempty"`
	Weekday    string   `json:"weekday,omitempty"`
	Basis      []string `json:"basis,omitempty"`      // given | feed | page | url | dateline | weekday | office | reference
	Candidates []string `json:"candidates,omitempty"` // single days, where several remain
}

// Removed is a passage of the raw input that is not in Text.
type Removed struct {
	// Kind: repetition | licence | sign-off | dateline | url | counter | tag | heading | navigation | boilerplate
	Kind     string `json:"kind"`
	RawStart int    `json:"raw_start"`
	RawEnd   int    `json:"raw_end"`
}

// Span is a stretch of Text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Sentence is one sentence of Text.
type Sentence struct {
	Start     int `json:"start"`
	End       int `json:"end"`
	Paragraph int `json:"paragraph"`
	RawStart  int `json:"raw_start"`
	RawEnd    int `json:"raw_end"`
}

// Time is a time expression, its span without the preposition, and the interval it denotes.
type Time struct {
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Earliest string `json:"earliest,omitempty"`
	Latest   string `json:"latest,omitempty"`
	Kind     string `json:"kind"` // date | period | recurring | duration

	// Value is what the words say, as the value of a TIMEX3 (TimeML; ISO 24617-1) has it, where it is known: a day "2016-08-15",
	// a week "2016-W33", a month "2016-08", a quarter "2016-Q3", a half "2016-H1", a season "2016-SU", a year "2016", a decade
	// "201", a century "20", a time of day "2016-08-15T18:30" or "2016-08-15TEV", a duration "P2D" or "PT4H" ("PXD": several days), a
	// set "P1W" or "XXXX-WXX-5" (every Friday), a name whose year is not known "XXXX-08-15", and "PRESENT_REF", "PAST_REF" and
	// "FUTURE_REF" for "now", "recently" and "the future". Two days are joined by "/", as ISO 8601 joins an interval.
	Value string `json:"value,omitempty"`
	// Mod is what qualifies the value, as the mod of a TIMEX3: START | MID | END | APPROX | MORE_THAN | LESS_THAN | EQUAL_OR_MORE |
	// EQUAL_OR_LESS.
	Mod string `json:"mod,omitempty"`
	// Calendar is the calendar that the words were converted from, where it is not the Gregorian: hijri | persian. A day of the Hijri
	// calendar can lie a day earlier or later where the moon was sighted otherwise.
	Calendar string `json:"calendar,omitempty"`
}

// Entity is a party, a speaker or a claimant as the text names it, and what it was resolved to.
type Entity struct {
	Text   string   `json:"text,omitempty"`
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Name   string   `json:"name,omitempty"`
	Code   *string  `json:"code"`             // ISO 3166-1 alpha-3 or PLOVER international code; null = not known
	Sector []string `json:"sector,omitempty"` // PLOVER sectors, the primary one first
	Office string   `json:"office,omitempty"` // the office held on the date of the event
}

// Cue is the word that marks speech, and how the speaker speaks.
type Cue struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Force string `json:"force"` // says | claims | denies | warns | admits | urges | …
}

// Quote is a stretch of somebody's speech. A direct quote's span includes its quotation marks.
type Quote struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind"` // direct | indirect
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Parts   []Span   `json:"parts,omitempty"` // only where the cue splits it
	Speaker *Entity  `json:"speaker"`         // null where the text names none
	Cue     *Cue     `json:"cue,omitempty"`
	Media   []string `json:"media,omitempty"` // the media it was said to or is passed on by, besides those whose copy the report is
}

// Claimant is one link of a chain of who says so: a speaker, an agency, or the outlet.
type Claimant struct {
	Outlet string   `json:"outlet,omitempty"`
	Name   string   `json:"name,omitempty"`
	Code   *string  `json:"code,omitempty"`
	Sector []string `json:"sector,omitempty"`
	Quote  string   `json:"quote,omitempty"` // id of the quote the claim stands in
}

// Location is a place of an event. Lat and Lon are WGS 84 degrees; nil where the place is not resolved.
type Location struct {
	Text      string   `json:"text"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Name      string   `json:"name,omitempty"`
	Code      string   `json:"code,omitempty"` // state, ISO 3166-1 alpha-3
	Lat       *float64 `json:"lat,omitempty"`
	Lon       *float64 `json:"lon,omitempty"`
	Precision string   `json:"precision,omitempty"` // country | region | city
	Role      string   `json:"role"`                // place | origin | target
}

// Planned is the time for which a coming event was announced.
type Planned struct {
	Date    string `json:"date"`
	EndDate string `json:"enddate"`
}

// Because says why an event row exists: the rule that made it and where its predicate stands.
type Because struct {
	Rule      string `json:"rule"`           // the lexicon entry, as file:line and pattern
	Predicate Span   `json:"predicate"`      // the words of the predicate
	Path      string `json:"path,omitempty"` // how actor and recipient hang on the predicate in the parse
	When      *Span  `json:"when,omitempty"` // the time expression that the date, or the planned time, was read from
}

// Event is one row: who did what to whom, when, where, and who says so.
type Event struct {
	ID            string       `json:"id"`
	Event         string       `json:"event"`   // PLOVER type
	Mode          []string     `json:"mode"`    // PLOVER modes of that type
	Context       []string     `json:"context"` // PLOVER contexts
	Aux           *string      `json:"aux"`     // null = reported as having happened | future | historical | hypothetical | negation
	Ongoing       bool         `json:"ongoing"` // a state or habit rather than one occurrence
	Date          string       `json:"date,omitempty"`
	EndDate       string       `json:"enddate,omitempty"`
	DateBasis     string       `json:"date_basis"`               // expression | inherited | published | none
	DatePrecision string       `json:"date_precision,omitempty"` // the unit that date and enddate are: day | week | month | quarter | half-year | year | decade | century | interval
	Planned       *Planned     `json:"planned,omitempty"`
	Actor         []Entity     `json:"actor"`
	Recipient     []Entity     `json:"recipient"`
	EventLoc      []Location   `json:"event_loc"`
	EventText     string       `json:"event_text"`
	Start         int          `json:"start"`
	End           int          `json:"end"`
	RawStart      int          `json:"raw_start"`
	RawEnd        int          `json:"raw_end"`
	Sentence      int          `json:"sentence"`
	QuadCode      int          `json:"quad_code"`
	EventScale    float64      `json:"event_scale"`
	Confidence    float64      `json:"confidence"`
	ClaimedBy     []Claimant   `json:"claimed_by"`      // from the first speaker to the outlet; the outlet alone = its own voice
	AlsoClaimedBy [][]Claimant `json:"also_claimed_by"` // further chains, where several assert one event
	Link          *string      `json:"link"`            // ties rows of one occurrence
	Because       Because      `json:"because"`
}
