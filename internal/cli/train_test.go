package cli

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// makeTrees is the script command "maketrees FILE N SEED": it writes N sentences of a made-up language with their trees, the same ones for the
// same seed. Its verbs have a tag that no treebank has, so that a script sees by whose model a text was parsed.
func makeTrees(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: maketrees FILE N SEED")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	seed, err := strconv.ParseUint(args[2], 10, 64)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(madeUpTrees(n, seed)), 0o644))
}

// madeUpTrees makes trees of sentences as "Talu bopi dena kelano mip talu." A word's last letter tells what it is.
func madeUpTrees(n int, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, seed))
	stem := func() string {
		const consonants, vowels = "bdfgklmnprst", "aeiou"
		var b strings.Builder
		for range 1 + r.IntN(2) {
			b.WriteByte(consonants[r.IntN(len(consonants))])
			b.WriteByte(vowels[r.IntN(len(vowels))])
		}
		return b.String() + string(consonants[r.IntN(len(consonants))])
	}
	var b strings.Builder
	for i := range n {
		var words []string
		row := func(form, lemma, upos, xpos, feats string, head int, rel, misc string) {
			words = append(words, fmt.Sprintf("%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s", len(words)+1, form, lemma, upos, xpos, feats, head, rel, misc))
		}
		subject, adjective, verb, object := stem(), stem(), stem(), stem()
		row(strings.ToUpper(subject[:1])+subject[1:]+"u", subject, "NOUN", "ZN", "Number=Sing", 3, "nsubj", "_")
		row(adjective+"i", adjective, "ADJ", "ZA", "_", 1, "amod", "_")
		row(verb+"o", verb, "VERB", "ZVERB", "Tense=Past", 0, "root", "_")
		row("mip", "mip", "ADP", "ZP", "_", 5, "case", "_")
		row(object+"u", object, "NOUN", "ZN", "Number=Sing", 3, "obl", "SpaceAfter=No")
		row(".", ".", "PUNCT", ".", "_", 3, "punct", "_")
		if i%5 == 0 {
			fmt.Fprintf(&b, "# newdoc id = made-%d\n# meta::genre = %s\n# newpar\n", i/5, [...]string{"tale", "song"}[i/5%2])
		}
		fmt.Fprintf(&b, "# sent_id = made-%d-%d\n# text = %su %si %so mip %su.\n%s\n\n", i/5, i%5+1, strings.ToUpper(subject[:1])+subject[1:], adjective, verb, object, strings.Join(words, "\n"))
	}
	return b.String()
}

// listener is a stream that several goroutines write to, and that tells of its first line.
type listener struct {
	mu    sync.Mutex
	text  strings.Builder
	first func()
}

func (l *listener) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.text.Len() == 0 {
		l.first()
	}
	return l.text.Write(p)
}

func (l *listener) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// TestInterruptedTraining: Ctrl-C ends a training at once and leaves nothing behind. It is the last test, because the
// training goes on in the background as long as the process does.
func TestInterruptedTraining(t *testing.T) {
	dir := t.TempDir()
	trees, model := filepath.Join(dir, "trees.conllu"), filepath.Join(dir, "my.model")
	if err := os.WriteFile(trees, []byte(madeUpTrees(8000, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	stderr := &listener{first: cancel}
	start := time.Now()
	if status := Run(ctx, []string{"train", "language", trees, "--out", model}, nil, io.Discard, stderr); status != 1 {
		t.Errorf("status %d, want 1", status)
	}
	if e := stderr.String(); !strings.HasSuffix(e, "dyad: interrupted; no model was written\n") {
		t.Errorf("stderr %q", e)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it took %v to stop", took)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Errorf("left behind: %v, %v", files, err)
	}
}
