package language

import "strings"

// link finds an address in a chunk: a URL or an e-mail address. It returns its bytes without the brackets, quotation
// marks and full stops around it.
func link(chunk string) (start, end int, ok bool) {
	scheme := strings.Index(chunk, "://")
	www := strings.Index(chunk, "www.")
	at := strings.IndexByte(chunk, '@')
	switch {
	case scheme > 0:
		start = scheme
		for start > 0 && isWordRune(rune(chunk[start-1])) {
			start--
		}
	case www >= 0 && (www == 0 || !isWordRune(rune(chunk[www-1]))):
		start = www
	case at > 0 && strings.IndexByte(chunk[at:], '.') > 1:
		start = at
		for start > 0 && (isWordRune(rune(chunk[start-1])) || strings.IndexByte("._%+-", chunk[start-1]) >= 0) {
			start--
		}
		if start == at {
			return 0, 0, false
		}
	default:
		return 0, 0, false
	}
	end = len(chunk)
	if i := strings.IndexAny(chunk[start:], "<>\""); i > 0 {
		end = start + i
	}
	for end > start && strings.IndexByte(".,;:!?)]}'*", chunk[end-1]) >= 0 {
		if chunk[end-1] == ')' && strings.IndexByte(chunk[start:end], '(') >= 0 {
			break
		}
		end--
	}
	end = trimQuotes(chunk, start, end)
	return start, end, end > start
}

func trimQuotes(chunk string, start, end int) int {
	for _, q := range []string{"”", "’", "»", "…"} {
		if strings.HasSuffix(chunk[start:end], q) {
			return end - len(q)
		}
	}
	return end
}
