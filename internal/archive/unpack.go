package archive

import (
	"encoding/json"
	"fmt"

	"dyad/event"
)

// party is a row of the table of that name, as SQL gives it with an event.
type party struct {
	Role    string
	Sectors string
	event.Entity
}

// unpack fills the fields of an event that are kept as JSON.
func (r *Row) unpack(planned *string, loc, claims, also, because, parties string) error {
	e := &r.Event
	var list []party
	for _, part := range []struct {
		text string
		into any
	}{{loc, &e.EventLoc}, {claims, &e.ClaimedBy}, {also, &e.AlsoClaimedBy}, {because, &e.Because}, {parties, &list}} {
		if err := json.Unmarshal([]byte(part.text), part.into); err != nil {
			return fmt.Errorf("event %s: %w: %w", e.ID, errBadColumn, err)
		}
	}
	if planned != nil {
		if err := json.Unmarshal([]byte(*planned), &e.Planned); err != nil {
			return fmt.Errorf("event %s: %w: %w", e.ID, errBadColumn, err)
		}
	}
	for _, p := range list {
		p.Sector = split(p.Sectors)
		if p.Role == "actor" {
			e.Actor = append(e.Actor, p.Entity)
		} else {
			e.Recipient = append(e.Recipient, p.Entity)
		}
	}
	return nil
}
