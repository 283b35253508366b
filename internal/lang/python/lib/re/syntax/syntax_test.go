package syntax

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
)

func noName(string) (rune, bool) { return 0, false }

// TestErrors compares errors with Python 3.11's.
func TestErrors(t *testing.T) {
	f, err := os.Open("testdata/errors.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for s := bufio.NewScanner(f); s.Scan(); n++ {
		var c struct {
			P, M string
			B    bool
			Pos  int
		}
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		_, err := Parse([]rune(c.P), !c.B, 0, noName)
		var e *Error
		if !errors.As(err, &e) || e.Msg != c.M || e.Pos != c.Pos {
			t.Errorf("%q: got %#v, want %q at %d", c.P, err, c.M, c.Pos)
		}
	}
	if n < 100 {
		t.Errorf("%d cases", n)
	}
}

func TestOtherErrors(t *testing.T) {
	for _, c := range []struct {
		pattern string
		flags   Flags
		want    error
	}{
		{"a{99999999999}", 0, ErrTooLarge},
		{strings.Repeat("(", 5000), 0, ErrTooDeep},
		{"a", Locale, ValueError("cannot use LOCALE flag with a str pattern")},
		{"a", ASCII | Unicode, ValueError("ASCII and UNICODE flags are incompatible")},
	} {
		if _, err := Parse([]rune(c.pattern), true, c.flags, noName); err != c.want {
			t.Errorf("%.20q: got %v, want %v", c.pattern, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"(?P<a>b)(?P=a)", "[^a-z\\d]{2,3}?", "(?(1)a|b)", "(?i-s:.)", "\\N{x}", "(?<!a)b", "\\"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, pattern string, isStr bool) {
		text := Bytes(pattern)
		if isStr {
			text = Runes(strings.ToValidUTF8(pattern, "?"))
		}
		tree, err := Parse(text, isStr, 0, noName)
		var e *Error
		if errors.As(err, &e) && (e.Pos > len(text) || e.Pos < -1 || e.Msg == "") {
			t.Errorf("%q: %#v", pattern, e)
		}
		if err == nil {
			_, _, _ = ParseTemplate(text, isStr, tree)
		}
	})
}
