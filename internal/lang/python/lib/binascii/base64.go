package binascii

import (
	"encoding/base64"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

func toBase64(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := binary(a[0])
	if err != nil {
		return nil, err
	}
	line, err := option(t, a[1], true)
	if err != nil {
		return nil, err
	}
	out := base64.StdEncoding.EncodeToString([]byte(s))
	if line {
		out += "\n"
	}
	return py.NewBytes(out), nil
}

func base64Value(c byte) int {
	switch {
	case c >= 'A' && c <= 'Z':
		return int(c - 'A')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 26
	case c >= '0' && c <= '9':
		return int(c-'0') + 52
	case c == '+':
		return 62
	case c == '/':
		return 63
	}
	return -1
}

func fromBase64(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := ascii(a[0])
	if err != nil {
		return nil, err
	}
	strict, err := option(t, a[1], false)
	if err != nil {
		return nil, err
	}
	b, err := decodeBase64(t, s, strict)
	if err != nil {
		return nil, err
	}
	return py.NewBytes(string(b)), nil
}

// decodeBase64 skips what isn't of the alphabet unless it is strict, and stops where
// padding completes four characters.
func decodeBase64(t *py.Thread, s string, strict bool) ([]byte, error) {
	b := make([]byte, 0, len(s)/4*3+3)
	bits, count, pads := 0, 0, 0 // count is of the characters of this group of four
	padded := false
	for i := range len(s) {
		if err := t.Stopped(); err != nil {
			return nil, err
		}
		c := s[i]
		if c == '=' {
			padded = true
			if count >= 2 {
				pads++
			}
			switch {
			case count >= 2 && count+pads >= 4:
				if strict && i+1 < len(s) {
					return nil, failed("Excess data after padding")
				}
				return b, nil
			case strict && i == 0:
				return nil, failed("Leading padding not allowed")
			}
			continue
		}
		v := base64Value(c)
		if v < 0 {
			if strict {
				return nil, failed("Only base64 data is allowed")
			}
			continue
		}
		if strict && padded {
			return nil, failed("Discontinuous padding not allowed")
		}
		pads = 0
		bits = bits<<6 | v
		if count > 0 {
			b = append(b, byte(bits>>(6-2*count)))
		}
		count = (count + 1) % 4
		if count == 0 {
			bits = 0
		}
	}
	switch count {
	case 0:
		return b, nil
	case 1:
		return nil, failed("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(b)/3*4+1)
	}
	return nil, failed("Incorrect padding")
}
