# attack: queries without end, with whatever is raised caught, and a pattern that takes exponential time
# expect: timeout
import sqlite3
con = sqlite3.connect(":memory:")
con.execute("pragma case_sensitive_like = 1")
while True:
    for sql in ("select hex(zeroblob(1000000)) like '%' || hex(zeroblob(10000)) || '1'",
                "with recursive r(i) as (select 1 union all select i + 1 from r) select max(i) from r"):
        try:
            con.execute(sql).fetchall()
        except BaseException:
            pass
