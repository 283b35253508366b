# attack: databases in memory that grow until there is no more, and connections without end
# expect: exited, memory_limit
# why: a connection has less than a worker of its own, and several may have more
# output: done
import sqlite3
con = sqlite3.connect(":memory:")
con.execute("create table t(a)")
for _ in range(3):
    try:
        while True:
            con.execute("insert into t values(randomblob(1000000))")
    except (MemoryError, sqlite3.Error):
        con.rollback()
connections = []
try:
    while True:
        connections.append(sqlite3.connect(":memory:"))
except MemoryError:
    print("done")
