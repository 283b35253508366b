package main

import (
	"runtime"
	"runtime/debug"
)

// tidy returns what a crowd has left in memory to the system. A pool keeps what nobody uses
// through one collection: it takes two for the pages to be empty.
func tidy() {
	runtime.GC()
	debug.FreeOSMemory()
}
