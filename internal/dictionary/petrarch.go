package dictionary

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// PetrarchNotes say in the head of a table how names and codes were read.
var PetrarchNotes = []string{
	"Names in capitals were written as texts have them: words with a capital, small words small, roles small; in capitals stay words",
	"of up to six letters without a vowel, words with dots between their letters, and the initials of another name of the entry.",
	"Codes: a state, an international code, else an own code; behind it roles after PLOVER's sectors. Years of two digits: 31 to 99 are",
	"1931 to 1999, 00 to 30 are 2000 to 2030. The days that one code of a name has are given to no other below it; a code without",
	"dates has the days that are left.",
}

// Petrarch reads dictionaries of actors and agents in the PETRARCH format. A line is of an agent if its code has a "~".
// Every line is read, or named in Refused; only what cannot be read of the input itself is an error.
func Petrarch(files []Source) (*Import, error) {
	p, err := newPetrarch()
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := p.read(f); err != nil {
			return nil, err
		}
	}
	p.settle()
	return &p.Import, nil
}

// A petrarch reads dictionaries of the PETRARCH format.
type petrarch struct {
	Import
	codes  *codes
	casing *casing
	kinds  *kinds

	file     string
	line     int
	sets     map[string][]string // !LABEL! -> its words
	comment  int                 // line on which the open <!-- stands; 0 = none is open
	current  *record
	records  []*record
	stemless int             // phrases that forbid endings
	order    map[string]int  // file -> its place in the input
	governed map[string]bool // codes that have a government
}

// A record is a phrase with its synonyms and codes, or an agent.
type record struct {
	file    string
	line    int
	phrases []phrase
	codes   []dated
	agent   bool
	broken  bool // its first line was refused
}

// A phrase is a name as the dictionary has it, with blanks for underscores.
type phrase struct {
	text string
	line int
}

// A dated code is a meaning and the days for which it holds.
type dated struct {
	meaning
	span
	none bool // [---]: no party
	text string
	file string
	line int
}

func newPetrarch() (*petrarch, error) {
	p := &petrarch{order: map[string]int{}, governed: map[string]bool{}}
	var err error
	if p.codes, err = readCodes(); err != nil {
		return nil, err
	}
	if p.casing, err = readCasing(); err != nil {
		return nil, err
	}
	p.kinds, err = readKinds()
	return p, err
}

// refuse names something of the current line that is not read.
func (p *petrarch) refuse(text, wrong, expected string) {
	p.Refused = append(p.Refused, Refusal{p.file, p.line, true, quoted(text), wrong, expected})
}

func (p *petrarch) remark(line int, text, wrong string) {
	p.Refused = append(p.Refused, Refusal{p.file, line, false, quoted(text), wrong, ""})
}

func (p *petrarch) read(f Source) error {
	p.file, p.line, p.sets, p.comment, p.current = f.Name, 0, map[string][]string{}, 0, nil
	p.order[f.Name] = len(p.order)
	lines := newLines(f.Data, maxLine)
	for err := range lines.all(f.Name) {
		if err != nil {
			return err
		}
		p.Lines++
		p.line = lines.n
		if lines.long {
			p.refuse(string(lines.buf[:80]), "the line is too long", fmt.Sprintf("at most %d bytes", maxLine))
			p.current = &record{file: p.file, line: p.line, broken: true}
			continue
		}
		p.readLine(p.uncomment(string(lines.buf)))
	}
	p.finish()
	if p.comment > 0 {
		p.line = p.comment
		p.refuse("<!--", fmt.Sprintf("the comment is not closed, so that nothing behind it was read up to line %d", lines.n), "-->")
	}
	return nil
}

