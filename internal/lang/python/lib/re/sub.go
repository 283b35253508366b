package re

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/lib/re/machine"
	"github.com/elide-dev/elided/internal/lang/python/lib/re/syntax"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// maxResult is how many bytes a text may have.
const maxResult = 1 << 31

func sub(t *py.Thread, a []py.Object) (py.Object, error) {
	v, _, err := a[0].(*Pattern).replace(t, a[1], a[2], a[3])
	return v, err
}

func subn(t *py.Thread, a []py.Object) (py.Object, error) {
	v, n, err := a[0].(*Pattern).replace(t, a[1], a[2], a[3])
	return py.NewTuple(v, py.MakeInt(int64(n))), err
}

// A replacement is what takes the place of matches: pieces or a function.
type replacement struct {
	pieces []syntax.Piece
	fn     py.Object
	kind   *py.Class // of what pieces came from, when it isn't of the pattern's kind
}

// replacement reads the argument repl.
func (p *Pattern) replacement(t *py.Thread, x py.Object) (replacement, error) {
	if s, ok := py.Native(x).(*py.Str); ok {
		pieces, err := p.template(t, s.String(), true, s)
		r := replacement{pieces: pieces}
		if !p.isStr {
			r.kind = py.StrClass
		}
		return r, err
	}
	if b, ok := py.BytesOf(x); ok {
		pieces, err := p.template(t, b, false, py.NewBytes(b))
		r := replacement{pieces: pieces}
		if p.isStr {
			r.kind = py.BytesClass
		}
		return r, err
	}
	if !callable(x) {
		if _, err := py.Hash(t, x); err != nil { // CPython looks it up
			return replacement{}, err
		}
		return replacement{}, py.Raise(py.TypeError, "decoding to str: need a bytes-like object, %s found", x.Class().FullName())
	}
	return replacement{fn: x}, nil
}

func callable(x py.Object) bool {
	switch x.(type) {
	case *py.Func, *py.Builtin, *py.Method, *py.MethodDescr, *py.Class:
		return true
	}
	return x.Class().Lookup("__call__") != nil
}

func (p *Pattern) template(t *py.Thread, text string, isStr bool, source py.Object) ([]syntax.Piece, error) {
	if strings.IndexByte(text, '\\') < 0 {
		return []syntax.Piece{{Text: text, Group: -1}}, nil
	}
	pieces, warnings, err := syntax.ParseTemplate(codePoints(text, isStr), isStr, p.tree)
	if warned := warn(t, warnings); warned != nil {
		return nil, warned
	}
	if err != nil {
		return nil, raise(t, err, source)
	}
	return pieces, nil
}

// replace is sub; n is how many matches were replaced.
func (p *Pattern) replace(t *py.Thread, repl, x, count py.Object) (v py.Object, n int, err error) {
	r, err := p.replacement(t, repl)
	if err != nil {
		return nil, 0, err
	}
	b, err := p.begin(t, x, nil, nil)
	if err != nil {
		return nil, 0, err
	}
	defer b.m.Release()
	limit, err := number(t, count)
	if err != nil {
		return nil, 0, err
	}
	var out output
	last := int32(0)
	for ; limit == 0 || n < limit; n++ {
		ok, err := b.find(t, machine.Search)
		if err != nil {
			return nil, 0, err
		}
		if !ok {
			break
		}
		out.add(b.s.text[last:b.m.Places[0]])
		if err := r.add(t, &out, b); err != nil {
			return nil, 0, err
		}
		last = b.m.Places[1]
		if len(out.buf) > maxResult {
			return nil, 0, py.NewExc(py.MemoryError)
		}
	}
	if n == 0 {
		return b.s.part(0, int32(len(b.s.text))), 0, nil
	}
	out.add(b.s.text[last:])
	return b.s.result(out.buf), n, nil
}

// result is a text of the subject's kind.
func (s *subject) result(text []byte) py.Object {
	if s.str == nil {
		return py.NewBytes(string(text))
	}
	return py.NewStr(string(text))
}

// An output is a text that is put together of items, which errors count.
type output struct {
	buf   []byte
	items int
}

func (o *output) add(s string) {
	if s != "" {
		o.buf = append(o.buf, s...)
		o.items++
	}
}

// add adds what takes the place of the match that was found.
func (r *replacement) add(t *py.Thread, out *output, b *search) error {
	if r.fn != nil {
		return r.call(t, out, b)
	}
	for _, piece := range r.pieces {
		if piece.Group < 0 {
			if r.kind != nil && piece.Text != "" {
				return wrongKind(out.items, b.s.str != nil, r.kind)
			}
			out.add(piece.Text)
			continue
		}
		if from, to := b.m.Places[2*piece.Group], b.m.Places[2*piece.Group+1]; from >= 0 {
			out.buf = append(out.buf, b.s.text[from:to]...)
		}
		if len(out.buf) > maxResult {
			return py.NewExc(py.MemoryError)
		}
	}
	if len(r.pieces) > 1 {
		out.items++
	}
	return nil
}

func wrongKind(item int, isStr bool, found *py.Class) error {
	if isStr {
		return py.Raise(py.TypeError, "sequence item %d: expected str instance, %s found", item, found.Name)
	}
	return py.Raise(py.TypeError, "sequence item %d: expected a bytes-like object, %s found", item, found.Name)
}

// call adds what the program's function makes of the match.
func (r *replacement) call(t *py.Thread, out *output, b *search) error {
	v, err := t.Call(r.fn, b.match())
	if err != nil || v == py.None {
		return err
	}
	if s, ok := py.Native(v).(*py.Str); ok && b.s.str != nil {
		out.buf = append(out.buf, s.String()...)
		out.items++
		return nil
	}
	text, ok := py.BytesOf(v)
	if !ok || b.s.str != nil {
		return wrongKind(out.items, b.s.str != nil, v.Class())
	}
	out.buf = append(out.buf, text...)
	out.items++
	return nil
}
