package python_test

import (
	"runtime"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// A heapMeter notes the heap's size each time that a program writes.
type heapMeter []int64

func (h *heapMeter) Write(p []byte) (int, error) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	*h = append(*h, int64(m.HeapAlloc))
	return len(p), nil
}

// TestPassingCodesAreForgotten has a program run many codes, each once.
func TestPassingCodesAreForgotten(t *testing.T) {
	for _, run := range []string{
		`exec(f"def f(): return {i}\nf()")`, `eval(f"(lambda: {i})()")`, `exec(compile(f"x = {i}", "f", "exec"))`,
		`import sys; sys.settrace(lambda *a: None); eval(f"(lambda: {i})()"); sys.settrace(None)`,
	} {
		var heap heapMeter
		code := "for i in range(8001):\n    " + run + "\n    if i % 4000 == 2000 or i == 8000: print(flush=True)\n"
		python.New().Prepare().Run(&lang.Program{Name: "x.py", Code: code, Dir: "/", Env: map[string]string{}}, &lang.Host{Stdout: &heap, Stderr: &heap})
		if len(heap) != 3 || heap[2]-heap[0] > 4<<20 {
			t.Errorf("%s: the heap is %d", run, heap)
		}
	}
}
