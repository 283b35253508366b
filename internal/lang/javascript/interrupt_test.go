package javascript

import (
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

// A watch is a writer that says when "ready" has been written.
type watch struct {
	found chan struct{}
	once  sync.Once
	mu    sync.Mutex
	text  strings.Builder
}

func (w *watch) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.text.Write(b)
	if strings.Contains(w.text.String(), "ready") {
		w.once.Do(func() { close(w.found) })
	}
	return len(b), nil
}

func (w *watch) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.String()
}

type readyRun struct {
	*running
	stdout *watch
}

// startReady starts a program and waits until it has printed "ready".
func startReady(t *testing.T, code string) readyRun {
	t.Helper()
	w := &watch{found: make(chan struct{})}
	in := New(Options{}).Prepare()
	r := readyRun{&running{Instance: in, done: make(chan struct{})}, w}
	go func() {
		defer close(r.done)
		r.result.Outcome = in.Run(program(code), &lang.Host{Stdout: w, Stderr: io.Discard})
	}()
	select {
	case <-w.found:
	case <-time.After(soon):
		r.Interrupt()
		t.Fatal("the program did not get ready")
	}
	return r
}

func TestInterrupt(t *testing.T) {
	for _, test := range []struct{ name, code string }{
		{"loop", `console.log('ready'); while (true) {}`},
		{"loop in try", `console.log('ready'); for (;;) { try { for (;;) {} } catch {} finally { continue } }`},
		{"timer", `setTimeout(() => { console.log('ready'); for (;;) {} }, 1)`},
		{"sleep", `console.log('ready'); setTimeout(() => {}, 1e9)`},
		{"interval", `console.log('ready'); setInterval(() => {}, 1)`},
		{"immediates", `console.log('ready'); (function f() { setImmediate(f) })()`},
		{"promise flood", `console.log('ready'); (function f() { Promise.resolve().then(f) })()`},
		{"async flood", `console.log('ready'); (async () => { for (;;) await null })()`},
		{"tick flood", `console.log('ready'); (function f() { process.nextTick(f) })()`},
		{"microtask flood", `console.log('ready'); (function f() { queueMicrotask(f) })()`},
		{"rejection flood", `console.log('ready'); process.on('unhandledRejection', () => Promise.reject(1)); Promise.reject(1)`},
		{"in a job", `Promise.resolve().then(() => { console.log('ready'); for (;;) {} })`},
		{"in a tick", `process.nextTick(() => { console.log('ready'); for (;;) {} })`},
		{"in a microtask", `queueMicrotask(() => { console.log('ready'); for (;;) {} })`},
		{"in an exit handler", `process.on('exit', () => { console.log('ready'); for (;;) {} })`},
		{"in exit", `process.on('exit', () => { console.log('ready'); for (;;) {} }); process.exit(1)`},
		{"in an uncaught handler", `process.on('uncaughtException', () => { console.log('ready'); for (;;) {} }); throw 1`},
		{"in sort", `[3, 2, 1].sort(() => { console.log('ready'); for (;;) {} })`},
		{"in toJSON", `JSON.stringify({ toJSON() { console.log('ready'); for (;;) {} } })`},
		{"in replace", `'a'.replace(/a/, () => { console.log('ready'); for (;;) {} })`},
		{"in an array callback", `[1].map(() => { console.log('ready'); for (;;) {} })`},
		{"in a getter", `({ get x() { console.log('ready'); for (;;) {} } }).x`},
		{"in a proxy", `new Proxy({}, { get() { console.log('ready'); for (;;) {} } }).x`},
		{"in a generator", `function* g() { try { for (;;) { yield 1 } } finally { for (;;) {} } } console.log('ready'); for (const x of g()) { for (;;) {} }`},
		{"beforeExit", `console.log('ready'); process.on('beforeExit', () => setImmediate(() => {}))`},
		{"errors", `console.log('ready'); process.on('uncaughtException', () => {}); setInterval(() => { throw 1 }, 0)`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := startReady(t, "process.on('exit', () => console.log('exit handler'));"+test.code)
			r.Interrupt()
			r.Interrupt()
			if o := r.wait(t); o.Reason != lang.Interrupted || o.Err != nil {
				t.Errorf("ended with %+v", o.Outcome)
			}
			if strings.Contains(r.stdout.String(), "exit handler") && !strings.Contains(test.name, "exit") {
				t.Error("the exit handler ran")
			}
		})
	}
}

func TestInterruptBefore(t *testing.T) {
	in := New(Options{}).Prepare()
	in.Interrupt()
	r := start(in, program(`console.log('no')`), 0).wait(t)
	if r.Reason != lang.Interrupted || r.stdout != "" {
		t.Errorf("ended with %+v, printed %q", r.Outcome, r.stdout)
	}
	in.Interrupt()
	if in.Signal("SIGTERM") {
		t.Error("a signal after the end is handled")
	}
}

