package sqlite_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/executor/hostfs/hostfstest"
	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// run runs a program, which is stopped after so long; 0 is never.
func run(t *testing.T, r *python.Runtime, h *lang.Host, code string, stop time.Duration) (string, lang.Outcome) {
	t.Helper()
	var out bytes.Buffer
	h.Stdout, h.Stderr = &out, &out
	in := r.Prepare()
	if stop > 0 {
		timer := time.AfterFunc(stop, in.Interrupt)
		defer timer.Stop()
	}
	o := in.Run(&lang.Program{Name: "x.py", Code: code, Dir: "/data", Env: map[string]string{}}, h)
	return out.String(), o
}

// attempts has statements tried, and what becomes of each printed.
const attempts = `
import sqlite3
con = sqlite3.connect(":memory:")
con.execute("create table t(a)")
for sql in STATEMENTS:
    try:
        print(con.execute(sql).fetchall())
    except sqlite3.Error as e:
        print(e)
    con.rollback()
for name, uri in NAMES:
    try:
        print(sqlite3.connect(name, uri=uri).execute("create table z(a)").fetchall())
    except sqlite3.Error as e:
        print(e)
`

// TestOtherFilesAreOutOfReach has no name lead to the files of the machine: not even those
// that anybody may read, as nothing but the execution's own VFS is ever asked.
func TestOtherFilesAreOutOfReach(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("SQLite format 3\x00"+strings.Repeat("secret", 100)), 0o644); err != nil {
		t.Fatal(err)
	}
	made := filepath.Join(t.TempDir(), "made")
	var statements, names []string
	for _, path := range []string{secret, made} {
		for _, vfs := range []string{"", "?vfs=os", "?vfs=unix", "?vfs=unix-none", "?vfs=memdb", "?v%66s=os", "?vfs=os&vfs=os", "?vfs=OS", "?mode=rwc&vfs=os"} {
			statements = append(statements, `"attach 'file:`+path+vfs+`' as y`+`"`, `"vacuum into 'file:`+path+vfs+`'"`)
			names = append(names, `("file:`+path+vfs+`", True)`)
		}
		statements = append(statements, `"attach '`+path+`' as y"`, `"vacuum into '`+path+`'"`)
		names = append(names, `("`+path+`", False)`)
	}
	code := "STATEMENTS = [" + strings.Join(statements, ", ") + "]\nNAMES = [" + strings.Join(names, ", ") + "]\n" + attempts
	for _, granted := range []bool{false, true} {
		h := &lang.Host{}
		if granted {
			h.Files = hostfstest.Files(t, "/data", t.TempDir())
		}
		out, _ := run(t, python.New(), h, code, 0)
		for line := range strings.Lines(out) {
			if !strings.HasPrefix(line, "unable to open database") && !strings.HasPrefix(line, "no such vfs") {
				t.Errorf("granted %v: %s", granted, line)
			}
		}
		if n := strings.Count(out, "\n"); n < len(statements) {
			t.Errorf("%d lines of %d", n, len(statements))
		}
	}
	if _, err := os.Stat(made); err == nil {
		t.Error("a file was made")
	}
}

