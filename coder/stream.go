package coder

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"dyad/event"
)

// A result is a coded report, or why there is none.
type result struct {
	report event.Report
	err    error
}

// Stream codes documents with a number of workers and yields the reports in the order of the documents. An error
// stands for one document and ends nothing. When ctx ends, no further document is taken; those in hand are finished
// and yielded. At most a few documents a worker are in memory at once.
func (c *Coder) Stream(ctx context.Context, docs iter.Seq2[event.Document, error], workers int) iter.Seq2[event.Report, error] {
	return func(yield func(event.Report, error) bool) {
		type job struct {
			doc  event.Document
			done chan result
		}
		quit := make(chan struct{}) // closed when the reader of the stream has had enough
		jobs := make(chan job)
		order := make(chan chan result, 2*workers) // one channel a document, in the order they came
		var pool sync.WaitGroup
		for range workers {
			pool.Go(func() {
				for j := range jobs {
					report, err := c.codeSafely(context.WithoutCancel(ctx), j.doc)
					j.done <- result{report, err}
				}
			})
		}
		var feed sync.WaitGroup
		feed.Go(func() {
			defer close(order)
			defer close(jobs)
			for doc, err := range docs {
				if ctx.Err() != nil {
					return
				}
				done := make(chan result, 1)
				select {
				case order <- done:
				case <-quit:
					return
				}
				if err != nil {
					done <- result{err: err}
				} else {
					jobs <- job{doc, done}
				}
			}
		})
		defer feed.Wait()
		defer pool.Wait()
		defer close(quit)
		for done := range order {
			r := <-done
			if !yield(r.report, r.err) {
				return
			}
		}
	}
}

// codeSafely codes a document; a fault of ours in one report costs that report, not the run.
func (c *Coder) codeSafely(ctx context.Context, doc event.Document) (report event.Report, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: internal fault: %v; please report it with the text", Name(doc), p)
		}
	}()
	report, err = c.Code(ctx, doc)
	if err != nil {
		err = fmt.Errorf("%s: %w", Name(doc), err)
	}
	return report, err
}

// Name is how messages call a document: its path, with the line for one of JSON Lines.
func Name(doc event.Document) string {
	if doc.Line > 0 {
		return fmt.Sprintf("%s:%d", doc.Path, doc.Line)
	}
	return doc.Path
}
