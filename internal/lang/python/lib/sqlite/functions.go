package sqlite

import (
	"github.com/ncruces/go-sqlite3"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// functionArgs are the name and the number of parameters of an SQL function.
func functionArgs(t *py.Thread, what string, a []py.Object) (name string, n int, err error) {
	s, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return "", 0, py.Raise(py.TypeError, "%s() argument 'name' must be str, not %s", what, py.ArgClass(a[0]))
	}
	if name, err = nameOf(t, s); err != nil {
		return "", 0, err
	}
	n, err = intOf(t, a[1])
	return name, n, err
}

func createFunction(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	name, n, err := functionArgs(t, "create_function", a)
	if err != nil {
		return nil, err
	}
	flags := sqlite3.FunctionFlag(0)
	if a[3] != nil {
		deterministic, err := t.Truth(a[3])
		if err != nil {
			return nil, err
		}
		if deterministic {
			flags = sqlite3.DETERMINISTIC
		}
	}
	d, callback := c.db, a[2]
	var f sqlite3.ScalarFunction
	if callback != py.None {
		f = func(ctx sqlite3.Context, args ...sqlite3.Value) {
			d.answer(ctx, callback, "user-defined function raised exception", func(t *py.Thread) (py.Object, error) {
				values, err := argumentsOf(t, args)
				if err != nil {
					return nil, err
				}
				return t.Call(callback, values...)
			})
		}
	}
	err = d.run(t, func() error { return d.conn.CreateFunction(name, n, flags, f) })
	if e := py.Caught(err, dbClasses().base); e != nil {
		err = operational("Error creating function")
	}
	return py.None, err
}

// answer has f make the result of an SQL function. failure is what SQLite says when it
// raises an exception.
func (d *database) answer(ctx sqlite3.Context, callback py.Object, failure string, f func(t *py.Thread) (py.Object, error)) {
	err := d.guarded(func(t *py.Thread) error {
		v, err := f(t)
		if err == nil {
			err = result(t, ctx, v)
		}
		if err != nil {
			d.complain(t, err, callback)
		}
		return err
	})
	d.fail(ctx, err, failure)
}

// textError is an error with a text for SQLite.
type textError string

// Error is the text.
func (e textError) Error() string { return string(e) }

func (d *database) fail(ctx sqlite3.Context, err error, failure string) {
	if err == nil {
		return
	}
	_ = d.guarded(func(*py.Thread) error {
		switch {
		case py.Caught(err, py.MemoryError) != nil:
			ctx.ResultError(sqlite3.NOMEM)
		case py.Caught(err, py.OverflowError) != nil:
			ctx.ResultError(sqlite3.TOOBIG)
		default:
			ctx.ResultError(textError(failure))
		}
		return nil
	})
}

func argumentsOf(t *py.Thread, args []sqlite3.Value) ([]py.Object, error) {
	values := make([]py.Object, len(args))
	for i, v := range args {
		switch v.Type() {
		case sqlite3.INTEGER:
			values[i] = py.MakeInt(v.Int64())
		case sqlite3.FLOAT:
			values[i] = py.Float(v.Float())
		case sqlite3.TEXT:
			s, err := py.DecodeBytes(t, v.Text(), "utf-8", "strict")
			if err != nil {
				return nil, err
			}
			values[i] = s
		case sqlite3.BLOB:
			values[i] = py.NewBytes(string(v.RawBlob()))
		default:
			values[i] = py.None
		}
	}
	return values, nil
}

// result gives SQLite the value of a function.
func result(t *py.Thread, ctx sqlite3.Context, v py.Object) error {
	switch x := py.Native(v).(type) {
	case py.Int:
		ctx.ResultInt64(int64(x))
	case *py.Bool:
		ctx.ResultBool(x == py.True)
	case *py.BigInt:
		return py.Raise(py.OverflowError, "Python int too large to convert to SQLite INTEGER")
	case py.Float:
		ctx.ResultFloat(float64(x))
	case *py.Str:
		s, err := py.EncodeText(t, x.String(), "utf-8", "strict")
		if err != nil {
			return err
		}
		ctx.ResultText(s)
	default:
		if v == py.None {
			ctx.ResultNull()
			return nil
		}
		data, ok, err := blobOf(t, v)
		if err != nil {
			return err
		}
		if !ok {
			return py.Raise(py.TypeError, "unsupported type")
		}
		ctx.ResultBlob([]byte(data))
	}
	return nil
}
