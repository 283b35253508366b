package api

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/executor"
)

// TestLargeBodies has the largest program come in whole, and nothing that is larger be read.
func TestLargeBodies(t *testing.T) {
	w := serveWeb(t, func(c *executor.Config) { c.MaxCode = 1 << 20 })
	most := w.door.bodies.max
	if most != 2*int64(w.executor.MaxRequest()) {
		t.Fatal(most)
	}
	code := "print(len('''" + strings.Repeat("é", 500_000) + "'''))"
	for _, ascii := range []bool{false, true} { // as some write it, which is three times as long
		text := code
		if ascii {
			text = strings.ReplaceAll(code, "é", `\u00e9`)
		}
		if got := w.do(t, "POST", "/v1/executions:run", `{"language":"py","code":"`+text+`"}`); got.json("stdout") != "500000\n" {
			t.Errorf("%d %.200s", got.code, got.text)
		}
	}
	large := []byte(`{"code":"` + strings.Repeat("x", int(most)) + `"}`)
	for name, body := range map[string]io.Reader{"length": bytes.NewReader(large), "chunked": io.MultiReader(bytes.NewReader(large))} {
		r, err := http.NewRequestWithContext(deadline(t), "POST", "http://localhost/v1/executions", body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", jsonType)
		r.Header.Set("Expect", "100-continue") // else it may be cut off while it sends
		got, err := w.client.Do(r)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		text, _ := io.ReadAll(got.Body)
		if _ = got.Body.Close(); got.StatusCode != http.StatusRequestEntityTooLarge || !strings.Contains(string(text), fmt.Sprint(most)) {
			t.Errorf("%s: %d %s", name, got.StatusCode, text)
		}
	}
}

// TestManyEntries refuses a body that would be large in memory alone.
func TestManyEntries(t *testing.T) {
	w := serveWeb(t, nil)
	for name, body := range map[string]string{
		"files": `{"files":[` + strings.Repeat("{},", maxEntries+2) + `{}]}`,
		"args":  `{"code":"\\\",","args":[` + strings.Repeat(`"",`, maxEntries+2) + `""]}`,
	} {
		if got := w.do(t, "POST", "/v1/executions", body); got.code != 400 || !strings.Contains(got.text, "entries") {
			t.Errorf("%s: %d %.200s", name, got.code, got.text)
		}
	}
	commas := strings.Repeat(`,\",`, maxEntries)
	if got := w.do(t, "POST", "/v1/executions:run", `{"language":"py","code":"print(1) # `+commas+`"}`); got.json("stdout") != "1\n" {
		t.Errorf("%d %.200s", got.code, got.text)
	}
}

// TestSlowBodies has bodies that don't come given up, and those that there is no room for
// wait: one user's are no others'.
func TestSlowBodies(t *testing.T) {
	w, _ := openWeb(t, Access{}, slog.LevelError, nil)
	w.door.bodies.wait = 300 * time.Millisecond
	post := func(who identity) (first chan string) {
		c, err := dialAs(deadline(t), who, w.path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		fmt.Fprintf(c, "POST /v1/executions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n{", w.door.bodies.max)
		return firstLine(c)
	}
	got := post(alice)
	second := post(alice) // for which there is no room
	answers := []string{<-got, <-second}
	if late := strings.Count(answers[0]+answers[1], " 408 "); late == 0 || late+strings.Count(answers[0]+answers[1], " 429 ") != 2 {
		t.Errorf("%q", answers)
	}
	_ = post(alice)
	if got := send(t, w.user(t, bob), "POST", "http://localhost/v1/executions:run", `{"language":"py","code":"1"}`); got.code != 200 {
		t.Errorf("%d %s", got.code, got.text)
	}
}

// firstLine reads the first line of an answer.
func firstLine(c net.Conn) chan string {
	line := make(chan string, 1)
	go func() {
		buf := make([]byte, 200)
		n, _ := c.Read(buf) // of one that is closed there is none
		text, _, _ := strings.Cut(string(buf[:n]), "\r\n")
		line <- text
	}()
	return line
}

// TestBodiesAreDropped has requests wait with large programs: what the daemon keeps of each is
// the program, once; the client of this test, in the same process, has it too.
func TestBodiesAreDropped(t *testing.T) {
	w := serveWeb(t, func(c *executor.Config) { c.MaxRunning = 1 })
	const waiting, size = 24, 1 << 20
	heap := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := heap()
	ctx, cancel := context.WithCancel(deadline(t))
	var all sync.WaitGroup
	for range waiting {
		body := strings.NewReader(`{"language":"py","code":"from time import sleep\nsleep(60)\n#` + strings.Repeat("x", size) + `"}`)
		r, err := http.NewRequestWithContext(ctx, "POST", "http://localhost/v1/executions:run", body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", jsonType)
		all.Go(func() {
			if got, err := w.client.Do(r); err == nil { // else it is given up
				_ = got.Body.Close()
			}
		})
	}
	eventually(t, "all wait", func() bool { s := w.executor.Stats(); return s.Running+s.Queued == waiting })
	eventually(t, "bodies are dropped", func() bool { return heap()-before < 2*waiting*size+16<<20 })
	t.Logf("%d MiB for %d requests", (heap()-before)>>20, waiting)
	cancel()
	all.Wait()
}
