package binascii

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

func toUU(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := binary(a[0])
	if err != nil {
		return nil, err
	}
	tick, err := option(t, a[1], false)
	if err != nil {
		return nil, err
	}
	if len(s) > 45 {
		return nil, failed("At most 45 bytes at once")
	}
	char := func(v byte) byte {
		if v == 0 && tick {
			return '`'
		}
		return v + ' '
	}
	b := []byte{char(byte(len(s)))}
	for ; s != ""; s = s[min(3, len(s)):] {
		var g [3]byte
		copy(g[:], s)
		b = append(b, char(g[0]>>2), char(g[0]&3<<4|g[1]>>4), char(g[1]&15<<2|g[2]>>6), char(g[2]&63))
	}
	return py.NewBytes(string(append(b, '\n'))), nil
}

func fromUU(_ *py.Thread, a []py.Object) (py.Object, error) {
	s, err := ascii(a[0])
	if err != nil {
		return nil, err
	}
	if s == "" {
		return py.NewBytes(strings.Repeat("\x00", 32)), nil
	}
	n := int(s[0]-' ') & 63
	s = s[1:]
	var b []byte
	bits, have := 0, 0
	for len(b) < n {
		c := byte('\n') // what is missing is zeros
		if s != "" {
			c, s = s[0], s[1:]
		}
		switch {
		case c == '\n' || c == '\r':
			c = 0
		case c < ' ' || c > '`':
			return nil, failed("Illegal char")
		default:
			c = (c - ' ') & 63
		}
		bits, have = bits<<6|int(c), have+6
		if have >= 8 {
			have -= 8
			b = append(b, byte(bits>>have))
			bits &= 1<<have - 1
		}
	}
	if strings.Trim(s, " `\r\n") != "" {
		return nil, failed("Trailing garbage")
	}
	return py.NewBytes(string(b)), nil
}

// options are those of quoted-printable.
type qpOptions struct{ tabs, text, header bool }

// toQP writes quoted-printable, in lines of 76 characters at most.
func toQP(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := binary(a[0])
	if err != nil {
		return nil, err
	}
	o := qpOptions{text: true}
	for i, to := range []*bool{&o.tabs, &o.text, &o.header} {
		if *to, err = option(t, a[1+i], *to); err != nil {
			return nil, err
		}
	}
	end := "\n"
	if i := strings.IndexByte(s, '\n'); i > 0 && s[i-1] == '\r' {
		end = "\r\n"
	}
	b := make([]byte, 0, len(s)+len(s)/32)
	line := 0
	for i := 0; i < len(s); i++ {
		if err := t.Stopped(); err != nil {
			return nil, err
		}
		if o.text && (s[i] == '\n' || s[i] == '\r' && i+1 < len(s) && s[i+1] == '\n') {
			if k := len(b) - 1; k >= 0 && line > 0 && (b[k] == ' ' || b[k] == '\t') {
				b = append(b[:k], '=', upperHex[b[k]>>4], upperHex[b[k]&15])
			}
			b = append(b, end...)
			line = 0
			if s[i] == '\r' {
				i++
			}
			continue
		}
		part := o.encode(s, i, line)
		more := i+1 < len(s) && s[i+1] != '\n'
		if line+len(part) >= 76 && (more || len(part) > 1) {
			b = append(append(b, '='), end...)
			line = 0
			part = o.encode(s, i, line)
		}
		b = append(b, part...)
		line += len(part)
	}
	return py.NewBytes(string(b)), nil
}

const upperHex = "0123456789ABCDEF"

// encode is what is written for the byte at i.
func (o *qpOptions) encode(s string, i, line int) string {
	c := s[i]
	last := i+1 == len(s)
	switch {
	case c > '~' || c == '=' || o.header && c == '_',
		c == '.' && line == 0 && (last || s[i+1] == '\n' || s[i+1] == '\r' || s[i+1] == 0),
		!o.text && (c == '\r' || c == '\n'),
		(c == '\t' || c == ' ') && last,
		c < 33 && c != '\r' && c != '\n' && c != '\t' && c != ' ',
		c < 33 && c != '\r' && c != '\n' && o.tabs:
		return string([]byte{'=', upperHex[c>>4], upperHex[c&15]})
	case c == ' ' && o.header:
		return "_"
	}
	return string([]byte{c})
}

func fromQP(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := ascii(a[0])
	if err != nil {
		return nil, err
	}
	header, err := option(t, a[1], false)
	if err != nil {
		return nil, err
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if err := t.Stopped(); err != nil {
			return nil, err
		}
		c := s[i]
		switch {
		case c == '_' && header:
			b = append(b, ' ')
		case c != '=':
			b = append(b, c)
		case i+1 == len(s):
			return py.NewBytes(string(b)), nil
		case s[i+1] == '\n' || s[i+1] == '\r': // a line goes on
			end := strings.IndexByte(s[i:], '\n')
			if end < 0 {
				return py.NewBytes(string(b)), nil
			}
			i += end
		case s[i+1] == '=':
			b = append(b, '=')
			i++
		case i+2 < len(s) && hexValue(s[i+1])|hexValue(s[i+2]) <= 15:
			b = append(b, hexValue(s[i+1])<<4|hexValue(s[i+2]))
			i += 2
		default:
			b = append(b, '=')
		}
	}
	return py.NewBytes(string(b)), nil
}
