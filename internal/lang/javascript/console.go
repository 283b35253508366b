package javascript

import (
	"bytes"
	"fmt"
	"strconv"
	"time"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang/javascript/inspect"
)

// console is the state behind the object of that name.
type console struct {
	indent string
	counts map[string]int
	timers map[string]time.Time
}

// maxIndent bounds how deep groups indent, so that no line grows without end.
const maxIndent = 1 << 10

// print writes one line of a console's, or several, each indented.
func (in *instance) print(o *output, args []goja.Value) {
	b, plain := appendPlain(o.buffer[:0], args)
	if !plain {
		b = append(o.buffer[:0], in.inspect().Format(args, inspect.Options{})...)
	}
	in.printLine(o, b)
}

// printLine writes b, which is in o's buffer or becomes it.
func (in *instance) printLine(o *output, b []byte) {
	in.needIO()
	if indent := in.console.indent; indent != "" {
		b = append([]byte(indent), bytes.ReplaceAll(b, []byte("\n"), []byte("\n"+indent))...)
	}
	o.buffer = append(b, '\n')
	o.flush()
}

func (in *instance) printText(o *output, text string) {
	in.printLine(o, append(o.buffer[:0], text...))
}

// appendPlain formats strings and integers, which are most of what is printed, without
// the inspector. It is false when there is anything else.
func appendPlain(b []byte, args []goja.Value) ([]byte, bool) {
	for i, a := range args {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case goja.IsString(a):
			start := len(b)
			b = append(b, a.String()...)
			if i == 0 && len(args) > 1 && bytes.IndexByte(b[start:], '%') >= 0 {
				return nil, false
			}
		case goja.IsNumber(a):
			n, ok := a.Export().(int64)
			if !ok {
				return nil, false
			}
			b = strconv.AppendInt(b, n, 10)
		default:
			return nil, false
		}
	}
	return b, true
}

func consoleTable() *table {
	out := func(f func(in *instance, o *output, args []goja.Value), toStderr bool, names ...string) entry {
		return method(func(in *instance, call goja.FunctionCall) goja.Value {
			o := in.stdout
			if toStderr {
				o = in.stderr
			}
			f(in, o, call.Arguments)
			return goja.Undefined()
		}, names...)
	}
	return newTable(
		out((*instance).print, false, "log", "info", "debug"),
		out((*instance).print, true, "error", "warn"),
		out((*instance).consoleTrace, true, "trace"),
		out((*instance).consoleAssert, true, "assert"),
		out((*instance).consoleDir, false, "dir", "dirxml"),
		out((*instance).consoleTable, false, "table"),
		out((*instance).consoleGroup, false, "group", "groupCollapsed"),
		out((*instance).consoleGroupEnd, false, "groupEnd"),
		out((*instance).consoleCount, false, "count"),
		out((*instance).consoleCountReset, true, "countReset"),
		out((*instance).consoleTime, true, "time"),
		out((*instance).consoleTimeEnd, false, "timeEnd"),
		out((*instance).consoleTimeLog, false, "timeLog"),
	)
}

func (in *instance) consoleTrace(o *output, args []goja.Value) {
	text := "Trace"
	if len(args) > 0 {
		text += ": " + in.inspect().Format(args, inspect.Options{})
	}
	in.printText(o, text+stackText(userFrames(in.vm.CaptureCallStack(0, nil)[1:])))
}

func (in *instance) consoleAssert(o *output, args []goja.Value) {
	if len(args) > 0 && args[0].ToBoolean() {
		return
	}
	text := "Assertion failed"
	if len(args) > 1 {
		text += ": " + in.inspect().Format(args[1:], inspect.Options{})
	}
	in.printText(o, text)
}

func (in *instance) consoleDir(o *output, args []goja.Value) {
	options := inspect.Options{}
	if len(args) > 1 {
		if given, ok := args[1].(*goja.Object); ok {
			options.Depth = depth(given.Get("depth"))
		}
	}
	in.printText(o, in.inspect().Inspect(first(args), options))
}

// depth is the inspector's for what a program has given, nil when it has given none.
func depth(v goja.Value) int {
	switch {
	case v == nil || goja.IsUndefined(v):
		return 0
	case goja.IsNull(v) || goja.IsInfinity(v):
		return inspect.Unlimited
	case v.ToInteger() <= 0:
		return inspect.TopOnly
	}
	return int(v.ToInteger())
}

func (in *instance) consoleGroup(o *output, args []goja.Value) {
	if len(args) > 0 {
		in.print(o, args)
	}
	if len(in.console.indent) < maxIndent {
		in.console.indent += "  "
	}
}

func (in *instance) consoleGroupEnd(*output, []goja.Value) {
	if n := len(in.console.indent); n > 0 {
		in.console.indent = in.console.indent[:n-2]
	}
}

// label is the name of a counter or a timer.
func label(args []goja.Value) string {
	if v := first(args); !goja.IsUndefined(v) {
		return v.String()
	}
	return "default"
}

func first(args []goja.Value) goja.Value {
	if len(args) > 0 {
		return args[0]
	}
	return goja.Undefined()
}

func (in *instance) consoleCount(o *output, args []goja.Value) {
	c := &in.console
	if c.counts == nil {
		c.counts = make(map[string]int)
	}
	l := label(args)
	c.counts[l]++
	in.printText(o, fmt.Sprintf("%s: %d", l, c.counts[l]))
}

func (in *instance) consoleCountReset(_ *output, args []goja.Value) {
	l := label(args)
	if _, ok := in.console.counts[l]; !ok {
		in.warn("Count for '" + l + "' does not exist")
		return
	}
	delete(in.console.counts, l)
}

func (in *instance) warn(text string) {
	in.stderr.write("(elided) Warning: " + text + "\n")
}

func (in *instance) consoleTime(_ *output, args []goja.Value) {
	c, l := &in.console, label(args)
	if _, ok := c.timers[l]; ok {
		in.warn("Label '" + l + "' already exists for console.time()")
		return
	}
	if c.timers == nil {
		c.timers = make(map[string]time.Time)
	}
	c.timers[l] = time.Now()
}

func (in *instance) consoleTimeEnd(o *output, args []goja.Value) {
	in.timeLog(o, args, "console.timeEnd()", nil)
	delete(in.console.timers, label(args))
}

func (in *instance) consoleTimeLog(o *output, args []goja.Value) {
	in.timeLog(o, args, "console.timeLog()", args[min(1, len(args)):])
}

func (in *instance) timeLog(o *output, args []goja.Value, caller string, more []goja.Value) {
	l := label(args)
	since, ok := in.console.timers[l]
	if !ok {
		in.warn("No such label '" + l + "' for " + caller)
		return
	}
	text := l + ": " + elapsed(time.Since(since))
	if len(more) > 0 {
		text += " " + in.inspect().Format(more, inspect.Options{})
	}
	in.printText(o, text)
}

// elapsed formats a time as console.timeEnd does.
func elapsed(d time.Duration) string {
	switch {
	case d >= time.Hour:
		return fmt.Sprintf("%d:%02d:%02d (h:mm:ss)", int(d.Hours()), int(d.Minutes())%60, int(d.Seconds())%60)
	case d >= time.Minute:
		return fmt.Sprintf("%d:%06.3f (m:ss.mmm)", int(d.Minutes()), (d % time.Minute).Seconds())
	case d >= time.Second:
		return fmt.Sprintf("%.3fs", d.Seconds())
	}
	return strconv.FormatFloat(float64(d.Microseconds())/1000, 'f', -1, 64) + "ms"
}
