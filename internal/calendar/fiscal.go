package calendar

// fiscalYear reads fiscal years ("fiscal 2016", "FY17", "the 2015-16 financial year"), which are taken for the calendar's, because each
// state begins its own in another month, and academic years, which run from September to August.
func (p *parser) fiscalYear(i int) (match, bool) {
	j := p.skip(i, "the")
	if y, n, end, ok := p.yearsAt(j); ok { // the 2015-16 academic year
		fiscal, academic, after := p.yearKind(end)
		if after == end || p.word(after) != "year" {
			return match{}, false
		}
		return p.yearOf(y, n, after+1, fiscal, academic)
	}
	fiscal, academic, after := p.yearKind(j)
	if after == j {
		return match{}, false
	}
	k := p.skip(after, "year")
	if academic && k == after {
		return match{}, false
	}
	if y, n, end, ok := p.yearsAt(k); ok {
		return p.yearOf(y, n, end, fiscal, academic)
	}
	if p.word(j) == "fy" && k < len(p.ls) && len(p.ls[k].word) == 2 && p.ls[k].num >= 0 && p.ls[j].upper {
		return p.yearOf(2000+p.ls[k].num, 1, k+1, fiscal, academic)
	}
	return match{}, false
}

// yearKind reads "fiscal", "financial", "academic", "school" and gives the lexeme after it; i where there is none.
func (p *parser) yearKind(i int) (fiscal, academic bool, after int) {
	if _, ok := p.is(i, "fiscal"); ok {
		return true, false, i + 1
	}
	if _, ok := p.is(i, "term"); ok {
		return false, true, i + 1
	}
	return false, false, i
}

// yearsAt reads a year or two that follow each other, "2015", "2015-16", and gives the first and their number.
func (p *parser) yearsAt(i int) (y, n, end int, ok bool) {
	if y, ok = p.yearAt(i); !ok {
		return 0, 0, 0, false
	}
	if m, ok := p.yearRange(i); ok {
		if f, ok := m.value.(fixed); ok {
			last, _, _ := f.hi.date()
			return y, last - y + 1, m.end, last-y < 3
		}
	}
	return y, 1, i + 1, true
}

// yearOf makes the match of n years from a year on.
func (p *parser) yearOf(y, n, end int, fiscal, academic bool) (match, bool) {
	m := match{end: end, kind: kindDate}
	d, ok := years(y, n)
	if academic {
		d, ok = months(y, 9, 12*max(n-1, 1))
	}
	m.value = fixedOr(d, ok)
	return m, fiscal || academic
}
