package dictionary

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"dyad/internal/actor"
	"dyad/internal/table"
)

// A meaning is what a code of a PETRARCH dictionary says in dyad's words.
type meaning struct {
	code    string
	sectors []string
	state   bool     // the code is a state's
	remarks []string // what of the code could not be said
}

// A head is a row of heads.tsv.
type head struct {
	use, code, adds string
	keeps           []string
}

// codes cuts and translates the codes of PETRARCH dictionaries.
type codes struct {
	states map[string]bool
	heads  map[string]head
	parts  map[string]part
}

// A part is a row of parts.tsv.
type part struct{ use, value string }

// readCodes reads the tables once.
var readCodes = sync.OnceValues(makeCodes)

func makeCodes() (*codes, error) {
	c := &codes{states: map[string]bool{}, heads: map[string]head{}, parts: map[string]part{}}
	rs, err := table.ReadFile(actor.Tables(), "internal/actor", "data/states.tsv", stateColumns...)
	if err != nil {
		return nil, err
	}
	for _, r := range rs {
		c.states[r.Get("code")] = true
	}
	if rs, err = rows("heads.tsv", "part", "use", "code", "adds", "keeps"); err != nil {
		return nil, err
	}
	for _, r := range rs {
		c.heads[r.Get("part")] = head{r.Get("use"), r.Get("code"), r.Get("adds"), r.List("keeps")}
	}
	if rs, err = rows("parts.tsv", "part", "use", "value"); err != nil {
		return nil, err
	}
	for _, r := range rs {
		c.parts[r.Get("part")] = part{r.Get("use"), r.Get("value")}
	}
	return c, nil
}

// actor translates the code of an actor: a head (a state, else an international code, else one of the user's own), then
// roles of three letters each.
func (c *codes) actor(code string) (meaning, error) {
	if len(code) < 3 {
		return meaning{}, fmt.Errorf("the code %q has fewer than three letters", code)
	}
	first, rest := code[:3], code[3:]
	h, ok := c.heads[first]
	switch {
	case ok:
	case c.states[first]:
		h = head{use: "state", code: first}
	default:
		return c.own(code)
	}
	m := meaning{code: h.code, state: h.use == "state"}
	parts, err := c.cut(rest, &m)
	if err != nil {
		return m, fmt.Errorf("after %s, %w", first, err)
	}
	if h.use == "region" && !slices.Contains(parts, "REB") && !slices.Contains(parts, "CRM") {
		return m, fmt.Errorf("%s is a region, which has no code in PLOVER", first)
	}
	c.roles(&m, parts)
	m.keep(h)
	return m, nil
}

// keep brings the sectors to what those of a head may have.
func (m *meaning) keep(h head) {
	if len(h.keeps) > 0 {
		m.sectors = slices.DeleteFunc(m.sectors, func(s string) bool { return !slices.Contains(h.keeps, s) })
	}
	if h.adds != "" && !slices.Contains(m.sectors, h.adds) {
		if h.adds == "PRE" {
			m.sectors = append(m.sectors, h.adds)
		} else {
			m.sectors = slices.Insert(m.sectors, 0, h.adds)
		}
	}
}

// own reads a code whose head is neither a state's nor international: known roles are taken from its end, what is before
// them is the user's own code.
func (c *codes) own(code string) (meaning, error) {
	var parts []string
	rest := code
	for len(rest) >= 3 {
		if use := c.parts[rest[len(rest)-3:]].use; use == "" || use == "code" || use == "body" || use == "region" || use == "ethnic" {
			break
		}
		parts = append(parts, rest[len(rest)-3:])
		rest = rest[:len(rest)-3]
	}
	slices.Reverse(parts)
	if len(rest) < 2 {
		return meaning{}, fmt.Errorf("the code %s says a role, but of no country or organisation", code)
	}
	if !ownCode.MatchString(rest) {
		return meaning{}, fmt.Errorf("the own code %s does not begin with a letter or has more than 16 letters", rest)
	}
	m := meaning{code: rest}
	c.roles(&m, parts)
	return m, nil
}

// agent translates the code of an agent: roles alone, perhaps with an international code among them.
func (c *codes) agent(code string) (meaning, error) {
	var m meaning
	parts, err := c.cut(code, &m)
	if err != nil {
		return m, fmt.Errorf("the code is wrong: %w", err)
	}
	if len(parts) > 0 {
		if h, ok := c.heads[parts[0]]; ok && h.use == "international" {
			m.code = h.code
		}
	}
	code = m.code
	c.roles(&m, parts)
	if m.code == "" {
		m.code = code
	}
	if len(m.sectors) == 0 {
		return m, fmt.Errorf("%s names no sector of PLOVER, and a role needs one", strings.Join(parts, " "))
	}
	return m, nil
}

// cut cuts what stands behind the head into parts of three letters. CAMEO's numbers of religious bodies are left out.
func (c *codes) cut(s string, m *meaning) ([]string, error) {
	if t := strings.TrimRight(s, "0123456789"); len(s)-len(t) == 3 && len(t)%3 == 0 {
		m.remarks = append(m.remarks, "the number "+s[len(t):]+" was left out")
		s = t
	} else if i := strings.IndexAny(s, "0123456789"); i >= 0 && i%3 == 0 && len(s) >= i+3 && strings.Trim(s[i:i+3], "0123456789") == "" {
		m.remarks = append(m.remarks, "the number "+s[i:i+3]+" was left out")
		s = s[:i] + s[i+3:]
	}
	if len(s)%3 != 0 {
		return nil, fmt.Errorf("%q is not made of parts of three letters", s)
	}
	var parts []string
	for ; s != ""; s = s[3:] {
		parts = append(parts, s[:3])
	}
	return parts, nil
}

// roles gives a meaning the sectors, and perhaps the code, that parts of a code stand for.
func (c *codes) roles(m *meaning, parts []string) {
	var last, religions []string
	add := func(s string) {
		if s != "" && !slices.Contains(m.sectors, s) {
			m.sectors = append(m.sectors, s)
		}
	}
	for i, p := range parts {
		r, ok := c.parts[p]
		switch {
		case !ok && (c.states[p] || c.heads[p].use == "state"):
			// a seat, or the republic of a union: the head says whose it is
		case !ok && i == 0 && c.heads[p].use == "international":
		case !ok:
			m.remarks = append(m.remarks, p+" is no role or organisation that is known")
		case r.use == "sector", r.use == "portfolio" && !slices.Contains(m.sectors, "GOV"):
			add(r.value)
		case r.use == "second":
			last = append(last, r.value)
		case r.use == "religion":
			religions = append(religions, r.value)
		case r.use == "code" && !m.state:
			code, sector, _ := strings.Cut(r.value, ":")
			m.code = code
			add(sector)
		case r.use == "code":
			m.remarks = append(m.remarks, p+" behind a state says nothing in PLOVER")
		case r.use == "none":
			m.remarks = append(m.remarks, p+" has no word in PLOVER")
		}
	}
	for _, s := range last {
		add(s)
	}
	if len(m.sectors) == 0 {
		for _, s := range religions {
			add(s)
		}
	}
}
