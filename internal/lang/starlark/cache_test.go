package starlark

import "testing"

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
