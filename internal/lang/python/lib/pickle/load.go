package pickle

import (
	"fmt"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A machine runs a pickle's instructions.
type machine struct {
	source
	self  py.Object // the Unpickler, which is asked for globals
	stack []py.Object
	marks []int // where in the stack something begins
	// memo has the objects of the numbers below its length, old all others; old is the
	// Unpickler's, and has those of pickles that were read before.
	memo             []py.Object
	old              *py.Dict
	encoding, errors py.Object // of the str of Python 2
	steps            int
}

// load reads an object for an Unpickler: of bytes, or of its file if they are None.
func load(t *py.Thread, a []py.Object) (py.Object, error) {
	m := &machine{source: source{t: t}, self: a[0]}
	if err := m.begin(a[1]); err != nil {
		return nil, err
	}
	for {
		if m.steps++; m.steps&0xff == 0 {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
		op, err := m.op()
		if err != nil {
			return nil, err
		}
		if op == opStop {
			break
		}
		run := ops[op]
		if run == nil {
			return nil, m.badOp(op)
		}
		if err := run(m); err != nil {
			return nil, err
		}
	}
	v, err := m.pop()
	if err != nil {
		return nil, err
	}
	return v, m.remember()
}

func (m *machine) begin(data py.Object) error {
	var failed error
	get := func(o py.Object, name string) py.Object {
		v, err := m.t.GetAttr(o, name)
		if err != nil && failed == nil {
			failed = err
		}
		return v
	}
	if data == py.None {
		m.read, m.readLine = get(m.self, "_read"), get(m.self, "_readline")
	} else {
		s, ok := py.BytesOf(data)
		if !ok {
			return py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", data.Class().FullName())
		}
		m.buf = s
	}
	m.encoding, m.errors = get(m.self, "_encoding"), get(m.self, "_errors")
	memo := get(m.self, "memo")
	if failed != nil {
		return failed
	}
	if m.old, _ = py.Native(memo).(*py.Dict); m.old == nil {
		return py.Raise(py.TypeError, "memo must be a dict")
	}
	return nil
}

// remember puts the memo into the Unpickler's, for the next pickle of the same file.
func (m *machine) remember() error {
	if m.read == nil {
		return nil
	}
	for i, x := range m.memo {
		if err := m.old.Set(m.t, py.MakeInt(int64(i)), x); err != nil {
			return err
		}
	}
	return nil
}

func (m *machine) fail(format string, args ...any) error {
	return fail(m.t, "UnpicklingError", fmt.Sprintf(format, args...))
}

// floor is where in the stack begins what may be taken.
func (m *machine) floor() int {
	if len(m.marks) == 0 {
		return 0
	}
	return m.marks[len(m.marks)-1]
}

// need is an error unless the stack has so many objects.
func (m *machine) need(n int) error {
	switch {
	case len(m.stack)-m.floor() >= n:
		return nil
	case len(m.marks) > 0:
		return m.fail("unexpected MARK found")
	}
	return m.fail("unpickling stack underflow")
}

func (m *machine) push(x py.Object) { m.stack = append(m.stack, x) }

func (m *machine) pop() (py.Object, error) {
	if err := m.need(1); err != nil {
		return nil, err
	}
	last := len(m.stack) - 1
	x := m.stack[last]
	m.stack = m.stack[:last]
	return x, nil
}

// top is the last object.
func (m *machine) top() (py.Object, error) {
	if err := m.need(1); err != nil {
		return nil, err
	}
	return m.stack[len(m.stack)-1], nil
}

// last takes the last n objects, which the stack has no more.
func (m *machine) last(n int) ([]py.Object, error) {
	if err := m.need(n); err != nil {
		return nil, err
	}
	return m.cut(len(m.stack) - n), nil
}

// cut takes what is from a place of the stack on: a copy.
func (m *machine) cut(from int) []py.Object {
	items := append(make([]py.Object, 0, len(m.stack)-from), m.stack[from:]...)
	clear(m.stack[from:])
	m.stack = m.stack[:from]
	return items
}

// sinceMark takes what was put on the stack since the last mark.
func (m *machine) sinceMark() ([]py.Object, error) {
	n := len(m.marks)
	if n == 0 {
		return nil, m.fail("could not find MARK")
	}
	from := m.marks[n-1]
	m.marks = m.marks[:n-1]
	return m.cut(from), nil
}

// memoized is how many objects the memo has.
func (m *machine) memoized() uint64 { return uint64(len(m.memo) + m.old.Len()) }

// put puts the last object into the memo.
func (m *machine) put(i uint64) error {
	x, err := m.top()
	if err != nil {
		return err
	}
	switch n := uint64(len(m.memo)); {
	case i < n:
		m.memo[i] = x
	case i == n && m.old.Len() == 0:
		m.memo = append(m.memo, x)
	default: // after a gap, of which nobody knows how wide it is
		return m.old.Set(m.t, py.MakeInt(int64(i)), x)
	}
	return nil
}

func (m *machine) get(i uint64) error {
	if i < uint64(len(m.memo)) {
		m.push(m.memo[i])
		return nil
	}
	x, err := m.old.Get(m.t, py.MakeInt(int64(i)))
	if err != nil {
		return err
	}
	if x == nil {
		return m.fail("Memo value not found at index %d", int64(i))
	}
	m.push(x)
	return nil
}
