package source

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// stdin is the path that stands for standard input.
const stdin = "-"

// files yields the files that the paths stand for, in order: a folder is walked, a glob expanded. Folders are read one
// at a time while the walk goes on, so that a tree of millions of files costs the memory of its largest folder.
func files(paths []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, path := range paths {
			if !expand(path, yield) {
				return
			}
		}
	}
}

func expand(path string, yield func(string, error) bool) bool {
	if path == stdin {
		return yield(path, nil)
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return walk(path, yield)
	case err == nil:
		return yield(path, nil)
	case strings.ContainsAny(path, "*?[") && errors.Is(err, fs.ErrNotExist):
		return expandGlob(path, yield)
	default:
		return yield("", pathError(path, err))
	}
}

func expandGlob(pattern string, yield func(string, error) bool) bool {
	matches, err := filepath.Glob(pattern)
	if err != nil {
		return yield("", fmt.Errorf("%s: not a valid pattern (%w); close the bracket or escape it with \\", pattern, err))
	}
	if len(matches) == 0 {
		return yield("", fmt.Errorf("%s: no file matches this pattern; check it, and quote it if the shell should not expand it", pattern))
	}
	for _, m := range matches { // in name order already
		if !expand(m, yield) {
			return false
		}
	}
	return true
}

// walk yields the reports in a folder and its subfolders. Links to folders are not followed: they may lead in circles.
func walk(dir string, yield func(string, error) bool) bool {
	entries, err := os.ReadDir(dir) // in name order
	if err != nil && !yield("", pathError(dir, err)) {
		return false
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			if !walk(path, yield) {
				return false
			}
		case wanted(e.Name()) && isFile(path, e):
			if !yield(path, nil) {
				return false
			}
		}
	}
	return true
}

// isFile tells regular files, and links to them, from devices, pipes and links to folders.
func isFile(path string, e fs.DirEntry) bool {
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular() // a dangling link is yielded, to be reported when it is opened
}

// pathError says what is wrong with a path in one line, and what to do.
func pathError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w; check the path", path, fs.ErrNotExist)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: %w; make it readable for this user or leave it out", path, fs.ErrPermission)
	default:
		var pe *fs.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return fmt.Errorf("%s: cannot be read: %w", path, err)
	}
}
