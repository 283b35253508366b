package sqlite

import (
	"errors"
	"slices"
	"weak"

	"github.com/ncruces/go-sqlite3"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// connections are the databases that an execution has open. Nobody counts references
// here: one whose connection the program has let go without closing it stays open until
// that is noticed.
type connections struct {
	list []open
	next int // sweep when there are so many
}

// An open is a database, and whose it is.
type open struct {
	db         *database
	statements *statements
	by         weak.Pointer[connection]
}

// maxConnections is how many may be open at once.
const maxConnections = 500

func (l *connections) add(c *connection) {
	l.list = slices.DeleteFunc(l.list, func(o open) bool { return o.db.closed })
	l.list = append(l.list, open{c.db, c.statements, weak.Make(c)})
}

// sweep closes what the program has let go, when there are so many that it is worth a
// collection.
func (l *connections) sweep(t *py.Thread) {
	l.list = slices.DeleteFunc(l.list, func(o open) bool { return o.db.closed })
	if len(l.list) < max(l.next, 8) {
		return
	}
	l.collect(t)
	l.next = 2 * len(l.list)
}

// collect has Go's collector look for what the program has let go, and ends that: of
// connections, and of statements that cursors have under way. It reports whether there was
// any.
func (l *connections) collect(t *py.Thread) (found bool) {
	t.ForgetUsed()
	t.RunCollector()
	for _, o := range l.list {
		if o.db.closed || o.db.depth > 0 {
			continue
		}
		if o.by.Value() == nil {
			_ = o.db.closeAll(t, o.statements)
			found = true
			continue
		}
		_ = o.db.run(t, func() error {
			found = o.statements.abandoned() || found
			return nil
		})
	}
	l.list = slices.DeleteFunc(l.list, func(o open) bool { return o.db.closed })
	return found
}

// end closes all at the end of the run.
func (l *connections) end(t *py.Thread) {
	for _, o := range l.list {
		_ = o.db.closeAll(t, o.statements)
		o.db.release()
	}
	l.list = nil
}

// closeAll closes statements and the like, and the database.
func (d *database) closeAll(t *py.Thread, s *statements) error {
	if d.closed {
		return nil
	}
	if !d.broken {
		_ = d.run(t, func() error {
			s.close()
			d.hooks.closeBlobs()
			return nil
		})
	}
	return d.close(t)
}

// retried has f use SQLite. Where something is locked it may be by what the program has
// let go: that is looked for, and f tried again.
func (c *connection) retried(t *py.Thread, f func() error) error {
	again := false
	err := c.db.run(t, func() error {
		err := f()
		again = errors.Is(err, sqlite3.LOCKED) || errors.Is(err, sqlite3.BUSY)
		return err
	})
	if err == nil || !again || c.db.depth > 0 || !c.state.connections.collect(t) {
		return err
	}
	return c.db.run(t, f)
}
