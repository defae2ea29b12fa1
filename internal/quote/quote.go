// Package quote reads who says so: stretches of direct and indirect speech, each with its cue and its speaker.
package quote

import "dyad/event"

// Quote is a stretch of somebody's speech.
type Quote struct {
	event.Quote     // byte offsets; ID empty; Speaker filled
	Sentence    int // of the cue, or of the beginning where there is no cue
	Mention     int // index of the speaker's mention, -1
}
