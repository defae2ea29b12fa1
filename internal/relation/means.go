package relation

import "slices"

// means finds the mode of an attack by its weapon: in the subject ("jets bombed"), the predicate itself ("drone
// strike"), or a phrase with "with", "in", "by", "using" ("beat them with clubs", "killed in an air raid").
func (r *reader) means(a *act, c *Candidate) {
	i := slices.Index(c.Mode, "means")
	if c.Event != "ASSAULT" || i < 0 {
		return
	}
	c.Mode = slices.Delete(c.Mode, i, i+1)
	var look []int
	if a.frame.pos == "n" {
		look = append(look, a.frame.head)
	}
	for _, name := range []string{"S", "with", "in", "by", "using", "from", "during"} {
		look = append(look, r.slot(a.frame, name)...)
	}
	if a.frame.pos != "n" {
		look = append(look, a.at...)
		look = append(look, r.instruments(a.frame.head)...)
	}
	for _, tok := range look {
		for _, k := range append([]int{tok}, r.t.kids[tok]...) {
			if k != tok && !r.t.is(k, "compound", "amod", "nmod", "conj") {
				continue
			}
			if m := r.weapon(k); m != "" && !slices.Contains(c.Mode, m) {
				c.Mode = append(c.Mode, m)
			}
		}
	}
}

// instruments are objects that are weapons ("fired rockets at", "hurled grenades").
func (r *reader) instruments(v int) []int {
	direct, _ := r.t.objects(v)
	if r.t.passive(v) {
		direct = r.t.subject(v)
	}
	if direct >= 0 && r.weapon(direct) != "" {
		return []int{direct}
	}
	return nil
}

// weapon is the mode of ASSAULT that a word stands for, alone or with its modifier; "" if it is no weapon.
func (r *reader) weapon(tok int) string {
	t := r.t
	for _, k := range t.kids[tok] {
		if t.is(k, "compound", "amod") {
			if m := r.lex.weapons[t.lemma(k)+" "+t.lemma(tok)]; m != "" {
				return m
			}
		}
	}
	return r.lex.weapons[t.lemma(tok)]
}
