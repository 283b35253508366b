import sqlite3
con = sqlite3.connect(":memory:")
def t(f, *a, **k):
    try: print("ok", f(*a, **k))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e, getattr(e,'sqlite_errorcode',None), getattr(e,'sqlite_errorname',None))
con.execute("create table b(x blob)"); con.execute("insert into b values(zeroblob(20))")
b = con.blobopen("b","x",1)
print(len(b), b.tell(), b.read(5), b.tell())
b.write(b"hello"); print(b.tell()); b.seek(0); print(b.read())
b.seek(-3, 2); print(b.tell(), b.read(10)); 
t(b.write, b"x"); t(b.seek, 100); t(b.seek, -1); t(b.seek, 0, 5); t(b.read, "x")
b[0]=65; b[-1]=66; print(b[0], b[-1], b[0:5], b[5:10:2], b[3:1])
t(lambda: b[20]); t(lambda: b["x"]); t(lambda: b[1.5])
def st(k,v): b[k]=v
t(st, 0, 256); t(st, 0, -1); t(st, 0, "x"); t(st, 0, b"a"); t(st, slice(0,3), b"ab"); t(st, slice(0,3), b"xyz"); t(st, slice(0,6,2), b"123"); t(st, slice(0,3), 5); t(st, slice(3,3), b""); t(st,"x",1); t(st,50,1)
def dl(): del b[0]
t(dl)
b.seek(0); print(b.read(8))
with con.blobopen("b","x",1,readonly=True) as r:
    t(r.write, b"x"); print(r.read(3))
t(r.read); t(r.close)
t(con.blobopen,"nope","x",1); t(con.blobopen,"b","nope",1); t(con.blobopen,"b","x",5); t(con.blobopen,"b","x",2**70); t(con.blobopen, "b", "x"); t(con.blobopen, 1, "x", 1)
con.execute("update b set x = 'gone'")
t(b.read, 1); t(lambda: b[0]); t(lambda: len(b))
b.close(); t(b.read); t(sqlite3.Blob)
b2 = con.blobopen("b","x",1); con.close(); t(b2.read); t(b2.close); t(len, b2)
