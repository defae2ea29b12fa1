package calendar

import (
	"strings"
	"testing"

	"dyad/event"
	"dyad/internal/language"
)

// dateOf dates the word of a text that stands in it for the n-th time, as a day of news of the kind; kinds are D (a deed),
// A (an answer), S (what stands), ~ ongoing and ! negated, in any order.
func dateOf(t *testing.T, text, word, kinds string, pub event.Published) string {
	t.Helper()
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	word, nth := strings.TrimRight(word, "#"), strings.Count(word, "#")
	sents := model.Parse(text)
	times := Find(text, sents)
	Resolve(times, pub, sents)
	d := NewDating(sents, times, pub)
	for i := range sents {
		for j := range sents[i].Tokens {
			if sents[i].Tokens[j].Form != word {
				continue
			}
			if nth--; nth >= 0 {
				continue
			}
			w := d.Date(Act{
				Sentence: i, Predicate: j, Answers: strings.Contains(kinds, "A"), Stands: strings.Contains(kinds, "S"),
				Ongoing: strings.Contains(kinds, "~"), Negated: strings.Contains(kinds, "!"),
			})
			got := w.Earliest + ".." + w.Latest + " " + w.Basis
			if w.Planned != nil {
				got += " planned " + w.Planned.Earliest + ".." + w.Planned.Latest
			}
			return got
		}
	}
	return "no such word"
}

