package sqlite

import (
	"errors"
	"fmt"
	"time"

	"github.com/ncruces/go-sqlite3"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

func copyMethods() py.MethodTable {
	return py.MethodTable{
		{Name: "backup", Signature: "target, *, pages=-1, progress=None, name=\"main\", sleep=0.25", Fn: method(backup)},
		{Name: "serialize", Signature: "*, name=\"main\"", Fn: method(serialize)},
		{Name: "deserialize", Signature: "data, /, *, name=\"main\"", Fn: method(deserialize)},
		{Name: "blobopen", Signature: "table, column, row, /, *, readonly=False, name=\"main\"", Fn: method(openBlob)},
	}
}

// scratch makes a file in memory that nobody knows of, and its name as a URI.
func (s *space) scratch() (name, target string, done func()) {
	for i := 0; ; i++ {
		name = fmt.Sprintf("%scopy%d", memoryName, i)
		if s.memories[name] == nil {
			break
		}
	}
	m := &memory{users: 1}
	s.memories[name] = m
	return name, "file:" + escapePath(name) + "?", func() {
		if m.users--; m.users == 0 && s.memories[name] == m {
			delete(s.memories, name)
		}
	}
}

func textArg(t *py.Thread, what, name string, v py.Object, missing string) (string, error) {
	if v == nil {
		return missing, nil
	}
	s, ok := py.Native(v).(*py.Str)
	if !ok {
		return "", py.Raise(py.TypeError, "%s() argument '%s' must be str, not %s", what, name, py.ArgClass(v))
	}
	return nameOf(t, s)
}

// backup copies a database to another connection's, which has a memory of its own: by way
// of a file in memory.
func backup(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	target, ok := py.Native(a[0]).(*connection)
	if !ok {
		return nil, py.Raise(py.TypeError, "backup() argument 'target' must be sqlite3.Connection, not %s", py.ArgClass(a[0]))
	}
	pages, pause, err := backupPace(t, a[1], a[4])
	if err != nil {
		return nil, err
	}
	name, err := textArg(t, "backup", "name", a[3], "main")
	if err != nil {
		return nil, err
	}
	if target.db == nil || target.db.closed {
		return nil, target.usable(t)
	}
	if target == c {
		return nil, py.Raise(py.ValueError, "target cannot be the same connection instance")
	}
	progress := py.OrNone(a[2])
	if progress != py.None && !py.Callable(progress) {
		return nil, py.Raise(py.TypeError, "progress argument must be a callable")
	}
	if err := target.transactionless(t); err != nil {
		return nil, err
	}
	_, uri, done := c.state.space.scratch()
	defer done()
	if err := c.copyOut(t, name, uri, pages, pause, progress); err != nil {
		return nil, err
	}
	return py.None, target.restore(t, "main", uri)
}

func (c *connection) transactionless(t *py.Thread) error {
	return c.db.run(t, func() error {
		if !c.db.conn.GetAutocommit() {
			return operational("target is in transaction")
		}
		return nil
	})
}

func backupPace(t *py.Thread, pages, pause py.Object) (int, time.Duration, error) {
	n, seconds := -1, 0.25
	var err error
	if pages != nil {
		if n, err = intOf(t, pages); err != nil {
			return 0, 0, err
		}
	}
	if n == 0 {
		n = -1
	}
	if pause != nil {
		if seconds, err = t.ToFloat(pause); err != nil {
			return 0, 0, err
		}
	}
	return n, time.Duration(min(max(seconds, 0), 1e6) * float64(time.Second)), nil
}

// copyOut copies a schema's database to a file in memory, step by step.
func (c *connection) copyOut(t *py.Thread, name, uri string, pages int, pause time.Duration, progress py.Object) error {
	d := c.db
	return d.run(t, func() error {
		if schemaMissing(d, name) {
			return withCode(t, py.Raise(dbClasses().operational, "unknown database %s", name), sqlite3.ExtendedErrorCode(sqlite3.ERROR))
		}
		b, err := d.conn.BackupInit(name, uri+"vfs="+d.name)
		if err != nil {
			return err
		}
		defer b.Close() // the error is that of its last step
		for {
			if err := t.Poll(); err != nil {
				return err
			}
			n := pages
			if n < 0 || n > 1000 && progress == py.None {
				n = 1000
			}
			end, err := b.Step(n)
			busy := errors.Is(err, sqlite3.BUSY) || errors.Is(err, sqlite3.LOCKED)
			if err != nil && !busy {
				return err
			}
			if progress != py.None && (pages > 0 || end || busy) {
				if err := report(t, progress, b, end, err); err != nil {
					return err
				}
			}
			if end {
				return nil
			}
			if busy {
				if err := t.Sleep(pause); err != nil {
					return err
				}
			}
		}
	})
}

func report(t *py.Thread, progress py.Object, b *sqlite3.Backup, end bool, err error) error {
	code := int64(0)
	if end {
		code = 101
	} else if err != nil {
		code = 5
	}
	_, err = t.Call(progress, py.MakeInt(code), py.MakeInt(int64(b.Remaining())), py.MakeInt(int64(b.PageCount())))
	return err
}

func schemaMissing(d *database, name string) bool {
	for i := 0; ; i++ {
		switch got := d.conn.DBName(i); {
		case got == "":
			return true
		case sameName(got, name):
			return false
		}
	}
}

func (c *connection) restore(t *py.Thread, name, uri string) error {
	return c.retried(t, func() error { return c.db.conn.Restore(name, uri+"vfs="+c.db.name) })
}

// serialize is a database's bytes.
func serialize(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	name, err := textArg(t, "serialize", "name", a[0], "main")
	if err != nil {
		return nil, err
	}
	file, uri, done := c.state.space.scratch()
	defer done()
	if err := c.copyOut(t, name, uri, -1, 0, py.None); err != nil {
		if py.Caught(err, dbClasses().operational) != nil {
			err = operational("unable to serialize '%s'", name)
		}
		return nil, err
	}
	if err := c.notEmpty(t, name); err != nil {
		return nil, err
	}
	return py.NewBytes(string(c.state.space.memories[file].bytes())), nil
}

// notEmpty refuses a database without pages, which CPython doesn't serialize.
func (c *connection) notEmpty(t *py.Thread, name string) error {
	return c.db.run(t, func() error {
		c.db.checked = true
		stmt, _, err := c.db.conn.Prepare("PRAGMA " + sqlite3.QuoteIdentifier(name) + ".page_count")
		if err != nil {
			return err
		}
		defer stmt.Close() // the error is that of its last step
		c.db.checked = true
		if stmt.Step() && stmt.ColumnInt64(0) > 0 {
			return nil
		}
		return operational("unable to serialize '%s'", name)
	})
}

// deserialize has a database be what bytes say.
func deserialize(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	name, err := textArg(t, "deserialize", "name", a[1], "main")
	if err != nil {
		return nil, err
	}
	data, ok, err := blobOf(t, a[0])
	if err != nil {
		return nil, err
	}
	if !ok {
		s, isText := py.Native(a[0]).(*py.Str)
		if !isText {
			return nil, py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", a[0].Class().Name)
		}
		data = s.String()
	}
	file, uri, done := c.state.space.scratch()
	defer done()
	c.state.space.memories[file].write(rollbackHeader(data), 0)
	return py.None, c.restore(t, name, uri)
}

// rollbackHeader is a database's bytes, of one that has its own journal and no write-ahead
// log, of which there would be none.
func rollbackHeader(data string) []byte {
	p := []byte(data)
	if len(p) > 19 && p[18] == 2 && p[19] == 2 {
		p[18], p[19] = 1, 1
	}
	return p
}

func openBlob(t *py.Thread, c *connection, a []py.Object) (py.Object, error) {
	var names [2]string
	for i := range names {
		s, ok := py.Native(a[i]).(*py.Str)
		if !ok {
			return nil, py.Raise(py.TypeError, "blobopen() argument %d must be str, not %s", i+1, py.ArgClass(a[i]))
		}
		name, err := nameOf(t, s)
		if err != nil {
			return nil, err
		}
		names[i] = name
	}
	row, err := t.IndexObject(a[2])
	if err != nil {
		return nil, err
	}
	id, ok := row.(py.Int)
	if !ok {
		return nil, py.Raise(py.OverflowError, "Python int too large to convert to SQLite INTEGER")
	}
	readOnly := false
	if a[3] != nil {
		if readOnly, err = t.Truth(a[3]); err != nil {
			return nil, err
		}
	}
	schema, err := textArg(t, "blobopen", "name", a[4], "main")
	if err != nil {
		return nil, err
	}
	b := &blob{conn: c}
	err = c.db.run(t, func() (err error) {
		b.blob, err = c.db.conn.OpenBlob(schema, names[0], names[1], int64(id), !readOnly)
		return err
	})
	if err != nil {
		return nil, err
	}
	if c.db.hooks.blobs == nil {
		c.db.hooks.blobs = map[*blob]bool{}
	}
	c.db.hooks.blobs[b] = true
	return b, nil
}
