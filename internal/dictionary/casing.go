package dictionary

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// casing writes names that a dictionary has in capitals as texts have them, because a name of a table asks of the text the
// capitals that it has itself:
//
//   - words begin with a capital, also behind a hyphen and behind O' and Mc; small words (of, the, al, bin) are small;
//   - a word of at most six letters without a vowel, one with dots between its letters (U.N.), the
//     initials of another name of the same entry (WHO beside World Health Organization) and what casing.tsv lists are
//     abbreviations and stay in capitals;
//   - roles are small, abbreviations apart.
type casing struct {
	use  map[string]string // word in small letters -> small | capitals | title
	word map[string]bool   // words in small letters that are no surname
}

// readCasing reads the table once.
var readCasing = sync.OnceValues(makeCasing)

func makeCasing() (*casing, error) {
	rs, err := rows("casing.tsv", "word", "use", "surname")
	if err != nil {
		return nil, err
	}
	c := &casing{map[string]string{}, map[string]bool{}}
	for _, r := range rs {
		c.use[r.Get("word")] = r.Get("use")
		c.word[r.Get("word")] = r.Get("surname") == "no"
	}
	return c, nil
}

// name writes a name; initials are those of the other names of its entry, nil for a person, whose names hold no abbreviation
// but one with dots.
func (c *casing) name(s string, initials map[string]bool) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		switch {
		case c.use[w] == "small" && i > 0 && i < len(words)-1:
		case c.abbreviation(w, initials):
			words[i] = strings.ToUpper(w)
		default:
			words[i] = c.title(w, i == 0 || i == len(words)-1)
		}
	}
	return strings.Join(words, " ")
}

// nameless reports whether the last word of a person's name is none that he could be called by alone.
func (c *casing) nameless(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	return len(words) > 1 && c.word[strings.TrimSuffix(words[len(words)-1], ".")]
}

// role writes the noun of a role.
func (c *casing) role(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		if c.abbreviation(w, none) && c.use[w] != "capitals" {
			words[i] = strings.ToUpper(w)
		}
	}
	return strings.Join(words, " ")
}

var none = map[string]bool{}

// abbreviation reports whether a word in small letters is one.
func (c *casing) abbreviation(w string, initials map[string]bool) bool {
	person := initials == nil
	switch use := c.use[w]; {
	case use == "capitals":
		return !person
	case use == "title", c.use[strings.TrimSuffix(w, ".")] == "title", utf8.RuneCountInString(w) < 2:
		return false
	}
	if initials[strings.ReplaceAll(w, ".", "")] {
		return true
	}
	w = strings.TrimSuffix(w, ",")
	letters, vowel := 0, false
	for _, r := range w {
		switch {
		case r == '.':
		case !unicode.IsLetter(r):
			return false
		default:
			letters++
			vowel = vowel || strings.ContainsRune("aeiouy", r) || r >= utf8.RuneSelf
		}
	}
	inner := strings.Count(strings.TrimSuffix(w, "."), ".")
	return letters >= 2 && (inner > 0 && inner >= letters-1 || !person && letters <= 6 && !vowel && !strings.Contains(w, "."))
}

// title writes a word with a capital where it begins and behind its hyphens and slashes.
// At the edge of a name a small word has a capital too.
func (c *casing) title(w string, edge bool) string {
	if before, after, ok := strings.Cut(w, "/"); ok {
		return c.title(before, edge) + "/" + c.title(after, false)
	}
	parts := strings.Split(w, "-")
	for i, p := range parts {
		switch {
		case c.use[p] == "small" && (!edge || i > 0 || len(parts) > 1 && len(p) <= 3):
		case len(parts) > 1 && c.abbreviation(p, none):
			parts[i] = strings.ToUpper(p)
		default:
			parts[i] = capital(p)
		}
	}
	return strings.Join(parts, "-")
}

// capital writes a word without hyphens with capitals: Brien, O'Brien, McCloy, d'Ivoire.
func capital(w string) string {
	i := strings.IndexFunc(w, unicode.IsLetter)
	if i < 0 || i > 0 && '0' <= w[i-1] && w[i-1] <= '9' { // 23rd
		return w
	}
	if q := strings.IndexAny(w, "'’"); q == i+1 && len(w) > q+3 {
		if w[i] == 'd' || w[i] == 'l' {
			return w[:q+1] + capital(w[q+1:])
		}
		return upperAt(w[:q+1], i) + capital(w[q+1:])
	}
	if strings.HasPrefix(w[i:], "mc") && len(w) > i+4 {
		return upperAt(upperAt(w, i+2), i)
	}
	return upperAt(w, i)
}

func upperAt(w string, i int) string {
	r, n := utf8.DecodeRuneInString(w[i:])
	return w[:i] + string(unicode.ToUpper(r)) + w[i+n:]
}

// initialsOf gives the initials of names of several words, with and without their small words.
func (c *casing) initialsOf(names []string) map[string]bool {
	initials := map[string]bool{}
	for _, n := range names {
		words := strings.FieldsFunc(strings.ToLower(n), func(r rune) bool { return r == ' ' || r == '-' || r == '/' })
		var all, large strings.Builder
		for _, w := range words {
			r, _ := utf8.DecodeRuneInString(w)
			all.WriteRune(r)
			if c.use[w] != "small" {
				large.WriteRune(r)
			}
		}
		for _, s := range []string{all.String(), large.String()} {
			if utf8.RuneCountInString(s) > 1 {
				initials[s] = true
			}
		}
	}
	return initials
}
