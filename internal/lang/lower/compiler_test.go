package lower

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/dop251/goja"
)

func TestCacheCountsAndHits(t *testing.T) {
	c := NewCompiler(Options{})
	for range 3 {
		if _, err := c.Compile("a.ts", "let x: number = 1"); err != nil {
			t.Fatal(err)
		}
	}
	first, _ := c.Compile("a.ts", "let x: number = 1")
	other, _ := c.Compile("b.ts", "let x: number = 1")
	if first == other {
		t.Error("two names share a program, whose positions name one of them")
	}
	if again, _ := c.Compile("a.ts", "let x: number = 1"); again != first {
		t.Error("the same source was compiled twice")
	}
	hits, misses, entries, bytes := c.Stats()
	if hits != 4 || misses != 2 || entries != 2 || bytes <= 0 {
		t.Errorf("the cache counts hits %d, misses %d, entries %d, bytes %d; want 4, 2, 2 and more than 0", hits, misses, entries, bytes)
	}
}

func TestCompilersOfOneCache(t *testing.T) {
	js := NewCompiler(Options{})
	ts := js.WithLoader(TypeScript)
	if _, err := ts.Compile("main", "let x: number = 1"); err != nil {
		t.Fatalf("the TypeScript face: %v", err)
	}
	if _, err := js.Compile("main", "let x: number = 1"); err == nil {
		t.Error("the JavaScript face took TypeScript, or the other's program")
	}
	if _, misses, entries, _ := js.Stats(); misses != 2 || entries != 1 {
		t.Errorf("the shared cache has %d misses and %d entries, want 2 and 1", misses, entries)
	}
}

func TestCacheEvictsTheLeastRecentlyUsed(t *testing.T) {
	const limit = 64 << 10
	c := NewCompiler(Options{CacheBytes: limit})
	code := func(i int) string { return fmt.Sprintf("log(%d)//%s", i, strings.Repeat("x", 500)) }
	hit := func(i int) bool {
		before, _, _, _ := c.Stats()
		if _, err := c.Compile("a.js", code(i)); err != nil {
			t.Fatal(err)
		}
		after, _, _, bytes := c.Stats()
		if bytes > limit {
			t.Fatalf("the cache holds %d bytes, more than its %d", bytes, limit)
		}
		return after > before
	}
	hit(0)
	for i := 1; i < 50; i++ {
		hit(i)
		if !hit(0) {
			t.Fatalf("source 0, used last, was evicted by source %d", i)
		}
	}
	if hit(1) {
		t.Error("source 1, used long ago, is still there")
	}
	if _, _, entries, _ := c.Stats(); entries < 2 || entries > 10 {
		t.Errorf("the cache holds %d entries of about 9 kB in %d bytes", entries, limit)
	}
}

func TestCacheKeepsNoErrorAndNothingTooLarge(t *testing.T) {
	c := NewCompiler(Options{CacheBytes: 20 << 10})
	for range 2 {
		if _, err := c.Compile("a.js", "let ="); err == nil {
			t.Fatal("a wrong source compiles")
		}
		if _, err := c.Compile("big.js", "//"+strings.Repeat("x", 10<<10)); err != nil {
			t.Fatal(err)
		}
	}
	if hits, misses, entries, bytes := c.Stats(); hits != 0 || misses != 4 || entries != 0 || bytes != 0 {
		t.Errorf("the cache counts hits %d, misses %d, entries %d, bytes %d; want 0, 4, 0, 0", hits, misses, entries, bytes)
	}
}

func TestCacheBuildsOnceForManyCallers(t *testing.T) {
	c := newCache(1 << 20)
	k := key{name: "a.js", code: "1"}
	var builds atomic.Int32
	building, release := make(chan struct{}), make(chan struct{})
	program := goja.MustCompile("a.js", "1", false)
	b := func() (*goja.Program, int64, error) {
		if builds.Add(1) == 1 {
			close(building)
		}
		<-release
		return program, 1, nil
	}
	var wg sync.WaitGroup
	get := func() {
		if p, err := c.get(k, b); p != program || err != nil {
			t.Errorf("a caller got %v, %v", p, err)
		}
	}
	wg.Go(get)
	<-building
	for range 20 {
		wg.Go(get)
	}
	close(release)
	wg.Wait()
	if n := builds.Load(); n != 1 {
		t.Errorf("the program was built %d times", n)
	}
}

