package csv

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// The ways of quoting.
const (
	quoteMinimal = iota
	quoteAll
	quoteNonNumeric
	quoteNone
)

// none is a character that isn't set.
const none rune = -1

// A dialect is how a file is written.
type dialect struct {
	delimiter, quote, escape   rune
	terminator                 string
	quoting                    int
	double, skipSpaces, strict bool
}

// parameters are a dialect's attributes, in the order of options.
var parameters = []string{"delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"}

var dialectClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_csv", "Dialect", nil, func(c *py.Class) {
		make := py.NewBuiltin("Dialect", "dialect=, "+options, func(t *py.Thread, a []py.Object) (py.Object, error) {
			d, err := newDialect(t, a[0], a[1:])
			return &py.Opaque[*dialect]{Of: c, Value: d}, err
		})
		c.Slots.New = func(t *py.Thread, _ *py.Class, a py.Args) (py.Object, error) { return t.CallArgs(make, a) }
		for i, name := range parameters {
			c.AddGetSets(&py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
				return py.Native(o).(*py.Opaque[*dialect]).Value.parameter(i), nil
			}})
		}
	})
})

// parameter is the value of one of parameters.
func (d *dialect) parameter(i int) py.Object {
	char := func(r rune) py.Object {
		if r == none {
			return py.None
		}
		return py.NewStr(string(py.AppendRune(nil, r)))
	}
	switch parameters[i] {
	case "delimiter":
		return char(d.delimiter)
	case "doublequote":
		return py.Of(d.double)
	case "escapechar":
		return char(d.escape)
	case "lineterminator":
		return py.NewStr(d.terminator)
	case "quotechar":
		return char(d.quote)
	case "quoting":
		return py.MakeInt(int64(d.quoting))
	case "skipinitialspace":
		return py.Of(d.skipSpaces)
	}
	return py.Of(d.strict)
}

// newDialect takes what isn't a parameter from x's attributes.
func newDialect(t *py.Thread, x py.Object, params []py.Object) (*dialect, error) {
	given := append([]py.Object(nil), params...)
	if x != nil && x != py.None {
		for i, name := range parameters {
			if given[i] != nil {
				continue
			}
			v, err := t.GetAttr(x, name)
			if py.Caught(err, py.AttributeError) != nil {
				continue
			}
			if err != nil {
				return nil, err
			}
			given[i] = v
		}
	}
	d := &dialect{delimiter: ',', quote: '"', escape: none, terminator: "\r\n", double: true}
	if err := d.set(t, given); err != nil {
		return nil, err
	}
	return d, d.check(given)
}

func (d *dialect) set(t *py.Thread, given []py.Object) (err error) {
	if err = character(&d.delimiter, given[0], "delimiter", false); err != nil {
		return err
	}
	if err = truth(t, &d.double, given[1]); err != nil {
		return err
	}
	if err = character(&d.escape, given[2], "escapechar", true); err != nil {
		return err
	}
	if x := given[3]; x != nil && x != py.None {
		s, ok := py.Native(x).(*py.Str)
		if !ok {
			return py.Raise(py.TypeError, `"lineterminator" must be a string, not %s`, x.Class().FullName())
		}
		d.terminator = s.String()
	}
	if err = character(&d.quote, given[4], "quotechar", true); err != nil {
		return err
	}
	if given[5] != nil {
		n, ok := given[5].(py.Int)
		if !ok {
			return py.Raise(py.TypeError, `"quoting" must be an integer`)
		}
		d.quoting = int(n)
	}
	if err = truth(t, &d.skipSpaces, given[6]); err != nil {
		return err
	}
	return truth(t, &d.strict, given[7])
}

func (d *dialect) check(given []py.Object) error {
	if d.quoting < quoteMinimal || d.quoting > quoteNone {
		return py.Raise(py.TypeError, `bad "quoting" value`)
	}
	if given[4] == py.None && given[5] == nil {
		d.quoting = quoteNone
	}
	switch {
	case d.quoting != quoteNone && d.quote == none:
		return py.Raise(py.TypeError, "quotechar must be set if quoting enabled")
	case given[3] == py.None:
		return py.Raise(py.TypeError, "lineterminator must be set")
	}
	return nil
}

func truth(t *py.Thread, to *bool, x py.Object) (err error) {
	if x != nil {
		*to, err = t.Truth(x)
	}
	return err
}

func character(to *rune, x py.Object, name string, optional bool) error {
	if x == nil {
		return nil
	}
	if x == py.None && optional {
		*to = none
		return nil
	}
	s, ok := py.Native(x).(*py.Str)
	switch {
	case !ok && optional:
		return py.Raise(py.TypeError, `"%s" must be string or None, not %s`, name, x.Class().FullName())
	case !ok:
		return py.Raise(py.TypeError, `"%s" must be string, not %s`, name, x.Class().FullName())
	case s.Len() != 1:
		return py.Raise(py.TypeError, `"%s" must be a 1-character string`, name)
	}
	*to, _ = py.DecodeRune(s.String())
	return nil
}
