// Package source finds reports and reads them: text files, HTML pages, JSON Lines, these compressed with gzip or
// Zstandard, folders, globs and standard input.
//
// In go paths as a user types them, out come event.Documents: the bytes of one report each and what the source says of
// it from outside (URL, outlet, day of publication, …). Nothing of the text is read here but what tells text from HTML
// from JSON Lines.
//
// Reports stream: what is held in memory is one report, at most Options.MaxBytes long. Errors belong to one path or one
// line, name it, say what to do, and never end the sequence, because in a collection of a million reports some are
// always broken.
//
// Which files: a path named explicitly is read whatever its name. A walk through a folder takes .txt, .text, .html,
// .htm, .jsonl and .ndjson, each also with .gz or .zst behind it, in name order, through all subfolders; it leaves out
// hidden files and folders, gold annotations (*.gold.json) and README files.
package source

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"

	"dyad/event"
)

// DefaultMaxBytes bounds one report: a file of text or HTML (unpacked), or one line of JSON Lines.
// A news report has kilobytes; what has megabytes is a book, or many reports in one file, and coding it as one report
// would take the memory of hundreds of its length.
const DefaultMaxBytes = 8 << 20

// Options say how Open reads. The zero value is what users want.
type Options struct {
	Stdin    io.Reader // read for the path "-"; nil = os.Stdin
	MaxBytes int       // bound on one report, in bytes; 0 = DefaultMaxBytes
}

func (o Options) withDefaults() Options {
	if o.Stdin == nil {
		o.Stdin = os.Stdin
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	return o
}

// yield hands one document or one error to the consumer of Open; false = the consumer wants no more.
type yield func(event.Document, error) bool

// Open yields the documents of files, folders, globs and "-", in order. An error belongs to one document or path and
// never ends the sequence, except that of a cancelled ctx, which is the last thing yielded.
func Open(ctx context.Context, paths []string, opts Options) iter.Seq2[event.Document, error] {
	opts = opts.withDefaults()
	opts.Stdin = &interruptible{ctx: ctx, in: opts.Stdin}
	return func(consumer func(event.Document, error) bool) {
		hand := func(doc event.Document, err error) bool {
			if ctx.Err() != nil {
				consumer(event.Document{}, ctx.Err())
				return false
			}
			return consumer(doc, err)
		}
		for file, err := range files(paths) {
			if err != nil {
				if !hand(event.Document{}, err) {
					return
				}
				continue
			}
			if ctx.Err() != nil {
				consumer(event.Document{}, ctx.Err())
				return
			}
			if !readFile(file, opts, hand) {
				return
			}
		}
	}
}

// Count tells how many reports the paths hold, for a progress bar: -1 if that cannot be known without reading them
// (standard input, JSON Lines).
func Count(paths []string) int {
	n := 0
	for file, err := range files(paths) {
		if err != nil {
			continue
		}
		if file == stdin || isLines(file) {
			return -1
		}
		n++
	}
	return n
}

// readFile yields the documents of one file or of standard input; false = the consumer wants no more.
func readFile(path string, opts Options, hand yield) bool {
	var in io.Reader
	name := path
	if path == stdin {
		in, name = opts.Stdin, "standard input"
		next := hand
		hand = func(doc event.Document, err error) bool {
			if doc.Path == name {
				doc.Path = stdin // in the record it is called what the user called it
			}
			return next(doc, err)
		}
	} else {
		f, err := os.Open(path)
		if err != nil {
			return hand(event.Document{}, pathError(path, err))
		}
		defer f.Close()
		in = f
	}
	return readFrom(in, path, name, opts, hand)
}

// readFrom yields the documents of a stream, whose kind its path and its first bytes tell.
func readFrom(in io.Reader, path, name string, opts Options, hand yield) bool {
	r, err := unpack(in)
	if err != nil {
		return hand(event.Document{}, fmt.Errorf("%s: %w", name, err))
	}
	defer r.Close()
	switch kindOf(path, r.Peeked()) {
	case jsonLines:
		return readLines(r, name, opts.MaxBytes, hand)
	case page:
		return hand(readWhole(r, name, opts.MaxBytes, true))
	default:
		return hand(readWhole(r, name, opts.MaxBytes, false))
	}
}
