package archivetest

import (
	"fmt"
	"math/rand/v2"
	"time"

	"dyad/event"
)

type state struct{ code, name, adjective, capital string }

var states = []state{
	{"IRN", "Iran", "Iranian", "Tehran"},
	{"RUS", "Russia", "Russian", "Moscow"},
	{"NOR", "Norway", "Norwegian", "Oslo"},
	{"CIV", "Côte d’Ivoire", "Ivorian", "Abidjan"},
	{"TUR", "Türkiye", "Turkish", "Ankara"},
	{"KEN", "Kenya", "Kenyan", "Nairobi"},
	{"PER", "Peru", "Peruvian", "Lima"},
	{"VNM", "Viet Nam", "Vietnamese", "Hanoi"},
}

// pick gives two states; half of the time the first two, so that one dyad is long.
func pick(random *rand.Rand) (state, state) {
	if random.IntN(2) == 0 {
		return states[0], states[1]
	}
	i := random.IntN(len(states))
	j := (i + 1 + random.IntN(len(states)-1)) % len(states)
	return states[i], states[j]
}

func (w *writer) title(random *rand.Rand, a, b state) {
	titles := []string{
		"%s and %s envoys meet on the Caspian route",
		"%s protests over %s fishing boats",
		"<b>%s</b> & %s: \"a new page\"?",
		"%s, %s trade delegations in <script>alert(1)</script> talks",
		"%s–%s: ماذا بعد المحادثات",
		"%s says no to %s gas price",
	}
	w.r.Source.Title = fmt.Sprintf(titles[random.IntN(len(titles))], a.name, b.name)
}

// party names a state's government, or one of its officials by office.
func (w *writer) party(s state, office string) event.Entity {
	words, name, title := s.name, s.name, ""
	if office != "" {
		words = s.adjective + " " + office
		name, title = "the "+words, office
	}
	start, end := w.say(words)
	return event.Entity{Text: words, Start: start, End: end, Name: name, Code: &s.code, Sector: []string{"GOV"}, Office: title}
}

// paragraph writes one to three sentences with their events and quotes.
func (w *writer) paragraph(random *rand.Rand, a, b state) {
	w.newParagraph()
	kinds := []func(*rand.Rand, state, state){
		w.visit, w.visit, w.meeting, w.expulsion, w.accusation, w.denial, w.quotation, w.split, w.plan, w.rebels, w.treaty, w.ongoing, w.overlap, w.arabic,
	}
	for range 1 + random.IntN(3) {
		kinds[random.IntN(len(kinds))](random, a, b)
	}
}

func (w *writer) when() (date, basis string) { return w.published, "published" }

func (w *writer) daysBefore(n int) string {
	day, err := time.Parse(time.DateOnly, w.published)
	if err != nil {
		return ""
	}
	return day.AddDate(0, 0, -n).Format(time.DateOnly)
}

func (w *writer) visit(_ *rand.Rand, a, b state) {
	w.begin()
	w.say("The ")
	actor := w.party(a, "foreign minister")
	w.say(" ")
	s, e := w.say("arrived")
	w.say(" in ")
	ls, le := w.say(b.capital)
	w.say(" on ")
	ts, te := w.say("Monday")
	day := w.daysBefore(2)
	w.r.Times = append(w.r.Times, event.Time{Start: ts, End: te, Text: "Monday", Earliest: day, Latest: day, Kind: "date"})
	w.end(" for talks on the northern gas field.")
	lat, lon := 59.91, 10.75
	w.event(event.Event{
		Event: "CONSULT", Mode: []string{"visit"}, Context: []string{"diplomatic", "resource"}, Actor: []event.Entity{actor},
		Recipient: []event.Entity{{Text: b.capital, Start: ls, End: le, Name: b.name, Code: &b.code, Sector: []string{"GOV"}}},
		QuadCode:  1, EventScale: 4, Date: day, EndDate: day, DateBasis: "expression",
		EventLoc: []event.Location{{Text: b.capital, Start: ls, End: le, Name: b.capital, Code: b.code, Lat: &lat, Lon: &lon, Precision: "city", Role: "place"}},
	}, s, e)
}

func (w *writer) meeting(random *rand.Rand, a, b state) {
	w.begin()
	w.say("Delegations from ")
	actors := []event.Entity{w.party(a, "")}
	if c := states[random.IntN(len(states))]; c != a && c != b && random.IntN(3) == 0 {
		w.say(", ")
		actors = append(actors, w.party(c, ""))
	}
	w.say(" and ")
	actors = append(actors, w.party(b, ""))
	w.say(" ")
	s, e := w.say("met")
	w.end(" for two days behind closed doors.")
	day, basis := w.when()
	w.event(event.Event{
		Event: "CONSULT", Actor: actors, QuadCode: 1, EventScale: 2.5, Date: w.daysBefore(1), EndDate: day, DateBasis: basis,
	}, s, e)
	w.r.Events[len(w.r.Events)-1].AlsoClaimedBy = [][]event.Claimant{{{Name: "a port official", Code: &b.code}, {Outlet: w.outlet}}}
}

