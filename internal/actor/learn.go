package actor

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
)

// A Lesson is a text whose chains are known.
type Lesson struct {
	Text  *Candidates
	Chain []string // by reference: the chain that it belongs to, "" = none that is known
}

// How the weights are learned.
const (
	epochs = 12
	step   = 0.05
	decay  = 1e-2
	missed = 4 // see cost
)

// A learner is a log-linear model while it is learned: AdaGrad over one expression after the other, each text linked by
// the weights as they are, so that the chains that features look at are those that will be met.
type learner struct {
	weights, squares      [features][forms]float64
	shared, sharedSquares [features][4]float64
	sums                  [features][forms]float64 // of the weights after the texts of the second half
	added                 int
	none                  []feature
	scores                []float64
}

// Learn gives the weights that make the antecedents of the lessons likeliest. The same lessons and seed give the same weights.
func Learn(lessons []Lesson, seed uint64) *Weights {
	l := &learner{}
	rnd := rand.New(rand.NewPCG(seed, 0))
	for e := range epochs {
		for _, n := range rnd.Perm(len(lessons)) {
			l.lesson(&lessons[n])
			if e >= epochs/2 {
				l.average()
			}
		}
	}
	w := &Weights{}
	for f := range features {
		for k := range forms {
			w[f][k] = int32(math.Round(1000 * l.sums[f][k] / float64(l.added)))
		}
	}
	return w
}

// average adds the weights to those whose mean is taken in the end.
func (l *learner) average() {
	l.added++
	for f := range features {
		for k := range forms {
			l.sums[f][k] += l.weights[f][k] + l.shared[f][families[k]]
		}
	}
}

// lesson goes through one text.
func (l *learner) lesson(t *Lesson) {
	r := newResolver(t.Text)
	known := map[string]bool{}
	for i := range r.list {
		r.candidates(i)
		best := -1
		if int(r.list[i].form) < forms && (len(r.cands) > 0) {
			right := make([]bool, len(r.cands))
			found := false
			for k := range r.cands {
				right[k] = t.Chain[i] != "" && t.Chain[r.cands[k].by] == t.Chain[i]
				found = found || right[k]
			}
			best = l.expression(r, i, right, found, found || !known[t.Chain[i]] && !r.split(i))
		}
		if t.Chain[i] != "" {
			known[t.Chain[i]] = true
		}
		r.link(i, best)
	}
}

// split says whether an expression that begins a chain may stand for several that were joined before it: gold has no
// mention for these, so that there is nothing to learn from.
func (r *resolver) split(i int) bool {
	return r.list[i].form == they && slices.ContainsFunc(r.cands, func(c candidate) bool { return r.list[c.by].joined })
}

// expression weighs the candidates of one expression, moves the weights if there is something to learn, and gives the best.
func (l *learner) expression(r *resolver, i int, right []bool, found, learn bool) int {
	f := int(r.list[i].form)
	l.none = r.none(i, l.none[:0])
	best, most := -1, l.weigh(l.none, f)
	l.scores = append(l.scores[:0], most)
	for k := range r.cands {
		s := l.weigh(r.cands[k].features, f)
		l.scores = append(l.scores, s)
		if s > most {
			best, most = k, s
		}
	}
	if k := r.certain(i); k >= 0 {
		return k
	}
	if learn {
		weight := 1.0
		if found {
			weight = cost(&r.list[i])
		}
		l.learn(r, f, right, found, most, weight)
	}
	return best
}

// weigh sums the weights of features for a form.
func (l *learner) weigh(fs []feature, f int) (sum float64) {
	for _, x := range fs {
		sum += l.weights[x][f] + l.shared[x][families[f]]
	}
	return sum
}

// learn moves the weights so that the right candidates, or none of them, get likelier: a step against the gradient of the
// logarithm of their share of the whole. most is the greatest score.
func (l *learner) learn(r *resolver, f int, right []bool, found bool, most, weight float64) {
	good := func(k int) bool { return k == 0 && !found || k > 0 && right[k-1] }
	all, goods := 0.0, 0.0
	for k, s := range l.scores {
		p := math.Exp(s - most)
		l.scores[k] = p
		all += p
		if good(k) {
			goods += p
		}
	}
	for k, p := range l.scores {
		g := p / all
		if good(k) {
			g -= p / max(goods, 1e-300)
		}
		if math.Abs(g) < 1e-4 {
			continue
		}
		fs := l.none
		if k > 0 {
			fs = r.cands[k-1].features
		}
		for _, x := range fs {
			l.move(x, f, g*weight)
		}
	}
}

// Weights are the weights of antecedents.tsv, in thousandths.
type Weights [features][forms]int32

// Write writes the rows of antecedents.tsv.
func (w *Weights) Write(out io.Writer) error {
	fmt.Fprint(out, "feature")
	for _, n := range formNames[:forms] {
		fmt.Fprintf(out, "\t%s", n)
	}
	fmt.Fprintln(out)
	for f := range feature(features) {
		fmt.Fprint(out, f)
		last := -1
		for k := range forms {
			if w[f][k] != 0 {
				last = k
			}
		}
		for k := range last + 1 {
			if w[f][k] == 0 {
				fmt.Fprint(out, "\t")
			} else {
				fmt.Fprintf(out, "\t%d", w[f][k])
			}
		}
		if _, err := fmt.Fprintln(out); err != nil {
			return fmt.Errorf("writing weights: %w", err)
		}
	}
	return nil
}

// families of forms learn from each other: a weight is the sum of one of the form and one of its family.
var families = [forms]int{he: 0, it: 0, they: 0, speaking: 1, together: 1, spokenTo: 1, pointing: 0, definite: 2, pointed: 2, owned: 2, plain: 2, name: 3}

// move takes a step against the gradient g of a feature, with AdaGrad's rate and a pull towards nothing.
func (l *learner) move(x feature, f int, g float64) {
	for _, p := range [2][2]*float64{{&l.weights[x][f], &l.squares[x][f]}, {&l.shared[x][families[f]], &l.sharedSquares[x][families[f]]}} {
		d := g + decay**p[0]
		*p[1] += d * d
		*p[0] -= step * d / math.Sqrt(*p[1]+1e-8)
	}
}

// cost is how much more a missed antecedent of an expression counts than one that is too many: noun phrases for persons,
// organisations and states mostly have none, so that without it too few would get one.
func cost(e *expression) float64 {
	if !e.form.pronoun() && e.form != name && e.class != thingClass {
		return missed
	}
	return 1
}
