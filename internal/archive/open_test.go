package archive

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dyad/internal/archive/archivetest"
)

func TestOpenErrorsSayWhatToDo(t *testing.T) {
	dir := t.TempDir()
	file := func(name string, fill func(path string)) string {
		path := filepath.Join(dir, name)
		fill(path)
		return path
	}
	execute := func(path, statement string) {
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		name, path string
		want       []string
	}{
		{"text", file("notes.txt", func(p string) { os.WriteFile(p, []byte(strings.Repeat("no database\n", 200)), 0o644) }), []string{"notes.txt", "no dyad archive", "name another file"}},
		{"other program", file("other.db", func(p string) { execute(p, "CREATE TABLE t (x)") }), []string{"other.db", "another program"}},
		{"newer", file("newer.db", func(p string) {
			execute(p, "CREATE TABLE t (x); PRAGMA application_id = 1685676388; PRAGMA user_version = 99")
		}), []string{"newer.db", "newer dyad", "schema 99"}},
		{"no folder", filepath.Join(dir, "none", "a.db"), []string{"none", "folder exists"}},
		{"a folder", dir, []string{dir, "cannot be opened"}},
	}
	for _, test := range tests {
		for how, open := range map[string]func(string) (*Archive, error){"Open": Open, "OpenReadOnly": OpenReadOnly} {
			a, err := open(test.path)
			if err == nil {
				a.Close()
				t.Errorf("%s of %s: no error", how, test.name)
				continue
			}
			want := test.want
			if how == "OpenReadOnly" && test.name == "no folder" {
				want = []string{"dyad add"}
			}
			for _, want := range want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%s of %s: %q does not say %q", how, test.name, err, want)
				}
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%s of %s: %q is more than a line", how, test.name, err)
			}
		}
	}
}

func TestOpenReadOnlyMakesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	if _, err := OpenReadOnly(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no such file: %v", err)
	}
	if exists(path) {
		t.Error("OpenReadOnly made a file")
	}
	a := openAt(t, path)
	fill(t, a, archivetest.Reports(1, 3))
	reader, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if _, err := reader.Add(t.Context(), archivetest.Reports(2, 1)[0]); err == nil {
		t.Error("Add into an archive opened for reading: no error")
	}
	if c, err := reader.Counts(t.Context()); err != nil || c.Reports != 3 {
		t.Errorf("Counts = %+v, %v", c, err)
	}
}

// TestReaderOpenedFirstSeesWhatIsAdded is dyad serve on an archive that nobody has open, and dyad add after it.
func TestReaderOpenedFirstSeesWhatIsAdded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	reports := archivetest.Reports(1, 40)
	fill(t, a, reports[:3])
	a.Close()
	reader, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	count := func() int {
		c, err := reader.Counts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return c.Reports
	}
	if n := count(); n != 3 {
		t.Fatalf("%d reports, want 3", n)
	}
	for i := 3; i < len(reports); i += 10 { // more than one process, one after the other
		writer, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		fill(t, writer, reports[i:min(i+10, len(reports))])
		writer.Close()
		if n := count(); n != min(i+10, len(reports)) {
			t.Fatalf("the reader sees %d reports, want %d", n, min(i+10, len(reports)))
		}
	}
}

func TestCloseLeavesOneFile(t *testing.T) {
	dir := t.TempDir()
	a, err := Open(filepath.Join(dir, "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	fill(t, a, archivetest.Reports(1, 3))
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	reader, err := OpenReadOnly(filepath.Join(dir, "a.db"))
	if err != nil {
		t.Fatal(err)
	}
	if c, err := reader.Counts(t.Context()); err != nil || c.Reports != 3 {
		t.Errorf("Counts = %+v, %v", c, err)
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Errorf("the folder holds %v, %v", files, err)
	}
}

func TestFullDisk(t *testing.T) {
	a := open(t)
	reports := archivetest.Reports(1, 60)
	fill(t, a, reports[:5])
	before := dump(t, a)
	if _, err := a.write.Exec("PRAGMA max_page_count = 1"); err != nil { // SQLite keeps what is there and refuses to grow
		t.Fatal(err)
	}
	var failed error
	var done int
	for _, r := range reports[5:] {
		if _, failed = a.Add(t.Context(), r); failed != nil {
			break
		}
		done++
	}
	if failed == nil || !strings.Contains(failed.Error(), "disk is full") {
		t.Fatalf("a full disk: %v", failed)
	}
	if done == 0 && before != dump(t, a) {
		t.Error("the failed report left something behind")
	}
	if _, err := a.write.Exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	fill(t, a, reports[5+done:])
	whole := open(t)
	fill(t, whole, reports)
	if dump(t, whole) != dump(t, a) {
		t.Error("after the disk has room again the content differs")
	}
}

func TestReadOnlyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, a, archivetest.Reports(1, 2))
	a.Close()
	if _, err := openNoWrite(path).Add(t.Context(), archivetest.Reports(2, 1)[0]); err == nil || !strings.Contains(err.Error(), "write permission") {
		t.Errorf("adding to a file that cannot be written: %v", err)
	}
	if os.Getuid() == 0 {
		return // root may write everything: the rest cannot be shown
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	os.Chmod(filepath.Dir(path), 0o555)
	defer os.Chmod(filepath.Dir(path), 0o755)
	reader, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if c, err := reader.Counts(t.Context()); err != nil || c.Reports != 2 {
		t.Errorf("Counts = %+v, %v", c, err)
	}
}

// openNoWrite stands for a file whose permissions forbid writing, also where the tests run as root.
func openNoWrite(path string) *Archive {
	write, _ := sql.Open("sqlite", dsn(path, "mode", "ro"))
	return &Archive{path: path, write: write, read: write, packer: newPacker()}
}
