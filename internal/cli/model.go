package cli

import (
	"fmt"
	"io"
	"os"

	"dyad/coder"
	"dyad/internal/actor"
	"dyad/internal/dictionary"
	"dyad/internal/language"
	"dyad/internal/place"
	"dyad/internal/relation"
)

// languageModel is the flag of every command that parses text.
type languageModel struct {
	LanguageModel string `type:"path" help:"Parse with this model instead of the program's own; dyad train language makes one." placeholder:"FILE"`
}

// load returns the model of the flag, or the program's own.
func (l languageModel) load() (*language.Model, error) {
	if l.LanguageModel == "" {
		model, err := language.Default()
		if err != nil {
			return nil, fmt.Errorf("language model: %w", err)
		}
		return model, nil
	}
	packed, err := os.ReadFile(l.LanguageModel)
	if err != nil {
		return nil, fmt.Errorf("language model: %w", err) // names the file
	}
	model, err := language.Load(packed)
	if err != nil {
		return nil, fmt.Errorf("%s: no language model of this version of dyad, or a damaged one (%w); make one with: dyad train language", l.LanguageModel, err)
	}
	return model, nil
}

// tables are the flags of every command that codes: the model and the tables to code with.
type tables struct {
	languageModel
	Actors  []string `type:"path" help:"Lay this table of actors over the program's own; may be repeated. dyad dict import makes one of dictionaries in other formats." placeholder:"FILE"`
	Lexicon []string `type:"path" help:"Lay this table of predicates over the program's own; may be repeated. Columns as in internal/relation/data/lexicon." placeholder:"FILE"`
	Places  []string `type:"path" help:"Lay this table of places over the program's own; may be repeated. dyad dict import geonames makes one." placeholder:"FILE"`
}

// options are the model and tables of the flags.
func (t tables) options() (o coder.Options, err error) {
	if o.Language, err = t.load(); err != nil {
		return o, err
	}
	if o.Gazetteer, err = t.gazetteer(); err != nil {
		return o, err
	}
	if o.Dictionary, err = t.dictionary(o.Gazetteer); err != nil {
		return o, err
	}
	o.Lexicon, err = t.lexicon()
	return o, err
}

// codingTables are the flags of every command that codes reports.
type codingTables struct {
	tables
	relationModel
}

// coder returns a coder with the models and tables of the flags.
func (t codingTables) coder() (*coder.Coder, error) {
	o, err := t.options()
	if err != nil {
		return nil, err
	}
	if o.Relations, err = t.relations(); err != nil {
		return nil, err
	}
	return coder.New(o)
}

// lexicon returns the predicates of the flags laid over the program's own. A table with a fault is refused.
func (t tables) lexicon() (*relation.Lexicon, error) {
	l, err := relation.Default()
	if err != nil || len(t.Lexicon) == 0 {
		return l, err
	}
	var files []relation.File
	for _, path := range t.Lexicon {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("a lexicon of your own: %w", err) // names the file
		}
		defer f.Close()
		files = append(files, relation.File{Name: path, Data: f})
	}
	return l.With(files...)
}

// dictionary returns the actors of the flags laid over the program's own. A table with a fault is refused.
func (t tables) dictionary(places *place.Gazetteer) (*actor.Dictionary, error) {
	if len(t.Actors) == 0 && len(t.Places) == 0 {
		return actor.Default()
	}
	var files []actor.File
	for _, path := range t.Actors {
		f, err := checked(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		files = append(files, actor.File{Name: path, Data: f})
	}
	return actor.With(places, files...)
}

// gazetteer returns the places of the flags laid over the program's own. A table with a fault is refused.
func (t tables) gazetteer() (*place.Gazetteer, error) {
	if len(t.Places) == 0 {
		return place.Default()
	}
	var files []place.File
	for _, path := range t.Places {
		f, err := checked(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		files = append(files, place.File{Name: path, Data: f})
	}
	return place.With(files...)
}

// checked opens a user's table that dyad dict check finds no fault in.
func checked(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("a table of your own: %w", err) // names the file
	}
	var first error
	faults := 0
	_, err = dictionary.Check(dictionary.Source{Name: path, Data: f}, func(fault dictionary.Fault) {
		if faults++; first == nil {
			first = fault
		}
	})
	if err == nil && faults > 1 {
		err = fmt.Errorf("%w (and %d more; dyad dict check %s lists them)", first, faults-1, path)
	} else if err == nil {
		err = first
	}
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
