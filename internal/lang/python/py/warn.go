package py

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// syntaxWarnings gives the warnings of a source that was compiled. One that the program's
// filters have made an error is a SyntaxError, as in CPython.
func (t *Thread) syntaxWarnings(c *code.Code, source string, mode Mode) error {
	for _, w := range c.Warnings {
		err := t.warn("warn_explicit", NewStr(w.Text), SyntaxWarning, NewStr(c.File), MakeInt(int64(w.Line)))
		if Caught(err, SyntaxWarning) == nil {
			if err != nil {
				return err
			}
			continue
		}
		p := &SyntaxProblem{Kind: "SyntaxError", Msg: w.Text, File: c.File, Line: w.Line, Col: w.Col, EndLine: w.EndLine, EndCol: w.EndCol}
		if mode == ForModule {
			p.Text = t.In.sourceLine(c.File, w.Line)
		}
		return p.exception()
	}
	return nil
}

// warn calls a function of the module warnings.
func (t *Thread) warn(name string, args ...Object) error {
	_, err := t.callOf("warnings", name, args...)
	return err
}

// maxCoroutines is how many of the last coroutines are looked at, at least, at the end of a
// run.
const maxCoroutines = 256

// addCoroutine notes a new coroutine.
func (u *unfinished) addCoroutine(g *Generator) {
	if len(u.coroutines) >= 2*maxCoroutines {
		u.coroutines = slices.DeleteFunc(u.coroutines, func(g *Generator) bool { return !g.unawaited() })
		if n := len(u.coroutines) - maxCoroutines; n > 0 {
			u.coroutines = slices.Delete(u.coroutines, 0, n)
		}
	}
	u.coroutines = append(u.coroutines, g)
}

// unawaited is whether a coroutine has not begun.
func (g *Generator) unawaited() bool { return g.frame != nil && g.frame.pc == 0 && !g.running }

// droppedAtOnce warns of a coroutine that a call, which is a statement, has made: nobody has
// it.
func (t *Thread) droppedAtOnce(g *Generator, b *Body) error {
	if _, dropped := slices.BinarySearch(b.Dropped, int32(t.frame.pc)); !dropped || !g.unawaited() {
		return nil
	}
	g.frame.pc = 1 // it isn't warned of again
	err := t.warn("_warn_unawaited_coroutine", g, g)
	g.finish()
	return t.ignored(err, "", g)
}

// Unraisable prints an exception of a function x that was called where there is nobody to
// raise it to.
func (t *Thread) Unraisable(e *Exc, x Object) error { return t.ignored(e, "", x) }

// ignored prints an exception that has nowhere to go, and passes on any other error. What
// has raised it is x.
func (t *Thread) ignored(err error, while string, x Object) error {
	e, ok := err.(*Exc)
	if !ok {
		return err
	}
	if hook := t.unraisableHook(); hook != nil {
		return t.callUnraisable(hook, e, while, x)
	}
	name, err := t.reprText(x)
	if err != nil {
		name = "<object>"
	}
	return t.In.Err.WriteString("Exception ignored in: " + while + name + "\n" + t.FormatException(e))
}

// warnUnawaited warns of the coroutines that were never awaited, at the end of the run.
func (t *Thread) warnUnawaited() error {
	list := t.In.left.coroutines
	t.In.left.coroutines = nil
	for _, g := range list {
		if !g.unawaited() {
			continue
		}
		if err := t.ignored(t.warn("_warn_unawaited_at_exit", g), "", g); err != nil {
			return err
		}
	}
	return nil
}
