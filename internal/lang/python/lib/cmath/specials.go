package cmath

import (
	"math"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/elementary"
)

// specials are what functions are of numbers with an infinity or a NaN in them, as annex G of
// the C standard and CPython have it: a row for each kind of real part and a cell for each
// kind of imaginary part (of rect, the length and the angle), in the order of kindOf. A cell
// is a sign and a size twice. Where the sign hangs on the imaginary part, c is that of its
// cosine, s of its sine, d of their product, and C and S are the opposite. Sizes are 0, 1, i
// for infinity, n for NaN, p for pi, h for a half of it, q for a quarter and t for three. No
// value is !, and what isn't special a point.
var specials = map[string][7]string{
	"acos": {
		"+t+i +p+i +p+i +p-i +p-i +t-i +n+i",
		"+h+i . . . . +h-i +n+n",
		"+h+i . . . . +h-i +h+n",
		"+h+i . . . . +h-i +h+n",
		"+h+i . . . . +h-i +n+n",
		"+q+i +0+i +0+i +0-i +0-i +q-i +n+i",
		"+n+i +n+n +n+n +n+n +n+n +n-i +n+n",
	},
	"acosh": {
		"+i-t +i-p +i-p +i+p +i+p +i+t +i+n",
		"+i-h . . . . +i+h +n+n",
		"+i-h . . . . +i+h +n+n",
		"+i-h . . . . +i+h +n+n",
		"+i-h . . . . +i+h +n+n",
		"+i-q +i-0 +i-0 +i+0 +i+0 +i+q +i+n",
		"+i+n +n+n +n+n +n+n +n+n +i+n +n+n",
	},
	"asinh": {
		"-i-q -i-0 -i-0 -i+0 -i+0 -i+q -i+n",
		"-i-h . . . . -i+h +n+n",
		"-i-h . . . . -i+h +n+n",
		"+i-h . . . . +i+h +n+n",
		"+i-h . . . . +i+h +n+n",
		"+i-q +i-0 +i-0 +i+0 +i+0 +i+q +i+n",
		"+i+n +n+n +n-0 +n+0 +n+n +i+n +n+n",
	},
	"atanh": {
		"-0-h -0-h -0-h -0+h -0+h -0+h -0+n",
		"-0-h . . . . -0+h +n+n",
		"-0-h . . . . -0+h -0+n",
		"+0-h . . . . +0+h +0+n",
		"+0-h . . . . +0+h +n+n",
		"+0-h +0-h +0-h +0+h +0+h +0+h +0+n",
		"+0-h +n+n +n+n +n+n +n+n +0+h +n+n",
	},
	"cosh": {
		"! ciSi +i+0 +i-0 ciSi ! +i+n",
		"! . . . . ! +n+n",
		"! . . . . ! +n+0",
		"! . . . . ! +n+0",
		"! . . . . ! +n+n",
		"! cisi +i-0 +i+0 cisi ! +i+n",
		"+n+n +n+n +n+0 +n+0 +n+n +n+n +n+n",
	},
	"exp": {
		"+0+0 c0s0 +0-0 +0+0 c0s0 +0+0 +0+0",
		"! . . . . ! +n+n",
		"! . . . . ! +n+n",
		"! . . . . ! +n+n",
		"! . . . . ! +n+n",
		"! cisi +i-0 +i+0 cisi ! +i+n",
		"+n+n +n+n +n-0 +n+0 +n+n +n+n +n+n",
	},
	"log": {
		"+i-t +i-p +i-p +i+p +i+p +i+t +i+n",
		"+i-h . . . . +i+h +n+n",
		"+i-h . . . . +i+h +n+n",
		"+i-h . . . . +i+h +n+n",
		"+i-h . . . . +i+h +n+n",
		"+i-q +i-0 +i-0 +i+0 +i+0 +i+q +i+n",
		"+i+n +n+n +n+n +n+n +n+n +i+n +n+n",
	},
	"sinh": {
		"! Cisi -i-0 -i+0 Cisi ! +i+n",
		"! . . . . ! +n+n",
		"! . . . . ! +0+n",
		"! . . . . ! +0+n",
		"! . . . . ! +n+n",
		"! cisi +i-0 +i+0 cisi ! +i+n",
		"+n+n +n+n +n-0 +n+0 +n+n +n+n +n+n",
	},
	"sqrt": {
		"+i-i +0-i +0-i +0+i +0+i +i+i +n+i",
		"+i-i . . . . +i+i +n+n",
		"+i-i . . . . +i+i +n+n",
		"+i-i . . . . +i+i +n+n",
		"+i-i . . . . +i+i +n+n",
		"+i-i +i-0 +i-0 +i+0 +i+0 +i+i +i+n",
		"+i-i +n+n +n+n +n+n +n+n +i+i +n+n",
	},
	"tanh": {
		"-1+0 -1d0 -1-0 -1+0 -1d0 -1+0 -1+0",
		"! . . . . ! +n+n",
		"! . . . . ! +n+n",
		"! . . . . ! +n+n",
		"! . . . . ! +n+n",
		"+1+0 +1d0 +1-0 +1+0 +1d0 +1+0 +1+0",
		"+n+n +n+n +n-0 +n+0 +n+n +n+n +n+n",
	},
	"rect": {
		"! CiSi -i+0 -i-0 CiSi ! +i+n",
		"! . . . . ! +n+n",
		"+0+0 . . . . +0+0 +0+0",
		"+0+0 . . . . +0+0 +0+0",
		"! . . . . ! +n+n",
		"! cisi +i-0 +i+0 cisi ! +i+n",
		"+n+n +n+n +n+0 +n+0 +n+n +n+n +n+n",
	},
}

// special is what a function is of z, which isn't finite; ok is whether there is a value.
func special(name string, z complex128) (w complex128, ok bool) {
	x, y := real(z), imag(z)
	cell := strings.Fields(specials[name][kindOf(x)])[kindOf(y)]
	if cell == "!" {
		return 0, false
	}
	return complex(part(cell[:2], y), part(cell[2:], y)), true
}

// kindOf is from 0 to 6: an infinity, a number or zero below zero, such a zero, number or
// infinity above it, or a NaN.
func kindOf(x float64) int {
	kind := 3 // +0
	switch {
	case math.IsNaN(x):
		return 6
	case math.IsInf(x, 0):
		kind = 5
	case x != 0:
		kind = 4
	}
	if math.Signbit(x) {
		return 5 - kind
	}
	return kind
}

// part is the number that a sign and a size of specials stand for.
func part(text string, y float64) float64 {
	sign := 1.0
	switch text[0] {
	case '-':
		sign = -1
	case 'c':
		sign = elementary.Cos(y)
	case 'C':
		sign = -elementary.Cos(y)
	case 's':
		sign = elementary.Sin(y)
	case 'S':
		sign = -elementary.Sin(y)
	case 'd':
		sign = elementary.Sin(y) * elementary.Cos(y)
	}
	return math.Copysign(size(text[1]), sign)
}

func size(letter byte) float64 {
	switch letter {
	case '1':
		return 1
	case 'i':
		return math.Inf(1)
	case 'n':
		return elementary.NaN()
	case 'p':
		return math.Pi
	case 'h':
		return math.Pi / 2
	case 'q':
		return math.Pi / 4
	case 't':
		return math.Pi / 4 * 3
	}
	return 0
}
