package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"dyad/event"
)

// write makes files in a new folder and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// read collects what Open yields.
func read(t *testing.T, opts Options, paths ...string) (docs []event.Document, errs []string) {
	t.Helper()
	for doc, err := range Open(t.Context(), paths, opts) {
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("an error of several lines: %q", err)
			}
			errs = append(errs, err.Error())
			continue
		}
		docs = append(docs, doc)
	}
	return docs, errs
}

func names(docs []event.Document) []string {
	var list []string
	for _, d := range docs {
		list = append(list, filepath.Base(d.Path))
	}
	return list
}

func compress(t *testing.T, kind, content string) string {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser = gzip.NewWriter(&b)
	if kind == "zst" {
		var err error
		if w, err = zstd.NewWriter(&b); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFolder(t *testing.T) {
	dir := write(t, map[string]string{
		"b.txt": "Two.", "a.text": "One.", "c/d.HTM": "<p>Three.</p>", "c/e.html": "<p>Four.</p>", "d.jsonl": `{"text":"Five."}`,
		"e.ndjson": `{"html":"<p>Six.</p>"}`, "f.txt.gz": compress(t, "gz", "Seven."), "g.jsonl.zst": compress(t, "zst", `{"text":"Eight."}`),
		"a.gold.json": "{}", "x.gold.txt": "no", "README.md": "no", "readme.txt": "no", ".hidden.txt": "no", ".git/x.txt": "no", "notes.md": "no", "t.json": "{}",
	})
	docs, errs := read(t, Options{}, dir)
	if len(errs) > 0 {
		t.Errorf("errors %q", errs)
	}
	want := []string{"a.text", "b.txt", "d.HTM", "e.html", "d.jsonl", "e.ndjson", "f.txt.gz", "g.jsonl.zst"}
	if got := names(docs); !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	for _, d := range docs {
		if isPage := strings.Contains(string(d.Raw), "<p>"); d.HTML != isPage {
			t.Errorf("%s: HTML is %v", d.Path, d.HTML)
		}
	}
	if n := Count([]string{dir}); n != -1 {
		t.Errorf("Count gives %d for a folder with JSON Lines, want -1", n)
	}
	if n := Count([]string{filepath.Join(dir, "c"), filepath.Join(dir, "b.txt")}); n != 3 {
		t.Errorf("Count gives %d, want 3", n)
	}
	if n := Count([]string{"-"}); n != -1 {
		t.Errorf("Count gives %d for standard input, want -1", n)
	}
}

func TestNamedPathsAndGlobs(t *testing.T) {
	dir := write(t, map[string]string{"a.gold.json": "{\"a\": 1}", "README": "Read me.", "x1.txt": "One.", "x2.txt": "Two.", "y[1].txt": "Three.", "page.txt": "<!-- saved -->\n<!DOCTYPE html><p>Four."})
	docs, errs := read(t, Options{}, filepath.Join(dir, "README"), filepath.Join(dir, "x*.txt"), filepath.Join(dir, "y[1].txt"), filepath.Join(dir, "page.txt"))
	if want := []string{"README", "x1.txt", "x2.txt", "y[1].txt", "page.txt"}; !slices.Equal(names(docs), want) || len(errs) > 0 {
		t.Errorf("read %q, errors %q", names(docs), errs)
	}
	if !docs[4].HTML {
		t.Error("a page named .txt is not taken for a page")
	}
}

func TestStandardInput(t *testing.T) {
	for _, c := range []struct {
		in    string
		html  bool
		texts []string
	}{
		{"The ministers met.", false, []string{"The ministers met."}},
		{"\ufeff <html><body>Met.", true, []string{"\ufeff <html><body>Met."}},
		{"\n{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", false, []string{"One.", "Two."}},
		{compress(t, "gz", `{"text": "One."}`), false, []string{"One."}},
		{"[Updated] words open this report.", false, []string{"[Updated] words open this report."}},
		{"{curly} words open this report.", false, []string{"{curly} words open this report."}},
	} {
		docs, errs := read(t, Options{Stdin: strings.NewReader(c.in)}, "-")
		var texts []string
		for _, d := range docs {
			texts = append(texts, string(d.Raw))
			if d.Path != "-" {
				t.Errorf("%.30q: path %q", c.in, d.Path)
			}
			if d.HTML != c.html {
				t.Errorf("%.30q: HTML is %v", c.in, d.HTML)
			}
		}
		if !slices.Equal(texts, c.texts) || len(errs) > 0 {
			t.Errorf("%.30q: read %q, errors %q", c.in, texts, errs)
		}
	}
}

func TestJSONLines(t *testing.T) {
	line := `{"text":"The envoy arrived.","html":"<p>x</p>","url":"https://example.org/a","published":"2011-05-14","outlet":"Example Post","title":"Envoy arrives","path":"a/b.txt","language":"en","byline":"A. Writer","licence":"CC0-1.0","id":7,"tags":["a", "b"],"nothing":null}`
	dir := write(t, map[string]string{"a.jsonl": "\ufeff\n" + line + "\r\n\n" + `{"html":"<p>Second.</p>","title":null}`})
	docs, errs := read(t, Options{}, filepath.Join(dir, "a.jsonl"))
	if len(errs) > 0 || len(docs) != 2 {
		t.Fatalf("%d documents, errors %q", len(docs), errs)
	}
	d := docs[0]
	if string(d.Raw) != "The envoy arrived." || d.HTML || d.URL != "https://example.org/a" || d.Published != "2011-05-14" || d.Outlet != "Example Post" ||
		d.Title != "Envoy arrives" || d.Path != "a/b.txt" || d.Language != "en" || d.Byline != "A. Writer" || d.Licence != "CC0-1.0" || d.Line != 2 {
		t.Errorf("read %+v", d)
	}
	if len(d.Extra) != 3 || string(d.Extra["id"]) != "7" || string(d.Extra["tags"]) != `["a", "b"]` || string(d.Extra["nothing"]) != "null" {
		t.Errorf("extra %s", d.Extra)
	}
	if d := docs[1]; string(d.Raw) != "<p>Second.</p>" || !d.HTML || d.Line != 4 || d.Path != filepath.Join(dir, "a.jsonl") || d.Extra != nil {
		t.Errorf("read %+v", d)
	}
}

// TestErrors checks that each fault costs one line that names the file and, where there is one, the line, and says
// what to do, and that what stands behind it is read.
func TestErrors(t *testing.T) {
	dir := write(t, map[string]string{
		"empty.txt": "", "blank.txt": " \n\t\n", "program.txt": "\x7fELF\x01\x00\x00", "zeros.txt": "abc\x00def", "noise.txt": strings.Repeat("\x01\x02\x03ab", 30),
		"doc.pdf": "%PDF-1.4 text", "long.txt": strings.Repeat("a", 300), "empty.jsonl": "", "torn.txt.gz": compress(t, "gz", "Some words of a report, long enough.")[:25],
		"good.txt": "Good.", "blank.jsonl": "\n \n\n", "pretty.json": "{\n  \"text\": \"One.\"\n}\n", "list.json": "[{\"text\": \"One.\"},\n{\"text\": \"Two.\"}]",
		"list.jsonl": "[\n{\"text\": \"One.\"}\n]",
		"bad.jsonl": strings.Join([]string{
			`{"text": "One."}`, `{"text": "Two."`, `["text"]`, `null`, `{"text": 5}`, `{"title": "no text"}`, `{"text": "  "}`, "{\"text\": \"\xff\"}",
			`{"text": "a"} {"text": "b"}`, `{"text": "` + strings.Repeat("x", 300) + `"}`, `{"text": "\u0000\u0000"}`, `{"text": "Last."}`,
		}, "\n"),
	})
	in := func(name string) string { return filepath.Join(dir, name) }
	for _, c := range []struct {
		path string
		want []string // parts of the errors, in order
		docs int
	}{
		{"empty.txt", []string{"empty.txt: empty file; "}, 0},
		{"blank.txt", []string{"blank.txt: empty file; "}, 0},
		{"program.txt", []string{"program.txt: a program, not text; "}, 0},
		{"zeros.txt", []string{"zeros.txt: a binary file, not text; "}, 0},
		{"noise.txt", []string{"noise.txt: a binary file, not text; "}, 0},
		{"doc.pdf", []string{"doc.pdf: a PDF file, not text; "}, 0},
		{"long.txt", []string{"long.txt: longer than 200 bytes"}, 0},
		{"empty.jsonl", []string{"empty.jsonl: empty file; "}, 0},
		{"blank.jsonl", []string{"blank.jsonl: empty file; "}, 0},
		{"pretty.json", []string{"pretty.json: JSON that runs over lines"}, 0},
		{"list.json", []string{"list.json: JSON that runs over lines"}, 0},
		{"list.jsonl", []string{"list.jsonl: JSON that runs over lines"}, 0},
		{"torn.txt.gz", []string{"torn.txt.gz: cannot be read to its end: "}, 0},
		{"missing.txt", []string{"missing.txt: file does not exist; check the path"}, 0},
		{"no*.txt.x", []string{"no*.txt.x: no file matches this pattern"}, 0},
		{"x[.txt", []string{"x[.txt: not a valid pattern"}, 0},
		{"bad.jsonl", []string{
			"bad.jsonl:2: broken JSON", "bad.jsonl:3: broken JSON (a JSON array)", "bad.jsonl:4: the line is null", `bad.jsonl:5: "text" must be a string, but is 5`,
			"bad.jsonl:6: no report", "bad.jsonl:7: no report", "bad.jsonl:8: invalid UTF-8 (byte 0xff at column 11)", "bad.jsonl:9: broken JSON",
			"bad.jsonl:10: a line longer than 200 bytes, skipped", "bad.jsonl:11: a binary file",
		}, 2},
	} {
		t.Run(c.path, func(t *testing.T) {
			docs, errs := read(t, Options{MaxBytes: 200}, in(c.path), in("good.txt"))
			if len(docs) != c.docs+1 || names(docs)[c.docs] != "good.txt" {
				t.Errorf("read %q, want %d documents and good.txt", names(docs), c.docs)
			}
			if len(errs) != len(c.want) {
				t.Fatalf("%d errors, want %d: %q", len(errs), len(c.want), errs)
			}
			for i, want := range c.want {
				if !strings.Contains(errs[i], want) || !strings.HasPrefix(errs[i], dir) {
					t.Errorf("error %q, want %q in it", errs[i], want)
				}
			}
		})
	}
}

func TestUnreadableFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root reads everything")
	}
	dir := write(t, map[string]string{"a/x.txt": "One.", "b/x.txt": "Two."})
	if err := os.Chmod(filepath.Join(dir, "a"), 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "a"), 0o755) })
	docs, errs := read(t, Options{}, dir)
	if len(docs) != 1 || len(errs) != 1 || !strings.Contains(errs[0], filepath.Join(dir, "a")+": permission denied") {
		t.Errorf("read %q, errors %q", names(docs), errs)
	}
}

