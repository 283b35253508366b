import gc
import weakref


class Node:
    pass


def gone(r):
    print("gone", r() is None)


def wrong(r):
    raise ValueError("not heard of")


node = Node()
r = weakref.ref(node, gone)
print(r() is node, r.__callback__ is gone)
dropped = weakref.ref(node, print)
del dropped
node = None
gc.collect()
print(r(), r.__callback__)
gc.collect()

other = Node()
p = weakref.proxy(other, lambda p: print("proxy gone"))
f = weakref.finalize(other, print, "finalized", 1, end=".\n")
print(f.alive)
other = None
gc.collect()
print(f.alive, f())
