class Ring:
    def __init__(self, items): self.items = list(items)
    def __len__(self): print("len"); return len(self.items)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Ring(self.items[i])
        return self.items[i % len(self.items)]
    def __setitem__(self, i, v): self.items[i % len(self.items)] = v
    def __delitem__(self, i): del self.items[i % len(self.items)]
    def __repr__(self): return f"Ring({self.items})"
    def __reversed__(self): print("reversed"); return iter(self.items[::-1])
    def __missing__(self, k): return "missing"


class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


class Default(dict):
    def __missing__(self, key):
        self[key] = value = f"made {key}"
        return value


r = Ring("abc")
print(r[0], r[4], r[-1], r[1:], bool(r), list(reversed(r)))
r[3] = "z"
del r[1]
print(r, r.items)
o = Old()
print(list(o), 4 in o, 5 in o, sum(o), [*o], tuple(zip(o, "ab")), max(o))
a, b, c, d = o
print(a, b, c, d)
d = Default(x=1)
print(d["x"], d["y"], d, d.get("z"), "z" in d, d | {"q": 2}, type(d | {}).__name__, type(d.copy()).__name__)
class L(list):
    def append(self, x): super().append(x * 2)
    def __contains__(self, x): return True
l = L([1]); l.append(5); l.extend([7])
print(l, 99 in l, l + [1], type(l + [1]).__name__, type(l[:]).__name__, l == [1, 10, 7], L("ab") * 2, sorted(L([3, 1])))
class S(str):
    def __len__(self): return 100
    def shout(self): return self.upper() + "!"
s = S("abc")
print(len(s), s.shout(), s + "d", type(s + "d").__name__, s[0], s == "abc", {s: 1}["abc"], f"{s:>5}", "-".join([s, s]))
