package relation

import (
	"strings"
	"testing"
)

// What was not done, only asked or only supposed is told from deeds (plover.md, section 4). The sentences are invented.
func TestNotDone(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ sentence, want string }{
		{"Chadian jets almost bombed the Libyan base on Monday.", "ASSAULT negation"},
		{"Peru nearly went to war with Chile on Monday.", "ASSAULT negation"},
		{"Norway came close to expelling the Chadian ambassador.", "SANCTION negation"},
		{"Peru was to have bombed the Chilean base on Monday.", "ASSAULT negation"},
		{"Chadian jets bombed the Libyan base almost daily.", "ASSAULT"},
		{"Libyan shells nearly destroyed the Chadian town on Monday.", "ASSAULT"},
		{"Had Peru invaded Chile, Brazil would have attacked Peru.", "ASSAULT hypothetical; ASSAULT hypothetical"},
		{"Brazil would have attacked Peru if Peru had invaded Chile.", "ASSAULT hypothetical; ASSAULT hypothetical"},
		{"Brazil would have attacked Peru if Peru had invaded Chile, a minister said.", "ASSAULT hypothetical; ASSAULT hypothetical"},
		{"Brazil would have attacked Peru had Peru invaded Chile.", "ASSAULT hypothetical; ASSAULT hypothetical"},
		{"The Chadian navy would have attacked the Libyan ship had it come closer.", "ASSAULT hypothetical"},
		{"Were Chad to invade Libya, Niger would attack Chad.", "ASSAULT hypothetical; ASSAULT hypothetical"},
		{"Should Peru attack Chile, Brazil will attack Peru.", "ASSAULT hypothetical; THREATEN future"},
		{"Never had Peru attacked Chile.", "ASSAULT negation"},
		{"Will Chad invade Libya?", "ASSAULT hypothetical"},
		{"Did Peru attack Chile?", "ASSAULT hypothetical"},
		{"Has Chad bombed the Libyan town?", "ASSAULT hypothetical"},
		{"Is Chad to withdraw its troops from Libya?", "RETREAT hypothetical"},
		{"Is Peru planning to attack Chile?", "ASSAULT hypothetical"},
		{"Why did Peru attack Chile?", "ASSAULT"},
		{"Peru attacked Chile, but will Brazil attack Peru?", "ASSAULT; ASSAULT hypothetical"},
		{"Norway was the first to attack Chad.", "ASSAULT"},
	} {
		r := w.read(c.sentence)
		got := kept(r, func(x Candidate) string { return strings.TrimSpace(x.Event + " " + x.Aux) })
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.sentence, strings.Join(got, "; "), c.want)
		}
	}
}

// What somebody says is untrue was not done, by whatever words he says so; what is confirmed, or is not denied, was.
func TestGainsaid(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ sentence, want string }{
		{"Chad said it was not true that it had bombed a village in Libya.", "ASSAULT negation"},
		{"It is untrue that Peruvian jets bombed Chile, the ministry said.", "ASSAULT negation"},
		{"Reports that Chadian jets bombed Libya are false, the ministry said.", "ASSAULT negation"},
		{"The reports that Chadian jets bombed Libya are without foundation, the ministry said.", "ASSAULT negation"},
		{"The ministry in Chad dismissed reports that Chadian jets had bombed Libya.", "ASSAULT negation"},
		{"Chad disputed claims that its jets had bombed Libya.", "ASSAULT negation"},
		{"There was no truth in reports that Peruvian jets had bombed Chile, the minister said.", "ASSAULT negation"},
		{"Tripoli called the report that Libya bombed Chad false.", "ASSAULT negation"},
		{"Tripoli called it a lie that Libya had bombed Chad.", "ASSAULT negation"},
		{"Reports that Peruvian jets had bombed Chile were dismissed by the ministry.", "ASSAULT negation"},
		{"It is true that Peruvian jets bombed Chile, the ministry said.", "ASSAULT"},
		{"Reports that Chadian jets bombed Libya are true, the ministry said.", "ASSAULT"},
		{"The ministry confirmed reports that Chadian jets had bombed Libya.", "ASSAULT"},
	} {
		r := w.read(c.sentence)
		var got []string
		for _, x := range r.found {
			if x.Rejected == "" && x.Event == "ASSAULT" {
				got = append(got, strings.TrimSpace(x.Event+" "+x.Aux))
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.sentence, strings.Join(got, "; "), c.want)
		}
	}
}

