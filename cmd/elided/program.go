package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"google.golang.org/protobuf/types/known/durationpb"

	"github.com/elide-dev/elided/internal/lang"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	// maxProgram bounds what is read of a program, in bytes: more than any daemon takes.
	maxProgram = 16 << 20
	// maxStdin bounds what is read for the program, in bytes: a daemon's default.
	maxStdin = 1 << 20
)

// programFlags are those of run and submit.
type programFlags struct {
	language, session, id, isolation, group string
	env, labels, fs                         []string
	timeout                                 time.Duration
	timeoutGiven                            bool
	cpu                                     time.Duration
	memory                                  size
	weight                                  uint32
}

func (p *programFlags) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&p.language, "language", "", "the program's language `L` (default by FILE's extension)")
	f.StringVar(&p.session, "session", "", "the session `S` to run in (default \"default\")")
	f.StringVar(&p.id, "id", "", "the execution's `ID`; the same ID with the same request is the same execution")
	f.StringArrayVar(&p.env, "env", nil, "an environment variable `K=V` of the program, or K to pass on the caller's; repeatable")
	f.DurationVar(&p.timeout, "timeout", 0, "the longest that it may run, `D` such as 90s; 0 is for ever (default the session's)")
	f.Var(&p.memory, "memory", "the most memory that it may have, engine included, such as 64MiB; it gets a worker process of its own unless --isolation says otherwise")
	f.DurationVar(&p.cpu, "cpu", 0, "the most processor time that it may use, `D` such as 10s (default the session's)")
	f.Uint32Var(&p.weight, "cpu-weight", 0, "its share of the processors against its session's other worker processes, when it has one of its own: `1..10000` (default 100)")
	f.StringVar(&p.isolation, "isolation", "", "who else is in its worker process: `shared|exclusive`")
	f.StringVar(&p.group, "group", "", "share a worker only with the same `GROUP` of the session")
	f.StringArrayVar(&p.fs, "fs", nil, "let it read the directory DIR as PATH: `PATH=DIR`, or PATH=DIR:rw to write too; repeatable")
	f.StringArrayVar(&p.labels, "label", nil, "a label `K=V` to find it by; repeatable")
	cmd.PreRun = func(*cobra.Command, []string) { p.timeoutGiven = f.Changed("timeout") }
}

// filesHelp is what --help says about further files.
var filesHelp = fmt.Sprintf(`When FILE loads a file by a relative path (require("./x"), import ... from "./x",
load("x.star", ...)), the source files of the same language family in FILE's
directory and below go with it: at most %d files and %d MiB, without
node_modules and what begins with a dot.`, maxFiles, maxFileBytes>>20)

// request reads the program and all that goes with it.
func (p *programFlags) request(stdin io.Reader, file string, args []string) (*daemonv1alpha1.ExecuteSnippetRequest, error) {
	r, err := p.options()
	if err != nil {
		return nil, err
	}
	r.Args = args
	if r.Language, err = p.languageOf(file); err != nil {
		return nil, err
	}
	if file == "-" {
		r.Code, err = readText(stdin, "the program on standard input")
		return r, err
	}
	if r.Code, err = readFile(file); err != nil {
		return nil, err
	}
	r.Name = filepath.Base(file)
	if r.Files, err = companions(file, r.Language, r.Code); err != nil {
		return nil, err
	}
	r.Stdin, err = readStdin(stdin)
	return r, err
}

func (p *programFlags) options() (*daemonv1alpha1.ExecuteSnippetRequest, error) {
	r := &daemonv1alpha1.ExecuteSnippetRequest{SessionId: p.session, ExecutionId: p.id, Group: p.group, CpuWeight: p.weight}
	if p.timeoutGiven {
		if p.timeout < 0 {
			return nil, usageErrorf("--timeout %v is less than 0", p.timeout)
		}
		r.Timeout = durationpb.New(p.timeout)
	}
	if p.cpu < 0 {
		return nil, usageErrorf("--cpu %v is less than 0", p.cpu)
	}
	if p.memory > 0 || p.cpu > 0 {
		r.Limits = &daemonv1alpha1.Limits{MemoryBytes: uint64(p.memory), CpuTime: durationpb.New(p.cpu)}
	}
	var err error
	if r.Isolation, err = isolation(p.isolation); err != nil {
		return nil, err
	}
	if r.Env, err = environment(p.env); err != nil {
		return nil, err
	}
	if r.Intrinsics, err = fsGrant(p.fs); err != nil {
		return nil, err
	}
	r.Labels, err = pairs("label", p.labels)
	return r, err
}

func isolation(name string) (daemonv1alpha1.Isolation, error) {
	switch name {
	case "":
		return daemonv1alpha1.Isolation_ISOLATION_UNSPECIFIED, nil
	case "shared":
		return daemonv1alpha1.Isolation_ISOLATION_SHARED, nil
	case "exclusive":
		return daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE, nil
	}
	return 0, usageErrorf("--isolation %q is not known: it is shared or exclusive", name)
}

func (p *programFlags) languageOf(file string) (string, error) {
	if p.language != "" {
		return p.language, nil
	}
	if l, ok := lang.ByExtension(file); ok {
		return l.Name, nil
	}
	var names []string
	for _, l := range lang.All() {
		names = append(names, l.Name)
	}
	return "", usageErrorf("the name %q doesn't tell the language: give --language, one of %s", file, strings.Join(names, ", "))
}

func readFile(file string) (string, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return "", usageErrorf("no file %s", file)
	}
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }() // only read
	return readText(f, file)
}

func readText(r io.Reader, what string) (string, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxProgram+1))
	if err != nil {
		return "", fmt.Errorf("%s: %w", what, err)
	}
	if len(text) > maxProgram {
		return "", fmt.Errorf("%s: has more than %d bytes", what, maxProgram)
	}
	if !utf8.Valid(text) {
		return "", fmt.Errorf("%s: is not UTF-8", what)
	}
	return string(text), nil
}

// readStdin reads all of a pipe or file; of a terminal nothing, as the program
// gets its input whole.
func readStdin(stdin io.Reader) ([]byte, error) {
	if f, ok := stdin.(*os.File); ok {
		info, err := f.Stat()
		if err != nil || info.Mode()&os.ModeCharDevice != 0 {
			return nil, nil // closed, or a device
		}
	}
	input, err := io.ReadAll(io.LimitReader(stdin, maxStdin+1))
	if err != nil {
		return nil, fmt.Errorf("standard input: %w", err)
	}
	if len(input) > maxStdin {
		return nil, fmt.Errorf("standard input has more than the %d bytes that a program may be given: close it with </dev/null, or pass less", maxStdin)
	}
	return input, nil
}