func (w *writer) accusation(_ *rand.Rand, a, b state) {
	w.begin()
	actor := w.party(a, "defence ministry")
	w.say(" ")
	s, e := w.say("accused")
	w.say(" ")
	recipient := w.party(b, "coast guard")
	recipient.Sector = []string{"MIL"}
	w.end(" of cutting nets at 3 < 4 miles & “ramming” a trawler 🚢.")
	day, basis := w.when()
	w.event(event.Event{
		Event: "ACCUSE", Mode: []string{"allege"}, Context: []string{"maritime"}, Actor: []event.Entity{actor}, Recipient: []event.Entity{recipient},
		QuadCode: 3, EventScale: -3.5, Date: day, EndDate: day, DateBasis: basis, Confidence: 0.72,
	}, s, e)
}

func (w *writer) expulsion(random *rand.Rand, a, b state) {
	w.begin()
	actor := w.party(a, "")
	w.say(" ")
	s, e := w.say("expelled")
	w.say(" two attachés of ")
	recipient := w.party(b, "")
	w.end(" within a day.")
	day, basis := w.when()
	w.event(event.Event{
		Event: "SANCTION", Mode: []string{"expel"}, Context: []string{"diplomatic"}, Actor: []event.Entity{actor}, Recipient: []event.Entity{recipient},
		QuadCode: 4, EventScale: -5.5, Date: day, EndDate: day, DateBasis: basis, Confidence: 0.8 + float64(random.IntN(20))/100,
	}, s, e)
}

func (w *writer) denial(_ *rand.Rand, a, b state) {
	w.begin()
	qs := w.length
	w.say("No shot was ")
	s, e := w.say("fired")
	w.say(" at any boat of ")
	recipient := w.party(b, "")
	_, qe := w.length, w.length
	w.say(", the ")
	speaker := w.party(a, "naval staff")
	speaker.Sector = []string{"MIL"}
	w.say(" ")
	cs, ce := w.say("insisted")
	w.end(".")
	id := w.quote(event.Quote{Kind: "indirect", Start: qs, End: qe, Speaker: &speaker, Cue: &event.Cue{Text: "insisted", Start: cs, End: ce, Force: "denies"}})
	aux := "negation"
	day, basis := w.when()
	w.event(event.Event{
		Event: "ASSAULT", Mode: []string{"firearms"}, Actor: []event.Entity{speaker}, Recipient: []event.Entity{recipient}, Aux: &aux,
		QuadCode: 4, EventScale: -9, Date: day, EndDate: day, DateBasis: basis,
		ClaimedBy: []event.Claimant{{Name: speaker.Name, Code: speaker.Code, Sector: speaker.Sector, Quote: id}},
	}, s, e)
}

func (w *writer) quote(q event.Quote) string {
	q.ID = fmt.Sprintf("q%d", len(w.r.Quotes)+1)
	w.r.Quotes = append(w.r.Quotes, q)
	return q.ID
}

func (w *writer) quotation(_ *rand.Rand, a, b state) {
	w.begin()
	qs := w.length
	w.say("“We ")
	s, e := w.say("will not accept")
	w.say(" any new levy from ")
	recipient := w.party(b, "")
	w.say(",”")
	qe := w.length
	w.say(" a ")
	speaker := w.party(a, "trade spokesperson")
	w.say(" ")
	cs, ce := w.say("said")
	w.end(".")
	id := w.quote(event.Quote{Kind: "direct", Start: qs, End: qe, Speaker: &speaker, Cue: &event.Cue{Text: "said", Start: cs, End: ce, Force: "says"}})
	day, basis := w.when()
	w.event(event.Event{
		Event: "REJECT", Mode: []string{"change"}, Context: []string{"economic"}, Actor: []event.Entity{speaker}, Recipient: []event.Entity{recipient},
		QuadCode: 3, EventScale: -2, Date: day, EndDate: day, DateBasis: basis,
		ClaimedBy: []event.Claimant{{Name: speaker.Name, Code: speaker.Code, Sector: speaker.Sector, Quote: id}, {Outlet: "Example Wire"}},
	}, s, e)
}

func (w *writer) split(_ *rand.Rand, a, _ state) {
	w.begin()
	s1, e1 := w.say("“The road is long,”")
	w.say(" an ")
	cs, ce := w.say("aide")
	w.say(" said, ")
	s2, e2 := w.say("“and the year is short.”")
	w.r.Sentences = append(w.r.Sentences, event.Sentence{Start: w.start, End: w.length, Paragraph: w.paragraphs})
	speaker := event.Entity{Text: "aide", Start: cs, End: ce, Name: "the " + a.adjective + " aide", Code: &a.code, Sector: []string{"GOV"}}
	w.quote(event.Quote{
		Kind: "direct", Start: s1, End: e2, Parts: []event.Span{{Start: s1, End: e1}, {Start: s2, End: e2}},
		Speaker: &speaker, Cue: &event.Cue{Text: "said", Start: ce + 1, End: ce + 5, Force: "says"},
	})
}

