// Package expat is the module _expat: the scanner of XML that pyexpat and xml.etree, which are
// written in Python, take documents apart with.
package expat

import (
	"errors"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/expat/scan"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

var scannerClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("_expat", "Scanner", nil, func(c *py.Class) {
		c.AddMethods(py.MethodTable{
			{Name: "feed", Signature: "data, final, /", Fn: feed},
			{Name: "place", Fn: func(_ *py.Thread, a []py.Object) (py.Object, error) {
				line, column, offset := scannerOf(a[0]).Place()
				return py.NewTuple(number(line), number(column), number(offset)), nil
			}},
		})
	})
})

func scannerOf(o py.Object) *scan.Scanner { return py.Native(o).(*py.Opaque[*scan.Scanner]).Value }

func number(n int) py.Object { return py.MakeInt(int64(n)) }

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("_expat")
	m.Add("scanner", "separator, /", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		separator, ok := py.Native(a[0]).(*py.Str)
		text := ""
		if ok {
			text = separator.String()
		}
		return &py.Opaque[*scan.Scanner]{Of: scannerClass(), Value: scan.New(ok, text)}, nil
	})
	for i, name := range []string{"START", "END", "TEXT", "COMMENT", "INSTRUCTION", "CDATA_START", "CDATA_END", "DECLARATION", "DOCTYPE_START",
		"DOCTYPE_END", "ENTITY", "SKIPPED", "NAMESPACE_START", "NAMESPACE_END"} {
		m.Set(name, number(i))
	}
	return m, nil
}

// feed scans more of a document. It returns what was found and, where the document is
// wrong, the error's code, place and name.
func feed(t *py.Thread, a []py.Object) (py.Object, error) {
	data, ok := py.BytesOf(a[1])
	if !ok {
		return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", py.Native(a[1]).Class().FullName())
	}
	final, err := t.Truth(a[2])
	if err != nil {
		return nil, err
	}
	var found []py.Object
	err = scannerOf(a[0]).Feed([]byte(data), final, t.Poll, func(e scan.Event) { found = append(found, event(e)) })
	wrong := py.Object(py.None)
	var e *scan.Error
	if errors.As(err, &e) {
		wrong, err = py.NewTuple(number(e.Code), number(e.Line), number(e.Column), number(e.Offset), py.NewStr(e.Name)), nil
	}
	if errors.Is(err, scan.ErrBusy) {
		err = py.Raise(py.RuntimeError, "%s", scan.ErrBusy)
	}
	if err != nil {
		return nil, err
	}
	return py.NewTuple(py.NewList(found...), wrong), nil
}

func event(e scan.Event) py.Object {
	args := make([]py.Object, len(e.Args))
	for i, s := range e.Args {
		args[i] = py.NewStr(s)
	}
	return py.NewTuple(number(int(e.Kind)), py.NewStr(e.Name), py.NewTuple(args...), number(e.Line), number(e.Column), number(e.Offset))
}
