package pickle

import (
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// nonEmptyLine is a line that is no use without a character.
func (m *machine) nonEmptyLine() (string, error) {
	line, err := m.line()
	if err == nil && line == "" {
		err = m.fail(truncated)
	}
	return line, err
}

func (m *machine) intLine() error {
	line, err := m.nonEmptyLine()
	if err != nil {
		return err
	}
	if line == "00" || line == "01" {
		m.push(py.Of(line == "01"))
		return nil
	}
	v, err := m.integer(line, 0)
	if py.Caught(err, py.ValueError) != nil {
		err = py.Raise(py.ValueError, "could not convert string to int")
	}
	return m.pushed(v, err)
}

func (m *machine) longLine() error {
	line, err := m.nonEmptyLine()
	if err != nil {
		return err
	}
	number, long := strings.CutSuffix(line, "L")
	if !long {
		number += "\n"
	}
	v, err := m.integer(number, 0)
	if py.Caught(err, py.ValueError) != nil {
		v, err = nil, m.notInteger(number)
	}
	return m.pushed(v, err)
}

// notInteger is the error of a number's text.
func (m *machine) notInteger(text string) error {
	repr, err := m.t.Repr(lenient(text))
	if err != nil {
		return err
	}
	return py.Raise(py.ValueError, "invalid literal for int() with base 10: %s", repr.String())
}

// lenient is text as a str, whatever its bytes are.
func lenient(text string) *py.Str { return py.NewStr(strings.ToValidUTF8(text, "\ufffd")) }

// integer is a number in Python's notation.
func (m *machine) integer(line string, base int64) (py.Object, error) {
	return m.t.Call(py.IntClass, lenient(line), py.MakeInt(base))
}

func long(size int) func(*machine) error {
	return func(m *machine) error {
		n, err := m.number(size)
		if err != nil {
			return err
		}
		if int32(n) < 0 {
			return m.fail("LONG pickle has negative byte count")
		}
		data, err := m.take(int(n))
		if err != nil {
			return err
		}
		m.push(signed(data))
		return nil
	}
}

// signed is a number in two's complement, of which the last byte is the highest.
func signed(data string) py.Object {
	b := []byte(data)
	slices.Reverse(b)
	v := new(big.Int).SetBytes(b)
	if len(b) > 0 && b[0] >= 0x80 {
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	return py.MakeBig(v)
}

func (m *machine) floatLine() error {
	line, err := m.nonEmptyLine()
	if err != nil {
		return err
	}
	if strings.Trim(line[:1], "0123456789+-.inIN") != "" {
		return py.Raise(py.ValueError, "could not convert string to float: '%s\n'", lenient(line).String())
	}
	v, err := m.t.Call(py.FloatClass, py.NewBytes(line))
	if py.Caught(err, py.ValueError) != nil || err == nil && strings.ContainsAny(line, "_ \t\v\f\r") {
		err = py.Raise(py.ValueError, "could not convert string to float")
	}
	return m.pushed(v, err)
}

func (m *machine) stringLine() error {
	line, err := m.line()
	if err != nil {
		return err
	}
	n := len(line)
	if n < 2 || line[0] != line[n-1] || line[0] != '"' && line[0] != '\'' {
		return m.fail("the STRING opcode argument must be quoted")
	}
	decode, err := m.t.FromModule("_codecs", "escape_decode")
	if err != nil {
		return err
	}
	pair, err := m.t.Call(decode, py.NewBytes(line[1:n-1]))
	if err != nil {
		return err
	}
	data, err := m.t.GetItem(pair, py.MakeInt(0))
	if err != nil {
		return err
	}
	return m.pushed(m.decoded(data))
}

// decoded is a str of Python 2, as the Unpickler was told.
func (m *machine) decoded(data py.Object) (py.Object, error) {
	if s, ok := m.encoding.(*py.Str); ok && s.String() == "bytes" {
		return data, nil
	}
	return m.t.Call(py.StrClass, data, m.encoding, m.errors)
}

func oldString(size int) func(*machine) error {
	return func(m *machine) error {
		data, err := m.sized(size, "BINSTRING exceeds system's maximum size")
		if err != nil {
			return err
		}
		return m.pushed(m.decoded(py.NewBytes(strings.Clone(data))))
	}
}

func (m *machine) unicodeLine() error {
	line, err := m.line()
	if err != nil {
		return err
	}
	return m.pushed(m.t.Call(py.StrClass, py.NewBytes(line), py.NewStr("raw-unicode-escape")))
}

func str(size int) func(*machine) error {
	return func(m *machine) error {
		data, err := m.sized(size, "BINUNICODE exceeds system's maximum size")
		if err != nil {
			return err
		}
		if utf8.ValidString(data) {
			m.push(py.NewStr(strings.Clone(data)))
			return nil
		}
		return m.pushed(m.t.Call(py.StrClass, py.NewBytes(data), py.NewStr("utf-8"), py.NewStr("surrogatepass")))
	}
}

func bytes(size int) func(*machine) error {
	return func(m *machine) error {
		data, err := m.sized(size, "BINBYTES exceeds system's maximum size")
		return m.pushed(py.NewBytes(strings.Clone(data)), err)
	}
}

func (m *machine) byteArray() error {
	data, err := m.sized(8, "BYTEARRAY8 exceeds system's maximum size")
	return m.pushed(py.NewByteArray([]byte(data)), err)
}

// index is a line that is a number of the memo.
func (m *machine) index() (int64, error) {
	line, err := m.nonEmptyLine()
	if err != nil {
		return 0, err
	}
	v, err := m.integer(line+"\n", 10)
	if err != nil {
		return 0, err
	}
	n, err := m.t.Index(v)
	return int64(n), err
}

func (m *machine) putLine() error {
	if err := m.need(1); err != nil {
		return err
	}
	i, err := m.index()
	if err != nil {
		return err
	}
	if i < 0 {
		return py.Raise(py.ValueError, "negative PUT argument")
	}
	return m.put(uint64(i))
}

func (m *machine) getLine() error {
	i, err := m.index()
	if err != nil {
		return err
	}
	return m.get(uint64(i))
}
