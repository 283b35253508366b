# Tuples with names, made of sequences and a dict.
import copy
import os
import pickle
import sys
import time


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def all_of(s):
    return (tuple(s), s.st_atime, s.st_mtime, s.st_ctime, s.st_atime_ns, s.st_mtime_ns, s.st_ctime_ns, s.st_blksize, s.st_blocks, s.st_rdev, s,
            len(s), s.n_fields, s.n_sequence_fields, s.n_unnamed_fields)


for n in range(9, 21):
    show(lambda: all_of(os.stat_result(range(n))))
s = os.stat_result(range(10))
print(s.__reduce__(), s == tuple(range(10)), s[-1])
show(lambda: all_of(os.stat_result(range(10), {"st_atime": 5.5, "zz": 4, "st_blksize": 7, "st_mode": 99, "st_mtime": None})))
for s in s, os.stat_result(range(13)), time.struct_time(range(9)), time.struct_time(range(10)), os.terminal_size((1, 2)), os.uname_result("abcde"):
    print(s.__reduce__())
    for protocol in range(6):
        new = pickle.loads(pickle.dumps(s, protocol))
        print(new == s, type(new) is type(s), new.__reduce__() == s.__reduce__(), end=" ")
    print(copy.copy(s).__reduce__() == s.__reduce__(), copy.deepcopy(s) == s)


class Dict(dict):
    pass


for d in 5, [], None, "a", (), {}, {1: 2}, [("st_atime", 5)], Dict(st_atime=5, tm_zone=6):
    show(lambda: os.stat_result(range(10), d).st_atime)
    show(lambda: time.struct_time(range(9), d).tm_zone)
    show(lambda: time.struct_time(range(11), d).tm_zone)
    show(lambda: os.terminal_size((1, 2), d))
for f in os.stat_result, os.terminal_size, os.uname_result, os.times_result:
    show(lambda: f())
    show(lambda: f(5))
    show(lambda: f(range(5)))
    show(lambda: f("abcdefghij"))
    show(lambda: f(range(10), {}, 3))
    show(lambda: f(sequence=range(5)))
    show(lambda: f(range(2), dict={}))
    show(lambda: f(sequence=range(10), foo={}))
    print(f, f.n_fields, f.n_sequence_fields, f.n_unnamed_fields)
show(lambda: type(sys.flags)(range(18)))
show(lambda: type(sys.version_info)(range(5)))
show(lambda: os.terminal_size((1,)))
show(lambda: len(os.times()))
