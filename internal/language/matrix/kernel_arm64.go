package matrix

// NEON is part of every arm64 processor.
var fast = true
