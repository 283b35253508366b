package zones

import (
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

func thread(tz string, hidden bool) *py.Thread {
	h := &lang.Host{NoEnv: hidden}
	return py.NewInterp(py.Host{Host: h, Program: &lang.Program{Env: map[string]string{"TZ": tz}}}).NewThread()
}

// TestLocal checks that an execution begins with the zone of its own environment, if it may
// see it.
func TestLocal(t *testing.T) {
	for _, c := range []struct {
		tz     string
		hidden bool
		want   Shown
	}{
		{"Europe/Berlin", false, Shown{"CEST", 7200, true}},
		{"CET-1CEST,M3.5.0,M10.5.0", false, Shown{"CEST", 7200, true}},
		{"Europe/Berlin", true, Shown{Name: "UTC"}},
		{"", false, Shown{Name: "UTC"}},
		{"Nowhere", false, Shown{Name: "Nowhere"}},
	} {
		if got := Local(thread(c.tz, c.hidden)).At(1_720_000_000); got != c.want {
			t.Errorf("%q: %v, want %v", c.tz, got, c.want)
		}
	}
}

// FuzzLocal takes any text for TZ, and looks up times there and back.
func FuzzLocal(f *testing.F) {
	for _, tz := range []string{"Europe/Berlin", "EST+05EDT,M4.1.0,M10.5.0", "<+03>-3", "AAA3BBB,J60/2,J300/-2", "AAA-5BBB,0/1,365/167", "Foo", ":", "<>3", "AAA3\nBBB", "AAA25:99BBB-30,M3.5.0,M10.5.0", "posix/Asia/Tokyo", "AAA+"} {
		f.Add(tz, int64(1_720_000_000), 1)
	}
	f.Fuzz(func(t *testing.T, tz string, unix int64, dst int) {
		const most = 1 << 56 // beyond it, there is no calendar
		unix %= most
		c := Local(thread(tz, false))
		s := c.At(unix)
		if s.Offset < -9*86400 || s.Offset > 9*86400 || len(s.Name) > maxText {
			t.Fatal(s)
		}
		c.Unix(unix+s.Offset, dst)
		if back, ok := c.Unix(unix+s.Offset, -1); ok && back+c.At(back).Offset != unix+s.Offset {
			t.Fatal(unix, back)
		}
	})
}
