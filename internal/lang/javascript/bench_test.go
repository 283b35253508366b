package javascript

import (
	"io"
	"runtime"
	"testing"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

// A memo compiles each source once, as a cache would.
type memo map[string]*goja.Program

func (m memo) Compile(name, code string) (*goja.Program, error) {
	if p := m[code]; p != nil {
		return p, nil
	}
	p, err := CompileCommonJS(name, code)
	m[code] = p
	return p, err
}

func BenchmarkEngine(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		goja.New()
	}
}

func BenchmarkPrepare(b *testing.B) {
	r := New(Options{})
	b.ReportAllocs()
	for b.Loop() {
		r.Prepare()
	}
}

// BenchmarkRun runs cached programs, preparing each instance as BenchmarkPrepare does.
func BenchmarkRun(b *testing.B) {
	for _, bench := range []struct{ name, code string }{
		{"empty", ""},
		{"print", "console.log(1+1)"},
		{"exit", "process.exit(3)"},
		{"timer", "setTimeout(() => {}, 0)"},
		{"tick", "process.nextTick(() => {})"},
		{"async", "(async () => { for (let i = 0; i < 100; i++) await i })()"},
		{"100 lines", "for (let i = 0; i < 100; i++) console.log('line', i)"},
	} {
		b.Run(bench.name, func(b *testing.B) {
			r := New(Options{Compiler: memo{}})
			h := &lang.Host{Stdout: io.Discard, Stderr: io.Discard}
			p := program(bench.code)
			b.ReportAllocs()
			for b.Loop() {
				if o := r.Prepare().Run(p, h); o.Reason != lang.Exited {
					b.Fatal(o.Err)
				}
			}
		})
	}
}

// BenchmarkSleeping measures what an instance takes that waits for a timer, its
// goroutine included.
func BenchmarkSleeping(b *testing.B) {
	const n = 1000
	r := New(Options{Compiler: memo{}})
	p := program("console.log('ready'); setTimeout(() => console.log('never'), 1e9)")
	warm := start(r.Prepare(), p, 0)
	warm.Interrupt()
	<-warm.done
	for b.Loop() {
		before := inUse()
		ready := make(chan struct{}, n)
		ended := make(chan struct{}, n)
		instances := make([]lang.Instance, n)
		for i := range instances {
			instances[i] = r.Prepare()
			go func() {
				instances[i].Run(p, &lang.Host{Stdout: announcer(ready), Stderr: io.Discard})
				ended <- struct{}{}
			}()
		}
		for range n {
			<-ready
		}
		b.ReportMetric(float64(inUse()-before)/n, "B/sleeper")
		for _, in := range instances {
			in.Interrupt()
		}
		for range n {
			<-ended
		}
	}
}

type announcer chan struct{}

func (a announcer) Write(p []byte) (int, error) {
	a <- struct{}{}
	return len(p), nil
}

// inUse returns the bytes of heap and stacks in use.
func inUse() int64 {
	var m runtime.MemStats
	for range 3 {
		runtime.GC()
	}
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc + m.StackInuse)
}
