class NoRepr:
    def __repr__(self): return None
class NoStr:
    def __str__(self): return 5
class Raises:
    def __repr__(self): raise KeyError("repr")
for x in (NoRepr(), NoStr(), Raises()):
    for f in (repr, str, format, "{}".format, "{!r}".format, lambda v: f"{v}", lambda v: "%s" % v, lambda v: [v].__repr__(), lambda v: print(v)):
        try:
            f(x)
            print("fine")
        except Exception as e:
            print(type(e).__name__, e)
