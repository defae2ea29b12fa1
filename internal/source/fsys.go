package source

import (
	"context"
	"io/fs"
	"iter"

	"dyad/event"
)

// OpenFS yields the documents of a file system that is not the disk, as of the samples that the program carries: all
// files that a walk through a folder takes, in name order. It treats errors as Open does.
func OpenFS(ctx context.Context, fsys fs.FS, opts Options) iter.Seq2[event.Document, error] {
	opts = opts.withDefaults()
	return func(consumer func(event.Document, error) bool) {
		fs.WalkDir(fsys, ".", func(path string, e fs.DirEntry, err error) error {
			if ctx.Err() != nil {
				consumer(event.Document{}, ctx.Err())
				return fs.SkipAll
			}
			if err == nil && (e.IsDir() || !wanted(e.Name())) {
				return nil
			}
			var f fs.File
			if err == nil {
				f, err = fsys.Open(path)
			}
			more := false
			if err != nil {
				more = consumer(event.Document{}, pathError(path, err))
			} else {
				more = readFrom(f, path, path, opts, consumer)
				f.Close()
			}
			if !more {
				return fs.SkipAll
			}
			return nil
		})
	}
}
