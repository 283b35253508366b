// Package version says which elided this is, for every place that shows it.
package version

import "runtime/debug"

// number is the release's; builds in between add the commit.
const number = "0.1.0"

// String returns the version, with the commit where the build knows it.
func String() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return number
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return number + "+" + s.Value[:12]
		}
	}
	return number
}
