import sqlite3

con = sqlite3.connect(":memory:")
con.execute("create table person(name text primary key)")
con.execute("insert into person values('Ada')")
print("one")
con.execute("insert into person values('Ada')")
