package language

import (
	"compress/gzip"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"dyad/internal/language/network"
)

func zzread(t *testing.T, name string) *Treebank {
	var r io.Reader
	f, err := os.Open("../../../shared/treebanks/" + name + ".conllu.gz")
	if err != nil {
		if f, err = os.Open("../../corpus/trees/" + name + ".conllu"); err != nil {
			t.Fatal(err)
		}
		r = f
	} else if r, err = gzip.NewReader(f); err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	data := string(b)
	if strings.HasSuffix(name, "-train") {
		var kept strings.Builder
		for doc := range strings.SplitSeq(data, "# newdoc id = ") {
			id, _, _ := strings.Cut(doc, "\n")
			if id == "" || id == "GUM_court_carpet" || strings.Contains(doc, "\n# meta::genre = conversation\n") {
				continue
			}
			kept.WriteString("# newdoc id = " + doc)
		}
		data = kept.String()
	}
	tb, err := ReadConllu(name, strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return tb
}

func env(name string, def int) int {
	if v, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return v
	}
	return def
}

func TestZZ(t *testing.T) {
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	var sents []Sentence
	for _, n := range []string{"ewt-train", "gum-train", "news"} {
		tb := zzread(t, n)
		sents = append(sents, tb.Sentences...)
	}
	if q := env("PART", 1); q > 1 {
		var some []Sentence
		for i := range sents {
			if i%q == 0 {
				some = append(some, sents[i])
			}
		}
		sents = some
	}
	examples := m.examples(sents)
	e := newEmbedder(m, examples)
	sets := index(m.featSets)
	var data []*network.Sentence
	words := 0
	for _, ex := range examples {
		s := e.sentence(ex.words, m)
		for k, tok := range ex.tokens {
			s.Tags = append(s.Tags, int32(ex.gold[k]))
			f := int32(-1)
			if i, ok := sets[keepFeats(tok.Feats)]; ok {
				f = int32(i)
			}
			s.Feats = append(s.Feats, f)
			h := tok.Head
			if h < 0 {
				h = len(ex.tokens)
			}
			s.Heads = append(s.Heads, int32(h))
			s.Rels = append(s.Rels, int32(ex.rels[k]))
		}
		words += s.Len()
		data = append(data, s)
	}
	shape := network.Shape{
		Hidden: env("H", 256), Layers: env("L", 3), TagLayer: env("TL", 2), TagHidden: 128, Tags: len(m.tags), Feats: len(m.featSets),
		ArcDim: env("A", 160), RelDim: env("B", 128), Rels: len(m.rels),
	}
	for k := range wordTables {
		shape.Tables = append(shape.Tables, network.Table{Rows: len(e.rows[k]) + 1, Dim: tableDims[k]})
	}
	t.Logf("%d words, %+v", words, shape)
	n := network.New(shape, nil, 1)
	root := m.rootRel
	began := time.Now()
	epochs := env("E", 20)
	n.Train(data, network.Training{Seed: 1, Epochs: epochs, Batch: env("BATCH", 1000), Rate: float64(env("LR", 20)) / 10000, Drop: float64(env("DROP", 33)) / 100, Epoch: func(epoch int, loss float64) {
		println(epoch, int(loss*1000), int(time.Since(began).Seconds()), "s")
		if epoch%env("EVERY", 2) != 0 && epoch != epochs {
			return
		}
		for _, name := range []string{"ewt-dev", "gum-dev", "gum-test"} {
			if name == "gum-test" && epoch != epochs {
				continue
			}
			tb := zzread(t, name)
			began := time.Now()
			got := Tokenize(tb.Text)
			count := 0
			for from := 0; from < len(got); from += 50 {
				part := got[from:min(from+50, len(got))]
				var in []*network.Sentence
				for i := range part {
					ws := make([]word, len(part[i].Tokens))
					for k := range ws {
						ws[k].set(part[i].Tokens[k].Form)
					}
					count += len(ws)
					in = append(in, e.sentence(ws, m))
				}
				for i, tree := range n.Parse(in, m.tagFeats, root) {
					for k := range part[i].Tokens {
						tok := &part[i].Tokens[k]
						tok.Head, tok.Rel = int(tree.Heads[k]), m.rels[tree.Rels[k]]
						if tok.Head == len(part[i].Tokens) {
							tok.Head = -1
						}
						tag := tree.Tags[k]
						tok.UPOS, tok.XPOS, tok.Feats = m.upos[tag], m.xpos[tag], m.featSets[tree.Feats[k]]
					}
				}
			}
			took := time.Since(began)
			s, err := Score(tb.Sentences, got)
			if err != nil {
				t.Fatal(err)
			}
			println("   ", name, "UPOS", int(1e4*s.UPOS.F1()), "XPOS", int(1e4*s.XPOS.F1()), "feats", int(1e4*s.Feats.F1()), "UAS", int(1e4*s.UAS.F1()), "LAS", int(1e4*s.LAS.F1()), int(float64(count)/took.Seconds()), "w/s")
		}
	}})
}
