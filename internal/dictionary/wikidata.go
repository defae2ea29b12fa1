package dictionary

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/bzip2"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// WikidataNote says in the head of a table where its rows are from.
const WikidataNote = "Source: Wikidata (wikidata.org), CC0. Terms of office: position held (P39) with start (P580) and end (P582), or the day of death (P570) where the end is missing."

// A Dump is what came of reading a dump of Wikidata.
type Dump struct {
	Import
	Truncated error // the dump ends early, or was left early; what was read till then is kept
	Offices   int   // items that are offices
	States    int   // items that are states
	People    int   // people who held one of them
	Unlisted  int   // refusals and remarks beyond those that are listed
}

// Wikidata reads a JSON dump of Wikidata (plain, .gz or .bz2) and hands the terms of office of people to emit, the rows of one
// person together.
//
// An entity names positions and states by number only, and these may stand anywhere in the dump, so it is read twice: first
// for the offices that the table of positions has and for the states (ISO code, P298), then for the people who held them. What is
// held in memory is the offices and states, and one line; how long the dump is does not matter.
//
// A dump that breaks off, or a context that ends, is no error: what was read is kept, and Truncated says where it ends.
func Wikidata(ctx context.Context, path string, emit func(Row) error) (*Dump, error) {
	x, err := newIndex()
	if err != nil {
		return nil, err
	}
	w := &wikidata{index: x, emit: emit, first: true}
	for _, each := range []func([]byte, int) error{w.learn, w.person} {
		if err := w.read(ctx, path, each); err != nil {
			return nil, err
		}
		w.first = false
	}
	w.Offices, w.States = len(x.offices), len(x.states)
	return &w.Dump, nil
}

type wikidata struct {
	Dump
	*index
	emit  func(Row) error
	file  string
	first bool // the first of the two readings
}

// maxEntity bounds an entity; the largest of Wikidata have some megabytes.
const maxEntity = 64 << 20

// errBroken ends a reading whose input breaks off.
var errBroken = errors.New("the dump breaks off")

// read reads the dump once and calls each with every line that holds an entity.
func (w *wikidata) read(ctx context.Context, path string, each func([]byte, int) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err // names the file
	}
	defer f.Close()
	w.file = path
	r, err := unpacked(f)
	if err != nil {
		w.Truncated = fmt.Errorf("%s: %w", path, err)
		return nil
	}
	lines := newLines(r, maxEntity)
	closed := false
	for {
		err := lines.next()
		if err == nil && ctx.Err() != nil {
			err = ctx.Err()
		}
		if err != nil {
			return w.end(err, lines, closed)
		}
		text := bytes.TrimSpace(lines.buf)
		switch {
		case lines.long:
			w.refuse(lines.n, text, "the line is too long", fmt.Sprintf("an entity of at most %d bytes", maxEntity))
			continue
		case len(text) == 0 || string(text) == "[":
			continue
		case string(text) == "]":
			closed = true
			continue
		}
		if err := each(bytes.TrimSuffix(text, []byte(",")), lines.n); err != nil {
			return err
		}
	}
}

// end says how a reading ended: at the end of the dump, or before.
func (w *wikidata) end(err error, lines *lineReader, closed bool) error {
	w.Lines = lines.n
	switch {
	case errors.Is(err, io.EOF) && closed:
	case errors.Is(err, io.EOF):
		w.Truncated = fmt.Errorf("%s:%d: %w behind this line, at byte %d of the unpacked dump, without the closing ]; what was read is kept", w.file, lines.n, errBroken, lines.size)
	default:
		w.Truncated = fmt.Errorf("%s:%d: %w behind this line, at byte %d of the unpacked dump (%w); what was read is kept", w.file, lines.n, errBroken, lines.size, err)
	}
	return nil
}

