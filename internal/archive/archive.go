// Package archive is dyad's memory: coded reports go in, events, quotes, dyads and texts come out.
//
// An archive is one SQLite file. It holds every report whole (as compressed JSON, so that nothing is lost) and, beside
// it, what is asked for in columns: events, their parties, the pairs of codes they run between, quotes, the full text,
// and a roll-up of counts by pair and month. A report is added in one transaction, so a process that is killed leaves
// whole reports or nothing of them.
//
// A report is known by its id, which comes from its bytes: adding it twice changes nothing. Other bytes at the same URL
// are a new version; the earlier one is kept, and its rows are neither listed nor counted unless asked for.
//
// An archive says what reports claim. Rows that are denied, only possible, or still to come are listed with that
// status (aux) and are counted apart from what is reported as having happened.
//
// There is one connection that writes and a pool that only reads; readers never wait for the writer (WAL). All lists
// have one order, whatever the order of arrival.
package archive

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	_ "modernc.org/sqlite" // the database/sql driver "sqlite", without cgo
)

// Archive is an open archive. It is safe for concurrent use.
type Archive struct {
	path   string
	write  *sql.DB // one connection; nil where the archive was opened for reading
	read   *sql.DB
	packer *packer

	prepare    sync.Mutex
	statements *statements // of the writer, once it has written
}

// Open opens the archive at path for reading and writing, and makes it where there is none.
func Open(path string) (*Archive, error) {
	if err := noFolder(path); err != nil {
		return nil, err
	}
	write, err := sql.Open("sqlite", dsn(path, "mode", "rwc", "_txlock", "immediate",
		"_pragma", "busy_timeout(10000)", "_pragma", "journal_mode(wal)", "_pragma", "synchronous(normal)", "_pragma", "foreign_keys(1)"))
	if err != nil {
		return nil, explain("open", path, err)
	}
	write.SetMaxOpenConns(1)
	a := &Archive{path: path, write: write, packer: newPacker()}
	if err := migrate(context.Background(), write, path); err != nil {
		a.Close()
		return nil, err
	}
	if err := a.openReaders("mode", "ro"); err != nil {
		a.Close()
		return nil, err
	}
	return a, nil
}

// OpenReadOnly opens an archive that exists, for reading alone. It works on read-only files and media too.
func OpenReadOnly(path string) (*Archive, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, &Error{Op: "open", Path: path, Hint: "make an archive with: dyad add PATH…", Err: err}
	}
	if err := noFolder(path); err != nil {
		return nil, err
	}
	a := &Archive{path: path, packer: newPacker()}
	// Opened to read and write where the file allows it, so that the last reader can take the side files away again; the
	// connections themselves only query.
	err := a.openReaders("mode", "rw")
	if err != nil && isCantOpen(err) && !exists(path+"-wal") {
		// A WAL file wants its side files; where none can be made and none is left, nobody writes and the file stands as it is.
		err = a.openReaders("mode", "ro", "immutable", "1")
	}
	if err != nil {
		a.Close()
		return nil, err
	}
	return a, nil
}

func (a *Archive) openReaders(options ...string) error {
	if a.read != nil {
		a.read.Close()
	}
	read, err := sql.Open("sqlite", dsn(a.path, append(options, "_pragma", "busy_timeout(10000)", "_pragma", "query_only(1)")...))
	if err != nil {
		return explain("open", a.path, err)
	}
	read.SetMaxOpenConns(max(4, runtime.GOMAXPROCS(0)))
	a.read = read
	return checkVersion(context.Background(), read, a.path)
}

// Close closes the archive. What was added is in the file at path alone, without side files, unless others have it open.
func (a *Archive) Close() error {
	var errs []error
	if a.read != nil {
		errs = append(errs, a.read.Close())
	}
	a.prepare.Lock()
	defer a.prepare.Unlock()
	if a.statements != nil {
		a.statements.close()
		a.statements = nil
	}
	if a.write != nil {
		errs = append(errs, a.write.Close())
	}
	if err := errors.Join(errs...); err != nil {
		return explain("close", a.path, err)
	}
	return nil
}

// Path names the archive's file.
func (a *Archive) Path() string { return a.path }

// dsn names the file as a URI, so that no character of a path ("?", "#", "%") is taken for an option.
func dsn(path string, options ...string) string {
	slashed := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		slashed = "/" + slashed
	}
	values := url.Values{}
	for i := 0; i+1 < len(options); i += 2 {
		values.Add(options[i], options[i+1])
	}
	return fmt.Sprintf("file:%s?%s", (&url.URL{Path: slashed}).EscapedPath(), values.Encode())
}

// noFolder refuses a folder, for which SQLite only knows "disk I/O error".
func noFolder(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return &Error{Op: "open", Path: path, Hint: "name a file in it", Err: errors.New("this is a folder and cannot be opened as an archive")}
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
