// Package browsertests looks at dyad's pages through a browser: widths, keyboard, links, and all of it without scripts.
//
// It is a module of its own so that nobody who only uses dyad downloads a browser driver. The tests build the program,
// let "dyad demo" code its samples, and read the address that it prints. DYAD_URL names a server that runs already
// instead. Without a Chromium the tests are skipped; where CI=true they fail.
package browsertests
