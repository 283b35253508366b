"""Aggregates JSON lines by a small query language: select, where, group, order."""
import json
import operator
import re
import sys
from collections import defaultdict
from functools import reduce

OPS = {"==": operator.eq, "!=": operator.ne, ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "~": lambda a, b: re.search(b, a) is not None}
FOLDS = {"sum": sum, "min": min, "max": max, "n": len, "avg": lambda v: sum(v) / len(v), "uniq": lambda v: sorted(set(v)), "first": operator.itemgetter(0)}


def dig(record, path, default=None):
    def step(node, key):
        if isinstance(node, list):
            return node[int(key)] if key.lstrip("-").isdigit() and -len(node) <= int(key) < len(node) else default
        return node.get(key, default) if isinstance(node, dict) else default

    return reduce(step, path.split("."), record)


def condition(text):
    m = re.fullmatch(r"\s*([\w.-]+)\s*(==|!=|>=|<=|>|<|~)\s*(.+?)\s*", text)
    if not m:
        raise SyntaxError(f"can't read condition {text!r}")
    path, op, raw = m.groups()
    try:
        value = json.loads(raw)
    except json.JSONDecodeError:
        value = raw

    def test(record):
        found = dig(record, path)
        try:
            return OPS[op](found, value)
        except TypeError:
            return False

    test.__doc__ = f"{path} {op} {value!r}"
    return test


class Query:
    pattern = re.compile(r"(?P<select>.+?)(?: where (?P<where>.+?))?(?: by (?P<by>\S+))?(?: order (?P<order>-?\w+))?(?: limit (?P<limit>\d+))?")

    def __init__(self, text):
        m = self.pattern.fullmatch(text)
        self.columns = [self.column(c) for c in m["select"].split(",")]
        self.where = [condition(c) for c in (m["where"] or "").split(" and ") if c]
        self.by, self.order, self.limit = m["by"], m["order"], int(m["limit"] or 0)

    @staticmethod
    def column(text):
        m = re.fullmatch(r"\s*(?:(\w+)\(([\w.*-]+)\)|([\w.-]+))\s*", text)
        if m is None or m[1] and m[1] not in FOLDS:
            raise SyntaxError(f"can't read column {text!r}")
        return (m[1], m[2]) if m[1] else ("first", m[3])

    def run(self, records):
        groups = defaultdict(list)
        for record in records:
            if all(test(record) for test in self.where):
                groups[dig(record, self.by) if self.by else None].append(record)
        rows = [{"by": key} if self.by else {} for key in groups]
        for row, members in zip(rows, groups.values()):
            for fold, path in self.columns:
                values = [v for r in members if (v := r if path == "*" else dig(r, path)) is not None]
                row[f"{fold}_{path}".replace("_*", "")] = FOLDS[fold](values) if values else None
        if self.order:
            name, down = self.order.lstrip("-"), self.order.startswith("-")
            rows.sort(key=lambda r: (r[name] is None, r[name]), reverse=down)
        return rows[: self.limit or None]


records = [json.loads(line) for line in sys.stdin if line.strip()]
for text in sys.argv[1:]:
    print(f"# {text}")
    try:
        for row in Query(text).run(records):
            print(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    except (SyntaxError, KeyError, TypeError) as e:
        print(f"error: {type(e).__name__}: {e}", file=sys.stdout)
print(condition("a.b >= 3").__doc__, dig({"a": [{"b": 5}]}, "a.-1.b"), dig({"a": 1}, "a.b", 0))