// TestStoppedWhileSQLiteWorks has an interrupt end all that takes long, with whatever
// callbacks the program has, and the memory be given back.
func TestStoppedWhileSQLiteWorks(t *testing.T) {
	const forever = `con.execute("with recursive r(i) as (select 1 union all select i + 1 from r) select count(*) from r").fetchall()`
	for name, code := range map[string]string{
		"query":    forever,
		"caught":   "while True:\n    try:\n        " + forever + "\n    except BaseException:\n        pass",
		"like":     `con.execute("select ? like ?", ("a" * 3000000, "%" + "a" * 20000 + "b")).fetchall()`,
		"like set": `con.execute("pragma case_sensitive_like=1"); con.execute("select ? like ?", ("a" * 3000000, "%" + "a" * 20000 + "b")).fetchall()`,
		"glob":     `con.execute("select ? glob ?", ("a" * 3000000, "*" + "a" * 20000 + "b")).fetchall()`,
		"script":   `con.executescript("with recursive r(i) as (select 1 union all select i + 1 from r) select count(*) from r;")`,
		"function": "def f():\n    while True: pass\ncon.create_function('f', 0, f)\ncon.execute('select f()').fetchall()",
		"progress": "con.set_progress_handler(lambda: 0, 10**9)\n" + forever,
		"raising":  "def p(): raise KeyError\ncon.set_progress_handler(lambda: 0, 1)\n" + forever,
		"index":    "con.execute('create table t(a)')\nwhile True:\n    con.execute('insert into t values(1)'); con.commit()",
		"connect":  "while True: sqlite3.connect(':memory:').close()",
		"busy": "a = sqlite3.connect('file:x?mode=memory&cache=shared', uri=True, timeout=1000)\nb = sqlite3.connect('file:x?mode=memory&cache=shared', uri=True, timeout=1000)\n" +
			"a.execute('create table t(a)'); a.execute('begin exclusive'); b.execute('insert into t values(1)')",
		"join": "con.execute('create table t(a)'); con.executemany('insert into t values(?)', [(i,) for i in range(1000)])\n" +
			"con.execute('select count(*) from t a, t b, t c, t d').fetchall()",
		"delete": "con.execute('create table t(a)'); con.execute('create trigger g after insert on t begin insert into t values(1); end')\n" +
			"con.execute('pragma recursive_triggers=1')\nwhile True:\n    try: con.execute('insert into t values(1)')\n    except Exception: con.rollback()",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var outside lang.Outside
			outside.SetSpace(512<<20, 128<<20)
			before := outside.Reserve(0)
			outside.Release(before)
			begin := time.Now()
			out, o := run(t, python.New(), &lang.Host{Outside: &outside}, "import sqlite3\ncon = sqlite3.connect(':memory:')\n"+code, 500*time.Millisecond)
			if o.Reason != lang.Interrupted {
				t.Errorf("reason %d: %s", o.Reason, out)
			}
			if took := time.Since(begin); took > 10*time.Second {
				t.Errorf("it took %v", took)
			}
			if now, _ := outside.Held(); now != 0 || outside.Reserve(0) != before {
				t.Errorf("%d bytes are held, or space is", now)
			}
		})
	}
}

// TestNothingIsLeft has programs leave everything open, in every way, and have nothing of
// it be there for the next.
func TestNothingIsLeft(t *testing.T) {
	var outside lang.Outside
	outside.SetSpace(512<<20, 128<<20)
	r := python.New()
	const shared = `
import sqlite3, os
con = sqlite3.connect("file:shared?mode=memory&cache=shared", uri=True)
print(con.execute("select count(*) from sqlite_master").fetchall())
con.execute("create table t(a)")
con.execute("insert into t values(1)")
cur = con.execute("select 1 union select 2")
con.create_function("f", 0, lambda: os._exit(3))
blob = con.execute("create table b(x)") and con.execute("insert into b values(zeroblob(10))") and con.blobopen("b", "x", 1)
other = sqlite3.connect(":memory:")
`
	for _, end := range []string{"", "1/0", "os._exit(3)", "con.execute('select f()')", "import threading; threading.Thread(target=lambda: [0 for _ in iter(int, 1)], daemon=True).start()"} {
		out, _ := run(t, r, &lang.Host{Outside: &outside}, shared+end, 0)
		if !strings.HasPrefix(out, "[(0,)]\n") {
			t.Errorf("after a run: %s", out)
		}
		if now, _ := outside.Held(); now != 0 {
			t.Errorf("%s: %d bytes are held", end, now)
		}
	}
}

