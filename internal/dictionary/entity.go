package dictionary

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
)

// An entity is an item of Wikidata as its JSON dump has it, as far as it is read here.
type entity struct {
	Type    string                 `json:"type"`
	ID      string                 `json:"id"`
	Labels  texts                  `json:"labels"`
	Aliases lists                  `json:"aliases"`
	Claims  map[string][]statement `json:"claims"`
}

// texts are labels by language. Wikidata writes an empty list where there are none.
type texts map[string]struct {
	Value string `json:"value"`
}

func (t *texts) UnmarshalJSON(b []byte) error {
	if string(b) == "[]" {
		return nil
	}
	type plain texts
	return json.Unmarshal(b, (*plain)(t))
}

// lists are aliases by language.
type lists map[string][]struct {
	Value string `json:"value"`
}

func (l *lists) UnmarshalJSON(b []byte) error {
	if string(b) == "[]" {
		return nil
	}
	type plain lists
	return json.Unmarshal(b, (*plain)(l))
}

// A statement is a claim with its qualifiers.
type statement struct {
	Mainsnak   snak       `json:"mainsnak"`
	Rank       string     `json:"rank"`
	Qualifiers qualifiers `json:"qualifiers"`
}

type qualifiers map[string][]snak

func (q *qualifiers) UnmarshalJSON(b []byte) error {
	if string(b) == "[]" {
		return nil
	}
	type plain qualifiers
	return json.Unmarshal(b, (*plain)(q))
}

// A snak is a property with its value, which may be unknown (somevalue) or none (novalue).
type snak struct {
	Kind  string `json:"snaktype"`
	Value struct {
		Value json.RawMessage `json:"value"`
	} `json:"datavalue"`
}

// item reads the value as the number of an item.
func (s *snak) item() string {
	var v struct {
		ID string `json:"id"`
	}
	if s.Kind != "value" || json.Unmarshal(s.Value.Value, &v) != nil {
		return ""
	}
	return v.ID
}

// text reads the value as a text.
func (s *snak) text(into *string) bool {
	return s.Kind == "value" && json.Unmarshal(s.Value.Value, into) == nil
}

// Precisions of a time of Wikidata.
const (
	toYear  = 9
	toMonth = 10
	toDay   = 11
)

// date reads the value as a date with its precision; "" for a value that is unknown or coarser than a year.
func (s *snak) date() (string, error) {
	var v struct {
		Time      string `json:"time"`
		Precision int    `json:"precision"`
	}
	if s.Kind != "value" {
		return "", nil
	}
	if err := json.Unmarshal(s.Value.Value, &v); err != nil {
		return "", fmt.Errorf("no time: %w", err)
	}
	text := strings.TrimPrefix(v.Time, "+")
	length := map[int]int{toYear: 4, toMonth: 7, toDay: 10}[min(v.Precision, toDay)]
	if length == 0 {
		return "", nil
	}
	if len(text) < 10 {
		return "", fmt.Errorf("%q is no time", v.Time)
	}
	if _, _, ok := dateDays(text[:length]); !ok {
		return "", fmt.Errorf("%q is no time of this calendar", v.Time)
	}
	return text[:length], nil
}

// languages are those of which labels and aliases are read, the best first: English, and what holds in all.
var languages = []string{"en", "mul"}

func (e *entity) label() string {
	for _, l := range languages {
		if t, ok := e.Labels[l]; ok && t.Value != "" {
			return t.Value
		}
	}
	return ""
}

// aliases gives the other names that an English text could have: in Latin letters, and such as a cell can hold.
func (e *entity) aliases() []string {
	var list []string
	seen := map[string]bool{name(e.label()): true, "": true}
	for _, l := range languages {
		for _, a := range e.Aliases[l] {
			if n := name(a.Value); !seen[n] && latin(n) {
				seen[n] = true
				list = append(list, n)
			}
		}
	}
	return list
}

// name makes a cell of a table of a label; "" if it cannot be one.
func name(s string) string {
	s = oneLine(strings.ToValidUTF8(s, ""))
	if len(s) > maxPhrase || strings.IndexFunc(s, unicode.IsLetter) < 0 {
		return ""
	}
	return s
}

func latin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

// items gives the items that are the values of a property, without deprecated ones; if some are preferred, only these.
func (e *entity) items(property string) []string {
	var normal, preferred []string
	for _, s := range e.Claims[property] {
		switch id := s.Mainsnak.item(); {
		case id == "" || s.Rank == "deprecated":
		case s.Rank == "preferred":
			preferred = append(preferred, id)
		default:
			normal = append(normal, id)
		}
	}
	if len(preferred) > 0 {
		return preferred
	}
	return normal
}

// is reports whether an item is an instance of another (P31).
func (e *entity) is(class string) bool {
	for _, s := range e.Claims["P31"] {
		if s.Mainsnak.item() == class {
			return true
		}
	}
	return false
}
