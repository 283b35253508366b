package code

import (
	"fmt"
	"strings"
)

// Dump is a listing of a code and of those inside it, for tests and for reading.
func Dump(c *Code) string {
	var b strings.Builder
	dump(&b, c)
	return b.String()
}

func dump(b *strings.Builder, c *Code) {
	fmt.Fprintf(b, "%s: %d registers", c.QualName, c.Registers)
	if len(c.Vars) > 0 {
		fmt.Fprintf(b, ", vars %s", strings.Join(c.Vars, " "))
	}
	if len(c.Cells) > 0 {
		fmt.Fprintf(b, ", cells %v", c.Cells)
	}
	for _, f := range c.Free {
		fmt.Fprintf(b, ", free %s from r%d", f.Name, f.Reg)
	}
	b.WriteByte('\n')
	for pc := range c.Instrs {
		p := c.Places[pc]
		fmt.Fprintf(b, "%4d %3d:%-6s %s\n", pc, p.Line, fmt.Sprintf("%d-%d", p.Col, p.EndCol), Text(c, pc))
	}
	for _, h := range c.Handlers {
		fmt.Fprintf(b, "handler %d-%d to %d in r%d", h.Start, h.End, h.Target, h.Reg)
		if h.Outer != NoReg {
			fmt.Fprintf(b, " outer r%d", h.Outer)
		}
		b.WriteByte('\n')
	}
	for _, k := range c.Consts {
		if inner, ok := k.(*Code); ok {
			b.WriteByte('\n')
			dump(b, inner)
		}
	}
}

// Text is an instruction with the names and constants that its operands stand for.
func Text(c *Code, pc int) string {
	in := c.Instrs[pc]
	form := forms[in.Op]
	var b strings.Builder
	b.WriteString(form.name)
	args := strings.Fields(form.args)
	for i, arg := range args {
		if i == 0 {
			b.WriteByte(' ')
		} else {
			b.WriteString(", ")
		}
		b.WriteString(argument(c, in, arg))
	}
	return b.String()
}

// argument is one operand: its field and what that is, as in forms.
func argument(c *Code, in Instr, arg string) string {
	v := operandOf(in, arg[0])
	switch arg[1:] {
	case "r":
		if v == NoReg || v < 0 {
			return "-"
		}
		return fmt.Sprintf("r%d", v)
	case "k":
		if v < 0 {
			return "-"
		}
		return constText(c.Consts[v])
	case "n":
		return c.Names[v]
	case "rk":
		if v < 0 {
			return constText(c.Consts[^v])
		}
		return fmt.Sprintf("r%d", v)
	case "pc":
		return fmt.Sprintf("@%d", v)
	}
	return fmt.Sprintf("%d", v)
}

func constText(k Const) string {
	switch k := k.(type) {
	case nil:
		return "None"
	case string:
		return fmt.Sprintf("%q", k)
	case Bytes:
		return fmt.Sprintf("b%q", string(k))
	case Ellipsis:
		return "..."
	case Tuple:
		return constTexts("(", k, ")")
	case FrozenSet:
		return constTexts("{", k, "}")
	case *Code:
		return "<" + k.QualName + ">"
	}
	return fmt.Sprint(k)
}

func constTexts(open string, list []Const, end string) string {
	texts := make([]string, len(list))
	for i, k := range list {
		texts[i] = constText(k)
	}
	return open + strings.Join(texts, " ") + end
}

// String is the op's name.
func (o Op) String() string { return forms[o].name }
