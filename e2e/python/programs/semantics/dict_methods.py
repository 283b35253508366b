d = dict(a=1, b=2)
print(d.get("x"), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("b"), d.pop("zz", "none"), d, d.update(e=5), d.popitem(), d.items(), sorted(d.keys() | {"q"}))
for act in (lambda: {}["x"], lambda: {}.popitem(), lambda: {}.pop("k"), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {}.update(5), lambda: {[]: 1}, lambda: dict(1), lambda: {1: 2}.get(), lambda: {} < {}, lambda: {} + {}, lambda: dict(**{1: 2}), lambda: next(iter({})), lambda: {}.fromkeys(5)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
v = d.values()
d["new"] = 0
print(list(v), len(v), list(reversed(d.items())), d == dict(reversed(d.items())), sorted(d.keys() - {"a"}), {**d} is d, d | {}, "a" in d, 1 in d.values())
d |= [("z", 26)]
print(d, dict.fromkeys("ab", []), {i: i for i in (True, 1, 1.0)}, {1: 1, 1.0: 2, True: 3}, str({"q": {"w": ()}}))
