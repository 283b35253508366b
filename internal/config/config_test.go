package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var places = Places{Socket: "/run/s", StateDir: "/var/state"}

// write makes a configuration file.
func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "elided.hcl")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func variables(of map[string]string) func(string) (string, bool) {
	return func(name string) (string, bool) { v, ok := of[name]; return v, ok }
}

// TestLayers: a flag goes over a variable, a variable over the file, the file over the default.
func TestLayers(t *testing.T) {
	path := write(t, `
limits {
  timeout     = "1m"
  max_timeout = "2m"
  memory      = 67108864
  max_memory  = "1GiB"
}
sandbox { fs_roots = ["/a", "/b"] }
sessions { private = true }
`)
	c := New(places)
	if err := c.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	env := map[string]string{"ELIDED_MAX_TIMEOUT": "3m", "ELIDED_MAX_MEMORY": "2GiB", "ELIDED_ALLOW_UID": "1,2", "ELIDED_SPARE": ""}
	if err := c.ReadEnvironment(variables(env)); err != nil {
		t.Fatal(err)
	}
	if err := c.ReadFlags([]Setting{{"max-memory", []string{"3GiB", "4GiB"}}, {"fs-root", []string{"/c"}}, {"private", []string{"false"}}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct{ path, text, source string }{
		{"limits.timeout", "1m", path + ":3"},
		{"limits.max_timeout", "3m", "ELIDED_MAX_TIMEOUT"},
		{"limits.memory", "64MiB", path + ":5"},
		{"limits.max_memory", "4GiB", "--max-memory"},
		{"listener.allow_uids", "1,2", "ELIDED_ALLOW_UID"},
		{"sandbox.fs_roots", "/c", "--fs-root"},
		{"sessions.private", "false", "--private"},
		{"pool.spare", "2", "default"},
		{"listener.socket", "/run/s", "default"},
	} {
		block, name, _ := strings.Cut(want.path, ".")
		k, ok := c.key(block, name)
		if !ok || k.Text() != want.text || c.Source(k).String() != want.source {
			t.Errorf("%s: %q of %v, want %q of %s", want.path, k.Text(), c.Source(k), want.text, want.source)
		}
	}
	if c.Limits.MaxTimeout != 3*time.Minute || c.Limits.MaxMemory != 4<<30 || c.Sandbox.FSRoots[0] != "/c" {
		t.Errorf("%+v", c)
	}
}

// TestWrongFiles: what is wrong is named with file, line, column and the nearest name.
func TestWrongFiles(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"key", "limits {\n  timout = \"3s\"\n}", "2:3: there is no key timout in limits; did you mean timeout?"},
		{"key of nothing like it", "pool {\n  xyzzy = 1\n}", "2:3: there is no key xyzzy in pool"},
		{"block", "limit {}", "1:1: there is no block limit; did you mean limits?"},
		{"block with a name", "pool \"a\" {}", "1:6: the block pool has no name"},
		{"block in a block", "pool {\n  limits {}\n}", "2:3: there is no block limits in pool"},
		{"block twice", "pool {}\npool {}", "2:1: the block pool is there already, at line 1"},
		{"key outside", "spare = 3", "1:1: spare is in no block: write pool { spare = ... }"},
		{"key twice", "pool {\n spare = 1\n spare = 2\n}", "3:2: Attribute redefined: "},
		{"kind", "limits {\n  memory = true\n}", "2:12: limits.memory is a size such as \"64MiB\" or 67108864"},
		{"number for a duration", "limits {\n  timeout = 30\n}", "2:13: limits.timeout is a duration such as \"30s\""},
		{"text for a number", "pool {\n  spare = \"2\"\n}", "2:11: pool.spare is a number such as 128"},
		{"text for a switch", "sessions { private = \"yes\" }", "1:22: sessions.private is a true or false such as true"},
		{"text for a list", "sandbox { fs_roots = \"/\" }", "1:22: sandbox.fs_roots is a list of texts such as [\"one\", \"two\"]"},
		{"number in a list", "sandbox { fs_roots = [1] }", "1:22: sandbox.fs_roots is a list of texts"},
		{"null", "pool { spare = null }", "1:16: pool.spare is a number such as 128"},
		{"size", "limits { memory = \"64Q\" }", "1:10: limits.memory = 64Q is no size such as 64MiB, 512K or 65536"},
		{"fraction", "pool { spare = 1.5 }", "1:8: pool.spare = 1.5 is no whole number"},
		{"less", "pool { spare = 0 }", "1:8: pool.spare = 0 is less than 1"},
		{"much more", "pool { spare = 1e30 }", "1:8: pool.spare = 1000000000000000000000000000000 is too large"},
		{"far more", "pool { spare = 1e400000000 }", "1:8: pool.spare = about 2^1328771238 is no whole number"},
		{"large size", "limits { memory = \"9999999T\" }", "limits.memory = 9999999T is too large"},
		{"duration", "limits { timeout = \"-1s\" }", "1:10: limits.timeout = -1s is less than 0"},
		{"word", "log { level = \"inf\" }", "1:7: log.level = \"inf\" is not known: it is debug, info, warn or error; did you mean info?"},
		{"variable", "limits { timeout = x }", "1:20: Variables not allowed"},
		{"syntax", "limits {", "1:8: Unclosed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := write(t, test.text)
			err := New(places).ReadFile(path)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), path+":") {
				t.Errorf("%v\nwant %s", err, test.want)
			}
		})
	}
}

