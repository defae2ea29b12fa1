package language

// The parser is arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack and a buffer of words, whose last element
// is the root node. SHIFT moves the first of the buffer to the stack; LEFT makes the top of the stack a dependent of the
// first of the buffer; RIGHT makes it a dependent of the word under it. Both take it from the stack.
const (
	shift = iota
	left
	right
)

// config is the state of the parser. Nodes are numbered 0..n-1 for the words, n for the root node, n+1 for no node.
type config struct {
	n     int
	next  int // the first of the buffer
	stack []int
	nodes []node
	kinds []relKind // by relation

	tagKinds []tagKind // by tag
}

// tagKind is what the features count between two words.
type tagKind uint8

const (
	commaTag tagKind = 1 + iota
	verbTag          // finite or not, with its auxiliaries
)

// relKind is what the features want to know of a relation.
type relKind uint8

const (
	markerRel  relKind = 1 + iota // case, mark
	subjectRel                    // nsubj, expl
)

// node is what the features see of a word in the tree so far.
type node struct {
	word, tag, pos, both uint32 // hashes; both = word and tag
	fine, coarse         uint32 // word classes
	commas, verbs        uint32 // how many stand before it in the sentence
	rel                  uint32 // relation to its head + 1, 0 as long as it has none
	head                 int32
	left, left2          int32 // the outermost dependents on the left
	right, right2        int32 // the outermost dependents on the right
	lefts, rights        uint32
	leftRels, rightRels  uint32 // the set of relations on either side, hashed
	marker               uint32 // word of its case or mark dependent
	subject              int32  // its subject on the left
}

func (c *config) reset(ws []word) {
	n := len(ws)
	c.n, c.next, c.stack = n, 0, c.stack[:0]
	if cap(c.nodes) < n+2 {
		c.nodes = make([]node, n+2, 2*n+2)
	}
	c.nodes = c.nodes[:n+2]
	none := int32(n + 1)
	commas, verbs := uint32(0), uint32(0)
	for i := range c.nodes {
		nd := node{head: -1, left: none, left2: none, right: none, right2: none, subject: none}
		if i < n {
			nd.word, nd.tag, nd.pos = ws[i].key, uint32(ws[i].tag)+2, uint32(ws[i].pos)+2
			nd.fine, nd.coarse = ws[i].fine, ws[i].coarse
		} else {
			nd.word, nd.tag, nd.pos = uint32(i-n)+2, uint32(i-n), uint32(i-n)
		}
		nd.commas, nd.verbs = commas, verbs
		if i < n {
			switch c.tagKinds[ws[i].tag] {
			case commaTag:
				commas++
			case verbTag:
				verbs++
			}
		}
		nd.both = nd.word*0x9E3779B1 ^ nd.tag*0x85EBCA6B
		c.nodes[i] = nd
	}
}

func (c *config) done() bool { return c.next == c.n && len(c.stack) == 0 }

// legal tells which transitions may be made. The root node takes exactly one dependent: the last word on the stack.
func (c *config) legal() (mayShift, mayLeft, mayRight bool) {
	depth := len(c.stack)
	return c.next < c.n, depth > 0 && (c.next < c.n || depth == 1), depth > 1
}

// apply makes a transition; rel is the relation of the arc.
func (c *config) apply(move int, rel uint32) {
	if move == shift {
		c.stack = append(c.stack, c.next)
		c.next++
		return
	}
	top := c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
	head := c.next
	if move == right {
		head = c.stack[len(c.stack)-1]
	}
	d, h := &c.nodes[top], &c.nodes[head]
	d.head, d.rel = int32(head), rel+1
	bit := uint32(1) << (rel % 32)
	if move == left {
		// dependents on the left come from the inside out
		h.left2, h.left = h.left, int32(top)
		h.lefts++
		h.leftRels |= bit
		switch c.kinds[rel] {
		case markerRel:
			h.marker = d.word
		case subjectRel:
			h.subject = int32(top)
		}
	} else {
		h.right2, h.right = h.right, int32(top)
		h.rights++
		h.rightRels |= bit
	}
}
