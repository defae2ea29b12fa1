package web

import (
	"maps"
	"net/http"
	"net/url"
	"strconv"
)

// paging is the place of a page in a list that is longer than one page.
type paging struct {
	Page, Pages    int
	Total          int
	First, Last    int // 1-based numbers of the entries shown
	Previous, Next string
}

// pageNumber reads ?page=, 1 where it makes no sense.
func pageNumber(r *http.Request) int {
	n, err := strconv.Atoi(r.URL.Query().Get("page"))
	if err != nil || n < 1 || n > 1_000_000 {
		return 1
	}
	return n
}

// newPaging places a page among all of a list; the other parameters of the address stay.
func newPaging(r *http.Request, total, size int) paging {
	p := paging{Page: pageNumber(r), Pages: max(1, (total+size-1)/size), Total: total}
	p.First = min((p.Page-1)*size+1, total)
	p.Last = min(p.Page*size, total)
	if p.Page > 1 {
		p.Previous = with(r.URL, "page", strconv.Itoa(min(p.Page-1, p.Pages)))
	}
	if p.Page < p.Pages {
		p.Next = with(r.URL, "page", strconv.Itoa(p.Page+1))
	}
	return p
}

// beyond is the address of the last page where the one asked for lies behind it, "" where it does not.
func (p paging) beyond(r *http.Request) string {
	if p.Page <= p.Pages {
		return ""
	}
	return with(r.URL, "page", strconv.Itoa(p.Pages))
}

// with is an address with some of its parameters changed; an empty value drops one. A change of what is listed begins
// again at the first page.
func with(u *url.URL, pairs ...string) string {
	values := maps.Clone(u.Query())
	values.Del("page")
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			values.Del(pairs[i])
		} else {
			values.Set(pairs[i], pairs[i+1])
		}
	}
	for key, list := range values {
		if len(list) == 1 && list[0] == "" {
			values.Del(key) // an empty field of a form
		}
	}
	if len(values) == 0 {
		return u.EscapedPath()
	}
	return u.EscapedPath() + "?" + values.Encode()
}
