# attack: a database in memory, shared by its name, left open for the next program of the worker
# expect: exited
# output: done
import sqlite3
con = sqlite3.connect("file:secret?mode=memory&cache=shared", uri=True)
con.execute("create table secret(a)")
con.execute("insert into secret values('secret')")
con.commit()
print("done")