// The purpose of troops that are on the move is done; that of others, and of those who turn back, is not.
func TestRaids(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ sentence, want string }{
		{"Chadian bombers flew from Niger to strike Libya on Tuesday.", "ASSAULT TCD>LBY"},
		{"Chadian troops crossed the border to attack Libya on Monday.", "ASSAULT TCD>LBY"},
		{"Chadian warships sailed to blockade Malta on Monday.", "COERCE TCD>MLT"},
		{"Chadian jets took off from Niger and struck Libya.", "ASSAULT TCD>LBY"},
		{"Chadian bombers took off to bomb Libya but ran out of fuel.", ""},
		{"The Chadian president flew to Malta to attack the plan.", "CONSULT TCD>MLT"},
	} {
		r := w.read(c.sentence)
		got := kept(r, func(x Candidate) string {
			return x.Event + " " + countries(r.row(x).actor) + ">" + countries(r.row(x).recipient)
		})
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.sentence, strings.Join(got, "; "), c.want)
		}
	}
}

// Who speaks in an aside does nothing of what he tells, and who is excepted did nothing.
func TestWhoDidNothing(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ sentence, want string }{
		{"Chad, said the Libyan foreign minister, bombed Niger on Monday.", "ASSAULT TCD>NER"},
		{"Chad, the Libyan minister said, has bombed Niger.", "ASSAULT TCD>NER"},
		{"Norway and Malta, officials in Chad said, signed a treaty on Friday.", "SUPPORT MLT NOR>"},
		{"All but Chad condemned Libya.", ""},
		{"All but Chad and Niger condemned Libya.", ""},
		{"Chad met Niger in Oslo. The former condemned Libya.", "CONSULT NER TCD>; ACCUSE TCD>LBY"},
		{"Chad and Niger held talks. The former accused Libya of arming rebels, while the latter accused Mali.", "CONSULT NER TCD>; ACCUSE TCD>LBY; ACCUSE NER>MLI"},
		{"Niger condemned everyone but Chad.", "ACCUSE NER>"},
		{"Niger condemned not Chad but Libya.", "ACCUSE NER>LBY"},
		{"The envoy, a lawyer, said that Chad had bombed Niger.", "ASSAULT TCD>NER"},
	} {
		r := w.read(c.sentence)
		got := kept(r, func(x Candidate) string {
			return x.Event + " " + countries(r.row(x).actor) + ">" + countries(r.row(x).recipient)
		})
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.sentence, strings.Join(got, "; "), c.want)
		}
	}
}

// A verb that is joined to a motion by "and" has its subject, also where the parser hangs it on the main clause.
func TestJoinedToMotion(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ sentence, want string }{
		{"Chad said Libyan troops crossed into Niger and killed two Malian traders.", "LBY"},
		{"Peru broke off relations with Chile after Chilean troops entered Peru and killed 20 rebels.", "CHL"},
		{"Libya attacked Chad after Chadian jets entered Libya and bombed Tripoli.", "LBY TCD"},
		{"Chadian troops crossed into Libya and killed two Malian traders.", "TCD"},
		{"Chad expelled two Libyan envoys after Libyan troops entered Niger, and bombed Tripoli.", "TCD"},
	} {
		r := w.read(c.sentence)
		var got []string
		for _, x := range r.found {
			if x.Rejected == "" && x.Event == "ASSAULT" {
				got = append(got, countries(r.row(x).actor))
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.sentence, strings.Join(got, " "), c.want)
		}
	}
}

// A warning of what the other side may do is no threat of the one who warns; one of own harm is.
func TestForetold(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ sentence, want string }{
		{"Chad may attack Libya in the summer, the Libyan foreign minister warned.", "ASSAULT TCD hypothetical"},
		{"Libya warned that Chad might attack Niger in the summer.", "ASSAULT TCD hypothetical"},
		{"Chad could attack Libya in the summer, the Chadian foreign minister warned.", "THREATEN TCD"},
		{"Libya warned that its army might attack Chad.", "THREATEN LBY"},
	} {
		r := w.read(c.sentence)
		got := kept(r, func(x Candidate) string {
			return strings.TrimSpace(x.Event + " " + countries(r.row(x).actor) + " " + x.Aux)
		})
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.sentence, strings.Join(got, "; "), c.want)
		}
	}
}

// A party that stands only in the clause that tells why is no recipient of the deed.
func TestWhyOnly(t *testing.T) {
	w := open(t)
	for _, c := range []struct{ sentence, want string }{
		{"Chad and Niger postponed the signing of the accord because Libyan rebels attacked a railway.", "NER TCD>"},
		{"Chad cancelled its talks with Niger because Libyan rebels attacked a railway.", "TCD>NER"},
	} {
		r := w.read(c.sentence)
		var got []string
		for _, x := range r.found {
			if x.Rejected == "" && x.Event == "REJECT" {
				got = append(got, countries(r.row(x).actor)+">"+countries(r.row(x).recipient))
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.sentence, strings.Join(got, "; "), c.want)
		}
	}
}

// kept writes each act of a sentence that was not rejected.
func kept(r reading, write func(Candidate) string) []string {
	var list []string
	for _, x := range r.found {
		if x.Rejected == "" {
			list = append(list, write(x))
		}
	}
	return list
}
