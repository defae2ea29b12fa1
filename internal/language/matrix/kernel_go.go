package matrix

import "math"

// kernelGo adds rows×depth of a times a panel of b to c.
func kernelGo(rows, depth int, a []float32, rowStep, colStep int, b, c []float32, ldc int) {
	for r := range rows {
		to := (*[panel]float32)(c[r*ldc:])
		for q := range depth {
			x := float64(a[r*rowStep+q*colStep])
			from := (*[panel]float32)(b[q*panel:])
			for j := range to {
				to[j] = fused(x, from[j], to[j])
			}
		}
	}
}

const (
	// halfBits are the bits that a float64 has and a float32 has not.
	halfBits = 1<<29 - 1
	// tinyBits are the bits of 2⁻¹²⁶, the smallest normal float32, without the sign.
	tinyBits = (1023 - 126) << 53
)

// fused is x·y+z rounded once, as the fused multiply-add of AVX2 and NEON has it, for an x that is a float32.
//
// The product is exact in float64, but the sum is rounded to float64 and then to float32. The second rounding goes wrong
// only where the first one ended halfway between two float32, about once in 2²⁹ random sums; there, and among the
// subnormal float32, where halfway has other bits, fusedSlow looks at the error of the sum. So the result has the bits of
// the hardware for all numbers and infinities; only which NaN it is may differ. A compiler that fuses the float64
// operations changes nothing, since the product is exact.
func fused(x float64, y, z float32) float32 {
	p := x * float64(y)
	s := p + float64(z)
	bits := math.Float64bits(s)
	if bits&halfBits == (halfBits+1)/2 || bits<<1-1 < tinyBits-1 {
		return fusedSlow(p, float64(z), s)
	}
	return float32(s)
}

// fusedSlow rounds p+z, whose nearest float64 is s, to odd before it rounds to float32, which makes the two roundings
// the same as one.
func fusedSlow(p, z, s float64) float32 {
	t := s - p
	rest := (p - (s - t)) + (z - t)
	if bits := math.Float64bits(s); rest != 0 && bits&1 == 0 {
		if (rest > 0) == (s > 0) {
			bits++
		} else {
			bits--
		}
		s = math.Float64frombits(bits)
	}
	return float32(s)
}
