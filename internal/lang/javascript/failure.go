package javascript

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/javascript/inspect"
)

const (
	// maxMessage is how many bytes of a message go into an error.
	maxMessage = 8 << 10
	// maxText is how many bytes an uncaught value may be printed as.
	maxText = 24 << 10
	// maxSourceLine is how long a line may be to be shown.
	maxSourceLine = 400
)

// uncaught gives an exception to the program's handler, or ends the program.
func (in *instance) uncaught(thrown *goja.Exception, origin string) {
	handled := false
	again := in.vm.Try(func() {
		handled = in.process.events.emit(in, in.process.object, "uncaughtException", thrown.Value(), in.vm.ToValue(origin))
	})
	if again != nil {
		thrown, handled = again, false
	}
	if !handled {
		in.fail(lang.UncaughtError, in.failure(thrown))
	}
}

// failure describes an exception that nothing caught.
func (in *instance) failure(thrown *goja.Exception) *lang.Error {
	value := thrown.Value()
	if o, ok := value.(*goja.Object); ok && in.modules.syntax[o] != nil {
		return syntaxFailure(in.modules.syntax[o])
	}
	e := &lang.Error{Message: in.message(value)}
	frames := userFrames(thrown.Stack())
	in.locate(e, frames)
	text := in.text(value)
	if !isError(value) {
		text = "Uncaught " + text + stackText(frames)
	}
	e.Stack = in.excerpt(e) + clip(text, maxText)
	return e
}

// hereFailure describes what ends the program where it is now.
func (in *instance) hereFailure(message string) *lang.Error {
	return in.framesFailure(message, in.vm.CaptureCallStack(0, nil))
}

func (in *instance) overflowFailure(o *goja.StackOverflowError) *lang.Error {
	return in.framesFailure("RangeError: Maximum call stack size exceeded", o.Stack())
}

func (in *instance) framesFailure(message string, stack []goja.StackFrame) *lang.Error {
	e := &lang.Error{Message: message}
	frames := userFrames(stack)
	in.locate(e, frames)
	e.Stack = in.excerpt(e) + message + stackText(frames)
	return e
}

func syntaxFailure(s *SyntaxError) *lang.Error {
	e := &lang.Error{Message: oneLine("SyntaxError: " + s.Message), File: valid(s.File), Line: s.Line, Column: s.Column}
	e.Stack = excerpt(e, s.SourceLine) + e.Message
	return e
}

// locate sets the place of e to the innermost frame in a source.
func (in *instance) locate(e *lang.Error, frames []frame) {
	for _, f := range frames {
		if f.line > 0 {
			e.File, e.Line, e.Column = f.file, f.line, f.column
			return
		}
	}
}

// message returns what value is in one line: "TypeError: x is not a function".
func (in *instance) message(value goja.Value) string {
	if !isError(value) {
		return oneLine("Uncaught " + in.text(value))
	}
	name, message := in.textOf(value, "name"), in.textOf(value, "message")
	switch {
	case name == "":
		name = "Error"
	case message == "":
		return oneLine(name)
	}
	return oneLine(name + ": " + message)
}

// textOf returns a property of value as text where it is a primitive.
func (in *instance) textOf(value goja.Value, name string) (text string) {
	in.vm.Try(func() {
		v := value.(*goja.Object).Get(name)
		if _, ok := v.(*goja.Object); !ok && v != nil && !goja.IsUndefined(v) {
			text = v.String()
		}
	})
	return text
}

// text returns value as console.log prints it, whatever it does to prevent that.
func (in *instance) text(value goja.Value) (text string) {
	thrown := in.vm.Try(func() {
		text = in.inspect().Inspect(value, inspect.Options{})
	})
	if thrown != nil {
		return "[a value that can't be shown]"
	}
	return valid(text)
}

// inspect returns the inspector of this instance.
func (in *instance) inspect() *inspect.Inspector {
	if in.inspector == nil {
		in.inspector = inspect.New(in.vm)
	}
	return in.inspector
}

// describe says what v is, for messages about arguments.
func (in *instance) describe(v goja.Value) string {
	switch v := v.(type) {
	case *goja.Object:
		if _, ok := goja.AssertFunction(v); ok {
			return "function " + in.textOf(v, "name")
		}
		return "an instance of " + v.ClassName()
	default:
		if goja.IsUndefined(v) || goja.IsNull(v) {
			return v.String()
		}
		return fmt.Sprintf("type %s (%s)", typeOf(v), oneLine(in.text(v)))
	}
}

func typeOf(v goja.Value) string {
	switch {
	case goja.IsNumber(v):
		return "number"
	case goja.IsString(v):
		return "string"
	case goja.IsBigInt(v):
		return "bigint"
	}
	if _, ok := v.(*goja.Symbol); ok {
		return "symbol"
	}
	return "boolean"
}

// describeReason returns a rejection's reason as Node's message has it.
func (in *instance) describeReason(reason goja.Value) string {
	if _, ok := reason.(*goja.Object); ok {
		return "#<Object>"
	}
	if goja.IsString(reason) {
		return clip(reason.String(), maxMessage)
	}
	return in.text(reason)
}

// excerpt shows the source line that e is about.
func (in *instance) excerpt(e *lang.Error) string {
	return excerpt(e, sourceLine(in.source(e.File), e.Line))
}

func excerpt(e *lang.Error, line string) string {
	if e.Line == 0 {
		return ""
	}
	head := fmt.Sprintf("%s:%d\n", e.File, e.Line)
	line = valid(line)
	if len(line) > maxSourceLine || e.Column < 1 || e.Column > len(line)+1 {
		return head + "\n"
	}
	return head + line + "\n" + indentTo(line, e.Column) + "^\n\n"
}

// indentTo returns blanks as wide as what stands in line before a column.
func indentTo(line string, column int) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, valid(line[:min(column-1, len(line))]))
}

// source returns the text of one of the program's files.
func (in *instance) source(file string) string {
	if file == in.program.Name {
		return in.program.Code
	}
	return in.program.Files[file]
}

// oneLine returns the first line of s, clipped.
func oneLine(s string) string {
	s, _, _ = strings.Cut(valid(s), "\n")
	return clip(s, maxMessage)
}

func valid(s string) string {
	return strings.ToValidUTF8(s, "\ufffd")
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return valid(s[:n]) + "..."
}
