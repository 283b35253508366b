package py

import (
	"math"
	"math/big"
	"strings"
)

func builtinPrint(t *Thread, a []Object) (Object, error) {
	sep, err := printOption(a[0], "sep", " ")
	if err != nil {
		return nil, err
	}
	end, err := printOption(a[1], "end", "\n")
	if err != nil {
		return nil, err
	}
	var parts []string
	for i, x := range a[4].(*Tuple).Items {
		if i > 0 {
			parts = append(parts, sep)
		}
		s, err := t.Str(x)
		if err != nil {
			if e := t.printParts(a[2], parts); e != nil {
				return nil, e
			}
			return nil, err
		}
		parts = append(parts, s.s)
	}
	if err := t.printParts(a[2], append(parts, end)); err != nil {
		return nil, err
	}
	if a[3] == nil {
		return None, nil
	}
	flush, err := t.Truth(a[3])
	if err != nil || !flush {
		return None, err
	}
	return None, t.flushTo(a[2])
}

// printParts prints: each part by a write of its own to a file of the program's.
func (t *Thread) printParts(file Object, parts []string) error {
	out, err := t.stdout(file)
	if out == nil || err != nil {
		return err
	}
	if s, ok := out.(*Stream); ok && s.writesItself() {
		return t.printTo(out, strings.Join(parts, ""))
	}
	for _, text := range parts {
		if err := t.printTo(out, text); err != nil {
			return err
		}
	}
	return nil
}

func printOption(v Object, name, otherwise string) (string, error) {
	if v == nil || v == None {
		return otherwise, nil
	}
	s, ok := Native(v).(*Str)
	if !ok {
		return "", Raise(TypeError, "%s must be None or a string, not %s", name, v.Class().fullName())
	}
	return s.s, nil
}

// stdout is sys.stdout; nil where the program has taken it away.
func (t *Thread) stdout(file Object) (Object, error) {
	if file != nil && file != None {
		return file, nil
	}
	sys, err := t.load("sys")
	if err != nil {
		return nil, err
	}
	out := attributes(sys, false).GetStr("stdout")
	if out == nil {
		return nil, Raise(RuntimeError, "lost sys.stdout")
	}
	if out == None {
		return nil, nil
	}
	return out, nil
}

func (t *Thread) printTo(file Object, text string) error {
	file, err := t.stdout(file)
	if file == nil || err != nil {
		return err
	}
	if s, ok := file.(*Stream); ok && s.writesItself() {
		return s.writeText(t, text)
	}
	write, err := t.GetAttr(file, "write")
	if err != nil {
		return err
	}
	_, err = t.Call(write, NewStr(text))
	return err
}

func (t *Thread) flushTo(file Object) error {
	file, err := t.stdout(file)
	if file == nil || err != nil {
		return err
	}
	flush, err := t.GetAttr(file, "flush")
	if err != nil {
		return err
	}
	_, err = t.Call(flush)
	return err
}

// printValue is what an interactive interpreter does with the value of an expression.
func (t *Thread) printValue(x Object) error {
	sys, err := t.load("sys")
	if err != nil {
		return err
	}
	hook, err := t.GetAttr(sys, "displayhook")
	if err != nil {
		return err
	}
	_, err = t.Call(hook, x)
	return err
}

func builtinLen(t *Thread, a []Object) (Object, error) {
	n, err := t.Len(a[0])
	return MakeInt(int64(n)), err
}

func builtinRepr(t *Thread, a []Object) (Object, error) { return t.reprObject(a[0]) }

func builtinASCII(t *Thread, a []Object) (Object, error) { return t.asciiObject(a[0]) }