// TestInterruptAnyTime interrupts at moments spread over a short run: an interrupt
// between two tasks must not be lost either.
func TestInterruptAnyTime(t *testing.T) {
	r := New(Options{})
	for i := range 200 {
		run := start(r.Prepare(), program(`setTimeout(() => { setTimeout(() => {}, 1e9) }, 0); Promise.resolve().then(() => {})`), 0)
		<-time.After(time.Duration(i) * 10 * time.Microsecond)
		run.Interrupt()
		if o := run.wait(t); o.Reason != lang.Interrupted {
			t.Fatalf("ended with %+v", o.Outcome)
		}
	}
}

type failing struct{ after int }

func (f *failing) Write(b []byte) (int, error) {
	if f.after == 0 {
		return 0, errors.New("closed")
	}
	f.after--
	return len(b), nil
}

func TestClosedOutput(t *testing.T) {
	for _, code := range []string{
		`for (;;) { try { console.log(1) } catch {} finally { continue } }`,
		`process.on('exit', () => { for (;;) {} }); process.stdout.write('x'); process.stdout.write('x'); for (;;) {}`,
		`setInterval(() => console.log(1), 1)`,
		`process.on('uncaughtException', () => {}); setInterval(() => console.log(1), 1)`,
	} {
		in := New(Options{}).Prepare()
		if o := in.Run(program(code), &lang.Host{Stdout: &failing{1}, Stderr: io.Discard}); o.Reason != lang.Interrupted || o.Err != nil {
			t.Errorf("%s ended with %+v", code, o)
		}
	}
	in := New(Options{}).Prepare()
	if o := in.Run(program("throw 1"), &lang.Host{Stdout: io.Discard, Stderr: &failing{}}); o.Reason != lang.Interrupted || o.Err != nil {
		t.Errorf("an error that can't be printed ended with %+v", o)
	}
}

func TestSignal(t *testing.T) {
	r := startReady(t, `
		process.on('SIGTERM', (name, number) => { console.log(name, number); clearInterval(i); });
		process.once('SIGUSR1', () => console.log('once'));
		process.on('SIGUSR2', () => {}); process.removeAllListeners('SIGUSR2');
		const i = setInterval(() => {}, 1e6);
		console.log('ready');`)
	for name, want := range map[string]bool{"SIGINT": false, "SIGUSR2": false, "SIGUSR1": true, "SIGTERM": true} {
		if name != "SIGTERM" && r.Signal(name) != want {
			t.Errorf("%s is handled: %v", name, !want)
		}
	}
	if !r.Signal("SIGTERM") {
		t.Error("SIGTERM is not handled")
	}
	if o := r.wait(t); o.Reason != lang.Exited || o.ExitCode != 0 {
		t.Errorf("ended with %+v", o.Outcome)
	}
	if got := r.stdout.String(); got != "ready\nonce\nSIGTERM 15\n" {
		t.Errorf("printed %q", got)
	}
	if r.Signal("SIGTERM") {
		t.Error("SIGTERM is handled after the end")
	}
}

// TestSignalHandlerEnds has a handler that keeps nothing alive.
func TestSignalHandlerEnds(t *testing.T) {
	if r := run(t, `process.on('SIGTERM', () => {}); console.log('done')`); r.stdout != "done\n" || r.Reason != lang.Exited {
		t.Errorf("ended with %+v", r)
	}
	r := run(t, `try { process.on('SIGKILL', () => {}) } catch (e) { console.log(e.code, process.listenerCount('SIGKILL')) }`)
	if r.stdout != "EINVAL 0\n" {
		t.Errorf("printed %q", r.stdout)
	}
}

func TestTimerLimit(t *testing.T) {
	for _, test := range []struct {
		code string
		want lang.Reason
	}{
		{`for (let i = 0; i < 10; i++) setTimeout(() => {}, 1)`, lang.Exited},
		{`for (let i = 0; i < 11; i++) setTimeout(() => {}, 1)`, lang.TimerLimit},
		{`try { for (;;) setInterval(() => {}, 1) } catch {} finally { console.log('no') }`, lang.TimerLimit},
		{`for (let i = 0; i < 11; i++) setImmediate(() => {})`, lang.TimerLimit},
		{`for (let i = 0; i < 1000; i++) clearTimeout(setTimeout(() => {}, 1))`, lang.Exited},
		{`for (let i = 0; i < 1000; i++) clearImmediate(setImmediate(() => {}))`, lang.Exited},
		{`let n = 0; (function f() { if (n++ < 100) setImmediate(f) })()`, lang.Exited},
		{`setTimeout(() => { for (;;) setTimeout(() => {}, 1).unref() }, 1)`, lang.TimerLimit},
	} {
		r := start(New(Options{}).Prepare(), program(test.code), 10).wait(t)
		if r.Reason != test.want || r.stdout != "" {
			t.Errorf("%s ended with %+v, printed %q", test.code, r.Outcome, r.stdout)
		}
		if test.want == lang.TimerLimit && (r.Err == nil || !strings.Contains(r.stderr, r.Err.Stack) || r.Err.Line != 1) {
			t.Errorf("%s has the error %+v, stderr %q", test.code, r.Err, r.stderr)
		}
	}
}
