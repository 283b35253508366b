package json

import (
	"math"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// maxOutput bounds what is made, in bytes.
const maxOutput = 1 << 30

// An encoder writes values.
type encoder struct {
	t               *py.Thread
	out             []byte
	cuts            []int // where chunks end, when they are asked for
	chunked         bool
	fallback        py.Object // makes another value of what isn't known
	ascii           bool
	indent          string
	lines           bool // whether there is an indent
	itemSep, keySep string
	sort, skip      bool
	allowNaN        bool
	circular        bool
	under           []py.Object // containers that are being written, outermost first
	line            string      // a line's end and the present indent
	steps           int
}

func newEncoder(t *py.Thread, options py.Object) (*encoder, error) {
	o, err := t.Items(options)
	if err != nil {
		return nil, err
	}
	if len(o) != 9 {
		return nil, py.Raise(py.TypeError, "nine options are needed")
	}
	e := &encoder{t: t, fallback: o[0], line: "\n"}
	if s, ok := py.Native(o[2]).(*py.Str); ok {
		e.lines, e.indent = true, s.String()
	}
	for i, to := range []*string{&e.keySep, &e.itemSep} {
		s, ok := py.Native(o[3+i]).(*py.Str)
		if !ok {
			return nil, py.Raise(py.TypeError, "make_encoder() argument %d must be str, not %s", 5+i, py.ArgClass(o[3+i]))
		}
		*to = s.String()
	}
	for i, to := range map[int]*bool{1: &e.ascii, 5: &e.sort, 6: &e.skip, 7: &e.allowNaN, 8: &e.circular} {
		if *to, err = t.Truth(o[i]); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// encode is a value as JSON.
func encode(t *py.Thread, a []py.Object) (py.Object, error) {
	e, err := newEncoder(t, a[1])
	if err != nil {
		return nil, err
	}
	if err := e.value(a[0]); err != nil {
		return nil, err
	}
	return py.NewStr(string(e.out)), nil
}

// chunks is encode in pieces.
func chunks(t *py.Thread, a []py.Object) (py.Object, error) {
	e, err := newEncoder(t, a[1])
	if err != nil {
		return nil, err
	}
	e.chunked = true
	if err := e.value(a[0]); err != nil {
		return nil, err
	}
	list := make([]py.Object, len(e.cuts))
	from := 0
	for i, to := range e.cuts {
		list[i] = py.NewStr(string(e.out[from:to]))
		from = to
	}
	return py.NewList(list...), nil
}

func (e *encoder) cut() {
	if e.chunked && (len(e.cuts) == 0 || e.cuts[len(e.cuts)-1] != len(e.out)) {
		e.cuts = append(e.cuts, len(e.out))
	}
}

func (e *encoder) put(s string) { e.out = append(e.out, s...) }

// value writes a value.
func (e *encoder) value(x py.Object) error {
	if e.steps++; e.steps&0x3ff == 0 {
		if err := e.t.Poll(); err != nil {
			return err
		}
	}
	if len(e.out) > maxOutput {
		return py.NewExc(py.MemoryError)
	}
	done, err := e.atom(x)
	if done || err != nil {
		e.cut()
		return err
	}
	if err := e.t.EnterFor(" while encoding a JSON object"); err != nil {
		return err
	}
	defer e.t.Leave()
	if e.circular {
		for _, o := range e.under {
			if o == x {
				return py.Raise(py.ValueError, "Circular reference detected")
			}
		}
	}
	e.under = append(e.under, x)
	err = e.container(x)
	e.under = e.under[:len(e.under)-1]
	return err
}

// atom writes what has no parts; done is false where x isn't that.
func (e *encoder) atom(x py.Object) (done bool, err error) {
	switch v := py.Native(x).(type) {
	case *py.Str:
		if len(v.String()) > maxOutput/6 {
			return true, py.NewExc(py.MemoryError)
		}
		e.out = appendQuoted(e.out, v.String(), e.ascii)
	case py.Int, *py.BigInt:
		s, err := e.t.IntText(v)
		if err != nil {
			return true, err
		}
		e.put(s)
	case py.Float:
		s, err := e.float(float64(v))
		if err != nil {
			return true, err
		}
		e.put(s)
	default:
		s, ok := constantText(x)
		e.put(s)
		return ok, nil
	}
	return true, nil
}

func constantText(x py.Object) (string, bool) {
	switch x {
	case py.None:
		return "null", true
	case py.True:
		return "true", true
	case py.False:
		return "false", true
	}
	return "", false
}

func (e *encoder) float(f float64) (string, error) {
	text := ""
	switch {
	case math.IsNaN(f):
		text = "NaN"
	case math.IsInf(f, 1):
		text = "Infinity"
	case math.IsInf(f, -1):
		text = "-Infinity"
	default:
		return py.FloatRepr(f), nil
	}
	switch {
	case e.allowNaN:
		return text, nil
	case e.lines:
		return "", py.Raise(py.ValueError, "Out of range float values are not JSON compliant: %s", py.FloatRepr(f))
	}
	return "", py.Raise(py.ValueError, "Out of range float values are not JSON compliant")
}

func (e *encoder) container(x py.Object) error {
	switch v := py.Native(x).(type) {
	case *py.List:
		return e.list(&v.Items)
	case *py.Tuple:
		return e.list(&v.Items)
	case *py.Dict:
		return e.dict(x, v)
	}
	v, err := e.t.Call(e.fallback, x)
	if err != nil {
		return err
	}
	return e.value(v)
}

// deeper sets the indent, and returns what sets it back.
func (e *encoder) deeper() func() {
	if !e.lines {
		return func() {}
	}
	before := e.line
	e.line += e.indent
	return func() { e.line = before }
}

func (e *encoder) newLine() {
	if e.lines {
		e.put(e.line)
	}
}

// list writes the items of a list, which the program's functions may change meanwhile.
func (e *encoder) list(items *[]py.Object) error {
	if len(*items) == 0 {
		e.put("[]")
		e.cut()
		return nil
	}
	back := e.deeper()
	e.put("[")
	for i := 0; i < len(*items); i++ {
		x := (*items)[i]
		if i > 0 {
			e.put(e.itemSep)
		}
		e.newLine()
		switch py.Native(x).(type) {
		case *py.List, *py.Tuple, *py.Dict:
			e.cut()
			if i > 0 || e.lines {
				break
			}
		}
		if err := e.value(x); err != nil {
			return err
		}
	}
	back()
	e.cutLine()
	e.put("]")
	e.cut()
	return nil
}

// cutLine begins the last line of a container.
func (e *encoder) cutLine() {
	e.cut()
	e.newLine()
	e.cut()
}

func (e *encoder) dict(x py.Object, d *py.Dict) error {
	pairs, err := e.pairs(x, d)
	if err != nil {
		return err
	}
	if len(pairs) == 0 && d.Len() == 0 {
		e.put("{}")
		e.cut()
		return nil
	}
	back := e.deeper()
	e.put("{")
	e.cut()
	if len(pairs) > 0 {
		e.newLine()
		e.cut()
	}
	first := true
	for _, p := range pairs {
		key, ok, err := e.key(p.key)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if !first {
			e.put(e.itemSep)
			e.newLine()
			e.cut()
		}
		first = false
		e.out = appendQuoted(e.out, key, e.ascii)
		e.cut()
		e.put(e.keySep)
		e.cut()
		if err := e.value(p.value); err != nil {
			return err
		}
	}
	back()
	e.cutLine()
	e.put("}")
	e.cut()
	return nil
}

// key is the text of a key; ok is false when it is to be skipped.
func (e *encoder) key(x py.Object) (text string, ok bool, err error) {
	switch v := py.Native(x).(type) {
	case *py.Str:
		return v.String(), true, nil
	case py.Int, *py.BigInt:
		text, err = e.t.IntText(v)
		return text, true, err
	case py.Float:
		text, err = e.float(float64(v))
		return text, true, err
	}
	if text, ok = constantText(x); ok || e.skip {
		return text, ok, nil
	}
	return "", false, py.Raise(py.TypeError, "keys must be str, int, float, bool or None, not %s", x.Class().FullName())
}
