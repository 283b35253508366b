package re

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

const (
	// maxCache is how many bytes the patterns of a process's cache may take.
	maxCache = 16 << 20
	// maxCached is how many one of them may take.
	maxCached = maxCache / 16
)

type cacheKey struct {
	text  string
	isStr bool
	flags syntax.Flags
}

// patterns are those that were compiled, for all executions: each pattern is a function
// of its key.
var patterns struct {
	sync.Mutex
	list map[cacheKey]*Pattern
	size int
}

// cached is the pattern of a Str or Bytes.
func cached(t *py.Thread, source py.Object, flags syntax.Flags) (*Pattern, error) {
	_, isStr := source.(*py.Str)
	key := cacheKey{textOf(source), isStr, flags}
	patterns.Lock()
	p := patterns.list[key]
	patterns.Unlock()
	if p != nil {
		return p, nil
	}
	p, err := build(t, source, flags)
	if err == nil {
		keep(key, p)
	}
	return p, err
}

func keep(key cacheKey, p *Pattern) {
	size := p.size()
	if size > maxCached {
		return
	}
	patterns.Lock()
	defer patterns.Unlock()
	if patterns.list == nil || patterns.size+size > maxCache {
		patterns.list, patterns.size = map[cacheKey]*Pattern{}, 0
	}
	if patterns.list[key] == nil {
		patterns.list[key] = p
		patterns.size += size
	}
}

// size is roughly how many bytes of memory a pattern takes.
func (p *Pattern) size() int {
	return 500 + 2*len(textOf(p.source)) + p.prog.Size() + 100*p.tree.Groups
}
