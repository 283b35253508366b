package api

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/executor"
)

// FuzzHTTP sends requests to an executor that has not been started, so has no session: whatever
// they are, each is answered in the right form, and none is an error of the daemon's.
func FuzzHTTP(f *testing.F) {
	for _, seed := range []struct{ method, target, accept, lastEvent, body string }{
		{"GET", "/v1/executions/a%2Fb:watch?stdout_offset=1", "text/event-stream", "1-2", ""},
		{"GET", "/v1/executions:watch?labels[a]=b", "text/plain", "1-2-end", ""},
		{"POST", "/v1/sessions/s/executions:run", "", "", `{"language":"py","code":"1","stdin":"AA=="}`},
		{"POST", "/v1/executions", "*/*", "", `{"files":[{},{}],"timeout":"1s"}`},
		{"DELETE", "/v1/executions/%2e%2E", "", "", ""},
		{"GET", "/v1//executions/%", "", "", ""},
		{"GET", "/debug/pprof/x", "", "", ""},
	} {
		f.Add(seed.method, seed.target, seed.accept, seed.lastEvent, []byte(seed.body))
	}
	door := idleDoor(f)
	f.Fuzz(func(t *testing.T, method, target, accept, lastEvent string, body []byte) {
		if strings.Contains(target, "seconds") || strings.Contains(target, "/trace") || strings.Contains(target, "/profile") {
			t.Skip() // it takes its time
		}
		r, err := http.NewRequest(method, "http://localhost/v1/x", bytes.NewReader(body))
		if err != nil {
			t.Skip()
		}
		if r.URL, err = r.URL.Parse(target); err != nil || !strings.HasPrefix(r.URL.Path, "/") {
			t.Skip()
		}
		r.Header.Set("Content-Type", jsonType)
		r.Header.Set("Accept", accept)
		r.Header.Set("Last-Event-ID", lastEvent)
		ctx, cancel := context.WithTimeout(withPeer(t.Context(), &peer{uid: 1, gid: 1, allowed: true, role: Submit}), 100*time.Millisecond)
		defer cancel()
		w := httptest.NewRecorder()
		door.ServeHTTP(w, r.WithContext(ctx))
		checkAnswer(t, w)
	})
}

func checkAnswer(t *testing.T, w *httptest.ResponseRecorder) {
	t.Helper()
	got := w.Result()
	text, _ := io.ReadAll(got.Body) // it is in memory
	var e struct {
		Code    int
		Message string
	}
	switch {
	case got.StatusCode < 400:
	case got.Header.Get("Content-Type") != jsonType || json.Unmarshal(text, &e) != nil || e.Code == 0 || e.Message == "":
		t.Errorf("%d %v %s", got.StatusCode, got.Header, text)
	case got.StatusCode == 500 || got.StatusCode == 501:
		t.Errorf("an error of the daemon: %d %s", got.StatusCode, text)
	}
}

// idleDoor is the HTTP door of a daemon that runs nothing.
func idleDoor(t testing.TB) *HTTP {
	t.Helper()
	e, err := executor.New(executor.Config{StateDir: "/nonexistent", WorkerCommand: []string{"/nonexistent"}, MaxTimeout: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	s := NewServer(e, Access{}, slog.New(slog.DiscardHandler))
	door, err := NewHTTP(s, http.NotFoundHandler())
	if err != nil {
		t.Fatal(err)
	}
	door.begin()
	t.Cleanup(func() {
		now, cancel := context.WithCancel(context.Background())
		cancel()
		s.Stop(now)
		door.Stop(now)
	})
	return door
}