func (w *writer) plan(_ *rand.Rand, a, b state) {
	w.begin()
	actor := w.party(a, "")
	w.say(" ")
	s, e := w.say("agreed")
	w.say(" to receive a mission from ")
	recipient := w.party(b, "")
	w.end(" next spring.")
	aux := "future"
	day, basis := w.when()
	w.event(event.Event{
		Event: "AGREE", Actor: []event.Entity{actor}, Recipient: []event.Entity{recipient}, Aux: &aux, QuadCode: 1, EventScale: 2.5,
		Date: day, EndDate: day, DateBasis: basis, Planned: &event.Planned{Date: w.daysBefore(-90), EndDate: w.daysBefore(-150)},
	}, s, e)
}

func (w *writer) rebels(_ *rand.Rand, a, _ state) {
	w.begin()
	ps, pe := w.say("Unidentified gunmen")
	w.say(" ")
	s, e := w.say("attacked")
	w.say(" a convoy of the ")
	recipient := w.party(a, "army")
	recipient.Sector = []string{"MIL"}
	w.end(" near the border, and no day was given.")
	w.event(event.Event{
		Event: "ASSAULT", Context: []string{"military"}, Actor: []event.Entity{{Text: "Unidentified gunmen", Start: ps, End: pe, Sector: []string{"UAF"}}},
		Recipient: []event.Entity{recipient}, QuadCode: 4, EventScale: -9, DateBasis: "none", Confidence: 0.55,
	}, s, e)
}

func (w *writer) treaty(_ *rand.Rand, a, b state) {
	w.begin()
	actor := w.party(a, "")
	w.say(" and ")
	other := w.party(b, "")
	w.say(" ")
	s, e := w.say("signed")
	w.end(" their first river treaty in 1951.")
	aux := "historical"
	w.event(event.Event{
		Event: "COOPERATE", Actor: []event.Entity{actor, other}, Aux: &aux, QuadCode: 2, EventScale: 9.5,
		Date: "1951-01-01", EndDate: "1951-12-31", DateBasis: "expression",
	}, s, e)
}

func (w *writer) ongoing(_ *rand.Rand, a, b state) {
	w.begin()
	actor := w.party(a, "")
	w.say(" ")
	s, e := w.say("has long supplied")
	w.say(" grain to ")
	recipient := w.party(b, "")
	w.end(", and might one day stop.")
	day, basis := w.when()
	w.event(event.Event{
		Event: "AID", Mode: nil, Ongoing: true, Actor: []event.Entity{actor}, Recipient: []event.Entity{recipient}, QuadCode: 2, EventScale: 10,
		Date: day, EndDate: day, DateBasis: basis,
	}, s, e)
	aux := "hypothetical"
	w.event(event.Event{
		Event: "SANCTION", Mode: []string{"discontinue"}, Actor: []event.Entity{actor}, Recipient: []event.Entity{recipient}, Aux: &aux,
		QuadCode: 4, EventScale: -6, DateBasis: "none", Confidence: 0.4,
	}, w.length-5, w.length-1)
}

// overlap writes two events whose words overlap, inside a quote that begins in one of them.
func (w *writer) overlap(_ *rand.Rand, a, b state) {
	w.begin()
	actor := w.party(a, "")
	w.say(" ")
	s1, _ := w.say("pledged")
	w.say(" to ")
	s2, e1 := w.say("withdraw")
	_, e2 := w.say(" its patrols")
	w.say(" from waters claimed by ")
	recipient := w.party(b, "")
	w.end(".")
	day, basis := w.when()
	w.event(event.Event{
		Event: "CONCEDE", Actor: []event.Entity{actor}, Recipient: []event.Entity{recipient}, QuadCode: 1, EventScale: 4.5,
		Date: day, EndDate: day, DateBasis: basis, Confidence: 0.81,
	}, s1, e1)
	w.event(event.Event{
		Event: "RETREAT", Mode: []string{"withdraw"}, Actor: []event.Entity{actor}, Recipient: []event.Entity{recipient}, QuadCode: 2, EventScale: 8,
		Date: day, EndDate: day, DateBasis: "inherited", Confidence: 0.61,
	}, s2, e2)
}

// arabic writes a direct quote in right-to-left script.
func (w *writer) arabic(_ *rand.Rand, a, b state) {
	w.begin()
	qs, qe := w.say("«نرحب بالمحادثات»")
	w.say(", the ")
	speaker := w.party(b, "embassy")
	w.say(" wrote, and ")
	s, e := w.say("thanked")
	w.say(" ")
	recipient := w.party(a, "")
	w.end(".")
	w.quote(event.Quote{Kind: "direct", Start: qs, End: qe, Speaker: &speaker})
	w.quote(event.Quote{Kind: "direct", Start: qs + 1, End: qe - 1}) // no speaker is named
	day, basis := w.when()
	w.event(event.Event{
		Event: "SUPPORT", Actor: []event.Entity{speaker}, Recipient: []event.Entity{recipient}, QuadCode: 1, EventScale: 5,
		Date: day, EndDate: day, DateBasis: basis,
	}, s, e)
}
