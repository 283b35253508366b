def attempt(code):
    b = bytearray(b"abcdef")
    try:
        exec(code, {"b": b})
    except Exception as e:
        print(code, "->", type(e).__name__, e, b)
    else:
        print(code, "->", b)
for code in ("b[1:3] = b''", "b[::2] = b''", "b[::2] = b'xyz'", "b[::2] = b'x'", "b[1:2] = 5", "b[1:2] = 1.5", "b[1:2] = None", "b[1:2] = 'a'", "b[1:2] = [1, 2, 3]", "b[::0] = b''", "b[0] = 256", "b[0] = 'a'", "b[9] = 1", "del b[::2]", "b += b'!'", "b *= 2", "b.extend([1, 2])", "b.append(300)", "b[1:1] = b", "b.pop(9)", "b.remove(1)", "b[5:2] = b'Q'", "b.__hash__()"):
    attempt(code)
