// Package linear is a classifier whose reasons can be read: every feature has a weight for every label, the label with the
// greatest sum wins, and the softmax of the sums is its probability.
//
// In go examples (names of features with their values, and a label), out comes a Model: a plain text table, one feature a
// line. It is trained by maximum entropy (multinomial logistic regression with a quadratic penalty; Berger, Della Pietra
// and Della Pietra 1996) with the method of minimize.go. Weights are rounded to whole numbers when training ends,
// so that the winner is the same on every machine.
package linear

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Scale is how many of the model's whole numbers make one unit of the logarithm of the odds.
const Scale = 256

// A Feature is a property of what is to be labelled. Its value is 1 for one that is there or not.
type Feature struct {
	Name  string
	Value float32
}

// An Example is a thing with its label. Weight is how often it counts; 0 counts once.
type Example struct {
	Features []Feature
	Label    string
	Weight   float32
}

// Model gives labels to things.
type Model struct {
	Labels  []string
	weights map[string][]int32 // feature → weight by label
}

// Options of a training.
type Options struct {
	Penalty float64 // on half the square of the weights
	Least   int     // in how many examples a feature must stand
	Steps   int     // at most
}

// Usual are the options that are used if none are given.
var Usual = Options{Penalty: 1, Least: 2, Steps: 150}

// Train learns a model. The same examples with the same options give the same model.
func Train(examples []Example, o Options) *Model {
	t := newTrainer(examples, o)
	minimize(t.w, o.Steps, t.loss)
	return t.model()
}

// trainer holds the weights while they are learned: label by label for each feature.
type trainer struct {
	o      Options
	labels []string
	names  []string
	rows   [][]entry
	gold   []int
	counts []float64 // weights of the examples
	w      []float64
	p      []float64
}

type entry struct {
	feature int
	value   float64
}

func newTrainer(examples []Example, o Options) *trainer {
	seen, labels := map[string]int{}, map[string]bool{}
	for _, e := range examples {
		labels[e.Label] = true
		for _, f := range e.Features {
			seen[f.Name]++
		}
	}
	t := &trainer{o: o, labels: slices.Sorted(maps.Keys(labels))}
	number := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(seen)) {
		if seen[name] >= o.Least {
			number[name] = len(t.names)
			t.names = append(t.names, name)
		}
	}
	for _, e := range examples {
		var row []entry
		for _, f := range e.Features {
			if i, ok := number[f.Name]; ok {
				row = append(row, entry{i, float64(f.Value)})
			}
		}
		slices.SortFunc(row, func(a, b entry) int { return cmp.Compare(a.feature, b.feature) })
		t.rows = append(t.rows, row)
		gold, _ := slices.BinarySearch(t.labels, e.Label)
		t.gold = append(t.gold, gold)
		t.counts = append(t.counts, float64(cmp.Or(e.Weight, 1)))
	}
	t.w, t.p = make([]float64, len(t.names)*len(t.labels)), make([]float64, len(t.labels))
	return t
}

// loss is the negative logarithm of the likelihood of the labels, with the penalty on the weights.
func (t *trainer) loss(w, gradient []float64) float64 {
	k := len(t.labels)
	value := 0.0
	for i, x := range w {
		value += float64(t.o.Penalty * x * x / 2)
		gradient[i] = float64(t.o.Penalty * x)
	}
	for i, row := range t.rows {
		clear(t.p)
		for _, e := range row {
			for j, x := range w[e.feature*k : e.feature*k+k] {
				t.p[j] += float64(x * e.value)
			}
		}
		softmax(t.p)
		value -= float64(t.counts[i] * math.Log(math.Max(t.p[t.gold[i]], 1e-300)))
		t.p[t.gold[i]]--
		for _, e := range row {
			g := gradient[e.feature*k : e.feature*k+k]
			for j, p := range t.p {
				g[j] += float64(t.counts[i] * p * e.value)
			}
		}
	}
	return value
}

// model rounds the weights. A feature all of whose weights are nothing is left out.
func (t *trainer) model() *Model {
	m := &Model{Labels: t.labels, weights: map[string][]int32{}}
	k := len(t.labels)
	for i, name := range t.names {
		row := make([]int32, k)
		for j := range row {
			row[j] = int32(math.Round(t.w[i*k+j] * Scale))
		}
		if slices.ContainsFunc(row, func(w int32) bool { return w != 0 }) {
			m.weights[name] = row
		}
	}
	return m
}

func softmax(p []float64) {
	if len(p) == 0 {
		return
	}
	top := slices.Max(p)
	sum := 0.0
	for i, x := range p {
		p[i] = math.Exp(x - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
}

// Scores gives the sum of the weights of the features for each label, in units of 1/Scale.
func (m *Model) Scores(features []Feature) []int64 {
	sums := make([]int64, len(m.Labels))
	for _, f := range features {
		for j, w := range m.weights[f.Name] {
			if f.Value == 1 {
				sums[j] += int64(w)
			} else {
				sums[j] += int64(math.Round(float64(w) * float64(f.Value)))
			}
		}
	}
	return sums
}

// Probabilities gives the probability of each label.
func (m *Model) Probabilities(features []Feature) []float64 {
	p := make([]float64, len(m.Labels))
	for j, s := range m.Scores(features) {
		p[j] = float64(s) / Scale
	}
	softmax(p)
	return p
}

// Choose gives the label with the greatest sum, of equals the first, and its probability.
func (m *Model) Choose(features []Feature) (string, float64) {
	if len(m.Labels) == 0 {
		return "", 0
	}
	p := m.Probabilities(features)
	best := 0
	for j, x := range p {
		if x > p[best] {
			best = j
		}
	}
	return m.Labels[best], p[best]
}

// Probability gives the probability of one label, 0 for what is none of the model's.
func (m *Model) Probability(features []Feature, label string) float64 {
	if k := slices.Index(m.Labels, label); k >= 0 {
		return m.Probabilities(features)[k]
	}
	return 0
}
