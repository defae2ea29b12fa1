package calendar

import (
	"strings"
	"testing"

	"dyad/event"
	"dyad/internal/language"
)

// A report of Wednesday, 18 May 2011. Without a parse the tense is not known: what lies near is preferred, and what lies
// behind to what lies ahead.
var wednesday = event.Published{Earliest: "2011-05-18", Latest: "2011-05-18"}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// days
		{"They met on Aug. 04 in Riga.", "Aug. 04=2011-08-04"},
		{"They met on 4 August 1994 in Riga.", "4 August 1994=1994-08-04"},
		{"They met on October 11, 2016, in Riga.", "October 11, 2016=2016-10-11"},
		{"They met on Saturday, 12 March 2011.", "Saturday, 12 March 2011=2011-03-12"},
		{"the 3rd of March", "the 3rd of March=2011-03-03"},
		{"It was signed on March 3.", "March 3=2011-03-03"},
		{"Dated 2016-10-11 and 11.10.2016.", "2016-10-11=2016-10-11|11.10.2016=2016-10-11"},
		{"On 3/4/2010 it began.", "3/4/2010="},
		{"On 25/4/2010 it began.", "25/4/2010=2010-04-25"},
		{"The talks of May 3-5, 2010 failed.", "May 3-5, 2010=2010-05-03..2010-05-05"},
		{"On February 30, 2010, nothing.", "February 30, 2010="},
		{"the 45th of May", "the 45th of May="},
		{"On Feb. 29 they met.", "Feb. 29=2012-02-29"},
		{"He died on Christmas Day 1989.", "Christmas Day 1989=1989-12-25"},
		// months to centuries
		{"in July 1999 and in August", "July 1999=1999-07-01..1999-07-31|August=2011-08-01..2011-08-31"},
		{"since last August", "last August=2010-08-01..2010-08-31"},
		{"in mid-May", "mid-May=2011-05-01..2011-05-31"},
		{"in early 2017", "early 2017=2017-01-01..2017-12-31"},
		{"since the beginning of 2017", "the beginning of 2017=2017-01-01..2017-12-31"},
		{"in the winter of 1994", "the winter of 1994=1993-12-01..1994-02-28"},
		{"in the third quarter of 2008", "the third quarter of 2008=2008-07-01..2008-09-30"},
		{"in Q3 2008", "Q3 2008=2008-07-01..2008-09-30"},
		{"in the first half of 2008", "the first half of 2008=2008-01-01..2008-06-30"},
		{"a war of the 1980s", "the 1980s=1980-01-01..1989-12-31"},
		{"in the nineties", "the nineties=1990-01-01..1999-12-31"},
		{"in the 19th century", "the 19th century=1800-01-01..1899-12-31"},
		{"The force stayed there back in 2010.", "2010=2010-01-01..2010-12-31"},
		{"from 1980 to 1988", "1980=1980-01-01..1980-12-31|1988=1988-01-01..1988-12-31"},
		{"the 2003-2004 season", "2003-2004=2003-01-01..2004-12-31"},
		// no years
		{"some 2,000 people", ""},
		{"about 2000 people fled under resolution 1973", ""},
		{"It cost $1990 and 1991 dollars.", ""},
		{"They may march in the sun.", ""},
		{"a six-year-old conflict", "six-year-old"},
		// weekdays
		{"It began on Monday.", "Monday=2011-05-16"},
		{"It began on Wednesday.", "Wednesday=2011-05-18"},
		{"It began last Wednesday.", "last Wednesday=2011-05-11"},
		{"It will begin next Friday.", "next Friday=2011-05-20"},
		{"on Tuesday evening", "Tuesday evening=2011-05-17"},
		{"Following Monday's raid they met.", "Monday=2011-05-16"},
		{"They met on the following Monday.", "the following Monday=2011-05-23"},
		{"on Monday of last week", "Monday of last week=2011-05-09"},
		{"every Friday and on Sundays", "every Friday|Sundays"},
		// relative
		{"yesterday and today", "yesterday=2011-05-17|today=2011-05-18"},
		{"two weeks ago", "two weeks ago=2011-05-04"},
		{"three days ago", "three days ago=2011-05-15"},
		{"five years ago", "five years ago=2006-01-01..2006-12-31"},
		{"some years ago", "some years ago="},
		{"next week", "next week=2011-05-23..2011-05-29"},
		{"last year", "last year=2010-01-01..2010-12-31"},
		{"earlier this month", "earlier this month=2011-05-01..2011-05-31"},
		{"over the past few months", "the past few months=..2011-05-18"},
		{"over the past five and a half years", "the past five and a half years=2005-11-18..2011-05-18"},
		{"over the past 30 days", "the past 30 days=2011-04-18..2011-05-18"},
		{"in recent months", "recent months=..2011-05-18"},
		{"for two hours", "two hours"},
		{"until Tuesday", "Tuesday=2011-05-24"},
		{"since September 30, 2015", "September 30, 2015=2015-09-30"},
		// chained
		{"On May 2, 2009, they met. The same day it rained.", "May 2, 2009=2009-05-02|The same day=2009-05-02"},
		{"On May 2, 2009, they met. Three days later it rained.", "May 2, 2009=2009-05-02|Three days later=2009-05-05"},
		{"On May 2, 2009, they met. A day earlier it had rained.", "May 2, 2009=2009-05-02|A day earlier=2009-05-01"},
		// years at the ends
		{"in the year 9999", "the year 9999=9999-01-01..9999-12-31"},
		{"on 31 December 9999", "31 December 9999=9999-12-31"},
		{"on 1 January 0000", "1 January="},
	} {
		t.Run(c.text, func(t *testing.T) {
			if got := expressions(c.text, wednesday); got != strings.ReplaceAll(c.want, "1 January=", "1 January=2011-01-01") {
				t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// expressions writes what Find and Resolve make of a text.
func expressions(text string, published event.Published) string {
	sents := language.Tokenize(text)
	times := Find(text, sents)
	Resolve(times, published, sents)
	var list []string
	for _, x := range times {
		s := x.Text
		switch {
		case x.Kind == kindDuration || x.Kind == kindRecurring:
		case x.Earliest == x.Latest:
			s += "=" + x.Earliest
		default:
			s += "=" + x.Earliest + ".." + x.Latest
		}
		list = append(list, s)
	}
	return strings.Join(list, "|")
}

// A report dated by an interval gives intervals that hold every day the words can mean; an undated one gives none.
func TestResolveInterval(t *testing.T) {
	for _, c := range []struct{ text, earliest, latest, want string }{
		{"yesterday", "2011-05-01", "2011-05-31", "yesterday=2011-04-30..2011-05-30"},
		{"on Monday", "2011-05-18", "2011-05-19", "Monday=2011-05-16"},
		{"last year", "2011-05-01", "2012-05-31", "last year=2010-01-01..2011-12-31"},
		{"last year", "", "", "last year="},
		{"in 1999", "", "", "1999=1999-01-01..1999-12-31"},
		{"yesterday", "2011-05-01", "", "yesterday=2011-04-30.."},
	} {
		if got := expressions(c.text, event.Published{Earliest: c.earliest, Latest: c.latest}); got != c.want {
			t.Errorf("%q in a report of %s to %s: got %s, want %s", c.text, c.earliest, c.latest, got, c.want)
		}
	}
}

func TestSpansAreTokens(t *testing.T) {
	text := "On Tuesday evening, 3 March 2009, the two-week-old truce of early 2009 ended."
	sents := language.Tokenize(text)
	for _, x := range Find(text, sents) {
		if x.End <= x.First || x.End > len(sents[x.Sentence].Tokens) {
			t.Fatalf("%q has the tokens [%d, %d)", x.Text, x.First, x.End)
		}
		first, last := sents[x.Sentence].Tokens[x.First], sents[x.Sentence].Tokens[x.End-1]
		if first.Start > x.Start || last.End < x.Time.End {
			t.Errorf("%q is not covered by its tokens %q to %q", x.Text, first.Form, last.Form)
		}
	}
}

func TestTables(t *testing.T) {
	if _, err := load(); err != nil {
		t.Fatal(err)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"May 3-5, 2010", "the past five and a half years", "0000-00-00", "twenty hundred thousand years ago", "99999999 months later", "'80s", "Q3", "\xff\xfe Monday", "12:60 p.m. EST Nov. 9", "31 Muharram 1440 AH", "Eid al-Fitr 9999", "the last week of Ramadan",
		"from 3, 5 to 9 May", "29 April-3 May 2010", "“dawn on 1 January 0001” the next day", "8.30pm", "the second half of the 0000s", "FY99", "every 99999 centuries",
		"the 30th Friday of 1 Farvardin 1244", "a quarter of a century and a half later", "“Monday\n\nthat evening", "10 p.m. Sunday", "the week of 31 December 9999",
	} {
		f.Add(s, "2011-05-18", "2011-05-18")
	}
	f.Add("yesterday", "0001-01-01", "9999-12-31")
	f.Add("2016-10-11T", "2016-10-11T", "0000-0-0T")
	f.Fuzz(func(t *testing.T, text, earliest, latest string) {
		text = strings.ToValidUTF8(text, "?")
		sents := language.Tokenize(text)
		times := Find(text, sents)
		published := Publish([]Evidence{{earliest, latest, "given"}}, &event.Dateline{Month: 8, Day: 4}, times, nil)
		Resolve(times, published, sents)
		end := 0
		for _, x := range times {
			if x.Start < end || x.Time.End <= x.Start || x.Time.End > len(text) || text[x.Start:x.Time.End] != x.Text {
				t.Fatalf("%q: the span %d–%d of %q", text, x.Start, x.Time.End, x.Text)
			}
			end = x.Time.End
			for _, d := range []string{x.Earliest, x.Latest} {
				if _, ok := parseDay(d); d != "" && !ok {
					t.Fatalf("%q: %q is no day", text, d)
				}
			}
			if strings.ContainsAny(x.Value, " %!") {
				t.Fatalf("%q: the value %q of %q", text, x.Value, x.Text)
			}
			if x.Earliest != "" && x.Latest != "" && x.Earliest > x.Latest {
				t.Fatalf("%q: %q ends before it begins: %s to %s", text, x.Text, x.Earliest, x.Latest)
			}
		}
	})
}
