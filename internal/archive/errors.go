package archive

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// ErrNotFound says that the archive holds no report or event of that id.
var ErrNotFound = errors.New("not in this archive")

// Error is an error of an archive, with what can be done about it.
type Error struct {
	Op, Path string
	Hint     string
	Err      error
}

func (e *Error) Error() string {
	s := fmt.Sprintf("archive %s: %s: %v", e.Path, e.Op, e.Err)
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// explain wraps an error of the database with a hint that says what to do.
func explain(op, path string, err error) error {
	var known *Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return &Error{Op: op, Path: path, Hint: hint(code(err)), Err: err}
}

// Refused reports whether the archive cannot hold this one report, of which nothing was kept, while it can take others:
// its record contradicts itself or is too large. All other errors concern the archive as a whole.
func Refused(err error) bool {
	switch code(err) {
	case lib.SQLITE_CONSTRAINT, lib.SQLITE_TOOBIG, lib.SQLITE_MISMATCH:
		return true
	}
	return false
}

func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff // without the extension
	}
	return 0
}

func isCantOpen(err error) bool {
	c := code(err)
	return c == lib.SQLITE_CANTOPEN || c == lib.SQLITE_READONLY
}

func hint(code int) string {
	switch code {
	case lib.SQLITE_FULL:
		return "the disk is full: free some space and run the command again; what was added before is safe and this report left nothing behind"
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return "the file cannot be written: give write permission on it and its folder, or name another file"
	case lib.SQLITE_NOTADB:
		return "the file is no dyad archive: name another file"
	case lib.SQLITE_CANTOPEN:
		return "the file cannot be opened: check that its folder exists and that you may write there"
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return "another process is writing to it: wait for it to end and run the command again"
	case lib.SQLITE_CORRUPT:
		return "the file is damaged: restore a copy, or delete it and add the reports again"
	case lib.SQLITE_CONSTRAINT, lib.SQLITE_TOOBIG, lib.SQLITE_MISMATCH:
		return "the report was left out, nothing of it was kept: it is a fault of dyad, please report it with the text"
	case lib.SQLITE_IOERR:
		return "the disk gave an error: check it and its mount, then run the command again"
	}
	return ""
}
