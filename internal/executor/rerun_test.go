package executor

import (
	"strings"
	"testing"
	"time"
)

// overflow ends a worker's process: the engine recurses without bound.
const overflow = "function* g() { yield* g() }\nfor (const x of g());"

// stuck is a call that no interrupt ends.
const stuck = "/^(a+)+(?=b)c$/.test('a'.repeat(64))"

// neighbours starts a young one that has printed nothing, one that has, and one that
// forbids to be run again. They end by themselves after the culprit.
func neighbours(t *testing.T, e *Executor) (young, printing, once *Execution) {
	t.Helper()
	r := Request{Language: "js", Code: "setTimeout(() => console.log('done'), 5000)"}
	young = submit(t, e, r)
	r.NoRerun = true
	once = submit(t, e, r)
	r = Request{Language: "js", Code: "console.log('begun'); setTimeout(() => console.log('done'), 60_000)"}
	printing = submit(t, e, r)
	until(t, printing, printed)
	return young, printing, once
}

// slowly lets runs be repeated for longer: a busy machine takes its time.
func slowly(c *Config) { c.RerunWithin = patience }

func TestNeighboursOfACrash(t *testing.T) {
	e := begin(t, slowly)
	young, printing, once := neighbours(t, e)
	culprit := submit(t, e, Request{Language: "js", Code: overflow})
	if s := wait(t, culprit); s.Reason != StackOverflow || s.Attempts != 1 {
		t.Errorf("culprit: %v, attempts %d: %s", s.Reason, s.Attempts, s.Error)
	}
	if s := wait(t, young); s.Reason != Exited || s.Attempts != 2 || !s.Exclusive || output(t, young, Stdout) != "done\n" {
		t.Errorf("young neighbour: %v, attempts %d, exclusive %v: %s", s.Reason, s.Attempts, s.Exclusive, s.Error)
	}
	if s := wait(t, once); s.Reason != WorkerLost || s.Attempts != 1 {
		t.Errorf("one that forbids it: %v, attempts %d: %s", s.Reason, s.Attempts, s.Error)
	}
	if s := wait(t, printing); s.Reason != WorkerLost || output(t, printing, Stdout) != "begun\n" {
		t.Errorf("one that has printed: %v: %s", s.Reason, s.Error)
	}
	info, err := e.Session(Caller{}, "")
	if err != nil || time.Until(info.ConfinedUntil) < confinedFor-time.Minute {
		t.Errorf("the session is confined until %v: %v", info.ConfinedUntil, err)
	}
	if s := wait(t, submit(t, e, Request{Language: "js", Code: "console.log(1)"})); !s.Exclusive {
		t.Error("the next one shares a worker")
	}
}

// TestNeighboursOfOneLargeAllocation has a neighbour that allocates all the time: the one
// that asked for all at once is known, whatever others allocate.
func TestNeighboursOfOneLargeAllocation(t *testing.T) {
	e := begin(t, nil)
	innocent := submit(t, e, Request{Language: "js", Code: "console.log('begun'); for (;;) new Uint8Array(1 << 18).fill(1)"})
	until(t, innocent, printed)
	culprit := submit(t, e, Request{Language: "js", Code: "const t = Date.now(); while (Date.now() < t + 300); 'x'.repeat(2 ** 30 - 25)"})
	if s := wait(t, culprit); s.Reason != MemoryLimit || s.Attempts != 1 {
		t.Errorf("culprit: %v, attempts %d: %s", s.Reason, s.Attempts, s.Error)
	}
	if s := wait(t, innocent); s.Reason != WorkerLost {
		t.Errorf("innocent: %v: %s", s.Reason, s.Error)
	}
}

func TestNeighboursOfACondemned(t *testing.T) {
	e := begin(t, func(c *Config) { slowly(c); c.Pool.CondemnedDrain = 10 * time.Second })
	young, printing, once := neighbours(t, e)
	culprit := submit(t, e, Request{Language: "js", Code: stuck, Limits: Limits{Timeout: 200 * time.Millisecond}})
	if s := wait(t, culprit); s.Reason != Timeout || s.Attempts != 1 {
		t.Errorf("culprit: %v: %s", s.Reason, s.Error)
	}
	if s := wait(t, young); s.Reason != Exited || s.Attempts != 2 {
		t.Errorf("young neighbour: %v, attempts %d: %s", s.Reason, s.Attempts, s.Error)
	}
	if s := wait(t, once); s.Reason != Exited || s.Attempts != 1 {
		t.Errorf("one that ends in time: %v: %s", s.Reason, s.Error)
	}
	if s := wait(t, printing); s.Reason != WorkerLost || output(t, printing, Stdout) != "begun\n" {
		t.Errorf("one that has printed: %v: %s", s.Reason, s.Error)
	}
}

