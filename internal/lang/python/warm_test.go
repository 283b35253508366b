package python_test

import (
	"bytes"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// TestWarm warms a runtime, which is nothing that a program or its cache's user sees.
func TestWarm(t *testing.T) {
	r := python.New()
	r.Warm()
	if use := r.CacheUse(); use != (lang.CacheUse{}) {
		t.Errorf("the cache of programs has %+v", use)
	}
	var out bytes.Buffer
	p := &lang.Program{Name: "main.py", Code: "import sys\nprint(sorted(vars()), len(sys.modules) > 0)", Dir: "/"}
	r.Prepare().Run(p, &lang.Host{Stdout: &out, Stderr: &out})
	const want = "['__annotations__', '__builtins__', '__cached__', '__doc__', '__file__', '__loader__', '__name__', '__package__', '__spec__', 'sys'] True\n"
	if out.String() != want {
		t.Errorf("a program sees %s", out.String())
	}
}
