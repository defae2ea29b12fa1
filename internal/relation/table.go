package relation

import (
	"fmt"
	"slices"
	"strings"

	"dyad/internal/plover"
	"dyad/internal/table"
)

// readTables reads the small tables beside the lexicon.
func (l *Lexicon) readTables(file func(string) ([]byte, error)) error {
	for _, step := range []struct {
		name    string
		columns []string
		read    func(table.Row) error
	}{
		{"class.tsv", []string{"class", "words"}, l.readClass},
		{"content.tsv", []string{"event", "mode", "class", "threat", "stopped_event", "stopped_mode"}, l.readContent},
		{"operator.tsv", []string{"operator", "content", "event", "mode", "class", "aux"}, l.readOperator},
		{"light.tsv", []string{"verbs", "preposition", "subject"}, l.readLight},
		{"governor.tsv", []string{"words", "pos", "status", "note"}, l.readGovernor},
		{"cue.tsv", []string{"cue", "words"}, l.readCue},
		{"weapon.tsv", []string{"mode", "words"}, l.readWeapon},
		{"irregular.tsv", []string{"verb", "forms"}, l.readIrregular},
		{"generic.tsv", []string{"event", "pos", "actor", "recipient"}, l.readGeneric},
		{"agent.tsv", []string{"event", "mode", "actor", "recipient"}, l.readAgent},
	} {
		raw, err := file(step.name)
		if err != nil {
			return fmt.Errorf("relation: %w", err)
		}
		rows, err := table.Read(step.name, raw, step.columns...)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := step.read(r); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *Lexicon) readClass(r table.Row) error {
	name := r.Get("class")
	if len(r.List("words")) == 0 {
		return r.Errorf("words", "the class %q has no words", name)
	}
	if l.classes[name] == nil {
		l.classes[name] = map[string]bool{}
	}
	for _, w := range r.List("words") {
		if inner, ok := strings.CutPrefix(w, "{"); ok { // a class may hold another that stands above it
			inner = strings.TrimSuffix(inner, "}")
			if l.classes[inner] == nil {
				return r.Errorf("words", "the class {%s} does not stand above", inner)
			}
			for m := range l.classes[inner] {
				l.classes[name][m] = true
			}
			continue
		}
		l.classes[name][strings.ToLower(w)] = true
	}
	return nil
}

func (l *Lexicon) readContent(r table.Row) error {
	if _, ok := plover.Lookup(r.Get("event")); !ok {
		return r.Errorf("event", "%q is no PLOVER type", r.Get("event"))
	}
	if !slices.Contains(contentClasses, r.Get("class")) {
		return r.Errorf("class", "%q is none of %s", r.Get("class"), strings.Join(contentClasses, ", "))
	}
	l.contents[[2]string{r.Get("event"), r.Get("mode")}] = content{r.Get("class"), r.Get("threat"), r.Get("stopped_event"), r.Get("stopped_mode")}
	return nil
}

func (l *Lexicon) readOperator(r table.Row) error {
	for _, c := range r.List("content") {
		if !slices.Contains(contentClasses, c) {
			return r.Errorf("content", "%q is none of %s", c, strings.Join(contentClasses, ", "))
		}
		event := r.Get("event")
		if _, ok := plover.Lookup(event); !ok && event != "=" && event != "stopped" && event != "" {
			return r.Errorf("event", "%q is no PLOVER type, \"=\" (that of the content), \"stopped\" or empty (no row)", event)
		}
		l.operators[[2]string{r.Get("operator"), c}] = outcome{event: event, mode: r.Get("mode"), class: r.Get("class"), aux: r.Get("aux")}
	}
	return nil
}

// readGeneric reads where the parties of a type usually stand.
func (l *Lexicon) readGeneric(r table.Row) error {
	if _, ok := plover.Lookup(r.Get("event")); !ok {
		return r.Errorf("event", "%q is no PLOVER type", r.Get("event"))
	}
	for _, pos := range r.List("pos") {
		e := &entry{where: r.Where(), pattern: "like a predicate of " + r.Get("event"), pos: pos, event: r.Get("event")}
		var err error
		if e.actor, err = parseSlots(r.Get("actor")); err != nil {
			return r.Errorf("actor", "%w", err)
		}
		if e.recipient, err = parseSlots(r.Get("recipient")); err != nil {
			return r.Errorf("recipient", "%w", err)
		}
		l.generic[[2]string{e.event, pos}] = e
	}
	return nil
}

func (l *Lexicon) readLight(r table.Row) error {
	role := r.Get("subject")
	if role != "actor" && role != "recipient" {
		return r.Errorf("subject", "%q is neither actor nor recipient", role)
	}
	for _, v := range r.List("verbs") {
		key := v
		if p := r.Get("preposition"); p != "" {
			key += " " + p
		}
		l.light[key] = lightVerb{role}
	}
	return nil
}

func (l *Lexicon) readGovernor(r table.Row) error {
	for _, w := range r.List("words") {
		l.governors[r.Get("pos")+" "+w] = r.Get("status")
	}
	return nil
}

func (l *Lexicon) readCue(r table.Row) error {
	if l.cues[r.Get("cue")] == nil {
		l.cues[r.Get("cue")] = map[string]bool{}
	}
	for _, w := range r.List("words") {
		l.cues[r.Get("cue")][w] = true
	}
	return nil
}

func (l *Lexicon) readWeapon(r table.Row) error {
	t, _ := plover.Lookup("ASSAULT")
	if _, ok := t.Mode(r.Get("mode")); !ok {
		return r.Errorf("mode", "%q is no mode of ASSAULT", r.Get("mode"))
	}
	for _, w := range r.List("words") {
		l.weapons[w] = r.Get("mode")
	}
	return nil
}

func (l *Lexicon) readIrregular(r table.Row) error {
	for _, f := range r.List("forms") {
		l.forms[f] = r.Get("verb")
	}
	return nil
}

func (l *Lexicon) readAgent(r table.Row) error {
	if r.Get("actor") != "" {
		l.agents[[2]string{r.Get("event"), r.Get("mode")}] = r.Get("actor")
	}
	if r.Get("recipient") != "" {
		l.patients[[2]string{r.Get("event"), r.Get("mode")}] = r.Get("recipient")
	}
	return nil
}
