package executor

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang"
)

// FuzzValidateRequest makes requests of what the fuzzer chooses. Those that are
// accepted keep the promises that everything after relies on.
func FuzzValidateRequest(f *testing.F) {
	f.Add("", "", "print(1)", "py", "", "a", "K", "v", "lib/a.star", "/", []byte("in"), int64(0), uint64(0), 0)
	f.Add("s", "job/1", "", "JS", "x.js", "", "A=B", "\x00", "../x", "rel", []byte{}, int64(-1), uint64(1<<40), -1)
	f.Add("é", "a b", "\xff", "cobol", "a\nb", "\xff", "", "", "..x", "/\x00", []byte{0xff}, int64(time.Hour), uint64(1), 1<<30)
	f.Add("s", "x", "c", "starlark", "n", "a", "k", "v", "..", "/d", []byte("i"), int64(time.Minute), uint64(9), 3)
	c := Config{MaxTimeout: time.Minute, MaxCode: 1_000, MaxEnv: 100, MaxInput: 100}.withDefaults()
	f.Fuzz(func(t *testing.T, session, id, code, language, name, arg, key, value, file, dir string, stdin []byte, timeout int64, output uint64, timers int) {
		r := Request{
			Session: session, ID: id, Code: code, Language: language, Name: name, Args: []string{arg}, Env: map[string]string{key: value},
			Files: map[string]string{file: code}, Dir: dir, Stdin: stdin, Group: id, Labels: map[string]string{key: value},
			Limits: Limits{Timeout: time.Duration(timeout), Output: output, Timers: timers},
		}
		if err := r.normalize(&c); err != nil {
			checkRefusal(t, err)
			return
		}
		checkAccepted(t, &r, &c)
		again := r
		if err := again.normalize(&c); err != nil {
			t.Errorf("accepted, then refused: %v", err)
		}
		first, err1 := r.digest([]byte("key"))
		second, err2 := again.digest([]byte("key"))
		if err1 != nil || err2 != nil || first != second {
			t.Errorf("digests differ: %v, %v", err1, err2)
		}
	})
}

func checkRefusal(t *testing.T, err error) {
	var e *Error
	if !errors.As(err, &e) || e.Field == "" || e.Kind != Invalid && e.Kind != FailedPrecondition {
		t.Errorf("refused with %#v", err)
	}
	if !utf8.ValidString(err.Error()) || len(err.Error()) > 2_000 {
		t.Errorf("message of %d bytes: %.100q", len(err.Error()), err.Error())
	}
}

func checkAccepted(t *testing.T, r *Request, c *Config) {
	if _, ok := lang.Lookup(r.Language); !ok || r.Name == "" || r.Session == "" || r.Dir == "" {
		t.Errorf("accepted %+v", r)
	}
	for p := range r.Files {
		if !filepath.IsLocal(p) || p != filepath.Clean(p) {
			t.Errorf("accepted the file %q", p)
		}
	}
	if l := r.Limits; l.Timeout < 0 || l.Timeout > c.MaxTimeout || l.Output > c.MaxOutput || l.Timers < 0 {
		t.Errorf("accepted limits %+v", l)
	}
	for _, s := range []string{r.Session, r.ID, r.Code, r.Name, r.Dir, r.Args[0]} {
		if !utf8.ValidString(s) { // a frame to a worker can't carry it
			t.Errorf("accepted %q", s)
		}
	}
	if strings.Contains(r.Name+r.Dir, "\x00") {
		t.Errorf("accepted NUL in %q, %q", r.Name, r.Dir)
	}
}

// FuzzSessionConfig normalizes what the fuzzer chooses, twice.
func FuzzSessionConfig(f *testing.F) {
	f.Add("py", "io", uint64(0), int64(0), uint64(0), 0, false)
	f.Add("Cobol", "net", uint64(1), int64(-1), uint64(1<<50), -1, true)
	f.Fuzz(func(t *testing.T, language, intrinsic string, memory uint64, timeout int64, output uint64, timers int, ai bool) {
		c, e := Config{MaxTimeout: time.Minute}.withDefaults(), &Executor{}
		e.settings.Store(&c)
		given := SessionConfig{
			Languages: []string{language}, Intrinsics: []string{intrinsic}, MemoryMiB: memory, AI: ai,
			Limits: Limits{Timeout: time.Duration(timeout), Output: output, Timers: timers},
		}
		normal, err := e.normalizeSession(given)
		if err != nil {
			checkRefusal(t, err)
			return
		}
		if again, err := e.normalizeSession(normal); err != nil || len(again.Languages) != 1 || again.Languages[0] != normal.Languages[0] {
			t.Errorf("%+v, then %+v, %v", normal, again, err)
		}
	})
}
