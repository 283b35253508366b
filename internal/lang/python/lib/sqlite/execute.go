package sqlite

import (
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// execute runs a statement up to its first row.
func (k *cursor) execute(t *py.Thread, sql string, params py.Object) (py.Object, error) {
	return k.running(t, sql, false, func(st *statement) error {
		return k.once(t, st, params, false)
	})
}

// executeMany runs a statement with each of many parameters.
func (k *cursor) executeMany(t *py.Thread, sql string, all py.Object) (py.Object, error) {
	it, err := t.Iter(all)
	if err != nil {
		return nil, err
	}
	return k.running(t, sql, true, func(st *statement) error {
		for {
			params, err := t.Next(it)
			if err != nil || params == nil {
				return err
			}
			if err := k.once(t, st, params, true); err != nil {
				return err
			}
			if st.stmt != nil {
				if err := st.stmt.Reset(); err != nil {
					return err
				}
			}
		}
	})
}

// running has f run a statement.
func (k *cursor) running(t *py.Thread, sql string, many bool, f func(st *statement) error) (py.Object, error) {
	c := k.conn
	k.locked = true
	k.description = py.None
	err := c.retried(t, func() error {
		k.drop()
		st, err := c.statement(t, sql)
		if err != nil {
			return err
		}
		c.statements.use(st, k)
		k.statement = st
		if many && st.stmt != nil && st.stmt.ReadOnly() {
			return programming("executemany() can only execute DML statements.")
		}
		k.rowCount = -1
		if st.changes {
			k.rowCount = 0
		}
		if err := c.transaction(st); err != nil {
			return err
		}
		if err := f(st); err != nil {
			return err
		}
		if k.statement != nil && (many || st.stmt == nil || !st.stmt.Busy()) {
			k.drop()
		}
		return nil
	})
	k.locked = false
	if err != nil {
		k.rowCount = -1
		if e := k.reset(t); e != nil && !isException(e) {
			return nil, e
		}
		return nil, err
	}
	return k.self, nil
}

// once runs a statement with parameters up to its first row.
func (k *cursor) once(t *py.Thread, st *statement, params py.Object, many bool) error {
	c := k.conn
	if err := c.bind(t, st, params); err != nil {
		return err
	}
	at, err := c.db.step(st)
	if err != nil {
		return err
	}
	if err := k.findCasts(t, st); err != nil {
		return err
	}
	k.describe(st)
	if st.changes && (at == done || many) {
		k.rowCount += c.db.conn.Changes()
	}
	if !many {
		k.lastRow = py.MakeInt(c.db.conn.LastInsertRowID())
	}
	return nil
}

// describe sets description.
func (k *cursor) describe(st *statement) {
	if st.stmt == nil || k.description != py.None {
		return
	}
	n := st.stmt.ColumnCount()
	if n == 0 {
		return
	}
	columns := make([]py.Object, n)
	for i := range columns {
		columns[i] = py.NewTuple(py.NewStr(k.conn.columnName(st.stmt.ColumnName(i))), py.None, py.None, py.None, py.None, py.None, py.None)
	}
	k.description = py.NewTuple(columns...)
}

func (k *cursor) findCasts(t *py.Thread, st *statement) error {
	k.casts = nil
	if k.conn.detect == 0 || st.stmt == nil {
		return nil
	}
	k.casts = make([]py.Object, st.stmt.ColumnCount())
	for i := range k.casts {
		var err error
		if k.casts[i], err = k.conn.converter(t, st, i); err != nil {
			return err
		}
	}
	return nil
}

// executeScript runs many statements.
func executeScript(t *py.Thread, k *cursor, a []py.Object) (py.Object, error) {
	sql, err := sqlOf(t, "executescript", "", a[0])
	if err != nil {
		return nil, err
	}
	if strings.IndexByte(sql, 0) >= 0 {
		return nil, py.Raise(py.ValueError, "embedded null character")
	}
	d := k.conn.db
	k.locked = true
	err = k.conn.retried(t, func() error {
		if d.conn.GetAutocommit() {
			return nil
		}
		return d.exec("COMMIT")
	})
	for err == nil && begin(sql) != "" {
		err = k.conn.retried(t, func() error {
			rest, err := d.runFirst(sql)
			if err == nil {
				sql = rest
			}
			return err
		})
	}
	k.locked = false
	return k.self, err
}

// runFirst runs the first statement of SQL to its end, and returns the rest.
func (d *database) runFirst(sql string) (rest string, err error) {
	stmt, rest, err := d.prepare(sql)
	if err != nil || stmt == nil {
		return rest, err
	}
	defer stmt.Close() // the error is that of its last step
	for {
		d.checked = true
		if stmt.Step() {
			continue
		}
		if err := stmt.Err(); err != nil {
			return rest, err
		}
		return rest, d.afterPragma(sql[:len(sql)-len(rest)]) // it may have been prepared again
	}
}
