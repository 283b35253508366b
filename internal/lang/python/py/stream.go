package py

import (
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang"
)

// A Stream is sys.stdin, sys.stdout or sys.stderr.
type Stream struct {
	Name string
	out  *Output // nil of stdin
	in   *Input  // nil of the others
	deny bool    // the intrinsic io isn't granted
	Own
}

// An Input is what of standard input is still to be read.
type Input struct{ rest []byte }

var streamClass = newNative("TextIOWrapper")

// StreamClass is the class io.TextIOWrapper: of the standard streams, and the base of that
// of package io's text files.
var StreamClass = streamClass

// Class returns the class TextIOWrapper.
func (*Stream) Class() *Class { return streamClass }

func (s *Stream) denied() error {
	if s.deny {
		return Raise(PermissionError, "%s", lang.NotGranted("io"))
	}
	return nil
}

// writesItself reports whether the program has put no write of its own in the stream's place.
func (s *Stream) writesItself() bool {
	d := *s.ownDict()
	return d == nil || d.GetStr("write") == nil
}

func (s *Stream) writeText(t *Thread, text string) error {
	if err := s.denied(); err != nil {
		return err
	}
	if s.out == nil {
		return Raise(ValueError, "not writable")
	}
	if !utf8.ValidString(text) { // there are lone surrogates in it
		errors := "strict"
		if s.Name == "stderr" {
			errors = "backslashreplace"
		}
		var err error
		if text, err = EncodeText(t, text, "utf-8", errors); err != nil {
			return err
		}
	}
	return s.out.WriteString(text)
}