// unpacked reads a file that may be packed, by its first bytes.
func unpacked(f io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(f, 1<<20)
	magic, _ := b.Peek(3)
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		r, err := gzip.NewReader(b)
		if err != nil {
			return nil, fmt.Errorf("%w in its first bytes: %w", errBroken, err)
		}
		return r, nil
	case string(magic) == "BZh":
		return bzip2.NewReader(b), nil
	}
	return b, nil
}

func (w *wikidata) refuse(line int, text []byte, wrong, expected string) {
	if !w.first { // the second reading meets the line again
		w.note(Refusal{w.file, line, true, quoted(string(text[:min(len(text), 300)])), wrong, expected})
	}
}

// note lists a refusal or remark, so many as memory should hold; the others are counted.
func (w *wikidata) note(r Refusal) {
	const most = 10_000
	if len(w.Refused) >= most {
		w.Unlisted++
		return
	}
	w.Refused = append(w.Refused, r)
}

// decode reads an entity. A line that is none is refused.
func (w *wikidata) decode(line []byte, n int) *entity {
	var e entity
	if err := json.Unmarshal(line, &e); err != nil {
		w.refuse(n, line, "no entity in JSON: "+err.Error(), "one entity a line, as in the dumps of Wikidata")
		return nil
	}
	return &e
}

// compact reports whether a line is written as Wikidata writes it, without blanks between its parts, so that it can be let go
// for what it does not hold.
func compact(line []byte) bool { return bytes.HasPrefix(line, []byte(`{"type":"`)) }

// labelMarks stand before the label, or, where that lacks, before a description.
var labelMarks = [][]byte{[]byte(`"en":{"language":"en","value":"`), []byte(`"mul":{"language":"mul","value":"`)}

// learn keeps an entity that is a state or an office.
func (w *wikidata) learn(line []byte, n int) error {
	if compact(line) && !w.worth(line) {
		return nil
	}
	e := w.decode(line, n)
	if e == nil {
		return nil
	}
	return w.add(e)
}

// worth reports whether a line that is written compactly may hold a state or an office: by its property, number or label.
func (w *wikidata) worth(line []byte) bool {
	if bytes.Contains(line, []byte(`"P298"`)) || w.byItem(line) {
		return true
	}
	for _, mark := range labelMarks {
		if i := bytes.Index(line, mark); i >= 0 {
			label, _, _ := bytes.Cut(line[i+len(mark):min(i+len(mark)+200, len(line))], []byte(`"`))
			return w.promising(strings.ToLower(string(label)))
		}
	}
	return false
}

// byItem reports whether the table of positions has the entity by its number.
func (w *wikidata) byItem(line []byte) bool {
	_, rest, ok := bytes.Cut(line[:min(len(line), 80)], []byte(`"id":"`))
	id, _, closed := bytes.Cut(rest, []byte(`"`))
	_, known := w.byTitle[string(id)]
	return ok && closed && known
}

// person emits the terms of a person.
func (w *wikidata) person(line []byte, n int) error {
	if !bytes.Contains(line, []byte(`"P39"`)) {
		return nil
	}
	e := w.decode(line, n)
	if e == nil || len(e.Claims["P39"]) == 0 || len(e.Claims["P31"]) > 0 && !e.is("Q5") {
		return nil
	}
	terms := w.terms(e, n)
	if len(terms) == 0 {
		return nil
	}
	if terms[0].Name = name(e.label()); terms[0].Name == "" {
		w.refuse(n, line, e.ID+" held an office and has no English label", "a label in English, or in all languages (mul)")
		return nil
	}
	w.People++
	terms[0].Names = e.aliases()
	for _, r := range terms {
		r.Name = terms[0].Name
		if err := w.emit(r); err != nil {
			return err
		}
	}
	return nil
}

