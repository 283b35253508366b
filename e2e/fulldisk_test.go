package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestFullDisk fills the file system of the state directory. A program whose output has
// to go there ends with the reason, and keeps what was written; every other one goes on, and
// when there is room again all is as before.
func TestFullDisk(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("mounting takes root")
	}
	disk := t.TempDir()
	if err := unix.Mount("none", disk, "tmpfs", 0, "size=1m,mode=0700"); err != nil {
		t.Skipf("no tmpfs can be mounted: %v", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(disk, unix.MNT_DETACH) })
	d := startDaemon(t, "--state-dir", filepath.Join(disk, "state"))

	const megabytes = `for i in range(400): print("x" * 10000)`
	id := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: megabytes})
	large := d.end(id)
	if large.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_OUTPUT_LIMIT || large.GetStdoutBytes() < 500_000 ||
		!strings.Contains(large.GetError(), "no space left on device") {
		t.Errorf("large output: %v, %d bytes, %q", large.GetStopReason(), large.GetStdoutBytes(), large.GetError())
	}
	if n := strings.Count(d.log.String(), "output not kept"); n != 1 {
		t.Errorf("the log tells %d times", n)
	}
	for _, isolation := range []daemonv1alpha1.Isolation{daemonv1alpha1.Isolation_ISOLATION_SHARED, daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE} {
		small := d.end(d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "print('x' * 60000)", Isolation: isolation}))
		if small.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_EXITED || small.GetStdoutBytes() != 60_001 {
			t.Errorf("%v: small output: %v", isolation, small)
		}
	}
	if _, err := d.DeleteExecution(t.Context(), &daemonv1alpha1.DeleteExecutionRequest{ExecutionId: id}); err != nil {
		t.Fatal(err)
	}
	again := d.end(d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: `print("x" * 500000)`}))
	if again.GetStopReason() != daemonv1alpha1.StopReason_STOP_REASON_EXITED || again.GetStdoutBytes() != 500_001 {
		t.Errorf("with room again: %v", again)
	}
}