func setupStreams() {
	streamClass.Module = "_io"
	streamClass.addMethods(streamMethods(MethodTable{
		{"write", "text, /", streamWrite, ""},
		{"writelines", "lines, /", streamWriteLines, ""},
		{"flush", "", streamFlush, ""},
		{"isatty", "", func(*Thread, []Object) (Object, error) { return False, nil }, ""},
		{"fileno", "", streamFileno, ""},
		{"readable", "", func(_ *Thread, a []Object) (Object, error) { return Of(a[0].(*Stream).in != nil), nil }, ""},
		{"writable", "", func(_ *Thread, a []Object) (Object, error) { return Of(a[0].(*Stream).out != nil), nil }, ""},
		{"seekable", "", func(*Thread, []Object) (Object, error) { return False, nil }, ""},
		{"seek", "offset, whence=0, /", streamSeek, ""},
		{"tell", "", streamSeek, ""},
		{"truncate", "size=, /", streamSeek, ""},
		{"close", "", streamFlush, ""},
		{"detach", "", func(_ *Thread, a []Object) (Object, error) { return &rawStream{a[0].(*Stream)}, nil }, ""},
		{"read", "size=-1, /", streamRead, ""},
		{"readline", "size=-1, /", streamReadLine, ""},
		{"readlines", "hint=-1, /", streamReadLines, ""},
		{"reconfigure", "*, encoding=, errors=, newline=, line_buffering=, write_through=", func(*Thread, []Object) (Object, error) { return None, nil }, ""},
		{"__enter__", "", func(_ *Thread, a []Object) (Object, error) { return a[0], nil }, ""},
	}))
	streamClass.AddWholeMethods(MethodTable{{"__exit__", "*args", streamExit, ""}})
	streamClass.Slots.New, streamClass.Slots.Init = newTextWrapper, initTextWrapper
	streamClass.Slots.Next = func(t *Thread, o Object) (Object, error) {
		s, ok := Native(o).(*Stream)
		if !ok {
			return t.Next(Native(o))
		}
		return streamNext(t, s)
	}
	streamClass.Slots.Repr = func(t *Thread, o Object) (Object, error) {
		s, ok := Native(o).(*Stream)
		if !ok {
			return object(t.Repr(Native(o)))
		}
		mode := "w"
		if s.in != nil {
			mode = "r"
		}
		return NewStr("<_io.TextIOWrapper name='<" + s.Name + ">' mode='" + mode + "' encoding='utf-8'>"), nil
	}
	get := func(name string, f func(s *Stream) Object) *GetSet {
		return &GetSet{Name: name, Get: func(t *Thread, o Object) (Object, error) {
			if s, ok := Native(o).(*Stream); ok {
				return f(s), nil
			}
			return t.GetAttr(Native(o), name)
		}}
	}
	constant := func(name string, v Object) *GetSet { return get(name, func(*Stream) Object { return v }) }
	streamClass.addGetSets(constant("encoding", NewStr("utf-8")), constant("errors", NewStr("strict")), constant("closed", False),
		constant("line_buffering", False), constant("newlines", None),
		get("name", func(s *Stream) Object { return NewStr("<" + s.Name + ">") }),
		get("mode", func(s *Stream) Object {
			if s.in != nil {
				return NewStr("r")
			}
			return NewStr("w")
		}),
		get("buffer", func(s *Stream) Object { return &rawStream{s} }),
		&GetSet{Name: chunkSizeName, Get: streamChunk, Set: setStreamChunk},
	)
	streamClass.AddDict()
	rawStreamClass.Module = "_io"
	rawStreamClass.addMethods(MethodTable{
		{"write", "data, /", rawWrite, ""},
		{"flush", "", func(t *Thread, a []Object) (Object, error) { return None, a[0].(*rawStream).flush() }, ""},
		{"read", "size=-1, /", rawRead, ""},
		{"read1", "size=-1, /", rawRead, ""},
		{"readline", "size=-1, /", rawReadLine, ""},
		{"readlines", "hint=-1, /", func(t *Thread, a []Object) (Object, error) {
			list, err := t.Collect(a[0])
			return NewList(list...), err
		}, ""},
		{"writelines", "lines, /", func(t *Thread, a []Object) (Object, error) {
			return None, t.Each(a[1], func(v Object) error {
				_, err := rawWrite(t, []Object{a[0], v})
				return err
			})
		}, ""},
		{"isatty", "", func(*Thread, []Object) (Object, error) { return False, nil }, ""},
		{"readable", "", func(_ *Thread, a []Object) (Object, error) { return Of(a[0].(*rawStream).in != nil), nil }, ""},
		{"writable", "", func(_ *Thread, a []Object) (Object, error) { return Of(a[0].(*rawStream).out != nil), nil }, ""},
		{"seekable", "", func(*Thread, []Object) (Object, error) { return False, nil }, ""},
		{"close", "", func(t *Thread, a []Object) (Object, error) { return None, a[0].(*rawStream).flush() }, ""},
		{"fileno", "", func(t *Thread, a []Object) (Object, error) {
			return streamFileno(t, []Object{a[0].(*rawStream).Stream})
		}, ""},
	})
	rawStreamClass.Slots.Next = func(t *Thread, o Object) (Object, error) {
		line, err := o.(*rawStream).line()
		if err != nil || line == "" {
			return nil, err
		}
		return NewBytes(line), nil
	}
}

func streamWrite(t *Thread, a []Object) (Object, error) {
	text, ok := Native(a[1]).(*Str)
	if !ok {
		return nil, Raise(TypeError, "write() argument must be str, not %s", argClass(a[1]))
	}
	return MakeInt(int64(text.Len())), a[0].(*Stream).writeText(t, text.s)
}

func streamWriteLines(t *Thread, a []Object) (Object, error) {
	write, err := t.GetAttr(a[0], "write")
	if err != nil {
		return nil, err
	}
	return None, t.Each(a[1], func(v Object) error {
		_, err := t.Call(write, v)
		return err
	})
}

func streamFlush(_ *Thread, a []Object) (Object, error) {
	s := a[0].(*Stream)
	if s.out == nil {
		return None, nil
	}
	return None, s.out.Flush()
}

func streamFileno(_ *Thread, a []Object) (Object, error) {
	return MakeInt(int64(map[string]int{"stdin": 0, "stdout": 1, "stderr": 2}[a[0].(*Stream).Name])), nil
}

func (s *Stream) input() (*Input, error) {
	if s.in == nil {
		return nil, Raise(ValueError, "not readable")
	}
	return s.in, s.denied()
}

// take takes n bytes at most, all with a negative n.
func (in *Input) take(n int) string {
	if n < 0 || n > len(in.rest) {
		n = len(in.rest)
	}
	s := string(in.rest[:n])
	in.rest = in.rest[n:]
	return s
}