// TestEveryMistakeIsNamed: who mends a file should not find its mistakes one at a time.
func TestEveryMistakeIsNamed(t *testing.T) {
	err := New(places).ReadFile(write(t, "pool {\n  spare = 0\n  slot = 1\n}\nloog {}\n"))
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Error(err)
	}
}

func TestFilesThatAreNone(t *testing.T) {
	for _, path := range []string{filepath.Join(t.TempDir(), "none"), t.TempDir(), write(t, strings.Repeat("#", maxFile+1))} {
		if err := New(places).ReadFile(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Error(err)
		}
	}
}

// TestCombinations names both settings, and where each was made.
func TestCombinations(t *testing.T) {
	for _, test := range []struct {
		flag, value, want string
	}{
		{"max-timeout", "3s", "the default limits.timeout = 30s is more than --max-timeout 3s"},
		{"max-memory", "64MiB", "the default limits.memory = 128MiB is more than --max-memory 64MiB"},
		{"output-limit", "2GiB", "--output-limit 2GiB is more than the default limits.max_output = 1GiB"},
		{"memory-limit", "1MiB", "--memory-limit 1MiB is less than 32MiB"},
		{"max-code", "0", "--max-code 0 is less than 1"},
		{"max-code", "60MiB", "together more than 60MiB"},
		{"slots", "4097", "--slots 4097 is more than 4096"},
		{"state-dir", "", "--state-dir is required"},
	} {
		c := New(places)
		if err := c.ReadFlags([]Setting{{test.flag, []string{test.value}}}); err != nil {
			t.Fatal(err)
		}
		if err := c.Check(); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s %s: %v", test.flag, test.value, err)
		}
	}
	if err := New(places).Check(); err != nil {
		t.Error(err)
	}
}

// TestShownIsRead: what show prints makes the same configuration.
func TestShownIsRead(t *testing.T) {
	c := New(places)
	if err := c.ReadFlags([]Setting{{"fs-root", []string{"/a b", `/"${x}`}}, {"socket-owner", []string{"müller\n"}}, {"private", []string{"true"}}, {"keep-for", []string{"90m"}}}); err != nil {
		t.Fatal(err)
	}
	var shown strings.Builder
	if err := c.Show(&shown); err != nil {
		t.Fatal(err)
	}
	again := New(Places{})
	if err := again.ReadFile(write(t, shown.String())); err != nil {
		t.Fatal(err)
	}
	if changes := c.Changes(again); len(changes) > 0 {
		t.Errorf("%+v", changes)
	}
}

