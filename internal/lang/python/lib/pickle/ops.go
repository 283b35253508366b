package pickle

import (
	"math"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// ops are what instructions do, but for the one that ends a pickle.
var ops = [256]func(m *machine) error{
	opProto: (*machine).protocol, opFrame: (*machine).frame,
	opMark: (*machine).mark, opPop: (*machine).drop, opPopMark: (*machine).dropMark, opDup: (*machine).dup,

	opNone: constant(py.None), opTrue: constant(py.True), opFalse: constant(py.False),
	opInt: (*machine).intLine, opLong: (*machine).longLine, opBinInt: (*machine).int32,
	opBinInt1: unsigned(1), opBinInt2: unsigned(2), opLong1: long(1), opLong4: long(4),
	opFloat: (*machine).floatLine, opBinFloat: (*machine).float,

	opString: (*machine).stringLine, opShortBinString: oldString(1), opBinString: oldString(4),
	opUnicode: (*machine).unicodeLine, opShortStr: str(1), opBinUnicode: str(4), opBinStr8: str(8),
	opShortBytes: bytes(1), opBinBytes: bytes(4), opBinBytes8: bytes(8), opByteArray8: (*machine).byteArray,
	opNextBuffer: method("_next_buffer"), opReadOnly: (*machine).readOnly,

	opEmptyTuple: func(m *machine) error { m.push(py.NewTuple()); return nil },
	opEmptyList:  func(m *machine) error { m.push(py.NewList()); return nil },
	opEmptyDict:  func(m *machine) error { m.push(py.NewDict()); return nil },
	opEmptySet:   (*machine).emptySet,
	opTuple1:     tuple(1), opTuple2: tuple(2), opTuple3: tuple(3), opTuple: (*machine).tuple,
	opList: (*machine).list, opDict: (*machine).dict, opFrozenSet: (*machine).frozenSet,
	opAppend: (*machine).appendOne, opAppends: (*machine).appends, opAddItems: (*machine).addItems,
	opSetItem: (*machine).setItem, opSetItems: (*machine).setItems,

	opPut: (*machine).putLine, opBinPut: put(1), opLongBinPut: put(4), opMemoize: (*machine).memoize,
	opGet: (*machine).getLine, opBinGet: get(1), opLongBinGet: get(4),

	opGlobal: (*machine).global, opStackGlobal: (*machine).stackGlobal,
	opExt1: extension(1), opExt2: extension(2), opExt4: extension(4),
	opPersID: (*machine).persistentLine, opBinPersID: (*machine).persistent,
	opReduce: (*machine).reduce, opNewObj: (*machine).newObj, opNewObjEx: (*machine).newObjEx,
	opInst: (*machine).inst, opObj: (*machine).obj, opBuild: (*machine).build,
}

func (m *machine) badOp(op byte) error {
	if op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\' {
		return m.fail("invalid load key, '%c'.", op)
	}
	return m.fail("invalid load key, '\\x%02x'.", op)
}

func (m *machine) protocol() error {
	n, err := m.number(1)
	if err != nil {
		return err
	}
	if n > 5 {
		return py.Raise(py.ValueError, "unsupported pickle protocol: %d", n)
	}
	return m.t.SetAttr(m.self, "_proto", py.MakeInt(int64(n)))
}

// frame has all of a frame be read at once.
func (m *machine) frame() error {
	data, err := m.sized(8, "FRAME length exceeds system's maximum")
	m.at -= len(data)
	return err
}

func (m *machine) mark() error {
	m.marks = append(m.marks, len(m.stack))
	return nil
}

func (m *machine) drop() error {
	if n := len(m.marks); n > 0 && m.marks[n-1] == len(m.stack) {
		m.marks = m.marks[:n-1]
		return nil
	}
	_, err := m.pop()
	return err
}

func (m *machine) dropMark() error {
	_, err := m.sinceMark()
	return err
}

func (m *machine) dup() error {
	x, err := m.top()
	if err == nil {
		m.push(x)
	}
	return err
}

func constant(x py.Object) func(*machine) error {
	return func(m *machine) error {
		m.push(x)
		return nil
	}
}

// pushed pushes what was made without an error.
func (m *machine) pushed(x py.Object, err error) error {
	if err == nil {
		m.push(x)
	}
	return err
}

func (m *machine) int32() error {
	n, err := m.number(4)
	return m.pushed(py.MakeInt(int64(int32(n))), err)
}

func unsigned(size int) func(*machine) error {
	return func(m *machine) error {
		n, err := m.number(size)
		return m.pushed(py.MakeInt(int64(n)), err)
	}
}

func (m *machine) float() error {
	b, err := m.take(8)
	if err != nil {
		return err
	}
	v := uint64(0)
	for i := range 8 {
		v = v<<8 | uint64(b[i])
	}
	m.push(py.Float(math.Float64frombits(v)))
	return nil
}

func put(size int) func(*machine) error {
	return func(m *machine) error {
		i, err := m.number(size)
		if err != nil {
			return err
		}
		return m.put(i)
	}
}

func get(size int) func(*machine) error {
	return func(m *machine) error {
		i, err := m.number(size)
		if err != nil {
			return err
		}
		return m.get(i)
	}
}

func (m *machine) memoize() error { return m.put(m.memoized()) }
