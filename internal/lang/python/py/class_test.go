package py

import "testing"

// TestClassMaking makes a class and an instance without any of a program's code.
func TestClassMaking(t *testing.T) {
	th := testThread(t)
	names := NewDict()
	names.SetStr("x", MakeInt(7))
	c, err := th.Call(TypeClass, NewStr("C"), NewTuple(), names)
	if err != nil {
		t.Fatal(err)
	}
	o, err := th.Call(c)
	if err != nil {
		t.Fatal(err)
	}
	if v, err := th.GetAttr(o, "x"); err != nil || v != MakeInt(7) {
		t.Fatalf("x is %v, %v", v, err)
	}
	if err := th.SetAttr(o, "y", None); err != nil {
		t.Fatal(err)
	}
	if _, err := th.GetAttr(o, "z"); Caught(err, AttributeError) == nil || err.Error() != "AttributeError: 'C' object has no attribute 'z'" {
		t.Fatal(err)
	}
	if _, err := th.Call(c, None); err == nil || err.Error() != "TypeError: C() takes no arguments" {
		t.Fatal(err)
	}
	if _, err := th.Call(TypeClass, NewStr("D"), NewTuple(BoolClass), NewDict()); err == nil || err.Error() != "TypeError: type 'bool' is not an acceptable base type" {
		t.Fatal(err)
	}
	d, err := th.Call(TypeClass, NewStr("D"), NewTuple(c), NewDict())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := th.Call(TypeClass, NewStr("E"), NewTuple(c, d), NewDict()); err == nil ||
		err.Error() != "TypeError: Cannot create a consistent method resolution\norder (MRO) for bases C, D" {
		t.Fatal(err)
	}
	if ok, err := th.IsSubclassOf(d, c); !ok || err != nil {
		t.Fatal(ok, err)
	}
}
