d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 9
del d["a"]
d["a"] = 0
print(d, list(d), list(d.values()), d.popitem(), d)
d.update([("z", 1), ("b", 0)])
print(d, list(reversed(d)), d | {"b": 5, "y": 6}, {**d, "c": "new"})
print(dict(x=1, **{"y": 2}), dict([("k", "v")], k2="v2"), dict.fromkeys("hello", 0))
print({1: "int"} | {1.0: "float"} | {True: "bool"})
m = {}
for w in "the cat the dog the end".split():
    m.setdefault(w, []).append(len(m))
print(m)
print(d.keys() & {"b", "q"}, d.keys() == set(d), d.items() >= {("b", 0)}, ("b", 0) in d.items())
e = {k: v for v, k in enumerate("abcab")}
print(e, max(e, key=e.get), sorted(e.items(), key=lambda kv: (-kv[1], kv[0])))
e.pop("a")
e["a"] = 1
print(list(e), e.get("q"), e.pop("q", "none"), len(e), bool({}))
for k in list(e):
    if k != "b":
        del e[k]
print(e, e == {"b": 4}, e != {"b": 4.0}, {1: 2} == {1: 2.0})
