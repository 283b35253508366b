import copy


class Box:
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return f"Box({self.v!r})"


class Custom(Box):
    def __copy__(self):
        return Custom(("copied", self.v))

    def __deepcopy__(self, memo):
        return Custom(("deep", copy.deepcopy(self.v, memo)))


a = [1, [2, 3], {"k": [4]}, Box([5])]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(99)
a[2]["k"].append(98)
a[3].v.append(97)
print(b)
print(c)
print(copy.copy(Custom(1)), copy.deepcopy(Custom([1])))
cycle = [1]
cycle.append(cycle)
d = copy.deepcopy(cycle)
print(d[1] is d, d is not cycle, d)
t = (1, [2])
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, 2)) is not None)
shared = []
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], copy.copy({1: shared})[1] is shared, copy.copy({1, 2}), copy.deepcopy(frozenset({1})))
m = [[0] * 2] * 2
m[0][0] = 1
print(m, [[0] * 2 for _ in range(2)], list(m) == m, m.copy()[0] is m[0])
s = "abc"
print(copy.copy(s) is s, dict(a=1).copy(), [*a][0], a[:] == a)