func TestCacheAnswersEveryCallerOfABuildThatPanics(t *testing.T) {
	c := newCache(1 << 20)
	k := key{code: "1"}
	building, release := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		defer func() { recover() }()
		c.get(k, func() (*goja.Program, int64, error) {
			close(building)
			<-release
			panic("broken")
		})
	})
	<-building
	wg.Go(func() {
		// Either the failed build's answer or, when it came later, its own.
		own := errors.New("built anew")
		if _, err := c.get(k, func() (*goja.Program, int64, error) { return nil, 0, own }); err == nil {
			t.Error("a caller got no error")
		}
	})
	close(release)
	wg.Wait()
	if _, _, entries, bytes := c.stats(); entries != 0 || bytes != 0 {
		t.Errorf("the cache holds %d entries of %d bytes", entries, bytes)
	}
}

func TestConcurrentUse(t *testing.T) {
	c := NewCompiler(Options{CacheBytes: 256 << 10})
	var wg sync.WaitGroup
	for w := range 8 {
		wg.Go(func() {
			for i := range 20 {
				n := (w + i) % 10
				m := newMachine(c, map[string]string{"a.ts": fmt.Sprintf("enum E { A = %d }\nlog(E.A)\nlet x: any\nif (E.A === 3) x.y", n)})
				err := m.run("a.ts")
				if want := fmt.Sprintf("%d\n", n); m.out.String() != want {
					t.Errorf("program %d logged %q", n, m.out.String())
				}
				if n == 3 && (err == nil || !strings.Contains(err.Error(), "a.ts:4:18")) {
					t.Errorf("program 3 failed with %v, want an error at 4:18", err)
				}
			}
		})
	}
	wg.Wait()
}

func TestDeepSourceEndsInAnAnswer(t *testing.T) {
	c := NewCompiler(Options{})
	const depth = 2000
	if _, err := c.Compile("a.ts", "let x = "+strings.Repeat("(", depth)+"1"+strings.Repeat(")", depth)); err != nil {
		t.Errorf("nested %d deep: %v", depth, err)
	}
}

// A source map that the source names is neither read nor believed.
func TestSourceMapOfTheSourceIsIgnored(t *testing.T) {
	const comment = "\n//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIngiXSwibWFwcGluZ3MiOiJBQUFTIn0="
	for _, name := range []string{"a.js", "a.ts"} {
		err := newMachine(NewCompiler(Options{}), map[string]string{name: "let a = 1\nnull.x" + comment}).run(name)
		if err == nil || !strings.Contains(err.Error(), name+":2:6") {
			t.Errorf("the error is %v, want one at %s:2:6", err, name)
		}
	}
}

// esbuild works on goroutines of its own.
func TestCompileLeavesNoGoroutine(t *testing.T) {
	before := runtime.NumGoroutine()
	c := NewCompiler(Options{})
	for i, code := range []string{"let x: number = 1", "await 0; export const x = 1", "let x: = 1", "await 0; let x: = 1"} {
		c.Compile(fmt.Sprintf("%d.ts", i), code)
	}
	for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; runtime.Gosched() {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines run, %d before", runtime.NumGoroutine(), before)
		}
	}
}

func FuzzCompile(f *testing.F) {
	for _, p := range features {
		f.Add(p.file, p.code)
	}
	f.Fuzz(func(t *testing.T, name, code string) {
		if len(code) > 4<<10 {
			t.Skip("deep nesting ends a process by design")
		}
		p, err := NewCompiler(Options{}).Compile(name, code)
		if (p == nil) == (err == nil) {
			t.Errorf("compile %q gave program %v and error %v", name, p, err)
		}
		if err != nil && strings.Contains(err.Error(), "the compiler failed") {
			t.Error(err)
		}
	})
}

// TestSizeOfManyNames estimated a program without its accessor of names, by which it has
// up to three times the size.
func TestSizeOfManyNames(t *testing.T) {
	for _, l := range []Loader{JavaScript, TypeScript} {
		c := NewCompiler(Options{CacheBytes: 1 << 30, Loader: l})
		const sources, names = 20, 800
		before := inUse()
		for i := range sources {
			var code strings.Builder
			for n := range names {
				fmt.Fprintf(&code, "let v%d_%d;\n", i, n)
			}
			if _, err := c.CompileMain("main", code.String()); err != nil {
				t.Fatal(err)
			}
		}
		took := inUse() - before
		if _, _, _, bytes := c.Stats(); bytes < took || bytes > 3*took {
			t.Errorf("loader %d: %d bytes are in use, the estimate is %d", l, took, bytes)
		}
		runtime.KeepAlive(c)
	}
}

// inUse is how many bytes of the heap can be reached.
func inUse() int64 {
	runtime.GC()
	runtime.GC() // what has a finalizer goes the second time
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