// terms gives the terms of a person in order, without those that tell again what another does.
func (w *wikidata) terms(e *entity, n int) []Row {
	var list []Row
	for i := range e.Claims["P39"] {
		s := &e.Claims["P39"][i]
		if s.Rank == "deprecated" {
			continue
		}
		p := w.offices[s.Mainsnak.item()]
		if p == nil {
			continue // a position that is no office of ours
		}
		r, wrong := w.term(e, s, p)
		if wrong != "" {
			w.remark(n, e.ID+" "+s.Mainsnak.item(), wrong)
			continue
		}
		list = append(list, r)
	}
	slices.SortStableFunc(list, func(a, b Row) int { return cmp.Compare(readTerm(&a).from.first, readTerm(&b).from.first) })
	var out []Row
	for _, r := range list {
		if i := slices.IndexFunc(out, func(o Row) bool { return o.Office == r.Office && o.Code == r.Code && clash(&o, &r) }); i >= 0 {
			out[i].mend(r)
			w.remark(n, e.ID+" "+r.Office, "two terms of one office at the same time; they were read as one")
			continue
		}
		out = append(out, r)
	}
	return out
}

// mend takes from another telling of a term the dates that are more exact.
func (r *Row) mend(o Row) {
	a, b := readTerm(r), readTerm(&o)
	if len(o.From) > len(r.From) && a.from.agrees(b.from, 0) {
		r.From = o.From
	}
	if r.To == "" || len(o.To) > len(r.To) && a.to.agrees(b.to, 0) {
		r.To = o.To
	}
}

// clash reports whether two terms share more days than one on which the first ends and the second begins.
func clash(a, b *Row) bool {
	x, y := readTerm(a), readTerm(b)
	return min(x.to.first, y.to.first) > max(x.from.last, y.from.last) || x.from.first == y.from.first
}

// term makes a row of a statement; wrong says why it cannot be one.
func (w *wikidata) term(e *entity, s *statement, p *position) (r Row, wrong string) {
	r = Row{Kind: "person", Office: p.office, Code: p.resolve(w.states)}
	if r.Code == "" {
		r.Code = one(append(s.items("P642"), s.items("P1001")...), w.states)
	}
	if r.Code == "" {
		return r, "of which state the office is nothing says (P1001, P17 of the position, P642 of the statement)"
	}
	var err error
	if r.From, _, err = s.date("P580"); err != nil {
		return r, "start (P580): " + err.Error()
	}
	if r.From == "" {
		return r, "no start to the year (P580)"
	}
	none := false
	if r.To, none, err = s.date("P582"); err != nil {
		return r, "end (P582): " + err.Error()
	}
	if r.To == "" && !none && len(s.Qualifiers["P582"]) > 0 {
		return r, "the end (P582) is not known to the year"
	}
	if r.To == "" {
		r.To = e.death()
	}
	if t := readTerm(&r); t.from.first > t.to.last {
		return r, fmt.Sprintf("the term ends in %s before it begins in %s", r.To, r.From)
	}
	return r, ""
}

// items gives the items that are the values of a qualifier.
func (s *statement) items(property string) []string {
	var list []string
	for i := range s.Qualifiers[property] {
		if id := s.Qualifiers[property][i].item(); id != "" {
			list = append(list, id)
		}
	}
	return list
}

// date gives the first date of a qualifier; none says that there is none, as of a term that has not ended.
func (s *statement) date(property string) (d string, none bool, err error) {
	snaks := s.Qualifiers[property]
	for i := range snaks {
		if snaks[i].Kind == "novalue" {
			return "", true, nil
		}
		if d, err = snaks[i].date(); d != "" || err != nil {
			return d, false, err
		}
	}
	return "", false, nil
}

// death gives the day of death, as far as it is known; "" of who lives.
func (e *entity) death() string {
	for i := range e.Claims["P570"] {
		if d, err := e.Claims["P570"][i].Mainsnak.date(); err == nil && d != "" && e.Claims["P570"][i].Rank != "deprecated" {
			return d
		}
	}
	return ""
}

func (w *wikidata) remark(line int, text, wrong string) {
	w.note(Refusal{w.file, line, false, quoted(text), wrong, ""})
}
