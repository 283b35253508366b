package machine

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
)

// A recorded case is what Python 3.11 says of a pattern and a text: of match, of fullmatch
// and of finditer. Each match is where its groups begin and end, and lastindex.
type recorded struct {
	P, T string
	F    syntax.Flags
	B    bool
	W    [3]any
}

func cases(t *testing.T) (list []recorded) {
	f, err := os.Open("testdata/matches.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		var c recorded
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		list = append(list, c)
	}
	if len(list) < 1000 {
		t.Fatalf("%d cases", len(list))
	}
	return list
}

func program(t *testing.T, pattern string, isStr bool, f syntax.Flags) *Program {
	t.Helper()
	tree, err := syntax.Parse([]rune(pattern), isStr, f, nil)
	if err != nil {
		t.Fatalf("%q: %v", pattern, err)
	}
	p, err := Compile(tree, isStr)
	if err != nil {
		t.Fatalf("%q: %v", pattern, err)
	}
	return p
}

// A poller is a Poller.
type poller func() error

func (p poller) Poll() error { return p() }

func never() error { return nil }

// TestMatches compares with Python, with the memo in use late and at once.
func TestMatches(t *testing.T) {
	for _, c := range cases(t) {
		p := program(t, c.P, !c.B, c.F)
		for _, patience := range []int{4, -1} {
			m := p.NewMatcher(c.T, len([]rune(c.T)) == len(c.T), poller(never))
			m.patience = patience
			if got := [3]any{one(m, Match), one(m, Full), all(m)}; !reflect.DeepEqual(got, c.W) {
				t.Errorf("%q %d %q, patience %d:\n got %v\nwant %v", c.P, c.F, c.T, patience, got, c.W)
			}
		}
	}
}

func one(m *Matcher, mode Mode) any {
	if ok, _ := m.Find(0, mode, false); !ok {
		return nil
	}
	return groups(m)
}

func all(m *Matcher) any {
	list := []any{}
	for from, advance := 0, false; ; {
		if ok, _ := m.Find(from, Search, advance); !ok {
			return list
		}
		list = append(list, groups(m))
		from, advance = int(m.Places[1]), m.Places[0] == m.Places[1]
	}
}

// groups are the groups in characters, as JSON has them.
func groups(m *Matcher) any {
	var list []any
	for _, p := range m.Places {
		if p >= 0 && !m.ascii {
			p = int32(len([]rune(m.text[:p])))
		}
		list = append(list, float64(p))
	}
	return append(list, float64(m.Last))
}

// TestLinear counts the steps of searches that take backtracking exponential time, or
// quadratic.
func TestLinear(t *testing.T) {
	long := strings.Repeat("a", 20_000)
	for _, c := range []struct{ pattern, text string }{
		{"(a+a+)+y", long}, {"a*b", long}, {"(a|aa)+$", long + "b"}, {"(.*)(.*)(.*)x", long}, {"(a|)*b", long},
		{"((a|)*|c)*b", long}, {"a{0,50}a{0,50}b", long}, {`\w+@\w+`, long}, {`(\w+\s?)+$`, strings.Repeat("aaa ", 5000) + "!"},
		{"(?:(?:ab|a)?b?)*c", strings.Repeat("ab", 10_000)}, {"(?:.*?,){11}P", strings.Repeat("1,", 10_000)}, {"(é+é+)+y", strings.Repeat("é", 10_000)},
		{"(?:a|b|ab){1,50}c", strings.Repeat("ab", 10_000)}, {"(a*?)*?b", long}, {"(?>a)(a*)*b", long}, {"(?=a)(?<!b)(a|aa)+$", long + "b"},
	} {
		polls := 0
		m := program(t, c.pattern, true, 0).NewMatcher(c.text, c.text[0] == 'a', poller(func() error {
			polls++
			return nil
		}))
		ok, err := m.Find(0, Search, false)
		if ok || err != nil {
			t.Errorf("%q: %v, %v", c.pattern, ok, err)
		}
		if steps := polls * pollSteps; steps > 1000*len(c.text) {
			t.Errorf("%q: %d steps", c.pattern, steps)
		}
	}
}

// TestInterrupt ends a search that would never end.
func TestInterrupt(t *testing.T) {
	stop := errors.New("stop")
	for _, pattern := range []string{`(a+a+)+\1y`, `(?>(?:a*)*b)`, `(?:(?:a|aa){1,9999}){1,9999}b`} {
		polls := 0
		m := program(t, pattern, true, 0).NewMatcher(strings.Repeat("a", 100), true, poller(func() error {
			if polls++; polls > 3 {
				return stop
			}
			return nil
		}))
		if ok, err := m.Find(0, Search, false); ok || err != stop {
			t.Errorf("%q: %v, %v", pattern, ok, err)
		}
	}
}

// TestTooLarge bounds what a short pattern compiles to.
func TestTooLarge(t *testing.T) {
	for _, pattern := range []string{"(?:(?:(?:(?:ab){1000}){1000}){1000}){1000}", strings.Repeat("(?:ab){1000}", 1000)} {
		if p := program(t, pattern, true, 0); len(p.code) > 3*maxCopied {
			t.Errorf("%.40q: %d instructions", pattern, len(p.code))
		}
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("(a|b)*?c", "abc", uint16(0))
	f.Fuzz(func(t *testing.T, pattern, text string, flags uint16) {
		tree, err := syntax.Parse(syntax.Bytes(pattern), false, syntax.Flags(flags)&^syntax.Debug, nil)
		if err != nil {
			return
		}
		p, err := Compile(tree, false)
		if err != nil {
			return
		}
		polls := 0
		m := p.NewMatcher(text, true, poller(func() error {
			if polls++; polls > 20 {
				return errors.New("slow")
			}
			return nil
		}))
		_, _ = m.Find(0, Search, true)
	})
}
