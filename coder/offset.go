package coder

import "unicode/utf8"

// points turns byte offsets of a string into code points. It keeps a count every stride bytes, so that a text of any
// length costs little memory and each offset a bounded walk.
type points struct {
	s     string
	marks []int // marks[i] = code points before byte i*stride
}

const stride = 256

func newPoints(s string) points {
	p := points{s: s, marks: make([]int, 0, len(s)/stride+1)}
	n := 0
	for i := 0; i < len(s); i++ {
		if i%stride == 0 {
			p.marks = append(p.marks, n)
		}
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return p
}

// at returns how many code points begin before byte i.
func (p points) at(i int) int {
	i = min(max(i, 0), len(p.s))
	if len(p.marks) == 0 {
		return 0
	}
	m := min(i/stride, len(p.marks)-1)
	n := p.marks[m]
	for j := m * stride; j < i; j++ {
		if utf8.RuneStart(p.s[j]) {
			n++
		}
	}
	return n
}
