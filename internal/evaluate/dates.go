package evaluate

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	"dyad/corpus"
	"dyad/event"
)

// DateScore tells how well the days of some reports are known.
type DateScore struct {
	Texts      int
	Inside     int // the true day lies in the interval
	Candidate  int // of those with candidates: the true day is one of them
	Candidates int // texts with candidates
	Days       int // one day is given
	WrongDays  int // one day is given, and it is not the true one
	Closed     int // both ends of the interval are known
	ClosedIn   int // of these: the true day lies in it
	widths     []int
}

// open is the width of an interval with an open end.
const open = math.MaxInt

// Add adds another score.
func (s *DateScore) Add(o DateScore) {
	s.Texts += o.Texts
	s.Inside += o.Inside
	s.Candidate += o.Candidate
	s.Candidates += o.Candidates
	s.Days += o.Days
	s.WrongDays += o.WrongDays
	s.Closed += o.Closed
	s.ClosedIn += o.ClosedIn
	s.widths = append(s.widths, o.widths...)
}

// Width is the median width of the intervals in days; open reports that it has no end.
func (s *DateScore) Width() (days int, open bool) {
	if len(s.widths) == 0 {
		return 0, false
	}
	w := slices.Sorted(slices.Values(s.widths))[len(s.widths)/2]
	return w, w == math.MaxInt
}

// ScoreDate compares the interval of publication with the true day.
func ScoreDate(day string, p event.Published) DateScore {
	s := DateScore{Texts: 1}
	found := GoldInterval{p.Earliest, p.Latest}
	s.Inside = one(inside(GoldInterval{day, day}, found))
	s.Candidates = one(len(p.Candidates) > 0)
	s.Candidate = one(slices.Contains(p.Candidates, day))
	s.Days = one(p.Earliest != "" && p.Earliest == p.Latest)
	s.WrongDays = s.Days * (1 - s.Inside)
	s.Closed = one(p.Earliest != "" && p.Latest != "")
	s.ClosedIn = s.Closed * s.Inside
	s.widths = []int{width(p)}
	return s
}

func width(p event.Published) int {
	lo, err1 := time.Parse(time.DateOnly, p.Earliest)
	hi, err2 := time.Parse(time.DateOnly, p.Latest)
	if err1 != nil || err2 != nil {
		return open
	}
	return int(hi.Sub(lo).Hours()/24) + 1
}

// Dates codes texts without metadata and compares the day of publication, by the evidence that the text offers and by the basis that
// dyad names. Wrong intervals are listed where misses is not nil.
func Dates(texts []corpus.DatedText, code Coder, misses io.Writer) (byKind, byBasis map[string]DateScore, err error) {
	byKind, byBasis = map[string]DateScore{}, map[string]DateScore{}
	for _, t := range texts {
		r, err := code(event.Document{Path: t.ID + ".txt", Raw: []byte(t.Text)})
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", t.Where, err)
		}
		s := ScoreDate(t.Day, r.Published)
		basis := strings.Join(r.Published.Basis, ", ")
		add(byKind, t.Kind, s)
		add(byBasis, basis, s)
		if w, _ := s.Width(); misses != nil && (s.Inside == 0 || w > 31) {
			fmt.Fprintf(misses, "%s  %s  %s–%s (%s; %d candidates), true %s\n", t.ID, t.Kind, r.Published.Earliest, r.Published.Latest, basis, len(r.Published.Candidates), t.Day)
		}
	}
	return byKind, byBasis, nil
}

func add(to map[string]DateScore, key string, s DateScore) {
	sum := to[key]
	sum.Add(s)
	to[key] = sum
}
