package inspect

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

const (
	// maxStack is how many bytes of an error's stack are shown.
	maxStack = 1 << 20
	// maxFrames is how many lines of stacks are compared.
	maxFrames = 200
	// call is how a line of a stack begins.
	call = "\n    at"
	// typeInStack finds the name that a stack begins with.
	typeInStack = `^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n    at)|^([a-z_A-Z0-9-]*Error)$`
)

// error returns the shape of an error.
func (p *printer) error(o *goja.Object, s shape) shape {
	s.class.internal = "Error"
	s.keys, s.cut = p.keys(o, 0)
	name := "Error"
	if v := p.lookup(o, p.eng.name); !isNil(v) {
		name = v.String()
	}
	message := p.lookup(o, p.eng.vm.ToValue("message"))
	stack := p.stack(o, name, message)
	if !p.showHidden {
		s.keys = slices.DeleteFunc(s.keys, func(k key) bool { return p.isPartOf(stack, o, k) })
	}
	cause := p.lookup(o, p.eng.vm.ToValue("cause"))
	s.keys = p.withHidden(o, s.keys)
	text := improve(stack, s.class, name)
	s.base = p.indented(wrapped(text, message, p.causeFrames(cause)))
	return s
}

// isErrorLike is whether an object inherits from Error.
func (p *printer) isErrorLike(f *facts) bool {
	for range maxChain {
		next := f.next
		if next == nil {
			return false
		}
		if f = p.factsOf(next, true); f.constructor == "Error" && f.prototype == next {
			return true
		}
	}
	return false
}

func isNil(v goja.Value) bool { return v == nil || goja.IsUndefined(v) || goja.IsNull(v) }

// stack returns an error's stack or, where it has none, its name and message.
func (p *printer) stack(o *goja.Object, name string, message goja.Value) string {
	if s, ok := p.lookup(o, p.eng.stack).(goja.String); ok && s.Length() > 0 {
		text := s.String()
		if len(text) > maxStack {
			text = strings.ToValidUTF8(text[:maxStack], "") + "..."
		}
		p.work += len(text)
		return nodeStack(text)
	}
	text := ""
	if !goja.IsUndefined(message) {
		text = message.String()
	}
	switch {
	case text == "":
		return name
	case name == "":
		return text
	}
	return name + ": " + text
}

// isPartOf is whether a property says what the stack says already.
func (p *printer) isPartOf(stack string, o *goja.Object, k key) bool {
	if k.name != "name" && k.name != "message" && k.name != "stack" {
		return false
	}
	own, _ := p.eng.own(o, p.keyValue(k))
	if _, isObject := own.value.(*goja.Object); isObject || own.value == nil {
		return false
	}
	return strings.Contains(stack, nodeStack(own.value.String()))
}

// withHidden adds the keys of what an error was caused by, which aren't enumerable.
func (p *printer) withHidden(o *goja.Object, keys []key) []key {
	for _, name := range []string{"cause", "errors"} {
		k := key{name: name}
		if slices.Contains(keys, k) {
			continue
		}
		own, ok := p.eng.own(o, p.keyValue(k))
		if list, isObject := own.value.(*goja.Object); name == "errors" && (!isObject || list.ClassName() != "Array") {
			continue
		}
		if ok {
			keys = append(keys, k)
		}
	}
	return keys
}

// improve has the stack begin with the error's class where it begins with a name that says
// less.
func improve(stack string, c class, name string) string {
	usual := strings.HasSuffix(name, "Error") && strings.HasPrefix(stack, name) &&
		(len(stack) == len(name) || stack[len(name)] == ':' || stack[len(name)] == '\n')
	if !c.null && !usual {
		return stack
	}
	fallback, cut := "Error", len(name)
	if c.null {
		found := ""
		if m := regexp.MustCompile(typeInStack).FindStringSubmatch(stack); m != nil {
			found = m[1] + m[2]
		}
		if cut = len(found); found != "" {
			fallback = found
		}
	}
	prefix := strings.TrimSuffix(c.prefix(fallback, ""), " ")
	switch {
	case name == prefix:
		return stack
	case !strings.Contains(prefix, name):
		return prefix + " [" + name + "]" + stack[cut:]
	case cut == 0:
		return prefix + ": " + stack
	}
	return prefix + stack[cut:]
}

// wrapped puts an error without calls in brackets, and leaves out calls that its cause has
// too.
func wrapped(stack string, message goja.Value, cause []string) string {
	from := 0
	if s, ok := message.(goja.String); ok && s.Length() > 0 {
		if at := strings.Index(stack, s.String()); at >= 0 {
			from = at + len(s.String())
		}
	}
	start := strings.Index(stack[from:], call)
	if start < 0 {
		return "[" + stack + "]"
	}
	head, frames := stack[:from+start], strings.Split(stack[from+start+1:], "\n")
	return head + "\n" + strings.Join(withoutShared(frames, cause), "\n")
}

// causeFrames returns the calls in the stack of an error's cause.
func (p *printer) causeFrames(v goja.Value) []string {
	o, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	if o, _ = behind(o); o == nil || o.ClassName() != "Error" {
		return nil
	}
	stack := p.stack(o, "", goja.Undefined())
	at := strings.Index(stack, call)
	if at < 0 {
		return nil
	}
	return strings.Split(stack[at+1:], "\n")
}

// withoutShared replaces more than three calls that are in other too.
func withoutShared(frames, other []string) []string {
	if len(frames) > maxFrames || len(other) > maxFrames {
		return frames
	}
	for i := 0; i < len(frames)-3; i++ {
		at := slices.Index(other, frames[i])
		if at < 0 {
			continue
		}
		n := 0
		for i+n < len(frames) && at+n < len(other) && frames[i+n] == other[at+n] {
			n++
		}
		if n > 3 {
			note := "    ... " + strconv.Itoa(n-2) + " lines matching cause stack trace ..."
			return slices.Concat(frames[:i+1], []string{note}, frames[i+n-1:])
		}
	}
	return frames
}

// indented indents all lines but the first as far as the printer is.
func (p *printer) indented(s string) string {
	if p.indent == 0 {
		return s
	}
	return strings.ReplaceAll(s, "\n", "\n"+spaces(p.indent))
}
