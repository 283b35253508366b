"""Topological order."""

__all__ = ["TopologicalSorter", "CycleError"]

from types import GenericAlias


class CycleError(ValueError):
    """A graph that has a cycle, which is the second of args."""


class TopologicalSorter:
    """Puts the nodes of a graph in an order in which each comes after those that it depends on."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, graph=None):
        self._before = {}  # of each node how many nodes must still come before it
        self._after = {}  # of each node those that depend on it
        self._ready, self._out, self._finished, self._prepared = [], set(), set(), False
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _note(self, node):
        if node not in self._before:
            self._before[node], self._after[node] = 0, []

    def add(self, node, *predecessors):
        """Add a node and what comes before it."""
        if self._prepared:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._note(node)
        self._before[node] += len(predecessors)
        for other in predecessors:
            self._note(other)
            self._after[other].append(node)

    def prepare(self):
        """End adding; a cycle is an error."""
        if self._prepared:
            raise ValueError("cannot prepare() more than once")
        self._prepared = True
        self._ready = [node for node, n in self._before.items() if n == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        seen, path, at = set(), [], {}
        for root in self._before:
            if root in seen:
                continue
            todo, node = [], root
            while True:
                if node in seen:
                    if node in at:
                        return path[at[node]:] + [node]
                else:
                    seen.add(node)
                    todo.append(iter(self._after[node]))
                    at[node] = len(path)
                    path.append(node)
                while path:
                    node = next(todo[-1], _END)
                    if node is not _END:
                        break
                    del at[path.pop()]
                    todo.pop()
                else:
                    break
        return None

    def get_ready(self):
        """The nodes that nothing must come before any more."""
        self._check()
        ready, self._ready = tuple(self._ready), []
        self._out.update(ready)
        return ready

    def _check(self):
        if not self._prepared:
            raise ValueError("prepare() must be called first")

    def is_active(self):
        """Whether there is more to do."""
        self._check()
        return len(self._finished) < len(self._out) or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Say that nodes are done with."""
        self._check()
        for node in nodes:
            if node not in self._before:
                raise ValueError("node %r was not added using add()" % (node,))
            if node in self._finished:
                raise ValueError("node %r was already marked done" % (node,))
            if node not in self._out:
                raise ValueError("node %r was not passed out (still not ready)" % (node,))
            self._finished.add(node)
            for other in self._after[node]:
                self._before[other] -= 1
                if self._before[other] == 0:
                    self._ready.append(other)

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)


_END = object()
