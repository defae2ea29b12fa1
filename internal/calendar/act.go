package calendar

// An Act is what Dating dates: a predicate, and what its kind of act says of the time when a report does not.
type Act struct {
	Sentence, Predicate int // its sentence and token
	// Answers says that such an act replies to what others have done (blame, praise, refusal, appeal): without a time of
	// its own it lies between that and the report.
	Answers bool
	// Stands says that such an act holds until it is taken back (an offer, a promise, a threat): "has offered" tells that it
	// holds now, not when it was made.
	Stands bool
	// Negated says that it has not happened.
	Negated bool
	// Ongoing says that it is a state or habit: it has no day of its own.
	Ongoing bool
}
