package py

import (
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// An End is how a program ended. Err is nil of one that exited, an *Exc of one that an
// exception ended, and ErrStopped of one that was stopped.
type End struct {
	Err      error
	ExitCode int
	// Of an exception: its traceback as text, its last line, and where it was raised.
	Text, Message, File string
	Line, Column        int
	Overflow            bool // it was a RecursionError of something that ran
}

// RunMain runs a program's main source as the module __main__, and what is to run at its
// end. The text of an exception that ends it is written to standard error before that.
func (t *Thread) RunMain(source string) End {
	name := t.In.Host.Program.Name
	t.In.sources[name] = source
	t.In.main = t
	defer t.atEnd()
	defer t.endThreads()
	err, hooked := t.exceptHook(t.runMain(source, name))
	end := t.end(err)
	if hooked {
		end.Text = ""
	}
	if failed := t.report(end.Text); failed != nil {
		err = failed
	}
	err = t.atExit(t.joinThreads(err))
	if err == nil || isExc(err) {
		if failed := t.finalize(); failed != nil {
			err = failed
		}
	}
	if flushed := t.In.Flush(); flushed != nil && (err == nil || isExc(err)) {
		err = flushed
	}
	t.In.Discard()
	if t.In.Stopped() {
		return End{Err: ErrStopped, ExitCode: 1}
	}
	if err != nil && !isExc(err) {
		return t.end(err)
	}
	return end
}

// OnEnd has f called at the run's end, however it ends, when nothing of the program's runs
// any more.
func (in *Interp) OnEnd(f func(t *Thread)) { in.onEnd = append(in.onEnd, f) }

func (t *Thread) atEnd() {
	for _, f := range t.In.onEnd {
		f(t)
	}
}

// report writes the text of the exception that has ended the program, after all that was
// printed.
func (t *Thread) report(text string) error {
	if text == "" {
		return nil
	}
	if err := t.In.Flush(); err != nil {
		return err
	}
	if err := t.In.Err.WriteString(text); err != nil {
		return err
	}
	return t.In.Err.Flush()
}

func (t *Thread) runMain(source, name string) error {
	c, err := t.Compile(source, name, ForModule)
	if err != nil {
		return err
	}
	t.In.Host.Begin()
	return t.execMain(c)
}

func (t *Thread) execMain(c *code.Code) error {
	m := NewModule("__main__")
	m.Set("__annotations__", NewDict()).Set("__builtins__", t.builtinsModule()).Set("__file__", NewStr(c.File)).Set("__cached__", None)
	t.In.Modules.SetStr("__main__", m)
	_, err := t.Exec(c, m.Dict, nil)
	return err
}

// atExit calls what is to be called at the end, the last first. An exception of theirs is
// printed and, as in Python, changes nothing else.
func (t *Thread) atExit(err error) error {
	if err != nil && !isExc(err) {
		return err
	}
	for n := len(t.In.AtExit); n > 0; n = len(t.In.AtExit) {
		f := t.In.AtExit[n-1]
		t.In.AtExit = t.In.AtExit[:n-1]
		if e := f(t); e != nil {
			x, ok := e.(*Exc)
			if !ok {
				return e
			}
			if e := t.In.Err.WriteString("Exception ignored in atexit callback:\n" + t.FormatException(x)); e != nil {
				return e
			}
		}
	}
	return err
}

func isExc(err error) bool {
	_, ok := err.(*Exc)
	return ok
}

// end says what an error means that a program ended with.
func (t *Thread) end(err error) End {
	e, ok := err.(*Exc)
	switch {
	case err == nil:
		return End{}
	case !ok:
		if x, ok := err.(exitNow); ok {
			return End{ExitCode: x.code}
		}
		return End{Err: err, ExitCode: 1}
	case e.class.IsSubclass(SystemExit):
		return t.exited(e)
	}
	end := End{Err: e, ExitCode: 1, Text: t.printable(t.FormatException(e)), Message: t.message(e), Overflow: e.TB != nil && e.class.IsSubclass(RecursionError)}
	if e.class.IsSubclass(KeyboardInterrupt) {
		end.ExitCode = 130
	}
	if e.class.IsSubclass(SyntaxError) {
		end.File, end.Line, end.Column = e.place()
	}
	if tb := e.TB; end.Line == 0 && tb != nil {
		for tb.Next != nil {
			tb = tb.Next
		}
		end.File, end.Line, end.Column = tb.Code.File, int(tb.Place.Line), int(tb.Place.Col)+1
	}
	return end
}

// place is where a SyntaxError is.
func (e *Exc) place() (file string, line, column int) {
	if n, ok := e.Fields["lineno"].(Int); ok {
		line = int(n)
	}
	if n, ok := e.Fields["offset"].(Int); ok {
		column = int(n)
	}
	return textOf(OrNone(e.Fields["filename"])), line, max(column, 1)
}

// exited is the end of a program that raised SystemExit.
func (t *Thread) exited(e *Exc) End {
	v := e.Fields["code"]
	if v == nil {
		v = None
		if len(e.Args.Items) == 1 {
			v = e.Args.Items[0]
		} else if len(e.Args.Items) > 1 {
			v = e.Args
		}
	}
	switch n := Native(v).(type) {
	case *noneType:
		return End{}
	case Int:
		return End{ExitCode: int(n & 0xff)}
	case *Bool:
		if n.v {
			return End{ExitCode: 1}
		}
		return End{}
	case *BigInt:
		return End{ExitCode: 255}
	}
	s, err := t.Str(v)
	if err == nil {
		err = t.In.Err.WriteString(s.s + "\n")
	}
	if err == nil {
		err = t.In.Flush()
	}
	if err != nil && !isExc(err) {
		return End{Err: err, ExitCode: 1}
	}
	return End{ExitCode: 1}
}

// message is the first line of what an exception says of itself: "ValueError: text".
func (t *Thread) message(e *Exc) string {
	text := className(t, e.class)
	if s, err := t.Str(e); err == nil && s.s != "" {
		first, _, _ := strings.Cut(s.s, "\n")
		text += ": " + beginning(first, maxMessage)
	}
	return t.printable(text)
}

// maxMessage bounds the message that is told apart from the traceback, in bytes.
const maxMessage = 64 << 10

// beginning is as many whole characters of s as n bytes hold.
func beginning(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// printable is a text with lone surrogates as escapes, as standard error has them.
func (t *Thread) printable(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	s, err := EncodeText(t, s, "utf-8", "backslashreplace")
	if err != nil {
		return "?"
	}
	return s
}

// Discard ends what an Interp has under way outside of its thread.
func (in *Interp) Discard() {
	in.SetAlarm(0, 0)
	for _, o := range []*Output{in.Out, in.Err} {
		if o.timer != nil {
			o.timer.Stop()
			o.timer = nil
		}
	}
}
