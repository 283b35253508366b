# LIKE, GLOB and a few functions that are not SQLite's own here.
import itertools
import sqlite3

con = sqlite3.connect(":memory:")
texts = ["", "a", "A", "ab", "aXb", "abc", "é", "É", "a%b", "a_b", "%", "_", "]", "-", "[", "^", "a\nb", "日本", "x" * 50, "aab", "abab", "\\", "a\\b"]
likes = ["", "%", "_", "a", "A%", "%b", "a%b", "a_b", "%%", "_%", "%_", "é", "É", "__", "a\\%b", "a\\_b", "%\\", "a%b%c", "%ab%ab", "日_", "_本", "\\\\", "a\\"]
globs = ["", "*", "?", "a", "A*", "*b", "a*b", "a?b", "[ab]", "[^ab]", "[a-c]*", "[]]", "[^]]", "[-]", "[a-]", "[", "[a", "a[", "[é]", "[a-é]*", "**", "*?", "日?", "[^a]b", "[a-c-e]", "x*x"]
for p in likes:
    print(repr(p), [con.execute("select ? like ?, ? like ? escape '\\'", (t, p, t, p)).fetchone() for t in texts])
for p in globs:
    print(repr(p), [con.execute("select ? glob ?", (t, p)).fetchone()[0] for t in texts])
for x, y in itertools.product(["", "abc", "ébé", b"abc", 123, 1.5, None], ["", "b", "é", b"b", 2, None, "zz"]):
    print(repr(x), repr(y), con.execute("select instr(?1, ?2), trim(?1, ?2), ltrim(?1, ?2), rtrim(?1, ?2), replace(?1, ?2, '-'), ?1 like ?2, ?1 glob ?2", (x, y)).fetchone())
for e in ("", "ab", None, "é", 5):
    try:
        print(con.execute("select 'a%b' like 'a' || ? || '%b' escape ?", (e, e)).fetchall())
    except sqlite3.Error as x:
        print(type(x).__name__, x)
print(con.execute("pragma case_sensitive_like=1").fetchall(), con.execute("select 'a' like 'A', 'a' like 'a'").fetchall())
print(con.execute("pragma case_sensitive_like=0").fetchall(), con.execute("select 'a' like 'A', 'a' like 'a'").fetchall())
con.executescript("pragma case_sensitive_like=on; create table t(a); insert into t select 'a' like 'A';")
print(con.execute("select * from t").fetchall())
try:
    con.execute("select 'a' like ?", ("a" * 60000,)).fetchall()
except sqlite3.Error as x:
    print(type(x).__name__, x)
