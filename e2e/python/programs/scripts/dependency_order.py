"""Puts tasks into an order by what they need: cycles are found and shown, levels can run side by side."""
import sys
from collections import defaultdict, deque
from functools import cache


class CycleError(ValueError):
    def __init__(self, cycle):
        super().__init__(" -> ".join(cycle))
        self.cycle = cycle


class Graph:
    def __init__(self):
        self.needs = defaultdict(set)

    @classmethod
    def parse(cls, lines):
        graph = cls()
        for line in lines:
            line, _, _ = line.partition("#")
            target, colon, needed = line.partition(":")
            if not colon:
                continue
            graph.needs[target.strip()].update(needed.split())
            for name in needed.split():
                graph.needs[name]
        return graph

    def __iter__(self):
        return iter(sorted(self.needs))

    def __len__(self):
        return len(self.needs)

    def __contains__(self, name):
        return name in self.needs

    def order(self):
        done, path, result = set(), {}, []

        def visit(name):
            if name in done:
                return
            if name in path:
                names = list(path)
                raise CycleError([*names[names.index(name) :], name])
            path[name] = None
            for needed in sorted(self.needs[name]):
                visit(needed)
            del path[name]
            done.add(name)
            result.append(name)

        for name in self:
            visit(name)
        return result

    def levels(self):
        left = {name: set(needs) for name, needs in self.needs.items()}
        while ready := sorted(n for n, needs in left.items() if not needs):
            yield ready
            for name in ready:
                del left[name]
            for needs in left.values():
                needs -= set(ready)
        if left:
            raise CycleError(sorted(left))

    def reached(self, start):
        seen, queue = {start: 0}, deque([start])
        while queue:
            name = queue.popleft()
            for needed in self.needs[name]:
                if needed not in seen:
                    seen[needed] = seen[name] + 1
                    queue.append(needed)
        return seen

    def longest(self, cost):
        @cache
        def finish(name):
            before = max(((finish(n), n) for n in self.needs[name]), default=(0, ""))
            return before[0] + cost(name)

        return {name: finish(name) for name in self}


graph = Graph.parse(sys.stdin)
print(len(graph), "tasks", "app" in graph, "nothing" in graph)
print("order:", *graph.order())
for n, level in enumerate(graph.levels()):
    print(f"level {n}: {', '.join(level)}")
print({k: v for k, v in sorted(graph.reached("app").items(), key=lambda kv: (kv[1], kv[0]))})
finish = graph.longest(len)
print("last:", max(finish, key=finish.get), finish["app"], sorted(finish.items(), key=lambda kv: -kv[1])[:3])

graph.needs["libc"].add("app")
for attempt in graph.order, lambda: list(graph.levels()):
    try:
        attempt()
    except CycleError as e:
        print("cycle:", e, len(e.cycle))
