package sandbox

import (
	"strings"
	"testing"
)

func TestParseMode(t *testing.T) {
	for name, want := range map[string]Mode{"": Require, "require": Require, "best-effort": BestEffort, "off": Off} {
		if got, err := ParseMode(name); err != nil || got != want {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
	if _, err := ParseMode("on"); err == nil || !strings.Contains(err.Error(), "best-effort") {
		t.Errorf("error %v does not name the modes", err)
	}
}

func TestEnough(t *testing.T) {
	for _, c := range []struct {
		in    string
		lacks []string // empty is enough
	}{
		{"seccomp landlock", nil},
		{"seccomp namespaces empty_root", nil},
		{"seccomp namespaces empty_root landlock", nil},
		{"seccomp namespaces", []string{"landlock", "empty_root"}},
		{"seccomp empty_root", []string{"landlock", "namespaces"}},
		{"seccomp", []string{"landlock", "namespaces", "empty_root"}},
		{"landlock namespaces empty_root", []string{"seccomp"}},
		{"", []string{"seccomp", "landlock", "namespaces", "empty_root"}},
	} {
		var layers []Layer
		for _, name := range []string{Seccomp, Landlock, Namespaces, EmptyRoot} {
			in := strings.Contains(" "+c.in+" ", " "+name+" ")
			layers = append(layers, Layer{Name: name, InForce: in, Detail: "why-" + name, Remedy: "get-" + name})
		}
		err := Enough(layers)
		if (err == nil) != (c.lacks == nil) {
			t.Errorf("%q: %v", c.in, err)
		}
		for _, name := range c.lacks {
			if err == nil || !strings.Contains(err.Error(), name+" (why-"+name+"): get-"+name) {
				t.Errorf("%q: error %v does not name %s and its remedy", c.in, err, name)
			}
		}
	}
	if Enough(nil) == nil {
		t.Error("nothing is enough")
	}
}

func TestOutside(t *testing.T) {
	for text, want := range map[string]int{
		"         0          0 4294967295\n": 0,
		"         0      65534          1\n": 65534,
		"         5         99          1\n": 0,
		"":                                   0,
	} {
		if got := outside(text, 0); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// TestEveryLayerHasARemedy: what is missing is never without advice.
func TestEveryLayerHasARemedy(t *testing.T) {
	s := NewSpawner(BestEffort, "/proc/self/exe")
	defer s.Close()
	var layers []Layer
	for _, name := range []string{UID, Descriptors, Namespaces, EmptyRoot, Capabilities, NoNewPrivs, Landlock, Rlimits, Environment, Undumpable, Seccomp} {
		layers = append(layers, Layer{Name: name, Detail: "why"})
	}
	for _, l := range s.Explain(layers) {
		if l.Remedy == "" {
			t.Errorf("%s has none", l.Name)
		}
	}
}
