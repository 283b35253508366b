package sqlite

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A database is SQLite's side of a connection: a handle, and the linear memory that it and
// all that belongs to it lives in.
type database struct {
	state  *state
	conn   *sqlite3.Conn
	env    environment
	handle int32
	name   string // of its VFS, which nobody can guess
	files  openFiles

	// t is the thread that is within SQLite, depth times: calls nest by way of the
	// program's functions that SQLite calls.
	t     *py.Thread
	depth int
	// barred is how many calls of SQLite's are under way in which the connection may not
	// be used: a progress handler's, say.
	barred int
	// checked says that the next question whether to go on is the library's own, before
	// it calls SQLite.
	checked bool
	// pending is the error that what is under way ends with, whatever SQLite makes of it.
	pending error
	// reason is why a file could not be opened.
	reason error
	broken bool // by a panic within SQLite: its memory may be in any state
	closed bool
	// caseful is whether LIKE regards the case of letters.
	caseful bool
	likes   pattern // of LIKE, as it was last
	// Its memory is a region of so many bytes, of which so many are in use.
	outside       *lang.Outside
	region, inUse int64
	guard         guard
	hooks         hooks
}

// environment is what the library has of SQLite beside its own methods.
type environment interface {
	Xsqlite3_open_v2(name, handle, flags, vfs int32) int32
	Xsqlite3_close_v2(db int32) int32
	Xsqlite3_file_control(db, schema, op, arg int32) int32
	Xsqlite3_malloc64(size int64) int32
	Xsqlite3_free(p int32)
	Xsqlite3_progress_handler_go(db, n int32)
	Xsqlite3_interrupt(db int32)
	X__stack_pointer() *int32
	Slice() *[]byte
	Close() error
}

const (
	// leastStack is how much of SQLite's stack of 64 KiB there must be for a call.
	leastStack = 24 << 10
	// vfsNameOffset is where in a sqlite3_vfs the pointer to its name is.
	vfsNameOffset = 16
	// pollSteps is after how many steps of SQLite's machine it asks whether to go on.
	pollSteps = 1000
)

// openDatabase opens a file, or what target says as a URI without parameters.
func openDatabase(t *py.Thread, s *state, target string) (*database, error) {
	outside := t.In.Host.Outside
	d := &database{state: s, name: "elided-" + rand.Text(), outside: outside, region: outside.Reserve(s.regions)}
	if d.region == 0 || len(s.connections.list) >= maxConnections {
		outside.Release(d.region)
		return nil, py.NewExc(py.MemoryError)
	}
	s.regions += d.region
	d.hooks.d = d
	vfs.Register(d.name, fileSystem{d})
	if err := d.open(t, target); err != nil {
		d.release()
		return nil, err
	}
	return d, nil
}

func (d *database) open(t *py.Thread, target string) error {
	return d.run(t, func() (err error) {
		d.conn, err = sqlite3.OpenContext(sqlite3.WithMaxMemory(interrupter{d: d}, d.region), target+"vfs="+d.name)
		if err != nil {
			return err
		}
		//lint:ignore SA1019 what is to be used instead needs Go 1.27
		err = sqlite3.ExtensionInit(d.conn, func(env environment) *database {
			d.env = env
			return d
		}, func() (memorySize, memoryAlignment, tableSize, tableAlignment int64) { return 0, 0, 0, 0 })
		if err != nil {
			return err
		}
		d.conn.SetInterrupt(interrupter{d: d})
		d.guard.set(*d.env.Slice())
		d.state.watch.add(d)
		if err := d.replaceDefault(); err != nil {
			return err
		}
		return d.configure()
	})
}

// Xsqlite3_extension_init is called by the library with the handle; its name is the
// library's.
func (d *database) Xsqlite3_extension_init(handle, _, _ int32) int32 {
	d.handle = handle
	return 0
}

// replaceDefault has the default VFS, which would be the operating system's, be the
// database's own, by whatever name it is asked for: SQLite keeps it as a record with the
// name under which Go has its functions.
func (d *database) replaceDefault() error {
	const readWrite, vfsPointer = int32(sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE), int32(sqlite3.FCNTL_VFS_POINTER)
	p := d.env.Xsqlite3_malloc64(32)
	if p == 0 {
		return sqlite3.NOMEM
	}
	defer d.env.Xsqlite3_free(p)
	copy(d.memory(p+8), ":memory:\x00")
	if rc := d.env.Xsqlite3_open_v2(p+8, p, readWrite, 0); rc != 0 {
		return sqlite3.ErrorCode(rc)
	}
	other := int32(d.word(p))
	defer d.env.Xsqlite3_close_v2(other)
	var pointers [2]int32
	for i, handle := range []int32{d.handle, other} {
		if rc := d.env.Xsqlite3_file_control(handle, 0, vfsPointer, p); rc != 0 {
			return sqlite3.ErrorCode(rc)
		}
		pointers[i] = int32(d.word(p))
	}
	if d.text(int32(d.word(pointers[1]+vfsNameOffset))) != "os" || d.text(int32(d.word(pointers[0]+vfsNameOffset))) != d.name {
		return errors.New("SQLite's default VFS is not where it was")
	}
	copy(d.memory(pointers[1] + vfsNameOffset)[:4], d.memory(pointers[0] + vfsNameOffset)[:4])
	return nil
}

