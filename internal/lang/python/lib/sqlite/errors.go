package sqlite

import (
	"errors"
	"strings"
	"sync"

	"github.com/ncruces/go-sqlite3"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

func errorClass(name string, base *py.Class) *py.Class {
	return py.DefineClass("sqlite3", name, base, func(*py.Class) {})
}

// The classes of the DB-API.
type dbErrors struct {
	warning, base, iface, database, internal, operational, programming, integrity, data, notSupported *py.Class
}

var dbClasses = sync.OnceValue(func() dbErrors {
	var e dbErrors
	e.warning, e.base = errorClass("Warning", py.Exception), errorClass("Error", py.Exception)
	e.iface, e.database = errorClass("InterfaceError", e.base), errorClass("DatabaseError", e.base)
	e.internal, e.operational = errorClass("InternalError", e.database), errorClass("OperationalError", e.database)
	e.programming, e.integrity = errorClass("ProgrammingError", e.database), errorClass("IntegrityError", e.database)
	e.data, e.notSupported = errorClass("DataError", e.database), errorClass("NotSupportedError", e.database)
	return e
})

func errorClasses() []*py.Class {
	e := dbClasses()
	return []*py.Class{e.warning, e.base, e.iface, e.database, e.internal, e.operational, e.programming, e.integrity, e.data, e.notSupported}
}

func programming(text string, args ...any) error {
	return py.Raise(dbClasses().programming, text, args...)
}
func operational(text string, args ...any) error {
	return py.Raise(dbClasses().operational, text, args...)
}

// classOf is the class of the exceptions for a primary result code; nil is none of the
// module's own.
func classOf(code sqlite3.ErrorCode) *py.Class {
	e := dbClasses()
	switch code {
	case sqlite3.INTERNAL, sqlite3.NOTFOUND:
		return e.internal
	case sqlite3.NOMEM:
		return nil
	case sqlite3.ERROR, sqlite3.PERM, sqlite3.ABORT, sqlite3.BUSY, sqlite3.LOCKED, sqlite3.READONLY, sqlite3.INTERRUPT, sqlite3.IOERR,
		sqlite3.FULL, sqlite3.CANTOPEN, sqlite3.PROTOCOL, sqlite3.EMPTY, sqlite3.SCHEMA:
		return e.operational
	case sqlite3.CORRUPT:
		return e.database
	case sqlite3.TOOBIG:
		return e.data
	case sqlite3.CONSTRAINT, sqlite3.MISMATCH:
		return e.integrity
	case sqlite3.MISUSE, sqlite3.RANGE:
		return e.iface
	}
	return e.database
}

// exception is the exception of an error of SQLite's.
func exception(t *py.Thread, err error) error {
	code, ok := sqlite3.ErrorCode(0), false
	extended := sqlite3.ExtendedErrorCode(0)
	if errors.As(err, &code) {
		ok = errors.As(err, &extended)
	}
	if !ok {
		return err
	}
	class := classOf(code)
	if class == nil {
		return py.NewExc(py.MemoryError)
	}
	e := py.Raise(class, "%s", messageOf(err, code))
	return withCode(t, e, extended)
}

// withCode gives an exception SQLite's number and name of the error.
func withCode(t *py.Thread, e *py.Exc, code sqlite3.ExtendedErrorCode) error {
	if err := t.SetAttr(e, "sqlite_errorcode", py.MakeInt(int64(code))); err != nil {
		return err
	}
	if err := t.SetAttr(e, "sqlite_errorname", py.NewStr(errorName(int(code)))); err != nil {
		return err
	}
	return e
}

// messageOf is what SQLite says of an error. The library puts the text of the code before
// it, and that of the VFS's error behind it.
func messageOf(err error, code sqlite3.ErrorCode) string {
	general := strings.TrimPrefix(code.Error(), "sqlite3: ")
	text := strings.TrimPrefix(err.Error(), "sqlite3: ")
	if inner := errors.Unwrap(err); inner != nil {
		text = strings.TrimSuffix(text, ": "+inner.Error())
	}
	if rest, ok := strings.CutPrefix(text, general+": "); ok {
		return rest
	}
	return text
}