// TestCommentedChangesNothing, and every line of it that is a setting may be uncommented.
func TestCommentedChangesNothing(t *testing.T) {
	var b strings.Builder
	if err := New(Places{}).Commented(&b); err != nil {
		t.Fatal(err)
	}
	asIs, uncommented := New(Places{}), New(Places{})
	if err := asIs.ReadFile(write(t, b.String())); err != nil || len(asIs.sources) != 0 {
		t.Fatal(err, asIs.sources)
	}
	var lines []string
	for line := range strings.Lines(b.String()) {
		if body, is := strings.CutPrefix(line, "  # "); is && strings.Contains(body, " = ") {
			line = body
		}
		lines = append(lines, line)
	}
	if err := uncommented.ReadFile(write(t, strings.Join(lines, ""))); err != nil || len(uncommented.sources) != len(asIs.keys) {
		t.Error(err, len(uncommented.sources))
	}
}

func TestAdopt(t *testing.T) {
	c, next := New(places), New(places)
	if err := next.ReadFlags([]Setting{{"timeout", []string{"1s"}}, {"spare", []string{"7"}}}); err != nil {
		t.Fatal(err)
	}
	if got := c.Changes(next); len(got) != 2 {
		t.Fatal(got)
	}
	c.Adopt(next, func(k Key) bool { return k.Reload })
	if got := c.Changes(next); len(got) != 1 || got[0].From != "2" || got[0].To != "7" || got[0].Key.Flag != "spare" {
		t.Error(got)
	}
}

func TestUnknownVariables(t *testing.T) {
	got := New(places).UnknownVariables([]string{"ELIDED_SPARES=secret", "ELIDED_SPARE=1", "PATH=/", "ELIDED_CONFIG=x"})
	if len(got) != 1 || got[0] != "ELIDED_SPARES is no setting; did you mean ELIDED_SPARE?" {
		t.Error(got)
	}
}

// TestTable keeps the table of keys in order: every name once, at most sixty.
func TestTable(t *testing.T) {
	seen := map[string]bool{}
	keys := New(places).Keys()
	for _, k := range keys {
		if seen[k.Path()] || seen[k.Flag] || k.Doc == "" || strings.HasSuffix(k.Doc, ".") {
			t.Errorf("%s", k.Path())
		}
		seen[k.Path()], seen[k.Flag] = true, true
		if k.Default != "" && k.Text() != k.Default {
			t.Errorf("%s: the default %s is shown as %s", k.Path(), k.Default, k.Text())
		}
	}
	if len(keys) > 60 {
		t.Errorf("%d keys are too many", len(keys))
	}
}

func FuzzFile(f *testing.F) {
	f.Add("limits {\n  timeout = \"1m\"\n}")
	f.Add("sandbox { fs_roots = [\"/a\", \"${1}\"] }")
	f.Add("pool { spare = 1e400000000 }")
	f.Fuzz(func(t *testing.T, text string) {
		c := New(places)
		if c.read("x", []byte(text)) == nil {
			_ = c.Check() // must not panic
		}
	})
}

// TestWarnings: without tokens a TCP door without TLS goes around who may use the socket.
func TestWarnings(t *testing.T) {
	for name, c := range map[string]struct {
		listener string
		want     int
	}{
		"nothing":        {"", 0},
		"without tokens": {"tcp_insecure = true\ntcp = \"127.0.0.1:1\"", 1},
		"no TCP":         {"tcp_insecure = true", 0},
		"with a token":   {"tcp_insecure = true\ntcp = \"127.0.0.1:1\"\ntokens = [\"a=read=sha256:00\"]", 0},
		"with TLS":       {"tcp = \"127.0.0.1:1\"", 0},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, "listener {\n"+c.listener+"\n}\n")
			config := New(places)
			if err := config.ReadFile(path); err != nil {
				t.Fatal(err)
			}
			got := config.Warnings()
			if len(got) != c.want || c.want > 0 && !strings.Contains(got[0], path+":2:") {
				t.Errorf("%q", got)
			}
		})
	}
}
