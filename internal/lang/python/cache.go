package python

import (
	"container/list"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// defaultCacheBytes bounds the memory that compiled programs take, by an estimate.
const defaultCacheBytes = 4 << 20

// A program is all that a compiled program depends on.
type program struct {
	file, source string
	mode         py.Mode
}

// cost estimates the bytes that a source and its code keep alive.
func (p program) cost() int64 { return 2048 + int64(len(p.file)) + 16*int64(len(p.source)) }

// A cache holds the programs used last, within a bound in bytes.
type cache struct {
	max int64

	mu     sync.Mutex
	size   int64
	recent *list.List // of *entry, the last used first
	byKey  map[program]*list.Element
}

type entry struct {
	key  program
	code *code.Code
}

func newCache(max int64) *cache {
	return &cache{max: max, recent: list.New(), byKey: map[program]*list.Element{}}
}

// get returns nil when there is no such program.
func (c *cache) get(key program) *code.Code {
	c.mu.Lock()
	defer c.mu.Unlock()
	el := c.byKey[key]
	if el == nil {
		return nil
	}
	c.recent.MoveToFront(el)
	return el.Value.(*entry).code
}

// add keeps a program unless it alone is over the bound.
func (c *cache) add(key program, made *code.Code) {
	if key.cost() > c.max {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byKey[key] != nil {
		return
	}
	c.byKey[key] = c.recent.PushFront(&entry{key, made})
	c.size += key.cost()
	for c.size > c.max {
		last := c.recent.Back()
		oldest := last.Value.(*entry).key
		c.recent.Remove(last)
		delete(c.byKey, oldest)
		c.size -= oldest.cost()
	}
}
