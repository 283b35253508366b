package client

import (
	"strings"
	"testing"
)

func TestID(t *testing.T) {
	for text, want := range map[string]string{
		"6f2c9f0a-alloc/web/0123abcd": "6f2c9f0a-alloc/web/0123abcd",
		"a/my task/b":                 "a/my%20task/b",
		"a/größe/b":                   "a/gr%C3%B6%C3%9Fe/b",
		"a/my%20task/b":               "a/my%2520task/b",
		"a/\x00\n\x7f/b":              "a/%00%0A%7F/b",
	} {
		if got := ID(text); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
	long := strings.Repeat("ö", 128)
	a, b := ID(long+"a"), ID(long+"b")
	if a == b || len(a) != maxID || a != ID(long+"a") {
		t.Errorf("%s and %s", a, b)
	}
	for _, c := range []byte(a + b) {
		if c <= ' ' || c > '~' {
			t.Errorf("%q", c)
		}
	}
}
