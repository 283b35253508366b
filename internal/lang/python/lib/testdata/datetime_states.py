# What dates and times are made of in pickles, and what only looks like it.
import datetime
import pickle


def show(make, *args):
    try:
        print(repr(make(*args)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


for state in (b"\x17\x3b\x3b\0\0\1", b"\x97\x3b\x3b\0\0\0", b"\x18\0\0\0\0\0", b"a b  c", b"\x01"):
    for rest in ((), (None,), (datetime.timezone.utc,), (-3,), (None, 1)):
        show(datetime.time, state, *rest)
for state in (b"\x07\xe0\x01\x01", b"\x07\xe0\x0d\x01", b"2026"):
    for rest in ((), (None,), (1, 2)):
        show(datetime.date, state, *rest)
    for rest in ((), (None,), (datetime.timezone.utc,), (5,), (None, 1)):
        show(datetime.datetime, state + b"\x17\x3b\x3b\0\0\1", *rest)
for value in (datetime.time(1, 2, 3, 4, fold=1), datetime.date(2026, 11, 27), datetime.datetime(1, 12, 31, 23, 59, fold=1, tzinfo=datetime.timezone.utc)):
    print([pickle.loads(pickle.dumps(value, protocol)) == value for protocol in range(6)], pickle.loads(pickle.dumps(value)).__reduce_ex__(4))
