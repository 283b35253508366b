import copy, datetime as d, sys, io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
tz = d.timezone(d.timedelta(hours=2), "X")
objs = [d.date(2020,1,2), d.time(1,2,3,4), d.time(1,2,tzinfo=tz, fold=1), d.datetime(2020,1,2,3,4,5,6), d.datetime(2020,1,2,tzinfo=tz,fold=1), d.timedelta(1,2,3), d.timezone.utc, tz]
for o in objs:
    t(lambda: copy.copy(o) == o); t(lambda: copy.deepcopy(o) == o); t(lambda: o.__reduce__()); t(lambda: o.__reduce_ex__(4)); t(lambda: o.__reduce_ex__(2))
class D(d.date):
    pass
class DT(d.datetime):
    def __init__(self, *a, **k): self.x = 5
t(lambda: type(copy.copy(D(2020,1,1)))); t(lambda: copy.deepcopy(DT(2020,1,1)).x); t(lambda: type(copy.deepcopy([DT(2020,1,1)])[0]))
t(lambda: (1).to_bytes(10**30)); t(lambda: (1).to_bytes(-10**30)); t(lambda: (1).to_bytes(2**62)); t(lambda: (300).to_bytes(1, 'big'))
t(lambda: sys.get_int_max_str_digits()); t(lambda: sys.set_int_max_str_digits(10)); t(lambda: sys.set_int_max_str_digits(1000)); t(lambda: str(10**1001)); t(lambda: int('1'*1001)); t(lambda: sys.set_int_max_str_digits(0)); t(lambda: len(str(10**5000))); t(lambda: sys.set_int_max_str_digits('x')); t(lambda: sys.get_int_max_str_digits()); t(lambda: sys.flags.int_max_str_digits); t(lambda: sys.set_int_max_str_digits(maxdigits=4300)); t(lambda: sys.set_int_max_str_digits(-1))
s = io.StringIO("a\nb\r\nc"); t(lambda: s.read(1)); t(lambda: s.readlines()); t(lambda: s.newlines); t(lambda: s.tell()); t(lambda: s.seek(1, 1)); t(lambda: s.seek(0, 2)); t(lambda: s.truncate(2)); t(lambda: s.getvalue()); t(lambda: s.close()); t(lambda: s.read())
b = io.BytesIO(b"abc\ndef"); t(lambda: b.readline()); t(lambda: b.getbuffer()[0]); t(lambda: b.seek(-1, 2)); t(lambda: b.read()); t(lambda: b.write(b"xx")); t(lambda: b.getvalue()); t(lambda: b.truncate(3)); t(lambda: b.write("s")); t(lambda: b.readable()); t(lambda: b.isatty()); t(lambda: b.fileno()); t(lambda: b.detach()); t(lambda: b.read1(2)); t(lambda: b.tell())
w = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\r\n"); t(lambda: w.write("a\nb")); t(lambda: w.flush()); t(lambda: w.buffer.getvalue()); t(lambda: w.encoding); t(lambda: w.line_buffering); t(lambda: w.reconfigure(newline="\n")); t(lambda: w.detach().getvalue())
import zlib
c = zlib.compressobj(); x = c.compress(b'hello'); c2 = c.copy(); t(lambda: zlib.decompress(x + c2.flush())); t(lambda: zlib.decompress(x + c.compress(b' more') + c.flush())); t(lambda: c.copy())
dz = zlib.decompressobj(); data = zlib.compress(b'hello world' * 10); p = dz.decompress(data[:5]); d2 = dz.copy(); t(lambda: p + dz.decompress(data[5:])); t(lambda: p + d2.decompress(data[5:])); t(lambda: d2.eof); t(lambda: copy.copy(zlib.compressobj()).flush() == zlib.compressobj().flush())
import copy, datetime as d
print(copy.copy(d.datetime(2020,1,1,fold=1)).fold, copy.deepcopy(d.time(1,fold=1)).fold, copy.deepcopy([d.datetime(2020,1,1,fold=1)])[0].fold)
class T(d.datetime): pass
print(copy.copy(T(2020,1,1,fold=1)).fold)
