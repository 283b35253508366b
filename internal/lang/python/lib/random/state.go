package random

import (
	"crypto/sha512"
	"math/big"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// seed sets the state from what a program gives.
func seed(t *py.Thread, a []py.Object) (py.Object, error) {
	key, err := seedKey(t, a[1], a[2])
	if err != nil {
		return nil, err
	}
	of(a).seed(key)
	return py.None, nil
}

func seedKey(t *py.Thread, x, version py.Object) ([]uint32, error) {
	if x == nil || x == py.None {
		return randomKey(), nil
	}
	if v := py.Big(x); v != nil {
		return keyOf(new(big.Int).Abs(v)), nil
	}
	if _, ok := py.Native(x).(py.Float); ok {
		h, err := py.Hash(t, x)
		return keyOf(new(big.Int).SetUint64(uint64(h))), err
	}
	text, ok := py.TextOf(x)
	if !ok {
		return nil, py.Raise(py.TypeError, "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
	}
	if version != nil {
		first, err := t.CompareBool(py.EQ, version, py.MakeInt(1))
		if err != nil {
			return nil, err
		}
		if first {
			return firstVersion(t, x, text)
		}
	}
	if _, ok := py.Native(x).(*py.Str); ok {
		var err error
		if text, err = py.EncodeText(t, text, "utf-8", "strict"); err != nil {
			return nil, err
		}
	}
	sum := sha512.Sum512([]byte(text))
	return keyOf(new(big.Int).SetBytes(append([]byte(text), sum[:]...))), nil
}

// firstVersion is a text's key as it was in older Pythons: a simple hash.
func firstVersion(t *py.Thread, x py.Object, text string) ([]uint32, error) {
	var codes []uint64
	if _, ok := py.Native(x).(*py.Str); ok {
		for _, r := range text {
			codes = append(codes, uint64(r))
		}
	} else {
		for i := range len(text) {
			codes = append(codes, uint64(text[i]))
		}
	}
	var h uint64
	if len(codes) > 0 {
		h = codes[0] << 7
	}
	for _, c := range codes {
		h = 1000003*h ^ c
	}
	h ^= uint64(len(codes))
	return keyOf(new(big.Int).SetUint64(h)), t.Poll()
}

func getState(_ *py.Thread, a []py.Object) (py.Object, error) {
	m := of(a)
	list := make([]py.Object, 0, stateWords+1)
	for _, w := range m.state {
		list = append(list, py.MakeInt(int64(w)))
	}
	return py.NewTuple(append(list, py.MakeInt(int64(m.at)))...), nil
}

func setState(t *py.Thread, a []py.Object) (py.Object, error) {
	list, ok := py.Native(a[1]).(*py.Tuple)
	if !ok {
		return nil, py.Raise(py.TypeError, "state vector must be a tuple")
	}
	if len(list.Items) != stateWords+1 {
		return nil, py.Raise(py.ValueError, "state vector is the wrong size")
	}
	var m twister
	for i, x := range list.Items {
		v, err := t.Integer(x)
		switch {
		case err != nil:
			return nil, err
		case !v.IsUint64():
			return nil, py.Raise(py.OverflowError, "can't convert negative value to unsigned int")
		case i < stateWords:
			m.state[i] = uint32(v.Uint64())
		case v.Uint64() > stateWords:
			return nil, py.Raise(py.ValueError, "invalid state")
		default:
			m.at = int(v.Uint64())
		}
	}
	*of(a) = m
	return py.None, nil
}
