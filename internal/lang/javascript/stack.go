package javascript

import (
	"fmt"
	"strings"

	"github.com/dop251/goja"
)

// maxFrames is how many calls a stack shows.
const maxFrames = 20

// internal is how the names of the runtime's own sources begin.
const internal = "node:"

// A frame is one call of a stack.
type frame struct {
	function     string // empty where it has no name
	file         string
	line, column int // 0 for a builtin
}

func (f frame) String() string {
	place := "<anonymous>"
	if f.line > 0 {
		place = fmt.Sprintf("%s:%d:%d", f.file, f.line, f.column)
	}
	if f.function == "" {
		return place
	}
	return f.function + " (" + place + ")"
}

// userFrames returns the calls of stack that are not the runtime's own.
func userFrames(stack []goja.StackFrame) []frame {
	var frames []frame
	for i := range stack {
		if len(frames) > maxFrames {
			break
		}
		name := stack[i].SrcName()
		if strings.HasPrefix(name, internal) {
			continue
		}
		f := frame{function: functionName(&stack[i])}
		if at := stack[i].Position(); at.Line > 0 {
			f.file, f.line, f.column = valid(at.Filename), at.Line, at.Column
		}
		frames = append(frames, f)
	}
	return frames
}

func functionName(f *goja.StackFrame) string {
	name := f.FuncName()
	if name == "<anonymous>" || name == "<native>" {
		return ""
	}
	return clip(valid(name), 200)
}

// stackText returns frames as the lines that follow an error's message.
func stackText(frames []frame) string {
	var b strings.Builder
	for i, f := range frames {
		if i == maxFrames {
			b.WriteString("\n    ...")
			break
		}
		b.WriteString("\n    at " + f.String())
	}
	return b.String()
}
