package elide

import (
	"context"
	"errors"
	"time"

	"github.com/elide-dev/elided/internal/executor"
)

// A Request is a program and how to run it. Only Code and Language are required.
type Request struct {
	// Session groups executions; empty is "default", the only one that exists
	// without CreateSession.
	Session string
	// ID is 1-256 bytes of printable ASCII without space, unique in its session;
	// empty has one made. The same ID with the same request is the same execution.
	ID string
	// Code is the source.
	Code string
	// Language is javascript (js), typescript (ts), python (py) or starlark.
	Language string
	// Name is the source's file name in stack traces; empty is "main" with the
	// language's extension.
	Name string
	// Args are the program's arguments, Env its whole environment, Stdin all of its
	// standard input.
	Args  []string
	Env   map[string]string
	Stdin []byte
	// Files are further sources by slash-separated path relative to the main one.
	Files map[string]string
	// Dir is what the program sees as its working directory; empty is "/".
	Dir string
	// Timeout bounds the run; 0 is the session's, less than 0 is none.
	Timeout time.Duration
	// OutputLimit bounds each output stream, in bytes; 0 is the session's.
	OutputLimit uint64
	// CPULimit bounds the processor time; 0 is the session's, less than 0 is none.
	CPULimit time.Duration
	// MemoryLimit bounds the memory, in bytes, engine included: at least 32 MiB, at
	// most the configuration's MaxMemory. The run then has a worker process of its
	// own. 0 is the configuration's: that of a worker of its own when Exclusive, else
	// SharedMemory for all who share the worker.
	MemoryLimit uint64
	// Exclusive asks for a worker process of its own.
	Exclusive bool
	// Group names who may share a worker within the session; empty is all.
	Group string
	// Labels are free words, returned with the status.
	Labels map[string]string
	// Directories are what the program may reach of the file system, by the intrinsic
	// fs; empty is nothing. They are opened when the request is taken, with the rights
	// of this process.
	Directories []Directory
}

// A Directory is a real one that a program sees at a path of its own.
type Directory struct {
	// Path is how the program sees it, absolute; the longest that a file's path
	// begins with counts.
	Path string
	// Source is the real one, absolute. No link in it leads the program out of it.
	Source string
	// Writable allows changes.
	Writable bool
}

func (r Request) grants() []executor.Grant {
	if len(r.Directories) == 0 {
		return nil
	}
	fs := executor.Grant{Name: "fs"}
	for _, d := range r.Directories {
		fs.Directories = append(fs.Directories, executor.Directory(d))
	}
	return []executor.Grant{fs}
}

func (r Request) core() executor.Request {
	return executor.Request{
		Session: r.Session, ID: r.ID, Code: r.Code, Language: r.Language, Name: r.Name,
		Args: r.Args, Env: r.Env, Stdin: r.Stdin, Files: r.Files, Dir: r.Dir,
		Limits:    executor.Limits{Timeout: r.Timeout, Output: r.OutputLimit, CPU: r.CPULimit, Memory: r.MemoryLimit},
		Exclusive: r.Exclusive, Group: r.Group, Labels: r.Labels, Intrinsics: r.grants(),
	}
}

// A Status is what is known of an execution at one moment.
type Status struct {
	Session, ID string
	// State is queued, running, completed, failed or cancelled.
	State string
	// Reason is why it ended: exited, uncaught_error, timeout, cpu_limit, memory_limit,
	// output_limit, cancelled and so on; "none" until then.
	Reason string
	// Done is true in the last three states.
	Done bool
	// ExitCode is what a process would have returned; meaningful when Done.
	ExitCode int
	// Error is one line for people, empty unless it failed.
	Error string
	// File, Line and Column (from 1) are where it failed, where that is known.
	File         string
	Line, Column int
	// Created, Started and Ended are zero until then.
	Created, Started, Ended time.Time
	// Attempts is how often it was handed to a worker.
	Attempts int
	// CPU is processor time: exact in a worker of its own; in a shared one what the
	// program's thread used, without its part of the garbage collection.
	CPU time.Duration
	// Memory is what its worker was last seen to have, PeakMemory the most, in bytes,
	// engine included; 0 in a shared worker, where it can't be told from the others'.
	Memory, PeakMemory uint64
	// Stdout and Stderr are how many bytes were written so far.
	Stdout, Stderr uint64
	// Labels are the request's.
	Labels map[string]string
}

