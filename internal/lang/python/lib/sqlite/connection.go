package sqlite

import (
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A connection is a sqlite3.Connection.
type connection struct {
	self       py.Object // itself, which may be of a subclass
	state      *state
	db         *database // nil before __init__
	thread     *py.Thread
	sameThread bool
	detect     int
	// begin is what begins a transaction before a statement that changes something; empty
	// is nothing does.
	begin      string
	isolation  py.Object
	rowFactory py.Object
	textMaker  py.Object
	statements *statements
}

// Class returns the class sqlite3.Connection.
func (*connection) Class() *py.Class { return connectionClass() }

var connectionClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("sqlite3", "Connection", nil, func(c *py.Class) {
		c.Dotted()
		c.Slots.New = func(_ *py.Thread, cls *py.Class, _ py.Args) (py.Object, error) {
			return py.NewOf(cls, &connection{rowFactory: py.None, textMaker: py.StrClass}), nil
		}
		c.Slots.Init = initConnection
		c.Slots.Call = callConnection
		c.AddMethods(connectionMethods())
		c.AddMethods(hookMethods())
		c.AddMethods(copyMethods())
		c.AddGetSets(connectionGetSets()...)
		for _, e := range errorClasses() {
			c.Dict.SetStr(e.Name, e)
		}
	})
})

var connectionSig = sync.OnceValue(func() *py.Signature {
	return py.Sign("database, timeout=5.0, detect_types=0, isolation_level=\"\", check_same_thread=True, factory=None, cached_statements=128, uri=False")
})

// initConnection is __init__. A second one closes what the first has opened.
func initConnection(t *py.Thread, self py.Object, args py.Args) error {
	a, err := connectionSig().Bind("Connection", args)
	if err != nil {
		return err
	}
	c := py.Native(self).(*connection)
	if c.db != nil {
		if err := c.close(t); err != nil {
			return err
		}
		c.db = nil
	}
	s := stateOf(t)
	o, err := readOptions(t, a)
	if err != nil {
		return err
	}
	c.self, c.state, c.thread = self, s, t
	c.sameThread, c.detect, c.begin, c.isolation = o.sameThread, o.detect, beginOf(o.isolation), o.isolation
	c.statements = &statements{cache: map[string]*statement{}, loose: map[*statement]bool{}, most: o.cached}
	s.connections.sweep(t)
	db, err := openDatabase(t, s, o.target)
	if py.Caught(err, py.MemoryError) != nil && s.connections.collect(t) {
		db, err = openDatabase(t, s, o.target)
	}
	if err != nil {
		return err
	}
	c.db = db
	s.connections.add(c)
	return db.conn.BusyTimeout(o.timeout)
}

// maxPath is how long a path may be, in bytes: the library's bound, with room for what
// comes before and behind.
const maxPath = 900

// options are the arguments of connect.
type options struct {
	target     string // a URI that a parameter can be put behind
	timeout    time.Duration
	detect     int
	isolation  py.Object
	sameThread bool
	cached     int
}

func readOptions(t *py.Thread, a []py.Object) (o options, err error) {
	name, err := t.PathOf(a[0])
	if err != nil {
		return o, err
	}
	seconds := 5.0
	if a[1] != nil {
		if seconds, err = t.ToFloat(a[1]); err != nil {
			return o, err
		}
	}
	o.timeout = time.Duration(min(max(seconds, 0), 1e6) * float64(time.Second))
	if a[2] != nil {
		if o.detect, err = intOf(t, a[2]); err != nil {
			return o, err
		}
	}
	o.isolation = py.NewStr("")
	if a[3] != nil {
		if o.isolation, err = isolationOf(a[3]); err != nil {
			return o, err
		}
	}
	o.sameThread, o.cached = true, 128
	if a[4] != nil {
		if o.sameThread, err = t.Truth(a[4]); err != nil {
			return o, err
		}
	}
	if a[6] != nil {
		if o.cached, err = intOf(t, a[6]); err != nil {
			return o, err
		}
	}
	uri := false
	if a[7] != nil {
		if uri, err = t.Truth(a[7]); err != nil {
			return o, err
		}
	}
	if len(name) > maxPath {
		return o, operational("unable to open database file")
	}
	o.target = targetOf(name, uri)
	return o, nil
}

