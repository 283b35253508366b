import sqlite3
con = sqlite3.connect(":memory:")
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        if isinstance(r, sqlite3.Cursor): r = r.fetchall()
        print("ok", r)
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e, getattr(e,'sqlite_errorcode',None), getattr(e,'sqlite_errorname',None))
con.execute("create table tt(a)"); con.executemany("insert into tt values(?)", [(i,) for i in range(11)]); con.commit()
b = sqlite3.connect(":memory:"); 
t(con.backup, b); print(b.execute("select count(*) from tt").fetchall())
pr=[]
con.backup(b, pages=1, progress=lambda *a: pr.append(a)); print(pr)
t(con.backup, con); t(con.backup, 5); t(con.backup, b, progress=5); t(con.backup, b, name="nope")
def bad(*a): 1/0
t(con.backup, b, progress=bad)
ser = b.serialize(); print(type(ser), ser[:16], len(ser)%4096)
d2 = sqlite3.connect(":memory:"); d2.deserialize(ser); print(d2.execute("select count(*) from tt").fetchall())

t(d2.serialize, name="nope"); t(lambda: len(sqlite3.connect(":memory:").serialize())); t(d2.deserialize, 5)

con.executescript("""create table "a""b"("c'd" text primary key, n real, x blob);
insert into "a""b" values('it''s', 1.5, x'00ff'), (null, -2.0, null);
create table seq(id integer primary key autoincrement); insert into seq default values;
create view v as select 1; create index i on tt(a); create trigger g after insert on tt begin select 1; end;""")
for line in con.iterdump(): print(line)
