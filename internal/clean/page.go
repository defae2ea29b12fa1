package clean

// readPage reads an HTML page.
func (d *draft) readPage() {
	d.text, d.offsets = d.raw, identity(len(d.raw))
	d.splitLines()
}
