# attack: files of the machine by names of SQLite's, with its other ways to open files
# expect: exited
# output: none
import sqlite3
con = sqlite3.connect(":memory:")
found = []
for vfs in ("", "?vfs=os", "?vfs=unix", "?vfs=unix-none", "?vfs=memdb", "?v%66s=os"):
    for sql in ("attach 'file:/etc/passwd%s' as a", "attach 'file:/tmp/made.db%s' as b", "vacuum into 'file:/tmp/made.db%s'"):
        try:
            con.execute(sql % vfs)
            found.append(sql % vfs)
        except sqlite3.Error:
            pass
for sql in ("select readfile('/etc/passwd')", "select writefile('/tmp/x', 'y')", "select load_extension('/lib/x.so')", "select edit('x')", "select * from fsdir('/')",
            "create virtual table t using csv(filename='/etc/passwd')", "create virtual table z using zipfile('/etc/passwd')"):
    try:
        con.execute(sql)
        found.append(sql)
    except sqlite3.Error:
        pass
print(found or "none")
