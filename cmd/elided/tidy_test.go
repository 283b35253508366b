package main

import (
	"runtime"
	"sync"
	"testing"
)

// TestTidyEmptiesPools has a pool hold memory that nobody uses: one collection alone leaves it
// there.
func TestTidyEmptiesPools(t *testing.T) {
	const size = 64 << 20
	var pool sync.Pool
	pool.Put(make([]byte, size))
	before := heap()
	tidy()
	if after := heap(); after+size/2 > before {
		t.Errorf("%d bytes on the heap, %d before", after, before)
	}
	runtime.KeepAlive(&pool)
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
