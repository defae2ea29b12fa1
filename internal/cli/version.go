package cli

import (
	"fmt"
	"runtime/debug"
)

// version is dyad's own number; a build from a tagged module says more.
const version = "0.1.0-dev"

type versionCommand struct{}

// Run prints the version and, where the build knows it, the revision.
func (versionCommand) Run(s *session) error {
	line := "dyad " + version
	if info, ok := debug.ReadBuildInfo(); ok {
		line += " " + info.GoVersion
		for _, v := range info.Settings {
			if v.Key == "vcs.revision" {
				line += " " + v.Value
			}
		}
	}
	_, err := fmt.Fprintln(s.out, line)
	return err
}
