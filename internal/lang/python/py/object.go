// Package py is the object model of Python and the machine that runs package code's
// instructions.
//
// An Object is a value of a program. Functions that may run code of the program, or
// fail, take the Thread they run on and return an error: an *Exc is a Python exception,
// any other error ends the run and can't be caught. Built-in classes and their tables are
// made once and shared by all executions, and so are constants; all else belongs to one
// execution, an Interp.
package py

import (
	"math"
	"math/big"
	"unsafe"
)

// An Object is a value. What a nil Object means is said where it may be: no value.
type Object interface {
	// Class returns the object's class.
	Class() *Class
}

// The values that there is one of each.
type (
	noneType           struct{ _ byte }
	ellipsisType       struct{ _ byte }
	notImplementedType struct{ _ byte }
	// A Bool is True or False.
	Bool struct{ v bool }
)

// None, True, False, Ellipsis and NotImplemented are compared by ==.
var (
	None           Object = &noneType{}
	Ellipsis       Object = &ellipsisType{}
	NotImplemented Object = &notImplementedType{}
	True                  = &Bool{true}
	False                 = &Bool{false}
)

// Of returns True or False.
func Of(b bool) *Bool {
	if b {
		return True
	}
	return False
}

// The numbers. An integer that fits into 64 bits is always an Int, and never a BigInt.
type (
	// Int is a small int.
	Int int64
	// BigInt is an int out of Int's range. It is immutable.
	BigInt struct{ V *big.Int }
	// Float is a float.
	Float float64
	// Complex is a complex.
	Complex complex128
)

// Class returns the class.
func (*noneType) Class() *Class           { return NoneClass }
func (*ellipsisType) Class() *Class       { return EllipsisClass }
func (*notImplementedType) Class() *Class { return NotImplementedClass }

// Class returns the class bool.
func (*Bool) Class() *Class { return BoolClass }

// Class returns the class int.
func (Int) Class() *Class { return IntClass }

// Class returns the class int.
func (*BigInt) Class() *Class { return IntClass }

// Class returns the class float.
func (Float) Class() *Class { return FloatClass }

// Class returns the class complex.
func (Complex) Class() *Class { return ComplexClass }

const smallest, largest = -256, 1024

// smallInts spares the allocation of the commonest numbers.
var smallInts = func() (list [largest - smallest]Object) {
	block := new([len(list)]Int) // one allocation: every worker begins with it
	for i := range list {
		block[i] = Int(i + smallest)
		list[i] = boxed(intType, unsafe.Pointer(&block[i]))
	}
	return list
}()

// MakeInt returns an int as an Object.
func MakeInt(v int64) Object {
	if i := uint64(v - smallest); i < uint64(len(smallInts)) {
		return smallInts[i]
	}
	return Int(v)
}

// MakeBig returns an int of any size; v belongs to it from then on.
func MakeBig(v *big.Int) Object {
	if v.IsInt64() {
		return MakeInt(v.Int64())
	}
	return &BigInt{v}
}

// The containers.
type (
	// Tuple is a tuple. Its items are never changed.
	Tuple struct{ Items []Object }
	// List is a list.
	List struct{ Items []Object }
	// Slice is a slice object.
	Slice struct{ Start, Stop, Step Object }
	// Range is a range whose bounds fit into 64 bits. Len is what len() is; Step isn't 0.
	Range struct{ Start, Stop, Step, Len int64 }
	// Cell holds a variable that functions share. Value is nil when it has none.
	Cell struct{ Value Object }
)

// Class returns the class tuple.
func (*Tuple) Class() *Class { return TupleClass }

// Class returns the class list.
func (*List) Class() *Class { return ListClass }

// Class returns the class slice.
func (*Slice) Class() *Class { return SliceClass }

// Class returns the class range.
func (*Range) Class() *Class { return RangeClass }

// Class returns the class cell.
func (*Cell) Class() *Class { return CellClass }

var emptyTuple = &Tuple{}

// NewTuple returns a tuple that owns items.
func NewTuple(items ...Object) *Tuple {
	if len(items) == 0 {
		return emptyTuple
	}
	return &Tuple{items}
}

// NewList returns a list that owns items.
func NewList(items ...Object) *List { return &List{items} }

// An Instance is an object of a class that a program defined. Native is the value that
// one of a subclass of a built-in class has (of class C(int) an int), and nil for others.
type Instance struct {
	class  *Class
	shape  *shape   // of slots; nil when dict has the attributes
	slots  []Object // the attributes' values
	dict   *Dict    // the attributes, once somebody has asked for __dict__
	Native Object
	// members are the values of slots, where there is a dict, too.
	members members
}

// Class returns its class.
func (o *Instance) Class() *Class { return o.class }

// Native returns the value that o is for a built-in class's methods: o itself, but for
// an instance of a subclass.
func Native(o Object) Object {
	if x, ok := o.(*Instance); ok && x.Native != nil {
		return x.Native
	}
	return o
}

// Is is Python's operator is. Numbers that are equal are the same here, which CPython's
// may be or not; a NaN is itself alone.
func Is(x, y Object) bool {
	if x == y {
		a, ok := x.(Float)
		return !ok || a != 0 || math.Signbit(float64(a)) == math.Signbit(float64(y.(Float)))
	}
	switch a := x.(type) {
	case Float:
		b, ok := y.(Float)
		return ok && a != a && b != b && boxOf(x) == boxOf(y)
	case Complex:
		b, ok := y.(Complex)
		return ok && a.isNaN() && b.isNaN() && boxOf(x) == boxOf(y)
	}
	if a, ok := x.(*Code); ok { // one is made whenever it is asked for
		b, ok := y.(*Code)
		return ok && a.Code == b.Code
	}
	return false
}

// boxOf is where the value is that an interface holds.
func boxOf(x Object) unsafe.Pointer { return (*[2]unsafe.Pointer)(unsafe.Pointer(&x))[1] }
