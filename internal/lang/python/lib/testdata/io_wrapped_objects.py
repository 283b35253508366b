"""Buffers and texts of objects that have only some of a file's methods."""

import io

class Log:
    def __init__(self, **k): self.k = k
    def __getattr__(self, name):
        if name in self.k:
            return lambda *a: self.k[name]
        raise AttributeError(name)
for k in ({}, {'readable': True}, {'readable': False}, {'writable': True}, {'writable': False}, {'readable': True, 'writable': True, 'seekable': True}, {'readable': True, 'writable': True, 'seekable': False},{'seekable':True,'readable':True},{'seekable':True,'writable':True}):
    for c in (io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.TextIOWrapper):
        try: r = type(c(Log(**k))).__name__
        except Exception as e: r = repr(e)
        print(sorted(k.items()), c.__name__, r)
class R(io.RawIOBase): pass
for f in (lambda: io.BufferedReader(R()), lambda: io.BufferedWriter(R()), lambda: io.BufferedRandom(R()), lambda: io.BufferedRWPair(R(),R()), lambda: io.TextIOWrapper(R())):
    try: print(f())
    except Exception as e: print(repr(e))
class Raw(io.RawIOBase):
    def readable(self): return True
    def readinto(self, b):
        b[:3] = b'abc'; return 3 if not hasattr(self,'done') and not setattr(self,'done',1) else 0
print(io.BufferedReader(Raw()).read(), io.TextIOWrapper(io.BufferedReader(Raw())).read())
class Sub(io.IOBase):
    def __init__(self, x): self.x = x; super().__init__()
print(Sub(1).x)
class Sub(io.TextIOBase):
    def __init__(self, x): super().__init__(x)
try: Sub(1)
except TypeError as e: print(e)
print(io.RawIOBase(3).closed, type(io.IOBase(1, a=2)).__name__)
