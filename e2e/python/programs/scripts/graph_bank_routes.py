"""Finds the best exchange routes, bridges and groups in a network of currencies."""
import heapq
import math
from collections import defaultdict
from itertools import permutations

RATES = {
    ("EUR", "USD"): 1.08, ("USD", "JPY"): 149.5, ("JPY", "EUR"): 0.0062,
    ("USD", "GBP"): 0.79, ("GBP", "EUR"): 1.17, ("CHF", "EUR"): 1.04,
    ("EUR", "CHF"): 0.955, ("AUD", "NZD"): 1.07, ("NZD", "AUD"): 0.93,
}


class UnionFind(dict):
    def __missing__(self, key):
        self[key] = key
        return key

    def find(self, x):
        while self[x] != x:
            self[x] = x = self[self[x]]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a != b:
            self[max(a, b)] = min(a, b)
        return a != b


def neighbours(rates):
    graph = defaultdict(list)
    for (a, b), rate in rates.items():
        graph[a].append((b, -math.log(rate * 0.999)))
    return graph


def bellman_ford(graph, start):
    cost, before = {start: 0.0}, {}
    nodes = sorted({start, *graph, *(b for edges in graph.values() for b, _ in edges)})
    for _ in nodes:
        changed = None
        for a in nodes:
            for b, w in graph.get(a, ()):
                if a in cost and cost[a] + w < cost.get(b, math.inf) - 1e-12:
                    cost[b], before[b], changed = cost[a] + w, a, b
        if changed is None:
            return cost, before, None
    for _ in nodes:
        changed = before[changed]
    cycle, node = [changed], before[changed]
    while node != changed:
        cycle.append(node)
        node = before[node]
    return cost, before, [*reversed(cycle), cycle[-1]]


def dijkstra(edges, start):
    done, heap = {}, [(0, start, None)]
    while heap:
        d, node, via = heapq.heappop(heap)
        if node in done:
            continue
        done[node] = d, via
        for other, w in edges.get(node, {}).items():
            if other not in done:
                heapq.heappush(heap, (d + w, other, node))
    return done


def path(done, end):
    while end is not None:
        yield end
        end = done[end][1]


graph = neighbours(RATES)
cost, before, cycle = bellman_ford(graph, "CHF")
print({k: round(math.exp(-v), 4) for k, v in sorted(cost.items())}, cycle)
_, _, cycle = bellman_ford(neighbours({**RATES, ("JPY", "EUR"): 0.0065}), "EUR")
smallest = cycle.index(min(cycle))
print("arbitrage:", " -> ".join([*cycle[smallest:-1], *cycle[: smallest + 1]]))
gain = math.prod({**RATES, ("JPY", "EUR"): 0.0065}[pair] for pair in zip(cycle, cycle[1:]))
print(f"gain {gain - 1:.2%}")

groups = UnionFind()
print([groups.union(a, b) for a, b in RATES])
members = defaultdict(set)
for c in list(groups):
    members[groups.find(c)].add(c)
print({root: sorted(m) for root, m in sorted(members.items())})

cities = {"A": {"B": 4, "C": 2}, "B": {"D": 5}, "C": {"B": 1, "D": 8, "E": 10}, "D": {"E": 2}, "F": {}}
done = dijkstra(cities, "A")
for end in sorted(done):
    print(end, done[end], "".join(reversed(list(path(done, end)))))
print(sorted(cities.keys() - done.keys()))
points = {"p": 0, "q": 3 + 4j, "r": 6 + 0j, "s": 3 - 1j}
tours = ((sum(abs(points[a] - points[b]) for a, b in zip(t, t[1:])), "".join(t)) for t in permutations(points) if t[0] < t[-1])
best, tour = min(tours)
print(f"{best:.6f} {tour}", [f"{math.degrees(math.atan2(p.imag, p.real)):.1f}" for p in points.values() if p], math.dist((0, 0, 0), (1, 2, 2)), math.hypot(3, 4))
