package cli

import (
	"fmt"
	"os"

	"dyad/coder"
	"dyad/internal/language"
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

// coder returns a coder that parses with the model.
func (l languageModel) coder() (*coder.Coder, error) {
	model, err := l.load()
	if err != nil {
		return nil, err
	}
	return coder.New(coder.Options{Language: model})
}