func TestUTF16IsText(t *testing.T) {
	dir := write(t, map[string]string{"mark.txt": "\xff\xfeM\x00e\x00t\x00.\x00", "bare.txt": "\x00M\x00e\x00t\x00 \x00h\x00e\x00r\x00e\x00."})
	if docs, errs := read(t, Options{}, dir); len(docs) != 2 {
		t.Errorf("read %q, errors %q", names(docs), errs)
	}
}

func TestCancelled(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "One.", "b.txt": "Two.", "c.txt": "Three."})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	n := 0
	for _, err := range Open(ctx, []string{dir}, Options{}) {
		n++
		last = err
		cancel()
	}
	if n != 2 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d yields, the last with %v; want a document, then the cancellation", n, last)
	}
}

func TestStopsWhenAsked(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": "{\"text\":\"1\"}\n{\"text\":\"2\"}\n", "b.txt": "Two."})
	for range Open(t.Context(), []string{dir, filepath.Join(dir, "missing"), dir}, Options{}) {
		break
	}
}

func TestFileSystem(t *testing.T) {
	fsys := fstest.MapFS{"b.txt": {Data: []byte("Two.")}, "a/x.html": {Data: []byte("<p>One.")}, "c.jsonl": {Data: []byte("{}\n{\"text\":\"Three.\"}")}, "c.gold.json": {Data: []byte("{}")}}
	var got []string
	for doc, err := range OpenFS(t.Context(), fsys, Options{}) {
		if err != nil {
			got = append(got, "error")
			continue
		}
		got = append(got, doc.Path)
	}
	if want := []string{"a/x.html", "b.txt", "error", "c.jsonl"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	for range OpenFS(t.Context(), fsys, Options{}) {
		break
	}
}

// endless is a line of JSON Lines of a given length, made while it is read.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	for i := range n {
		p[i] = 'x'
	}
	e.left -= n
	return n, nil
}

