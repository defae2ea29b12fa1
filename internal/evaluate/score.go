package evaluate

import "fmt"

// A Score counts what was found, what was right of it, and what should have been found.
type Score struct{ Right, Found, Gold int }

// Add adds the counts of another score.
func (s *Score) Add(o Score) {
	s.Right += o.Right
	s.Found += o.Found
	s.Gold += o.Gold
}

// Precision is the share of what was found that is right; 0 where nothing was found.
func (s Score) Precision() float64 { return share(s.Right, s.Found) }

// Recall is the share of what should have been found that was; 0 where there was nothing to find.
func (s Score) Recall() float64 { return share(s.Right, s.Gold) }

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 { return share(2*s.Right, s.Found+s.Gold) }

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// percent writes a share as a table shows it, with a dash where there is nothing to share.
func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", share(n, of))
}
