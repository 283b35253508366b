package code

import (
	"fmt"
	"strings"
)

// Validate says what is wrong with a code that isn't as a machine may rely on it being:
// operands in their ranges, jumps that end, a Return at the end. It is for tests.
func Validate(c *Code) error {
	n := len(c.Instrs)
	if n == 0 || len(c.Places) != n || c.Instrs[n-1].Op != Return {
		return fmt.Errorf("%s: %d instructions, %d places", c.QualName, n, len(c.Places))
	}
	for pc := range c.Instrs {
		if err := validInstr(c, pc); err != nil {
			return fmt.Errorf("%s: %d %s: %w", c.QualName, pc, c.Instrs[pc].Op, err)
		}
	}
	for _, h := range c.Handlers {
		if h.Start >= h.End || int(h.End) > n || int(h.Target) >= n || int(h.Reg) >= c.Registers ||
			h.Outer != NoReg && int(h.Outer) >= c.Registers {
			return fmt.Errorf("%s: handler %+v", c.QualName, h)
		}
	}
	for _, k := range c.Consts {
		if inner, ok := k.(*Code); ok {
			if err := Validate(inner); err != nil {
				return err
			}
		}
	}
	return nil
}

func validInstr(c *Code, pc int) error {
	in := c.Instrs[pc]
	switch {
	case in.Op == Jump && int(in.C) <= pc:
		return fmt.Errorf("goes back to %d", in.C)
	case in.Op == JumpBack && int(in.C) > pc:
		return fmt.Errorf("goes on to %d", in.C)
	}
	for _, arg := range strings.Fields(forms[in.Op].args) {
		v := operandOf(in, arg[0])
		if !validOperand(c, in, arg[1:], v) {
			return fmt.Errorf("operand %s is %d", arg, v)
		}
	}
	return nil
}

func operandOf(in Instr, field byte) int32 {
	switch field {
	case 'N':
		return int32(in.N)
	case 'A':
		return int32(in.A)
	case 'B':
		return in.B
	}
	return in.C
}

func validOperand(c *Code, in Instr, form string, v int32) bool {
	registers := int32(c.Registers)
	switch form {
	case "r":
		switch in.Op {
		case Handled:
			return v == NoReg || v < registers
		case Format, WithExit:
			return v < registers
		case MakeFunc, BuildList, BuildTuple, BuildSet, BuildDict:
			if v >= registers {
				return in.N == 0 && in.C == 0 || in.Op == MakeFunc && in.N == 0
			}
		}
		return v >= 0 && v < registers
	case "rk":
		return v < registers && ^v < int32(len(c.Consts))
	case "k":
		return v < int32(len(c.Consts))
	case "n":
		return v >= 0 && v < int32(len(c.Names))
	case "pc":
		return v >= 0 && v < int32(len(c.Instrs))
	}
	return true
}