// uncomment takes comments out of a line: from ";" or "#" to its end, and "<!-- … -->", which may span lines.
func (p *petrarch) uncomment(s string) string {
	var b strings.Builder
	for {
		if p.comment > 0 {
			_, rest, closed := strings.Cut(s, "-->")
			if !closed {
				return b.String()
			}
			p.comment, s = 0, rest
		}
		i := strings.IndexAny(s, ";#<")
		for i >= 0 && s[i] == '<' && !strings.HasPrefix(s[i:], "<!--") {
			next := strings.IndexAny(s[i+1:], ";#<")
			if next < 0 {
				i = -1
			} else {
				i += 1 + next
			}
		}
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		if s[i] != '<' {
			return b.String()
		}
		p.comment, s = p.line, s[i+len("<!--"):]
	}
}

// readLine reads a line without its comments.
func (p *petrarch) readLine(s string) {
	body := strings.TrimSpace(s)
	if body == "" {
		return
	}
	switch {
	case strings.HasPrefix(body, "["):
		if s[0] == '[' {
			p.remark(p.line, body, "a code at the beginning of the line was read as one of the phrase above")
		}
		p.codeLine(body)
	case s[0] == '\t' || s[0] == ' ':
		p.refuse(body, "an indented line without a code", "[CODE], or a phrase at the beginning of the line")
		p.start(true)
	case s[0] == '+':
		p.synonym(body[1:])
	case s[0] == '!' && strings.Contains(strings.TrimLeft(body[1:], "!"), "! =") || s[0] == '!' && strings.Contains(body, "!="):
		p.set(body)
	default:
		p.primary(body)
	}
}

// start begins a record.
func (p *petrarch) start(broken bool) *record {
	p.finish()
	p.current = &record{file: p.file, line: p.line, broken: broken}
	return p.current
}

// set reads !LABEL! = A, B, C.
func (p *petrarch) set(s string) {
	p.start(false)
	p.current = nil
	label, list, ok := strings.Cut(s[1:], "!")
	list, found := strings.CutPrefix(strings.TrimSpace(list), "=")
	if !ok || !found || label == "" {
		p.refuse(s, "no set of words", "!LABEL! = A, B, C")
		return
	}
	var words []string
	for w := range strings.SplitSeq(list, ",") {
		text, err := clean(w)
		if err != nil {
			p.refuse(w, err.Error(), "")
			continue
		}
		words = append(words, text)
	}
	const most = 1000
	if len(words) == 0 || len(words) > most {
		p.refuse(s, fmt.Sprintf("a set of %d words", len(words)), fmt.Sprintf("!LABEL! = A, B, C, with at most %d", most))
		return
	}
	p.sets[strings.ToUpper(label)] = words
}

// primary reads the first line of a record: a phrase, perhaps a plural in braces, perhaps codes.
func (p *petrarch) primary(s string) {
	text, codes := s, ""
	if i := strings.IndexByte(s, '['); i >= 0 {
		text, codes = s[:i], s[i:]
	}
	text, plural, braces := strings.Cut(text, "{")
	plural, rest, closed := strings.Cut(plural, "}")
	r := p.start(false)
	if braces && (!closed || strings.TrimSpace(rest) != "") {
		p.refuse(s, "the plural is wrong", "{PLURAL} between the noun and its code")
		r.broken = true
		return
	}
	if strings.HasSuffix(strings.TrimSpace(text), "_") {
		p.stemless++
	}
	p.addPhrase(text)
	r.broken = len(r.phrases) == 0
	if strings.TrimSpace(plural) != "" {
		p.addPhrase(plural)
	}
	if codes != "" {
		p.codeLine(codes)
	}
	if braces && !r.agent && !r.broken {
		p.remark(p.line, plural, "a plural of what is no agent was read as a synonym")
	}
}

func (p *petrarch) synonym(s string) {
	if p.current == nil {
		p.refuse(s, "a synonym of nothing", "a phrase at the beginning of the line above")
		p.start(true)
		return
	}
	if i := strings.IndexByte(s, '['); i >= 0 {
		p.refuse(s[i:], "a synonym has no code of its own", "the code on the line of the first phrase, or indented under the synonyms")
		s = s[:i]
	}
	p.addPhrase(s)
}

