"""Three-way merge of nested data, with paths, conflicts and patches that can be undone."""
import json
from collections.abc import Mapping, MutableMapping, Sequence
from copy import copy, deepcopy
from enum import Enum
from operator import attrgetter
from pprint import pformat, pprint
from typing import Any, NamedTuple


class Missing(Enum):
    MISSING = "-"

    def __repr__(self):
        return "<missing>"


MISSING = Missing.MISSING


class Path(tuple):
    def __truediv__(self, key):
        return Path((*self, key))

    def __str__(self):
        return "".join(f"[{k}]" if isinstance(k, int) else f".{k}" for k in self).lstrip(".") or "$"


class Change(NamedTuple):
    path: Path
    old: Any
    new: Any

    @property
    def inverse(self):
        return self._replace(old=self.new, new=self.old)

    def __str__(self):
        sign = "+" if self.old is MISSING else "-" if self.new is MISSING else "~"
        return f"{sign} {self.path}: {self.old!r} -> {self.new!r}"


def walk(a, b, path=Path()):
    match a, b:
        case {}, {}:
            for key in {**a, **b}:
                yield from walk(a.get(key, MISSING), b.get(key, MISSING), path / key)
        case [*_], [*_]:
            for i in range(max(len(a), len(b))):
                yield from walk(a[i] if i < len(a) else MISSING, b[i] if i < len(b) else MISSING, path / i)
        case _ if type(a) is not type(b) or a != b:
            yield Change(path, a, b)


def apply(data, changes):
    data = deepcopy(data)
    for path, old, new in changes:
        *parents, last = path
        node = data
        for key in parents:
            node = node[key]
        if new is MISSING:
            del node[last]
        elif isinstance(node, list) and last == len(node):
            node.append(deepcopy(new))
        else:
            node[last] = deepcopy(new)
    return data


def merge(base, mine, theirs):
    ours = {c.path: c for c in walk(base, mine)}
    other = {c.path: c for c in walk(base, theirs)}
    conflicts = [
        (ours[p], other[q]) for p in ours for q in other
        if (p == q and ours[p].new != other[q].new) or (p != q and p == q[: len(p)])
    ]
    clash = {b.path for _, b in conflicts}
    return apply(mine, [c for p, c in other.items() if p not in clash and p not in ours]), conflicts


base = {"name": "svc", "ports": [80, 443], "env": {"A": "1", "B": "2"}, "limits": {"cpu": 1, "mem": {"max": 512}}, "on": True}
mine = {"name": "svc", "ports": [80, 8443, 9000], "env": {"A": "1", "C": "3"}, "limits": {"cpu": 2, "mem": {"max": 512}}, "on": 1}
theirs = {"name": "api", "ports": [80, 443], "env": {"A": "0", "B": "2"}, "limits": {"cpu": 4, "mem": None}, "on": True}
for change in walk(base, mine):
    print(change)
changes = list(walk(base, mine))
print(apply(base, changes) == mine, apply(mine, [c.inverse for c in reversed(changes)]) == base, base["ports"])
merged, conflicts = merge(base, mine, theirs)
pprint(merged, width=60)
for a, b in conflicts:
    print("conflict:", a, "|", b)
print(pformat(sorted(changes, key=attrgetter("path"))[0], width=30))
print(str(Path()), Path((1, "x", 2)), repr(Path((1,)) / "k"), Path() == (), hash(Path((1,))) == hash((1,)))


class Frozen(Mapping):
    def __init__(self, data):
        self._data = {k: Frozen(v) if isinstance(v, Mapping) else tuple(v) if isinstance(v, list) else v for k, v in data.items()}

    def __getitem__(self, key):
        return self._data[key]

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def __hash__(self):
        return hash(frozenset(self._data.items()))

    def __repr__(self):
        return f"Frozen({self._data})"


f = Frozen(merged)
print(f == merged, f["limits"] == {"cpu": 2, "mem": None} or f["limits"], len({f, Frozen(merged)}), dict(f) == merged, "env" in f, f.get("zzz"), isinstance(f, MutableMapping), isinstance(f["ports"], Sequence))
try:
    f["x"] = 1
except TypeError as e:
    print(e)
shallow, deep = copy(base), deepcopy(base)
base["env"]["NEW"] = []
print(shallow["env"] is base["env"], "NEW" in deep["env"], json.dumps(deep) == json.dumps({**deep}))
