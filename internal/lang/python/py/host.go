package py

import (
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// A Host is what an Interp may reach: the execution's own, and what this package leaves
// to those above it.
type Host struct {
	*lang.Host
	Program *lang.Program
	// Compile compiles a source. Its errors are *SyntaxProblem.
	Compile func(source, file string, mode Mode) (*code.Code, error)
	// Find looks for a module that is part of the library; see Finder.
	Find Finder
	// Source is a line of a file of the library, from 1; empty where there is none.
	Source func(file string, line int) string
	// Stop is closed when the run is to end, for what waits.
	Stop <-chan struct{}
}

// A Mode is what a source is to be compiled as.
type Mode uint8

// The modes. ForModule is a file's; ForExec is that of exec(), whose names live in mappings.
const (
	ForModule Mode = iota
	ForExec
	ForEval
	ForSingle
)

// Optimized is the mode with compile()'s optimization level.
func (m Mode) Optimized(level int) Mode { return m | Mode(level)<<4 }

// Optimize is the level of Optimized: 0 is none, 2 the greatest.
func (m Mode) Optimize() uint8 { return uint8(m >> 4 & 3) }

// futureMode is the bit of Future.
const futureMode Mode = 1 << 6

// Future is whether annotations are kept as strings, whatever the source itself imports from __future__.
func (m Mode) Future() bool { return m&futureMode != 0 }

// Base is the mode without its level and without Future.
func (m Mode) Base() Mode { return m & 15 }

// inherited is the mode with what the program has imported from __future__ where it compiles a source.
func (t *Thread) inherited(m Mode) Mode {
	if f := t.caller(); f != nil && f.Body.Future {
		return m | futureMode
	}
	return m
}

// A SyntaxProblem is why a source can't be compiled. Columns are from 1; 0 is none.
type SyntaxProblem struct {
	Kind                       string // "SyntaxError", "IndentationError", "TabError"
	Msg, File, Text            string
	Line, Col, EndLine, EndCol int
}

// Error is one line.
func (p *SyntaxProblem) Error() string { return p.Kind + ": " + p.Msg }

// Sleep waits for d, unless the run is to end or a signal comes before.
func (t *Thread) Sleep(d time.Duration) error {
	if s := t.In.Scheduler; s != nil {
		return s.Sleep(t, d)
	}
	if err := t.In.Flush(); err != nil {
		return err
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	var err error
	t.In.Host.Waiting(func() {
		for {
			select {
			case <-timer.C:
			case <-t.In.Host.Stop:
				err = ErrStopped
			case <-t.In.wake:
				if t.In.attention.flag.Load() == 0 {
					continue
				}
			}
			return
		}
	})
	if err == nil {
		err = t.Poll()
	}
	return err
}
