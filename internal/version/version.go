// Package version says which elided this is, for every place that shows it. It is below
// all else, so that the client and the Nomad driver say the same as the daemon.
package version

import (
	"cmp"
	"runtime"
	"runtime/debug"
)

const module = "github.com/elide-dev/elided"

// What the linker may set: go build -ldflags "-X github.com/elide-dev/elided/internal/version.commit=...".
// Nothing else writes them.
var (
	// number is the release's, without the commit: the one place where it is.
	number = "0.1.0"
	// commit and date are of builds that don't know their repository, as those of make dist.
	commit, date string
)

// Number is the release's number, such as 0.1.0.
func Number() string { return number }

// String is the number, with the beginning of the commit where the build knows it:
// 0.1.0+0123456789ab.
func String() string {
	c, modified := Commit()
	if len(c) < 12 {
		return number
	}
	if modified {
		return number + "+" + c[:12] + ".modified"
	}
	return number + "+" + c[:12]
}

// Commit is that of the source, and whether the source was changed since; empty where
// the build doesn't know it.
func Commit() (hash string, modified bool) {
	return cmp.Or(commit, setting("vcs.revision")), setting("vcs.modified") == "true"
}

// Date is that of the commit, not of the build, which can so be repeated to the byte:
// 2026-01-02T03:04:05Z, or empty.
func Date() string { return cmp.Or(date, setting("vcs.time")) }

// Go is the compiler's version.
func Go() string { return runtime.Version() }

// Platform is what the build is for: linux/amd64.
func Platform() string { return runtime.GOOS + "/" + runtime.GOARCH }

// Module is the version of a module that is built in; empty where it isn't.
func Module(path string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, m := range info.Deps {
		if m.Path == path {
			return m.Version
		}
	}
	return ""
}

// setting is one of the build's. A program that embeds elided has settings of its own
// repository, which say nothing of this one.
func setting(key string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Path != module {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}