// TestHugeLine checks that a line of 200 MB costs one error and no memory, and that the line behind it is read.
func TestHugeLine(t *testing.T) {
	in := io.MultiReader(strings.NewReader("{\"text\": \"First.\"}\n{\"text\": \""), &endless{200 << 20}, strings.NewReader("\"}\n{\"text\": \"Last.\"}\n"))
	var docs []string
	var errs []error
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	for doc, err := range Open(t.Context(), []string{"-"}, Options{Stdin: in, MaxBytes: 1 << 20}) {
		if err != nil {
			errs = append(errs, err)
		} else {
			docs = append(docs, fmt.Sprintf("%d %s", doc.Line, doc.Raw))
		}
	}
	runtime.ReadMemStats(&now)
	if want := []string{"1 First.", "3 Last."}; !slices.Equal(docs, want) {
		t.Errorf("read %q, want %q", docs, want)
	}
	if len(errs) != 1 || !strings.Contains(errs[0].Error(), "standard input:2: a line longer than 1 MB") {
		t.Errorf("errors %v", errs)
	}
	if grown := now.TotalAlloc - before.TotalAlloc; grown > 16<<20 {
		t.Errorf("%d MB were allocated for a limit of 1 MB", grown>>20)
	}
}

func FuzzJSONLines(f *testing.F) {
	f.Add([]byte("{\"text\":\"a\"}\n{\"html\":\"<p>b</p>\",\"x\":1}\n"))
	f.Add([]byte("\ufeff{\"text\": \"\\ud800\"}\r\n\n[]"))
	f.Add([]byte("{\"text\": 1}\nnull\n{\"a\":{}}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := bytes.Count(data, []byte("\n")) + 1
		n := 0
		r, err := unpack(bytes.NewReader(data))
		if err != nil {
			return
		}
		readLines(r, "f.jsonl", 100, func(doc event.Document, err error) bool {
			n++
			switch {
			case err != nil && (strings.Contains(err.Error(), "\n") || !strings.HasPrefix(err.Error(), "f.jsonl")):
				t.Errorf("error %q", err)
			case err == nil && (len(doc.Raw) == 0 || doc.Line < 1):
				t.Errorf("an empty document, %+v", doc)
			}
			return true
		})
		compressed := bytes.HasPrefix(data, []byte{0x1f, 0x8b}) || bytes.HasPrefix(data, []byte{0x28, 0xb5, 0x2f, 0xfd})
		if n > lines && !compressed {
			t.Errorf("%d yields for %d lines", n, lines)
		}
	})
}
