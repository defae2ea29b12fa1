package calendar

import (
	"strings"
	"testing"
	"time"

	"dyad/internal/language"
)

// Days that no calendar has are recognised and get no value; numbers that are no years make no expression.
func TestNoInventedDay(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"on February 30", "February 30="},
		{"on 31 June 2017", "31 June 2017="},
		{"on 29 February 2015", "29 February 2015="},
		{"on 29 February 2016", "29 February 2016=2016-02-29"},
		{"on the 45th of May", "the 45th of May="},
		{"on 13/13/2013", "13/13/2013="},
		{"on 0000-00-00", "0000-00-00="},
		{"on 9999-12-31", "9999-12-31=9999-12-31"},
		{"in the year 9999", "the year 9999=9999-01-01..9999-12-31"},
		{"in the year 0", ""},
		{"in 12345", ""},
		{"on 31 Muharram 1440", "31 Muharram 1440="},
		{"on 30 Safar 1437", "30 Safar 1437="},
		{"on 31 Mehr 1395", "31 Mehr 1395="},
		{"on 30 Esfand 1396", "30 Esfand 1396="},
		{"on 12 Rabi al-awwal 9999", "12 Rabi al-awwal 9999="},
		{"99999999 years ago", "99999999 years ago="},
		{"9999 centuries later", "9999 centuries later="},
		{"over the past 99999 years", "the past 99999 years="},
		{"on Independence Day", "Independence Day="},
		{"at the turn of the century", "the turn of the century="},
		{"some years ago", "some years ago="},
		{"in recent years", "recent years=..2011-05-18"},
		{"at 25:61", ""},
		{"1,973 people under UN resolution 1973 paid $2010 for a Boeing 737", ""},
		{"The company sold 2016 people a book.", ""},
		{"back in 2010", "2010=2010-01-01..2010-12-31"},
	} {
		if got := expressions(c.text, wednesday); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// Time is linear in the length of the text, whatever it repeats: sixteen times the text takes well under 16² times as long.
func TestLinear(t *testing.T) {
	for _, unit := range []string{
		"Monday ", "1990-", "1990 - 1991 ", "12 ", "early ", "the first half of ", "the end of the ", "10 p.m. ", "3, ", "from 3 to ", "Ramadan al-",
		"twenty ", "five and a half ", "\"Monday ", "more than about ", "2016-08-15 ", "last next this ", "the night of ", "12:30 (", "Rabi ", "a.m.",
		"two years and ", "quarter of a ", "May-", "every other ", "at ", "12-", "more ", "another further ", "the very last ", "‘’",
	} {
		small, large := clockFind(unit, 1<<12), clockFind(unit, 1<<16)
		t.Logf("%q: %v for 4 KiB, %v for 64 KiB", unit, small, large)
		if large > 2*time.Second && large > 64*small {
			t.Errorf("%q: 4 KiB take %v, 64 KiB %v", unit, small, large)
		}
	}
	if d := clockFind("Monday ", 1<<20); d > 10*time.Second {
		t.Errorf("a megabyte of Mondays takes %v", d)
	}
	if d := clockFind("12345 ", 60000); d > 2*time.Second { // ten thousand numbers in a row
		t.Errorf("ten thousand numbers take %v", d)
	}
}

// clockFind gives the time that Find and Resolve take for one sentence of n bytes.
func clockFind(unit string, n int) time.Duration {
	text := strings.Repeat(unit, n/len(unit)+1)
	sents := []language.Sentence{{End: len(text)}}
	begin := time.Now()
	Resolve(Find(text, sents), wednesday, sents)
	return time.Since(begin)
}
