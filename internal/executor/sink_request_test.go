package executor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSinkRefusals names the field at fault.
func TestSinkRefusals(t *testing.T) {
	e := begin(t, nil)
	dir := t.TempDir()
	good, link := filepath.Join(dir, "good"), filepath.Join(dir, "link")
	if err := os.WriteFile(good, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(good, link); err != nil {
		t.Fatal(err)
	}
	own := Caller{Peer: true, UID: uint32(os.Geteuid())}
	stranger := Caller{Peer: true, UID: own.UID + 1}
	for name, c := range map[string]struct {
		path string
		by   Caller
		kind Kind
	}{
		"another user":  {good, stranger, PermissionDenied},
		"relative":      {"fifo", own, Invalid},
		"unclean":       {dir + "/../x", own, Invalid},
		"slash at end":  {good + "/", own, Invalid},
		"NUL":           {good + "\x00", own, Invalid},
		"not UTF-8":     {good + "\xff", own, Invalid},
		"long":          {"/" + strings.Repeat("x", maxSinkPath), own, Invalid},
		"missing":       {dir + "/missing", own, NotFound},
		"below a file":  {good + "/x", own, NotFound},
		"link":          {link, own, Invalid},
		"directory":     {dir, own, Invalid},
		"device":        {"/dev/full", own, Invalid},
		"link of /proc": {"/proc/self/fd/0", own, Invalid},
	} {
		for _, field := range []string{"stdout_sink", "stderr_sink"} {
			r := withSinks("", c.path, "")
			if field == "stderr_sink" {
				r = withSinks("", "", c.path)
			}
			r.Caller = c.by
			_, err := e.Submit(r)
			t.Run(name+"/"+field, func(t *testing.T) {
				wantError(t, err, c.kind, field)
				if c.kind == NotFound && !strings.Contains(err.Error(), c.path) {
					t.Errorf("the path is missing in %v", err)
				}
			})
		}
	}
	r := withSinks("print(1)", good, "")
	r.Caller = own
	delivered(t, submit(t, e, r))
	if got, err := os.ReadFile(good); err != nil || string(got) != "1\n" {
		t.Errorf("%q, %v", got, err)
	}
	e.delivering.Wait()
	if u := own.account(); !e.descriptors.Take(u, e.descriptors.Share(u)) {
		t.Error("descriptors were not given back")
	}
}

// TestSinkThatDiscards: what is written to /dev/null leaves the record too, and needs no
// reader. Nomad has it for the FIFOs of a task whose logs are disabled.
func TestSinkThatDiscards(t *testing.T) {
	e := begin(t, nil)
	const lines = 300_000
	r := withSinks(numbered(lines), os.DevNull, os.DevNull)
	r.Limits.Output = 2 << 20
	x := submit(t, e, r)
	if s := delivered(t, x); s.State != Completed || s.StdoutBytes != lines*10 {
		t.Errorf("status %+v", s)
	}
	if start := x.OutputStart(Stdout); start != lines*10-sinkTail {
		t.Errorf("the record begins at %d", start)
	}
	_, err := e.Submit(withSinks("", "/dev/zero", ""))
	wantError(t, err, Invalid, "stdout_sink")
}

// TestSinkOfARepeatedRequest is not needed any more: the execution exists.
func TestSinkOfARepeatedRequest(t *testing.T) {
	e := begin(t, nil)
	path := fifo(t)
	in := reader(t, path)
	r := withSinks("print(1)", path, "")
	r.ID = "job/1"
	first := submit(t, e, r)
	read(t, in, 2)
	delivered(t, first)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if submit(t, e, r) != first {
		t.Error("it is another execution")
	}
}

// TestNoRerunWithASink: what a sink has taken is an effect.
func TestNoRerunWithASink(t *testing.T) {
	e := begin(t, slowly)
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	x := submit(t, e, Request{Language: "js", Code: "console.log('once'); setTimeout(() => {}, 60_000)", StdoutSink: path})
	until(t, x, printed)
	wait(t, submit(t, e, Request{Language: "js", Code: overflow}))
	if s := delivered(t, x); s.Reason != WorkerLost || s.Attempts != 1 {
		t.Errorf("%v, attempts %d: %s", s.Reason, s.Attempts, s.Error)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "once\n" {
		t.Errorf("%q, %v", got, err)
	}
}