// object makes an Object of what is a *Str when there is no error.
func object(s *Str, err error) (Object, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

func builtinHash(t *Thread, a []Object) (Object, error) {
	h, err := Hash(t, a[0])
	return MakeInt(h), err
}

func builtinChr(t *Thread, a []Object) (Object, error) {
	n, err := t.IndexObject(a[0])
	if err != nil {
		return nil, err
	}
	i, ok := n.(Int)
	if !ok || i < math.MinInt32 || i > math.MaxInt32 {
		return nil, Raise(OverflowError, "Python int too large to convert to C int")
	}
	if i < 0 || i > 0x10ffff {
		return nil, Raise(ValueError, "chr() arg not in range(0x110000)")
	}
	return charOf(rune(i)), nil
}

func builtinOrd(_ *Thread, a []Object) (Object, error) {
	switch s := Native(a[0]).(type) {
	case *Str:
		if n := s.Len(); n != 1 {
			return nil, Raise(TypeError, "ord() expected a character, but string of length %d found", n)
		}
		r, _ := decodeRune(s.s)
		return MakeInt(int64(r)), nil
	case *Bytes:
		if len(s.s) != 1 {
			return nil, Raise(TypeError, "ord() expected a character, but string of length %d found", len(s.s))
		}
		return MakeInt(int64(s.s[0])), nil
	case *ByteArray:
		if len(s.b) != 1 {
			return nil, Raise(TypeError, "ord() expected a character, but string of length %d found", len(s.b))
		}
		return MakeInt(int64(s.b[0])), nil
	}
	return nil, Raise(TypeError, "ord() expected string of length 1, but %s found", a[0].Class().fullName())
}

func builtinBin(t *Thread, a []Object) (Object, error) { return inBase(t, a[0], 2, "0b") }
func builtinOct(t *Thread, a []Object) (Object, error) { return inBase(t, a[0], 8, "0o") }
func builtinHex(t *Thread, a []Object) (Object, error) { return inBase(t, a[0], 16, "0x") }

func inBase(t *Thread, x Object, base int, prefix string) (Object, error) {
	n, err := t.IndexObject(x)
	if err != nil {
		return nil, err
	}
	v := bigOf(n)
	sign := ""
	if v.Sign() < 0 {
		sign, v = "-", new(big.Int).Neg(v)
	}
	return NewStr(sign + prefix + v.Text(base)), nil
}

// bigOf is the value of an Int or a *BigInt. It isn't to be changed.
func bigOf(x Object) *big.Int {
	if b, ok := x.(*BigInt); ok {
		return b.V
	}
	return big.NewInt(int64(x.(Int)))
}

// Callable is callable(x).
func Callable(x Object) bool {
	c := x.Class()
	switch x.(type) {
	case *Func, *Builtin, *MethodDescr, *Method, *Class:
		return true
	}
	if !c.Heap {
		return c.Slots.Call != nil
	}
	return c.Lookup("__call__") != nil
}

func builtinCallable(_ *Thread, a []Object) (Object, error) { return Of(Callable(a[0])), nil }

func builtinExit(_ *Thread, a []Object) (Object, error) {
	v := OrNone(a[0])
	return nil, NewExc(SystemExit, v).With("code", v)
}

func builtinImport(t *Thread, a []Object) (Object, error) {
	globals, _ := OrNone(a[1]).(*Dict)
	if globals == nil {
		globals = NewDict()
	}
	level, err := 0, error(nil)
	if a[4] != nil {
		if level, err = t.Index(a[4]); err != nil {
			return nil, err
		}
	}
	name, ok := Native(a[0]).(*Str)
	if !ok {
		return nil, Raise(TypeError, "module name must be a string")
	}
	switch {
	case level < 0:
		return nil, Raise(ValueError, "level must be >= 0")
	case level > 0 && a[1] != nil && a[1] != None && !IsInstance(a[1], DictClass):
		return nil, Raise(TypeError, "globals must be a dict")
	case name.s == "" && level == 0:
		return nil, Raise(ValueError, "Empty module name")
	}
	return t.importNames(name.s, globals, OrNone(a[3]), level)
}

// importNames is Import of what a true list of names says, which is looked at where the module is
// a package only.
func (t *Thread) importNames(name string, globals *Dict, list Object, level int) (Object, error) {
	if some, err := t.Truth(list); err != nil || !some {
		if err != nil {
			return nil, err
		}
		return t.Import(name, globals, nil, level)
	}
	full, err := absoluteName(name, globals, level)
	if err != nil {
		return nil, err
	}
	m, err := t.load(full)
	if err != nil {
		return nil, err
	}
	if path, err := t.Attr(m, "__path__"); path == nil || err != nil {
		return m, err
	}
	from, err := t.Collect(list)
	if err != nil {
		return nil, err
	}
	for i, x := range from {
		if from[i] = Native(x); !isText(from[i]) {
			return nil, Raise(TypeError, "Item in ``from list'' must be str, not %s", x.Class().fullName())
		}
	}
	return m, t.loadFrom(m, full, from)
}

func builtinPow(t *Thread, a []Object) (Object, error) {
	return t.Pow(a[0], a[1], a[2])
}

func builtinFormat(t *Thread, a []Object) (Object, error) {
	if a[1] != nil && !isText(Native(a[1])) {
		return nil, Raise(TypeError, "format() argument 2 must be str, not %s", argClass(a[1]))
	}
	return object(t.Format(a[0], a[1]))
}

// builtinOpen is the module io's open.
func builtinOpen(t *Thread, a []Object) (Object, error) {
	m, err := t.load("_io")
	if err != nil {
		return nil, err
	}
	open, err := t.GetAttr(m, "open")
	if err != nil {
		return nil, err
	}
	args := Args{Pos: a[:1]}
	for i, name := range []string{"mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"} {
		if v := a[i+1]; v != nil {
			args.Names, args.Named = append(args.Names, NewStr(name)), append(args.Named, v)
		}
	}
	return t.CallArgs(open, args)
}

func builtinANext(t *Thread, a []Object) (Object, error) {
	next, err := t.special(a[0], "__anext__")
	if err != nil {
		return nil, err
	}
	if next == nil {
		return nil, Raise(TypeError, "'%s' object is not an async iterator", a[0].Class().fullName())
	}
	if a[1] != nil { // what waits and catches is easier said in Python
		return t.callOf("_async_helpers", "anext_or", a[0], a[1])
	}
	return t.Call(next)
}
