// Package sqlite is Python's module _sqlite3, on SQLite translated to Go. Each connection
// has a memory of its own, outside of Go's heap, and all its files are those of the
// execution: see space and database.
package sqlite

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// state is what an execution has.
type state struct {
	adapters    *py.Dict // by class and protocol
	converters  *py.Dict // by name, in upper case
	adaptsBase  bool     // there is an adapter for int, float, str or bytearray
	tracebacks  bool     // exceptions of callbacks are printed
	space       *space
	connections connections
	regions     int64 // bytes of address space that they have
	watch       *stopWatch
}

type stateKey struct{}

func stateOf(t *py.Thread) *state {
	if s, ok := t.In.Data[stateKey{}].(*state); ok {
		return s
	}
	s := &state{adapters: py.NewDict(), converters: py.NewDict(), watch: newStopWatch(t.In.Host.Stop)}
	s.space = newSpace()
	t.In.Data[stateKey{}] = s
	t.In.OnEnd(s.end)
	return s
}

// end closes what the program has left open.
func (s *state) end(t *py.Thread) {
	s.watch.end()
	s.connections.end(t)
	s.space.end(t)
}

// version is that of the module that CPython 3.11 has.
const version = "2.6.0"

// New returns the module.
func New(t *py.Thread) (*py.Module, error) {
	s := stateOf(t)
	m := py.NewModule("_sqlite3")
	m.Set("Connection", connectionClass()).Set("Cursor", cursorClass()).Set("Row", rowClass()).Set("Blob", blobClass())
	m.Set("PrepareProtocol", protocolClass())
	for _, c := range errorClasses() {
		m.Set(c.Name, c)
	}
	for _, c := range constants {
		m.Set(c.name, py.MakeInt(c.value))
	}
	m.Set("adapters", s.adapters).Set("converters", s.converters)
	m.Set("version", py.NewStr(version)).Set("_deprecated_version", py.NewStr(version))
	m.Set("sqlite_version", py.NewStr(sqliteVersion)).Set("threadsafety", py.MakeInt(3))
	m.Add("connect", "*args, **kwargs", connect)
	m.Add("adapt", "obj, proto=, alt=, /", adaptFunction)
	m.Add("register_adapter", "type, adapter, /", registerAdapter)
	m.Add("register_converter", "typename, converter, /", registerConverter)
	m.Add("enable_callback_tracebacks", "enable, /", func(t *py.Thread, a []py.Object) (py.Object, error) {
		n, err := intOf(t, a[0])
		stateOf(t).tracebacks = n != 0
		return py.None, err
	})
	m.Add("complete_statement", "statement", func(_ *py.Thread, a []py.Object) (py.Object, error) {
		text, ok := py.Native(a[0]).(*py.Str)
		if !ok {
			return nil, py.Raise(py.TypeError, "complete_statement() argument 'statement' must be str, not %s", py.ArgClass(a[0]))
		}
		if strings.ContainsRune(text.String(), 0) {
			return nil, py.Raise(py.ValueError, "embedded null character")
		}
		return py.Of(complete(text.String())), nil
	})
	m.Add("enable_shared_cache", "do_enable", func(t *py.Thread, _ []py.Object) (py.Object, error) { return py.None, nil })
	return m, nil
}

// connect is sqlite3.connect: it calls the factory with all that it was given.
func connect(t *py.Thread, a []py.Object) (py.Object, error) {
	args := py.Args{Pos: a[0].(*py.Tuple).Items}
	var factory py.Object = connectionClass()
	var c py.Cursor
	for k, v := c.Next(a[1].(*py.Dict)); k != nil; k, v = c.Next(a[1].(*py.Dict)) {
		name := k.(*py.Str)
		if name.String() == "factory" {
			factory = v
		}
		args.Names, args.Named = append(args.Names, name), append(args.Named, v)
	}
	if len(args.Pos) > 5 {
		factory = args.Pos[5]
	}
	return t.CallArgs(factory, args)
}

// intOf is an argument that is to be a C int.
func intOf(t *py.Thread, x py.Object) (int, error) {
	o, err := t.IndexObject(x)
	if err != nil {
		return 0, err
	}
	v, ok := py.IntBits(o, 32, true)
	if !ok {
		return 0, py.Raise(py.OverflowError, "Python int too large to convert to C int")
	}
	return int(int32(v)), nil
}
