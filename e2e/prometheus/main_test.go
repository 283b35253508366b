// Package prometheus is the proof that Prometheus can watch a daemon: a real server scrapes
// a real daemon under load, by deploy/prometheus, and every query of its rules and of the
// dashboard in deploy/grafana returns something. `make test-prometheus` runs it.
package prometheus

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/testbinary"
)

// elided is the program under test.
var elided string

func TestMain(m *testing.M) { os.Exit(testbinary.Run(m, &elided)) }

// patience bounds every wait.
const patience = 90 * time.Second

// program is the path of a program of Prometheus's, or skips the test when it runs with all
// others.
func program(t *testing.T, variable string) string {
	t.Helper()
	path := os.Getenv(variable)
	if path == "" {
		t.Skip(variable + " is not set: make test-prometheus")
	}
	return path
}

// eventually waits until f says that it is so, and else fails with what it said last.
func eventually(t *testing.T, what string, f func() (said string, ok bool)) {
	t.Helper()
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for deadline := time.After(patience); ; {
		said, ok := f()
		if ok {
			return
		}
		select {
		case <-deadline:
			t.Fatalf("not in time: %s: %s", what, said)
		case <-tick.C:
		}
	}
}

// startProcess starts a program that is killed with the test, and whose words are logged
// when that fails.
func startProcess(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM) // it may have ended
		_ = cmd.Wait()
		if t.Failed() {
			t.Logf("%s: %s", cmd.Path, out.String()[max(0, out.Len()-4096):])
		}
	})
}

// freeAddress is one that nobody listened at a moment ago.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

// get asks an HTTP server.
func get(address string) (body string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address, nil)
	if err != nil {
		return "", err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return "", err
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", answer.Status, text)
	}
	return string(text), err
}

// A server is a Prometheus.
type server struct{ address string }

// startPrometheus starts one that scrapes a daemon as deploy/prometheus says, but more often.
func startPrometheus(t *testing.T, daemon string) server {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"prometheus.yml", "elided.rules.yml"} {
		text, err := os.ReadFile(filepath.Join("../../deploy/prometheus", name))
		if err != nil {
			t.Fatal(err)
		}
		quick := strings.NewReplacer("127.0.0.1:9480", daemon, "_interval: 15s", "_interval: 500ms").Replace(string(text))
		if name == "prometheus.yml" && strings.Count(quick, "500ms") != 2 {
			t.Fatalf("its intervals are others: %s", quick)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(quick), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := server{freeAddress(t)}
	startProcess(t, exec.Command(program(t, "PROMETHEUS_BIN"), "--config.file="+filepath.Join(dir, "prometheus.yml"),
		"--storage.tsdb.path="+filepath.Join(dir, "data"), "--web.listen-address="+s.address, "--log.level=warn"))
	eventually(t, "Prometheus is ready", func() (string, bool) {
		said, err := get(s.address + "/-/ready")
		return fmt.Sprint(said, err), err == nil
	})
	return s
}

// api asks for what stands under data in an answer of the server's.
func (s server) api(path string, values url.Values, data any) error {
	text, err := get(s.address + "/api/v1/" + path + "?" + values.Encode())
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(text), &struct{ Data any }{data})
}

// query evaluates an expression and returns its values.
func (s server) query(expr string) (values []string, err error) {
	var out struct {
		ResultType string
		Result     json.RawMessage
	}
	if err := s.api("query", url.Values{"query": {expr}}, &out); err != nil {
		return nil, err
	}
	if out.ResultType == "scalar" {
		return []string{string(out.Result)}, nil
	}
	var vector []struct{ Value []any }
	if err := json.Unmarshal(out.Result, &vector); err != nil {
		return nil, err
	}
	for _, v := range vector {
		values = append(values, fmt.Sprint(v.Value[1]))
	}
	return values, nil
}

// wantData waits until an expression has a value that is a number.
func (s server) wantData(t *testing.T, what, expr string) {
	t.Helper()
	eventually(t, what+": data of "+expr, func() (string, bool) {
		values, err := s.query(expr)
		for _, v := range values {
			if v != "NaN" {
				return "", true
			}
		}
		return fmt.Sprintf("%v, %v", values, err), false
	})
}
