package e2e

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// An auditRecord is a line of the audit log.
type auditRecord struct {
	Action, Session, Execution, Language string
	CodeSHA256                           string `json:"code_sha256"`
	SourceBytes, Files, Variables        int
	Peer                                 struct{ UID, PID int }
}

func readAudit(t *testing.T, path string) (records []auditRecord, text string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(raw) {
		var r auditRecord
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		records = append(records, r)
	}
	return records, string(raw)
}

// TestAudit: who submitted and cancelled what is on record, and nothing that a program
// contains or is given.
func TestAudit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "audit.log")
	d := startDaemon(t, "--audit-log", path)
	const code = "setInterval(() => {}, 1000) // codemark"
	id := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{
		Language: "js", Code: code, Args: []string{"argmark"}, Env: map[string]string{"TOKEN": "envmark"}, Stdin: []byte("stdinmark"),
	})
	if _, err := d.EvalInExecution(t.Context(), &daemonv1alpha1.EvalInExecutionRequest{ExecutionId: id, Expression: "'evalmark'"}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.CancelExecution(t.Context(), &daemonv1alpha1.CancelExecutionRequest{ExecutionId: id}); err != nil {
		t.Fatal(err)
	}
	d.end(id)

	records, text := readAudit(t, path)
	if strings.Contains(text, "mark") {
		t.Errorf("what is secret is audited:\n%s", text)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	var actions []string
	for _, r := range records {
		actions = append(actions, r.Action)
		if r.Session != "default" || r.Execution != id || r.Peer.UID != os.Getuid() || r.Peer.PID != os.Getpid() {
			t.Errorf("%+v", r)
		}
	}
	if got := strings.Join(actions, " "); got != "submit evaluate cancel" {
		t.Error(got)
	}
	sum := sha256.Sum256([]byte(code))
	if r := records[0]; r.CodeSHA256 != hex.EncodeToString(sum[:]) || r.Language != "js" {
		t.Errorf("%+v", r)
	}

	if err := os.Rename(path, path+".1"); err != nil {
		t.Fatal(err)
	}
	d.signal(syscall.SIGHUP)
	d.log.await(t, "configuration read again", 0)
	if _, err := d.DeleteExecution(t.Context(), &daemonv1alpha1.DeleteExecutionRequest{ExecutionId: id}); err != nil {
		t.Fatal(err)
	}
	if records, _ := readAudit(t, path); len(records) != 1 || records[0].Action != "delete" {
		t.Errorf("after a rotation: %+v", records)
	}
}

// TestEndsAreLogged has a line for each execution, unless nobody wants it.
func TestEndsAreLogged(t *testing.T) {
	d := startDaemon(t)
	if _, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{SessionId: "", ExecutionId: "one", Language: "js", Code: "console.log('out'); process.exit(3)"}); err != nil {
		t.Fatal(err)
	}
	d.log.await(t, `msg="execution ended" session=default execution=one language=javascript reason=exited exit_code=3 attempts=1 queued=`, 0)
	d.log.await(t, "stdout_bytes=4 stderr_bytes=0", 0)
	quiet := startDaemon(t, "--log-executions=false")
	if _, err := quiet.run(&daemonv1alpha1.ExecuteSnippetRequest{Language: "js", Code: "1"}); err != nil {
		t.Fatal(err)
	}
	quiet.signal(syscall.SIGTERM)
	quiet.wait()
	if strings.Contains(quiet.log.String(), "execution ended") {
		t.Error(quiet.log)
	}
}
