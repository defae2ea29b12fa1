package calendar

import (
	"testing"

	"dyad/event"
)

// What lasted. The report is of Wednesday, 18 May 2011.
func TestDuring(t *testing.T) {
	for _, c := range []struct{ name, text, predicate, kinds, want string }{
		{"for two months", "For two months gunners have been shelling the town.", "shelling", "", "2011-03-18..2011-05-18 expression"},
		{"for three days", "Gunners have shelled the town for three days.", "shelled", "", "2011-05-15..2011-05-18 expression"},
		{"for years", "Gunners have shelled the town for years.", "shelled", "~", "2011-05-18..2011-05-18 published"},
		{"how long it will hold", "Norway banned the flights for three days on Monday.", "banned", "", "2011-05-16..2011-05-16 expression"},
		{"up to a day", "Crowds besieged the embassy for a week until May 14.", "besieged", "", "2011-05-08..2011-05-14 expression"},
		{"days of talks", "The ministers agreed on Monday, after three days of talks.", "talks", "", "2011-05-14..2011-05-16 expression"},
		{"and what came of them", "The ministers agreed on Monday, after three days of talks.", "agreed", "", "2011-05-16..2011-05-16 expression"},
		{"a count is no length", "Crowds besieged the embassy on Monday for the third day.", "besieged", "", "2011-05-16..2011-05-16 expression"},
		{"since a weekday", "Since Monday forces have been attacking the town.", "attacking", "", "2011-05-16..2011-05-18 expression"},
		{"the day in the month", "Last month Norway promised in Riga on April 21 to protect the town.", "promised", "S", "2011-04-21..2011-04-21 expression"},
		{"the day apart from the month", "Last month Norway said that a ship had left on April 21.", "said", "", "2011-04-01..2011-04-30 expression"},
		{"since then", "Norway broke off relations on May 2. Since then the two have fought twice.", "fought", "", "2011-05-02..2011-05-18 inherited"},
		{"since", "Norway broke off relations on May 10. The army has been on alert since.", "alert", "", "2011-05-10..2011-05-18 inherited"},
		{"without since", "Norway broke off relations on May 2. The two have fought twice.", "fought", "", ".. none"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pub := event.Published{Earliest: "2011-05-18", Latest: "2011-05-18"}
			if got := dateOf(t, c.text, c.predicate, c.kinds, pub); got != c.want {
				t.Errorf("%s: got %s, want %s", c.text, got, c.want)
			}
		})
	}
}
