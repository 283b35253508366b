package lang

import (
	"sync"
	"sync/atomic"
)

// An Outside accounts for memory that programs of a process have outside of Go's heap, in
// regions of address space that are reserved as a whole and used from their begin. A nil
// Outside bounds nothing. It is safe for concurrent use.
type Outside struct {
	mu          sync.Mutex
	space, left int64   // bytes of address space
	most        int64   // bytes of a region
	ballast     ballast // as much as is left

	held atomic.Int64 // bytes in use
	ever atomic.Int64 // bytes that came into use
}

const (
	// leastRegion is a region's least size, in bytes; freeRegion is one of a nil Outside.
	leastRegion = 1 << 20
	freeRegion  = 64 << 20
)

// OutsideSpace is how much address space there is for the regions of a process that may have so
// much memory, both in bytes: its limit has room for them beside all else.
func OutsideSpace(memory uint64) uint64 { return max(512<<20, memory) }

// SetSpace sets how much address space there is for all regions, and how large one may be,
// at most 1 GiB, in bytes.
func (o *Outside) SetSpace(space, most int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.left += space - o.space
	o.ballast.drop(o.space - space)
	o.ballast.add(space - o.space)
	o.space, o.most = space, min(most, 1<<30)
}

// Reserve takes a region for a program that has so many bytes of regions already: the
// fewer are left, the smaller it is. 0 is nothing is left. No program gets more than half.
func (o *Outside) Reserve(has int64) int64 {
	if o == nil {
		return freeRegion
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	own := o.space/2 - has
	part := own / 4
	if own < o.space/8 {
		part = own / 16
	}
	size := min(max(min(o.left/8, part), leastRegion), o.most)
	if size > min(o.left, own) {
		return 0
	}
	o.left -= size
	o.ballast.drop(size)
	return size
}

// Release gives a region back.
func (o *Outside) Release(size int64) {
	if o == nil {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.left += size
	o.ballast.add(size)
}

// Use says that so many more bytes of a region are in use, or fewer.
func (o *Outside) Use(more int64) {
	if o == nil {
		return
	}
	o.held.Add(more)
	o.ever.Add(max(more, 0))
}

// Held is how many bytes are in use, and how many ever came into use.
func (o *Outside) Held() (now, ever uint64) {
	return uint64(max(o.held.Load(), 0)), uint64(o.ever.Load())
}
