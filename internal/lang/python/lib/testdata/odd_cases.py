# Odd cases of built-in functions, of yield from and of what modules look like.
for bad in (lambda: aiter(None), lambda: int.from_bytes([300]), ):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class B:
    def __bytes__(self): return b"\x0a\x14"
print(int.from_bytes(B(), 'big'))
class L(list):
    def __bytes__(self): return b"\x03"
    def __iter__(self): return iter([9])
print(int.from_bytes(L([1,2]), 'big'), int.from_bytes(iter([1,2]), 'big'))
import datetime
for s in ('2025-W00-2','2025-W54-1','2025-13-01','2025-W01-8', '2025-02-30', '0000-01-01', '2025W0', '20251301'):
    try: print(datetime.date.fromisoformat(s))
    except ValueError as e: print(e)
import os, io, abc, json
print(os, io, abc, repr(json)[:14])
b = b"ahoj"; print(b.translate(None) is b, b.translate(None, b"") is b, b.translate(bytes(range(256))) is b)
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def __getattr__(self, n):
        if n == "close": raise ZeroDivisionError("x")
        raise AttributeError(n)
def g(): yield from It()
i = g(); next(i)
try: print(i.close())
except ZeroDivisionError as e: print("caught", e)

class Lookup:
    def __init__(self, error): self.error = error
    def __get__(self, obj, owner=None): raise self.error
class S(It):
    send = Lookup(StopIteration("of the lookup"))
def h():
    return (yield from S())
i = h(); next(i)
try: i.send(1)
except StopIteration as e: print(e.value)
async def bad_iter():
    class A:
        def __aiter__(self): return 1
    try: aiter(A())
    except TypeError as e: print(e)
import asyncio
asyncio.run(bad_iter())
import _io
class X(_io._IOBase): pass
print(X().readable(), _io._IOBase().closed)
try: _io.nope
except AttributeError as e: print(e)
