package sqlite_test

import (
	"strings"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// TestStoppedWithinOneStep has an interrupt end what takes long within a single step of
// SQLite's machine, or while a statement is prepared, during which SQLite asks nobody.
func TestStoppedWithinOneStep(t *testing.T) {
	for name, code := range map[string]string{
		"unhex": `con.execute("select unhex(?, ?)", ("z" * 3000000, "y" * 3000000 + "z")).fetchall()`,
		"patch": "a, b = ('{\"' + x + ('\":1,\"' + x).join(map(str, range(200000))) + '\":1}' for x in 'ab')\n" +
			"con.execute('select length(json_patch(?, ?))', (a, b)).fetchall()",
		"views": "con.execute('create view v0 as select 1 as a')\n" +
			"for i in range(1, 40): con.execute(f'create view v{i} as select a from v{i-1} union all select a from v{i-1}')\n" +
			"while True:\n    try: con.execute('select * from v39').fetchall()\n    except Exception: pass",
		"glob": `con.execute("select ? glob ?", ("a" * 9000000, "*[" + "bcdefghijk" * 4900 + "a]x")).fetchall()`,
		"nested": "con.create_function('f', 0, lambda: con.execute('select unhex(?, ?)', ('z' * 3000000, 'y' * 3000000 + 'z')).fetchall())\n" +
			"while True:\n    try: con.execute('select f()').fetchall()\n    except BaseException: pass",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var outside lang.Outside
			outside.SetSpace(512<<20, 128<<20)
			begin := time.Now()
			out, o := run(t, python.New(), &lang.Host{Outside: &outside}, "import sqlite3\ncon = sqlite3.connect(':memory:')\n"+code, time.Second)
			if o.Reason != lang.Interrupted {
				t.Errorf("reason %d: %s", o.Reason, out)
			}
			if took := time.Since(begin); took > 5*time.Second {
				t.Errorf("it took %v", took)
			}
			if now, _ := outside.Held(); now != 0 {
				t.Errorf("%d bytes are held", now)
			}
		})
	}
}

// TestMisusedObjects has cursors and blobs that are used while they shouldn't be refuse it.
func TestMisusedObjects(t *testing.T) {
	for name, c := range map[string]struct{ code, want string }{
		"blob of a row that was changed": {`
con.execute("create table b(x)")
con.execute("insert into b values(zeroblob(10))")
blob = con.blobopen("b", "x", 1)
blob.read(5)
con.execute("update b set x = 'changed'")
for _ in range(3):
    try:
        print(blob.read())
    except sqlite3.OperationalError as e:
        print(e)
`, "query aborted\nquery aborted\nquery aborted\n"},
		"cursor made again while it runs": {`
cur = con.cursor()
con.execute("create table t(a)")
def rows():
    yield (1,)
    cur.__init__(sqlite3.connect(":memory:"))
    yield (2,)
try:
    cur.executemany("insert into t values(?)", rows())
except sqlite3.ProgrammingError as e:
    print(e)
print(con.execute("select * from t").fetchall())
`, "Recursive use of cursors not allowed.\n[(1,)]\n"},
		"collation that raises": {`
con.create_collation("c", lambda x, y: 1 / 0)
try:
    print(con.execute("select 'x' as a union all select 'y' order by a collate c").fetchall())
except ZeroDivisionError as e:
    print(e)
print(con.execute("select 1").fetchall())
`, "division by zero\n[(1,)]"},
		"texts that SQLite can't have": {`
for f in (lambda: con.execute("select '\ud800'"), lambda: con.execute("select 1 as \ud800"), lambda: con.executescript("select '\ud800'"),
          lambda: con.create_function("a\0b", 0, id), lambda: con.create_collation("a\0b", id), lambda: con.blobopen("a\0b", "c", 1),
          lambda: con.serialize(name="a\0b")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, end=" ")
`, "UnicodeEncodeError UnicodeEncodeError UnicodeEncodeError ValueError ValueError ValueError ValueError"},
		"connection closed by a signal's handler": {`
import signal
seen = set()
def closes(*_):
    try:
        con.close()
    except sqlite3.ProgrammingError:
        pass
signal.signal(signal.SIGALRM, closes)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
for _ in range(100):
    con = sqlite3.connect(":memory:")
    try:
        while True:
            con.execute("select 1").fetchall()
    except sqlite3.Error as e:
        seen.add(str(e))
signal.setitimer(signal.ITIMER_REAL, 0)
print(seen - {"a callback of this kind can't use its connection"})
`, "{'Cannot operate on a closed database.'}\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, _ := run(t, python.New(), &lang.Host{}, "import sqlite3\ncon = sqlite3.connect(':memory:')\n"+c.code, 20*time.Second)
			if strings.TrimSpace(out) != strings.TrimSpace(c.want) {
				t.Errorf("got %s", out)
			}
		})
	}
}
