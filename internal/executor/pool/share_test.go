package pool

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestScales(t *testing.T) {
	for _, test := range []struct {
		n            float64
		nice, weight int
	}{
		{1, 4, 1000}, {2, 7, 500}, {3, 9, 333}, {10, 14, 100}, {28, 19, 35}, {96, 19, 10}, {2000, 19, 1},
		{1.25, 5, 800}, {1.01, 4, 990},
	} {
		if nice, weight := niceScale().of(test.n), weightScale().of(test.n); nice != test.nice || weight != test.weight {
			t.Errorf("one of %v: nice %d and weight %d, want %d and %d", test.n, nice, weight, test.nice, test.weight)
		}
	}
}

// kernel stands for what is told shares.
type kernel struct {
	told []string
	fail error // of the next
}

func (k *kernel) worker(s *shares, id uint64, session string) *worker {
	w := &worker{id: id, key: Key{Session: session}}
	s.started(w, func(value int) error {
		if err := k.fail; err != nil {
			k.fail = nil
			return err
		}
		k.told = append(k.told, fmt.Sprintf("%d=%d", id, value))
		return nil
	})
	return w
}

func (k *kernel) take() []string {
	told := k.told
	k.told = nil
	slices.Sort(told)
	return told
}

func TestShares(t *testing.T) {
	s := newShares(niceScale(), func() {}, slog.New(slog.DiscardHandler))
	k := new(kernel)
	a1, a2, b := k.worker(s, 1, "a"), k.worker(s, 2, "a"), k.worker(s, 3, "b")
	step := func(what string, change func(), want ...string) {
		t.Helper()
		change()
		s.tell()
		if got := k.take(); !slices.Equal(got, want) {
			t.Errorf("%s: the kernel is told %q, want %q", what, got, want)
		}
	}
	step("no work", func() {})
	step("the first of a", func() { s.note(a1, true) }, "1=4")
	step("the second of a", func() { s.note(a2, true) }, "1=7", "2=7")
	step("b", func() { s.note(b, true) }, "3=4")
	step("a2 twice", func() { s.note(a2, true) })
	step("a1 ends: it keeps what it has", func() { s.note(a1, false) }, "2=4")
	step("a1 instead of a2", func() { s.note(a2, false); s.note(a1, true) }, "1=4")
	step("all end", func() { s.note(a1, false); s.note(b, false) })
	if len(s.busy) > 0 {
		t.Errorf("kept are %v", s.busy)
	}
}

// TestWeights: a weight counts against the workers of the same session alone, and in a
// worker of its own alone. The heaviest has no more than a session may have.
func TestWeights(t *testing.T) {
	s := newShares(weightScale(), func() {}, slog.New(slog.DiscardHandler))
	k := new(kernel)
	for id, w := range []struct {
		session   string
		weight    uint32
		exclusive bool
	}{
		{"a", 300, true}, {"a", 0, true}, {"b", 10_000, true}, {"c", 1, true}, {"c", 10_000, true}, {"d", 10_000, false}, {"d", 100, true},
	} {
		worker := k.worker(s, uint64(id), w.session)
		worker.exclusive = w.exclusive
		s.weigh(worker, w.weight)
		s.note(worker, true)
	}
	s.tell()
	if got, want := k.take(), []string{"0=750", "1=250", "2=1000", "3=1", "4=999", "5=500", "6=500"}; !slices.Equal(got, want) {
		t.Errorf("told %q, want %q", got, want)
	}
	if light, heavy := niceScale().of(10_001), niceScale().of(1.0001); light != maxNice || heavy != baseNice {
		t.Errorf("nice values from %d to %d", heavy, light)
	}
}

func TestSharesTellTheLargestFirst(t *testing.T) {
	s := newShares(niceScale(), func() {}, slog.New(slog.DiscardHandler))
	k := new(kernel)
	for id := range uint64(20) { // their change is one of 17, those of b and c of 4
		s.note(k.worker(s, id+100, "a"), true)
	}
	s.note(k.worker(s, 1, "b"), true)
	s.note(k.worker(s, 2, "c"), true)
	s.tell()
	last := k.told[len(k.told)-2:]
	if len(k.told) != 22 || slices.Min(last) != "1=4" || slices.Max(last) != "2=4" {
		t.Errorf("told %q", k.told)
	}
}

