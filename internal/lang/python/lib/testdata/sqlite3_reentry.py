# Functions that SQLite calls use the connection that is under way.
import sqlite3

con = sqlite3.connect(":memory:")
cur = con.cursor()
con.execute("create table t(a)")


def attempt(f):
    try:
        return f()
    except Exception as e:
        print(type(e).__name__, e)
    return 1


con.create_function("again", 0, lambda: attempt(lambda: cur.execute("select 1")) and 1)
print(cur.execute("select again()").fetchall())
con.create_function("rollback_now", 0, lambda: con.rollback() or 1)
try:
    con.execute("insert into t select rollback_now() from (select 1 union select 2)")
except sqlite3.Error as e:
    print(type(e).__name__, e)
con.create_function("nested", 1, lambda x: con.execute("select ? + 1", (x,)).fetchone()[0])
print(con.execute("select nested(nested(5))").fetchall())
con.create_function("many", 0, lambda: sum(con.execute(f"select {i}").fetchone()[0] for i in range(300)))
print(con.execute("select many()").fetchall())


class Aggregate:
    def step(self, x):
        con.execute("insert into t values(?)", (x,))
        con.commit()

    def finalize(self):
        return con.execute("select sum(a) from t").fetchone()[0]


con.create_aggregate("agg", 1, Aggregate)
print(con.execute("select agg(a) from (select 1 a union select 2)").fetchall())
sqlite3.register_converter("conv", lambda b: con.execute("select ?", (b,)).fetchone())
typed = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_COLNAMES)
print(typed.execute("select 'x' as 'a [conv]'").fetchall())


def forever():
    return con.execute("select forever()").fetchone()[0]


con.create_function("forever", 0, forever)
try:
    con.execute("select forever()").fetchone()
except sqlite3.OperationalError as e:
    print(type(e).__name__, e)
print(con.execute("select 'works'").fetchall())
con.create_function("stop", 0, lambda: con.interrupt() or 1)
try:
    print(con.execute("with recursive r(i) as (select 1 union all select i + 1 from r limit 100000) select stop(), count(*) from r").fetchall())
except sqlite3.Error as e:
    print(type(e).__name__, e)
con.execute("insert into t values(5)")
con.commit()
cursor = con.execute("select a from t union all select 9")
print(cursor.fetchone())
del cursor
con.execute("drop table t")
for i in range(200):
    con = sqlite3.connect(":memory:")
    con.execute("create table t(a)")
print(con.execute("select count(*) from t").fetchall())
