import io
class T(io.TextIOWrapper):
    def extra(self): return 5
t = T(io.BytesIO(b"abc\ndef\n"), "utf-8")
print(type(t), t.extra(), t.read())
for m in (io.StringIO, io.BytesIO):
    class S(m):
        def __init__(self, a, b=None, *, tag=1):
            super().__init__(a)
            self.tag = tag
    s = S(b"xy" if m is io.BytesIO else "xy", 3, tag=4)
    print(s.read(), s.tag, s.getvalue())
class Std(io.TextIOWrapper):
    def __init__(self, initial='', newline='\n'):
        super().__init__(io.BufferedWriter(io.BytesIO(initial.encode())), 'utf-8', newline=newline)
    def getvalue(self):
        self.flush()
        return self.buffer.raw.getvalue().decode('utf-8')
s = Std(); s.write("hé\n"); print(repr(s.getvalue()))
try: io.TextIOWrapper()
except TypeError as e: print(e)
class N(io.BytesIO):
    def __init__(self): pass
print(N().read(), N().write(b'abc'))
b = io.BytesIO(b"123"); b.read(1); b.__init__(b"456"); print(b.read())
