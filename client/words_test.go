package client

import (
	"strings"
	"testing"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestReason: wherever there is a reason there is a sentence, said by the daemon or not.
func TestReason(t *testing.T) {
	silent := map[daemonv1alpha1.StopReason]bool{
		daemonv1alpha1.StopReason_STOP_REASON_EXITED: true, daemonv1alpha1.StopReason_STOP_REASON_UNCAUGHT_ERROR: true,
		daemonv1alpha1.StopReason_STOP_REASON_CANCELLED: true, daemonv1alpha1.StopReason_STOP_REASON_SIGNALLED: true,
	}
	for number, name := range daemonv1alpha1.StopReason_name {
		reason := daemonv1alpha1.StopReason(number)
		for _, said := range []string{"", "it did what it may not"} {
			got := Reason(&daemonv1alpha1.GetExecutionStatusResponse{StopReason: reason, Error: said})
			what, sentence, _ := strings.Cut(got, ": ")
			if silent[reason] != (got == "") || got != "" && (what == "" || !strings.Contains(sentence, " ") || !strings.Contains(sentence, said)) {
				t.Errorf("%s, %q: %q", name, said, got)
			}
		}
	}
	for reason, want := range map[daemonv1alpha1.StopReason]string{
		daemonv1alpha1.StopReason_STOP_REASON_SHUTDOWN:        "lost: elided was stopped",
		daemonv1alpha1.StopReason_STOP_REASON_SESSION_DELETED: "lost: its session was deleted",
	} {
		if got := Reason(&daemonv1alpha1.GetExecutionStatusResponse{StopReason: reason}); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
