package archive

import (
	"testing"

	"dyad/internal/archive/archivetest"
)

func BenchmarkAdd(b *testing.B) {
	a := open(b)
	reports := archivetest.Reports(1, b.N)
	b.ResetTimer()
	events := 0
	for _, r := range reports {
		if _, err := a.Add(b.Context(), r); err != nil {
			b.Fatal(err)
		}
		events += len(r.Events)
	}
	b.ReportMetric(float64(events)/b.Elapsed().Seconds(), "events/s")
}

func BenchmarkRead(b *testing.B) {
	a := open(b)
	fill(b, a, archivetest.Reports(1, 3000))
	pair := Filter{Between: [2]string{"IRN", "RUS"}, Newest: true, Limit: 50}
	for name, read := range map[string]func() error{
		"dyads": func() error { _, _, err := a.Dyads(b.Context(), DyadFilter{Limit: 40}); return err },
		"series": func() error {
			_, err := a.Series(b.Context(), "IRN", "RUS", Month, SeriesFilter{})
			return err
		},
		"events": func() error {
			for _, err := range a.Events(b.Context(), pair) {
				if err != nil {
					return err
				}
			}
			return nil
		},
		"count":  func() error { _, err := a.CountEvents(b.Context(), pair); return err },
		"counts": func() error { _, err := a.Counts(b.Context()); return err },
		"search": func() error { _, _, err := a.Search(b.Context(), "gas field", 20, 0); return err },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
