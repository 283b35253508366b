import copy
import io
import re

# Files in memory have attributes of the program's, as libraries for images need them.
b = io.BytesIO(b"abc")
b.name = "x.png"
b.other = 1
print(b.name, b.__dict__, vars(b), copy.copy(b).name, b.__getstate__())
s = io.StringIO()
s.foo = [1]
print(s.foo, hasattr(s, "name"))
for name in "name", "foo":
    try:
        del s.foo
    except AttributeError as e:
        print(e)
    try:
        getattr(s, name)
    except AttributeError as e:
        print(e)
try:
    io.StringIO(newline=1)
except TypeError as e:
    print(e)


class Sub(io.StringIO):
    def __init__(self):
        super().__init__()
        self.a = 1


x = Sub()
x.b = 2
print(x.__dict__)
x = io.StringIO()
x.k = 1
x.__init__("abc")
print(x.k, x.getvalue())
with io.StringIO() as f:
    f.title = "t"
    print(f.title)

# What is to be read next, without how much.
r = io.BufferedReader(io.BytesIO(b"12"))
r.label = "r"
print(r.read(1), r.peek(), r.peek(1), r.read(), r.peek(), r.label)
r.close()
for method in r.peek, r.read1, r.read:
    try:
        method()
    except ValueError as e:
        print(e)

# Arguments are called None, not by their class, by what parses them.
import array
import datetime
import time
import unicodedata

for call in (lambda: datetime.date(1, 1, 1).strftime(None), lambda: datetime.datetime.strptime(None, ""), lambda: datetime.timezone(None),
             lambda: datetime.datetime(1, 1, 1).isoformat(None), lambda: datetime.datetime.combine(None, 1), lambda: time.strftime(None),
             lambda: time.get_clock_info(None), lambda: unicodedata.normalize(None, "a"), lambda: unicodedata.lookup(None),
             lambda: array.array("u").fromunicode(None), lambda: array.array(None), lambda: io.BytesIO().readinto(None), lambda: io.StringIO().write(None)):
    try:
        call()
    except TypeError as e:
        print(e)
