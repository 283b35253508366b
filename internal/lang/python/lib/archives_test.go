package lib_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// unpack reads standard input as an archive of each kind. Its errors are those that a
// program would expect.
const unpack = `
import bz2, io, sys, zipfile, zlib
data = sys.stdin.buffer.read()
try:
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        for info in z.infolist():
            try:
                z.read(info)
            except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, zlib.error, UnicodeError):
                pass
except (zipfile.BadZipFile, ValueError, UnicodeError):
    pass
try:
    bz2.decompress(data)
except (OSError, ValueError):
    pass
`

// FuzzArchives has no archive crash the engine, or raise what it shouldn't.
func FuzzArchives(f *testing.F) {
	f.Add([]byte("PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x21\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00a" +
		"PK\x01\x02\x14\x03\x14\x00\x00\x00\x00\x00\x00\x00\x21\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80\x01\x00\x00\x00\x00a" +
		"PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00\x2f\x00\x00\x00\x1f\x00\x00\x00\x00\x00"))
	f.Add([]byte("BZh9\x17\x72\x45\x38\x50\x90\x00\x00\x00\x00"))
	r := python.New()
	f.Fuzz(func(t *testing.T, data []byte) {
		in := r.Prepare()
		timer := time.AfterFunc(20*time.Second, in.Interrupt)
		defer timer.Stop()
		var stderr bytes.Buffer
		p := &lang.Program{Name: "unpack.py", Code: unpack, Dir: "/", Env: map[string]string{}, Stdin: data}
		out := in.Run(p, &lang.Host{Stdout: &bytes.Buffer{}, Stderr: &stderr})
		if out.Reason != lang.Exited || out.ExitCode != 0 {
			t.Errorf("reason %d, exit code %d: %s", out.Reason, out.ExitCode, stderr.String())
		}
	})
}