// TestSharesWaitForTheKernel: it takes one change in 100 ms.
func TestSharesWaitForTheKernel(t *testing.T) {
	s := newShares(niceScale(), func() {}, slog.New(slog.DiscardHandler))
	k := &kernel{fail: &os.PathError{Err: syscall.EAGAIN}}
	w := k.worker(s, 1, "a")
	s.note(w, true)
	if again := s.tell(); !again || len(k.told) > 0 {
		t.Errorf("again %v, told %q", again, k.told)
	}
	if again := s.tell(); again || !slices.Equal(k.told, []string{"1=4"}) {
		t.Errorf("again %v, told %q", again, k.told)
	}
	k.fail = errors.New("never")
	s.note(k.worker(s, 2, "a"), true)
	s.tell()
	if again := s.tell(); again {
		t.Error("what the kernel refuses is tried again")
	}
}

// TestNewWorkersWaitForTheirShares: a session that has new workers faster than the
// kernel takes their shares waits, and hears when it needn't any more.
func TestNewWorkersWaitForTheirShares(t *testing.T) {
	room := 0
	s := newShares(niceScale(), func() { room++ }, slog.New(slog.DiscardHandler))
	k := new(kernel)
	for id := range uint64(100) {
		s.note(k.worker(s, id+1, "a"), true)
	}
	if s.behind("a") {
		t.Error("it waits for a kernel that takes all changes")
	}
	s.tell()
	for id := range uint64(100) {
		s.note(k.worker(s, id+101, "a"), true)
	}
	k.fail = syscall.EAGAIN
	s.tell()
	if !s.behind("a") || s.behind("b") {
		t.Errorf("a waits: %v, b: %v", s.behind("a"), s.behind("b"))
	}
	s.tell()
	if s.behind("a") || room != 1 {
		t.Errorf("all is told, but it waits: %v, was told of room %d times", s.behind("a"), room)
	}
}

func TestSharesWakeForChangesOnly(t *testing.T) {
	s := newShares(niceScale(), func() {}, slog.New(slog.DiscardHandler))
	w := new(kernel).worker(s, 1, "a")
	for i := range 3 {
		s.note(w, true)
		if i > 0 && len(s.changed) > 0 {
			t.Error("work after work of the only worker wakes")
		}
		if i == 0 && len(s.changed) == 0 {
			t.Error("the first work doesn't wake")
		}
		for len(s.changed) > 0 {
			<-s.changed
		}
		s.tell()
		s.note(w, false)
	}
}

func TestChooseShare(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sysctl")
	if by, why, remedy := chooseShare(nil, file); by != byNothing || why == "" || remedy == "" {
		t.Errorf("without autogroups: %s, %q, %q", by, why, remedy)
	}
	if err := os.WriteFile(file, []byte("0\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if by, why, remedy := chooseShare(nil, file); by != byNothing || why == "" || !strings.Contains(remedy, "sched_autogroup_enabled") {
		t.Errorf("switched off: %s, %q, %q", by, why, remedy)
	}
}

// TestWorkersShareByAutogroup reads what the kernel was told of real workers.
func TestWorkersShareByAutogroup(t *testing.T) {
	if by, why, _ := chooseShare(nil, autogroupSwitch); by != byAutogroup {
		t.Skip(why)
	}
	p := start(t, nil)
	busy := func(session string) *Run {
		r := newRecorder()
		run := p.Run(Key{session, ""}, true, job("print('on')\nfor _ in range(1 << 40): pass"), r)
		r.begun(t)
		return run
	}
	a1, a2, b := busy("a"), busy("a"), busy("b")
	want(t, a1, "nice 7")
	want(t, a2, "nice 7")
	want(t, b, "nice 4")
	a1.Kill()
	want(t, a2, "nice 4")
}

// TestWorkersHaveTheirWeights reads what the kernel was told of real workers.
func TestWorkersHaveTheirWeights(t *testing.T) {
	if by, why, _ := chooseShare(nil, autogroupSwitch); by != byAutogroup {
		t.Skip(why)
	}
	p := start(t, nil)
	busy := func(weight uint32) *Run {
		j, r := job("print('on')\nfor _ in range(1 << 40): pass"), newRecorder()
		j.Weight = weight
		run := p.Run(Key{"a", ""}, true, j, r)
		r.begun(t)
		return run
	}
	light, heavy := busy(0), busy(1_000)
	want(t, light, "nice 15")
	want(t, heavy, "nice 4")
}

func want(t *testing.T, r *Run, nice string) {
	t.Helper()
	var text []byte
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		var err error
		if text, err = os.ReadFile(fmt.Sprintf("/proc/%d/autogroup", r.worker.pid())); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(strings.TrimSpace(string(text)), nice) {
			return
		}
	}
	t.Errorf("worker %d has %q, want %s", r.worker.id, text, nice)
}
