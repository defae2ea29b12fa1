package relation

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestModelsAreThoseOfTheCard: the card doc/relations.md is written when the models are.
func TestModelsAreThoseOfTheCard(t *testing.T) {
	card, err := os.ReadFile("../../doc/relations.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, packed := range map[string][]byte{"ranker.zst": ranker, "unknown.zst": unknownVerbs, "pairs.zst": pairs} {
		if sum := fmt.Sprintf("%x", sha256.Sum256(packed)); !strings.Contains(string(card), sum) {
			t.Errorf("doc/relations.md does not name %s with SHA-256 %s; run go generate ./internal/relation", name, sum)
		}
	}
}

func TestDefaultModels(t *testing.T) {
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	if l.ranker.Size() < 1000 || l.unknown.Size() < 1000 {
		t.Errorf("%d and %d features", l.ranker.Size(), l.unknown.Size())
	}
	m, err := DefaultPairs()
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Labels) != 15 {
		t.Errorf("labels of pairs: %v, want the 15 of the variant", m.Labels)
	}
}
