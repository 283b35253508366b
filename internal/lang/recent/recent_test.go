package recent

import (
	"fmt"
	"strings"
	"testing"
)

type program struct{ _ byte }

type source struct{ name, code string }

func (s source) Cost() int64 { return 2048 + int64(len(s.name)) + 8*int64(len(s.code)) }

func TestCacheKeepsWhatWasUsedLast(t *testing.T) {
	prog := new(program)
	key := func(name string) source { return source{name, strings.Repeat("x", 1000)} }
	c := New[source, *program](3 * key("a").Cost())
	for _, name := range []string{"a", "b", "c"} {
		c.Add(key(name), prog)
	}
	c.Get(key("a"))
	c.Add(key("d"), prog)
	for name, want := range map[string]bool{"a": true, "b": false, "c": true, "d": true} {
		if _, got := c.Get(key(name)); got != want {
			t.Errorf("%s is there: %v; want %v", name, got, want)
		}
	}
}

func TestCacheIsBounded(t *testing.T) {
	const limit = 100_000
	c := New[source, *program](limit)
	var sum int64
	for i := range 1000 {
		c.Add(source{"a", fmt.Sprintf("%0*d", i*20, i)}, new(program))
	}
	for key := range c.byKey {
		sum += key.Cost()
	}
	if sum > limit || sum != c.size || len(c.byKey) != c.recent.Len() || len(c.byKey) == 0 {
		t.Errorf("%d entries of %d bytes, by its own account %d", len(c.byKey), sum, c.size)
	}
}

func TestCacheKeyIsTheWholeName(t *testing.T) {
	c := New[source, *program](1 << 20)
	c.Add(source{"ab", "c"}, new(program))
	if _, found := c.Get(source{"a", "bc"}); found {
		t.Error("name and code are mixed up")
	}
}
