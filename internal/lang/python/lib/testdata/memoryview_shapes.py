# Views of several dimensions, and of what a BytesIO holds.
import io
import struct


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


x = memoryview(struct.pack("12i", *range(12))).cast("B")
y = x.cast("i", shape=[2, 2, 3])
print(y.tolist(), y.ndim, y.shape, y.strides, y.format, y.itemsize, len(y), y.nbytes, y.contiguous, y.c_contiguous, y.f_contiguous)
print(y[0, 1, 2], y[-1, -1, -1], y[1, 0, 0], bytes(y) == bytes(x))
print(y[1:].tolist(), y[:1].shape, y[5:].tolist(), y[5:][1:].tolist(), y[5:][:].shape, y[1:2][0, 1, 1], y[-1:] == y[1:], y[1:].tobytes() == bytes(y)[24:])
for key in (0, (0, 1), (0, 1, 2, 3), (0, 1, 3), (2, 0, 0), (0, slice(1), 0), "a", (0, "a", 1), ()):
    print(key, attempt(lambda: y[key]))
print(attempt(list, y), attempt(lambda: 3 in y))
z = y.cast("b")
print(len(z), z.nbytes, z.ndim, z.shape, attempt(y.cast, "i", shape=[12]), attempt(y.cast, "b", shape=[2, 24]))
print(y == memoryview(bytes(x)).cast("i", (2, 2, 3)), y == x.cast("i", (3, 4)), y == x.cast("i"))
for shape in (5, [5], [0, 4], ["a"], [-1, 3], [2] * 65, [1 << 70], (12,), [12, 1]):
    print(str(shape)[:20], attempt(lambda: x.cast("i", shape=shape).tolist()))
m = bytearray(6)
v = memoryview(m).cast("H", shape=[3, 1])
v[1, 0] = 258
print(m, v.tolist(), attempt(v.__setitem__, 1, 2), attempt(v.__setitem__, (3, 0), 2), v.f_contiguous, v.toreadonly().tolist(), memoryview(v).shape)
one = memoryview(b"abcd").cast("i", shape=[])
print(one.ndim, one.shape, one.strides, len(one), one.tolist(), one[()], attempt(lambda: one[0]), one[...] is one)
flat = memoryview(b"abc")
print(flat[(1,)], attempt(lambda: flat[1, 2]), attempt(lambda: flat[()]), attempt(lambda: memoryview(b"").cast("B", shape=[1])))

held = io.BytesIO(b"storeroom and more")
view = held.getbuffer()
view[0:5] = b"STORE"
print(held.getvalue(), view[3], len(view), view.readonly)
view.release()
with held.getbuffer() as inside:
    print(attempt(held.write, b"x" * 30), attempt(held.truncate, 2), inside.nbytes)
print(held.seek(0), held.write(b"x" * 30), held.getvalue())
