package matrix

import "math"

// kernelGo adds rows×depth of a times a panel of b to c, with the bits of fused.
//
// Looking for the sums that need care makes it 2.5 to 3.5 times as slow as plain float32, and it would be more if every
// element called fused: 1.4 GFlop/s instead of 0.9, on a processor where the assembly has about 40.
func kernelGo(rows, depth int, a []float32, rowStep, colStep int, b, c []float32, ldc int) {
	var next [panel]float32
	for r := range rows {
		to := (*[panel]float32)(c[r*ldc:])
		for q := range depth {
			x := float64(a[r*rowStep+q*colStep])
			from := (*[panel]float32)(b[q*panel:])
			again := false
			for j := range to {
				s := x*float64(from[j]) + float64(to[j])
				next[j] = float32(s)
				if doubtful(s) {
					again = true
				}
			}
			if again {
				for j := range to {
					next[j] = fused(x, from[j], to[j])
				}
			}
			*to = next
		}
	}
}

const (
	// halfBits are the bits that a float64 has and a float32 has not.
	halfBits = 1<<29 - 1
	// tinyBits are the bits of 2⁻¹²⁶, the smallest normal float32, shifted to lose the sign.
	tinyBits = (1023 - 126) << 53
)

// fused is x·y+z rounded once, as the fused multiply-add of AVX2 and NEON has it, for an x that is a float32.
//
// The product is exact in float64, but the sum is rounded to float64 and then to float32. (So is math.FMA of float64.) The
// second rounding goes wrong only where doubtful says so; there toOdd looks at the error of the sum. So the result has the
// bits of the hardware for all numbers and infinities; only which NaN it is may differ. A compiler that fuses the float64
// operations changes nothing, since the product is exact.
func fused(x float64, y, z float32) float32 {
	p := x * float64(y)
	s := p + float64(z)
	if doubtful(s) {
		s = toOdd(p, float64(z), s)
	}
	return float32(s)
}

// doubtful says whether s may be halfway between two float32, where it matters how s was rounded: about one in 2²⁹ random
// numbers is, and every number in the range of the subnormal float32, where halfway has other bits, may be.
func doubtful(s float64) bool {
	bits := math.Float64bits(s)
	return bits&halfBits == (halfBits+1)/2 || bits<<1-1 < tinyBits-1
}

// toOdd is p+z, whose nearest float64 is s, rounded to odd: rounding that to float32 is the same as rounding p+z once.
func toOdd(p, z, s float64) float64 {
	t := s - p
	rest := (p - (s - t)) + (z - t)
	bits := math.Float64bits(s)
	switch {
	case rest == 0 || bits&1 == 1:
		return s
	case (rest > 0) == (s > 0):
		return math.Float64frombits(bits + 1)
	default:
		return math.Float64frombits(bits - 1)
	}
}
