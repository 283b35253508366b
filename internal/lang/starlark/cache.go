package starlark

import (
	"container/list"
	"sync"

	sl "go.starlark.net/starlark"
)

// A source is all that a compiled program depends on.
type source struct{ name, code string }

// cost estimates the bytes that a source and its program keep alive: a program
// was measured to hold 7 times its source, and 1 KiB when tiny.
func (s source) cost() int64 {
	return 2048 + int64(len(s.name)) + 8*int64(len(s.code))
}

// A cache holds the programs used last, within a bound in bytes.
type cache struct {
	max int64

	mu     sync.Mutex
	size   int64
	recent *list.List // of *entry, the last used first
	byKey  map[source]*list.Element
}

type entry struct {
	key  source
	prog *sl.Program
}

func newCache(max int64) *cache {
	return &cache{max: max, recent: list.New(), byKey: make(map[source]*list.Element)}
}

// get returns nil when there is no such program.
func (c *cache) get(key source) *sl.Program {
	c.mu.Lock()
	defer c.mu.Unlock()
	el := c.byKey[key]
	if el == nil {
		return nil
	}
	c.recent.MoveToFront(el)
	return el.Value.(*entry).prog
}

// add keeps prog unless it alone is over the bound.
func (c *cache) add(key source, prog *sl.Program) {
	if key.cost() > c.max {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byKey[key] != nil {
		return
	}
	c.byKey[key] = c.recent.PushFront(&entry{key, prog})
	c.size += key.cost()
	for c.size > c.max {
		c.evict()
	}
}

func (c *cache) evict() {
	last := c.recent.Back()
	key := last.Value.(*entry).key
	c.recent.Remove(last)
	delete(c.byKey, key)
	c.size -= key.cost()
}