// The report is of Wednesday, 18 May 2011. The sentences are plain, so that they hold for every model that is any good.
// A word with # is the second of its form.
func TestEventDate(t *testing.T) {
	for _, c := range []struct{ name, text, predicate, kinds, want string }{
		{"own day", "The ministers met in Riga on Monday.", "met", "", "2011-05-16..2011-05-16 expression"},
		{"fronted", "On Monday the ministers met in Riga.", "met", "", "2011-05-16..2011-05-16 expression"},
		{"same weekday", "The ministers met in Riga on Wednesday.", "met", "", "2011-05-18..2011-05-18 expression"},
		{"a year is a year", "The government banned the delivery back in 2010.", "banned", "", "2010-01-01..2010-12-31 expression"},
		{"month", "The ministers met in Riga last August.", "met", "", "2010-08-01..2010-08-31 expression"},
		{"noun", "The ministers discussed the visit of last week.", "visit", "", "2011-05-09..2011-05-15 expression"},
		{"two days of one act", "The ministers met in Riga on Monday and Tuesday.", "met", "", "2011-05-16..2011-05-17 expression"},
		{"two months", "The fleets trained together in March and April.", "trained", "", "2011-03-01..2011-04-30 expression"},
		{"two days of two acts", "The ministers met on Monday and on Tuesday signed a treaty.", "met", "", "2011-05-16..2011-05-16 expression"},
		{"one day of two acts", "Rebels attacked and burned a village on Sunday.", "attacked", "", "2011-05-15..2011-05-15 expression"},
		{"the expression of another clause", "Soldiers attacked a village on Sunday, the government announced on Monday.", "attacked", "", "2011-05-15..2011-05-15 expression"},
		{"a past like the present", "Soldiers beat the envoys on Sunday, the minister said.", "beat", "", "2011-05-15..2011-05-15 expression"},
		{"a present that plans", "The ministers meet on Friday.", "meet", "", "2011-05-18..2011-05-18 published planned 2011-05-20..2011-05-20"},

		{"before who said so", "He was freed in Riga on Sunday without a trial, his office said.", "freed", "", "2011-05-15..2011-05-15 expression"},
		{"let go", "They were let go on Monday.", "let", "", "2011-05-16..2011-05-16 expression"},
		{"a noun has the day behind it", "Sailors blocked the port on Monday in protest at the entry of troops on Saturday.", "entry", "", "2011-05-14..2011-05-14 expression"},
		{"and its verb the one before", "Sailors blocked the port on Monday in protest at the entry of troops on Saturday.", "blocked", "", "2011-05-16..2011-05-16 expression"},
		{"a night has two days", "Rebels attacked the camp in the night to Monday.", "attacked", "", "2011-05-15..2011-05-16 expression"},
		{"a purpose has no past", "Latvia set up a panel to look into the case last week.", "set", "", "2011-05-09..2011-05-15 expression"},
		{"one on Sunday and five on Monday", "Norway freed six sailors on Sunday and five more on Monday.", "freed", "", "2011-05-15..2011-05-16 expression"},

		{"an end counts back", "The minister ended four days of talks on Monday.", "ended", "", "2011-05-13..2011-05-16 expression"},
		{"a beginning does not", "The minister began four days of talks on Monday.", "began", "", "2011-05-16..2011-05-16 expression"},
		{"a day behind what is always so", "Latvia closed the pipes that carry oil to the port on Tuesday.", "closed", "", "2011-05-17..2011-05-17 expression"},
		{"a day that something is fixed for", "Latvia cancelled the summit that opens in Riga on Friday.", "cancelled", "", "2011-05-18..2011-05-18 published"},
		{"who acts has acted", "Mortar shells killed at least sixteen people who were queueing for bread in Riga on Monday.", "killed", "", "2011-05-16..2011-05-16 expression"},
		{"in protest", "Soldiers attacked a camp on Sunday. Norway burned a flag in protest.", "burned", "", "2011-05-15..2011-05-18 inherited"},
		{"not in protest", "Soldiers attacked a camp on Sunday. Norway burned a flag in Riga.", "burned", "", "2011-05-15..2011-05-15 inherited"},
		{"the two go on", "The king saw the premier in Riga on Monday.\n\nNorway will lift its ban, the two agreed.", "agreed", "A", "2011-05-16..2011-05-16 inherited"},
		{"others do not", "The king saw the premier in Riga on Monday.\n\nNorway will lift its ban, two sailors agreed.", "agreed", "A", "2011-05-16..2011-05-18 inherited"},
		{"had been due", "The king had been due in Riga on Tuesday. Crowds attacked the mission that day.", "attacked", "", "2011-05-17..2011-05-17 expression"},
		{"the same evening as the news", "A shell killed six people on Monday.\n\nNorway had promised on April 9 to protect the town.\n\nThe king was in Riga; he met the premier there the same evening.", "met", "", "2011-05-16..2011-05-16 expression"},
		{"met and meet again", "The council met in Riga on Monday and meets again in June.", "meets", "S", "2011-05-18..2011-05-18 published planned 2011-06-01..2011-06-30"},
		{"have offered too", "Norway sent two ships on Monday. Latvia and Estonia have offered help too.", "offered", "AS", "2011-05-16..2011-05-18 inherited"},
		{"have offered", "Norway sent two ships on Monday. Latvia and Estonia have offered help.", "offered", "AS", ".. none"},
		{"denied what was told before", "Soldiers shelled a bank on Sunday. Latvia fired first, Norway said. Latvia denied that its troops had shelled the bank.", "shelled#", "", "2011-05-15..2011-05-15 inherited"},
		{"denies what is general", "Soldiers shelled a bank on Sunday. Norway called it a crime. Latvia denies that it trained the men.", "trained", "", ".. none"},
		{"no perfect has a day that is over", "Norway has blamed Latvia for the raid on May 11.", "blamed", "A", "2011-05-11..2011-05-18 inherited"},
		{"and not that of years ago", "Norway has blamed Latvia for the raid on May 3.", "blamed", "A", "2011-05-18..2011-05-18 published"},
		{"the day of what is answered", "Norway blamed Latvia for an attack on May 15 in which six soldiers died.", "blamed", "A", "2011-05-15..2011-05-18 inherited"},
		{"an answer to a subject", "A blast that killed twelve people on Sunday was condemned by Norway.", "condemned", "A", "2011-05-15..2011-05-18 inherited"},
		{"a noun's day before a passive's own", "The attack on Sunday was condemned on Monday.", "condemned", "A", "2011-05-16..2011-05-16 expression"},
		{"a noun's day without another", "The attack on Sunday was condemned by Norway.", "condemned", "A", "2011-05-15..2011-05-18 inherited"},
		{"the first since", "The visit, the first by a Norwegian premier since 1994, ended on Tuesday.", "visit", "", "2011-05-17..2011-05-17 expression"},
		{"for the first time since", "Norway and Latvia signed a treaty for the first time since 2009.", "signed", "", "2011-05-18..2011-05-18 published"},
		{"to a place", "Norway summoned the Latvian ambassador to the foreign ministry on Friday.", "summoned", "", "2011-05-13..2011-05-13 expression"},
		{"to a gathering", "Norway summoned the envoys to a meeting on Friday.", "summoned", "", "2011-05-18..2011-05-18 published planned 2011-05-20..2011-05-20"},
		{"following a raid", "Following Monday's raid on a camp, Norway vowed to strike back.", "raid", "", "2011-05-16..2011-05-16 expression"},
		{"since a raid", "Latvia has deployed soldiers along the border since the clashes on May 12.", "deployed", "", "2011-05-12..2011-05-18 expression"},
		{"among the words of a noun", "Norway welcomed the release on Sunday of two sailors.", "welcomed", "A", "2011-05-15..2011-05-18 inherited"},
		{"of belongs to the verb", "Norway accused Latvia within an hour on Sunday of having shot at a boat.", "accused", "A", "2011-05-15..2011-05-15 expression"},
		{"after two days", "The police arrested the editor on Saturday. He was released after two days.", "released", "", "2011-05-16..2011-05-16 inherited"},
		{"after two days of something", "The police arrested the editor on Saturday. He was released after two days of talks.", "released", "", "2011-05-14..2011-05-14 inherited"},
		{"a perfect with a week", "More than 2,000 people have fled in the past week.", "fled", "", "2011-05-09..2011-05-15 expression"},
		{"set off by a comma", "Norway had resisted the ban for weeks, and voted for it in the end.", "voted", "", "2011-05-18..2011-05-18 published"},
		{"the eve of a noun with its day", "Sixteen states invited Latvia to join them at a meeting in Riga on Tuesday. Norway had pleaded for others up to the last dinner on Monday.\n\nThe premier received the king on the eve of the meeting.", "received", "", "2011-05-16..2011-05-16 inherited"},
		{"within hours of it, counted", "Soldiers attacked a camp on Sunday.\n\nNorway sent ships within twelve hours of the attack.", "sent", "", "2011-05-15..2011-05-15 inherited"},
		{"the day after the first", "Latvia fired two missiles on Tuesday. It had fired one on Sunday. Norway called off the talks the day after the first shot.", "called", "", "2011-05-16..2011-05-16 inherited"},
		{"later this week", "The envoy continues to Riga later this week.", "continues", "", "2011-05-18..2011-05-18 published planned 2011-05-18..2011-05-22"},
		{"earlier this week", "The envoy went to Riga earlier this week.", "went", "", "2011-05-16..2011-05-22 expression"},
		{"due on a day", "The vote, due on Monday, was delayed for a week.", "delayed", "", "2011-05-18..2011-05-18 published"},
		{"given until a day", "Norway on Tuesday gave Latvia until Friday to withdraw its troops.", "withdraw", "", "2011-05-17..2011-05-17 inherited planned 2011-05-17..2011-05-20"},
		{"the first since something", "Latvia held its first vote since independence on Sunday.", "held", "", "2011-05-15..2011-05-15 expression"},
		{"two befell when", "At least six soldiers were killed and ten wounded when rebels attacked a post near Riga on Monday night, the army said.", "wounded", "", "2011-05-16..2011-05-16 inherited"},
		{"from year to year", "The war of 1998 to 2000 killed 70,000 people.", "war", "", "1998-01-01..2000-12-31 expression"},
		{"overnight", "Rebels shelled a camp overnight, the army said on Wednesday.", "shelled", "", "2011-05-17..2011-05-18 expression"},
		{"told by the way of long ago", "Norway, which broke off relations after the war of 1999, sent an envoy on Monday.", "broke", "", ".. none"},
		{"told by the way", "Norway, which called it a crime, sent an envoy on Monday.", "called", "", "2011-05-16..2011-05-16 inherited"},
		{"until a day to come", "Norway suspended the flights until March.", "suspended", "", "2011-05-18..2011-05-18 published"},
		{"done one day until another", "The two sides on Monday extended the truce through Friday.", "extended", "", "2011-05-16..2011-05-16 expression"},
		{"until a day that is past", "Rebels held the town until Friday.", "held", "", "2011-05-13..2011-05-13 expression"},
		{"since", "Troops have held the town since 2009.", "held", "", "2009-01-01..2011-05-18 expression"},
		{"had lasted until the story", "Rebels left the town on Monday. They had held it since 2009.", "held", "", "2009-01-01..2011-05-16 expression"},

		{"planned", "The ministers will meet in Riga on Friday.", "meet", "S", "2011-05-18..2011-05-18 published planned 2011-05-20..2011-05-20"},
		{"is to", "The minister is to visit Riga on Friday.", "visit", "S", "2011-05-18..2011-05-18 published planned 2011-05-20..2011-05-20"},
		{"plan", "The ministers plan to meet in June.", "plan", "S", "2011-05-18..2011-05-18 published planned 2011-06-01..2011-06-30"},
		{"announced", "The minister said on Monday that he will visit Riga in June.", "visit", "S", "2011-05-16..2011-05-16 inherited planned 2011-06-01..2011-06-30"},
		{"a plan apart from the news", "Norway expelled two envoys on Monday.\n\nThe king is to visit Riga in June.", "visit", "S", "2011-05-18..2011-05-18 published planned 2011-06-01..2011-06-30"},
		{"a plan of the news", "Norway and Latvia signed a pact on Monday.\n\nThe two states will open new missions in June.", "open", "S", "2011-05-16..2011-05-16 inherited planned 2011-06-01..2011-06-30"},
		{"until when", "Norway agreed on Monday to close its mission by the end of June.", "agreed", "S", "2011-05-16..2011-05-16 expression planned 2011-05-16..2011-06-30"},
		{"within what time", "Norway agreed on Monday to reopen its mission within two weeks.", "agreed", "S", "2011-05-16..2011-05-16 expression planned 2011-05-16..2011-05-30"},
		{"a standing invitation", "Latvia expelled two envoys on Monday. Norway has invited the ministers to a meeting on Friday.", "invited", "S", ".. none planned 2011-05-20..2011-05-20"},
		{"due to", "Latvia is due to move its mission in July.", "due", "S", "2011-05-18..2011-05-18 published planned 2011-07-01..2011-07-31"},
		{"expected", "The president is expected in Oslo on Sunday.", "expected", "S", "2011-05-18..2011-05-18 published planned 2011-05-22..2011-05-22"},
		{"an invitation to something to come", "The minister accepted an invitation to visit Riga in October.", "accepted", "S", "2011-05-18..2011-05-18 published planned 2011-10-01..2011-10-31"},
		{"what is left of a week", "The minister will travel to Riga later this week.", "travel", "S", "2011-05-18..2011-05-18 published planned 2011-05-18..2011-05-22"},
		{"in some weeks", "The two sides will hold talks in two weeks.", "hold", "S", "2011-05-18..2011-05-18 published planned 2011-06-01..2011-06-01"},
		{"an ultimatum", "Norway gave Latvia until Friday to free the sailors.", "gave", "S", "2011-05-18..2011-05-18 published"},
		{"put off", "Norway has put the meeting off until July.", "put", "", "2011-05-18..2011-05-18 published"},
		{"told of the subject", "Talks, set for Friday in Oslo, will go ahead.", "go", "S", "2011-05-18..2011-05-18 published planned 2011-05-20..2011-05-20"},
		{"invited on a day", "Norway invited the ministers on Monday.", "invited", "S", "2011-05-16..2011-05-16 expression"},

		{"days after", "The government broke off relations on Tuesday, three days after soldiers attacked its embassy.", "attacked", "", "2011-05-14..2011-05-14 expression"},
		{"weeks after", "Norway thanked Latvia on Tuesday, two weeks after it sent a ship.", "sent", "", "2011-05-02..2011-05-08 expression"},
		{"after leads back from the main clause", "A day after Latvia freed the last sailor, Norway lifted its ban on Tuesday.", "freed", "", "2011-05-16..2011-05-16 expression"},
		{"set in time by a clause", "The president stopped the deliveries after he took office in 2008.", "stopped", "", "2008-01-01..2008-12-31 expression"},

		{"published", "The minister welcomes the agreement.", "welcomes", "A", "2011-05-18..2011-05-18 published"},
		{"same paragraph", "The minister arrived on Monday. He met the president.", "met", "", "2011-05-16..2011-05-16 inherited"},
		{"a deed goes on", "Police entered the embassy on Monday. Soldiers shut the gates.", "shut", "", "2011-05-16..2011-05-16 inherited"},
		{"an answer may be later", "Police entered the embassy on Monday. Norway condemned the raid.", "condemned", "A", "2011-05-16..2011-05-18 inherited"},
		{"his own words go on", "The minister arrived on Monday. He praised the government.", "praised", "A", "2011-05-16..2011-05-16 inherited"},
		{"later paragraph", "The minister arrived on Monday.\n\nLawmakers attacked the visit.", "attacked", "A", "2011-05-16..2011-05-18 inherited"},
		{"answers what was announced", "Planes bombed a camp on Sunday, the government announced on Monday.\n\nNorway condemned the raid.", "condemned", "A", "2011-05-16..2011-05-18 inherited"},
		{"answers a dated thing", "Norway rejected an apology that the rebels offered on Sunday.", "rejected", "A", "2011-05-15..2011-05-18 inherited"},
		{"back from today to earlier days", "The minister arrived on Wednesday.\n\nSoldiers attacked a camp on Sunday.\n\nNorway urged both sides to talk.", "urged", "AS", "2011-05-15..2011-05-18 inherited"},

		{"done since the story began", "Soldiers attacked a camp on Monday.\n\nNorway has sent two ships.", "sent", "", "2011-05-16..2011-05-18 inherited"},
		{"and has held", "Soldiers seized the ship on Monday and have held it.", "held", "", "2011-05-16..2011-05-18 inherited"},
		{"a standing offer", "Soldiers attacked a camp on Monday.\n\nNorway has offered talks.", "offered", "S", ".. none"},
		{"a habit", "Soldiers attacked a camp on Monday.\n\nNorway has long accused the army of such acts.", "accused", "A~", ".. none"},
		{"what has not happened", "Soldiers attacked a camp on Monday.\n\nNorway has not closed its embassy.", "closed", "!", "2011-05-18..2011-05-18 published"},

		{"a denied act is the act", "Gunmen attacked a camp on Sunday. The rebels denied that they had attacked it.", "attacked#", "!", "2011-05-15..2011-05-15 inherited"},
		{"a denied habit", "Gunmen attacked a camp on Sunday. Norway has denied arming the rebels.", "arming", "!", ".. none"},
		{"a denied act with a day", "Norway denied on Tuesday that its ship had entered the port on Sunday.", "entered", "!", "2011-05-15..2011-05-15 expression"},

		{"background", "The two sides had fought for years.", "fought", "", ".. none"},
		{"possible", "The government could close the border.", "close", "", ".. none"},
		{"possible soon", "The government might close the border this week.", "close", "", ".. none"},
		{"history keeps its year", "The minister arrived on Monday.\n\nThe two countries signed a treaty in 1921.", "signed", "", "1921-01-01..1921-12-31 expression"},
		{"history is not news for others", "In May 1997 Norway signed a treaty. Latvia withdrew an objection.", "withdrew", "", ".. none"},
		{"history goes on with its own", "In May 1997 Norway signed a treaty. It withdrew an objection.", "withdrew", "", "1997-05-01..1997-05-31 inherited"},
		{"meeting on Monday", "The ministers, meeting in Riga on Monday, banned the airline.", "banned", "", "2011-05-16..2011-05-16 inherited"},
		{"goes on from the last day told", "Norway closed its embassy on Sunday and reopened it on Tuesday. It praised the government.", "praised", "A", "2011-05-17..2011-05-17 inherited"},
		{"an answer beside the act", "Rebels attacked a patrol on Monday, and Norway condemned the attack.", "condemned", "A", "2011-05-16..2011-05-18 inherited"},
		{"a deed beside the act", "Rebels attacked a patrol on Monday, and soldiers shut the road.", "shut", "", "2011-05-16..2011-05-16 inherited"},
		{"a two-day visit that ends", "The minister wound up a two-day visit to Riga on Monday.", "visit", "", "2011-05-15..2011-05-16 expression"},
		{"the day of saying is not that of a denied act", "Gunmen killed a soldier on Sunday, the army said on Tuesday. The rebels denied having fired on him.", "fired", "!", "2011-05-15..2011-05-15 inherited"},
		{"many times", "Soldiers attacked a camp on Monday.\n\nNorway has protested dozens of times.", "protested", "A", ".. none"},
		{"right after the news", "Soldiers attacked a camp on Monday.\n\nNorway closed its border.", "closed", "", "2011-05-16..2011-05-16 inherited"},
		{"before the next dated sentence", "Soldiers shot at a bus on Wednesday.\n\nRebels took a town on Sunday.\n\nNorway closed its border. On Monday Latvia followed.", "closed", "", "2011-05-15..2011-05-16 inherited"},
		{"as shots fell, police said, and people fled", "A bomb fell on Sunday, police said, and soldiers shut the road.", "shut", "", "2011-05-15..2011-05-15 inherited"},
		{"since Friday, when", "Planes have bombed the port since Friday, when gunmen attacked a base.", "attacked", "", "2011-05-13..2011-05-13 inherited"},
		{"by the way", "In May 1997 Norway signed a treaty with Latvia, which gave up a claim.", "gave", "", ".. none"},
		{"a reason lies before", "Norway arrested a man on Monday because he ignored a ban.", "ignored", "", ".. none"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dateOf(t, c.text, c.predicate, c.kinds, wednesday); got != c.want {
				t.Errorf("%q of %q: got %s, want %s", c.predicate, c.text, got, c.want)
			}
		})
	}
}

