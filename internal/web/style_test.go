package web

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast reads the colours of the style sheet and holds them to WCAG 2.2 AA: 4.5 for text, 3 for what a shape must
// show, in light and dark.
func TestContrast(t *testing.T) {
	css, err := files.ReadFile("assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, ok := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("no dark colours")
	}
	dark, _, _ := strings.Cut(rest, "\n}\n")
	for scheme, text := range map[string]string{"light": light, "dark": dark} {
		colour := map[string]float64{}
		for _, m := range regexp.MustCompile(`--([\w-]+): #([0-9a-f]{6});`).FindAllStringSubmatch(text, -1) {
			colour[m[1]] = luminance(m[2])
		}
		for _, pair := range []struct {
			front, back string
			least       float64
		}{
			{"ink", "paper", 7},
			{"soft", "paper", 4.5},
			{"accent", "paper", 4.5},
			{"soft", "wash", 4.5},
			{"ink", "wash", 7},
			{"ink", "c1-tint", 4.5},
			{"ink", "c2-tint", 4.5},
			{"ink", "c3-tint", 4.5},
			{"ink", "c4-tint", 4.5},
			{"ink", "found", 4.5},
			{"accent", "c1-tint", 4.5},
			{"accent", "c2-tint", 4.5},
			{"accent", "c3-tint", 4.5},
			{"accent", "c4-tint", 4.5},
			{"accent", "found", 4.5},
			{"field", "paper", 3},
			{"c1-edge", "paper", 3},
			{"c2", "paper", 3},
			{"c3-edge", "paper", 3},
			{"c4", "paper", 3},
			{"c1", "c2", 2},
			{"c3", "c4", 2},
		} {
			a, b := colour[pair.front], colour[pair.back]
			if a == 0 || b == 0 {
				t.Errorf("%s: --%s or --%s is missing", scheme, pair.front, pair.back)
				continue
			}
			if got := (max(a, b) + 0.05) / (min(a, b) + 0.05); got < pair.least {
				t.Errorf("%s: --%s on --%s has contrast %.2f, want %.1f", scheme, pair.front, pair.back, got, pair.least)
			}
		}
	}
}

// luminance is WCAG's relative luminance of a colour.
func luminance(hex string) float64 {
	var sum float64
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
