package actor

// How many words of a field of work may stand between a private person and his employer: "a lecturer in modern history
// at a Leeds college".
const longestField = 5

// employer reads the body that a private person works at: it tells his country, and a firm makes of an expert a man of
// business. The body itself is no party. The item after it is returned, j if there is none.
func (r *reader) employer(f *draft, j int) int {
	if ro := r.d.headRole(f); ro == nil || !ro.is("private") || f.plural || f.who != nil {
		return j
	}
	at := j
	for at < j+longestField && !r.at(at) && (r.kindAt(at) == preposition || r.kindAt(at) == filler || r.kindAt(at) == thingItem) {
		at++
	}
	if !r.at(at) {
		return j
	}
	n := len(r.out)
	end := r.phrase(at + 1)
	for _, m := range r.out[n:] {
		if ro := r.d.headRole(m); !m.modifier && ro != nil && ro.kind == "body" {
			m.modifier, f.weak = true, m
			break
		}
	}
	return max(end, j)
}

// at says whether the item is a preposition before an employer.
func (r *reader) at(j int) bool {
	return r.kindAt(j) == preposition && r.ps[r.items[j].first].key == "at"
}

// employed gives the sectors of a private person who works at a firm, else his own.
func (s *settler) employed(f *draft, own []string) []string {
	if f.weak == nil {
		return own
	}
	if ro := s.d.headRole(f.weak); ro != nil && len(ro.sectors) > 0 && ro.sectors[0] == "BUS" {
		return ro.sectors
	}
	return own
}
