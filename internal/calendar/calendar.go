// Package calendar reads when: time expressions, the day a report was published, and the interval an event falls into.
package calendar
