package csv

import (
	"strings"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// maxRecord bounds what is written at once, in bytes.
const maxRecord = 1 << 30

// A writer writes records.
type writer struct {
	*dialect
	write  py.Object
	record []byte
}

var writerClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_csv", "writer", nil, func(c *py.Class) {
		c.AddMethods(py.MethodTable{
			{Name: "writerow", Signature: "row, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				return writerOf(a[0]).row(t, a[1])
			}},
			{Name: "writerows", Signature: "rows, /", Fn: func(t *py.Thread, a []py.Object) (py.Object, error) {
				return py.None, t.Each(a[1], func(row py.Object) error {
					_, err := writerOf(a[0]).row(t, row)
					return err
				})
			}},
		})
		c.AddGetSets(&py.GetSet{Name: "dialect", Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
			return &py.Opaque[*dialect]{Of: dialectClass(), Value: writerOf(o).dialect}, nil
		}})
	})
})

func writerOf(o py.Object) *writer { return py.Native(o).(*py.Opaque[*writer]).Value }

func (s *state) newWriter(t *py.Thread, a []py.Object) (py.Object, error) {
	d, err := s.dialectOf(t, a[1], a[2:])
	if err != nil {
		return nil, err
	}
	write, err := t.GetAttr(a[0], "write")
	if py.Caught(err, py.AttributeError) != nil || err == nil && !py.Callable(write) {
		return nil, py.Raise(py.TypeError, `argument 1 must have a "write" method`)
	}
	if err != nil {
		return nil, err
	}
	return &py.Opaque[*writer]{Of: writerClass(), Value: &writer{dialect: d, write: write}}, nil
}

// row writes a record and returns what the file's write does.
func (w *writer) row(t *py.Thread, row py.Object) (py.Object, error) {
	it, err := t.Iter(row)
	if py.Caught(err, py.TypeError) != nil {
		return nil, failed("iterable expected, not %s", row.Class().Name)
	}
	if err != nil {
		return nil, err
	}
	w.record = w.record[:0]
	n := 0
	err = t.Each(it, func(x py.Object) error {
		if n++; n > 1 {
			w.record = py.AppendRune(w.record, w.delimiter)
		}
		return w.field(t, x)
	})
	if err != nil {
		return nil, err
	}
	if n > 0 && len(w.record) == 0 {
		if w.quoting == quoteNone {
			return nil, failed("single empty field record must be quoted")
		}
		w.record = py.AppendRune(py.AppendRune(w.record, w.quote), w.quote)
	}
	w.record = append(w.record, w.terminator...)
	return t.Call(w.write, py.NewStr(string(w.record)))
}

func (w *writer) field(t *py.Thread, x py.Object) error {
	quoted := w.quoting == quoteAll || w.quoting == quoteNonNumeric && !isNumber(x)
	text := ""
	switch v := py.Native(x).(type) {
	case *py.Str:
		text = v.String()
	default:
		if x == py.None {
			break
		}
		s, err := t.Str(x)
		if err != nil {
			return err
		}
		text = s.String()
	}
	if len(w.record)+len(text)*2 > maxRecord {
		return py.NewExc(py.MemoryError)
	}
	return w.text(t, text, quoted)
}

// isNumber reports whether an object may be made a number.
func isNumber(x py.Object) bool {
	switch py.Native(x).(type) {
	case py.Int, *py.BigInt, py.Float, py.Complex, *py.Bool:
		return true
	}
	c := x.Class()
	return c.Lookup("__index__") != nil || c.Lookup("__int__") != nil || c.Lookup("__float__") != nil
}

func (w *writer) text(t *py.Thread, s string, quoted bool) error {
	if !quoted {
		quoted = w.needsQuotes(t, s)
	}
	if quoted {
		w.record = py.AppendRune(w.record, w.quote)
	}
	for len(s) > 0 {
		if err := t.Stopped(); err != nil {
			return err
		}
		c, n := py.DecodeRune(s)
		if w.special(c) {
			switch {
			case c == w.quote && w.quoting != quoteNone && w.double:
				w.record = py.AppendRune(w.record, c)
			case w.quoting == quoteNone, c == w.quote, c == w.escape:
				if w.escape == none {
					return failed("need to escape, but no escapechar set")
				}
				w.record = py.AppendRune(w.record, w.escape)
			}
		}
		w.record = append(w.record, s[:n]...)
		s = s[n:]
	}
	if quoted {
		w.record = py.AppendRune(w.record, w.quote)
	}
	return nil
}

// special reports whether a character can't stand in a field as it is.
func (w *writer) special(c rune) bool {
	return c == w.delimiter || c == w.quote || c == w.escape || strings.ContainsRune(w.terminator, c)
}

// needsQuotes reports whether quotes are to be around a text that may do without.
func (w *writer) needsQuotes(t *py.Thread, s string) bool {
	if w.quoting == quoteNone {
		return false
	}
	for len(s) > 0 && t.Stopped() == nil {
		c, n := py.DecodeRune(s)
		if w.special(c) && (c != w.quote || w.double) && c != w.escape {
			return true
		}
		s = s[n:]
	}
	return false
}
