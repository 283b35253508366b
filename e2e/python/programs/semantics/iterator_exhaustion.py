z = zip(range(3), "ab")
print(list(z), list(z))
it = iter([1, 2, 3])
print(list(zip(it, [10])), next(it))
m = map(str, [1, 2]); next(m)
print(list(m), list(m), next(m, None))
e = enumerate("ab", start=5)
print(next(e), list(e), list(e))
r = reversed([1, 2, 3])
print(next(r), list(r), r.__length_hint__())
l = [1, 2, 3, 4]
print([l.pop() for _ in l], l)
l = [1, 2]
for x in l:
    if len(l) < 6: l.append(x * 10)
print(l, [*iter(lambda c=iter("abc"): next(c), "c")])
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 3 == 0: raise StopIteration
        return self.n
i = It()
print(list(i), list(i), max(i, default="none"), sum(i), 8 in i, tuple(i))
d = {"a": 1}
k = iter(d); d["a"] = 2
print(next(k), next(k, "end"), iter(k) is k)
