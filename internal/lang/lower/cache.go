package lower

import (
	"container/list"
	"errors"
	"sync"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

// A key is the whole of what a program depends on, so that a hit can't be another's.
type key struct {
	loader     Loader
	name, code string
	main       bool
}

// A build makes a program and estimates the bytes that it retains.
type build func() (*goja.Program, int64, error)

// A cache holds the programs last used, bounded in estimated bytes. Errors aren't held.
type cache struct {
	limit int64

	mu           sync.Mutex
	entries      map[key]*entry
	recent       *list.List // of *entry that are built, the last used first
	bytes        int64
	hits, misses int
	uses         [loaders]lang.CacheUse // by source language
}

// An entry is a program, or the promise of one until done is closed.
type entry struct {
	key     key
	done    chan struct{}
	program *goja.Program
	err     error
	size    int64
	element *list.Element // nil while it isn't in recent
}

func newCache(limit int64) *cache {
	return &cache{limit: limit, entries: map[key]*entry{}, recent: list.New()}
}

var errBuildEnded = errors.New("the compiler ended without a result")

// get returns k's program, built by one caller however many ask at once.
func (c *cache) get(k key, b build) (*goja.Program, error) {
	c.mu.Lock()
	if e, ok := c.entries[k]; ok {
		c.hits++
		c.uses[k.loader].Hits++
		if e.element != nil {
			c.recent.MoveToFront(e.element)
		}
		c.mu.Unlock()
		<-e.done
		return e.program, e.err
	}
	c.misses++
	c.uses[k.loader].Misses++
	e := &entry{key: k, done: make(chan struct{}), err: errBuildEnded}
	c.entries[k] = e
	c.mu.Unlock()

	// Deferred, so that those who wait are answered whatever b does.
	defer c.settle(e)
	e.program, e.size, e.err = b()
	return e.program, e.err
}

func (c *cache) settle(e *entry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	close(e.done)
	e.size += int64(len(e.key.name)+len(e.key.code)) + entryBytes
	if e.err != nil || e.size > c.limit {
		delete(c.entries, e.key)
		return
	}
	e.element = c.recent.PushFront(e)
	c.hold(e, e.size)
	for c.bytes > c.limit {
		c.evict(c.recent.Back())
	}
}

// entryBytes is what an entry takes beside its program and key.
const entryBytes = 512

func (c *cache) evict(el *list.Element) {
	e := c.recent.Remove(el).(*entry)
	delete(c.entries, e.key)
	c.hold(e, -e.size)
}

// hold counts the bytes that e begins or ends to hold.
func (c *cache) hold(e *entry, bytes int64) {
	c.bytes += bytes
	c.uses[e.key.loader].Bytes += uint64(bytes) // a negative number wraps, and the sum is none
}

func (c *cache) use(l Loader) lang.CacheUse {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.uses[l]
}

func (c *cache) stats() (hits, misses, entries int, bytes int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.hits, c.misses, c.recent.Len(), c.bytes
}
