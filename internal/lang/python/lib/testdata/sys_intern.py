# One object for each text that was interned.
import pickle
import datetime
import sys

parts = ["zq w", "x"]
one, other = "".join(parts), "".join(parts)
print(one is other, sys.intern(one) is sys.intern(other), sys.intern(other) is one)
class S(str):
    pass
for wrong in (S("x"), 1, None, b"x"):
    try:
        sys.intern(wrong)
    except TypeError as e:
        print(e)
# A module's name is written once.
print(pickle.dumps(datetime.timezone(datetime.timedelta(hours=2), "x"), 4))
print(pickle.dumps(datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc)))
