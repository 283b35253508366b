class OnlySet:
    def __setitem__(self, k, v): print("set", k, v)
class OnlyDel:
    def __delitem__(self, k): print("del", k)
class Nothing: pass
for x in (OnlySet(), OnlyDel(), Nothing(), (1,), "s", 5, {}):
    for code in ("x[0] = 1", "del x[0]", "x[0]"):
        try:
            print(eval(code) if code == "x[0]" else exec(code))
        except Exception as e:
            print(type(e).__name__, e)
