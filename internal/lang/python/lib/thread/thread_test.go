package thread_test

import (
	"bytes"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// left is how many goroutines there are beyond those before. One that is about to end, as
// a timer's is, gets the time to.
func left(before int) int {
	deadline := time.NewTimer(10 * time.Second)
	defer deadline.Stop()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for {
		n := runtime.NumGoroutine() - before
		if n <= 0 {
			return 0
		}
		select {
		case <-tick.C:
		case <-deadline.C:
			return n
		}
	}
}

// TestEnds has all goroutines gone when a run has ended, however it has.
func TestEnds(t *testing.T) {
	for name, code := range map[string]string{
		"daemon":    "import threading, time\nthreading.Thread(target=time.sleep, args=(100,), daemon=True).start()\nprint('end')",
		"exception": "import threading, time\nthreading.Thread(target=time.sleep, args=(100,), daemon=True).start()\n1/0",
		"deadlock":  "import threading\nl = threading.Lock(); l.acquire()\nthreading.Thread(target=l.acquire).start()",
		"not begun": "import threading\nfor i in range(600): threading.Thread(target=threading.Event().wait, daemon=True).start()",
	} {
		before := runtime.NumGoroutine()
		var out bytes.Buffer
		python.New().Prepare().Run(&lang.Program{Name: "x.py", Code: code, Dir: "/"}, &lang.Host{Stdout: &out, Stderr: &out})
		if n := left(before); n > 0 {
			t.Errorf("%s: %d goroutines left, %s", name, n, out.String())
		}
	}
}

// TestInterrupt interrupts programs whose threads wait and compute.
func TestInterrupt(t *testing.T) {
	for _, code := range []string{
		"import threading\ndef f():\n  while True: pass\nfor i in range(3): threading.Thread(target=f).start()",
		"import threading, time\nthreading.Thread(target=time.sleep, args=(100,)).start()\nprint('x', flush=True)",
		"import threading\ndef f():\n  while True:\n    try:\n      while True: pass\n    except BaseException: pass\nthreading.Thread(target=f).start()\nf()",
	} {
		before := runtime.NumGoroutine()
		var out bytes.Buffer
		in := python.New().Prepare()
		timer := time.AfterFunc(50*time.Millisecond, in.Interrupt)
		r := in.Run(&lang.Program{Name: "x.py", Code: code, Dir: "/"}, &lang.Host{Stdout: &out, Stderr: &out})
		timer.Stop()
		if r.Reason != lang.Interrupted {
			t.Errorf("%q: reason %d, %s", code, r.Reason, out.String())
		}
		if n := left(before); n > 0 {
			t.Errorf("%q: %d goroutines left", code, n)
		}
	}
}

type writer func([]byte)

func (f writer) Write(p []byte) (int, error) {
	f(p)
	return len(p), nil
}

// TestSignal has the main thread get a signal that comes while another one runs.
func TestSignal(t *testing.T) {
	var out bytes.Buffer
	in := python.New().Prepare()
	ready := writer(func(p []byte) {
		if strings.Contains(string(p), "ready") {
			go in.Signal("SIGINT")
		}
	})
	in.Run(&lang.Program{Name: "x.py", Dir: "/", Code: `
import threading, time
stop = False
def f():
    while not stop: pass
x = threading.Thread(target=f)
x.start()
try:
    print("ready", flush=True)
    x.join()
except KeyboardInterrupt:
    print("main")
stop = True
`}, &lang.Host{Stdout: io.MultiWriter(&out, ready), Stderr: &out})
	if !strings.Contains(out.String(), "main") {
		t.Error(out.String())
	}
}
