package web

import "dyad/internal/archive"

// spark is a small chart of a dyad's years: cooperation above the line, conflict below it.
type spark struct {
	Height, Middle string
	Bars           []sparkBar
	Label          string
}

type sparkBar struct {
	X, Width, Y, Height string
	Conflict            bool
}

const sparkHeight = 32

// newSpark draws the years from first to last on a scale of its own: it shows a rhythm, the numbers stand beside it.
func newSpark(years []archive.YearCount, first, last int) spark {
	s := spark{Height: px(sparkHeight), Middle: px(sparkHeight / 2)}
	most, busiest := 0, ""
	for _, y := range years {
		most = max(most, y.Cooperation, y.Conflict)
		if n := y.Cooperation + y.Conflict; busiest == "" || n > sum(years, busiest) {
			busiest = y.Year
		}
	}
	if most == 0 || first == 0 {
		s.Label = "no dated events"
		return s
	}
	s.Label = "most in " + busiest
	slot := 100 / float64(last-first+1)
	for _, y := range years {
		n := year(y.Year)
		if n < first || n > last {
			continue
		}
		x := float64(n-first) * slot
		for _, part := range []struct {
			n        int
			conflict bool
		}{{y.Cooperation, false}, {y.Conflict, true}} {
			if part.n == 0 {
				continue
			}
			h := max(1.5, float64(part.n)/float64(most)*(sparkHeight/2-1))
			top := sparkHeight/2 - 0.5 - h
			if part.conflict {
				top = sparkHeight/2 + 0.5
			}
			s.Bars = append(s.Bars, sparkBar{X: percent(x + slot*0.1), Width: percent(slot * 0.8), Y: px(top), Height: px(h), Conflict: part.conflict})
		}
	}
	return s
}

func sum(years []archive.YearCount, key string) int {
	for _, y := range years {
		if y.Year == key {
			return y.Cooperation + y.Conflict
		}
	}
	return 0
}
