package web

// nameOf gives the English name of a state or organisation; "" = not known, and the code alone is shown.
func nameOf(string) string { return "" }

// Name is a code with its name.
type party struct{ Code, Name string }

// label names a code for people: the name, or the code itself.
func (s *site) label(code string) string {
	if name := s.name(code); name != "" {
		return name
	}
	return code
}

// named gives a code with its name, for a template that shows the code small beside the name.
func (s *site) named(code string) party { return party{code, s.name(code)} }