// targetOf is what a database's name is as a URI that ends where a parameter goes on.
func targetOf(name string, uri bool) string {
	if rest, ok := strings.CutPrefix(name, "file:"); ok && uri {
		return targetOfURI(rest)
	}
	if name == ":memory:" || name == "" {
		return "file:" + name + "?"
	}
	return "file:" + escapePath(name) + "?"
}

func escapePath(name string) string {
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23", "\x01", "%01").Replace(slashes(name))
}

// slashes has a path that begins with two not be taken for a host's name.
func slashes(name string) string {
	if strings.HasPrefix(name, "//") {
		return "/" + strings.TrimLeft(name, "/")
	}
	return name
}

// targetOfURI reads a URI without its "file:". Of the parameters those are kept that do
// something here; a database in memory that is shared is a file in memory of ours.
func targetOfURI(rest string) string {
	rest, _, _ = strings.Cut(rest, "#")
	name, query, _ := strings.Cut(rest, "?")
	params, err := url.ParseQuery(query)
	if err != nil {
		params = url.Values{}
	}
	kept := ""
	for _, key := range []string{"mode", "immutable", "nolock"} {
		if v := params.Get(key); v != "" {
			kept += key + "=" + url.QueryEscape(v) + "&"
		}
	}
	inMemory := name == ":memory:" || params.Get("mode") == "memory"
	if inMemory && params.Get("cache") == "shared" {
		return "file:" + escapePath(memoryName) + name + "?"
	}
	return "file:" + name + "?" + kept
}

// close closes what is open, also of cursors and the like.
func (c *connection) close(t *py.Thread) error {
	if c.db.closed {
		return nil
	}
	if c.db.depth > 0 {
		return programming("the connection can't be closed while it is in use")
	}
	if c.db.broken {
		c.db.release()
		return nil
	}
	return c.db.closeAll(t, c.statements)
}

// usable checks what is to be checked before each use.
func (c *connection) usable(t *py.Thread) error {
	if err := c.inThread(t); err != nil {
		return err
	}
	return c.opened()
}

func (c *connection) opened() error {
	switch {
	case c.db == nil:
		return programming("Base Connection.__init__ not called.")
	case c.db.broken:
		return errBroken()
	case c.db.closed:
		return errClosed()
	}
	return nil
}

func (c *connection) inThread(t *py.Thread) error {
	if c.db == nil || !c.sameThread || c.thread == t {
		return nil
	}
	return programming("SQLite objects created in a thread can only be used in that same thread. "+
		"The object was created in thread id %d and this is thread id %d.", threadID(c.thread), threadID(t))
}

func threadID(t *py.Thread) int64 {
	f, err := t.FromModule("_thread", "get_ident")
	if err != nil {
		return 0
	}
	v, err := t.Call(f)
	if n, ok := v.(py.Int); ok && err == nil {
		return int64(n)
	}
	return 0
}

// isolationOf checks an isolation level: None, or one of SQLite's words.
func isolationOf(v py.Object) (py.Object, error) {
	if v == py.None {
		return v, nil
	}
	s, ok := py.Native(v).(*py.Str)
	if !ok {
		return nil, py.Raise(py.TypeError, "isolation_level must be str or None")
	}
	for _, level := range []string{"", "DEFERRED", "IMMEDIATE", "EXCLUSIVE"} {
		if strings.EqualFold(level, s.String()) {
			return py.NewStr(level), nil
		}
	}
	return nil, py.Raise(py.ValueError, "isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'")
}

func beginOf(isolation py.Object) string {
	s, ok := isolation.(*py.Str)
	if !ok {
		return ""
	}
	return "BEGIN " + s.String()
}
