package calendar

import (
	"testing"

	"dyad/internal/language"
)

// The report is of Wednesday, 18 May 2011: the tense of the clause and the preposition say which Friday, May or summer is meant.
func TestSide(t *testing.T) {
	model, err := language.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"The ministers met on Friday.", "2011-05-13"},
		{"The ministers will meet on Friday.", "2011-05-20"},
		{"The vote is to be held on November 20.", "2011-11-20"},
		{"The vote was held on November 20.", "2010-11-20"},
		{"Snow is forecast for Friday.", "2011-05-20"},
		{"The government promised houses by the end of June.", "2011-06"},
		{"The hotels are full until Monday.", "2011-05-23"},
		{"The treaty of November 20 was signed in Riga.", "2010-11-20"},
		{"The two sides extended the truce until January 31.", "2012-01-31"},
		{"The two sides extended the truce through Friday.", "2011-05-20"},
		{"The flights were suspended until March.", "2012-03"},
		{"The council voted to extend the truce until January 31.", "2012-01-31"},
		{"The talks were put off until Friday.", "2011-05-20"},
		{"The truce had been in force until January 31.", "2011-01-31"},
		{"The two sides had extended the truce until January 31.", "2011-01-31"},
		{"The court set a hearing for May 25.", "2011-05-25"},
		{"The council called an emergency meeting for Thursday.", "2011-05-19"},
		{"The king paid for Thursday.", "2011-05-12"},
		{"The court adjourned the trial to June 6.", "2011-06-06"},
		{"The court ordered their release by Friday.", "2011-05-20"},
		{"The soldiers had reached Riga by Friday.", "2011-05-13"},
		{"Norway banned the imports from June 1.", "2011-06-01"},
		{"The soldiers kept the border shut until Monday.", "2011-05-16"},
		{"Rebels held the town until January 31.", "2011-01-31"},
		{"Rebels held the town until Friday.", "2011-05-13"},
		{"The war would last five years.", "P5Y"},
		{"British Prime Minister May arrived.", ""},
		{"They may march again.", ""},
		{"Mrs. May arrived. The ministers met with May.", ""},
		{"Mrs. May arrived. The ministers met in May.", "2011-05"},
		{"The brothers spoke in May.", "2011-05"},
		{"A six-year-old Syrian boy arrived.", ""},
		{"The six-year-old truce held.", "P6Y"},
	} {
		sents := model.Parse(c.text)
		times := Find(c.text, sents)
		Resolve(times, wednesday, sents)
		got := ""
		if len(times) > 0 {
			got = times[0].Value
		}
		if got != c.want || len(times) > 1 {
			t.Errorf("%q: got %q of %d, want %q", c.text, got, len(times), c.want)
		}
	}
}
