import io, sys, contextlib
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e)
s = io.StringIO()
print(s.write('héllo'), s.tell(), s.getvalue(), s.seek(1), s.write('EE'), s.getvalue(), s.read(), s.seek(0), s.read(2), s.tell())
s.seek(10); s.write('x'); print(repr(s.getvalue())); print(s.truncate(3), repr(s.getvalue()), s.tell())
t(s.write, b'x'); t(s.seek, 1, 1); t(s.seek, -1); t(s.seek, 0, 5); t(s.truncate, -1); t(s.fileno); t(s.detach); t(io.StringIO, 5); t(io.StringIO, 'a', 'z'); t(io.StringIO, b'x')
s = io.StringIO('a\r\nb\rc\nd'); print(list(s)); s=io.StringIO('a\r\nb\rc\nd', newline=None); print(list(s), repr(s.getvalue())); s=io.StringIO('a\r\nb\rc\nd', newline=''); print(list(s)); s=io.StringIO('a\nb\n', newline='\r\n'); print(repr(s.getvalue()), list(s))
s = io.StringIO('one\ntwo\nthree'); print(s.readline(), s.readline(2), s.readlines(), s.readline(), s.read())
s.close(); t(s.read); t(s.getvalue); t(s.write,'x'); print(s.closed)
with io.StringIO('x') as s: print(s.read())
t(next, s)
b = io.BytesIO(b'abc\ndef\n'); print(b.read(2), b.readline(), list(b), b.tell(), b.seek(1), b.write(b'ZZ'), b.getvalue(), b.getbuffer().tobytes())
b.seek(12); b.write(b'!'); print(b.getvalue()); t(b.write, 'x'); t(b.seek, -1); t(b.seek, -100, 1); t(b.seek, 0, 7); t(b.truncate, 2); t(b.getvalue); t(b.readinto, bytearray(2)); t(b.fileno); t(b.truncate, -1); t(b.read1); t(b.name if hasattr(b,'name') else 'noname')
print(b.readable(), b.writable(), b.seekable(), b.isatty(), b.closed)
w = io.TextIOWrapper(io.BytesIO(b'caf\xc3\xa9\r\nx\n'), encoding='utf-8'); print(w, w.read(4), w.readline(), list(w))
bb = io.BytesIO(); w = io.TextIOWrapper(bb, encoding='utf-8', newline='\r\n'); w.write('a\nb'); w.flush(); print(bb.getvalue(), w.buffer is bb)
buf = io.StringIO()
with contextlib.redirect_stdout(buf):
    print('hidden'); sys.stdout.write('x')
print(repr(buf.getvalue()))
old = sys.stdout; sys.stdout = io.StringIO(); print('q'); v = sys.stdout.getvalue(); sys.stdout = old; print(repr(v))
class Up(io.StringIO):
    def write(self, s): return super().write(s.upper())
u = Up(); print('abc', file=u); print(u.getvalue(), type(u).__name__); u.foo = 1
class R(io.RawIOBase):
    def __init__(self, d): self.d = d
    def readable(self): return True
    def readinto(self, b):
        n = min(len(b), len(self.d)); b[:n] = self.d[:n]; self.d = self.d[n:]; return n
r = R(b'line1\nline2\nrest'); print(r.read(3), r.readline(), r.readall(), r.closed)
br = io.BufferedReader(R(b'line1\nline2\nrest')); print(br.readline(), br.read(3), br.read()); 
tw = io.TextIOWrapper(io.BufferedReader(R(b'x\ny\n'))); print(tw.readlines())
class W(io.RawIOBase):
    def writable(self): return True
    def write(self, b): print('W', bytes(b)); return len(b)
bw = io.BufferedWriter(W()); bw.write(b'123'); bw.write(b'456'); print('before'); bw.flush()
class T(io.TextIOBase):
    def write(self, s): old.write('<' + s + '>'); return len(s)
print('hi', file=T()); t(T().read); print(isinstance(T(), io.IOBase)); t(io.IOBase().readline)
with T() as tt: tt.writelines(['a', 'b'])
print(tt.closed); t(tt.writelines, [])
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
print(io.StringIO('a b').read(0) == '', io.BytesIO(b'xyz').read(None), io.StringIO('é').read(-1))
