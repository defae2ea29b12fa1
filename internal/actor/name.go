package actor

// Name gives the English name that a code stands for: of a state, or of the one organisation that has a code of its own
// (UNO, EUR); "" for the codes that many share, as IGO.
func (d *Dictionary) Name(code string) string {
	if i, ok := d.byCode[code]; ok {
		return d.states[i].name
	}
	if code == "UNO" || code == "EUR" {
		for _, o := range d.orgs { // the first row of each is the organisation itself
			if o.code == code {
				return o.name
			}
		}
	}
	return ""
}
