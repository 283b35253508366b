package api

import (
	"io"
	"net"
	"testing"

	"golang.org/x/net/http2"

	"github.com/elide-dev/elided/internal/executor"
)

// TestCallsOfAConnection reads the server's settings: what a connection may have at once
// follows from what may run and wait, so that a crowd beyond it stays at the clients.
func TestCallsOfAConnection(t *testing.T) {
	d := serve(t, func(c *executor.Config) { c.MaxRunning, c.MaxQueued = 20, 10 })
	conn, err := net.Dial("unix", d.socket)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }() // only read
	frame, err := http2.NewFramer(io.Discard, conn).ReadFrame()
	if err != nil {
		t.Fatal(err)
	}
	settings, ok := frame.(*http2.SettingsFrame)
	if !ok {
		t.Fatalf("%v", frame)
	}
	if most, said := settings.Value(http2.SettingMaxConcurrentStreams); !said || int(most) != 2*(20+10)+1024 || int(most) != d.executor.MaxCalls() {
		t.Errorf("%d calls at once", most)
	}
}
