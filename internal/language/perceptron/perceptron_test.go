package perceptron

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"
)

// train learns which of 30 classes a number has from features that tell it, half of them noise.
func train() (*Learner, func(x uint32) []uint32) {
	features := func(x uint32) []uint32 {
		return []uint32{Mix(1, x%30, 0), Mix(2, x%7, 0), Mix(3, x, 0), Mix(4, 0, 0)}
	}
	l := NewLearner(30, 1)
	rng := rand.New(rand.NewPCG(1, 1))
	scores := make([]int32, 30)
	for range 20000 {
		x := rng.Uint32N(5000)
		clear(scores)
		l.Score(features(x), scores)
		guess := 0
		for i, s := range scores {
			if s > scores[guess] {
				guess = i
			}
		}
		if gold := int(x % 30); guess != gold {
			l.Update(features(x), gold, 1)
			l.Update(features(x), guess, -1)
		}
		l.Tick()
	}
	return l, features
}

func TestLearnFreezeAndEncode(t *testing.T) {
	l, features := train()
	w := l.Freeze(16, 2)
	packed := w.Append([]byte("head"))
	again, rest, err := Decode(append(packed[4:], "tail"...))
	if err != nil || string(rest) != "tail" {
		t.Fatalf("rest %q, error %v", rest, err)
	}
	if !bytes.Equal(again.Append(nil), w.Append(nil)) {
		t.Error("decoded and encoded again, the bytes differ")
	}
	right := 0
	rows := make([]uint32, 8)
	for x := uint32(5000); x < 6000; x++ { // numbers that were not trained on
		a, b := make([]int32, 30), make([]int32, 30)
		w.Score(features(x), rows, a)
		again.Score(features(x), rows, b)
		if !slices.Equal(a, b) {
			t.Fatalf("%d: the scores differ after decoding", x)
		}
		if slices.Index(a, slices.Max(a)) == int(x%30) {
			right++
		}
	}
	if right < 990 {
		t.Errorf("%d of 1000 right", right)
	}
}

// Weights beyond eight bits, dense rows and sparse rows all add up.
func TestScoreAddsUp(t *testing.T) {
	l := NewLearner(103, 0)
	want := make([]int32, 103)
	var features []uint32
	for f := uint32(1); f <= 180; f++ {
		features = append(features, Mix(9, f, f))
		for class := range 103 {
			if f%3 == 0 && class > 3 { // every third feature makes a sparse row
				continue
			}
			v := int32((int(f)*7+class*13)%401) - 200
			if f == 5 && class == 2 {
				v = 3000
			}
			l.Update(features[len(features)-1:], class, v)
			want[class] += v
		}
	}
	l.Tick()
	w := l.Freeze(1, 1)
	got := make([]int32, 103)
	w.Score(features, make([]uint32, len(features)), got)
	if !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

func FuzzDecode(f *testing.F) {
	l, _ := train()
	f.Add(l.Freeze(4, 2).Append(nil))
	small := NewLearner(3, 0)
	small.Update([]uint32{7, 9, 1 << 31}, 2, 5)
	small.Tick()
	f.Add(small.Freeze(16, 1).Append(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		w, _, err := Decode(b)
		if err != nil || w.Classes == 0 {
			return
		}
		w.Score([]uint32{1, 7, 9, 1 << 31, 1<<32 - 1}, make([]uint32, 5), make([]int32, w.Classes))
	})
}
