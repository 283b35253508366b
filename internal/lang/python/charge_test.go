package python_test

import (
	"io"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// charged is a Meter that knows what it was charged.
type charged time.Duration

func (*charged) Begin()                   {}
func (*charged) Pause()                   {}
func (*charged) Resume()                  {}
func (c *charged) Charge(d time.Duration) { *c += charged(d) }

// TestCollectionsAreCharged has programs ask for collections, which other threads do.
func TestCollectionsAreCharged(t *testing.T) {
	for name, code := range map[string]string{
		"gc.collect": "import gc\nfor _ in range(20): gc.collect()",
		"del":        "class C:\n    def __del__(self): pass\nfor _ in range(20):\n    c = C()\n    del c",
	} {
		var m charged
		p := &lang.Program{Name: "main.py", Code: code, Dir: "/"}
		python.New().Prepare().Run(p, &lang.Host{Stdout: io.Discard, Stderr: io.Discard, Meter: &m})
		if m <= 0 {
			t.Errorf("%s: %v was charged", name, time.Duration(m))
		}
	}
}
