"""cProfile, profile, pstats and trace."""
import cProfile
import io
import profile
import pstats
import re
import trace


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def work():
    total = 0
    for i in range(10):
        total += len("ab")
        fib(3)
    return sorted([3, 2, 1], key=lambda x: -x)


def show(stats, *orders, method="print_stats", what=()):
    out = io.StringIO()
    stats.stream = out
    getattr(stats.strip_dirs().sort_stats(*orders), method)(*what)
    print(re.sub(r"\d+\.\d\d\d", "T", out.getvalue()))


p = cProfile.Profile()
p.enable()
work()
p.disable()
show(pstats.Stats(p), "ncalls", "name")
show(pstats.Stats(p), "name", method="print_callers")
show(pstats.Stats(p), pstats.SortKey.NAME, method="print_callees", what=["fib"])
show(pstats.Stats(p), "name", what=[2])
show(pstats.Stats(p), "name", what=[0.5])
show(pstats.Stats(p).reverse_order(), -1)
with cProfile.Profile() as q:
    work()
both = pstats.Stats(p).add(q)
print(both.total_calls, both.prim_calls, [k[2] for k in sorted(both.stats) if k[2] == "fib"])
print(pstats.SortKey.CUMULATIVE, pstats.SortKey("cumtime"), [k.value for k in pstats.SortKey])
print(cProfile.Profile().runcall(fib, 5), profile.Profile().runcall(fib, 5))
try:
    pstats.Stats(p).sort_stats("none")
except KeyError as e:
    print(repr(e))
try:
    pstats.Stats(5)
except TypeError as e:
    print(type(e))
p = cProfile.Profile()
print(p.run("1 + 1") is p)
p = cProfile.Profile()
try:
    p.runctx("1 / 0", {}, {})
except ZeroDivisionError as e:
    print(e)
p.create_stats()
print(sorted(k[2] for k in p.stats))

first = fib.__code__.co_firstlineno
t = trace.Trace(count=1, trace=0)
print(t.runfunc(fib, 3))
print([(line - first, n) for (_, line), n in sorted(t.results().counts.items())])
out = io.StringIO()
t = trace.Trace(countfuncs=1)
t.runfunc(work)
print(sorted(name for _, _, name in t.results().calledfuncs))
t = trace.Trace(countcallers=1)
t.runfunc(work)
print(sorted((a[2], b[2]) for a, b in t.results().callers))
t = trace.Trace(count=0, trace=1)
t.runctx("x = 1\nfor i in 'ab': x += 1", {}, {})
