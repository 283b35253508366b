import io
for x in (b'abc', 'abc', 5, [1], memoryview(b'abc'), bytearray(), memoryview(bytearray(3)), memoryview(bytearray(4))[::2]):
    try:
        print(io.BytesIO(b'xyz').readinto(x), x if not isinstance(x, memoryview) else bytes(x))
    except Exception as e: print(type(e).__name__, e)
    try:
        print(io.BufferedReader(io.BytesIO(b'xyz')).readinto(x), x if not isinstance(x, memoryview) else bytes(x))
    except Exception as e: print(type(e).__name__, e)
