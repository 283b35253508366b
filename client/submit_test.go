package client

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestGiveFIFO gives away a FIFO and nothing that is put in its place.
func TestGiveFIFO(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root gives files away")
	}
	const user = 12_345
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		syscall.Mkfifo(at("fifo"), 0o600), syscall.Mkfifo(at("other"), 0o600), os.WriteFile(at("file"), nil, 0o600), os.Symlink(at("other"), at("link")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := giveFIFO(at("fifo"), user); err != nil || owner(t, at("fifo")) != user {
		t.Errorf("%v, owner %d", err, owner(t, at("fifo")))
	}
	for _, name := range []string{"file", "link", "none"} {
		if err := giveFIFO(at(name), user); err == nil {
			t.Errorf("gave away %s", name)
		}
	}
	if owner(t, at("file")) == user || owner(t, at("other")) == user {
		t.Error("given away all the same")
	}
}

func owner(t *testing.T, path string) int {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return int(info.Sys().(*syscall.Stat_t).Uid)
}

// TestSayWay: what opens the way to a sink is said of that refusal alone, and doesn't open
// it to everybody.
func TestSayWay(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root has the daemon's user write to its own files")
	}
	dir := t.TempDir()
	shut := filepath.Join(dir, "shut")
	if err := os.Mkdir(shut, 0o750); err != nil {
		t.Fatal(err)
	}
	const user = 12_345
	detailed, err := status.New(codes.PermissionDenied, "stderr_sink: no").WithDetails(&errdetails.RetryInfo{})
	if err != nil {
		t.Fatal(err)
	}
	in := &daemonv1alpha1.ExecuteSnippetRequest{StdoutSink: "/dev/x", StderrSink: filepath.Join(shut, "fifo")}
	for name, c := range map[string]struct {
		err  error
		user int
		said bool
	}{
		"stderr":        {detailed.Err(), user, true},
		"open":          {status.Error(codes.PermissionDenied, "stdout_sink: no"), user, false},
		"grant":         {status.Error(codes.PermissionDenied, "intrinsics: no"), user, false},
		"full":          {status.Error(codes.ResourceExhausted, "stderr_sink: no"), user, false},
		"daemon's root": {status.Error(codes.PermissionDenied, "stderr_sink: no"), 0, false},
		"none":          {nil, user, false},
	} {
		t.Run(name, func(t *testing.T) {
			got := sayWay(c.err, in, c.user)
			s := status.Convert(got)
			if said := strings.Contains(s.Message(), "setfacl -m u:12345:x") && strings.Contains(s.Message(), shut); said != c.said || !c.said && got != c.err {
				t.Errorf("%v", got)
			}
			if strings.Contains(s.Message(), "o+x") || len(s.Details()) != len(status.Convert(c.err).Details()) {
				t.Errorf("%v, %v", got, s.Details())
			}
		})
	}
}

// TestReadSource keeps to the directory, and doesn't wait.
func TestReadSource(t *testing.T) {
	dir := t.TempDir()
	for _, err := range []error{
		os.WriteFile(filepath.Join(dir, "a.js"), []byte("1"), 0o600), os.Symlink("a.js", filepath.Join(dir, "inside.js")),
		os.Symlink("/etc/passwd", filepath.Join(dir, "outside.js")), syscall.Mkfifo(filepath.Join(dir, "fifo.js"), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, ok := range map[string]bool{
		"a.js": true, "/a.js": true, "inside.js": true, "outside.js": false, "fifo.js": false, "../a.js": false, "x/../a.js": false, ".": false, "none.js": false,
	} {
		if text, err := ReadSource(dir, name); (err == nil) != ok || ok && text != "1" {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
}
