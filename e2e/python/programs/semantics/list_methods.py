l = [3, 1, 2]
print(l.append(4), l.extend("ab"), l.insert(1, "i"), l.insert(-100, "first"), l.insert(100, "last"), l)
print(l.pop(), l.pop(0), l.pop(-2), l.index(1), l.count("a"), l.remove("b") if "b" in l else "no b", l.reverse(), l)
l = [("b", 2), ("a", 2), ("c", 1)]
l.sort(key=lambda t: t[1])
print(l, sorted(l), sorted(l, reverse=True), sorted(l, key=lambda t: t[1], reverse=True))
for act in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, "a"].sort(), lambda: [1].insert("a", 1), lambda: [1, 2].index(2, 0, 1), lambda: [].__getitem__(0)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
a = [1, 2]
a += (3,); a *= 2
print(a, a == [1, 2, 3] * 2, [1, 2] < [1, 2, 0], [[]] * 2, [1] in [[1]], a.copy() is a, a.clear(), a)
