package py

import (
	"github.com/elide-dev/elided/internal/lang/python/code"
)

// rk is an operand that is a register, or a constant.
func rk(regs, consts []Object, x int32) Object {
	if x >= 0 {
		return regs[x]
	}
	return consts[^x]
}

// run runs a frame, and the calls that it makes of a program's functions, to its end or
// to its next yield. The frame is the innermost one, and no longer afterwards.
//
// It is one long switch because that is what is fast: an instruction's fast path is here,
// and all else in methods of Thread, by its name.
func (t *Thread) run(entry *Frame) (Object, error) {
	f := entry
	var err error
	var traced bool        // the error has an entry of this frame already
	var left, right Object // arithmetic's
resume:
	body := f.Body
	instrs, consts, regs := body.Instrs, body.Consts, f.regs
	pc := f.pc
	for {
		in := &instrs[pc]
		pc++
		switch in.Op {
		case code.Nop:

		case code.Move:
			v := regs[in.B]
			if v == nil {
				err = f.unbound(in.B)
				goto failed
			}
			regs[in.A] = v

		case code.LoadConst:
			regs[in.A] = consts[in.B]

		case code.Clear:
			regs[in.A] = nil
			if f.owned != nil {
				f.pc = pc
				t.releaseReg(f, in.A)
			}

		case code.DelLocal:
			if regs[in.A] == nil {
				err = f.unbound(int32(in.A))
				goto failed
			}
			if t.In.left.watch {
				f.pc = pc
				if err = t.deleteRegister(f, in); err != nil {
					goto failed
				}
				continue
			}
			regs[in.A] = nil

		case code.LoadGlobal:
			g := &body.globals[in.B]
			if g.dict == f.Globals && g.version == g.dict.version {
				if !g.builtin {
					regs[in.A] = g.dict.entries[g.at].value
					continue
				}
				if g.builtinVersion == f.builtins.version {
					regs[in.A] = f.builtins.entries[g.at].value
					continue
				}
			}
			var v Object
			if v, err = f.loadGlobal(g, body.Names[in.B]); err != nil {
				goto failed
			}
			regs[in.A] = v

		case code.StoreGlobal:
			v := rk(regs, consts, in.C)
			if v == nil {
				err = f.unbound(in.C)
				goto failed
			}
			g := &body.globals[in.B]
			if g.dict == f.Globals && g.version == g.dict.version && !g.builtin {
				g.dict.entries[g.at].value = v
				continue
			}
			f.Globals.setStr(body.Names[in.B], v)

		case code.LoadCell:
			c := regs[in.B].(*Cell)
			if c.Value == nil {
				err = f.unboundCell(in.B)
				goto failed
			}
			regs[in.A] = c.Value

		case code.StoreCell:
			v := rk(regs, consts, in.B)
			if v == nil {
				err = f.unbound(in.B)
				goto failed
			}
			regs[in.A].(*Cell).Value = v

		case code.LoadAttr:
			x := regs[in.B]
			if o, ok := x.(*Instance); ok {
				if c := body.caches[pc-1]; c != nil && o.shape != nil && o.shape == c.shape && c.version == o.class.version {
					switch {
					case c.slot >= 0:
						regs[in.A] = o.slots[c.slot]
						continue
					case c.slot == slotClass:
						regs[in.A] = c.method
						continue
					}
					f.pc = pc
					var g *Frame
					if g, err = t.fastFrame(c.method.(*Func), x, nil); err != nil {
						goto failed
					}
					g.dst = in.A
					f = g
					goto resume
				}
			}
			f.pc = pc
			var v Object
			if v, err = t.loadAttr(f, x, in, &body.caches[pc-1]); err != nil {
				goto failed
			}
			regs[in.A] = v

		case code.StoreAttr:
			x, v := regs[in.A], rk(regs, consts, in.B)
			if o, ok := x.(*Instance); ok && v != nil {
				if c := body.caches[pc-1]; c != nil && o.shape != nil && o.shape == c.shape && c.version == o.class.version {
					if c.next == nil {
						o.slots[c.slot] = v
						continue
					}
					o.shape = c.next
					o.slots = append(o.slots, v)
					continue
				}
			}
			f.pc = pc
			if err = t.storeAttr(f, x, v, in, &body.caches[pc-1]); err != nil {
				goto failed
			}

		case code.LoadMethod:
			x := regs[in.B]
			if c := body.caches[pc-1]; c != nil {
				if o, ok := x.(*Instance); ok {
					if o.shape != nil && o.shape == c.shape && c.version == o.class.version {
						regs[in.A], regs[in.A+1] = c.method, x
						continue
					}
				} else if c.shape == nil && x != nil && c.class == x.Class() {
					regs[in.A], regs[in.A+1] = c.method, x
					continue
				}
			}
			f.pc = pc
			if err = t.loadMethod(f, x, in, &body.caches[pc-1]); err != nil {
				goto failed
			}

		case code.GetItem:
			x, key := rk(regs, consts, in.B), rk(regs, consts, in.C)
			switch o := x.(type) {
			case *List:
				if i, ok := key.(Int); ok {
					if i < 0 {
						i += Int(len(o.Items))
					}
					if uint64(i) < uint64(len(o.Items)) {
						regs[in.A] = o.Items[i]
						continue
					}
				}
			case *Tuple:
				if i, ok := key.(Int); ok {
					if i < 0 {
						i += Int(len(o.Items))
					}
					if uint64(i) < uint64(len(o.Items)) {
						regs[in.A] = o.Items[i]
						continue
					}
				}
			case *Dict:
				if i := o.findPlain(key); i >= 0 {
					regs[in.A] = o.entries[i].value
					continue
				}
			case *Str:
				if i, ok := key.(Int); ok && uint64(i) < uint64(len(o.s)) && o.ASCII() {
					regs[in.A] = asciiChars[o.s[i]]
					continue
				}
			}
			f.pc = pc
			var v Object
			if v, err = t.getItemChecked(f, in, x, key); err != nil {
				goto failed
			}
			regs[in.A] = v

		case code.BuildSlice:
			if in.N == 1 {
				next := &instrs[pc]
				if v := sliced(rk(regs, consts, next.B), regs[in.B:in.B+3]); v != nil {
					regs[next.A] = v
					pc++
					continue
				}
			}
			f.pc = pc
			if err = f.operands(in.B, in.B+1, in.B+2); err != nil {
				goto failed
			}
			regs[in.A] = &Slice{regs[in.B], regs[in.B+1], regs[in.B+2]}

		case code.SetItem:
			x, key, v := regs[in.A], rk(regs, consts, in.B), rk(regs, consts, in.C)
			switch o := x.(type) {
			case *List:
				if i, ok := key.(Int); ok && v != nil {
					if i < 0 {
						i += Int(len(o.Items))
					}
					if uint64(i) < uint64(len(o.Items)) {
						o.Items[i] = v
						continue
					}
				}
			case *Dict:
				if i := o.findPlain(key); i >= 0 && v != nil {
					o.entries[i].value = v
					continue
				}
			}
			f.pc = pc
			if err = t.setItemChecked(f, in, x, key, v); err != nil {
				goto failed
			}

		case code.Add, code.InAdd:
			x, y := rk(regs, consts, in.B), rk(regs, consts, in.C)
			switch a := x.(type) {
			case Int:
				if b, ok := y.(Int); ok {
					if c := a + b; (c > a) == (b > 0) {
						regs[in.A] = t.makeInt(c)
						continue
					}
				}
			case Float:
				if b, ok := y.(Float); ok {
					regs[in.A] = t.makeFloat(a + b)
					continue
				}
			case *Str:
				if b, ok := y.(*Str); ok {
					regs[in.A] = concat(a, b)
					continue
				}
			}
			left, right = x, y
			goto arithmetic

		case code.Sub, code.InSub:
			x, y := rk(regs, consts, in.B), rk(regs, consts, in.C)
			switch a := x.(type) {
			case Int:
				if b, ok := y.(Int); ok {
					if c := a - b; (c < a) == (b > 0) {
						regs[in.A] = t.makeInt(c)
						continue
					}
				}
			case Float:
				if b, ok := y.(Float); ok {
					regs[in.A] = t.makeFloat(a - b)
					continue
				}
			}
			left, right = x, y
			goto arithmetic

		case code.Mult, code.InMult:
			x, y := rk(regs, consts, in.B), rk(regs, consts, in.C)
			switch a := x.(type) {
			case Int:
				if b, ok := y.(Int); ok && small32(a) && small32(b) {
					regs[in.A] = t.makeInt(a * b)
					continue
				}
			case Float:
				if b, ok := y.(Float); ok {
					regs[in.A] = t.makeFloat(a * b)
					continue
				}
			}
			left, right = x, y
			goto arithmetic

		case code.Mod, code.InMod:
			x, y := rk(regs, consts, in.B), rk(regs, consts, in.C)
			if a, ok := x.(Int); ok {
				if b, ok := y.(Int); ok && b > 0 {
					m := a % b
					if m < 0 {
						m += b
					}
					regs[in.A] = t.makeInt(m)
					continue
				}
			}
			left, right = x, y
			goto arithmetic

		case code.FloorDiv, code.InFloorDiv:
			x, y := rk(regs, consts, in.B), rk(regs, consts, in.C)
			if a, ok := x.(Int); ok {
				if b, ok := y.(Int); ok && b > 0 {
					q := a / b
					if a%b < 0 {
						q--
					}
					regs[in.A] = t.makeInt(q)
					continue
				}
			}
			left, right = x, y
			goto arithmetic

		case code.BitAnd, code.InBitAnd:
			x, y := rk(regs, consts, in.B), rk(regs, consts, in.C)
			if a, ok := x.(Int); ok {
				if b, ok := y.(Int); ok {
					regs[in.A] = t.makeInt(a & b)
					continue
				}
			}
			left, right = x, y
			goto arithmetic

		case code.Div, code.Pow, code.LShift, code.RShift, code.BitOr, code.BitXor, code.MatMult,
			code.InDiv, code.InPow, code.InLShift, code.InRShift, code.InBitOr, code.InBitXor, code.InMatMult:
			left, right = rk(regs, consts, in.B), rk(regs, consts, in.C)
			goto arithmetic

		case code.Not:
			x := rk(regs, consts, in.B)
			var b bool
			if b, err = t.truthChecked(f, in.B, x, pc); err != nil {
				goto failed
			}
			regs[in.A] = Of(!b)

		case code.Lt, code.LtE, code.Eq, code.NotEq, code.Gt, code.GtE, code.Is, code.IsNot, code.In, code.NotIn:
			f.pc = pc
			var v Object
			if v, err = t.compareValue(f, in, rk(regs, consts, in.B), rk(regs, consts, in.C)); err != nil {
				goto failed
			}
			regs[in.A] = v

		case code.IfNotLt, code.IfLt:
			x, y := regs[in.A], rk(regs, consts, in.B)
			if a, ok := x.(Int); ok {
				if b, ok := y.(Int); ok {
					if (a < b) == (in.Op == code.IfLt) {
						pc = int(in.C)
					}
					continue
				}
			}
			f.pc = pc
			var b bool
			if b, err = t.compareBool(f, in, x, y); err != nil {
				goto failed
			}
			if b == (in.Op == code.IfLt) {
				pc = int(in.C)
			}

		case code.IfNotLtE, code.IfLtE:
			x, y := regs[in.A], rk(regs, consts, in.B)
			if a, ok := x.(Int); ok {
				if b, ok := y.(Int); ok {
					if (a <= b) == (in.Op == code.IfLtE) {
						pc = int(in.C)
					}
					continue
				}
			}
			f.pc = pc
			var b bool
			if b, err = t.compareBool(f, in, x, y); err != nil {
				goto failed
			}
			if b == (in.Op == code.IfLtE) {
				pc = int(in.C)
			}

		case code.IfNotGt, code.IfGt:
			x, y := regs[in.A], rk(regs, consts, in.B)
			if a, ok := x.(Int); ok {
				if b, ok := y.(Int); ok {
					if (a > b) == (in.Op == code.IfGt) {
						pc = int(in.C)
					}
					continue
				}
			}
			f.pc = pc
			var b bool
			if b, err = t.compareBool(f, in, x, y); err != nil {
				goto failed
			}
			if b == (in.Op == code.IfGt) {
				pc = int(in.C)
			}

		case code.IfNotGtE, code.IfGtE:
			x, y := regs[in.A], rk(regs, consts, in.B)
			if a, ok := x.(Int); ok {
				if b, ok := y.(Int); ok {
					if (a >= b) == (in.Op == code.IfGtE) {
						pc = int(in.C)
					}
					continue
				}
			}
			f.pc = pc
			var b bool
			if b, err = t.compareBool(f, in, x, y); err != nil {
				goto failed
			}
			if b == (in.Op == code.IfGtE) {
				pc = int(in.C)
			}

		case code.IfNotEq, code.IfEq:
			x, y := regs[in.A], rk(regs, consts, in.B)
			switch a := x.(type) {
			case Int:
				if b, ok := y.(Int); ok {
					if (a == b) == (in.Op == code.IfEq) {
						pc = int(in.C)
					}
					continue
				}
			case *Str:
				if b, ok := y.(*Str); ok {
					if (a.s == b.s) == (in.Op == code.IfEq) {
						pc = int(in.C)
					}
					continue
				}
			}
			f.pc = pc
			var b bool
			if b, err = t.compareBool(f, in, x, y); err != nil {
				goto failed
			}
			if b == (in.Op == code.IfEq) {
				pc = int(in.C)
			}

		case code.IfNotNotEq, code.IfNotEqual:
			x, y := regs[in.A], rk(regs, consts, in.B)
			switch a := x.(type) {
			case Int:
				if b, ok := y.(Int); ok {
					if (a != b) == (in.Op == code.IfNotEqual) {
						pc = int(in.C)
					}
					continue
				}
			case *Str:
				if b, ok := y.(*Str); ok {
					if (a.s != b.s) == (in.Op == code.IfNotEqual) {
						pc = int(in.C)
					}
					continue
				}
			}
			f.pc = pc
			var b bool
			if b, err = t.compareBool(f, in, x, y); err != nil {
				goto failed
			}
			if b == (in.Op == code.IfNotEqual) {
				pc = int(in.C)
			}

		case code.IfNotIs, code.IfIs, code.IfNotIsNot, code.IfIsNot, code.IfNotIn, code.IfIn, code.IfNotNotIn, code.IfNotInside:
			f.pc = pc
			var b bool
			if b, err = t.compareBool(f, in, regs[in.A], rk(regs, consts, in.B)); err != nil {
				goto failed
			}
			if b == (in.Op >= code.IfLt) {
				pc = int(in.C)
			}

		case code.Jump:
			pc = int(in.C)

		case code.JumpBack:
			if t.In.attention.flag.Load() != 0 {
				f.pc = pc // what is raised is raised in the loop
				if err = t.In.attend(t); err != nil {
					goto failed
				}
			}
			pc = int(in.C)

		case code.IfTrue, code.IfFalse:
			x := rk(regs, consts, in.B)
			var b bool
			switch x {
			case Object(True):
				b = true
			case Object(False), None:
			default:
				if b, err = t.truthChecked(f, in.B, x, pc); err != nil {
					goto failed
				}
			}
			if b == (in.Op == code.IfTrue) {
				pc = int(in.C)
			}

		case code.ForIter:
			switch it := regs[in.B].(type) {
			case *rangeIterator:
				if it.left > 0 {
					it.left--
					v := it.next
					it.next += it.step
					regs[in.A] = t.makeInt(Int(v))
					continue
				}
				pc = int(in.C)
				continue
			case *listIterator:
				if it.list != nil {
					if it.at < len(it.list.Items) {
						regs[in.A] = it.list.Items[it.at]
						it.at++
						continue
					}
					it.list = nil
				}
				pc = int(in.C)
				continue
			case *dictIterator, *enumerator, *zipper:
				// for k, v in d.items(): the pair need not be made.
				if u := &instrs[pc]; u.Op == code.Unpack && u.B == int32(in.A) && u.C == 2 && int(in.A) >= len(body.Vars) {
					f.pc = pc
					var first, second Object
					var pair bool
					if first, second, pair, err = t.nextPair(it); err != nil {
						goto failed
					}
					if first != nil {
						regs[u.A], regs[u.A+1] = first, second
						pc++
						continue
					}
					if pair {
						pc = int(in.C)
						continue
					}
				}
			case *Generator:
				if g := t.canResume(it); g != nil {
					f.pc = pc
					if err = t.push(g); err != nil {
						goto failed
					}
					it.running = true
					g.dst = in.A
					f = g
					goto resume
				}
			}
			f.pc = pc
			var v Object
			if v, err = t.Next(regs[in.B]); err != nil {
				goto failed
			}
			if v == nil {
				pc = int(in.C)
			} else {
				regs[in.A] = v
			}

		case code.Call:
			fn := regs[in.B]
			f.pc = pc
			args := regs[in.B+1 : int(in.B)+1+int(in.N)]
			if in.C < 0 {
				switch fn := fn.(type) {
				case *Func:
					if fn.Body.plain {
						var g *Frame
						if g, err = t.fastFrame(fn, nil, args); err != nil {
							goto failed
						}
						g.dst = in.A
						f = g
						goto resume
					}
				case *Builtin:
					if fn.simple(len(args)) {
						if t.ending() { // several slow ones may come without a loop
							err = ErrStopped
							goto failed
						}
						var v Object
						if n := len(fn.sig.names); n > len(args) {
							v, err = t.callPadded(fn.fn, args, n)
						} else {
							v, err = fn.fn(t, args)
						}
						if err != nil {
							goto failed
						}
						regs[in.A] = v
						continue
					}
				case *Class:
					if fn == SuperClass && len(args) == 0 {
						var v Object
						if v, err = t.superOfFrame(); err != nil {
							goto failed
						}
						regs[in.A] = v
						continue
					}
					if init := fn.simpleInit(); init != nil {
						var g *Frame
						o := NewInstance(fn, nil)
						if g, err = t.fastFrame(init, o, args); err != nil {
							goto failed
						}
						g.dst, g.made = in.A, o
						f = g
						goto resume
					}
				}
			}
			var v Object
			if v, err = t.callRegs(fn, args, body, in.C); err != nil {
				goto failed
			}
			regs[in.A] = v

		case code.CallMethod:
			fn, self := regs[in.B], regs[in.B+1]
			f.pc = pc
			args := regs[in.B+2 : int(in.B)+2+int(in.N)]
			if in.C < 0 {
				switch fn := fn.(type) {
				case *Func:
					if fn.Body.plain {
						var g *Frame
						if g, err = t.fastFrame(fn, self, args); err != nil {
							goto failed
						}
						g.dst = in.A
						f = g
						goto resume
					}
				case *MethodDescr:
					if self != nil && fn.sig.takes(len(args)+1) {
						if _, ok := self.(*Instance); !ok {
							if t.ending() {
								err = ErrStopped
								goto failed
							}
							var v Object
							given := regs[in.B+1 : int(in.B)+2+int(in.N)]
							if n := len(fn.sig.names); n > len(given) {
								v, err = t.callPadded(fn.fn, given, n)
							} else {
								v, err = fn.fn(t, given)
							}
							if err != nil {
								goto failed
							}
							regs[in.A] = v
							continue
						}
					}
				}
			}
			if self != nil {
				args = regs[in.B+1 : int(in.B)+2+int(in.N)]
			}
			var v Object
			if v, err = t.callRegs(fn, args, body, in.C); err != nil {
				goto failed
			}
			regs[in.A] = v

		case code.Return:
			v := rk(regs, consts, in.B)
			if v == nil {
				err = f.unbound(in.B)
				goto failed
			}
			refused := false // by an operator's method
			if f.made != nil {
				if refused = v == NotImplemented && f.made == operatorCall; f.made != operatorCall {
					if v != None {
						err = Raise(TypeError, "__init__() should return None, not '%s'", v.Class().fullName())
						goto failed
					}
					v = f.made
				}
			}
			if f.object != nil {
				f.pc = pc
			}
			if f.owned != nil {
				f.pc = pc
				t.releaseAll(f)
			}
			g, dst := f.gen, f.dst
			if g != nil {
				g.finish()
			}
			if f == entry {
				t.pop(f)
				if g != nil {
					g.returned = v
					return nil, nil
				}
				return v, nil
			}
			back := f.back
			t.pop(f)
			f = back
			if refused {
				pc = f.pc
				if v, err = t.refusedOperator(f); err != nil {
					goto failed
				}
			}
			if g != nil { // a for loop's: it has come to its end
				f.pc = int(f.Body.Instrs[f.pc-1].C)
			} else {
				f.regs[dst] = v
			}
			goto resume

		case code.Yield:
			v := rk(regs, consts, in.B)
			if v == nil {
				err = f.unbound(in.B)
				goto failed
			}
			f.pc = pc
			g := f.gen
			g.running = false
			back, dst := f.back, f.dst
			t.frame = back
			t.depth--
			f.back = nil
			if f == entry {
				return v, nil
			}
			f = back
			f.regs[dst] = v
			goto resume

		case code.ListAppend:
			v := rk(regs, consts, in.B)
			if v == nil {
				err = f.unbound(in.B)
				goto failed
			}
			l := regs[in.A].(*List)
			l.push(v)

		default:
			f.pc = pc
			if err = t.execute(f, in); err != nil {
				traced = err == errReraise
				if traced {
					err = t.reraised(f)
				}
				goto failed
			}
			pc = f.pc
		}
		continue

	arithmetic:
		f.pc = pc
		{
			var g *Frame
			if g, err = t.operatorFrame(in, left, right); err != nil {
				goto failed
			}
			if g != nil {
				g.dst, g.made = in.A, operatorCall
				f = g
				goto resume
			}
			var v Object
			if v, err = t.arithmetic(f, in, left, right); err != nil {
				goto failed
			}
			regs[in.A] = v
		}
		continue

	failed:
		f.pc = pc
		for {
			if target := t.caught(f, err, traced); target >= 0 {
				f.pc = target
				break
			}
			traced = false
			if f.owned != nil {
				t.releaseAll(f)
			}
			back := f.back
			if f.gen != nil {
				f.gen.finish()
				err = f.gen.failure(err)
			}
			done := f == entry
			t.pop(f)
			if done {
				return nil, err
			}
			f = back
		}
		traced = false
		goto resume
	}
}

// small32 reports whether a product of two such numbers fits.
func small32(a Int) bool { return a == Int(int32(a)) }
