package language

// featNames are the features that the coder needs; the others are dropped.
var featNames = map[string]bool{
	"Tense": true, "Mood": true, "VerbForm": true, "Voice": true, "Number": true, "Person": true, "Polarity": true,
}
