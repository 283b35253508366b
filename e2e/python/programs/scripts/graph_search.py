import heapq
from collections import defaultdict, deque

EDGES = [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3)]
graph = defaultdict(dict)
for u, v, w in EDGES:
    graph[u][v] = graph[v][u] = w


def dijkstra(start):
    dist, prev, heap = {start: 0}, {}, [(0, start)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]:
            continue
        for v, w in graph[u].items():
            if d + w < dist.get(v, float("inf")):
                dist[v], prev[v] = d + w, u
                heapq.heappush(heap, (d + w, v))
    return dist, prev


def bfs(start):
    seen, queue, order = {start}, deque([start]), []
    while queue:
        order.append(u := queue.popleft())
        for v in sorted(graph[u].keys() - seen):
            seen.add(v)
            queue.append(v)
    return order


def topo(deps):
    done, out = set(), []

    def visit(n, path=()):
        if n in path:
            raise ValueError("cycle: " + " -> ".join([*path, n]))
        if n not in done:
            for d in deps.get(n, ()):
                visit(d, (*path, n))
            done.add(n)
            out.append(n)

    for n in deps:
        visit(n)
    return out


dist, prev = dijkstra("a")
path, at = [], "e"
while at:
    path.append(at)
    at = prev.get(at)
print(dist, path[::-1], bfs("a"), topo({"app": ["db", "log"], "db": ["log"], "log": []}))
try:
    topo({"x": ["y"], "y": ["x"]})
except ValueError as e:
    print(e)