// Trees of any shape, and indexes that are none, are borne.
func FuzzEventDate(f *testing.F) {
	f.Add("He met them on Monday, a day after they came.", []byte{1, 2, 3}, 0, 0)
	f.Fuzz(func(t *testing.T, text string, heads []byte, sentence, predicate int) {
		text = strings.ToValidUTF8(text, "?")
		sents := language.Tokenize(text)
		rels := []string{"root", "obl", "nmod", "conj", "xcomp", "acl", "mark", "case", "aux", "advcl", "ccomp"}
		tags := []string{"VERB", "NOUN", "AUX", "PROPN", "SCONJ"}
		n := 0
		for i := range sents {
			for j := range sents[i].Tokens {
				k := &sents[i].Tokens[j]
				k.Head = -1
				if len(heads) > 0 {
					b := int(heads[n%len(heads)])
					k.Head = b%(len(sents[i].Tokens)+1) - 1
					k.Rel, k.UPOS = rels[b%len(rels)], tags[b%len(tags)]
					n++
				}
			}
		}
		times := Find(text, sents)
		Resolve(times, wednesday, sents)
		eventDate(sents, Act{Sentence: sentence, Predicate: predicate}, times, wednesday)
		for i := range sents {
			for j := range sents[i].Tokens {
				if w := eventDate(sents, Act{Sentence: i, Predicate: j}, times, wednesday); w.Earliest != "" && w.Latest != "" && w.Earliest > w.Latest {
					t.Fatalf("%q: ends before it begins: %+v", text, w)
				}
			}
		}
	})
}
