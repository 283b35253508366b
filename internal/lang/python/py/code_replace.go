package py

import (
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// codeReplaced are the attributes that replace can give a value of its own.
var codeReplaced = []string{"co_name", "co_qualname", "co_filename", "co_firstlineno", "co_posonlyargcount"}

const codeReplaceParams = "*, co_argcount=, co_posonlyargcount=, co_kwonlyargcount=, co_nlocals=, co_stacksize=, co_flags=, " +
	"co_firstlineno=, co_code=, co_consts=, co_names=, co_varnames=, co_freevars=, co_cellvars=, co_filename=, co_name=, co_qualname=, " +
	"co_linetable=, co_exceptiontable="

var codeReplaceNames = []string{"co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_flags",
	"co_firstlineno", "co_code", "co_consts", "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_filename", "co_name", "co_qualname",
	"co_linetable", "co_exceptiontable"}

// codeReplace is a code with other names or another place; what it does can't be replaced.
func codeReplace(t *Thread, a []Object) (Object, error) {
	c := *a[0].(*Code).Code
	for i, name := range codeReplaceNames {
		v := a[i+1]
		if v == nil {
			continue
		}
		if !slices.Contains(codeReplaced, name) {
			old, err := t.Attr(a[0], name)
			if err != nil {
				return nil, err
			}
			if same, err := Equal(t, old, v); err != nil {
				return nil, err
			} else if !same {
				return nil, Raise(NotImplementedError, "code.replace: %s can't be replaced", name)
			}
			continue
		}
		if err := setCode(t, &c, name, v); err != nil {
			return nil, err
		}
	}
	return &Code{&c}, nil
}

func setCode(t *Thread, c *code.Code, name string, v Object) error {
	if name == "co_firstlineno" || name == "co_posonlyargcount" {
		n, err := t.Index(v)
		if err != nil {
			return err
		}
		if name == "co_firstlineno" {
			return moveCode(c, n)
		}
		if n < 0 || n > c.PosOnly+c.Args {
			return Raise(ValueError, "code: argcount is smaller than posonlyargcount")
		}
		c.PosOnly, c.Args = n, c.PosOnly+c.Args-n
		return nil
	}
	s, ok := Native(v).(*Str)
	if !ok {
		return Raise(TypeError, "replace() argument '%s' must be str, not %s", name, v.Class().Name)
	}
	switch name {
	case "co_name":
		c.Name = s.s
	case "co_qualname":
		c.QualName = s.s
	case "co_filename":
		c.File = s.s
	}
	return nil
}

// moveCode has a code begin in another line, and all of its lines with it; 0 is none.
func moveCode(c *code.Code, line int) error {
	if line < 0 || line > 1<<30 {
		return Raise(ValueError, "code: co_firstlineno must be a line's number")
	}
	by := int32(line - c.Line)
	move := func(at *int32) {
		if *at != 0 { // which is none
			*at += by
		}
	}
	c.Places, c.Marks, c.Inlined = slices.Clone(c.Places), slices.Clone(c.Marks), slices.Clone(c.Inlined)
	for i := range c.Places {
		move(&c.Places[i].Line)
	}
	for i := range c.Marks {
		move(&c.Marks[i].Line)
	}
	for i := range c.Inlined {
		move(&c.Inlined[i].Place.Line)
	}
	c.Line = line
	return nil
}
