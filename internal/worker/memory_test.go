package worker

import (
	"testing"
	"time"
)

// TestTouched puts memory that is new to the process down by the kernel's time, as much
// as the kernel can have cleared in it, and the rest by the runs' time some looks later.
func TestTouched(t *testing.T) {
	m := memory{grown: 100, untouched: 10 << 20}
	for look, c := range []struct {
		system        time.Duration
		touched, rest uint64
	}{
		{0, 0, 100},
		{time.Millisecond, touchRate / 1000, 100},
		{0, 0, 100},
		{time.Second, 10<<20 - touchRate/1000, 100},
		{time.Second, 0, 100},
	} {
		if touched, rest := m.touched(c.system); touched != c.touched || rest != c.rest {
			t.Errorf("look %d: %d and %d, want %d and %d", look, touched, rest, c.touched, c.rest)
		}
	}
	m = memory{untouched: 1 << 20}
	for look := 1; look < touchLooks; look++ {
		if touched, rest := m.touched(0); touched != 0 || rest != 0 {
			t.Fatalf("look %d: %d and %d", look, touched, rest)
		}
	}
	if touched, rest := m.touched(0); touched != 0 || rest != 1<<20 || m.untouched != 0 {
		t.Errorf("at last: %d and %d, %d left", touched, rest, m.untouched)
	}
}

// TestSystemTime counts the kernel's time of a thread that touches memory.
func TestSystemTime(t *testing.T) {
	m := meter{watch: newWatch(New(nil, nil))}
	m.Resume()
	system := func() time.Duration { _, system, _ := m.read(); return system }
	for late := time.Now().Add(10 * time.Second); system() == 0 && time.Now().Before(late); {
		for i, page := 0, make([]byte, 64<<20); i < len(page); i += 4096 {
			page[i] = 1
		}
	}
	m.Pause()
	if got := system(); got == 0 || got > m.used+20*time.Millisecond {
		t.Errorf("%v of %v", got, m.used)
	}
}

// TestGarbagePercent lets much garbage gather while little is live, and only then.
func TestGarbagePercent(t *testing.T) {
	for _, c := range []struct {
		live uint64
		want int
	}{{0, roomyGC}, {2 << 20, roomyGC}, {8 << 20, 400}, {16 << 20, busyGC}, {1 << 30, busyGC}} {
		if got := garbagePercent(c.live); got != c.want {
			t.Errorf("%d MiB live: %d, want %d", c.live>>20, got, c.want)
		}
	}
}
