package sqlite

import (
	"strings"
	"weak"

	"github.com/ncruces/go-sqlite3"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A statement is one that SQLite has prepared.
type statement struct {
	stmt    *sqlite3.Stmt // nil is one without SQL: a comment
	sql     string
	changes bool // INSERT, UPDATE, DELETE or REPLACE: it begins a transaction
	cached  bool
	used    uint64 // when it last was
	// cursor is the one that has it under way: nil when it has been let go.
	cursor weak.Pointer[cursor]
	busy   bool
	params int
}

// statements are those of a connection: the ones that are kept for their SQL, and the
// others that are under way.
type statements struct {
	cache map[string]*statement
	most  int
	clock uint64
	loose map[*statement]bool
}

// statement is the statement for an SQL text, which nobody has under way.
func (c *connection) statement(t *py.Thread, sql string) (*statement, error) {
	s := c.statements
	s.clock++
	if st := s.cache[sql]; st != nil && !st.busy {
		st.used = s.clock
		return st, nil
	}
	st, err := c.prepare(t, sql)
	if err != nil {
		return nil, err
	}
	st.used = s.clock
	if s.most > 0 && s.cache[sql] == nil {
		if len(s.cache) >= s.most {
			s.evict()
		}
		st.cached = true
		s.cache[sql] = st
	}
	return st, nil
}

// evict drops the statement that wasn't used for longest. One that is under way is closed
// when it is released.
func (s *statements) evict() {
	var oldest *statement
	for _, st := range s.cache {
		if oldest == nil || st.used < oldest.used {
			oldest = st
		}
	}
	delete(s.cache, oldest.sql)
	oldest.cached = false
	if oldest.busy {
		s.loose[oldest] = true
	} else {
		_ = oldest.stmt.Close() // an error would be that of its last step
	}
}

func (c *connection) prepare(t *py.Thread, sql string) (*statement, error) {
	if len(sql) > c.db.conn.Limit(sqlite3.LIMIT_SQL_LENGTH, -1) {
		return nil, py.Raise(dbClasses().data, "query string is too large")
	}
	if strings.IndexByte(sql, 0) >= 0 {
		return nil, programming("the query contains a null character")
	}
	st := &statement{sql: sql}
	var tail string
	var err error
	if st.stmt, tail, err = c.db.prepare(sql); err != nil {
		return nil, err
	}
	if begin(tail) != "" {
		_ = st.stmt.Close() // it has not run
		return nil, programming("You can only execute one statement at a time.")
	}
	if st.stmt == nil {
		return st, nil
	}
	st.params = st.stmt.BindCount()
	text := begin(sql)
	for _, word := range []string{"insert", "update", "delete", "replace"} {
		st.changes = st.changes || len(text) >= len(word) && strings.EqualFold(text[:len(word)], word)
	}
	return st, nil
}

// begin is SQL without the white space and comments before it; empty is nothing else.
func begin(sql string) string {
	for {
		sql = strings.TrimLeft(sql, " \t\f\n\r")
		switch {
		case strings.HasPrefix(sql, "--"):
			_, rest, found := strings.Cut(sql, "\n")
			if !found {
				return ""
			}
			sql = rest
		case strings.HasPrefix(sql, "/*"):
			_, rest, found := strings.Cut(sql[2:], "*/")
			if !found {
				return ""
			}
			sql = rest
		default:
			return sql
		}
	}
}

// use notes that a cursor has the statement under way.
func (s *statements) use(st *statement, by *cursor) {
	st.busy, st.cursor = true, weak.Make(by)
	if !st.cached {
		s.loose[st] = true
	}
}

// release ends a statement that was under way.
func (s *statements) release(st *statement) {
	if !st.busy {
		return
	}
	st.busy, st.cursor = false, weak.Pointer[cursor]{}
	if st.cached {
		if st.stmt != nil {
			_ = st.stmt.Reset() // the error is that of its last step, which is known
		}
		return
	}
	delete(s.loose, st)
	_ = st.stmt.Close()
}

// all are all statements.
func (s *statements) all() []*statement {
	var list []*statement
	for _, st := range s.cache {
		list = append(list, st)
	}
	for st := range s.loose {
		list = append(list, st)
	}
	return list
}

// close closes all.
func (s *statements) close() {
	for _, st := range s.all() {
		_ = st.stmt.Close()
	}
	clear(s.cache)
	clear(s.loose)
}

// abandoned releases the statements whose cursors nobody has any more, as far as Go's
// collector knows, and reports whether there were any.
func (s *statements) abandoned() (found bool) {
	for _, st := range s.all() {
		if st.busy && st.cursor.Value() == nil {
			s.release(st)
			found = true
		}
	}
	return found
}

// stepped is what a step of a statement came to.
type stepped int

const (
	done stepped = iota
	row
)

// step goes on by a row.
func (d *database) step(st *statement) (stepped, error) {
	if st.stmt == nil {
		return done, nil
	}
	d.checked = true
	at := done
	if st.stmt.Step() {
		at = row
	}
	if err := st.stmt.Err(); err != nil {
		return done, err
	}
	return at, d.afterPragma(st.sql) // it may have been prepared again
}

// exec runs a statement of the module's own to its end.
func (d *database) exec(sql string) error {
	d.checked = true
	stmt, _, err := d.conn.Prepare(sql)
	if err != nil {
		return err
	}
	d.checked = true
	stmt.Step()
	err = stmt.Err()
	if e := stmt.Close(); err == nil {
		err = e
	}
	return err
}
