# A BytesIO while there is a view of it, and afterwards.
import io
def T(f, *a):
    try: r = f(*a); print(r)
    except BaseException as e: print(type(e).__name__, e)
b = io.BytesIO(b"abcdef")
with b.getbuffer() as v:
    T(lambda: (len(v), v.readonly, v.format, bytes(v), type(v.obj).__name__))
    v[0] = 65; v[2:4] = b"XY"
    T(b.read, 3); T(b.tell)
    T(b.write, b"zz"); T(b.tell); T(b.write, b""); T(b.truncate, 2); T(b.truncate); T(b.writelines, [b"q"]); T(b.tell); T(b.close); T(lambda: b.closed); T(b.getvalue);
    T(b.readinto, bytearray(2)); T(b.readinto, v); T(b.seek, 0); T(b.readinto, v[1:3]); T(b.getvalue)
T(b.write, b"zz"); T(b.getvalue); T(b.tell)
T(lambda: type(v.obj))
v = b.getbuffer(); m = v[::-1]; T(lambda: bytes(m)); v.release(); m.release()
T(b.truncate, 1); T(b.getvalue)
e = io.BytesIO(); w = e.getbuffer(); T(lambda: (w.nbytes, w.tolist())); w.release(); e.write(b"1234"); T(e.getvalue)
w = e.getbuffer().cast("H", (2, 1)); w[0, 0] = 0x4141; T(e.getvalue); w.release()
src = b"constant bytes"; c = io.BytesIO(src); d = c.getbuffer(); d[0] = 67; d.release(); T(c.getvalue); print(src)
c.seek(0); T(c.read, 1); d = c.getbuffer(); d[1:4] = b"ZZZ"; d.release(); T(c.read)
c.close(); T(c.getbuffer)
