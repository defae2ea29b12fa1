package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"dyad/event"
	"dyad/internal/actor"
)

type actorsCommand struct {
	tables
	Name   []string `arg:"" help:"A name, office or phrase: Medvedev, \"the Russian president\"."`
	On     string   `help:"The day, month or year of which you ask (YYYY-MM-DD, YYYY-MM, YYYY); without it all times." placeholder:"DATE"`
	Format string   `default:"text" enum:"text,json" help:"text, or json: one answer a line."`
}

// Run answers who that was, and why: how the phrase would be read in a report of that day, and all that the tables say.
func (c *actorsCommand) Run(s *session) error {
	on, err := actor.Day(c.On)
	if err != nil {
		return fmt.Errorf("--on: %w", err)
	}
	places, err := c.gazetteer()
	if err != nil {
		return err
	}
	dictionary, err := c.dictionary(places)
	if err != nil {
		return err
	}
	phrase := strings.Join(c.Name, " ")
	answers := dictionary.Who(phrase, on)
	var mentions []actor.Mention
	if len(answers) == 0 {
		model, err := c.load()
		if err != nil {
			return err
		}
		text := phrase + "."
		candidates := dictionary.Find(text, model.Parse(text), actor.Context{})
		mentions, answers = candidates.Settle(on), candidates.Holders(on)
	}
	if c.Format == "json" {
		write := json.NewEncoder(s.out)
		write.SetEscapeHTML(false)
		for _, a := range answers {
			if err := write.Encode(a); err != nil {
				return err
			}
		}
	}
	known := len(answers) > 0
	if c.Format != "json" || !known {
		known = writeMentions(s.out, c.Format, mentions) || known
	}
	if c.Format != "json" {
		writeAnswers(s.out, answers, c.On)
	}
	if !known {
		return fmt.Errorf("%q names nobody that the tables know", phrase)
	}
	return nil
}

// writeAnswers prints a table: those that hold on the day, then the others.
func writeAnswers(w io.Writer, answers []actor.Answer, day string) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, a := range answers {
		if i == 0 && a.Holds && day != "" {
			fmt.Fprintf(t, "on %s:\n", day)
		}
		if !a.Holds && (i == 0 || answers[i-1].Holds) {
			fmt.Fprintf(t, "not on %s:\n", day)
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t%s\n", a.Name, party(a.Entity), a.Office, terms(a.From, a.To), a.Because, a.Row)
	}
	t.Flush()
}

// writeMentions prints how a phrase that is no name of the tables is read, and says whether anything is known of it.
func writeMentions(w io.Writer, format string, mentions []actor.Mention) bool {
	known := false
	for _, m := range mentions {
		for _, e := range m.Entities {
			if m.Modifier || e.Code == nil && len(e.Sector) == 0 {
				continue
			}
			known = true
			if format == "json" {
				line, err := json.Marshal(e)
				if err == nil {
					fmt.Fprintf(w, "%s\n", line)
				}
				continue
			}
			fmt.Fprintf(w, "%q is read as %s\n", e.Text, strings.Join(nonEmpty(e.Name, party(e), e.Office), ", "))
		}
	}
	return known
}

func party(e event.Entity) string {
	code := "---"
	if e.Code != nil {
		code = *e.Code
	}
	return strings.TrimSuffix(code+":"+strings.Join(e.Sector, ";"), ":")
}

// terms prints a term of office.
func terms(from, to string) string {
	if from == "" && to == "" {
		return ""
	}
	return from + " – " + to
}

func nonEmpty(list ...string) []string {
	var kept []string
	for _, s := range list {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}
