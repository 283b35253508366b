package pool

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/frame"
)

// A Fault is what a program did to its worker.
type Fault int

// The faults.
const (
	NoFault       Fault = iota // none that is known
	FaultCrash                 // the process ended beyond recovery
	FaultMemory                // it took more memory than there is for it
	FaultOverflow              // its stack grew beyond bounds
)

// lazily compiles a pattern when it is first asked for: every worker starts with this
// package, and only a daemon whose worker crashed needs one.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// A crash is what a Go process said on standard error as it ended.
type crash struct {
	fault Fault
	line  string // the first that says why, for people
	ref   uint64 // the run whose goroutine it was; 0 when that isn't known
	// block is the allocation that failed, in bytes; 0 when it was none or a small
	// one, which may hit a bystander.
	block uint64
}

var (
	// The runtime's texts: src/runtime/panic.go, stack.go, malloc.go, mheap.go.
	overflowText = lazily(`(?m)^(runtime: goroutine stack exceeds|fatal error: stack overflow)`)
	memoryText   = lazily(`(?m)^(fatal error: |runtime: |runtime/cgo: |panic: runtime error: ).*(out of memory|annot allocate memory)`)
	// The collector follows a nil pointer where the system gives it no memory.
	collectorText = lazily(`^SIGSEGV: segmentation violation\n.* addr=0x0\n\ngoroutine [^\n]*\nruntime\.`)
	// A failed allocation is in the message or, when the system gives address space but
	// no memory, only in the traceback: src/runtime/mheap.go, grow; mcache.go, allocLarge.
	blockText = lazily(`(?m)^runtime: out of memory: cannot allocate (\d+)-byte block|^runtime\.\(\*mcache\)\.allocLarge\(0x[0-9a-f]+\??, (0x[0-9a-f]+)`)
	// What a panic of another kind says may be a program's text, and nobody else's
	// business.
	fatalText = lazily(`(?m)^(fatal error: .*|panic: runtime error: .*|panic: |unexpected fault address|SIG[A-Z]+: .*)`)
	ownText   = lazily(`(?m)^elided worker: .*`)
	// A goroutine's header: src/runtime/traceback.go, goroutineheader. The first
	// after the cause is the one that was running.
	headerText = lazily(`(?m)^goroutine \d+ [^\n]*\[([^\n]*)\]:$`)
	labelText  = lazily(`"` + regexp.QuoteMeta(frame.RunLabel) + `": "(\d{1,20})"`)
)

// arena is how much address space the Go heap grows by, in bytes: an allocation
// beyond that is one that the program itself asked for.
const arena = 64 << 20

// readCrash reads the standard error of an ended process.
func readCrash(text string) crash {
	c := crash{}
	if found := fatalText().FindString(text); found != "" {
		c.line, c.fault = found, FaultCrash
	} else {
		c.line = ownText().FindString(text)
	}
	switch {
	case overflowText().MatchString(text):
		c.fault = FaultOverflow
	case memoryText().MatchString(text), collectorText().MatchString(text):
		c.fault = FaultMemory
	}
	c.block = failedBlock(text)
	c.line = clip(c.line)
	if header := headerText().FindStringSubmatch(text); header != nil {
		if label := labelText().FindStringSubmatch(header[1]); label != nil {
			c.ref, _ = strconv.ParseUint(label[1], 10, 64) // 0 for one that is no number
		}
	}
	return c
}

// failedBlock returns the large allocation that failed, in bytes: the runtime's message
// has it, or the goroutine that was running, which comes first in a traceback.
func failedBlock(text string) uint64 {
	if headers := headerText().FindAllStringIndex(text, 2); len(headers) == 2 {
		text = text[:headers[1][0]]
	}
	m := blockText().FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	if n, err := strconv.ParseUint(m[1]+m[2], 0, 64); err == nil && n > arena {
		return n
	}
	return 0
}

// maxLine bounds what is kept of a line for people, in bytes: the worker wrote it.
const maxLine = 200

func clip(line string) string {
	if len(line) <= maxLine {
		return line
	}
	return strings.ToValidUTF8(line[:maxLine], "") + "..."
}
