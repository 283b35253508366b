package worker

import (
	"slices"
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// A cached is a language that keeps programs compiled, and what the daemon knows of that.
type cached struct {
	language string
	runtime  lang.Caching
	told     lang.CacheUse
}

// A caches tells the daemon what the languages' caches do. Its lock is taken with others
// held, and none but the caches' own with it.
type caches struct {
	mu  sync.Mutex
	all []cached
}

func newCaches(runtimes map[string]lang.Runtime) *caches {
	c := &caches{}
	for name, r := range runtimes {
		if r, ok := r.(lang.Caching); ok {
			c.all = append(c.all, cached{language: name, runtime: r})
		}
	}
	slices.SortFunc(c.all, func(a, b cached) int { return strings.Compare(a.language, b.language) })
	return c
}

// news is what has changed since it was told. It goes with a frame of the current
// connection that is about to be sent: it is called with the worker's lock, so that frames
// tell it in its order.
func (c *caches) news() (list []*workerv1.CacheUse) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range c.all {
		use := c.all[i].runtime.CacheUse()
		if use == c.all[i].told {
			continue
		}
		c.all[i].told = use
		list = append(list, &workerv1.CacheUse{Language: c.all[i].language, Hits: use.Hits, Misses: use.Misses, Bytes: use.Bytes})
	}
	return list
}

// forget has all told anew: a connection is there that knows nothing.
func (c *caches) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range c.all {
		c.all[i].told = lang.CacheUse{}
	}
}
