package python_test

// differences are in the order of the page.
var differences = []difference{
	{
		what:    "memory",
		cpython: "reference counts free an object at once",
		here:    "a collector finds it later: at `del x` of a variable (the first 50 of a run that matter), and at `gc.collect()`; else `__del__` is called at the end of the program (of the first 1,000 objects that have one, and of none where the heap has grown above 128 MiB), a `weakref` dies at some time after its object, and a generator that is dropped before its end has its `finally` run at the end of the program (one that only a `for` loop has: where the loop is left)",
		program: `
import gc
import weakref

class C:
    def __del__(self):
        print("__del__")

c = C()
ref = weakref.ref(c, lambda ref: print("callback", ref() is None))
c = None
print(ref() is None)
gc.collect()
c = C()
del c
print("c is deleted")

def gen(name):
    try:
        yield 1
        yield 2
    finally:
        print("finally of", name)

for _ in gen("a loop's"):
    break
print("after the loop")
deleted = gen("a deleted one")
next(deleted)
del deleted
dropped = gen("a dropped one")
next(dropped)
dropped = None
c = C()
c = None
print("end")
`,
		prints: `
False
__del__
callback True
__del__
c is deleted
finally of a loop's
after the loop
finally of a deleted one
end
finally of a dropped one
__del__
`,
	},
	{
		what:    "`memoryview`",
		cpython: "a bytearray, an array or a BytesIO keeps its length as long as a view of it exists",
		here:    "as long as a variable of a call under way, or of its module, has a view of it, and within `with memoryview(x)`",
		program: `
b = bytearray(b"abc")
view = memoryview(b)
try:
    b.append(1)
except BufferError as e:
    print(e)
views = [view]
del view
b.append(1)
print(b)
import io
file = io.BytesIO(b"abc")
views = [file.getbuffer()]
print(file.write(b"more"))
with file.getbuffer():
    try:
        file.write(b"more")
    except BufferError as e:
        print(e)
`,
		prints: `
Existing exports of data: object cannot be re-sized
bytearray(b'abc\x01')
4
Existing exports of data: object cannot be re-sized
`,
	},
	{
		what:    "`is` of numbers",
		cpython: "equal numbers are often two objects",
		here:    "equal ints and floats are the same object, but for 0.0 and -0.0; NaN is itself alone",
		program: `
zero = 0.0
print(int("1000") is int("1000"), float("1.5") is float("1.5"), zero is float("-0"))
nan = float("nan")
print(nan is nan, nan is float("nan"))
`,
		prints: `
True True False
True False
`,
	},
	{
		what:    "`id(x)`",
		cpython: "an address",
		here:    "a number that stays the object's, and is no other's later",
		program: `
x = []
print(id(x) == id(x), id([]) == id([]), len({id([]) for _ in range(100)}))
`,
		prints: `
True False 100
`,
	},
	{
		what:    "`sys.version`",
		cpython: "the interpreter's",
		here:    "`3.11.7 (elided)`; `sys.implementation.name` is `elided`",
		program: `
import sys
print(sys.version, sys.implementation.name, sys.version_info >= (3, 11))
`,
		prints: `
3.11.7 (elided) elided True
`,
	},
	{
		what:    "`(?(1)a|b)` within group 1",
		cpython: "goes by what a failed attempt has left in the group",
		here:    "the group hasn't matched yet",
		program: `
import re
print(re.findall(r"(([]a]*?|\w(?(1)a|b)))", "cbca"))
`,
		prints: `
[('', ''), ('cb', 'cb'), ('', ''), ('', ''), ('a', 'a'), ('', '')]
`,
	},
	{
		what:    "threads",
		cpython: "of the system's, taking turns of 5 ms",
		here:    "one at a time, in turns of 20 ms; a deadlock is a RuntimeError",
		program: `
import threading
lock = threading.Lock()
lock.acquire()
try:
    lock.acquire()
except RuntimeError as e:
    print(e)
`,
		prints: `
deadlock: every thread of this program waits for another
`,
	},
	{
		what:    "local time",
		cpython: "that of `TZ`, else the machine's",
		here:    "that of `TZ` in the program's environment, else UTC; in SQL that of `localtime` stays UTC; the zones of `right/` have no leap seconds",
		program: `
import datetime, os, time
print(os.environ["TZ"], time.tzname, time.timezone, time.localtime(0).tm_hour, datetime.datetime.fromtimestamp(0))
del os.environ["TZ"]
time.tzset()
print(time.tzname, datetime.datetime.fromtimestamp(0))
os.environ["TZ"] = "right/Asia/Tokyo"
time.tzset()
print(time.tzname, datetime.datetime.fromtimestamp(1_720_000_000))
`,
		prints: `
America/New_York ('EST', 'EDT') 18000 19 1969-12-31 19:00:00
('UTC', 'UTC') 1970-01-01 00:00:00
('JST', 'JST') 2024-07-03 18:46:40
`,
	},
	{
		what:    "math functions",
		cpython: "the C library's",
		here:    "correctly rounded far more often; some two in a thousand results differ in the last digit, more of `cbrt` and `erfc`",
		program: `
import math
print(math.exp(1.6054711906625756), math.cbrt(12.806132860441004)) # nearer to the truth than what glibc has, 4.980205676384699 and 2.3395877266008105
`,
		prints: `
4.9802056763847 2.339587726600811
`,
	},
	{
		what:    "`sys.settrace`, `sys.setprofile`",
		cpython: "functions that were called before, too, once their `f_trace` is set; comprehensions are calls of their own; a frame's next line can be set",
		here:    "functions that are called from then on, and a comprehension is part of the function around it; no `pdb`",
		program: `
import sys
def events(frame, event, arg):
    print(event, frame.f_code.co_name)
    return events
sys.settrace(events)
def f():
    return [x for x in "a"]
f()
`,
		prints: `
call f
line f
return f
`,
	},
	{
		what:    "`dis`, `py_compile`, `compileall`",
		cpython: "CPython's instructions; files of them",
		here:    "the instructions of this engine, which a release may change; `opcode` is not there; sources are checked, and no file is written",
		program: `
import dis
print([i.opname for i in dis.get_instructions(lambda x: x + 1)])
`,
		prints: `
['Add', 'Return']
`,
	},
	{
		what:    "`gc`, `tracemalloc`, `ctypes`, `multiprocessing`",
		cpython: "",
		here:    "empty, or not there",
		program: `
import gc, tracemalloc
tracemalloc.start()
print(tracemalloc.get_traced_memory(), tracemalloc.take_snapshot().statistics("lineno"))
print(gc.collect(), gc.get_objects(), gc.isenabled())
for name in "ctypes", "multiprocessing":
    try:
        __import__(name)
    except ModuleNotFoundError as e:
        print(e)
`,
		prints: `
(0, 0) []
0 [] True
No module named 'ctypes'
No module named 'multiprocessing'
`,
	},
	{
		what:    "\"never awaited\"",
		cpython: "printed where the coroutine is dropped",
		here:    "the same for a call that is a statement; at the end of the program for others",
		program: `
import sys
sys.stderr = sys.stdout

async def f(): ...

f()
x = f()
x = None
print("end")
`,
		prints: `
script.py:7: RuntimeWarning: coroutine 'f' was never awaited
  f()
RuntimeWarning: Enable tracemalloc to get the object allocation traceback
end
sys:1: RuntimeWarning: coroutine 'f' was never awaited
`,
	},
	{
		what:    "DeprecationWarning of a source (`\"\\d\"`)",
		cpython: "given, and hidden unless a filter shows it",
		here:    "not given",
		program: `
import warnings
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    exec(r'print("\d")')
print(seen)
`,
		prints: `
\d
[]
`,
	},
	{
		what:    "`re.DEBUG`",
		cpython: "prints the parsed expression",
		here:    "without effect",
		program: `
import re
print(re.compile("a", re.DEBUG).findall("banana"))
`,
		prints: `
['a', 'a', 'a']
`,
	},
	{
		what:    "a recursion without end",
		cpython: "RecursionError at 1,000",
		here:    "the same; `sys.setrecursionlimit` allows 200,000 at most, and calls by way of functions of the library nest 1,000 to 6,000 deep at most",
		program: `
import sys

def depth(n=1):
    global deepest
    deepest = n
    depth(n + 1)

def through(n=1):
    global deepest
    deepest = n
    return max([n], key=lambda _: through(n + 1))

class Endless:
    def __repr__(self):
        global deepest
        deepest += 1
        return repr(self)

def run(f):
    try:
        f()
    except RecursionError:
        return deepest

print(run(depth))
sys.setrecursionlimit(10**6)
print(sys.getrecursionlimit(), run(depth) > 190_000, 1000 < run(through) < 6000)
deepest = 0
print(1000 < run(lambda: repr(Endless())) < 6000)
`,
		prints: `
998
200000 True True
True
`,
	},
	{
		what:    "very large results",
		cpython: "as much as memory holds",
		here:    "an int above 64 Mbit, a text above 512 MiB or a list of more than 32 Mi items of a range, a text or bytes is a MemoryError before it is made",
		program: `
for make in lambda: 1 << (64 << 20) + 64, lambda: 3 ** 43_000_000, lambda: "x" * (513 << 20), lambda: b"x" * (513 << 20), lambda: list(bytes(33 << 20)), lambda: "%*d" % (1 << 30, 1), lambda: f"{1:>{1 << 30}}":
    try:
        print(len(make()))
    except MemoryError as e:
        print("MemoryError")
print((1 << (63 << 20)).bit_length() == (63 << 20) + 1)
`,
		prints: `
MemoryError
MemoryError
MemoryError
MemoryError
MemoryError
MemoryError
MemoryError
True
`,
	},
	{
		what:    "`compile` of a tree",
		cpython: "",
		here:    "the tree's source is compiled (`ast.unparse`): tracebacks have the tree's lines, and no carets; a name that no program could have is a ValueError",
		program: `
import ast, traceback
tree = ast.parse("\n\n\n\nx = 1 + 1 / 0")
try:
    exec(compile(tree, "other.py", "exec"))
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_lineno)
try:
    exec(compile(tree, "script.py", "exec"))
except ZeroDivisionError as e:
    print("".join(traceback.format_tb(e.__traceback__.tb_next)), end="")
`,
		prints: `
5
  File "script.py", line 5, in <module>
    exec(compile(tree, "other.py", "exec"))
`,
	},
	{
		what:    "`lzma`, `marshal`, `tarfile`",
		cpython: "liblzma's compression; filters for machine code; code objects, and marks of what is referred to again; sparse files",
		here:    "streams that liblzma reads, at most about a fifth larger; such filters are refused, and a dictionary above 256 MiB; code objects are refused, and nothing is marked; sparse files are a ReadError",
		program: `
import lzma
import marshal

print(lzma.decompress(lzma.compress(b"x" * 1000)) == b"x" * 1000)
for refused in (lambda: lzma.compress(b"", filters=[{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2}]),
                lambda: lzma.decompress(b"]" + b"\xff" * 13), lambda: marshal.dumps(compile("1", "x", "eval"))):
    try:
        print(refused())
    except (lzma.LZMAError, ValueError) as e:
        print(e)
`,
		prints: `
True
Invalid or unsupported options
Memory usage limit exceeded
unmarshallable object
`,
	},
	{
		what:    "`xml`",
		cpython: "a canonical form; values of attributes that a document's type declares",
		here:    "`canonicalize` and `method=\"c14n\"` are refused; `<!ATTLIST>` is read over, and entities may grow to 1 MiB, or a hundred times the document",
		program: `
import xml.etree.ElementTree as ET

try:
    ET.canonicalize("<a/>")
except NotImplementedError as e:
    print(e)
print(ET.fromstring("<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>").attrib)
try:
    ET.fromstring("<!DOCTYPE a [<!ENTITY e '" + "x" * 20000 + "'>]><a>" + "&e;" * 200 + "</a>")
    ET.fromstring("<!DOCTYPE a [<!ENTITY e '" + "x" * 2000 + "'><!ENTITY f '" + "&e;" * 2000 + "'>]><a>" + "&f;" * 2 + "</a>")
except ET.ParseError as e:
    print(e)
`,
		prints: `
the canonical form isn't there
{}
limit on input amplification factor (from DTD and entities) breached: line 1, column 20341
`,
	},
	{
		what:    "`mmap`, `zipimport`",
		cpython: "the file's own pages; compiled modules in archives",
		here:    "a copy: what is assigned or written to it is in the file at once, what a `memoryview` of it changes at `flush` and `close`, and what others change in the file later isn't seen; it is a `bytearray`. Sources alone are imported from archives",
		program: `
import mmap

m = mmap.mmap(-1, 3)
m[:2] = b"ab"
print(m[:], isinstance(m, bytearray), hasattr(m, "append"))
`,
		prints: `
b'ab\x00' True False
`,
	},
	{
		what:    "`sqlite3`",
		cpython: "the SQLite that it was built with, its extensions, `load_extension`; shared caches, write-ahead logs, the operating system's locks",
		here:    "SQLite 3.54.1 without extensions (FTS, R*Tree) and without `load_extension`; `cache=shared` is for databases in memory; no write-ahead logs, and locks between a program's own connections; a connection or a cursor that is dropped is closed later; a progress handler, an authorizer, a trace callback or a collation can't use its connection, nor may a connection be closed in a function that it calls; other texts of some errors, and digits of `quote()`",
		program: `
import sqlite3

con = sqlite3.connect(":memory:")
print(sqlite3.sqlite_version, hasattr(con, "load_extension"))
for sql in "create virtual table f using fts5(a)", "select load_extension('x')":
    try:
        con.execute(sql)
    except sqlite3.Error as e:
        print(e)
print(con.execute("pragma journal_mode=wal").fetchall(), con.execute("select quote(1/3.0)").fetchall())
first = sqlite3.connect("file:x?mode=memory&cache=shared", uri=True)
first.execute("create table t(a)")
print(sqlite3.connect("file:x?mode=memory&cache=shared", uri=True).execute("select count(*) from t").fetchall())
con.create_function("close", 0, lambda: con.close())
con.set_authorizer(lambda *args: con.execute("select 1") and 0)
for sql in "select 1", "select close()":
    try:
        con.execute(sql)
    except sqlite3.Error as e:
        print(e)
    con.set_authorizer(None)
`,
		prints: `
3.54.1 False
no such module: fts5
no such function: load_extension
[('memory',)] [('0.33333333333333332',)]
[(0,)]
not authorized
user-defined function raised exception
`,
	},
}
