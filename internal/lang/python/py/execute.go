package py

import (
	"errors"
	"slices"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// errReraise has run raise t.pending again, whose traceback has this frame already.
var errReraise = errors.New("raised again")

// reraised takes the exception of an errReraise.
func (t *Thread) reraised(*Frame) error {
	e := t.pending
	t.pending = nil
	return e
}

// execute runs an instruction that run has no case for. f.pc is that of the next
// instruction, and may be changed.
func (t *Thread) execute(f *Frame, in *code.Instr) error {
	regs := f.regs
	v, err := t.value(f, in)
	if err != nil {
		return err
	}
	if v != nil {
		regs[in.A] = v
	}
	return nil
}

// value runs an instruction, and returns what goes to r[A]; nil where it has seen to all.
func (t *Thread) value(f *Frame, in *code.Instr) (Object, error) {
	switch {
	case in.Op == code.Trace:
		return nil, t.traceOp(f, in)
	case in.Op >= code.MatchSequence:
		return t.matchOp(f, in)
	case in.Op >= code.Import:
		return t.importOp(f, in)
	case in.Op >= code.Raise:
		return t.exceptionOp(f, in)
	case in.Op >= code.CallSpread:
		return t.functionOp(f, in)
	case in.Op >= code.BuildList:
		return t.displayOp(f, in)
	case in.Op >= code.GetIter:
		return t.iterationOp(f, in)
	}
	return t.variableOp(f, in)
}

// arg is an operand, which is checked to have a value.
func (f *Frame) arg(x int32) (Object, error) {
	v := rk(f.regs, f.Body.Consts, x)
	if v == nil {
		return nil, f.unbound(x)
	}
	return v, nil
}

func (t *Thread) variableOp(f *Frame, in *code.Instr) (Object, error) {
	regs := f.regs
	name := func(i int32) string { return f.Body.Names[i].s }
	switch in.Op {
	case code.DelGlobal:
		watched := t.awaited(f.Globals.GetStr(name(in.B)))
		if !f.Globals.DelStr(name(in.B)) {
			return nil, undefined(name(in.B))
		}
		return nil, t.deleted(f, in, watched)
	case code.LoadName:
		return t.loadName(f, f.Body.Names[in.B])
	case code.StoreName:
		v, err := f.arg(in.C)
		if err != nil {
			return nil, err
		}
		if d, ok := f.names.(*Dict); ok {
			d.setStr(f.Body.Names[in.B], v)
			return nil, nil
		}
		return nil, t.SetItem(f.names, f.Body.Names[in.B], v)
	case code.DelName:
		if d, ok := f.names.(*Dict); ok {
			watched := t.awaited(d.GetStr(name(in.B)))
			if !d.DelStr(name(in.B)) {
				return nil, undefined(name(in.B))
			}
			return nil, t.deleted(f, in, watched)
		}
		err := t.DelItem(f.names, f.Body.Names[in.B])
		if Caught(err, KeyError) != nil {
			err = undefined(name(in.B))
		}
		return nil, err
	case code.LoadClassCell:
		v, err := t.nameIn(f.names, f.Body.Names[in.C])
		if v != nil || err != nil {
			return v, err
		}
		c := regs[in.B].(*Cell)
		if c.Value == nil {
			return nil, f.unboundCell(in.B)
		}
		return c.Value, nil
	case code.LoadCellObject:
		return regs[in.B], nil
	case code.MakeCell:
		return &Cell{regs[in.A]}, nil
	case code.DelCell:
		c := regs[in.A].(*Cell)
		if c.Value == nil {
			return nil, f.unboundCell(int32(in.A))
		}
		watched := t.awaited(c.Value)
		c.Value = nil
		return nil, t.deleted(f, in, watched)
	case code.DelAttr:
		if regs[in.A] == nil {
			return nil, f.unbound(int32(in.A))
		}
		return nil, t.DelAttr(regs[in.A], name(in.C))
	case code.DelItem:
		key, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		if regs[in.A] == nil {
			return nil, f.unbound(int32(in.A))
		}
		return nil, t.DelItem(regs[in.A], key)
	case code.Invert, code.Positive, code.Negative:
		x, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		return t.Unary(ast.UnaryOperator(in.Op-code.Not), x)
	}
	return nil, errors.New("py: no such instruction: " + in.Op.String())
}

func (t *Thread) nameIn(names Object, name *Str) (Object, error) {
	if d, ok := names.(*Dict); ok {
		return d.getStr(name), nil
	}
	v, err := t.GetItem(names, name)
	if Caught(err, KeyError) != nil {
		return nil, nil
	}
	return v, err
}

func (t *Thread) loadName(f *Frame, name *Str) (Object, error) {
	if f.names != nil {
		if v, err := t.nameIn(f.names, name); v != nil || err != nil {
			return v, err
		}
	}
	var g global
	return f.loadGlobal(&g, name)
}

func (t *Thread) iterationOp(f *Frame, in *code.Instr) (Object, error) {
	regs := f.regs
	switch in.Op {
	case code.GetIter:
		x, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		if g, ok := x.(*Generator); ok && g.born == f.Body && f.untraced(g.bornAt) == f.pc-1 {
			f.own(g, in)
		}
		return t.Iter(x)
	case code.Send:
		v, ended, err := t.send(regs[in.B], regs[in.A])
		if ended {
			f.pc = int(in.C)
		}
		return v, err
	case code.YieldFromIter:
		x, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		return t.yieldFromIter(f, x)
	case code.Awaitable:
		x, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		return t.awaitable(x, in.N)
	case code.AsyncIter:
		x, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		return t.asyncIter(x)
	case code.AsyncNext:
		return t.asyncNext(regs[in.B])
	case code.EndAsyncFor:
		e := regs[in.A].(*Exc)
		if !e.class.IsSubclass(StopAsyncIteration) {
			t.pending = e
			return nil, errReraise
		}
	}
	return nil, nil
}

func (t *Thread) displayOp(f *Frame, in *code.Instr) (Object, error) {
	regs := f.regs
	switch in.Op {
	case code.BuildList, code.BuildTuple, code.BuildSet:
		items := append([]Object(nil), regs[in.B:in.B+in.C]...)
		for i, v := range items {
			if v == nil {
				return nil, f.unbound(in.B + int32(i))
			}
		}
		switch in.Op {
		case code.BuildList:
			return &List{items}, nil
		case code.BuildTuple:
			return NewTuple(items...), nil
		}
		return t.newSet(items, f.constants(in))
	case code.BuildDict:
		d := NewDict()
		for i := in.B; i < in.B+2*in.C; i += 2 {
			if err := f.operands(i, i+1); err != nil {
				return nil, err
			}
			if err := d.Set(t, regs[i], regs[i+1]); err != nil {
				return nil, err
			}
		}
		return d, nil
	case code.ListExtend:
		x, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		return nil, t.extendStarred(regs[in.A].(*List), x)
	case code.ListToTuple:
		l := regs[in.B].(*List) // which nobody else has
		items := slices.Clip(l.Items)
		l.Items = nil
		return NewTuple(items...), nil
	case code.Unpack, code.UnpackStar:
		x, err := f.arg(in.B)
		if err != nil {
			return nil, err
		}
		if in.Op == code.UnpackStar {
			return nil, t.unpackStar(regs[in.A:], x, int(in.C), int(in.N))
		}
		return nil, t.unpack(regs[in.A:int32(in.A)+in.C], x)
	}
	return t.displayValueOp(f, in)
}

// displayValueOp is displayOp for instructions with values to check.
func (t *Thread) displayValueOp(f *Frame, in *code.Instr) (Object, error) {
	regs := f.regs
	if in.Op == code.BuildString {
		return t.buildString(regs[in.B : in.B+in.C])
	}
	x, err := f.arg(in.B)
	if err != nil {
		return nil, err
	}
	switch in.Op {
	case code.SetAdd:
		return nil, regs[in.A].(*Set).Add(t, x)
	case code.DictSet:
		v, err := f.arg(in.C)
		if err != nil {
			return nil, err
		}
		return nil, regs[in.A].(*Dict).Set(t, x, v)
	case code.SetUpdate:
		return nil, regs[in.A].(*Set).update(t, x)
	case code.DictUpdate:
		return nil, t.updateDisplay(regs[in.A].(*Dict), x)
	case code.DictMerge:
		return nil, t.mergeKeywords(regs[in.A].(*Dict), x, regs[in.C])
	case code.Format:
		var spec Object
		if in.C >= 0 {
			spec = regs[in.C]
		}
		return t.formatValue(x, in.N, spec)
	}
	return nil, errors.New("py: no such instruction: " + in.Op.String())
}
