"""A dict, a set or a deque that changes under its iterator is noticed; a list is not."""
from collections import OrderedDict, deque


def attempt(name, f):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__, e)


def grow(d):
    for k in d:
        d[k + 100] = 0


def shrink(d):
    for k in d:
        del d[k]


def swap(d):
    seen = []
    for k in d:
        seen.append(k)
        if len(seen) > 5:
            break
        del d[k]
        d[k + 10] = 1
    return seen, d


def replace(d):
    for k, v in d.items():
        d[k] = v * 2
    return d


def clear_values(d):
    for _ in d.values():
        d.clear()
    return d


for f in (grow, shrink, swap, replace, clear_values):
    attempt(f.__name__, lambda: f({1: 1, 2: 2, 3: 3}))
    if f is replace:
        attempt(f.__name__ + " ordered", lambda: f(OrderedDict({1: 1, 2: 2, 3: 3})))


def set_grows(s):
    for x in s:
        s.add(x + 10)


def set_pops(s):
    for x in list(s):
        s.discard(x)
    return s


def deque_grows(q):
    for x in q:
        q.append(x)


def list_grows(l):
    for x in l:
        if len(l) < 6:
            l.append(x * 2)
    return l


def list_skips(l):
    for x in l:
        l.remove(x)
    return l


attempt("set grows", lambda: set_grows({1, 2}))
attempt("set copied", lambda: set_pops({1, 2}))
attempt("deque grows", lambda: deque_grows(deque([1])))
attempt("list grows", lambda: list_grows([1, 2]))
attempt("list skips", lambda: list_skips([1, 2, 3, 4, 5]))
d = {"a": 1}
it = iter(d)
d["b"] = 2
for _ in range(2):
    attempt("twice", lambda: next(it))
it = iter({1, 2})
print(it.__length_hint__(), next(it), it.__length_hint__())
attempt("sorted", lambda: sorted(d, key=lambda k: d.pop(k)))
attempt("comprehension", lambda: {k: d.setdefault(k + "x", 0) for k in d})
attempt("update itself", lambda: d.update(d) or d)
attempt("del in reversed", lambda: [d.pop(k) for k in reversed(d)])