// line is empty at the end.
func (in *Input) line() string {
	for i, c := range in.rest {
		if c == '\n' {
			return in.take(i + 1)
		}
	}
	return in.take(-1)
}

func streamRead(t *Thread, a []Object) (Object, error) {
	in, err := a[0].(*Stream).input()
	if err != nil {
		return nil, err
	}
	n := -1
	if a[1] != nil && a[1] != None {
		if n, err = t.Index(a[1]); err != nil {
			return nil, err
		}
	}
	if n >= 0 {
		n = bytesOf(string(in.rest), n)
	}
	return textInput(in.take(n)), nil
}

// bytesOf is how many bytes the first n code points are.
func bytesOf(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := decodeRune(s[at:])
		at += size
	}
	return at
}

// textInput is input as text: line ends are newlines, and what is no UTF-8 is replaced.
func textInput(s string) *Str {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return NewStr(strings.ToValidUTF8(s, "\ufffd"))
}

func streamReadLine(_ *Thread, a []Object) (Object, error) {
	in, err := a[0].(*Stream).input()
	if err != nil {
		return nil, err
	}
	return textInput(in.line()), nil
}

func streamReadLines(_ *Thread, a []Object) (Object, error) {
	in, err := a[0].(*Stream).input()
	if err != nil {
		return nil, err
	}
	l := NewList()
	for len(in.rest) > 0 {
		l.Items = append(l.Items, textInput(in.line()))
	}
	return l, nil
}

func streamNext(_ *Thread, o Object) (Object, error) {
	in, err := o.(*Stream).input()
	if err != nil {
		return nil, err
	}
	if len(in.rest) == 0 {
		return nil, nil
	}
	return textInput(in.line()), nil
}

func builtinInput(t *Thread, a []Object) (Object, error) {
	sys, err := t.load("sys")
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"stdin", "stdout", "stderr"} {
		if f := attributes(sys, false).GetStr(name); f == nil || f == None {
			return nil, Raise(RuntimeError, "input(): lost sys.%s", name)
		}
	}
	if a[0] != nil {
		s, err := t.Str(a[0])
		if err != nil {
			return nil, err
		}
		if err := t.printTo(nil, s.s); err != nil {
			return nil, err
		}
	}
	if err := t.In.Flush(); err != nil {
		return nil, err
	}
	read, err := t.GetAttr(attributes(sys, false).GetStr("stdin"), "readline")
	if err != nil {
		return nil, err
	}
	line, err := t.Call(read)
	if err != nil {
		return nil, err
	}
	text := textOf(line)
	if text == "" {
		return nil, Raise(EOFError, "EOF when reading a line")
	}
	return NewStr(strings.TrimSuffix(text, "\n")), nil
}

// A rawStream is the buffer of a Stream, for bytes.
type rawStream struct{ *Stream }

var rawStreamClass = newNative("BufferedWriter")

// Class returns the class BufferedWriter.
func (*rawStream) Class() *Class { return rawStreamClass }

func (s *rawStream) flush() error {
	if s.out == nil {
		return nil
	}
	return s.out.Flush()
}

func (s *rawStream) line() (string, error) {
	in, err := s.input()
	if err != nil {
		return "", err
	}
	return in.line(), nil
}

func rawWrite(_ *Thread, a []Object) (Object, error) {
	s := a[0].(*rawStream)
	if err := s.denied(); err != nil {
		return nil, err
	}
	b, ok := bytesLike(a[1])
	if !ok {
		return nil, Raise(TypeError, "a bytes-like object is required, not '%s'", a[1].Class().fullName())
	}
	if s.out == nil {
		return nil, Raise(ValueError, "not writable")
	}
	return MakeInt(int64(len(b))), s.out.WriteString(b)
}

func rawRead(t *Thread, a []Object) (Object, error) {
	in, err := a[0].(*rawStream).input()
	if err != nil {
		return nil, err
	}
	n := -1
	if a[1] != nil && a[1] != None {
		if n, err = t.Index(a[1]); err != nil {
			return nil, err
		}
	}
	return NewBytes(in.take(n)), nil
}

func rawReadLine(_ *Thread, a []Object) (Object, error) {
	line, err := a[0].(*rawStream).line()
	return NewBytes(line), err
}
