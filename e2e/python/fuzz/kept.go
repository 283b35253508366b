package fuzz

// kept are containers of the library, and what changes them: V is one, N an int.
var kept = map[string][]string{
	"deque([1, 2, 3], 4)":              {"V.append(N)", "V.appendleft(N)", "print(V.pop())", "print(V.popleft())", "V.rotate(N)", "V.extend([N, N])", "V.extendleft('ab')", "V.insert(N, N)", "V.remove(N)", "V[N] = N", "del V[N]", "V.reverse()", "V += [N]", "V *= N", "print(V.index(N))", "for x in V: V.append(x)", "V.clear()", "print(V.count(N), V.maxlen)", "V = V + deque([N])", "V = V.copy()"},
	"OrderedDict(a=1, b=2, c=3)":       {"V['a'] = N", "V['z'] = N", "V.move_to_end('a')", "V.move_to_end('b', last=False)", "print(V.popitem(False))", "print(V.popitem())", "del V['b']", "print(V.pop('q', N))", "V.update(d=N)", "V |= {'e': N}", "V.move_to_end('zz')", "print(list(reversed(V)))", "print(V == {'a': 1})", "V.setdefault('k', N)", "for k in V: del V[k]", "print(V.pop('zz'))", "V.clear()", "V = V.copy()", "V = OrderedDict.fromkeys('xy', N)"},
	"defaultdict(list)":                {"V[N].append(N)", "V[N] += [N]", "V['k']", "print(V.get(N))", "V.default_factory = int", "V[N] += N", "del V[N]", "print(V.pop(N))", "V |= {N: N}", "print(N in V, len(V))", "V = V.copy()", "V.default_factory = None", "V.setdefault(N, N)", "for k in list(V): V[k + 1]", "print(sorted(V.items(), key=str))", "V.update(k=[N])"},
	"Counter('abracadabra')":           {"V['a'] += N", "V.update('abc')", "V.subtract('aab')", "print(V.most_common(2))", "V += Counter('xyz')", "V -= Counter('aa')", "V &= Counter('abd')", "V |= Counter(a=N)", "print(V.total())", "print(list(V.elements())[:9])", "del V['a']", "del V['zz']", "print(V['nope'])", "V = +V", "V = -V", "print(V <= Counter('abracadabra'))", "V['q'] = -N", "V = Counter({k: v for k, v in V.items() if v > N})", "V.update(a=N)", "print(V == dict(V))", "V.subtract(b=N)"},
	"ChainMap({'a': 1}, {'b': 2})":     {"V['a'] = N", "V['b'] = N", "del V['b']", "del V['a']", "V = V.new_child({'c': N})", "print(V.maps, len(V))", "V = V.parents", "print(V['zz'])", "print(sorted(V))", "V.update(z=N)", "print(V.pop('a'))", "V |= {'k': N}", "print(V.popitem())", "print(list(V.items()))", "V.clear()", "print(V.get('q', N))"},
	"array('i', [1, 2, 3])":            {"V.append(N)", "V.extend([N])", "V[N] = N", "V[:1] = array('i', [N])", "print(V.pop())", "V.insert(N, N)", "V.remove(N)", "V.reverse()", "V += array('i', [N])", "V.append('x')", "V.append(2**31)", "V *= N", "print(V.tolist(), V.itemsize)", "print(V.index(N), V.count(N))", "del V[::2]", "V.byteswap()", "V.fromlist([N])", "print(V.tobytes())", "V += [N]"},
	"[5, 3, 8, 1]":                     {"heapq.heapify(V)", "heapq.heappush(V, N)", "print(heapq.heappop(V))", "print(heapq.heapreplace(V, N))", "print(heapq.heappushpop(V, N))", "bisect.insort(V, N)", "V.sort()", "V.sort(key=lambda x: -x)", "print(bisect.bisect(V, N))", "random.Random(N).shuffle(V)", "print(random.Random(N).sample(V, 2))", "V.sort(key=str, reverse=True)", "print(heapq.nlargest(2, V), heapq.nsmallest(2, V, key=lambda x: x % 3))", "V[:] = sorted(V)[::-1]", "print([*accumulate(V)], [*pairwise(V)])", "print({k: [*v] for k, v in groupby(V, lambda x: x % 2)})", "print(max(V, key=lambda x: (x % 3, x)))", "V.insert(0, V.pop())"},
	"memoryview(bytearray(b'abcdef'))": {"V[N] = N", "V[1:3] = b'XY'", "V[:2] = b'abc'", "print(bytes(V), V.nbytes)", "V = V[1:]", "V = V[::-1]", "print(V.tolist())", "print(V == b'abcdef', V.readonly)", "V.release()", "V = V.cast('H')", "print(V[N], len(V))", "V = V.toreadonly()", "print(V.hex())", "with V as m: print(m.format)"},
}

// keeping changes containers of the library, and prints them.
func (g *generator) keeping() {
	g.line("import bisect, heapq, random\nfrom array import array\nfrom collections import *\nfrom itertools import *")
	names := []string{"deque([1, 2, 3], 4)", "OrderedDict(a=1, b=2, c=3)", "defaultdict(list)", "Counter('abracadabra')", "ChainMap({'a': 1}, {'b': 2})", "array('i', [1, 2, 3])", "[5, 3, 8, 1]", "memoryview(bytearray(b'abcdef'))"}
	for range 1 + g.IntN(3) {
		made, v := pick(g, names...), g.name("v")
		g.line("%s = %s", v, made)
		for range 4 + g.IntN(6) {
			g.line("try: %s", g.say(vocabulary{"V": {v}, "N": {"2", "0", "1", "3", "-1", "5", "7"}}, pick(g, kept[made]...), 1))
			g.line("except Exception as e: print(type(e).__name__, e)")
		}
		g.line("try: print(%s if type(%s) is not memoryview else bytes(%s))", v, v, v)
		g.line("except Exception as e: print(type(e).__name__, e)")
	}
}
