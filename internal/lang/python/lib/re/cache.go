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
		return p, p.warnOnce(t, key)
	}
	p, err := build(t, source, flags)
	if err != nil {
		return nil, err
	}
	keep(key, p)
	return p, p.warnOnce(t, key)
}

// warned are the keys of the patterns of which an execution has been warned.
type warned map[cacheKey]bool

type warnedKey struct{}

// maxWarned is how many an execution remembers; then all are forgotten.
const maxWarned = 500

// warnOnce gives a pattern's warnings when an execution has it for the first time.
func (p *Pattern) warnOnce(t *py.Thread, key cacheKey) error {
	if len(p.tree.Warnings) == 0 {
		return nil
	}
	seen, _ := t.In.Data[warnedKey{}].(warned)
	if seen[key] {
		return nil
	}
	if err := warn(t, p.tree.Warnings); err != nil {
		return err
	}
	if seen == nil || len(seen) >= maxWarned || len(key.text) > maxCached {
		seen = warned{}
		t.In.Data[warnedKey{}] = seen
	}
	seen[key] = true
	return nil
}

func warn(t *py.Thread, warnings []syntax.Warning) error {
	for _, w := range warnings {
		class := py.DeprecationWarning
		if w.Future {
			class = py.FutureWarning
		}
		if err := t.Warn(class, "%s", w.Text); err != nil {
			return err
		}
	}
	return nil
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
