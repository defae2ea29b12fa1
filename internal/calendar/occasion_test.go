package calendar

import (
	"testing"

	"dyad/event"
)

// What ties an act to the occasion that the text told of before. The report is of Wednesday, 18 May 2011.
func TestOccasion(t *testing.T) {
	const news = "Soldiers attacked a camp on Sunday.\n\n"
	for _, c := range []struct{ name, text, predicate, kinds, want string }{
		{"an answer at the same session", "The council rejected the plan on Monday.\n\nNorway criticised the vote at the same session.", "criticised", "A", "2011-05-16..2011-05-16 inherited"},
		{"an answer at a session", "The council rejected the plan on Monday.\n\nNorway criticised the vote at a session.", "criticised", "A", "2011-05-16..2011-05-18 inherited"},
		{"within the hour", news + "Norway condemned the raid within the hour.", "condemned", "A", "2011-05-15..2011-05-15 inherited"},
		{"within days", news + "Norway condemned the raid within days.", "condemned", "A", "2011-05-15..2011-05-18 inherited"},
		{"before noon", news + "Norway condemned the raid before noon.", "condemned", "A", "2011-05-15..2011-05-15 inherited"},
		{"on the day itself", news + "Norway condemned the raid on the day itself.", "condemned", "A", "2011-05-15..2011-05-15 inherited"},
		{"on the first day", "The two sides agreed to cease fire on Tuesday, five days after soldiers entered the town.\n\nNorway condemned the attack on the first day.", "condemned", "A", "2011-05-12..2011-05-12 inherited"},
		{"on no known day", news + "Norway condemned the raid on the whole.", "condemned", "A", "2011-05-15..2011-05-18 inherited"},
		{"the day of something told", news + "Norway closed its mission on the day of the attack.", "closed", "", "2011-05-15..2011-05-15 inherited"},
		{"days before something told", news + "The sailors were released in Riga two days before the attack.", "released", "", "2011-05-13..2011-05-13 inherited"},
		{"days after something told", news + "The sailors were released in Riga two days after the attack.", "released", "", "2011-05-17..2011-05-17 inherited"},
		{"the eve", news + "Norway had warned the king on the eve of the attack.", "warned", "", "2011-05-14..2011-05-14 inherited"},
		{"the evening before", news + "The king flew to Riga the evening before the attack.", "flew", "", "2011-05-14..2011-05-14 inherited"},
		{"the noun of an earlier sentence", "The council held a session on Monday. Norway left it on Tuesday.\n\nThe king flew to Riga the evening before the session.", "flew", "", "2011-05-15..2011-05-15 inherited"},
		{"days before, in front", news + "Two days before the first raid Norway had closed its mission.", "closed", "", "2011-05-13..2011-05-13 inherited"},
		{"a clause of the noun", "Norway closed its mission on Tuesday, ten days after a clash in which soldiers killed two guards.", "killed", "", "2011-05-07..2011-05-07 expression"},
		{"the first of two days told", "The council condemned on Wednesday the attack of Sunday.\n\nThe day after the incident Norway closed its mission.", "closed", "", "2011-05-16..2011-05-16 inherited"},
		{"at dinner", news + "At dinner the king condemned the raid.", "condemned", "A", "2011-05-15..2011-05-15 inherited"},
		{"at a place", news + "At the border the king condemned the raid.", "condemned", "A", "2011-05-15..2011-05-18 inherited"},

		{"had met and will meet", "The ministers had met in Riga on May 11 and will meet again in June.", "meet", "S", "2011-05-18..2011-05-18 published planned 2011-06-01..2011-06-30"},
		{"pledged and will meet", "The ministers pledged aid on Monday and will meet again in June.", "meet", "S", "2011-05-16..2011-05-16 inherited planned 2011-06-01..2011-06-30"},
		{"a plan of those to whom it was done", "Norway let the inspectors in on Monday.\n\nThe inspectors will travel to Riga on Friday.", "travel", "S", "2011-05-18..2011-05-18 published planned 2011-05-20..2011-05-20"},
		{"the answer stands before the news", "Norway condemned the raid.\n\nSoldiers attacked a camp on Sunday.", "condemned", "A", "2011-05-15..2011-05-18 inherited"},
		{"a deed before the news", "Norway closed its mission.\n\nSoldiers attacked a camp on Sunday.", "closed", "", "2011-05-18..2011-05-18 published"},
		{"an answer beside one of today", news + "Norway condemned the raid on Wednesday, while Latvia praised the soldiers.", "praised", "A", "2011-05-15..2011-05-18 inherited"},
		{"what nobody did", news + "The council has agreed on nothing.", "agreed", "AS", "2011-05-18..2011-05-18 published"},

		{"what they were doing", "Shells killed six people who were waiting for bread on Monday.", "killed", "", "2011-05-16..2011-05-16 expression"},
		{"what they had done", news + "Shells killed six people who had left the town on Monday.", "killed", "", "2011-05-15..2011-05-15 inherited"},
		{"is doing", news + "Norway is sending two ships.", "sending", "", "2011-05-18..2011-05-18 published"},
		{"answers a deed told in its content", "Norway accused a Latvian ship of having rammed a boat on Monday.", "accused", "A", "2011-05-16..2011-05-18 inherited"},
		{"a charge without a day", "Norway accused a Latvian ship of having rammed a boat.", "accused", "A", "2011-05-18..2011-05-18 published"},
		{"answers as the one to whom it was done", "Soldiers attacked Norway on Sunday. Norway condemned the raid.", "condemned", "A", "2011-05-15..2011-05-18 inherited"},
		{"goes on as the one who did it", "Norway expelled two envoys on Sunday. Norway condemned the raid.", "condemned", "A", "2011-05-15..2011-05-15 inherited"},
		{"somebody else's minister", "The minister of Norway arrived on Sunday.\n\nThe minister of Latvia condemned the raid.", "condemned", "A", "2011-05-15..2011-05-18 inherited"},

		{"the day before in a purpose", "The council called on both to cease fire on Tuesday.", "called", "A", "2011-05-17..2011-05-17 expression"},
		{"a day to come in a purpose", "The two sides agreed to cease fire on Friday.", "agreed", "S", "2011-05-18..2011-05-18 published planned 2011-05-20..2011-05-20"},
		{"a past that looks like a present", "The United States on Tuesday froze the deposits.", "froze", "", "2011-05-17..2011-05-17 expression"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pub := event.Published{Earliest: "2011-05-18", Latest: "2011-05-18"}
			if got := dateOf(t, c.text, c.predicate, c.kinds, pub); got != c.want {
				t.Errorf("%s: got %s, want %s", c.text, got, c.want)
			}
		})
	}
}
