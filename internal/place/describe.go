package place

// describe adds to the places that a sentence names those that it describes.
func (r *reader) describe(named []Place) []Place {
	return named
}
