import io, sys
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e, isinstance(e, OSError), isinstance(e, ValueError))
P='/data/a.txt'
with open(P, 'w') as f:
    print(f, f.name, f.mode, f.encoding, f.closed)
    print(f.write('héllo\nworld\r\nlast'), f.tell())
    t(f.read); t(f.readline); t(next, f); t(f.write, b'x'); t(f.writelines, ['a\n', 'b'])
    t(f.readable); t(f.writable); t(f.seekable); t(f.fileno)
print(f.closed); t(f.write, 'x'); t(f.read); t(f.flush); t(f.close); t(f.tell); t(f.__enter__)
with open(P) as f:
    print(f, list(f))
for nl in (None, '', '\n', '\r', '\r\n'):
    with open(P, newline=nl) as f: print(f.readlines())
    with open(P, newline=nl) as f: print(repr(f.read()))
    with open(P+'2', 'w', newline=nl) as f: f.write('a\nb\r\nc\rd')
    print(open(P+'2','rb').read())
t(open, P, newline='x'); t(open, P, 'q'); t(open, P, 'rw'); t(open, P, 'rbt'); t(open, P, '+'); t(open, P, 'rr'); t(open,P,'b')
t(open, P, 'rb', encoding='utf8'); t(open, P, 'rb', errors='x'); t(open,P,'rb',newline='')
t(open, P, buffering=0); t(open, P, encoding='nope'); t(open, '/data/nodir/x'); t(open, '/data')
t(open, P, 'x'); t(open, 5.0); t(open, 'a\0b'); t(open, P, 3); t(open)
with open(P,'rb') as f:
    print(f, f.read(3), f.tell(), f.readline(), f.seek(0,2), f.read(), f.seek(-4,1), f.read(), f.seek(1), f.peek(3)[:3], f.mode, f.name)
    t(f.write, b'x'); t(f.seek, -1); t(f.seek, 0, 9); t(f.read, 'x'); t(f.truncate); t(f.seek, -1000, 1)
t(f.read); t(f.readline); t(f.seek, 0)
with open(P,'wb') as f:
    t(f.read); t(f.readline); t(f.write, 'x'); t(f.write, bytearray(b'xyz')); t(f.write, memoryview(b'12')); t(f.readinto, bytearray(3))
    print(f, f.mode)
with open(P,'r+b') as f:
    print(f, f.mode, f.read(2)); f.write(b'QQ'); f.seek(0); print(f.read()); f.seek(1); f.write(b'#'); print(f.read(), f.tell(), f.truncate(2), f.tell()); f.seek(0); print(f.read())
with open(P,'a+') as f:
    print(f.tell(), f.write('añb'), f.tell(), repr(f.read())); f.seek(0); print(f.read()); f.write('!'); 
with open(P,'r+') as f:
    print(f.read(2), f.tell()); f.seek(0); f.write('ZZ'); f.seek(0); print(f.read())
    t(f.seek, 1, 1); t(f.seek, -1, 2); t(f.seek, -1); t(f.seek, 0, 5)
    f.seek(0); next(f); t(f.tell); 
print(open(P,'w').write('no close'))
print(open(P).read())
with open(P, 'w', encoding='utf-16') as f: f.write('ab'); f.write('cd\nef'); 
print(open(P,'rb').read())
with open(P, encoding='utf-16') as f: print(f.readlines())
with open(P, 'w', encoding='latin-1') as f: f.write('é\n'); t(f.write, '\u20ac')
with open(P, encoding='latin-1') as f: print(f.readline(), f.read())
t(lambda: open(P).read()); t(lambda: open(P).readline()); 
print(repr(open(P, errors='replace').read()), repr(open(P, errors='surrogateescape').read()))
with open(P, 'w', encoding='utf-8-sig') as f: f.write('x'); f.write('y')
print(open(P,'rb').read(), repr(open(P,encoding='utf-8-sig').read()), repr(open(P).read()))
f = open(P, 'wb', buffering=0); print(f); f.write(b'hello'); print(open(P).read()); f.close(); print(f)
f = open(P); print(f.buffer, f.buffer.raw, f.buffer.read(2), f.fileno() > 2); f.close()
print(isinstance(f, io.TextIOWrapper), isinstance(f, io.TextIOBase), isinstance(f, io.IOBase), isinstance(sys.stdout, io.TextIOBase), isinstance(io.BytesIO(), io.BufferedIOBase), isinstance(io.StringIO(), io.RawIOBase))
t(io.UnsupportedOperation, 'x'); print(io.UnsupportedOperation.__mro__)
with open(P,'w') as f: print('a', 'b', file=f, sep='-'); print('x'*3, end='', file=f)
print(open(P).readlines())
with open(P) as f:
    for line in f: print(repr(line))
    print(f.tell())
with open('/dev/null','w') as f: print(f.write('x'))
os_err = None
try: open('/data/nope')
except FileNotFoundError as e: print(e.errno, e.strerror, e.filename, e.args)
