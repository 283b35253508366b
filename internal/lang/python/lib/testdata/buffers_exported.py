# What has a view in a variable keeps its length: BytesIO, array, bytearray.
import array
import io


def t(what, f):
    try: f(); print(what, "ok")
    except BaseException as e: print(what, type(e).__name__, e)
b = io.BytesIO(b"abcdef"); v = b.getbuffer()
def w(data, at):
    def f(): b.seek(at); b.write(data)
    return f
t("write in", w(b"xy", 0)); t("write beyond", w(b"xy", 6)); t("truncate", lambda: b.truncate(2)); t("truncate same", lambda: b.truncate(6)); t("close", b.close); t("truncate bigger", lambda: b.truncate(100)); t("writelines", lambda: (b.seek(6), b.writelines([b"z"])))
print(bytes(v), b.getvalue()); t("setstate", lambda: b.__setstate__((b"",0,None)))
t("init", lambda: b.__init__(b"q"))
v.release(); t("close", b.close)
for name, mk in (("array", lambda: array.array("b", b"abc")), ("bytearray", lambda: bytearray(b"abc"))):
    a = mk(); v = memoryview(a)
    for op in ("append(1)", "extend(b'xy')", "extend([1,2])", "pop()", "insert(0,1)", "remove(97)", "clear()", "__iadd__(a)", "__imul__(2)", "__setitem__(slice(0,1), a)", "__setitem__(slice(0,3), a)", "__delitem__(0)", "__delitem__(slice(0,1))", "reverse()", "__setitem__(0, 5)", "frombytes(b'1')", "fromlist([1])", "__init__(b'x')", "extend([])", "extend(b'')", "__imul__(1)", "byteswap()", "__delitem__(slice(0,0))", "__delitem__(slice(None,None,2))", "fromfile(__import__('io').BytesIO(b'12'), 1)", "fromunicode('x')"):
        t(name+" "+op, lambda: eval("a."+op))
    print(bytes(v), bytes(a))
    v.release(); t(name+" after", lambda: a.append(1))
    with memoryview(a) as m: t("with", lambda: a.append(1))
    s = memoryview(a)[1:]; t(name+" slice", lambda: a.append(2)); del s
    t(name+" after del", lambda: a.append(2))
    m = memoryview(a); c = m.cast("B"); m.release(); t(name+" cast", lambda: a.append(2)); c.release(); t(name+" released", lambda: a.append(3))
def g():
    a = array.array("i", [1,2]); m = memoryview(a)
    a.append(3)
t("local", g)
