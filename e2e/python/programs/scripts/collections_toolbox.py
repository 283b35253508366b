from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

P = namedtuple("P", "x y", defaults=[0])
p = P(1)
print(p, p.x, p._asdict(), p._replace(y=5), P._fields, P(*[3, 4]) > p, *p, P._make("ab"))
c = Counter("mississippi")
print(c.most_common(2), c["z"], sorted(c.elements())[:3], c - Counter("miss"), c & Counter("is"), +Counter(a=1, b=-1), c.total())
c.subtract("mm")
print(c["m"], Counter(a=1) | Counter(a=3, b=1), Counter("ab") == Counter("ba"))
dq = deque([1, 2, 3], maxlen=3)
dq.append(4)
dq.rotate(1)
dq.appendleft(9)
print(dq, dq[0], dq.popleft(), list(reversed(dq)), dq.index(1) if 1 in dq else "no")
dd = defaultdict(lambda: defaultdict(int))
for w in ("ab", "ac", "ba"):
    dd[w[0]][w[1]] += 1
print({k: dict(v) for k, v in dd.items()}, dd.get("q"), "q" in dd)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
cm["c"] = 9
print(cm["a"], cm["b"], sorted(cm), cm.maps[0], cm.new_child({"b": 0})["b"], dict(cm))
od = OrderedDict.fromkeys("abc")
od.move_to_end("a")
print(list(od), od == OrderedDict([("b", None), ("c", None), ("a", None)]), od == {"a": None, "b": None, "c": None}, od.popitem(last=False))
