// Package recent keeps what languages have compiled and may need again.
package recent

import (
	"container/list"
	"sync"

	"github.com/elide-dev/elided/internal/lang"
)

// A Key is all that a compiled program depends on.
type Key interface {
	comparable
	// Cost estimates the bytes that the key and its program keep alive.
	Cost() int64
}

// A Cache holds the programs used last, within a bound in bytes. It is safe for
// concurrent use.
type Cache[K Key, V any] struct {
	max int64

	mu           sync.Mutex
	size         int64
	recent       *list.List // of *entry[K, V], the last used first
	byKey        map[K]*list.Element
	hits, misses uint64
}

type entry[K Key, V any] struct {
	key   K
	value V
}

// New returns a cache of at most max bytes.
func New[K Key, V any](max int64) *Cache[K, V] {
	return &Cache[K, V]{max: max, recent: list.New(), byKey: make(map[K]*list.Element)}
}

// Get returns the program of a key, and whether there is one.
func (c *Cache[K, V]) Get(key K) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	el := c.byKey[key]
	if el == nil {
		c.misses++
		var none V
		return none, false
	}
	c.hits++
	c.recent.MoveToFront(el)
	return el.Value.(*entry[K, V]).value, true
}

// Add keeps a program unless it alone is over the bound.
func (c *Cache[K, V]) Add(key K, value V) {
	if key.Cost() > c.max {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byKey[key] != nil {
		return
	}
	c.byKey[key] = c.recent.PushFront(&entry[K, V]{key, value})
	c.size += key.Cost()
	for c.size > c.max {
		c.evict()
	}
}

func (c *Cache[K, V]) evict() {
	last := c.recent.Back()
	key := last.Value.(*entry[K, V]).key
	c.recent.Remove(last)
	delete(c.byKey, key)
	c.size -= key.Cost()
}

// Use says what the cache has done and holds.
func (c *Cache[K, V]) Use() lang.CacheUse {
	c.mu.Lock()
	defer c.mu.Unlock()
	return lang.CacheUse{Hits: c.hits, Misses: c.misses, Bytes: uint64(c.size)}
}
