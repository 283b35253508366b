package e2e

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestHTTPPage runs what the page about HTTP shows, with the curl and jq of this machine.
func TestHTTPPage(t *testing.T) {
	for _, tool := range []string{"bash", "curl", "jq"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed; the tests of internal/api make the same requests without it", tool)
		}
	}
	const token = "elided_of-this-test"
	dir := t.TempDir()
	socket := filepath.Join(dir, "h")
	d := startDaemon(t, "--http-socket", socket, "--token", fmt.Sprintf("ci=submit=sha256:%x", sha256.Sum256([]byte(token))))
	page := readFile(t, "../docs/http.md")
	blocks := regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(page, -1)
	if len(blocks) < 5 || strings.Count(page, "curl") == 0 {
		t.Fatalf("%d blocks", len(blocks))
	}
	for _, b := range blocks {
		var script, want []string
		for line := range strings.Lines(b[1]) {
			line = strings.TrimSuffix(line, "\n")
			if text, ok := strings.CutPrefix(line, "#> "); ok {
				want = append(want, text)
				continue
			}
			script = append(script, line)
		}
		text := strings.NewReplacer("/run/elided/http.sock", socket, "127.0.0.1:9480", d.http).Replace(strings.Join(script, "\n"))
		name, _, _ := strings.Cut(script[0], " ")
		t.Run(name, func(t *testing.T) { runBlock(t, dir, token, text, want) })
	}
}

func runBlock(t *testing.T, dir, token, script string, want []string) {
	t.Helper()
	if len(want) == 0 {
		t.Fatalf("nothing is expected of it:\n%s", script)
	}
	cmd := exec.CommandContext(t.Context(), "bash", "-eu", "-o", "pipefail", "-c", script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TOKEN="+token)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s\n%s", err, out, script)
	}
	rest := string(out)
	for _, line := range want {
		_, after, found := strings.Cut(rest, line)
		if !found {
			t.Fatalf("no %q in its order in\n%s", line, out)
		}
		rest = after
	}
}