func (d *database) memory(p int32) []byte { return (*d.env.Slice())[uint32(p):] }
func (d *database) word(p int32) uint32   { return binary.LittleEndian.Uint32(d.memory(p)) }

func (d *database) text(p int32) string {
	b := d.memory(p)
	for i, c := range b {
		if c == 0 {
			return string(b[:i])
		}
	}
	return ""
}

// configure sets what CPython's SQLite has by default and this library hasn't.
func (d *database) configure() error {
	for op, on := range map[sqlite3.DBConfig]bool{
		sqlite3.DBCONFIG_DQS_DML: true, sqlite3.DBCONFIG_DQS_DDL: true,
		sqlite3.DBCONFIG_ENABLE_FKEY: false, sqlite3.DBCONFIG_TRUSTED_SCHEMA: true,
	} {
		if _, err := d.conn.Config(op, on); err != nil {
			return err
		}
	}
	d.conn.SoftHeapLimit(d.region / 2) // caches give way above that
	return d.replaceFunctions()
}

// account says how much memory is in use.
func (d *database) account() {
	if d.env == nil {
		return
	}
	if n := int64(len(*d.env.Slice())); n != d.inUse {
		d.outside.Use(n - d.inUse)
		d.inUse = n
	}
}

// prepare prepares the first statement of SQL: nil where there is none.
func (d *database) prepare(sql string) (stmt *sqlite3.Stmt, rest string, err error) {
	d.checked = true
	if stmt, rest, err = d.conn.Prepare(sql); err != nil {
		return nil, rest, err
	}
	return stmt, rest, d.afterPragma(sql)
}

// run has f use SQLite. It returns f's error as the exception that a program gets.
func (d *database) run(t *py.Thread, f func() error) (err error) {
	if err := d.enter(t); err != nil {
		return err
	}
	outer := d.t
	d.t = t
	d.depth++
	faults := debug.SetPanicOnFault(true) // see guard
	defer func() {
		debug.SetPanicOnFault(faults)
		if r := recover(); r != nil {
			err = d.panicked(r)
		}
		d.account()
		d.depth--
		d.t = outer
		err = d.result(t, err)
	}()
	return f()
}

// enter waits until no other thread is within SQLite, and checks that this one may be. The
// checks come last: while it polls a signal's handler or another thread may close the
// connection.
func (d *database) enter(t *py.Thread) error {
	if err := t.Poll(); err != nil {
		return err
	}
	for d.depth > 0 && d.t != t {
		if err := t.Sleep(time.Millisecond); err != nil {
			return err
		}
	}
	switch {
	case d.broken:
		return errBroken()
	case d.closed:
		return errClosed()
	case d.barred > 0:
		return programming("a callback of this kind can't use its connection")
	case d.depth > 0 && *d.env.X__stack_pointer() < leastStack:
		return py.Raise(py.RecursionError, "statements within statements are nested too deep")
	}
	return nil
}

func errBroken() error {
	return operational("the connection is of no more use: SQLite has failed within")
}

func errClosed() error { return programming("Cannot operate on a closed database.") }

// result is what a call of SQLite has come to.
func (d *database) result(t *py.Thread, err error) error {
	if d.pending != nil && (err != nil || d.depth == 0 || !isException(d.pending)) {
		err = d.pending
	}
	if d.depth == 0 {
		d.pending = nil
		if d.broken {
			d.release()
		}
	}
	if err == nil {
		return nil
	}
	reason := d.reason
	d.reason = nil
	err = exception(t, err)
	if e, ok := err.(*py.Exc); ok && reason != nil && e.Class() == dbClasses().operational {
		return because(e, reason)
	}
	return err
}

func isException(err error) bool {
	_, ok := err.(*py.Exc)
	return ok
}

// panicked is the error of a panic within. Where memory was short, the library says so
// after SQLite has returned, and all is as it should be; after any other panic it isn't.
func (d *database) panicked(r any) error {
	if err, ok := r.(error); ok && err.Error() == sqlite3.NOMEM.Error() {
		return py.NewExc(py.MemoryError)
	}
	d.broken = true
	if isNoMemory(r) {
		return py.NewExc(py.MemoryError)
	}
	return operational("SQLite has failed within: %s", fmt.Sprint(r))
}

// close closes the connection. What a program has left open of statements and the like is
// to be closed before.
func (d *database) close(t *py.Thread) error {
	if d.closed {
		return nil
	}
	if d.depth > 0 {
		return programming("the connection can't be closed while it is in use")
	}
	err := d.run(t, func() error {
		d.conn.SetInterrupt(interrupter{d: d, closing: true})
		var err error
		d.guard.ending(func() bool {
			err = d.conn.Close()
			return err == nil
		})
		if err == nil {
			d.env = nil // its memory is gone
		}
		return err
	})
	d.release()
	return err
}

// release gives the memory back, in whatever state it is.
func (d *database) release() {
	if d.region == 0 {
		return
	}
	d.closed = true
	d.state.watch.remove(d)
	d.outside.Use(-d.inUse)
	d.outside.Release(d.region)
	d.state.regions -= d.region
	d.region, d.inUse = 0, 0
	defer func() { _ = recover() }()
	defer vfs.Unregister(d.name)
	if d.env != nil {
		d.guard.ending(func() bool {
			_ = d.env.Close()
			return true
		})
		d.env = nil
	}
	d.files.close()
}
