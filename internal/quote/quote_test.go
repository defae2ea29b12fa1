package quote

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dyad/event"
	"dyad/internal/actor"
	"dyad/internal/language"
)

// The sentences are short and plain, so that they hold for every language model that is any good.
func TestFind(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, text, want string }{
		{"cue after", "“We will not sign,” the minister said.", "direct [“We will not sign,”] the minister said/says"},
		{"cue before", "The minister said, “We will not sign.”", "direct [“We will not sign.”] The minister said/says"},
		{"inverted", "“We will not sign,” said the minister.", "direct [“We will not sign,”] the minister said/says"},
		{"split", "“We waited,” an official said, “and nobody came.”", "direct [“We waited,” an official said, “and nobody came.”] an official said/says"},
		{"split into sentences", "“Nobody came,” he added. “We went home.”", "direct [“Nobody came,” he added. “We went home.”] he added/says"},
		{"question", "“Who will pay?” the senator asked.", "direct [“Who will pay?”] the senator asked/asks"},
		{"paragraphs", "“We waited a long time.\n\n“Nobody came,” the officer said.", "direct [“We waited a long time.\n\n“Nobody came,”] the officer said/says"},
		{"colon", "The spokesman was brief:\n\n“We have nothing to add.”", "direct [“We have nothing to add.”] - -"},
		{"scare quotes", "The so-called “council” met in Riga.", ""},
		{"title", "He saw the film “Winter Light” in Riga.", ""},
		{"that", "The minister said on Monday that the talks had failed.", "indirect [the talks had failed] The minister said/says"},
		{"without that", "The minister said the talks had failed.", "indirect [the talks had failed] The minister said/says"},
		{"at the end", "The talks have failed, the ministry said.", "indirect [The talks have failed] the ministry said/says"},
		{"according to", "According to the ministry, the talks have failed.", "indirect [the talks have failed] the ministry According to/says"},
		{"according to at the end", "The talks have failed, according to the ministry.", "indirect [The talks have failed] the ministry according to/says"},
		{"condition", "Should Iran attack Iraq, Kuwait would ask the United States for help.", ""},
		{"verb before the speaker in an aside", "Turkey, said the minister, bombed the town.", "indirect [Turkey, said the minister, bombed the town] the minister said/says"},
		{"speaker before the verb in an aside", "Turkey, the minister said, has bombed the town.", "indirect [Turkey, the minister said, has bombed the town] the minister said/says"},
		{"apposition", "The envoy, a lawyer, said the town was safe.", "indirect [the town was safe] The envoy, a lawyer said/says"},
		{"condition before an aside", "Should the talks fail, the minister said, the army would act.", "indirect [Should the talks fail, the minister said, the army would act] the minister said/says"},
		{"only a time", "When the council cut the money two years later, Mexico said enough.", ""},
		{"subject behind the cue", "This has not gone over well with the families of the victims, many of whom say the president's claims about retaliation from other governments are unfounded.", "indirect [the president's claims about retaliation from other governments are unfounded] many of whom say/says"},
		{"time behind the speaker", "An arbitration panel in 2001 found that the council was wrong.", "indirect [the council was wrong] An arbitration panel found/shows"},
		{"forced to speak", "The senator forced the governor to admit that he was wrong.", "indirect [he was wrong] the governor admit/admits"},
		{"occasion is no speaker", "“We will get there,” she said at a news conference announcing that her department would sue.", "direct [“We will get there,”] she said/says|indirect [her department would sue] she announcing/says"},
		{"no comma behind a condition", "If the talks fail the army will act, the minister said.", "indirect [If the talks fail the army will act] the minister said/says"},
		{"so", "So the talks have failed, the minister said.", "indirect [So the talks have failed] the minister said/says"},
		{"as clause behind one word", "Peru, as one of the advisers pointed out, rarely gets two storms in a row.", "indirect [Peru, as one of the advisers pointed out, rarely gets two storms in a row] one of the advisers pointed out/says"},
		{"speaker with his seat", "The candidate could embrace the plan, but only if he can be convinced that it's a good decision, Sen. Anna Graham (R-S.C.) told reporters.", "indirect [The candidate could embrace the plan, but only if he can be convinced that it's a good decision] Sen. Anna Graham (R-S.C.) told/says"},
		{"speaker with his age", "“I was never asked,” Mr. King, 82, told me.", "direct [“I was never asked,”] Mr. King, 82 told/says"},
		{"what else the speaker says", "“Some rules cost more,” said Mr. King, who stressed that the plan would help.", "direct [“Some rules cost more,”] Mr. King said/says|indirect [the plan would help] Mr. King stressed/stresses"},
		{"weather is no speaker", "His aides say it's too early to decide but noted that Smith won two races.", "indirect [it's too early to decide but noted that Smith won two races] His aides say/says|indirect [Smith won two races] His aides noted/says"},
		{"denial", "The government denied that it had sold the missiles.", "indirect [it had sold the missiles] The government denied/denies"},
		{"hope", "The president expressed the hope that the talks would succeed.", "indirect [the talks would succeed] The president expressed the hope/hopes"},
		{"importance", "The president stressed the importance of closer ties.", "indirect [the importance of closer ties] The president stressed/stresses"},
		{"evidence of no speaker", "The visit showed that the two countries are close.", ""},
		{"short part", "The minister said that the plan was “very good” for all.", "indirect [the plan was “very good” for all] The minister said/says"},
		{"long part", "The minister said that the plan “will bring peace to all of us” soon.", "indirect [the plan “will bring peace to all of us” soon] The minister said/says|direct [“will bring peace to all of us”] The minister said/says"},
		{"warning", "Any attack will be met with force, Pyongyang warned.", "indirect [Any attack will be met with force] Pyongyang warned/warns"},
		{"inverted threat", "Seoul will pay a dear price, threatened the general.", "indirect [Seoul will pay a dear price] the general threatened/warns"},
		{"in the middle", "The talks, the minister said, would go on.", "indirect [The talks, the minister said, would go on] the minister said/says"},
		{"in the middle, with a day", "But the talks, he told us on Friday, would go on.", "indirect [the talks, he told us on Friday, would go on] he told/says"},
		{"what leads to it", "Unless it rains, he said, the talks would go on.", "indirect [Unless it rains, he said, the talks would go on] he said/says"},
		{"name behind a title", "Party spokeswoman Anna Smith said that the talks had failed.", "indirect [the talks had failed] Party spokeswoman Anna Smith said/says"},
		{"passive", "Calls for talks, which had failed, were rejected by the council.", ""},
		{"plain", "The two presidents met in Riga.", ""},
		{"according to and marks", "According to the mayor, “the bridge will never be built.”", "direct [“the bridge will never be built.”] the mayor According to/says"},
		{"speaker at length", "“We will not sign,” Jane Doe, a professor of the history of law at the old University of Riga in the north of the country, said.", "direct [“We will not sign,”] Jane Doe, a professor of the history of law at the old University of Riga in the north of the country said/says"},
		{"speaker described", "Jane Doe, a professor at Riga, said that the talks had failed.", "indirect [the talks had failed] Jane Doe, a professor at Riga said/says"},
		{"speaker described behind the cue", "“We will not sign,” said Jane Doe, a professor at Riga.", "direct [“We will not sign,”] Jane Doe, a professor at Riga said/says"},
		{"speaker with a party", "Jane Doe (R-Essex) said that the talks had failed.", "indirect [the talks had failed] Jane Doe (R-Essex) said/says"},
		{"speaker with an aside", "Jane Doe, speaking in Riga, said that the talks had failed.", "indirect [the talks had failed] Jane Doe said/says"},
		{"speaker alone", "Jane Doe said that the talks had failed, a heavy blow.", "indirect [the talks had failed, a heavy blow] Jane Doe said/says"},
		{"split by a long cue", "“We shall stay,” said Jane Doe, who runs the mill, “because no one leaves.”", "direct [“We shall stay,” said Jane Doe, who runs the mill, “because no one leaves.”] Jane Doe said/says"},
		{"two cues, two quotes", "“We shall stay,” the mayor said, adding, “The bridge is ours and nobody else's.”", "direct [“We shall stay,”] the mayor said/says|direct [“The bridge is ours and nobody else's.”] the mayor adding/says"},
		{"end mark missing", "“We will not sign, the minister said.", "direct [“We will not sign,] the minister said/says"},
		{"marks inside marks at the end", "“She told me, ‘Never,’” the minister said.", "direct [“She told me, ‘Never,’”] the minister said/says"},
		{"coloured end", "To wait any longer would be “a great mistake,” said the minister.", "indirect [To wait any longer would be “a great mistake,”] the minister said/says"},
		{"name for a thing", "They had begun “the largest harvest” in years.", ""},
		{"as the speaker put it", "As the governor put it, the bridge is a gift.", "indirect [the bridge is a gift] the governor put it/says"},
		{"as, at the end", "The bridge is a gift, as the governor said on Friday.", "indirect [The bridge is a gift] the governor said/says"},
		{"as, of time", "As the governor said goodbye, the band began to play.", ""},
		{"described", "The minister described the talks as frank and useful.", "indirect [the talks as frank and useful] The minister described/says"},
		{"complained about", "The mayor complained about the noise of the mill.", "indirect [the noise of the mill] The mayor complained about/accuses"},
		{"called, with marks", "The minister called the plan “a gift to banks”.", "indirect [the plan “a gift to banks”] The minister called/says"},
		{"called, without marks", "The minister called the envoy to his office.", ""},
		{"an act", "The minister urged the rebels to lay down their arms.", ""},
		{"source of the speaker", "The minister left early, citing a report from Riga.", ""},
		{"condition", "If the minister says that the talks have failed, we leave.", ""},
		{"an own next act", "The minister said that he had sent troops, and ruled out talks.", "indirect [he had sent troops] The minister said/says"},
		{"of the same tense", "The minister said that troops had crossed the line and had taken the bridge.", "indirect [troops had crossed the line and had taken the bridge] The minister said/says"},
		{"what a denial does not reach", "The ministry denies that it sank the ship, in which six sailors died.", "indirect [it sank the ship] The ministry denies/denies"},
		{"what a report reaches", "The ministry says that it sank the ship in which six sailors died.", "indirect [it sank the ship in which six sailors died] The ministry says/says"},
		{"a second cue", "The mayor said that the bridge had fallen, adding that nobody was hurt.", "indirect [the bridge had fallen] The mayor said/says|indirect [nobody was hurt] The mayor adding/says"},
		{"a result", "The mayor said that the bridge had fallen, killing two men.", "indirect [the bridge had fallen, killing two men] The mayor said/says"},
		{"answered: while", "Iran said Iraq had “used poison gas”, while Iraq said Iranian troops had shelled Basra.", "indirect [Iraq had “used poison gas”] Iran said/says|indirect [Iranian troops had shelled Basra] Iraq said/says"},
		{"answered: but", "Norway said Latvia “will not yield to any threat”, but Latvia said Norwegian jets had crossed its border.", "indirect [Latvia “will not yield to any threat”] Norway said/says|direct [“will not yield to any threat”] Norway said/says|indirect [Norwegian jets had crossed its border] Latvia said/says"},
		{"answered: whereas, with that", "Norway said Latvia “will not yield”, whereas Latvia said that Norwegian jets had crossed its border.", "indirect [Latvia “will not yield”] Norway said/says|indirect [Norwegian jets had crossed its border] Latvia said/says"},
		{"answered with a quotation", "The mayor said: “The bridge is ours,” but the governor said: “It is not.”", "direct [“The bridge is ours,”] The mayor said/says|direct [“It is not.”] the governor said/says"},
		{"answered with a thing", "The mayor said the bridge “belongs to the town and to nobody else”, but the governor denied the report.", "indirect [the bridge “belongs to the town and to nobody else”] The mayor said/says|direct [“belongs to the town and to nobody else”] The mayor said/says"},
		{"answered in a relative clause", "The mayor said the council had “sold the bridge twice”, which the governor denied.", "indirect [the council had “sold the bridge twice”, which the governor denied] The mayor said/says"},
		{"answered, its content astray", "Norway said it was calm, while Latvia said Norwegian guns had shelled Riga.", "indirect [it was calm] Norway said/says|indirect [Norwegian guns had shelled Riga] Latvia said/says"},
		{"answered behind a comma in the marks", "Norway said Latvia was “lying,” while the Latvian minister said that Norwegian guns had shelled Riga.", "indirect [Latvia was “lying,”] Norway said/says|indirect [Norwegian guns had shelled Riga] the Latvian minister said/says"},
		{"answered by one with an aside", "Turkey said that it would \"not accept the map\", while Greek officials, citing a treaty, said the Turkish navy had fired on a Greek boat.", "indirect [it would \"not accept the map\"] Turkey said/says|indirect [a treaty] Greek officials citing/says|indirect [the Turkish navy had fired on a Greek boat] Greek officials said/says"},
		{"answered behind according to", "According to Norway, Latvia had “used poison gas”, while Latvia said Norwegian guns had shelled Riga.", "indirect [Latvia had “used poison gas”] Norway According to/says|indirect [Norwegian guns had shelled Riga] Latvia said/says"},
		{"a denial answered", "Iraq denied that it had \"bombed any town\", while Iran said Iraqi jets had bombed Tehran on Monday.", "indirect [it had \"bombed any town\"] Iraq denied/denies|indirect [Iraqi jets had bombed Tehran on Monday] Iran said/says"},
		{"not answered, as", "“The bridge is ours,” as the mayor told the council.", "direct [“The bridge is ours,”] the mayor told/says"},
		{"agreement is an act", "Oslo and Riga agreed that the bridge will be built.", ""},
		{"heading in marks", "The mill closed.\n\n'All Hopes Are Gone.'\n\nThe town is poor.", ""},
		{"no heading", "The mayor wept.\n\n“All my hopes are gone now.”", "direct [“All my hopes are gone now.”] - -"},
		{"fear is not said", "Many people in Riga fear that the talks will fail.", ""},
		{"belief", "Many analysts believe that the talks will fail.", "indirect [the talks will fail] Many analysts believe/believes"},
		{"claim of its owner", "His claim that the bridge had fallen was wrong.", "indirect [the bridge had fallen] His claim/claims"},
		{"allegation by", "The allegation by the senator that the bridge had fallen was denied.", "indirect [the bridge had fallen] the senator allegation/claims"},
		{"asked by nobody named", "Asked whether the bridge had fallen, the minister left.", ""},
		{"asked by somebody", "Asked by the mayor whether the bridge had fallen, the minister left.", "indirect [whether the bridge had fallen] the mayor Asked/asks"},
		{"quoted as saying", "The minister was quoted as saying that the bridge had fallen.", "indirect [the bridge had fallen] The minister saying/says"},
		{"participle", "The minister left Riga, saying that the bridge had fallen.", "indirect [the bridge had fallen] The minister saying/says"},
		{"no free continuation", "The minister said that the bridge had fallen. Nobody had been hurt.", "indirect [the bridge had fallen] The minister said/says"},
		{"continuation with a cue", "The minister said that the bridge had fallen. Nobody had been hurt, he said.", "indirect [the bridge had fallen] The minister said/says|indirect [Nobody had been hurt] he said/says"},
		{"words of", "In the words of the mayor, the bridge is a shame.", "indirect [the bridge is a shame] the mayor In the words of/says"},
		{"case", "The minister made the case that the talks had failed.", "indirect [the talks had failed] The minister made the case/claims"},
		{"headline", "Doe: Talks have failed\n\nThe minister John Doe said that nobody came.", "indirect [Talks have failed] Doe :/says|indirect [nobody came] The minister John Doe said/says"},
		{"headline, behind", "Talks have failed - Doe\n\nThe minister John Doe said that nobody came.", "indirect [Talks have failed] Doe -/says|indirect [nobody came] The minister John Doe said/says"},
		{"headline, behind a colon", "The talks have failed: Doe\n\nThe minister John Doe said that nobody came.", "indirect [The talks have failed] Doe :/says|indirect [nobody came] The minister John Doe said/says"},
		{"headline with a topic", "Riga: Talks have failed\n\nThe minister John Doe said that nobody came.", "indirect [nobody came] The minister John Doe said/says"},
		{"interview", "Q: Why did you leave?\n\nA: The mill closed.\n\nQ: And now?\n\nA: We wait.", "direct [Why did you leave?] Q -|direct [The mill closed.] A -|direct [And now?] Q -|direct [We wait.] A -"},
		{"no interview", "Place: Riga\n\nTime: noon\n\nPrice: none", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var list []string
			for _, q := range Find(c.text, model.Parse(c.text), nil) {
				speaker, cue := "-", "-"
				if q.Speaker != nil {
					speaker = q.Speaker.Text
				}
				if q.Cue != nil {
					cue = q.Cue.Text + "/" + q.Cue.Force
				}
				list = append(list, fmt.Sprintf("%s [%s] %s %s", q.Kind, c.text[q.Start:q.End], speaker, cue))
			}
			if got := strings.Join(list, "|"); got != c.want {
				t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// What a statement says is said by whoever issued it.
func TestAuthor(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, name, want string }{
		{"In a statement the ministry praised the deal. The talks had failed, the statement said.", "ministry", "the statement/ministry"},
		{"A letter from the ministry came at noon. The letter said that the talks had failed.", "ministry", "The letter/ministry"},
		{"A statement by the ministry said that the talks had failed.", "ministry", "A statement by the ministry/ministry"},
		{"The ministry praised the deal. The statement said that the talks had failed.", "ministry", "The statement/"},
		{"The ministry issued a statement. The statement said that the talks had failed.", "ministry", "The statement/ministry"},
		{"The ministry saw a statement. The statement said that the talks had failed.", "ministry", "The statement/"},
		{"The ministry issued a letter. The statement said that the talks had failed.", "ministry", "The statement/"},
	} {
		sents := model.Parse(c.text)
		var mentions []actor.Mention
		for i, s := range sents {
			for j, tok := range s.Tokens {
				if tok.Form == c.name {
					mentions = append(mentions, actor.Mention{Sentence: i, First: j, End: j + 1, Head: j, Antecedent: -1, Entities: []event.Entity{{Name: c.name, Sector: []string{"GOV"}}}})
				}
			}
		}
		quotes := Find(c.text, sents, mentions)
		if len(quotes) != 1 || quotes[0].Speaker == nil {
			t.Errorf("%q: %d quotes, want one with a speaker", c.text, len(quotes))
			continue
		}
		if got := quotes[0].Speaker.Text + "/" + quotes[0].Speaker.Name; got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestParts(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	text := "“We waited,” an official said, “and nobody came.”"
	quotes := Find(text, model.Parse(text), nil)
	if len(quotes) != 1 || len(quotes[0].Parts) != 2 {
		t.Fatalf("got %+v, want one quote of two parts", quotes)
	}
	for i, want := range []string{"“We waited,”", "“and nobody came.”"} {
		if p := quotes[0].Parts[i]; text[p.Start:p.End] != want {
			t.Errorf("part %d: %q, want %q", i, text[p.Start:p.End], want)
		}
	}
}

func TestSpeakers(t *testing.T) {
	span := func(a, b int) Quote { return Quote{Quote: event.Quote{Start: a, End: b}} }
	quotes := []Quote{span(0, 100), span(10, 50), span(20, 30), span(60, 70)}
	for _, c := range []struct {
		at   int
		want string
	}{{25, "[2 1 0]"}, {40, "[1 0]"}, {65, "[3 0]"}, {100, "[]"}, {30, "[1 0]"}} {
		if got := fmt.Sprint(Speakers(quotes, c.at)); got != c.want {
			t.Errorf("Speakers at %d: %s, want %s", c.at, got, c.want)
		}
	}
}

// The time that Find takes grows with the text, not with the marks in it, and no quote runs over a paragraph that does not
// begin with a mark.
func TestFindBadMarks(t *testing.T) {
	mixed := strings.Repeat("\"'“‘«„’”»", 1200)
	book := strings.Repeat("We go home, and nobody says why we go. ", 12_000)
	book += "\n\n" + strings.Repeat("They left the old town at noon and said so.\n", 12_000)
	for name, text := range map[string]string{
		"mixed marks": mixed, "marks between words": strings.Repeat("a “b ‘c «d \" ", 2500), "possessives": strings.Repeat("s' as’ ", 20_000),
		"an opening mark before a book": "“" + book, "marks in lines": strings.Repeat("“\n", 10_000), "labels": strings.Repeat("A: “b\n", 10_000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			sents := language.Tokenize(text)
			for i := range sents {
				for j := range sents[i].Tokens { // nothing of a parse
					sents[i].Tokens[j].Head = -1
				}
			}
			tokenized := time.Since(start)
			for _, q := range Find(text, sents, nil) {
				if strings.Contains(strings.TrimRight(text[q.Start:q.End], "\n"), "\n") && name != "marks in lines" {
					t.Fatalf("a quote over a paragraph: %d–%d", q.Start, q.End)
				}
			}
			if took := time.Since(start) - tokenized; took > 5*time.Second {
				t.Errorf("%s for %d bytes", took, len(text))
			}
		})
	}
}

// Ten thousand marks, and a book after an opening mark, take no longer than any text of their length.
func TestFindManyMarks(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{strings.Repeat(`"`, 10_000), strings.Repeat("“a” ", 2500), "“" + strings.Repeat("We go. ", 3000) + "\n\nThey left."} {
		for _, q := range Find(text, model.Parse(text), nil) {
			if strings.Contains(text[q.Start:q.End], "\n") {
				t.Errorf("%.20q: a quote over a paragraph: %d–%d", text, q.Start, q.End)
			}
		}
	}
}

func TestTables(t *testing.T) {
	v, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if len(v.verbs) < 200 {
		t.Errorf("%d cue verbs, want 200 or more", len(v.verbs))
	}
	rows, err := read("data/cues.tsv", "cue", "class", "force", "content")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range rows {
		if k := r.Get("class") + " " + r.Get("cue"); seen[k] {
			t.Errorf("%s stands twice in the table", k)
		} else {
			seen[k] = true
		}
	}
}

// What stands between marks may be anything, and the tokens may lack a parse.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"“A,” he said. “B.”", `"""" said """"`, "“\n\n“\n\n”", "said said said that that", "according to", "he said, “",
		"Q: a\n\nA: b\n\nQ: c", "Doe: It rains\n\nJohn Doe said it rains.", "As he put it, it rains.", "The statement said it rains.", "“A, ‘b, ‘ c,’ he said", "he called it “a”, “b”",
	} {
		f.Add(s)
	}
	model, err := language.Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		for _, sents := range [][]language.Sentence{language.Tokenize(text), model.Parse(text)} {
			for _, q := range Find(text, sents, nil) {
				if q.Start < 0 || q.End > len(text) || q.Start >= q.End {
					t.Fatalf("%q: %+v", text, q)
				}
				at := q.Start
				for _, p := range q.Parts {
					if p.Start < at || p.End <= p.Start || p.End > q.End {
						t.Fatalf("%q: parts %+v", text, q.Parts)
					}
					at = p.End
				}
				if q.Cue != nil && text[q.Cue.Start:q.Cue.End] != q.Cue.Text {
					t.Fatalf("%q: cue %+v", text, q.Cue)
				}
				if s := q.Speaker; s != nil && text[s.Start:s.End] != s.Text {
					t.Fatalf("%q: speaker %+v", text, s)
				}
			}
		}
	})
}
