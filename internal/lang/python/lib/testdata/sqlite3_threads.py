import sqlite3
import threading

con = sqlite3.connect(":memory:")
shared = sqlite3.connect(":memory:", check_same_thread=False)
shared.execute("create table t(a)")


def other():
    for use in (lambda: con.execute("select 1"), lambda: con.cursor(), lambda: con.commit(), lambda: con.close(), lambda: con.in_transaction):
        try:
            print(use())
        except sqlite3.ProgrammingError as e:
            print(str(e)[:80])


thread = threading.Thread(target=other)
thread.start()
thread.join()


turn = threading.Lock()


def fill(n):
    for i in range(50):
        with turn:
            shared.execute("insert into t values(?)", (n * 100 + i,))


threads = [threading.Thread(target=fill, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(shared.execute("select count(*), sum(a) from t").fetchall())
