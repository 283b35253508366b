# Odds and ends that public programs have shown to differ.
import collections
import contextvars
import heapq
import operator
import sys
import threading


def tree(c, depth=0):
    print(" " * depth + c.__name__)
    for sub in c.__subclasses__():
        if sub.__module__ == "builtins":
            tree(sub, depth + 1)


tree(BaseException)
print(ord(bytearray(b"a")), ord(b"a"))


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint


class Never(type):
    def __subclasscheck__(cls, other):
        return False


class Loner(metaclass=Never):
    pass


class Mapping:
    def __getitem__(self, key):
        raise KeyError(key)


print(issubclass(Loner, Loner), operator.length_hint(Hint(3)), operator.length_hint(Hint(NotImplemented), 7))
for call in (lambda: ord(bytearray(b"ab")), lambda: operator.length_hint(Hint("x")), lambda: operator.length_hint(Hint(-1)),
             lambda: eval("1", Mapping()), lambda: eval("1", 1), lambda: collections.Counter("ab").most_common("x"),
             lambda: heapq.nlargest("x", [1])):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

var = contextvars.ContextVar("var", default=0)
seen = []


def work(n):
    token = var.set(n)
    barrier.wait()
    seen.append(var.get())
    var.reset(token)
    seen.append(var.get())


barrier = threading.Barrier(3)
threads = [threading.Thread(target=work, args=(n,)) for n in (1, 2, 3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(seen), var.get())


class Itself:
    pass


itself = Itself()
Itself.__get__ = itself
Itself.x = itself
try:
    itself.x
except (RecursionError, TypeError) as e:
    print("no end")