// TestMemoryIsBounded fills a connection, and opens too many: both are MemoryErrors, after
// which what there was goes on.
func TestMemoryIsBounded(t *testing.T) {
	var outside lang.Outside
	outside.SetSpace(64<<20, 128<<20)
	out, _ := run(t, python.New(), &lang.Host{Outside: &outside}, `
import sqlite3
con = sqlite3.connect(":memory:")
con.execute("create table t(a)")
con.execute("insert into t values('kept')")
con.commit()
def attempt(f):
    try:
        f()
    except (MemoryError, sqlite3.DataError, sqlite3.OperationalError) as e:
        print(type(e).__name__)
def fill():
    while True:
        con.execute("insert into t values(randomblob(100000))")
attempt(fill)
con.rollback()
for sql in ("select zeroblob(1000000000)", "select hex(zeroblob(100000000))", "select replace(hex(zeroblob(100000)), '0', hex(zeroblob(1000)))", "select ?"):
    attempt(lambda: con.execute(sql, ("x" * 50000000,) if "?" in sql else ()))
print(con.execute("select * from t").fetchall())
many = []
def open_many():
    while True:
        many.append(sqlite3.connect(":memory:"))
attempt(open_many)
print(len(many) > 10, many[0].execute("select 1").fetchall(), many[-1].execute("select 2").fetchall())
del many
print(sqlite3.connect(":memory:").execute("select 3").fetchall())
`, 0)
	want := "MemoryError\nMemoryError\nMemoryError\nDataError\nMemoryError\n[('kept',)]\nMemoryError\nTrue [(1,)] [(2,)]\n[(3,)]\n"
	if out != want {
		t.Errorf("got %s", out)
	}
	if now, _ := outside.Held(); now != 0 {
		t.Errorf("%d bytes are held", now)
	}
}

// TestFilesAreNotGranted says so in the exception that programs expect.
func TestFilesAreNotGranted(t *testing.T) {
	out, _ := run(t, python.New(), &lang.Host{}, `
import sqlite3
try:
    sqlite3.connect("x.db")
except sqlite3.OperationalError as e:
    print(e.sqlite_errorname, type(e.__cause__).__name__, e)
`, 0)
	want := "SQLITE_CANTOPEN PermissionError unable to open database file: " + lang.NotGranted("fs") + "\n"
	if out != want {
		t.Errorf("got %s", out)
	}
}

// TestHostileFiles has files that are no databases, or broken ones, be errors.
func TestHostileFiles(t *testing.T) {
	dir := t.TempDir()
	out, _ := run(t, python.New(), &lang.Host{Files: hostfstest.Files(t, "/data", dir)}, `
import random
import sqlite3
con = sqlite3.connect("good.db")
con.execute("create table t(a integer primary key, b text, c)")
con.executemany("insert into t(b, c) values(?, ?)", [(str(i) * 10, i) for i in range(500)])
con.execute("create index i on t(b)")
con.commit()
con.close()
good = open("good.db", "rb").read()
rnd = random.Random(5)
for turn in range(150):
    data = bytearray(good)
    for _ in range(rnd.choice((1, 5, 50, 500))):
        data[rnd.randrange(len(data) if turn % 2 else 200)] = rnd.randrange(256)
    if turn % 5 == 0:
        del data[rnd.randrange(len(data)):]
    open("bad.db", "wb").write(data)
    try:
        con = sqlite3.connect("bad.db")
        for sql in ("select count(*), sum(c) from t", "select * from t order by b", "pragma integrity_check", "update t set b = b || 'x'", "delete from t", "vacuum"):
            try:
                con.execute(sql).fetchall()
            except (sqlite3.Error, MemoryError, OverflowError, UnicodeDecodeError) as e:
                pass
        con.close()
    except (sqlite3.Error, MemoryError):
        pass
print("done")
`, 60*time.Second)
	if out != "done\n" {
		t.Errorf("got %s", out)
	}
}

// TestThreadsTakeTurns has threads use a connection while another one is within a function
// that SQLite calls: they wait, as SQLite's stack is one.
func TestThreadsTakeTurns(t *testing.T) {
	out, _ := run(t, python.New(), &lang.Host{}, `
import sqlite3
import threading
import time
con = sqlite3.connect(":memory:", check_same_thread=False)
con.execute("create table t(a)")
def slow(x):
    time.sleep(0.001)
    return x
con.create_function("slow", 1, slow)
def fill(n):
    for i in range(20):
        con.execute("insert into t values(slow(?))", (n * 100 + i,))
threads = [threading.Thread(target=fill, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(con.execute("select count(*), sum(a) from t").fetchall())
`, 30*time.Second)
	if out != "[(80, 12760)]\n" {
		t.Errorf("got %s", out)
	}
}
