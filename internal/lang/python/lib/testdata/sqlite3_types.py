import sqlite3, datetime
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        if isinstance(r, sqlite3.Cursor): r = r.fetchall()
        print("ok", r)
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e, getattr(e,'sqlite_errorcode',None), getattr(e,'sqlite_errorname',None))
# adapters
class P:
    def __init__(self,x,y): self.x,self.y=x,y
    def __repr__(self): return f"P({self.x};{self.y})"
sqlite3.register_adapter(P, lambda p: f"{p.x};{p.y}")
sqlite3.register_converter("p", lambda b: P(*map(float,b.split(b";"))))
c = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES|sqlite3.PARSE_COLNAMES)
c.execute("create table q(p p, d date, ts timestamp, n number(10))")
c.execute("insert into q values(?,?,?,?)", (P(1,2), datetime.date(2024,1,2), datetime.datetime(2024,1,2,3,4,5,678), 5))
c.execute("insert into q values(?,?,?,?)", (None,None,datetime.datetime(2024,1,2,3,4,5),None))
t(c.execute, "select * from q"); t(c.execute, "select p as 'p [p]', d as \"d [date]\", 'x [foo]', 5 as 'n [x' from q")
print(c.execute("select p as 'p [p]', d as \"d [date]\" from q").description)
class Conf:
    def __conform__(self, proto):
        if proto is sqlite3.PrepareProtocol: return "conf"
t(c.execute, "select ?", (Conf(),))
t(sqlite3.adapt, 5); t(sqlite3.adapt, object()); t(sqlite3.adapt, object(), None, 7); t(sqlite3.adapt, P(1,2))
t(sqlite3.register_adapter, 5, len)
c.text_factory = bytes; t(c.execute, "select 'abc'")
c.text_factory = bytearray; t(c.execute, "select 'abc'")
c.text_factory = lambda b: b.decode()[::-1]; t(c.execute, "select 'abc'")
c.text_factory = str; t(c.execute, "select cast(x'ff' as text)"); t(c.execute, "select cast(x'ff41' as text) as foo")
c.text_factory = 5; t(c.execute, "select 'abc'"); c.text_factory=str
def df(cur, row): return {d[0]: v for d, v in zip(cur.description, row)}
c.row_factory = df; t(c.execute, "select 1 a, 2 b")
print(c.cursor().row_factory is df); c.row_factory = 5; t(c.execute, "select 1")
c.row_factory=None
