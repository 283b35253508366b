// Package langtest is the conformance suite that every language passes. It knows
// no language: each gives the programs that show the behaviours.
package langtest

import (
	"testing"

	"github.com/elide-dev/elided/internal/lang"
)

// A Language is what to test.
type Language struct {
	// Name is one of lang.All's.
	Name string
	// Runtime is used by all tests, so that what leaks between runs is seen.
	Runtime lang.Runtime
	// Place is how a stack trace shows a file and a line, for fmt.Sprintf; empty is
	// "%s:%d".
	Place string
	// Ends are signals that end a program which has no handler for them.
	Ends []string
	// Files gives a run the real directory dir as path.
	Files func(t *testing.T, path, dir string) lang.Files
	// Programs are in the language.
	Programs Programs
}

// Programs are sources with a known behaviour. Every line printed ends with one
// newline. A field that says "optional" may be empty when the language has no
// such thing; every other one must be there.
type Programs struct {
	// Comment is nothing but a comment.
	Comment string
	// Statement is a statement on a line of its own that prints nothing, with %[1]d
	// where a number makes it unlike others.
	Statement string
	// Hello prints "Hello".
	Hello string
	// Unicode prints Text.
	Unicode string
	// Args prints each argument on a line.
	Args string
	// Env prints each variable of the environment as K=V on a line, sorted.
	Env string
	// Stdin prints all of standard input as text, and a newline.
	Stdin string
	// Apart prints "out 1", "err 1", "out 2", "err 2" on the two streams in turn.
	Apart string
	// ManyLines prints "line 0" to "line 9999".
	ManyLines string
	// ExitCode prints "before" and exits with 7. It tries whatever the language has
	// to go on afterwards and to print "after".
	ExitCode string
	// Uncaught prints "before" and fails.
	Uncaught Failure
	// SyntaxError can't be parsed; nothing is printed.
	SyntaxError Failure
	// LoadFile prints "from a file" with the help of a file.
	LoadFile Sources
	// LoadError fails in a function of a file.
	LoadError Failure
	// LoadSyntaxError loads a file that can't be parsed.
	LoadSyntaxError Failure
	// MissingFile loads a file that isn't there. The message names it.
	MissingFile Failure
	// BusyLoop prints "ready" and computes for ever. It tries whatever the language
	// has to survive, or to print on its way out.
	BusyLoop string
	// Sleep prints "ready", sleeps for an hour and prints "awake".
	Sleep string
	// Flood prints lines for ever.
	Flood string
	// DeepRecursion nests calls until the engine has enough.
	DeepRecursion Sources
	// Pollute changes all it can reach: globals, builtins, args, env, modules.
	Pollute string
	// Pristine prints "pristine" unless it finds anything changed.
	Pristine string
	// Files copies /data/in to /data/out, prints the names in /data, a line each, and
	// "over", and fails with what reading /data/absent fails with.
	Files string
	// InvalidError is optional: it fails with an error whose text is of two lines
	// and not valid UTF-8.
	InvalidError string
	// Timers is optional: it has 100 timers pending and would print "over" after.
	Timers string
	// Handler is optional: it prints "ready" and waits for SIGTERM, on which it
	// prints "SIGTERM" and exits with 5.
	Handler string
	// Evaluated is optional, for a language that evaluates expressions: it prints
	// "ready" and runs on until it is interrupted, without computing.
	Evaluated Evaluated
}

// Sources are a main source and its files.
type Sources struct {
	Code  string
	Files map[string]string
}

// A Failure is a program that ends by an error.
type Failure struct {
	Sources
	// File is where, with the main source being "main" and the first of the
	// language's extensions; empty means that.
	File string
	// Line and Column are where, from 1. Column 0 stands for a column that the
	// language can't tell exactly, but must be from 1 all the same.
	Line, Column int
	// Message is a part of the error's line.
	Message string
}

// Text is what the program Unicode prints.
const Text = "héllo wörld ✓ 日本語 😀"

// Run checks every language. The subtests are one after another, since they count
// goroutines.
func Run(t *testing.T, languages ...Language) {
	for _, l := range languages {
		t.Run(l.Name, func(t *testing.T) {
			s := newSuite(t, l)
			for _, test := range []struct {
				name string
				run  func(*testing.T)
			}{
				{"output", s.testOutput},
				{"bare programs", s.testBare},
				{"large program", s.testLarge},
				{"environment", s.testEnvironment},
				{"stdin", s.testStdin},
				{"exit code", s.testExitCode},
				{"failures", s.testFailures},
				{"invalid error", s.testInvalidError},
				{"stack overflow", s.testStackOverflow},
				{"isolation", s.testIsolation},
				{"not granted", s.testNotGranted},
				{"files", s.testFiles},
				{"concurrency", s.testConcurrency},
				{"interrupt before", s.testInterruptBefore},
				{"interrupt during", s.testInterruptDuring},
				{"interrupt blocked", s.testInterruptBlocked},
				{"interrupt after", s.testInterruptAfter},
				{"interrupt in files", s.testInterruptFiles},
				{"interrupt at any time", s.testInterruptAnyTime},
				{"closed output", s.testClosedOutput},
				{"signals", s.testSignals},
				{"ending signals", s.testEnds},
				{"signal handler", s.testHandler},
				{"timer limit", s.testTimerLimit},
				{"evaluation", s.testEvaluation},
			} {
				t.Run(test.name, func(t *testing.T) {
					checkGoroutines(t)
					test.run(t)
				})
			}
		})
	}
}
