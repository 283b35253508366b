import array
m = memoryview(b'abcdef')
h = hash(m)
m.release()
print(hash(m) == h == hash(b'abcdef'))
m = memoryview(b'abc'); m.release()
try: hash(m)
except ValueError as e: print(e)

for x in (bytearray(b'abc'), memoryview(array.array('h', [1])).toreadonly(), memoryview(b'abcd').cast('h')):
    try: print(hash(memoryview(x)))
    except ValueError as e: print(e)

for x in (memoryview(bytearray(b'abc')).toreadonly(), memoryview(array.array('b', [1])).toreadonly(), memoryview(b'abc')[1:], memoryview(b'abc')[::2]):
    try: print(hash(x) == hash(x.tobytes()))
    except (ValueError, TypeError) as e: print(e)
