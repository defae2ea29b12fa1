package cli

import (
	"fmt"
	"io"
	"io/fs"
)

// An opener opens a file of the corpus that the program carries, or of the user's disk.
type opener = func(name string) (fs.File, error)

// readWith opens a file and reads it.
func readWith[T any](name string, open opener, read func(string, io.Reader) (T, error)) (T, error) {
	f, err := open(name)
	if err != nil {
		var none T
		return none, fmt.Errorf("gold: %w", err)
	}
	defer f.Close()
	return read(name, f)
}
