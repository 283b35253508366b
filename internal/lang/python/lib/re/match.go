package re

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A Match is a re.Match.
type Match struct {
	pattern     *Pattern
	subject     subject
	pos, endpos int
	places      []int32 // offsets where groups begin and end, -1 where they have no part
	last        int     // the group that was closed last; 0 is none
	few         [8]int32
}

// Class returns the class re.Match.
func (*Match) Class() *py.Class { return matchClass() }

var matchClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("re", "Match", nil, func(c *py.Class) {
		c.Sealed = true
		c.AddMethods(matchMethods)
		c.AddGeneric()
		c.Slots.New = func(*py.Thread, *py.Class, py.Args) (py.Object, error) {
			return nil, py.Raise(py.TypeError, "cannot create 're.Match' instances")
		}
		c.Slots.GetItem = func(t *py.Thread, o, key py.Object) (py.Object, error) { return o.(*Match).item(t, key) }
		c.Slots.Repr = func(t *py.Thread, o py.Object) (py.Object, error) { return o.(*Match).repr(t) }
		c.AddGetSets(
			attribute("string", func(_ *py.Thread, m *Match) (py.Object, error) { return m.subject.object, nil }),
			attribute("re", func(_ *py.Thread, m *Match) (py.Object, error) { return m.pattern, nil }),
			attribute("pos", func(_ *py.Thread, m *Match) (py.Object, error) { return py.MakeInt(int64(m.pos)), nil }),
			attribute("endpos", func(_ *py.Thread, m *Match) (py.Object, error) { return py.MakeInt(int64(m.endpos)), nil }),
			attribute("lastindex", func(_ *py.Thread, m *Match) (py.Object, error) {
				if m.last == 0 {
					return py.None, nil
				}
				return py.MakeInt(int64(m.last)), nil
			}),
			attribute("lastgroup", func(_ *py.Thread, m *Match) (py.Object, error) {
				return m.pattern.groupName(m.last), nil
			}),
			attribute("regs", func(_ *py.Thread, m *Match) (py.Object, error) {
				items := make([]py.Object, m.groups())
				for i := range items {
					items[i] = m.span(i)
				}
				return py.NewTuple(items...), nil
			}),
		)
	})
})

var matchMethods = py.MethodTable{
	{Name: "group", Signature: "*groups", Fn: matchGroup},
	{Name: "groups", Signature: "default=None", Fn: matchGroups},
	{Name: "groupdict", Signature: "default=None", Fn: matchGroupDict},
	{Name: "start", Signature: "group=0, /", Fn: matchStart},
	{Name: "end", Signature: "group=0, /", Fn: matchEnd},
	{Name: "span", Signature: "group=0, /", Fn: matchSpan},
	{Name: "expand", Signature: "template", Fn: matchExpand},
	{Name: "__copy__", Signature: "", Fn: itself},
	{Name: "__deepcopy__", Signature: "memo, /", Fn: itself},
}

func (m *Match) groups() int { return len(m.places) / 2 }

// number is the group that an index or a name says.
func (m *Match) number(t *py.Thread, x py.Object) (int, error) {
	n := -1
	switch v := py.Native(x).(type) {
	case py.Int, *py.Bool:
		i, err := t.Index(v)
		if err != nil {
			return 0, err
		}
		n = i
	case *py.BigInt:
	case *py.Str:
		if i, ok := m.pattern.tree.Names[v.String()]; ok {
			n = i
		}
	default:
		if x.Class().Lookup("__index__") != nil {
			i, err := t.Index(x)
			if err != nil {
				return 0, err
			}
			n = i
		}
	}
	if n < 0 || n >= m.groups() {
		return 0, py.Raise(py.IndexError, "no such group")
	}
	return n, nil
}

// group is what a group has matched, or none.
func (m *Match) group(n int, none py.Object) py.Object {
	if m.places[2*n] < 0 || m.places[2*n+1] < m.places[2*n] {
		return none
	}
	return m.subject.part(m.places[2*n], m.places[2*n+1])
}

