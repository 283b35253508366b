package structs

import (
	"io"
	"math"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

func FuzzFormat(f *testing.F) {
	py.NewInterp(py.Host{Host: &lang.Host{Stdout: io.Discard, Stderr: io.Discard}}) // completes the built-in classes
	for _, s := range []string{"<iH", "@b0i", "3s5p", "99999999999999999999i", "i3", "> q ? e", ""} {
		f.Add(s, "\x00\x01\x02\x03")
	}
	f.Fuzz(func(t *testing.T, format, data string) {
		l, err := readLayout(format)
		if err != nil {
			return
		}
		if l.size < 0 || l.size > maxSize {
			t.Fatal(l.size)
		}
		if l.size <= len(data) {
			if got := l.unpack(data[:l.size]); len(got) != l.count {
				t.Fatalf("%d values, want %d", len(got), l.count)
			}
		}
	})
}

func TestHalves(t *testing.T) {
	for h := range 0x10000 {
		f := fromHalf(uint16(h))
		if math.IsNaN(f) {
			continue
		}
		if got, ok := toHalf(f); !ok || got != uint16(h) {
			t.Fatalf("toHalf(%v) = %#x, want %#x", f, got, h)
		}
	}
}