// TestRerunKeepsItsDeadline has the second attempt end when the first would have.
func TestRerunKeepsItsDeadline(t *testing.T) {
	e := begin(t, slowly)
	x := submit(t, e, Request{Language: "js", Code: "setTimeout(() => {}, 60_000)", Limits: Limits{Timeout: 6 * time.Second}})
	began := time.Now()
	submit(t, e, Request{Language: "js", Code: overflow})
	s := wait(t, x)
	if s.Reason != Timeout || s.Attempts != 2 || time.Since(began) > 11*time.Second {
		t.Errorf("%v after %v, attempts %d", s.Reason, time.Since(began), s.Attempts)
	}
}

// TestOutputBeforeACrash prints and dies before the output was sent.
func TestOutputBeforeACrash(t *testing.T) {
	for _, exclusive := range []bool{false, true} {
		e := begin(t, nil)
		code := "for (let i = 0; i < 300; i++) { console.log('line', i); console.error(i) }\n'x'.repeat(2**29)"
		x := submit(t, e, Request{Language: "js", Code: code, Exclusive: exclusive})
		s := wait(t, x)
		out, errs := output(t, x, Stdout), output(t, x, Stderr)
		if s.Reason != MemoryLimit || strings.Count(out, "\n") != 300 || !strings.HasSuffix(out, "line 299\n") || !strings.HasSuffix(errs, "\n299\n") {
			t.Errorf("exclusive %v: %v, stdout ends with %.40q, stderr with %.40q", exclusive, s.Reason, tail(out), tail(errs))
		}
	}
}

func tail(s string) string { return s[max(0, len(s)-40):] }

// TestOutputBeforeAKill prints and is killed in a call that no interrupt ends.
func TestOutputBeforeAKill(t *testing.T) {
	for _, exclusive := range []bool{false, true} {
		e := begin(t, nil)
		x := submit(t, e, Request{
			Language: "js", Code: "console.log('begun');" + stuck, Exclusive: exclusive, Limits: Limits{Timeout: 200 * time.Millisecond},
		})
		if s := wait(t, x); s.Reason != Timeout || output(t, x, Stdout) != "begun\n" {
			t.Errorf("exclusive %v: %v, %q", exclusive, s.Reason, output(t, x, Stdout))
		}
	}
}

// TestCrashStorm has a session bring down worker after worker: another session is
// served all the while.
func TestCrashStorm(t *testing.T) {
	e := begin(t, nil)
	for _, id := range []string{"storm", "calm"} {
		if _, err := e.CreateSession(Caller{}, id, SessionConfig{}); err != nil {
			t.Fatal(err)
		}
	}
	var all []*Execution
	for range 40 {
		all = append(all, submit(t, e, Request{Session: "storm", Language: "js", Code: "'x'.repeat(2**29)"}))
	}
	for range 5 {
		r := python("print(1)")
		r.Session = "calm"
		if s := wait(t, submit(t, e, r)); s.State != Completed {
			t.Errorf("calm: %+v", s)
		}
	}
	for _, x := range all {
		if s := wait(t, x); s.Reason != MemoryLimit && s.Reason != WorkerLost {
			t.Errorf("storm: %v: %s", s.Reason, s.Error)
		}
	}
}

func TestFaultPauses(t *testing.T) {
	var f faults
	now := time.Now()
	for i := range freeFaults {
		if d := f.add(now); d != 0 {
			t.Fatalf("fault %d pauses for %v", i, d)
		}
	}
	for i, want := range []time.Duration{faultPause, 2 * faultPause, 4 * faultPause} {
		if d := f.add(now); d != want {
			t.Errorf("further fault %d pauses for %v, want %v", i, d, want)
		}
	}
	for range 100 {
		if d := f.add(now); d > maxFaultPause {
			t.Fatalf("a pause of %v", d)
		}
	}
	if d := f.add(now.Add(2 * faultWindow)); d != 0 {
		t.Errorf("it is not forgotten: %v", d)
	}
}

func TestDepth(t *testing.T) {
	for text, want := range map[string]int{"": 0, "f(a[1])": 2, ")))((": 2, "{}{}": 1, strings.Repeat("[", 500): 500} {
		if got := depth(text); got != want {
			t.Errorf("%.20q: %d, want %d", text, got, want)
		}
	}
}
