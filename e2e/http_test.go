package e2e

import (
	"context"
	"encoding/json"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// overHTTP is a client at a daemon's Unix socket for HTTP.
func overHTTP(t *testing.T, socket string) *http.Client {
	t.Helper()
	transport := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", socket)
	}}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport}
}

// TestHTTPShutdown has who waits at the HTTP socket get how its program ended when the
// daemon ends, and nothing be left of the socket.
func TestHTTPShutdown(t *testing.T) {
	dir, err := os.MkdirTemp("", "elided-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	socket := filepath.Join(dir, "h")
	d := startDaemon(t, "--http-socket", socket, "--socket-mode", "0600", "--drain-timeout", "0s", "--grace", "100ms")
	if info, err := os.Stat(socket); err != nil || info.Mode() != fs.ModeSocket|0o600 {
		t.Fatalf("%v, %v", info, err)
	}
	c := overHTTP(t, socket)
	ended := make(chan string, 1)
	go func() {
		r, err := c.Post("http://localhost/v1/executions:run", "application/json",
			strings.NewReader(`{"execution_id":"job","language":"python","code":"from time import sleep\nprint('started')\nsleep(60)"}`))
		if err != nil {
			ended <- err.Error()
			return
		}
		defer func() { _ = r.Body.Close() }()
		var status struct {
			StopReason string `json:"stop_reason"`
			Stdout     string
		}
		if err := json.NewDecoder(r.Body).Decode(&status); err != nil {
			ended <- err.Error()
			return
		}
		ended <- status.StopReason + " " + status.Stdout
	}()
	eventually(t, "the program is there", patience, func() bool {
		r, err := c.Get("http://localhost/v1/executions/job")
		return err == nil && r.Body.Close() == nil && r.StatusCode == 200
	})
	d.printed("job", "started")
	d.signal(syscall.SIGTERM)
	if got := <-ended; got != "STOP_REASON_SHUTDOWN started\n" {
		t.Error(got)
	}
	if code := d.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if _, err := os.Stat(socket); !os.IsNotExist(err) {
		t.Errorf("the socket is left: %v", err)
	}
}
