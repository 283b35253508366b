"""fnmatch of paths, and what compare_digest and others say of what they can't take."""

import collections
import datetime
import decimal
import fnmatch
import heapq
import hmac
import itertools
import os
import pathlib
import posixpath


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


show(fnmatch.fnmatch, pathlib.Path("a.txt"), "*.txt")
show(fnmatch.fnmatch, "a.txt", pathlib.PurePath("*.txt"))
show(fnmatch.filter, ["a.txt", "b.py"], pathlib.PurePath("*.txt"))
for names, pattern in ((["a", b"b"], "*"), ([pathlib.Path("a")], "*"), (None, "*"), (["a"], None)):
    show(fnmatch.filter, names, pattern)
for name, pattern in ((pathlib.Path("a"), "*"), ("a", []), ("a", b"*"), ([], None)):
    show(fnmatch.fnmatch, name, pattern)
    show(fnmatch.fnmatchcase, name, pattern)
for a, b in itertools.product(("a", b"a", None, "é", bytearray(b"a"), 5), repeat=2):
    show(hmac.compare_digest, a, b)
for x in (decimal.Decimal(1), datetime.date(2020, 1, 1), collections.deque(), None, 1.5):
    show(os.fspath, x)
    show(posixpath.basename, x)
    show(heapq.heapify, x)
