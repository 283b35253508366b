// Package inspect turns JavaScript values into text as Node 20's util.inspect and
// util.format do.
//
// Values belong to user code, which may be hostile. Getters and proxy traps are never
// invoked. What is invoked is what Node invokes too: a value's own
// Symbol.for('nodejs.util.inspect.custom') method, a toString for %s, a toJSON for %j. A
// JavaScript exception that one of these throws leaves the functions of this package as a
// panic with a goja value, which a native function passes on to its caller as an
// exception; call them within Runtime.Try elsewhere. Output, depth and the number of keys
// are bounded whatever the options say.
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
