package py

import "slices"

// newExc is BaseException.__new__: args are what it was called with, whatever the
// program's __init__ makes of them.
func newExc(_ *Thread, cls *Class, a Args) (Object, error) {
	return &Exc{class: cls, Args: NewTuple(slices.Clone(a.Pos)...)}, nil
}

// initExc is BaseException.__init__.
func initExc(_ *Thread, self Object, a Args) error {
	e := self.(*Exc)
	if len(a.Names) > 0 {
		return Raise(TypeError, "%s() takes no keyword arguments", e.class.Name)
	}
	e.Args = NewTuple(slices.Clone(a.Pos)...)
	return nil
}

// initNamed returns the __init__ of a class whose exceptions take some fields by name.
func initNamed(class string, fields ...string) func(*Thread, Object, Args) error {
	return func(_ *Thread, self Object, a Args) error {
		e := self.(*Exc)
		e.Args = NewTuple(slices.Clone(a.Pos)...)
		for i, name := range a.Names {
			if !slices.Contains(fields, name.s) {
				return Raise(TypeError, "'%s' is an invalid keyword argument for %s()", name.s, class)
			}
			e.With(name.s, a.Named[i])
		}
		return nil
	}
}

// initSyntaxError takes (msg, (filename, lineno, offset, text, end_lineno, end_offset)).
func initSyntaxError(t *Thread, self Object, a Args) error {
	if err := initExc(t, self, a); err != nil {
		return err
	}
	e := self.(*Exc)
	if len(a.Pos) > 0 {
		e.With("msg", a.Pos[0])
	}
	if len(a.Pos) != 2 {
		return nil
	}
	info, err := t.Items(a.Pos[1])
	if err != nil {
		return err
	}
	switch n := len(info); {
	case n < 4:
		return Raise(TypeError, "function takes at least 4 arguments (%d given)", n)
	case n > 6:
		return Raise(TypeError, "function takes at most 6 arguments (%d given)", n)
	case n == 5:
		return Raise(TypeError, "end_offset must be provided when end_lineno is provided")
	}
	for i, v := range info {
		e.With(syntaxFields[i], v)
	}
	return nil
}

var syntaxFields = []string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"}

// initUnicode returns the __init__ of the UnicodeErrors, whose arguments are fields of these
// classes.
func initUnicode(fields []string, classes ...*Class) func(*Thread, Object, Args) error {
	return func(t *Thread, self Object, a Args) error {
		if err := initExc(t, self, a); err != nil {
			return err
		}
		if len(a.Pos) != len(fields) {
			return Raise(TypeError, "function takes exactly %d arguments (%d given)", len(fields), len(a.Pos))
		}
		e := self.(*Exc)
		for i, v := range a.Pos {
			if classes[i] == IntClass {
				n, err := t.Index(v)
				if err != nil {
					return err
				}
				v = MakeInt(int64(n))
			} else if classes[i] != BytesClass && !IsInstance(v, classes[i]) {
				return Raise(TypeError, "argument %d must be %s, not %s", i+1, classes[i].Name, argClass(v))
			}
			e.With(fields[i], v)
		}
		return nil
	}
}

var (
	codecFields     = []string{"encoding", "object", "start", "end", "reason"}
	translateFields = codecFields[1:]
)

// errnoClasses are the classes that OSError makes its exceptions of, by Linux's errno.
var errnoClasses = map[int]*Class{
	1: PermissionError, 2: FileNotFoundError, 3: ProcessLookupError, 4: InterruptedError, 10: ChildProcessError, 11: BlockingIOError,
	13: PermissionError, 17: FileExistsError, 20: NotADirectoryError, 21: IsADirectoryError, 32: BrokenPipeError,
	103: ConnectionAbortedError, 104: ConnectionResetError, 108: BrokenPipeError, 110: TimeoutError, 111: ConnectionRefusedError,
	114: BlockingIOError, 115: BlockingIOError,
}

// newOSError is OSError.__new__. Where a program's class has an __init__ of its own and no
// __new__, the arguments are looked at by OSError.__init__, should that be called.
func newOSError(_ *Thread, cls *Class, a Args) (Object, error) {
	e := &Exc{class: cls, Args: emptyTuple}
	if cls.lateOSError() {
		return e, nil
	}
	if len(a.Names) > 0 && !cls.Heap {
		return nil, Raise(TypeError, "%s() takes no keyword arguments", cls.Name)
	}
	if cls == OSError && len(a.Pos) >= 2 && len(a.Pos) <= 5 {
		if n, ok := Native(a.Pos[0]).(Int); ok && errnoClasses[int(n)] != nil {
			e.class = errnoClasses[int(n)]
		}
	}
	e.takeOSError(a.Pos)
	return e, nil
}

func (c *Class) lateOSError() bool {
	return c.Heap && c.Lookup("__init__") != OSError.Lookup("__init__") && c.Lookup("__new__") == OSError.Lookup("__new__")
}

func initOSError(_ *Thread, self Object, a Args) error {
	e := self.(*Exc)
	if !e.class.lateOSError() {
		return nil
	}
	if len(a.Names) > 0 {
		return Raise(TypeError, "%s() takes no keyword arguments", e.class.Name)
	}
	e.takeOSError(a.Pos)
	return nil
}

// takeOSError makes fields of (errno, strerror, filename, winerror, filename2).
func (e *Exc) takeOSError(args []Object) {
	args = slices.Clone(args)
	if n := len(args); n >= 2 && n <= 5 {
		e.With("errno", args[0]).With("strerror", args[1])
		if n > 2 && args[2] != None {
			e.With("filename", args[2])
			if n > 4 && args[4] != None {
				e.With("filename2", args[4])
			}
			args = args[:2]
		}
	}
	e.Args = NewTuple(args...)
}
