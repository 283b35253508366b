import zlib,gzip
def e(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as x: print(type(x).__module__,type(x).__name__,x)
data=b'hello world '*1000+bytes(range(256))
for lv in (-1,0,1,6,9):
    c=zlib.compress(data,lv); print(zlib.decompress(c)==data, c[:2])
for w in (15,-15,31,9,-9,25):
    c=zlib.compress(data,6,w); print(zlib.decompress(c,w)==data)
e(zlib.decompress,b'abc'); e(zlib.decompress,b''); e(zlib.decompress,zlib.compress(b'x')[:-1]); e(zlib.decompress,zlib.compress(b'x')[:-4]+b'abcd'); e(zlib.compress,'x'); e(zlib.compress,b'x',10); e(zlib.decompress,b'x\x9c\xff'); e(zlib.decompress,zlib.compress(b'a'),47); e(zlib.decompress,b'x',100); e(zlib.decompress,b'x\x9c\x05'+b'\0'*10); e(zlib.decompress,b'\x05\0\0\0\0',-15); e(zlib.decompress,b'\x01\x01\0\xff\xff',-15)
e(zlib.decompress,b'x\x9cKL\x04\x00\x02I\x01&junk'[:-1])
d=zlib.decompressobj(); c=zlib.compress(data); out=b''
for i in range(0,len(c),7): out+=d.decompress(c[i:i+7])
out+=d.flush(); print(out==data,d.eof,d.unused_data)
d=zlib.decompressobj(); print(len(d.decompress(c+b'trail',100)), len(d.unconsumed_tail)>0, d.eof); 
r=b''
while not d.eof: r+=d.decompress(d.unconsumed_tail,1000)
print(len(r),d.eof,d.unused_data)
o=zlib.compressobj(9); x=o.compress(b'abc'*100)+o.flush(zlib.Z_SYNC_FLUSH)+o.compress(b'def')+o.flush(); print(zlib.decompress(x)==b'abc'*100+b'def'); e(o.flush)
o=zlib.compressobj(zdict=b'hello world'); x=o.compress(b'hello world!')+o.flush(); d=zlib.decompressobj(zdict=b'hello world'); print(d.decompress(x)); e(zlib.decompress,x)
print(zlib.crc32(b'hello'),zlib.adler32(b'hello'),zlib.crc32(b'lo',zlib.crc32(b'hel')),zlib.adler32(b'lo',zlib.adler32(b'hel')), zlib.error.__mro__, zlib.MAX_WBITS)
g=gzip.compress(data,mtime=0); print(gzip.decompress(g)==data,g[:10]); print(gzip.decompress(g+g)==data*2); g2=gzip.compress(b'x',5,mtime=5); print(g2[:10],gzip.decompress(g2))
e(gzip.decompress,b'abc'); e(gzip.decompress,b''); e(gzip.decompress,g[:-5]); e(gzip.decompress,g2[:-8]+b'abcd'+g2[-4:]);e(gzip.decompress,g[:5])
class F:
    def __init__(s,b=b''): s.b=b; s.i=0
    def write(s,x): s.b+=bytes(x); return len(x)
    def read(s,n=-1):
        if n<0: n=len(s.b)
        r=s.b[s.i:s.i+n]; s.i+=len(r); return r
    def seek(s,n,w=0): s.i=n
    def tell(s): return s.i
    def flush(s): pass
f=F()
with gzip.GzipFile(fileobj=f,mode='wb',mtime=0) as z: print(z.write(b'line1\nline2\n'), z.tell())
print(f.b[:10], gzip.decompress(f.b))
with gzip.GzipFile(fileobj=F(f.b)) as z: print(z.readline(), z.read(3), z.read(), z.read())
with gzip.open(F(f.b)) as z: print(list(z), z.mode)
e(gzip.GzipFile(fileobj=F(f.b)).write,b'x'); e(gzip.open,'a','rbt')