func (m *Match) item(t *py.Thread, key py.Object) (py.Object, error) {
	n, err := m.number(t, key)
	if err != nil {
		return nil, err
	}
	return m.group(n, py.None), nil
}

func (m *Match) place(i int) py.Object { return py.MakeInt(int64(m.subject.index(m.places[i]))) }

func (m *Match) span(n int) py.Object { return py.NewTuple(m.place(2*n), m.place(2*n+1)) }

func (m *Match) repr(t *py.Thread) (py.Object, error) {
	s, err := t.Repr(m.group(0, py.None))
	if err != nil {
		return nil, err
	}
	span, err := t.Repr(m.span(0))
	if err != nil {
		return nil, err
	}
	return py.NewStr("<re.Match object; span=" + span.String() + ", match=" + shown(s.String()) + ">"), nil
}

// shown is as much of a match's text as its repr shows: 50 characters.
func shown(s string) string {
	n := 0
	for i := range s {
		if n++; n > 50 {
			return s[:i]
		}
	}
	return s
}

func matchGroup(t *py.Thread, a []py.Object) (py.Object, error) {
	m := a[0].(*Match)
	keys := a[1].(*py.Tuple).Items
	switch len(keys) {
	case 0:
		return m.group(0, py.None), nil
	case 1:
		return m.item(t, keys[0])
	}
	items := make([]py.Object, len(keys))
	for i, k := range keys {
		v, err := m.item(t, k)
		if err != nil {
			return nil, err
		}
		items[i] = v
	}
	return py.NewTuple(items...), nil
}

// otherwise is an argument default, which may be left out.
func otherwise(x py.Object) py.Object {
	if x == nil {
		return py.None
	}
	return x
}

func matchGroups(_ *py.Thread, a []py.Object) (py.Object, error) {
	m := a[0].(*Match)
	items := make([]py.Object, m.groups()-1)
	for i := range items {
		items[i] = m.group(i+1, otherwise(a[1]))
	}
	return py.NewTuple(items...), nil
}

func matchGroupDict(t *py.Thread, a []py.Object) (py.Object, error) {
	m := a[0].(*Match)
	d := py.NewDict()
	for _, g := range m.pattern.named {
		if err := d.Set(t, g.name, m.group(g.number, otherwise(a[1]))); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// which is the group that start, end and span are asked for.
func which(t *py.Thread, a []py.Object) (m *Match, n int, err error) {
	m = a[0].(*Match)
	if a[1] != nil {
		n, err = m.number(t, a[1])
	}
	return m, n, err
}

func matchStart(t *py.Thread, a []py.Object) (py.Object, error) {
	m, n, err := which(t, a)
	if err != nil {
		return nil, err
	}
	return m.place(2 * n), nil
}

func matchEnd(t *py.Thread, a []py.Object) (py.Object, error) {
	m, n, err := which(t, a)
	if err != nil {
		return nil, err
	}
	return m.place(2*n + 1), nil
}

func matchSpan(t *py.Thread, a []py.Object) (py.Object, error) {
	m, n, err := which(t, a)
	if err != nil {
		return nil, err
	}
	return m.span(n), nil
}

// matchExpand is a template filled in.
func matchExpand(t *py.Thread, a []py.Object) (py.Object, error) {
	m := a[0].(*Match)
	r, err := m.pattern.replacement(t, a[1])
	if err != nil {
		return nil, err
	}
	if r.fn != nil {
		return nil, py.Raise(py.TypeError, "decoding to str: need a bytes-like object, %s found", a[1].Class().FullName())
	}
	var out output
	for _, piece := range r.pieces {
		if piece.Group < 0 {
			out.add(piece.Text)
		} else if from, to := m.places[2*piece.Group], m.places[2*piece.Group+1]; from >= 0 {
			out.add(m.subject.text[from:to])
		}
		if len(out.buf) > maxResult {
			return nil, py.NewExc(py.MemoryError)
		}
	}
	return m.subject.result(out.buf), nil
}
