package worker

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang"
)

// maxStock bounds the pristine instances of one language: about as many as end
// at once under load. An instance is some tens of kilobytes.
const maxStock = 16

// A stock holds instances that have run nothing, so that a start doesn't wait for
// one to be made. Each that is taken is made up for when its run has ended.
type stock struct {
	runtimes map[string]lang.Runtime

	mu   *sync.Mutex
	idle map[string][]lang.Instance
}

func newStock(runtimes map[string]lang.Runtime) stock {
	return stock{runtimes: runtimes, mu: new(sync.Mutex), idle: make(map[string][]lang.Instance)}
}

// take returns a pristine instance; ok is false for a language not built in.
func (s stock) take(language string) (_ lang.Instance, ok bool) {
	s.mu.Lock()
	idle := s.idle[language]
	if n := len(idle); n > 0 {
		instance := idle[n-1]
		s.idle[language] = idle[:n-1]
		s.mu.Unlock()
		return instance, true
	}
	s.mu.Unlock()
	r, ok := s.runtimes[language]
	if !ok {
		return nil, false
	}
	return r.Prepare(), true
}

// refill makes one instance more, up to maxStock.
func (s stock) refill(language string) {
	if r, ok := s.runtimes[language]; ok && s.count(language) < maxStock {
		s.put(language, r.Prepare())
	}
}

// warm makes instances until there are n, at most maxStock.
func (s stock) warm(language string, n int) {
	for s.count(language) < min(n, maxStock) {
		if _, ok := s.runtimes[language]; !ok {
			return
		}
		s.refill(language)
	}
}

func (s stock) count(language string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.idle[language])
}

func (s stock) put(language string, i lang.Instance) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.idle[language]) < maxStock {
		s.idle[language] = append(s.idle[language], i)
	}
}
