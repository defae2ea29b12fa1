package calendar

import (
	"strings"
	"testing"

	"dyad/event"
	"dyad/internal/language"
)

// The report is of Wednesday, 18 May 2011. Expressions are listed as words=value, with the qualifier and the calendar where there are
// such.
func TestValues(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// feasts
		{"at Easter 2016 and Orthodox Easter 2016", "Easter 2016=2016-03-27|Orthodox Easter 2016=2016-05-01"},
		{"since Good Friday", "Good Friday=2011-04-22"},
		{"before last Christmas", "last Christmas=2010-12-25"},
		{"on Thanksgiving Day 2009", "Thanksgiving Day 2009=2009-11-26"},
		{"on the eve of Nowruz", "Nowruz=2011-03-21 persian"},
		{"during Ramadan 2010", "Ramadan 2010=2010-08-11/2010-09-09 APPROX hijri"},
		{"on Eid al-Adha", "Eid al-Adha=2010-11-16 APPROX hijri"},
		{"on Eid-ul-Fitr last year", "Eid-ul-Fitr last year=2010-09-10 APPROX hijri"},
		{"during Passover and on Yom Kippur 1973", "Passover=2011-04-19/2011-04-25|Yom Kippur 1973=1973-10-06"},
		{"over the Lunar New Year", "Lunar New Year=2011-02-03"},
		{"The Good Friday Agreement holds. The Yom Kippur War ended.", ""},
		// other calendars
		{"on 12 Rabi al-awwal 1432", "12 Rabi al-awwal 1432=2011-02-15 APPROX hijri"},
		{"on the 15th of Ramadan 1410 AH", "the 15th of Ramadan 1410 AH=1990-04-11 APPROX hijri"},
		{"on 22 Bahman 1357", "22 Bahman 1357=1979-02-11 persian"},
		{"on Bahman 22", "Bahman 22=2011-02-11 persian"},
		{"in the month of Shawwal", "Shawwal=2011-08-30/2011-09-28 APPROX hijri"},
		{"Mr Bahman and Mr Rajab", ""},
		// years
		{"in fiscal 2010 and FY2009", "fiscal 2010=2010|FY2009=2009"},
		{"the 2009-10 academic year", "the 2009-10 academic year=2009-09-01/2010-08-31"},
		{"between 1990 and 1995", "1990=1990|1995=1995"},
		{"1990-95 and 2010–2012", "1990-95=1990-01-01/1995-12-31|2010–2012=2010-01-01/2012-12-31"},
		{"in the first half of the 1990s", "the first half of the 1990s=1990-01-01/1994-12-31"},
		{"in the 1960s and 70s", "the 1960s=196|70s=197"},
		{"in the early nineties", "the early nineties=199 START"},
		{"in the 19th century", "the 19th century=18"},
		{"in the third quarter of 2010", "the third quarter of 2010=2010-Q3"},
		{"in the first six months of 2010", "The first six months of 2010=2010-H1"},
		// months and weeks
		{"by the end of the month", "the end of the month=2011-05 END"},
		{"in the second week of May", "the second week of May=2011-05-08/2011-05-14"},
		{"the week of May 3", "the week of May 3=2011-W18"},
		{"on the first Friday of September 2010", "the first Friday of September 2010=2010-09-03"},
		{"on the last day of the year", "the last day of the year=2011-12-31"},
		{"April 29-May 3, 2010", "April 29-May 3, 2010=2010-04-29/2010-05-03"},
		{"from 26 to 29 November 2010", "26=2010-11-26|29 November 2010=2010-11-29"},
		{"from Nov. 26 to 29", "Nov. 26=2010-11-26|29=2010-11-29"},
		{"on 3, 5 and 9 May 2010", "3=2010-05-03|5=2010-05-05|9 May 2010=2010-05-09"},
		{"the weekend", "the weekend=2011-W19-WE"},
		// parts of the day
		{"at 0600 GMT", "0600 GMT=2011-05-18T06:00Z"},
		{"at 6:30 a.m. local time (1130 GMT) on Friday", "6:30 a.m. local time (1130 GMT) on Friday=2011-05-13T06:30"},
		{"at 8.30pm and at 20h30", "8.30pm=2011-05-18T20:30|20h30=2011-05-18T20:30"},
		{"at half past nine", "half past nine=2011-05-18T09:30"},
		{"in the small hours of Sunday", "the small hours of Sunday=2011-05-15"},
		{"the night of 3-4 May", "the night of 3-4 May=2011-05-03/2011-05-04"},
		{"at dawn on February 24", "dawn on February 24=2011-02-24TMO"},
		{"on Tuesday evening", "Tuesday evening=2011-05-17TEV"},
		// durations and sets
		{"for two and a half years", "two and a half years=P30M"},
		{"for half an hour", "half an hour=PT30M"},
		{"for a decade and a half", "a decade and a half=P15Y"},
		{"for a quarter of a century", "a quarter of a century=P25Y"},
		{"for one hour and 20 minutes", "one hour and 20 minutes=PT1H20M"},
		{"for nearly two years", "nearly two years=P2Y LESS_THAN"},
		{"for at least three days", "at least three days=P3D EQUAL_OR_MORE"},
		{"for several months", "several months=PXM"},
		{"a two-and-a-half-year war", "two-and-a-half-year=P30M"},
		{"the 1.5 years", "the 1.5 years=P1.5Y"},
		{"a second speech, a quarter of them", ""},
		{"a six-year-old boy, who is six years old", ""},
		{"the Six-Day War", ""},
		{"every Friday, each year, twice a day, every two weeks", "every Friday=XXXX-WXX-5|each year=P1Y|twice a day=P1D|every two weeks=P2W"},
		{"on Fridays and weekends", "Fridays=XXXX-WXX-5|weekends="},
		// vague
		{"in the future and in the distant past", "the future=FUTURE_REF|the distant past=PAST_REF"},
		{"at present, these days", "at present=PRESENT_REF|these days=PRESENT_REF"},
		{"soon, then, later, already", ""},
		{"over the past few months and in recent weeks", "the past few months=PXM|recent weeks=PXW"},
		{"at 2011-05-16T10:30:00Z", "2011-05-16T10:30:00Z=2011-05-16T10:30Z"},
		// names
		{"the March 14 alliance of the Sunday Times after Bloody Sunday", ""},
		{"the September 11 attacks", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			if got := values(c.text); !strings.EqualFold(got, c.want) {
				t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// values writes the expressions of a text with their TIMEX3 values.
func values(text string) string {
	sents := language.Tokenize(text)
	times := Find(text, sents)
	Resolve(times, wednesday, sents)
	var list []string
	for _, x := range times {
		list = append(list, strings.TrimRight(x.Text+"="+x.Value+" "+x.Mod, " ")+strings.TrimRight(" "+x.Calendar, " "))
	}
	return strings.Join(list, "|")
}

// What goes on from a date named before goes on from that of the story: not from what lies ahead, history told aside, or what somebody
// says of something else.
func TestChains(t *testing.T) {
	for _, c := range []struct{ text, last, want string }{
		{"They met on Monday. They will meet again on June 3. The next day they parted.", "The next day", "2011-05-17"},
		{"They met on Monday. “We fought in that war on 3 May 1994,” he said. The next day they parted.", "The next day", "2011-05-17"},
		{"They met on Monday.\n\nThe treaty was signed on 3 May 1994.\n\nThe same day it rained.", "The same day", "2011-05-16"},
		{"The treaty was signed on 3 May 1994. The same day it rained.", "The same day", "1994-05-03"},
		{"They met on Friday. Three days later they parted. The next day it rained.", "The next day", "2011-05-17"},
		{"He resigned in March 2010. The following month he left.", "The following month", "2010-04"},
		{"He resigned in March 2010. Three days later he left.", "Three days later", "2010-03-04/2010-04-03"},
		{"War broke out in 1990. Two years later it ended.", "Two years later", "1992"},
		{"They met on Monday. That evening they dined.", "That evening", "2011-05-16TEV"},
		{"They met on Monday. At 9 p.m. they dined.", "9 p.m.", "2011-05-16T21:00"},
		{"They met on Monday.\n\nAt 9 p.m. they dined.", "9 p.m.", "2011-05-18T21:00"},
		{"He said it today. The day before, he had not.", "The day before", "2011-05-17"},
	} {
		sents := language.Tokenize(c.text)
		times := Find(c.text, sents)
		Resolve(times, wednesday, sents)
		x := times[len(times)-1]
		if x.Text != c.last || x.Value != c.want {
			t.Errorf("%q: %q is %s, want %q %s", c.text, x.Text, x.Value, c.last, c.want)
		}
	}
}

// A report dated by an interval gives a value only to what the words name in full.
func TestValueOfInterval(t *testing.T) {
	text := "yesterday, in 1999, for two days, on Monday and on 4 August, in spring, on February 30"
	sents := language.Tokenize(text)
	times := Find(text, sents)
	Resolve(times, event.Published{Earliest: "2011-05-01", Latest: "2011-05-31"}, sents)
	want := []string{"", "1999", "P2D", "XXXX-WXX-1", "XXXX-08-04", "XXXX-SP", ""}
	for i, x := range times {
		if x.Value != want[i] {
			t.Errorf("%q: value %q, want %q", x.Text, x.Value, want[i])
		}
	}
}

// A full stop after a.m. does not part a clock time from its day, though the parser ends the sentence there.
func TestDayAfterFullStop(t *testing.T) {
	text := "They finished at 3:40 a.m. Thursday."
	at := strings.Index(text, "Thursday")
	tokens := func(s string, from int) (list []language.Token) {
		for f := range strings.FieldsSeq(s) {
			i := strings.Index(text[from:], f) + from
			list = append(list, language.Token{Start: i, End: i + len(f), Form: f, Head: -1})
		}
		return list
	}
	sents := []language.Sentence{
		{Start: 0, End: at - 1, Tokens: tokens(text[:at-1], 0)},
		{Start: at, End: len(text), Tokens: tokens(text[at:], at)},
	}
	times := Find(text, sents)
	if len(times) != 1 || times[0].Text != "3:40 a.m. Thursday" || times[0].End > len(sents[0].Tokens) {
		t.Errorf("got %+v, want one expression to the end of Thursday, its tokens in the first sentence", times)
	}
}
