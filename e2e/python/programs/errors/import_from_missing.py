from collections import OrderedDict

print(OrderedDict(a=1)["a"])
try:
    from functools import no_such_function
except ImportError as e:
    print(str(e).split(" (")[0], e.name)
raise ImportError("not here", name="x", path="y")
