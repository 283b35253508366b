package pool

import (
	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// Caches is what the workers' caches of compiled programs have done and hold, by language.
type Caches map[string]lang.CacheUse

// maxCacheUse bounds what a worker may say of a cache, so that no sum of it overflows: an
// honest one is not there in a hundred years.
const maxCacheUse = 1 << 40

// cacheUse takes a worker's word on its caches. It is believed: nothing follows from it
// but a metric, whose counters mustn't fall and whose labels are languages.
func (w *worker) cacheUse(list []*workerv1.CacheUse) error {
	if len(list) == 0 {
		return nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, u := range list {
		if max(u.GetHits(), u.GetMisses(), u.GetBytes()) > maxCacheUse {
			return violation("a cache of %s that has done or holds more than can be", u.GetLanguage())
		}
		before, known := w.caches[u.GetLanguage()]
		if l, ok := lang.Lookup(u.GetLanguage()); !known && (!ok || l.Name != u.GetLanguage()) {
			return violation("the cache of a language that there isn't")
		}
		if w.caches == nil {
			w.caches = Caches{}
		}
		w.caches[u.GetLanguage()] = lang.CacheUse{
			Hits: max(before.Hits, u.GetHits()), Misses: max(before.Misses, u.GetMisses()), Bytes: u.GetBytes(),
		}
	}
	return nil
}

// addCaches adds what the worker's caches have done to a sum and, if it lives, what they
// hold.
func (w *worker) addCaches(sum Caches, lives bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for language, use := range w.caches {
		s := sum[language]
		s.Hits += use.Hits
		s.Misses += use.Misses
		if lives {
			s.Bytes += use.Bytes
		}
		sum[language] = s
	}
}
