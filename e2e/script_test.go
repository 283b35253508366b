package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScripts runs the commands as users type them. In a script
//
//	daemon [FLAG...]   starts a daemon at $ELIDED_SOCKET, which ends with the script
//	stale              leaves a socket that nobody serves
//	fill DIR NUMBER    puts so many source files into a folder
//	exits CODE CMD...  runs elided and checks its exit code
//	waitfor TEXT ID    waits until an execution has written TEXT
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                filepath.Join("testdata", "script"),
		RequireUniqueNames: true,
		Setup: func(env *testscript.Env) error {
			dir, err := os.MkdirTemp("", "elided-") // $WORK is too long for a socket
			if err != nil {
				return err
			}
			env.Defer(func() { _ = os.RemoveAll(dir) })
			env.Setenv("ELIDED_SOCKET", filepath.Join(dir, "s"))
			env.Setenv("TMPDIR", dir)
			env.Setenv("PATH", filepath.Dir(binary)+string(os.PathListSeparator)+env.Getenv("PATH"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"daemon": scriptDaemon, "exits": scriptExits, "waitfor": scriptWaitFor, "stale": scriptStale, "fill": scriptFill,
		},
	})
}
