package client

import (
	"cmp"
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

// Reason says of an execution that has ended what its exit code doesn't tell: what ended
// it, and a sentence. It is empty for a program that ended by itself or was asked to: an
// error that it didn't catch is for its output alone.
func Reason(s *daemonv1alpha1.GetExecutionStatusResponse) string {
	what := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(s.GetStopReason().String(), "STOP_REASON_"), "_", " "))
	unsaid := "elided has not said more" // the daemon says nothing of those that it has ended on its own behalf
	switch s.GetStopReason() {
	case daemonv1alpha1.StopReason_STOP_REASON_EXITED, daemonv1alpha1.StopReason_STOP_REASON_UNCAUGHT_ERROR,
		daemonv1alpha1.StopReason_STOP_REASON_CANCELLED, daemonv1alpha1.StopReason_STOP_REASON_SIGNALLED:
		return ""
	case daemonv1alpha1.StopReason_STOP_REASON_MEMORY_LIMIT:
		what = "out of memory"
	case daemonv1alpha1.StopReason_STOP_REASON_SHUTDOWN:
		what, unsaid = "lost", "elided was stopped"
	case daemonv1alpha1.StopReason_STOP_REASON_SESSION_DELETED:
		what, unsaid = "lost", "its session was deleted"
	case daemonv1alpha1.StopReason_STOP_REASON_WORKER_LOST:
		what = "lost"
	}
	return what + ": " + cmp.Or(s.GetError(), unsaid)
}
