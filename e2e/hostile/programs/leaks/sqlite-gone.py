# attack: looking for the database that the program before has left
# expect: exited
# pair: sqlite.py
# output: []
import sqlite3
con = sqlite3.connect("file:secret?mode=memory&cache=shared", uri=True)
print(con.execute("select * from sqlite_master").fetchall())
