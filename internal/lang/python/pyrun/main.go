// Command pyrun runs a file of Python.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/pprof"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

func main() {
	source, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if os.Getenv("DUMP") != "" {
		dump(string(source))
	}
	var stdin []byte
	if info, err := os.Stdin.Stat(); err == nil && info.Mode()&os.ModeCharDevice == 0 {
		stdin, _ = io.ReadAll(os.Stdin)
	}
	if f := os.Getenv("CPUPROFILE"); f != "" {
		w, _ := os.Create(f)
		_ = pprof.StartCPUProfile(w)
		defer pprof.StopCPUProfile()
	}
	p := &lang.Program{Name: os.Args[1], Code: string(source), Args: os.Args[2:], Stdin: stdin, Dir: "/", Env: map[string]string{}}
	out := python.New().Prepare().Run(p, &lang.Host{Stdout: os.Stdout, Stderr: os.Stderr})
	if os.Getenv("CPUPROFILE") == "" {
		os.Exit(out.ExitCode)
	}
}
