package pool

import (
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

func TestCacheUse(t *testing.T) {
	w := &worker{}
	if err := w.cacheUse([]*workerv1.CacheUse{{Language: "python", Hits: 3, Misses: 2, Bytes: 100}}); err != nil {
		t.Fatal(err)
	}
	for name, u := range map[string]*workerv1.CacheUse{
		"no language":    {Language: "mark"},
		"an alias":       {Language: "py"},
		"too many":       {Language: "python", Hits: 1<<40 + 1, Misses: 2},
		"too large":      {Language: "python", Hits: 3, Misses: 2, Bytes: 1 << 63},
		"nothing at all": {},
	} {
		if err := w.cacheUse([]*workerv1.CacheUse{u}); !isViolation(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := w.cacheUse([]*workerv1.CacheUse{{Language: "python", Hits: 1, Misses: 1, Bytes: 100}}); err != nil {
		t.Errorf("fewer than before: %v", err)
	}
	sum := Caches{}
	w.addCaches(sum, true)
	w.addCaches(sum, false)
	if got, want := sum["python"], (lang.CacheUse{Hits: 6, Misses: 4, Bytes: 100}); got != want || len(sum) != 1 {
		t.Errorf("%+v, want %+v", sum, want)
	}
}