// addPhrase adds a name to the current record, with every word of the sets it names.
func (p *petrarch) addPhrase(s string) {
	list, err := p.expand(s)
	if err != nil {
		p.refuse(s, err.Error(), "")
		return
	}
	for _, s := range list {
		text, err := clean(s)
		if err != nil {
			p.refuse(s, err.Error(), "")
			return
		}
		text, inside, err := parenthesis(text)
		if err != nil {
			p.refuse(s, err.Error(), "")
			return
		}
		p.current.phrases = append(p.current.phrases, phrase{text, p.line})
		if inside != "" {
			p.current.phrases = append(p.current.phrases, phrase{inside, p.line})
		}
	}
}

// codeLine reads one or more codes in brackets.
func (p *petrarch) codeLine(s string) {
	if p.current == nil {
		p.refuse(s, "a code of no phrase", "a phrase at the beginning of the line above")
		p.start(true)
		return
	}
	for s != "" {
		if s[0] != '[' {
			p.remark(p.line, s, "what stands behind the code was not read")
			return
		}
		inside, rest, closed := strings.Cut(s[1:], "]")
		if !closed || strings.ContainsAny(inside, "[{}") {
			p.refuse(s, "the code is not closed", "[CODE], [CODE <DATE], [CODE >DATE] or [CODE DATE-DATE]")
			return
		}
		p.code(inside)
		s = strings.TrimSpace(rest)
	}
}

// code reads what stands between the brackets.
func (p *petrarch) code(s string) {
	words := strings.Fields(strings.ToUpper(s))
	if len(words) == 0 {
		p.refuse("["+s+"]", "an empty code", "[CODE]")
		return
	}
	d := dated{text: strings.Join(words, " "), file: p.file, line: p.line}
	var err error
	if d.from, d.to, err = petrarchTerm(strings.Join(words[1:], "")); err != nil {
		p.refuse("["+d.text+"]", err.Error(), "<DATE, >DATE or DATE-DATE, with dates as YYMMDD or YYYYMMDD")
		return
	}
	code := words[0]
	agent := strings.HasPrefix(code, "~") || strings.HasSuffix(code, "~")
	bare := strings.TrimSuffix(strings.TrimPrefix(code, "~"), "~")
	switch {
	case code == "---" && !p.current.agent:
		d.none = true
	case bare == "" || strings.Trim(bare, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "":
		p.refuse("["+s+"]", "no code", "letters A to Z and digits, with ~ before or behind those of an agent")
		return
	case len(p.current.codes) > 0 && agent != p.current.agent:
		err = errors.New("codes of an agent (~) and of an actor under one phrase")
	case agent:
		d.meaning, err = p.codes.agent(bare)
	default:
		d.meaning, err = p.codes.actor(bare)
	}
	if err != nil {
		p.refuse("["+d.text+"]", err.Error(), "")
		return
	}
	for _, r := range d.remarks {
		p.remark(p.line, "["+d.text+"]", r)
	}
	if !agent && slices.Contains(d.sectors, "GOV") {
		p.governed[d.code] = true
	}
	p.current.agent = agent
	p.current.codes = append(p.current.codes, d)
}

// finish ends the current record; one that lacks a name or a code is refused line by line.
func (p *petrarch) finish() {
	r := p.current
	p.current = nil
	if r == nil {
		return
	}
	line := p.line
	defer func() { p.line = line }()
	switch {
	case len(r.phrases) == 0:
		for _, c := range r.codes {
			p.line = c.line
			p.refuse("["+c.text+"]", fmt.Sprintf("its phrase on line %d was refused", r.line), "")
		}
	case len(r.codes) == 0:
		for i, f := range r.phrases {
			if p.line = f.line; i > 0 && r.phrases[i-1].line == f.line {
				continue
			}
			p.refuse(f.text, "a phrase without a code that can be read", "[CODE] behind it or on the lines under it")
		}
	default:
		p.records = append(p.records, r)
	}
}
