seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n
def item():
    k = rnd(12)
    if k < 6: return rnd(60)
    if k == 6: return rnd(5) * 0.5
    if k == 7: return (rnd(4), rnd(4))
    if k == 8: return rnd(2) == 0
    if k == 9: return -rnd(1000)
    if k == 10: return frozenset([rnd(5), rnd(5)])
    return rnd(10**9) * 10**6
def coll():
    k = rnd(7)
    n = rnd(30)
    if k == 0: return [item() for _ in range(n)]
    if k == 1: return set([item() for _ in range(n)])
    if k == 2: return frozenset([item() for _ in range(n)])
    if k == 3: return range(rnd(40), rnd(40) + rnd(80))
    if k == 4: return {item(): 1 for _ in range(n)}
    if k == 5: return {item() for _ in range(rnd(200))}
    return set(range(rnd(20), rnd(300)))
out = 0
def show(s):
    global out
    h = 0
    for i, x in enumerate(s):
        h = (h * 31 + hash(x) + i) % 1000000007
    return h
for trial in range(60):
    s = set(coll())
    line = []
    for step in range(40):
        k = rnd(22)
        if k == 0: s.add(item())
        elif k == 1: s.discard(item())
        elif k == 2:
            if s: line.append(hash(s.pop()))
        elif k == 3: s.update(coll())
        elif k == 4: s |= set(coll())
        elif k == 5: s &= set(coll()) | set(range(rnd(100)))
        elif k == 6: s -= set(coll())
        elif k == 7: s ^= set(coll())
        elif k == 8: s.difference_update(coll())
        elif k == 9: s.symmetric_difference_update(coll())
        elif k == 10: s = s.union(coll(), coll())
        elif k == 11: s = s.difference(coll())
        elif k == 12: s = s.copy()
        elif k == 13: s = set(frozenset(s))
        elif k == 14: s = s.symmetric_difference(coll())
        elif k == 15 and rnd(4) == 0: s.clear()
        elif k == 16: s = {x for x in s}
        elif k == 17: s = s | s.intersection(coll())
        elif k == 18: line.append((s.issubset(coll()), s.issuperset(coll()), s.isdisjoint(coll()), s <= set(coll()), s == set(s)))
        elif k == 19: s = {*s, *coll()}
        elif k == 20: line.append(hash(frozenset(s)))
        else:
            for _ in range(rnd(10)): s.add(item())
        line.append(show(s))
    print(trial, len(s), line[-3:])
d = {i * 7 % 31: i for i in range(20)}
e = {i * 5 % 37: i for i in range(15)}
print(d.keys() & e.keys(), d.keys() | e.keys(), d.keys() - e.keys(), d.keys() ^ e.keys())
print(d.items() & e.items(), d.items() | e.items(), d.items() - e.items(), d.items() ^ e.items())
print({1,2}&d.keys(), [1,2,50]|d.keys(), d.keys()&[3,9,100], {3,77}-d.keys(), d.keys()<=set(range(40)), d.keys()=={1})
print({3,1,2},{30,10,20,50,9},{-1,5,33,8,16,24},{1.5,2,3},{(1,2),3,(4,)},{True,5,99,1000,64,72})
print([x for x in {7,100,3,64,8}], {64,32,0,8,16,24,40,48,56,72,80,5}, {*range(20), 100, 8})
