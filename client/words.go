package client

import (
	"strings"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// Summary is what a daemon can do, each in a word or several with commas between them:
// version, languages, isolation and intrinsics. Of nil they are empty.
func Summary(c *daemonv1alpha1.GetCapabilitiesResponse) map[string]string {
	return map[string]string{
		"version":    c.GetVersion(),
		"languages":  list(c.GetLanguages(), (*daemonv1alpha1.Language).GetName),
		"intrinsics": list(c.GetIntrinsics(), (*daemonv1alpha1.Intrinsic).GetName),
		"isolation": list(c.GetIsolations(), func(i daemonv1alpha1.Isolation) string {
			return strings.ToLower(strings.TrimPrefix(i.String(), "ISOLATION_"))
		}),
	}
}

func list[T any](all []T, name func(T) string) string {
	var names []string
	for _, x := range all {
		names = append(names, name(x))
	}
	return strings.Join(names, ",")
}
