import array
import collections
import copy
import decimal
import functools
import io
import itertools
import operator
import os
import pickle
import re
import threading
import weakref

# Iterators are copied where they are, and pickled.
makers = {
    "count": lambda: itertools.count(3, 2),
    "fraction": lambda: itertools.count(1.5),
    "repeat": lambda: itertools.repeat("r", 5),
    "cycle": lambda: itertools.cycle("abc"),
    "accumulate": lambda: itertools.accumulate([1, 2, 3, 4], operator.mul),
    "initial": lambda: itertools.accumulate([1, 2, 3], initial=10),
    "none": lambda: itertools.accumulate([None, 1, 2], lambda a, b: b),
    "longest": lambda: itertools.zip_longest("abc", "x", fillvalue="-"),
    "product": lambda: itertools.product("ab", [1, 2]),
    "permutations": lambda: itertools.permutations("abc", 2),
    "combinations": lambda: itertools.combinations("abcd", 2),
    "again": lambda: itertools.combinations_with_replacement("abc", 2),
    "few": lambda: itertools.combinations("a", 2),
    "take": lambda: itertools.takewhile(bool, [1, 2, 0, 3]),
    "drop": lambda: itertools.dropwhile(bool, [1, 2, 0, 3, 4]),
    "false": lambda: itertools.filterfalse(None, [0, 1, "", 2, []]),
    "star": lambda: itertools.starmap(pow, [(2, 3), (3, 2), (5, 1)]),
    "compress": lambda: itertools.compress("abcdef", [1, 0, 1, 0, 1, 1]),
    "slice": lambda: itertools.islice("abcdefgh", 1, None, 2),
    "stop": lambda: itertools.islice("abcdefgh", 3),
    "chain": lambda: itertools.chain([1, 2], "ab", (3,)),
    "nested": lambda: itertools.chain.from_iterable(iter(["ab", "c"])),
    "array": lambda: iter(array.array("h", [1, 2, 3])),
    "deque": lambda: iter(collections.deque("xyz")),
    "backward": lambda: reversed(collections.deque("xyz")),
}
for name, make in makers.items():
    for steps in (0, 1, 2, 9):
        it = make()
        for _ in range(steps):
            next(it, None)
        again = copy.deepcopy(it)
        shallow = copy.deepcopy(it).__reduce__()[0].__name__
        line = [name, steps, shallow, list(itertools.islice(again, 7))]
        if name not in ("none",):
            line.append(list(itertools.islice(pickle.loads(pickle.dumps(it)), 3)))
        print(*line, list(itertools.islice(it, 7)))

groups = itertools.groupby("aabbc")
next(groups)
print([(k, list(g)) for k, g in copy.copy(groups)])

for text, state in [("cycle('a')", 1), ("cycle('a')", ()), ("cycle('a')", ([1],)), ("cycle('a')", (1, 0)),
                    ("product('ab', repeat=2)", (1,)), ("product('ab', repeat=2)", (-5, 9)), ("permutations('abc', 2)", (1, 2)),
                    ("permutations('abc', 2)", ((0, 1), (3, 2))), ("combinations('abc', 2)", 1), ("combinations('abc', 2)", (-5, 9)),
                    ("islice('abc', 2)", "a"), ("chain('ab')", ()), ("chain('ab')", (1,)), ("chain('ab')", (1, 2, 3))]:
    it = eval("itertools." + text)
    try:
        print(text, state, it.__setstate__(state), list(it))
    except (TypeError, ValueError) as e:
        print(text, state, type(e).__name__, e)
for make in itertools.takewhile, itertools.dropwhile:
    try:
        print(list(make(None, [1, 0])))
    except TypeError as e:
        print(e)

# What gets something of an object.
for get in (operator.itemgetter(1), operator.itemgetter("a", 2), operator.attrgetter("a.b"), operator.methodcaller("m"),
            operator.methodcaller("m", 1, x=2)):
    print(get.__reduce__(), pickle.loads(pickle.dumps(get)))


class Holder:
    def method(self):
        return "called"


for f in (len, [1].append, [1].__len__, list.append, list.__len__, dict.fromkeys, str.maketrans, int.__new__):
    print(f.__reduce__())
    for protocol in range(6):
        pickle.loads(pickle.dumps(f, protocol))
bound = Holder().method
print(bound.__reduce__()[1][1], copy.copy(bound)(), pickle.loads(pickle.dumps(bound))())
for single in None, Ellipsis, NotImplemented:
    print(single, [pickle.loads(pickle.dumps(single, p)) is single for p in range(6)], [type(single.__reduce_ex__(p)).__name__ for p in (2, 4)])


# Files in memory keep contents, position and attributes.
class Named(io.StringIO):
    pass


for f in (io.StringIO("one\r\ntwo\n", newline=None), io.StringIO("one\ntwo", newline="\r\n"), io.BytesIO(b"abc"), Named("named")):
    if isinstance(f, Named):
        f.title = "t"
    f.read(2)
    print(f.__getstate__())
    for other in copy.copy(f), pickle.loads(pickle.dumps(f)):
        print(type(other).__name__, repr(other.getvalue()), other.tell(), other.read(), getattr(other, "title", None))
for state in (1, ("a",), ("a", "\n", -1, None), ("a", "\n", "x", None), ("a", "\n", 0, 1), ("a\r\nb", None, 2, {})):
    f = io.StringIO()
    try:
        print(f.__setstate__(state), repr(f.getvalue()), f.tell())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

context = decimal.Context(prec=7, traps=[decimal.Inexact, decimal.InvalidOperation])
context.flags[decimal.Rounded] = True
print(context.__reduce__()[1])
print(pickle.loads(pickle.dumps(context)), copy.deepcopy(context))


@functools.lru_cache
def cached(x):
    return x


print(cached.__reduce__(), copy.copy(cached) is cached, copy.deepcopy([cached])[0] is cached, pickle.loads(pickle.dumps(cached)) is cached)
st = os.stat_result(range(12))
print(type(st).__name__, st, st.st_atime, st.st_mtime, st.st_ctime, st.st_mtime_ns, pickle.loads(pickle.dumps(st)).st_mtime)
for n in 3, 20:
    try:
        os.stat_result(range(n))
    except TypeError as e:
        print(e)


# What weak references can be made to.
class Whole(int):
    pass


class Pair(tuple):
    pass


class Items(array.array):
    __slots__ = ()


things = [re.compile("a"), array.array("b"), memoryview(b"a"), io.StringIO(), io.BytesIO(), threading.Lock(), threading.RLock(),
          Holder.method.__code__, itertools.tee("a")[0], list[int], Items("b"), Whole(1), Pair(), [].__len__, re.match("a", "a"), 1]
for x in things:
    try:
        print(type(x).__name__, weakref.ref(x)() is x or weakref.ref(x)() == x)
    except TypeError as e:
        print(e)
print(hasattr(Whole, "__weakref__"), hasattr(Holder, "__weakref__"))
try:
    class Slot(tuple):
        __slots__ = "__weakref__",
except TypeError as e:
    print(e)
