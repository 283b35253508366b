# A small stock: tables, transactions that fail as a whole, and a report.
import sqlite3
from contextlib import closing
from datetime import date

SCHEMA = """
create table item(id integer primary key, name text not null unique, price real check (price >= 0));
create table movement(item_id integer not null references item(id), amount integer not null, day date not null);
create view stock as
    select name, coalesce(sum(amount), 0) as amount, price from item left join movement on item.id = item_id group by item.id;
"""


def connect():
    con = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES)
    con.row_factory = sqlite3.Row
    con.execute("pragma foreign_keys = on")
    con.executescript(SCHEMA)
    return con


def book(con, name, amount, day):
    with con:
        row = con.execute("select id, amount from item join stock using(name) where name = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        con.execute("insert into movement values(:item, :amount, :day)", {"item": row["id"], "amount": amount, "day": day})
        if row["amount"] + amount < 0:
            raise ValueError(f"only {row['amount']} of {name}")


with closing(connect()) as con:
    with con:
        con.executemany("insert into item(name, price) values(?, ?)", [("bolt", 0.25), ("nut", 0.125), ("washer", 0.5)])
    for name, amount in [("bolt", 100), ("nut", 80), ("bolt", -30), ("nut", -90), ("gear", 1), ("washer", 7)]:
        try:
            book(con, name, amount, date(2024, 5, 17))
        except (KeyError, ValueError) as e:
            print(type(e).__name__, e)
    for row in con.execute("select name, amount, amount * price as worth from stock order by worth desc"):
        print(f"{row['name']:<8}{row['amount']:>5}{row['worth']:>9.2f}")
    for sql, params in [("insert into item(name, price) values('bolt', 1)", ()), ("insert into item(name, price) values(?, ?)", ("x", -1)),
                        ("insert into movement values(99, 1, '2024-01-01')", ()), ("insert into item(price) values(1)", ())]:
        try:
            with con:
                con.execute(sql, params)
        except sqlite3.IntegrityError as e:
            print(e.sqlite_errorname, e)
    first = con.execute("select day, typeof(day) from movement limit 1").fetchone()
    print(tuple(first), first.keys(), con.total_changes, con.in_transaction)
    con.create_function("cents", 1, lambda x: round(x * 100), deterministic=True)
    print([tuple(r) for r in con.execute("select name, cents(price) from item order by 1")])
    print("\n".join(line for line in con.iterdump() if "INSERT" in line))
