package linear

import "math"

// minimize finds the least value of a smooth convex function from x on by the limited-memory method of Broyden,
// Fletcher, Goldfarb and Shanno (Liu and Nocedal 1989), in at most a number of steps. f gives the value at x and writes the
// gradient. x is changed.
func minimize(x []float64, steps int, f func(x, gradient []float64) float64) {
	const memory, tolerance = 10, 1e-5
	n := len(x)
	g, next, direction := make([]float64, n), make([]float64, n), make([]float64, n)
	nextGradient := make([]float64, n)
	var moved, turned [][]float64 // the last steps and changes of the gradient
	value := f(x, g)
	for step := range steps {
		copy(direction, g)
		twoLoops(direction, moved, turned)
		slope := -dot(direction, g)
		if slope >= 0 { // no way down: begin anew
			moved, turned = nil, nil
			copy(direction, g)
			slope = -dot(g, g)
		}
		length := 1.0
		if step == 0 {
			length = 1 / math.Max(1, math.Sqrt(dot(g, g)))
		}
		lower := value
		for range 30 { // halve until it goes down enough (Armijo)
			for i := range x {
				next[i] = x[i] - float64(length*direction[i])
			}
			if lower = f(next, nextGradient); lower <= value+1e-4*length*slope {
				break
			}
			length /= 2
		}
		if value-lower <= tolerance*math.Max(1, math.Abs(value)) {
			if lower < value {
				copy(x, next)
			}
			return
		}
		s, y := make([]float64, n), make([]float64, n)
		for i := range x {
			s[i], y[i] = next[i]-x[i], nextGradient[i]-g[i]
		}
		if dot(s, y) > 1e-12 {
			moved, turned = append(moved, s), append(turned, y)
			if len(moved) > memory {
				moved, turned = moved[1:], turned[1:]
			}
		}
		copy(x, next)
		copy(g, nextGradient)
		value = lower
	}
}

// twoLoops turns a gradient into a direction by what is remembered of the curvature.
func twoLoops(d []float64, moved, turned [][]float64) {
	a := make([]float64, len(moved))
	for i := len(moved) - 1; i >= 0; i-- {
		a[i] = dot(moved[i], d) / dot(moved[i], turned[i])
		addTo(d, turned[i], -a[i])
	}
	if k := len(moved) - 1; k >= 0 {
		scale := dot(moved[k], turned[k]) / dot(turned[k], turned[k])
		for i := range d {
			d[i] *= scale
		}
	}
	for i := range moved {
		addTo(d, moved[i], a[i]-dot(turned[i], d)/dot(moved[i], turned[i]))
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, x := range a {
		sum += float64(x * b[i])
	}
	return sum
}

func addTo(a, b []float64, times float64) {
	for i, x := range b {
		a[i] += float64(times * x)
	}
}
