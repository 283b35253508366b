package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/internal/executor/pool"
	"github.com/elide-dev/elided/internal/executor/pool/cgroup"
	"github.com/elide-dev/elided/internal/sandbox"
	"github.com/elide-dev/elided/internal/worker"
)

func (c *cli) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: "say what separates programs from this machine, and how to get what is missing",
		Long: `Starts one worker as the daemon would for this user, and prints each layer of its
sandbox. The exit code is 0 when serve would start with --sandbox require, else 1.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return c.check() },
	}
	cmd.Flags().BoolVar(&c.json, "json", false, "print one JSON object")
	return cmd
}

func (c *cli) check() error {
	layers, err := probe()
	if err != nil {
		return fmt.Errorf("a worker could not be started: %w", err)
	}
	lacks := sandbox.Enough(layers)
	if err := c.printCheck(layers, lacks); err != nil {
		return err
	}
	if lacks != nil {
		return exitError(exitFailed)
	}
	return nil
}

// probe starts a worker and asks it.
func probe() (_ []sandbox.Layer, err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find this program: %w", err)
	}
	dir, err := os.MkdirTemp("", "elided-")
	if err != nil {
		return nil, fmt.Errorf("state directory: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	tree, missing := cgroup.Detect()
	p, err := pool.New(pool.Config{
		Dir: dir, Command: []string{self, "worker"}, Env: worker.Environment(), Spare: 1, Sandbox: sandbox.BestEffort,
		NoCgroup: missing,
	})
	if err != nil {
		return nil, err
	}
	p.Start()
	defer p.Close()
	layers, err := p.Sandbox(context.Background()) // bounded by the pool
	for i := range layers {
		if layers[i].Name == "cgroup" && tree != nil { // serve would make the groups
			layers[i] = sandbox.Layer{Name: "cgroup", InForce: true, Detail: "to be had: " + tree.Describe()}
		}
	}
	return layers, err
}

// checked is what check prints as JSON.
type checked struct {
	Layers []checkedLayer `json:"layers"`
	// Enough is true when serve would start with --sandbox require.
	Enough bool   `json:"enough"`
	Lacks  string `json:"lacks"`
}

type checkedLayer struct {
	Name    string `json:"name"`
	InForce bool   `json:"in_force"`
	Detail  string `json:"detail"`
	Remedy  string `json:"remedy"`
}

func (c *cli) printCheck(layers []sandbox.Layer, lacks error) error {
	if !c.json {
		if err := c.table(checkRows(layers)); err != nil {
			return err
		}
		if lacks != nil {
			return c.println("\nserve --sandbox require would not start: " + lacks.Error())
		}
		return c.println("\nserve --sandbox require would start")
	}
	out := checked{Layers: []checkedLayer{}, Enough: lacks == nil}
	for _, l := range layers {
		out.Layers = append(out.Layers, checkedLayer(l))
	}
	if lacks != nil {
		out.Lacks = lacks.Error()
	}
	return json.NewEncoder(c.stdout).Encode(out)
}

func checkRows(layers []sandbox.Layer) [][]string {
	rows := [][]string{{"LAYER", "IN FORCE", "DETAIL", "REMEDY"}}
	for _, l := range layers {
		state := "yes"
		if !l.InForce {
			state = "no"
		}
		rows = append(rows, []string{l.Name, state, l.Detail, l.Remedy})
	}
	return rows
}
