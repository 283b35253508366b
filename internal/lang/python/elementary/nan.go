package elementary

import "math"

// NaN is the value of float("nan"): the quiet one that C's library and processors have,
// which differs from Go's in a bit that struct.pack shows.
func NaN() float64 { return math.Float64frombits(0x7ff8 << 48) }

// Mod is the rest of x / y, with x's sign. A NaN is an operand's, or else the processor's for
// what has no value: that of amd64 is negative.
func Mod(x, y float64) float64 {
	z := math.Mod(x, y)
	switch {
	case !math.IsNaN(z):
		return z
	case math.IsNaN(x):
		return x
	case math.IsNaN(y):
		return y
	}
	return (x * y) / (x * y)
}
