package calendar

import (
	"sync"

	"dyad/internal/table"
)

// verbs are the verbs of data/verbs.tsv by class: they bear on when an act took place.
type verbs struct{ deny, end, invite, same, settle, appoint map[string]bool }

var loadedVerbs = sync.OnceValues(loadVerbs)

// verbTable gives the verbs. The table is embedded, and its test reads it: an error cannot reach a user.
func verbTable() *verbs {
	v, err := loadedVerbs()
	if err != nil {
		return &verbs{}
	}
	return v
}

func loadVerbs() (*verbs, error) {
	v := &verbs{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	classes := map[string]map[string]bool{"deny": v.deny, "end": v.end, "invite": v.invite, "same": v.same, "settle": v.settle, "appoint": v.appoint}
	rows, err := table.ReadFile(data, "internal/calendar", "data/verbs.tsv", "lemma", "class")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		class, ok := classes[r.Get("class")]
		if !ok {
			return nil, r.Errorf("class", "%q is none of deny, end, invite, same, settle, appoint", r.Get("class"))
		}
		class[r.Get("lemma")] = true
	}
	return v, nil
}
