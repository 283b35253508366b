# newlines of files; iterators that pass on how the one below them ends.
import io
f = io.StringIO(newline=None)
print(f.newlines); f.write("a\r"); print(repr(f.newlines)); f.write("b\nc\r\n"); print(f.newlines)
f.__init__("x\n", newline=None); print(repr(f.newlines))
f = io.StringIO("a\nb"); f.read(); print(f.newlines)
f = io.StringIO("a\r\nb", newline=""); f.read(); print(repr(f.newlines))
f = io.TextIOWrapper(io.BytesIO(b"a\r\nb\r\n")); print(f.newlines); print(f.readline(), repr(f.newlines))
f = io.TextIOWrapper(io.BytesIO(b"a\r\nb\n")); f.read(); print(f.newlines)
f = io.TextIOWrapper(io.BytesIO(b"a\r\nb\n"), newline="\n"); f.read(); print(f.newlines)
class A:
    def __iter__(self): return self
    def __next__(self): raise StopIteration(42)
for it in (A(), enumerate(A()), map(str, A()), zip(A()), filter(None, A()), zip([], A()), iter([]), map(str, [])):
    try: next(it)
    except StopIteration as e: print(type(it).__name__, e.args)
    print(next(it, 'default'))
from collections import deque
d = deque(range(5)); r = reversed(d); f = iter(d); next(r); next(f); d.pop()
for it in (r, f):
    for _ in range(2):
        try: print(next(it))
        except (RuntimeError, StopIteration) as e: print(type(e).__name__)
f = io.StringIO()
f.close()
try:
    f.newlines
except ValueError as e:
    print(e)
