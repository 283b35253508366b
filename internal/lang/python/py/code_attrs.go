package py

import (
	"slices"
	"strconv"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// Bits of co_flags.
const (
	flagOptimized, flagNewLocals = 1, 2
	flagVarArgs, flagVarKw       = 4, 8
	flagNested, flagGenerator    = 16, 32
	flagCoroutine, flagAsyncGen  = 128, 512
	flagFuture                   = futureAnnotations
)

func setupCode() {
	CodeClass.Slots.Repr = func(_ *Thread, x Object) (Object, error) {
		c := x.(*Code)
		return NewStr("<code object " + c.Name + " at " + address(c.id()) + ", file \"" + c.File + "\", line " + strconv.Itoa(c.Line) + ">"), nil
	}
	CodeClass.Slots.Compare = func(_ *Thread, op Cmp, x, y Object) (Object, error) {
		a, ok := x.(*Code)
		b, ok2 := y.(*Code)
		if !ok || !ok2 || op != EQ && op != NE {
			return NotImplemented, nil
		}
		return Of((a.Code == b.Code) == (op == EQ)), nil
	}
	CodeClass.Slots.Hash = func(_ *Thread, x Object) (int64, error) { return identityHash(x.(*Code).id()), nil }
	get := func(name string, v func(c *code.Code) Object) *GetSet {
		return &GetSet{Name: name, member: true, Get: func(_ *Thread, x Object) (Object, error) { return v(x.(*Code).Code), nil }}
	}
	CodeClass.addGetSets(
		get("co_name", func(c *code.Code) Object { return NewStr(c.Name) }),
		get("co_qualname", func(c *code.Code) Object { return NewStr(c.QualName) }),
		get("co_filename", func(c *code.Code) Object { return NewStr(c.File) }),
		get("co_firstlineno", func(c *code.Code) Object { return MakeInt(int64(c.Line)) }),
		get("co_argcount", func(c *code.Code) Object { return MakeInt(int64(c.PosOnly + c.Args)) }),
		get("co_posonlyargcount", func(c *code.Code) Object { return MakeInt(int64(c.PosOnly)) }),
		get("co_kwonlyargcount", func(c *code.Code) Object { return MakeInt(int64(c.KwOnly)) }),
		get("co_nlocals", func(c *code.Code) Object { return MakeInt(int64(len(c.Vars))) }),
		get("co_stacksize", func(c *code.Code) Object { return MakeInt(int64(c.Registers)) }),
		get("co_varnames", func(c *code.Code) Object { return strTuple(c.Vars) }),
		get("co_names", func(c *code.Code) Object { return strTuple(c.Names) }),
		get("co_cellvars", cellVars),
		get("co_freevars", freeVars),
		get("co_consts", codeConsts),
		get("co_flags", codeFlags),
		get("co_code", func(c *code.Code) Object { return NewBytes(strings.Repeat("\x00", 2+2*len(c.Instrs))) }),
		get("co_lnotab", lineTable),
	)
	CodeClass.addMethods(MethodTable{{"co_lines", "", codeLines, ""}, {"replace", codeReplaceParams, codeReplace, ""}})
	setupCell()
}

// id is the same for each object of a code.
func (c *Code) id() Object { return (*codeID)(c.Code) }

// A codeID is a Code for its address.
type codeID code.Code

// Class returns the class code.
func (*codeID) Class() *Class { return CodeClass }

func strTuple(list []string) Object {
	items := make([]Object, len(list))
	for i, s := range list {
		items[i] = NewStr(s)
	}
	return NewTuple(items...)
}

func cellVars(c *code.Code) Object {
	names := make([]string, len(c.Cells))
	for i, r := range c.Cells {
		names[i] = c.Vars[r]
	}
	return strTuple(names)
}

// codeConsts are the constants, of which a function's documentation is the first, or None.
func codeConsts(c *code.Code) Object {
	items := newConsts(c.Consts)
	if c.Kind != code.Function && c.Kind != code.Lambda {
		return NewTuple(items...)
	}
	first := Object(None)
	if doc, ok := c.Doc.(string); ok {
		first = NewStr(doc)
	}
	items = slices.DeleteFunc(items, func(x Object) bool { return x == first })
	return NewTuple(append([]Object{first}, items...)...)
}

func freeVars(c *code.Code) Object {
	names := make([]string, len(c.Free))
	for i, v := range c.Free {
		names[i] = v.Name
	}
	return strTuple(names)
}

func codeFlags(c *code.Code) Object {
	var flags int64
	if c.Kind == code.Function || c.Kind == code.Lambda || c.Kind == code.Comprehension {
		flags |= flagOptimized | flagNewLocals
	}
	for _, f := range []struct {
		is  bool
		bit int64
	}{
		{c.VarArgs, flagVarArgs}, {c.VarKw, flagVarKw}, {len(c.Free) > 0, flagNested}, {c.Generator && !c.Coroutine, flagGenerator},
		{c.Coroutine && !c.Generator, flagCoroutine}, {c.Coroutine && c.Generator, flagAsyncGen},
		{c.Future, flagFuture},
	} {
		if f.is {
			flags |= f.bit
		}
	}
	return MakeInt(flags)
}

// A codeRun is instructions that one line was made into, from start to before end, in bytes
// of co_code, where each has two.
type codeRun struct{ start, end, line int }

// codeRuns begin with the instruction that CPython has before all others.
func codeRuns(c *code.Code) []codeRun {
	first := c.Line
	if c.Kind != code.Function && c.Kind != code.Lambda && c.Kind != code.Comprehension {
		first = 0
	}
	runs := []codeRun{{0, 2, first}}
	for i, p := range c.Places {
		if last := &runs[len(runs)-1]; last.line == int(p.Line) {
			last.end = 2*i + 4
			continue
		}
		runs = append(runs, codeRun{2*i + 2, 2*i + 4, int(p.Line)})
	}
	return runs
}

// codeLines has each line with the instructions that it was made into.
func codeLines(t *Thread, a []Object) (Object, error) {
	var list []Object
	for _, r := range codeRuns(a[0].(*Code).Code) {
		list = append(list, NewTuple(MakeInt(int64(r.start)), MakeInt(int64(r.end)), MakeInt(int64(r.line))))
	}
	return t.Iter(NewList(list...))
}

// maxLineTable is after how many bytes a table ends; lines that are 2**31 apart take 34 MB.
const maxLineTable = 1 << 20

// lineTable is codeLines in the form of older versions: by how many bytes, and by how many
// lines, each run is after the one before.
func lineTable(c *code.Code) Object {
	var b []byte
	at, line := 0, c.Line
	for _, r := range codeRuns(c) {
		if r.line == line || r.line == 0 {
			continue
		}
		if len(b) > maxLineTable { // lines of a syntax tree are what the program likes
			break
		}
		bytes, lines := r.start-at, r.line-line
		for ; bytes > 255; bytes -= 255 {
			b = append(b, 255, 0)
		}
		for ; lines > 127; lines -= 127 {
			b = append(b, byte(bytes), 127)
			bytes = 0
		}
		for ; lines < -128; lines += 128 {
			b = append(b, byte(bytes), 0x80)
			bytes = 0
		}
		b = append(b, byte(bytes), byte(int8(lines)))
		at, line = r.start, r.line
	}
	return NewBytes(string(b))
}

func setupCell() {
	s := &CellClass.Slots
	s.New = func(_ *Thread, _ *Class, a Args) (Object, error) {
		switch {
		case len(a.Names) > 0:
			return nil, Raise(TypeError, "cell() takes no keyword arguments")
		case len(a.Pos) > 1:
			return nil, Raise(TypeError, "cell expected at most 1 argument, got %d", len(a.Pos))
		case len(a.Pos) == 1:
			return &Cell{a.Pos[0]}, nil
		}
		return &Cell{}, nil
	}
	s.Repr = func(_ *Thread, x Object) (Object, error) {
		if v := x.(*Cell).Value; v != nil {
			return NewStr("<cell at " + address(x) + ": " + v.Class().fullName() + " object at " + address(v) + ">"), nil
		}
		return NewStr("<cell at " + address(x) + ": empty>"), nil
	}
	CellClass.addGetSets(&GetSet{Name: "cell_contents",
		Get: func(_ *Thread, x Object) (Object, error) {
			if v := x.(*Cell).Value; v != nil {
				return v, nil
			}
			return nil, Raise(ValueError, "Cell is empty")
		},
		Set: func(_ *Thread, x, v Object) error {
			x.(*Cell).Value = v
			return nil
		}})
}
