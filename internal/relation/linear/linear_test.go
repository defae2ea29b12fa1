package linear

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

func thing(names ...string) []Feature {
	var list []Feature
	for _, n := range append(names, "bias") {
		list = append(list, Feature{n, 1})
	}
	return list
}

// noisy are examples whose label follows one of two words, three times in four.
func noisy(n int) []Example {
	r := rand.New(rand.NewPCG(7, 7))
	var list []Example
	for i := range n {
		word, label := "attack", "ASSAULT"
		if i%2 == 0 {
			word, label = "praise", "SUPPORT"
		}
		if r.IntN(4) == 0 {
			label = "AID"
		}
		list = append(list, Example{Features: thing("w "+word, fmt.Sprint("noise ", r.IntN(50))), Label: label})
	}
	return list
}

func TestTrainLearnsWordsAndProbabilities(t *testing.T) {
	m := Train(noisy(2000), Usual)
	label, p := m.Choose(thing("w attack"))
	if label != "ASSAULT" || math.Abs(p-0.75) > 0.05 {
		t.Errorf("attack: %s %.2f, want ASSAULT about 0.75", label, p)
	}
	if q := m.Probability(thing("w praise"), "AID"); math.Abs(q-0.25) > 0.05 {
		t.Errorf("praise as AID: %.2f, want about 0.25", q)
	}
	if m.Probability(thing(), "NOTHING") != 0 {
		t.Error("a label that is none has a probability")
	}
	var sum float64
	for _, x := range m.Probabilities(thing("never seen")) {
		sum += x
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("probabilities sum to %v", sum)
	}
}

func TestTrainTwice(t *testing.T) {
	a, b := Train(noisy(300), Usual), Train(noisy(300), Usual)
	if !reflect.DeepEqual(a, b) {
		t.Error("the same examples gave two models")
	}
}

func TestWeightOfAnExampleCounts(t *testing.T) {
	list := []Example{{thing("w x"), "A", 1}, {thing("w x"), "A", 1}, {thing("w x"), "B", 20}}
	if label, _ := Train(list, Usual).Choose(thing("w x")); label != "B" {
		t.Errorf("%s, want B, which counts twenty times", label)
	}
}

func TestReasonsNameTheWord(t *testing.T) {
	m := Train(noisy(500), Usual)
	got := m.Reasons(thing("w attack", "unknown"), "ASSAULT", 3)
	if len(got) == 0 || got[0].Feature != "w attack" || got[0].Weight <= 0 {
		t.Errorf("%v: the word should speak most for ASSAULT", got)
	}
	if m.Reasons(thing("w attack"), "NOTHING", 3) != nil {
		t.Error("reasons for a label that is none")
	}
}

func TestWriteRead(t *testing.T) {
	m := Train(noisy(300), Usual)
	var text strings.Builder
	if err := m.Write(&text, "tests", "a note\twith a tab"); err != nil {
		t.Fatal(err)
	}
	again, err := Read("x.model", strings.NewReader(text.String()), "tests")
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(m, again) {
		t.Error("what was read is not what was written")
	}
}

func TestReadRefuses(t *testing.T) {
	m := Train(noisy(100), Usual)
	var b strings.Builder
	if err := m.Write(&b, "tests"); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for name, x := range map[string]struct{ text, want string }{
		"empty":         {"", "breaks off"},
		"a lexicon":     {"predicate\tpos\n", "its first line is not"},
		"later version": {strings.Replace(text, "model\t1\t", "model\t2\t", 1), "it has version 2, this program reads version 1"},
		"other use":     {strings.Replace(text, "tests", "other", 1), `for "other", not for "tests"`},
		"cut":           {text[:len(text)/2], ""},
		"without end":   {text[:strings.LastIndex(text, "end\t")], "breaks off"},
		"changed":       {strings.Replace(text, "w attack\t", "v attack\t", 1), "changed or cut"},
		"no number":     {strings.Replace(text, "bias\t", "bias\tx", 1), "is no weight"},
		"more behind":   {text + "more\n", "stands behind its end"},
		"missing cell":  {strings.Replace(text, "label\tAID\t", "label\t", 1), "weights, but 2 labels"},
	} {
		_, err := Read("my.model", strings.NewReader(x.text), "tests")
		if !errors.Is(err, ErrModel) || !strings.HasPrefix(err.Error(), "my.model: ") || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: %v; want one with %q", name, err, x.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	m := Train(noisy(20), Usual)
	var b strings.Builder
	if err := m.Write(&b, "tests"); err != nil {
		f.Fatal(err)
	}
	f.Add(b.String())
	f.Add(magic + "\t1\ttests\nlabel\nx\nend\t1\t0\n")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := Read("x", strings.NewReader(text), "tests")
		if err == nil { // a model that was read can be used
			m.Choose(thing("w attack"))
			m.Reasons(thing("w attack"), "AID", 2)
		}
	})
}

func TestMinimize(t *testing.T) {
	x := []float64{8, -3}
	minimize(x, 100, func(x, g []float64) float64 { // a narrow bowl at (1, 2)
		a, b := x[0]-1, x[1]-2
		g[0], g[1] = 2*a, 200*b
		return a*a + 100*b*b
	})
	if math.Abs(x[0]-1) > 0.02 || math.Abs(x[1]-2) > 0.02 {
		t.Errorf("%v, want 1, 2", x)
	}
}
