// Command dyad codes political events from news reports: who did what to whom, when, where, and who says so.
package main

import (
	"os"

	"dyad/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
