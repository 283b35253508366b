// Forger is a daemon as elided is, but for its workers: one that is given a forgery's
// name as a program does what a program could that had broken out of its engine. Other
// programs run as always. It is built and run by the tests.
package main

import (
	"fmt"
	"log/slog"
	"os"

	"github.com/elide-dev/elided/internal/api"
	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/sandbox"
	"github.com/elide-dev/elided/internal/worker"
)

func main() { os.Exit(run()) }

func run() int {
	if worker.IsWorker() {
		runtimes := worker.Runtimes()
		runtimes["javascript"] = broken{runtimes["javascript"]}
		return worker.Main(runtimes)
	}
	if len(os.Args) == 2 && os.Args[1] == "list" {
		for _, f := range forgeries() {
			fmt.Printf("%s\t%s\n", f.name, f.attack)
		}
		return 0
	}
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: forger list | forger SOCKET STATE-DIR")
		return 2
	}
	if err := serve(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "forger:", err)
		return 1
	}
	return 0
}

// serve serves until the process is killed.
func serve(socket, state string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	e, err := executor.New(executor.Config{
		StateDir: state, WorkerCommand: []string{self, "worker"}, WorkerEnv: worker.Environment(),
		Sandbox: sandbox.BestEffort, Log: log,
	})
	if err != nil {
		return err
	}
	if err := e.Start(); err != nil {
		return err
	}
	l, err := api.Listen(socket, api.Permissions{})
	if err != nil {
		return err
	}
	return api.NewServer(e, api.Access{}, log).Serve(l)
}

// A broken engine lets a program take over the worker.
type broken struct{ lang.Runtime }

func (b broken) Prepare() lang.Instance { return takenOver{b.Runtime.Prepare()} }

type takenOver struct{ lang.Instance }

// Run forges, and then waits for the daemon's answer, which is a kill.
func (t takenOver) Run(p *lang.Program, h *lang.Host) lang.Outcome {
	for _, f := range forgeries() {
		if f.name == p.Code {
			var w forger
			w.find()
			f.act(&w)
			select {}
		}
	}
	return t.Instance.Run(p, h)
}
