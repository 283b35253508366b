# TOML: every kind of value, tables in all forms, and what is said of mistakes.
import io
import tomllib
from decimal import Decimal

text = '''
title = "a\\tb \\u00e9 \\U0001F600" # said
'quoted key'.inner = 'C:\\path'
lines = """
one \\
   two ""\\""
three"""
raw = \'\'\'
it's 'so\'\'\'\'
ints = [1, +2, -3, 1_000, 0xDEAD_beef, 0o17, 0b101]
floats = [1.5, -0.0, 6e2, 1_0.2_5E-1, inf, -inf,]
flags = [true, false]
dates = [1979-05-27T07:32:00Z, 1979-05-27 00:32:00.999999-07:30, 1979-05-27T07:32:00, 1979-05-27, 07:32:00.5]
point = { x = 1, y.z = 2, list = [{}, {a = []}] }

[servers]
[servers.alpha]
ip = "10.0.0.1"
"ports" = [ 1, # one
  2 ]
[[fruit]]
name = "apple"
[fruit.taste]
sweet = true
[[fruit.kinds]]
name = "red"
[[fruit.kinds]]
[[fruit]]
name = "banana"
'''
for key, value in tomllib.loads(text).items():
    print(key, "=", value)
print(tomllib.load(io.BytesIO(b"a = 1.10\r\nb = nan"), parse_float=Decimal))

for wrong in ("a = 1\na = 2", "a", "a =", "a = 1 b", "a = 01", "[a]\n[a]", "a = 1\n[a]", "[a.b]\nc = 1\n[a]\nb.d = 2", "a = {b = 1}\na.c = 2",
              "a = {b = 1}\n[a.c]", "a = [1]\n[[a]]", "[[a]]\n[a]", "[a]\nb.c = 1\n[a.b]", "[t]\nx.y = 1\n[[t.x]]", "a = {b = 1, b = 2}", "a = [1", "a = {b = 1", '"a', "a = 'b", 'a = "b\nc"',
              'a = "\\q"', 'a = "\\u12"', 'a = "\\ud800"', "a = 2021-02-30", "# \x01", "a = '''b", 'a = """b', "[a", "[[a]", ".a = 1", "= 1", "a = \"\\"):
    try:
        print(tomllib.loads(wrong))
    except tomllib.TOMLDecodeError as e:
        print(repr(wrong), e)
for call in (lambda: tomllib.loads(b"a = 1"), lambda: tomllib.load(io.StringIO("a = 1")), lambda: tomllib.loads("a = 1.0", parse_float=lambda s: [s])):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
