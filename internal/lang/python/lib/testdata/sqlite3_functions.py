import sqlite3, datetime
con = sqlite3.connect(":memory:")
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        if isinstance(r, sqlite3.Cursor): r = r.fetchall()
        print("ok", r)
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e, getattr(e,'sqlite_errorcode',None), getattr(e,'sqlite_errorname',None))
con.create_function("ident", 1, lambda x: x)
for v in (1, 2.5, "é", b"ab", None, "", b"", "a\0b"): t(con.execute, "select ident(?), typeof(ident(?))", (v,v))
con.create_function("boom", 0, lambda: 1/0)
con.create_function("big", 0, lambda: 2**64)
con.create_function("mem", 0, lambda: (_ for _ in ()).throw(MemoryError()))
con.create_function("obj", 0, lambda: object())
con.create_function("lst", -1, lambda *a: repr(a))
con.create_function("sur", 0, lambda: "\ud800")
con.create_function("tr", 0, lambda: True)
con.create_function("nan", 0, lambda: float("nan"))
con.create_function("inf", 0, lambda: float("inf"))
for q in ("boom()","big()","mem()","obj()","lst()","lst(1,2.5,'x',x'00',null)","sur()","tr()","nan()","inf()","ident()","ident(1,2)","nope()"): t(con.execute, "select "+q)
t(con.create_function, "f", "x", lambda x: x)
t(con.create_function, "f", 1)
t(con.create_function, 5, 1, len)
con.create_function("det", 1, lambda x: x, deterministic=True)
t(con.execute, "create table tt(a)"); t(con.execute, "create index ix on tt(det(a))")
con.create_function("ndet", 1, lambda x: x)
t(con.execute, "create index ix2 on tt(ndet(a))")
class Sum:
    def __init__(self): self.s = 0
    def step(self, *a): self.s += sum(a)
    def finalize(self): return self.s
con.create_aggregate("mysum", 1, Sum)
con.executemany("insert into tt values(?)", [(i,) for i in range(10)])
t(con.execute, "select mysum(a) from tt"); t(con.execute, "select mysum(a) from tt where 0"); t(con.execute, "select a%3, mysum(a) from tt group by a%3")
class Bad1:
    def __init__(self): 1/0
    def step(self,*a): pass
    def finalize(self): return 1
class Bad2:
    def step(self,*a): 1/0
    def finalize(self): return 1
class Bad3:
    def step(self,*a): pass
    def finalize(self): 1/0
class Bad4:
    def step(self,*a): pass
class Bad5:
    def finalize(self): pass
for i, c in enumerate((Bad1,Bad2,Bad3,Bad4,Bad5)):
    con.create_aggregate(f"bad{i}", 1, c); t(con.execute, f"select bad{i}(a) from tt")
class W:
    def __init__(self): self.s=0
    def step(self, x): self.s += x
    def inverse(self, x): self.s -= x
    def value(self): return self.s
    def finalize(self): return self.s
con.create_window_function("wsum", 1, W)
t(con.execute, "select a, wsum(a) over (order by a rows between 1 preceding and 1 following) from tt")
t(con.execute, "select wsum(a) from tt")
def coll(a,b): return (a>b)-(a<b)
con.create_collation("rev", lambda a,b: -coll(a,b))
t(con.execute, "select a from (select 'a' a union select 'b' union select 'c') order by a collate rev")
con.create_collation("bad", lambda a,b: "x")
t(con.execute, "select a from (select 'a' a union select 'b' union select 'c') order by a collate bad")
t(con.execute, "select 'a' order by 1 collate nope")
t(con.create_collation, "x", 5); t(con.create_collation, 5, coll)
con.create_collation("rev", None); t(con.execute, "select a from tt order by a collate rev")
log=[]
con.set_trace_callback(log.append)
con.execute("insert into tt values(?)", (5,)); con.commit(); con.execute("select 'x' where ? = 'é'", ("é",)).fetchall()
con.rollback(); con.execute("update tt set a=1"); con.rollback(); con.executescript("select 1; select 2;")
con.set_trace_callback(None); con.execute("select 1")
print(log)
con.set_progress_handler(lambda: 1, 1)
t(con.execute, "select count(*) from tt, tt b, tt c")
con.set_progress_handler(None, 1)
n=[0]
def prog(): n[0]+=1
con.set_progress_handler(prog, 1)
t(con.execute, "select count(*) from tt, tt b"); print(n[0]>50)
con.set_progress_handler(None, 0)
auth=[]
def authorize(*a): auth.append(a); return sqlite3.SQLITE_OK
con.set_authorizer(authorize)
t(con.execute, "select a from tt where a > 3"); print(auth)
con.set_authorizer(lambda *a: sqlite3.SQLITE_DENY); t(con.execute, "select a from tt")
con.set_authorizer(lambda *a: 1/0); t(con.execute, "select a from tt")
con.set_authorizer(lambda *a: "x"); t(con.execute, "select a from tt")
con.set_authorizer(lambda *a: None); t(con.execute, "select a from tt")
con.set_authorizer(lambda act, *a: sqlite3.SQLITE_IGNORE if act == sqlite3.SQLITE_READ else 0); t(con.execute, "select a from tt limit 2")
con.set_authorizer(None); t(con.execute, "select a from tt limit 1")
