package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"time"

	pb "github.com/hashicorp/nomad/plugins/drivers/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/elide-dev/elided/client"
	elide "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A taskConfig is the config block of a job's task.
type taskConfig struct {
	Script     string              `json:"script"`
	Code       string              `json:"code"`
	Language   string              `json:"language"`
	Args       []string            `json:"args"`
	Env        []map[string]string `json:"env"` // the form in which Nomad has objects, and repeated blocks
	Stdin      string              `json:"stdin"`
	Timeout    string              `json:"timeout"`
	Isolation  string              `json:"isolation"`
	Intrinsics []string            `json:"intrinsics"`
	Opts       struct {
		MemoryMiB uint64  `json:"memory_limit"`
		Seconds   float64 `json:"timeout"`
		AI        bool    `json:"enable_ai"`
	} `json:"elide_opts"`
}

func (*driver) TaskConfigSchema(context.Context, *pb.TaskConfigSchemaRequest) (*pb.TaskConfigSchemaResponse, error) {
	return &pb.TaskConfigSchemaResponse{Spec: schema("script string, code string, language string, intrinsics list(string), env list(map(string)), "+
		"stdin string, timeout string, isolation string, args list(string)", "elide_opts", "memory_limit number, timeout number, enable_ai bool")}, nil
}

// request translates a task, but for its language where the script's name is to tell.
// Errors name the job's key.
func request(t *pb.TaskConfig) (*elide.ExecuteSnippetRequest, error) {
	var c taskConfig
	if err := decode(t.GetMsgpackDriverConfig(), &c); err != nil {
		return nil, err
	}
	if len(t.GetMounts())+len(t.GetDevices()) > 0 {
		return nil, errors.New("volume_mount and device: a program has none; the intrinsic fs reaches the task's own directories")
	}
	dir := filepath.Join(t.GetAllocDir(), t.GetName())
	r := &elide.ExecuteSnippetRequest{
		SessionId: "nomad-" + t.GetNodeId(), ExecutionId: client.ID(t.GetId()), Retain: true, NoRerun: true,
		Labels: map[string]string{"nomad": t.GetAllocId() + "/" + t.GetName()}, // one start of which lives
		Code:   c.Code, Language: c.Language, Args: c.Args, Stdin: []byte(c.Stdin), Env: map[string]string{},
		StdoutSink: t.GetStdoutPath(), StderrSink: t.GetStderrPath(), Intrinsics: c.grants(t.GetAllocDir(), dir),
	}
	for _, env := range append([]map[string]string{t.GetEnv()}, c.Env...) {
		maps.Copy(r.Env, env)
	}
	return r, errors.Join(c.source(r, dir), c.options(r), c.share(r, t))
}

// grants has for fs the directories that NOMAD_TASK_DIR and its kind name.
func (c *taskConfig) grants(alloc, dir string) (all []*elide.IntrinsicGrant) {
	for _, name := range c.Intrinsics {
		g := &elide.IntrinsicGrant{Name: name}
		if name == "fs" {
			g.Directories = []*elide.DirectoryGrant{
				{Path: "/local", Source: filepath.Join(dir, "local"), Writable: true},
				{Path: "/secrets", Source: filepath.Join(dir, "secrets"), Writable: true},
				{Path: "/alloc", Source: filepath.Join(alloc, "alloc"), Writable: true},
			}
		}
		all = append(all, g)
	}
	return all
}

func (c *taskConfig) source(r *elide.ExecuteSnippetRequest, dir string) (err error) {
	switch {
	case (c.Code == "") == (c.Script == ""):
		return errors.New("script and code: give one of them")
	case c.Code != "" && c.Language == "":
		return errors.New("language: code needs it")
	case c.Script != "":
		r.Name = filepath.Base(c.Script)
		if r.Code, err = client.ReadSource(dir, c.Script); err != nil {
			return fmt.Errorf("script %q: %w", c.Script, err)
		}
	}
	return nil
}

// options has the timeout from either key, and refuses what elide_opts can't mean.
func (c *taskConfig) options(r *elide.ExecuteSnippetRequest) error {
	d, err := time.ParseDuration(cmp.Or(c.Timeout, "0"))
	switch s := c.Opts.Seconds; {
	case err != nil || d < 0:
		return fmt.Errorf(`timeout %q is no duration such as "30s" or "5m"`, c.Timeout)
	case s < 0 || s > 1e9 || s > 0 && d > 0:
		return errors.New("elide_opts.timeout is a number of seconds in place of timeout, not beside it")
	case c.Isolation == "shared" && c.Opts.MemoryMiB > 0:
		return errors.New("elide_opts.memory_limit is for exclusive tasks: shared ones have their worker's limit")
	case c.Opts.AI:
		return errors.New("elide_opts.enable_ai is not supported: leave it out")
	}
	r.Timeout = durationpb.New(d + time.Duration(c.Opts.Seconds*float64(time.Second))) // 0 is none
	return nil
}

func (c *taskConfig) share(r *elide.ExecuteSnippetRequest, t *pb.TaskConfig) error {
	given := t.GetResources().GetAllocatedResources()
	memory := uint64(cmp.Or(given.GetMemory().GetMemoryMaxMb(), given.GetMemory().GetMemoryMb())) // -1 is unlimited
	memory = min(memory, cmp.Or(c.Opts.MemoryMiB, memory), client.Unlimited>>20)
	switch c.Isolation {
	case "", "exclusive":
		r.Isolation, r.Limits = elide.Isolation_ISOLATION_EXCLUSIVE, &elide.Limits{MemoryBytes: memory << 20}
		r.CpuWeight = uint32(min(given.GetCpu().GetCpuShares(), 10_000)) // MHz: 100 is the default of both
	case "shared": // the worker's limits hold, for all in it together
		r.Isolation, r.Group = elide.Isolation_ISOLATION_SHARED, client.ID(t.GetNamespace()+"/"+t.GetJobId())
	default:
		return fmt.Errorf("isolation %q is neither exclusive nor shared", c.Isolation)
	}
	return nil
}
