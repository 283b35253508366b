package starlark

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.starlark.net/resolve"
	sl "go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"github.com/elide-dev/elided/internal/lang"
)

const (
	// maxMessage is how many bytes of a message go into an error.
	maxMessage = 8 << 10
	// maxFrames is how many calls a traceback shows, half of them from each end.
	maxFrames = 40
	// maxErrors is how many errors of one source are reported.
	maxErrors = 20
)

// errOutput is what a builtin fails with when the host takes no more output.
var errOutput = errors.New("output is closed")

// An exitError is how exit unwinds the program. Starlark has nothing that
// catches errors, so that it always arrives.
type exitError struct{ code int }

func (e *exitError) Error() string { return fmt.Sprintf("exit(%d)", e.code) }

// A site is one error at a place in a source.
type site struct {
	pos     syntax.Position
	message string
}

func (s site) String() string { return fmt.Sprintf("%s: %s", s.pos, s.message) }

// failure describes any error that a program ended with.
func failure(err error) *lang.Error {
	frames, cause := calls(err)
	if sites := staticErrors(err); len(sites) > 0 {
		return staticFailure(frames, sites)
	}
	message := "Error: " + clip(cause.Error())
	return located(frames, message, traceback(frames)+message)
}

func overflowFailure(err error) *lang.Error {
	frames, _ := calls(err)
	message := fmt.Sprintf("Error: stack overflow: calls are nested more than %d deep", maxDepth)
	return located(frames, message, traceback(frames)+message)
}

// staticFailure describes errors of a source, which frames were about to load.
func staticFailure(frames sl.CallStack, sites []site) *lang.Error {
	var b strings.Builder
	b.WriteString(traceback(frames))
	for i, s := range sites {
		if i == maxErrors {
			fmt.Fprintf(&b, "and %d more errors", len(sites)-maxErrors)
			break
		}
		fmt.Fprintln(&b, s)
	}
	top := sl.CallFrame{Pos: sites[0].pos}
	return located(sl.CallStack{top}, sites[0].message, strings.TrimSuffix(b.String(), "\n"))
}

// staticErrors returns what the parser or the resolver has found, if it was them.
func staticErrors(err error) []site {
	var parse syntax.Error
	if errors.As(err, &parse) {
		return []site{{parse.Pos, "SyntaxError: " + parse.Msg}}
	}
	var list resolve.ErrorList
	errors.As(err, &list)
	sites := make([]site, len(list))
	for i, e := range list {
		sites[i] = site{e.Pos, "Error: " + e.Msg}
	}
	// The resolver reports uses of globals after all else.
	slices.SortStableFunc(sites, func(a, b site) int {
		return cmp.Or(cmp.Compare(a.pos.Line, b.pos.Line), cmp.Compare(a.pos.Col, b.pos.Col))
	})
	return sites
}

// calls returns the stack at the innermost error of err's chain and that error:
// one in a loaded file is wrapped in another at each load.
func calls(err error) (sl.CallStack, error) {
	var frames sl.CallStack
	cause := err
	for {
		var eval *sl.EvalError
		if !errors.As(err, &eval) {
			return frames, cause
		}
		frames, cause = eval.CallStack, eval
		err = eval.Unwrap()
	}
}

// located is an error at the innermost frame that has a place.
func located(frames sl.CallStack, message, stack string) *lang.Error {
	e := &lang.Error{Message: firstLine(clean(message)), Stack: clean(stack) + "\n"}
	for i := range frames {
		if pos := frames.At(i).Pos; pos.Line > 0 {
			e.File, e.Line, e.Column = clean(pos.Filename()), int(pos.Line), int(pos.Col)
			break
		}
	}
	return e
}

func traceback(frames sl.CallStack) string {
	if len(frames) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("Traceback (most recent call last):\n")
	hidden := len(frames) - maxFrames
	for i, f := range frames {
		switch {
		case hidden <= 0 || i < maxFrames/2 || i >= maxFrames/2+hidden:
			writeFrame(&b, f)
		case i == maxFrames/2:
			fmt.Fprintf(&b, "  ... %d more calls ...\n", hidden)
		}
	}
	return b.String()
}

// writeFrame leaves builtins out: they have no place, and the messages of their
// errors name them.
func writeFrame(b *strings.Builder, f sl.CallFrame) {
	if f.Pos.Line > 0 {
		fmt.Fprintf(b, "  %s: in %s\n", f.Pos, f.Name)
	}
}

func clip(message string) string {
	if len(message) > maxMessage {
		return message[:maxMessage] + "..."
	}
	return message
}

// clean makes s what a protobuf string may hold.
func clean(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return strings.TrimSuffix(line, "\r")
}
