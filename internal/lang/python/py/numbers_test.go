package py

import (
	"io"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/ast"
)

func testThread(t testing.TB) *Thread {
	t.Helper()
	return NewInterp(Host{Host: &lang.Host{Stdout: io.Discard, Stderr: io.Discard}}).NewThread()
}

// parsed reads a number's literal.
func parsed(t *testing.T, th *Thread, s string) Object {
	t.Helper()
	if v, err := th.parseInt(s, 0, 0); v != nil || err != nil {
		return v
	}
	if f, ok := parseFloat(s); ok {
		return Float(f)
	}
	c, err := complexOfText(s)
	if err != nil {
		t.Fatal(s, err)
	}
	return Complex(c)
}

func shown(t *testing.T, th *Thread, v Object, err error) string {
	t.Helper()
	if err != nil {
		return err.Error()
	}
	s, err := v.Class().Slots.Repr(th, v)
	if err != nil {
		t.Fatal(err)
	}
	return s.(*Str).s
}

func TestArithmetic(t *testing.T) {
	th := testThread(t)
	for _, c := range []struct {
		op   ast.Operator
		x, y string
		want string
	}{
		{ast.Add, "9223372036854775807", "1", "9223372036854775808"},
		{ast.Mult, "-9223372036854775808", "-1", "9223372036854775808"},
		{ast.Mult, "4294967296", "-4294967296", "-18446744073709551616"},
		{ast.FloorDiv, "-9223372036854775808", "-1", "9223372036854775808"},
		{ast.Mod, "7", "-3", "-2"},
		{ast.FloorDiv, "1", "0", "ZeroDivisionError: integer division or modulo by zero"},
		{ast.Mod, "1", "0", "ZeroDivisionError: integer modulo by zero"},
		{ast.Div, "1", "0", "ZeroDivisionError: division by zero"},
		{ast.Div, "100000000000000000000000000001", "3", "3.3333333333333333e+28"},
		{ast.FloorDiv, "-7.5", "2", "-4.0"},
		{ast.Mod, "-1", "inf", "inf"},
		{ast.Pow, "2", "-3", "0.125"},
		{ast.Pow, "0", "-1", "ZeroDivisionError: 0.0 cannot be raised to a negative power"},
		{ast.Pow, "2.0", "10000", "OverflowError: (34, 'Numerical result out of range')"},
		{ast.Pow, "3", "50", "717897987691852588770249"},
		{ast.Pow, "3", "1000000000000", "MemoryError"},
		{ast.LShift, "1", "-1", "ValueError: negative shift count"},
		{ast.LShift, "1", "1000000000000000000000", "OverflowError: too many digits in integer"},
		{ast.LShift, "1", "100", "1267650600228229401496703205376"},
		{ast.RShift, "-1", "1000000000000000000000", "-1"},
		{ast.Div, "1+2j", "3-1j", "(0.1+0.7000000000000001j)"},
	} {
		v, err := th.Binary(c.op, parsed(t, th, c.x), parsed(t, th, c.y))
		if got := shown(t, th, v, err); got != c.want {
			t.Errorf("%s %s %s = %s, want %s", c.x, c.op, c.y, got, c.want)
		}
	}
}

func TestHashes(t *testing.T) {
	th := testThread(t)
	for s, want := range map[string]int64{
		"-1": -2, "2305843009213693951": 0, "2305843009213693952": 1, "-1267650600228229401496703205376": -549755813888,
		"1.5": 1152921504606846977, "-0.5": -1152921504606846976, "1e300": 1224995262755759164, "inf": 314159, "1j": 1000003,
	} {
		if got, err := Hash(th, parsed(t, th, s)); got != want || err != nil {
			t.Errorf("hash(%s) = %d, want %d (%v)", s, got, want, err)
		}
	}
}

func TestHashOfContainers(t *testing.T) {
	if got := hashTuple([]int64{1, 2, 3}); got != 529344067295497451 {
		t.Error(got)
	}
	if got := hashTuple(nil); got != 5740354900026072187 {
		t.Error(got)
	}
	if got := hashFrozenSet([]int64{1, 2, 3}); got != -272375401224217160 {
		t.Error(got)
	}
}
