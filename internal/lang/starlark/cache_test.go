package starlark

import (
	"fmt"
	"strings"
	"testing"

	sl "go.starlark.net/starlark"
)

func TestCacheKeepsWhatWasUsedLast(t *testing.T) {
	prog := new(sl.Program)
	key := func(name string) source { return source{name, strings.Repeat("x", 1000)} }
	c := newCache(3 * key("a").cost())
	for _, name := range []string{"a", "b", "c"} {
		c.add(key(name), prog)
	}
	c.get(key("a"))
	c.add(key("d"), prog)
	for name, want := range map[string]bool{"a": true, "b": false, "c": true, "d": true} {
		if got := c.get(key(name)) != nil; got != want {
			t.Errorf("%s is there: %v; want %v", name, got, want)
		}
	}
}

func TestCacheIsBounded(t *testing.T) {
	const limit = 100_000
	c := newCache(limit)
	var sum int64
	for i := range 1000 {
		c.add(source{"a", fmt.Sprintf("%0*d", i*20, i)}, new(sl.Program))
	}
	for key := range c.byKey {
		sum += key.cost()
	}
	if sum > limit || sum != c.size || len(c.byKey) != c.recent.Len() || len(c.byKey) == 0 {
		t.Errorf("%d entries of %d bytes, by its own account %d", len(c.byKey), sum, c.size)
	}
}

func TestCacheTellsSourcesApart(t *testing.T) {
	r := New(Options{})
	one, err := r.compile("a.star", "x = 1")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []source{{"a.star", "x = 2"}, {"b.star", "x = 1"}} {
		if other, err := r.compile(s.name, s.code); err != nil || other == one {
			t.Errorf("%v is taken for another source, or not compiled: %v", s, err)
		}
	}
	if again, _ := r.compile("a.star", "x = 1"); again != one {
		t.Error("a program is compiled twice")
	}
}

func TestCacheKeyIsTheWholeName(t *testing.T) {
	c := newCache(1 << 20)
	c.add(source{"ab", "c"}, new(sl.Program))
	if c.get(source{"a", "bc"}) != nil {
		t.Error("name and code are mixed up")
	}
}
