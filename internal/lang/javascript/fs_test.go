package javascript_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/executor/hostfs/hostfstest"
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/javascript"
	"github.com/elide-dev/elided/internal/lang/lower"
)

// TestFilesLikeNode runs programs that use files. What each prints was recorded from
// Node 20, with DIR for the directory that it works in.
func TestFilesLikeNode(t *testing.T) {
	programs, err := filepath.Glob("testdata/fs/*.js")
	if err != nil || len(programs) == 0 {
		t.Fatal(programs, err)
	}
	r := javascript.New(javascript.Options{Compiler: lower.NewCompiler(lower.Options{})})
	for _, file := range programs {
		t.Run(filepath.Base(file), func(t *testing.T) {
			code, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".js") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			var stdout, stderr bytes.Buffer
			p := &lang.Program{Name: "main.js", Code: string(code), Args: []string{dir}, Dir: "/"}
			out := r.Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr, Files: hostfstest.Files(t, dir, dir)})
			got := strings.ReplaceAll(stdout.String(), dir, "DIR")
			if got != string(want) || stderr.Len() > 0 {
				t.Errorf("ended with %+v, printed\n%s\nwant\n%s\nstderr\n%s", out, got, want, stderr.String())
			}
		})
	}
}
