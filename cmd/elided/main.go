// Command elided is the daemon and its command line.
package main

import (
	"os"

	elide "github.com/elide-dev/elided"
)

func main() {
	if code, worker := elide.WorkerMain(); worker {
		os.Exit(code)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
