// Package inspect turns JavaScript values into text as Node 20's util.inspect and
// util.format do.
//
// Values belong to user code, which may be hostile. A proxy's traps are never invoked, nor
// are getters of the properties that are listed. What is invoked is what Node invokes too:
// a Symbol.for('nodejs.util.inspect.custom') method, getters that say what a value is
// (Symbol.toStringTag, a constructor's name, an error's name, message and stack), what
// makes a value a string, a number or JSON for %s, %d, %i, %f and %j. A JavaScript
// exception or an interrupt that one of these ends in leaves the functions of this package
// as a panic, which a native function passes on to its caller; elsewhere call them within
// Runtime.Try. Output, depth, the number of keys and the time all of it takes are bounded
// whatever the options say.
package inspect

import "github.com/dop251/goja"

// What isn't a count of levels, elements or units.
const (
	// Unlimited shows every level, up to a bound that keeps the stack small.
	Unlimited = -1
	// TopOnly shows the properties of the value and none of what they hold.
	TopOnly = -2
	// NameOnly shows not even the properties of the value: [Object].
	NameOnly = -3
	// None is as many elements or units of a string as 0 is in JavaScript.
	None = -2
)

// Options are what util.inspect can be told. The zero value means Node's defaults.
type Options struct {
	// Depth is how many levels below the value are shown. 0 means 2. It may be Unlimited,
	// TopOnly or NameOnly.
	Depth int
	// ShowHidden adds properties that are not enumerable.
	ShowHidden bool
	// ShowProxy shows a proxy's target and handler rather than the target alone.
	ShowProxy bool
	// BreakLength is how many columns a line may have. 0 means 80.
	BreakLength int
	// Compact is how many innermost levels may share a line. 0 means 3, None none.
	Compact int
	// Sorted orders properties by name.
	Sorted bool
	// MaxArrayLength is how many elements of an array, a Map or a Set are shown. 0 means
	// 100, Unlimited as many as there are, up to a bound, None none.
	MaxArrayLength int
	// MaxStringLength is how many UTF-16 units of a string are shown. 0 means 10000,
	// Unlimited all, up to a bound, None none.
	MaxStringLength int
}

// Inspect returns v as util.inspect does.
func Inspect(vm *goja.Runtime, v goja.Value, o Options) string {
	return New(vm).Inspect(v, o)
}

// Format returns args as console.log prints them: with the directives of a first argument
// that is a string, and joined by blanks.
func Format(vm *goja.Runtime, args []goja.Value) string {
	return New(vm).Format(args, Options{})
}

// FormatWithOptions is Format with options for the values that are inspected.
func FormatWithOptions(vm *goja.Runtime, o Options, args []goja.Value) string {
	return New(vm).Format(args, o)
}
