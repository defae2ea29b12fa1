// Package evaluate measures how good dyad is. In go gold data and what dyad makes of the same documents, out come
// precision, recall and F1, and the page doc/accuracy.md, which is committed so that a change of quality is a visible
// diff.
//
// The sample reports in corpus/reports come in two halves that are never added up: odd numbers are for development,
// even numbers are only measured.
package evaluate

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"dyad/event"
)

// Gold is what a careful reader finds in one sample report; corpus/reports/README.md describes the fields.
type Gold struct {
	Report    string        `json:"report"`
	About     string        `json:"about"`
	Hard      []string      `json:"hard"`
	Story     string        `json:"story"`
	Published GoldInterval  `json:"published"`
	Title     string        `json:"title"`
	Outlet    string        `json:"outlet"`
	Agency    []string      `json:"agency"`
	Dateline  string        `json:"dateline"`
	Absent    []string      `json:"absent"`
	Once      []string      `json:"once"`
	Events    []GoldEvent   `json:"events"`
	Quotes    []GoldQuote   `json:"quotes"`
	None      []GoldNothing `json:"none"`
}

// GoldInterval is an interval of days, both empty where a reader cannot know.
type GoldInterval struct {
	Earliest string `json:"earliest"`
	Latest   string `json:"latest"`
}

// GoldEvent is one row that the report should yield.
type GoldEvent struct {
	In        string         `json:"in"`
	Text      string         `json:"text"`
	Event     string         `json:"event"`
	Mode      []string       `json:"mode"`
	Aux       *string        `json:"aux"`
	Ongoing   bool           `json:"ongoing"`
	Date      string         `json:"date"`
	EndDate   string         `json:"enddate"`
	Planned   *event.Planned `json:"planned"`
	Actor     []string       `json:"actor"`
	Recipient []string       `json:"recipient"`
	Place     []string       `json:"place"`
	ClaimedBy []string       `json:"claimed_by"`
}

// GoldQuote is one quotation that the report holds.
type GoldQuote struct {
	Text        string `json:"text"`
	Kind        string `json:"kind"`
	Speaker     string `json:"speaker"`
	SpeakerText string `json:"speaker_text"`
	Cue         string `json:"cue"`
}

// GoldNothing is a passage that must yield no row.
type GoldNothing struct {
	In  string `json:"in"`
	Why string `json:"why"`
}

// Number is the number of a sample report: 17 for 017.txt.
func (g Gold) Number() int {
	n, err := strconv.Atoi(strings.TrimSuffix(g.Report, path.Ext(g.Report)))
	if err != nil {
		return 0
	}
	return n
}

// ReadGold reads the gold beside the reports of a folder, in order. Unknown fields are errors: they are slips.
func ReadGold(reports fs.FS) ([]Gold, error) {
	names, err := fs.Glob(reports, "*.gold.json")
	if err != nil {
		return nil, fmt.Errorf("listing gold: %w", err)
	}
	slices.Sort(names)
	var list []Gold
	for _, name := range names {
		f, err := reports.Open(name)
		if err != nil {
			return nil, fmt.Errorf("opening gold: %w", err)
		}
		var g Gold
		dec := json.NewDecoder(f)
		dec.DisallowUnknownFields()
		err = dec.Decode(&g)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if g.Number() == 0 {
			return nil, fmt.Errorf("%s: report %q is no numbered sample", name, g.Report)
		}
		list = append(list, g)
	}
	return list, nil
}