func newStatus(s executor.Status) Status {
	n := Status{
		Session: s.Session, ID: s.ID, State: s.State.String(), Reason: s.Reason.String(),
		Done: s.State.Final(), ExitCode: s.ExitCode, Error: s.Error,
		Created: s.Created, Started: s.Started, Ended: s.Ended, Attempts: s.Attempts,
		CPU: s.Usage.CPU, Memory: s.Usage.Memory, PeakMemory: s.Usage.PeakMemory,
		Stdout: s.StdoutBytes, Stderr: s.StderrBytes, Labels: s.Labels,
	}
	if d := s.Detail; d != nil {
		n.File, n.Line, n.Column = d.File, d.Line, d.Column
	}
	return n
}

// A Result is a finished execution with its output.
type Result struct {
	Status
	// Output and ErrorOutput are everything that it wrote.
	Output, ErrorOutput []byte
}

// Run submits a program, waits for its end and returns its result. A program that
// fails is a result, not an error. When ctx ends first, an execution that was
// given no ID is cancelled, and the error is ctx's.
func (e *Executor) Run(ctx context.Context, r Request) (*Result, error) {
	x, err := e.core.Submit(r.core())
	if err != nil {
		return nil, err
	}
	select {
	case <-x.Done():
	case <-ctx.Done():
		if !x.Named() {
			_, _ = e.core.Cancel(executor.Caller{}, x.Session(), x.ID(), 0)
		}
		return nil, ctx.Err()
	}
	result := &Result{Status: newStatus(x.Status())}
	if result.Output, err = readAll(x, executor.Stdout, result.Stdout); err != nil {
		return nil, err
	}
	if result.ErrorOutput, err = readAll(x, executor.Stderr, result.Stderr); err != nil {
		return nil, err
	}
	return result, nil
}

func readAll(x *executor.Execution, s executor.Stream, size uint64) ([]byte, error) {
	if size == 0 {
		return nil, nil
	}
	all := make([]byte, size)
	for n := uint64(0); n < size; {
		got, err := x.ReadOutput(s, all[n:], n)
		if err != nil {
			return nil, err
		}
		n += uint64(got)
	}
	return all, nil
}

// Submit accepts a program and returns before it has run.
func (e *Executor) Submit(r Request) (Status, error) {
	x, err := e.core.Submit(r.core())
	if err != nil {
		return Status{}, err
	}
	return newStatus(x.Status()), nil
}

// Status returns what is known of an execution. An empty session is "default".
func (e *Executor) Status(session, id string) (Status, error) {
	x, err := e.core.Execution(executor.Caller{}, session, id)
	if err != nil {
		return Status{}, err
	}
	return newStatus(x.Status()), nil
}

// An Event is one of two: a change of Status, or Data written at Offset of
// standard output or error.
type Event struct {
	Status *Status
	Stderr bool
	Offset uint64
	Data   []byte // valid until the callback returns
}

// Watch calls f with each change of an execution from now on: every byte of its
// output from the beginning, once, and at the end the final status. A slow f holds
// up nobody but its caller. Watch returns f's error, or ctx's.
func (e *Executor) Watch(ctx context.Context, session, id string, f func(Event) error) error {
	x, err := e.core.Execution(executor.Caller{}, session, id)
	if err != nil {
		return err
	}
	return x.Watch(ctx, executor.WatchOptions{}, func(ev executor.Event) error {
		if ev.Status != nil {
			s := newStatus(*ev.Status)
			return f(Event{Status: &s})
		}
		return f(Event{Stderr: ev.Stream == executor.Stderr, Offset: ev.Offset, Data: ev.Data})
	})
}

// Cancel asks an execution to end, and makes it end after the grace period. It
// returns at once, and reports false for one that has ended.
func (e *Executor) Cancel(session, id string) (bool, error) {
	return e.core.Cancel(executor.Caller{}, session, id, -1)
}

// Signal delivers a signal ("SIGUSR1") to a program. One without a handler for it
// is ended, as a process would be.
func (e *Executor) Signal(session, id, name string) (bool, error) {
	return e.core.Signal(executor.Caller{}, session, id, name, -1)
}

// CreateSession makes a session with the daemon's defaults, or finds the one that
// exists. An empty id has one made, and returned.
func (e *Executor) CreateSession(id string) (string, error) {
	s, err := e.core.CreateSession(executor.Caller{}, id, executor.SessionConfig{})
	return s.ID, err
}

// DeleteSession ends a session, what runs in it and its records.
func (e *Executor) DeleteSession(id string) error { return e.core.DeleteSession(executor.Caller{}, id) }

// An Error is a request that was refused. Field names the part at fault, by its
// name in the public contract; it may be empty.
type Error struct {
	Field, Message string
}

// AsError returns the refusal in err, if it is one.
func AsError(err error) (Error, bool) {
	var refused *executor.Error
	if !errors.As(err, &refused) {
		return Error{}, false
	}
	return Error{Field: refused.Field, Message: refused.Message}, true
}
