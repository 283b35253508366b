import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

LINE = re.compile(r"(?P<when>\S+) (?P<level>[A-Z]+) (?P<path>/\S*) (?P<code>\d{3}) (?P<took>\d+)ms")


@dataclass
class Request:
    when: str
    level: str
    path: str
    code: int
    took: int


def lines(n):
    for i in range(n):
        level = "ERROR" if i % 17 == 0 else "INFO"
        yield f"2024-03-{i % 28 + 1:02}T10:{i % 60:02}:00 {level} /shop/{i % 23}/item {200 + i % 5 * 100} {i * 7 % 900}ms"


def requests(text):
    for line in text.splitlines():
        if m := LINE.match(line):
            f = m.groupdict()
            yield Request(f["when"], f["level"], f["path"], int(f["code"]), int(f["took"]))


def report(text):
    by_path = defaultdict(list)
    codes = Counter()
    for r in requests(text):
        by_path[r.path].append(r)
        codes[r.code] += 1
    rows = []
    for path, of in sorted(by_path.items(), key=lambda item: (-len(item[1]), item[0])):
        took = sorted(r.took for r in of)
        rows.append({
            "path": path, "count": len(of), "p50": took[len(took) // 2], "worst": max(took),
            "errors": sum(1 for r in of if r.level == "ERROR"), "days": sorted({r.when[:10] for r in of}),
        })
    return {"rows": rows, "codes": dict(codes.most_common()), "total": sum(codes.values())}


def f():
    text = "\n".join(lines(20000))
    answer = json.dumps(report(text), indent=2)
    again = json.loads(answer)
    table = "\n".join(f"{r['path']:<20}|{r['count']:>8,}|{r['p50']:>8.2f}" for r in again["rows"])
    return len(table), again["total"]


import time
begin = time.perf_counter()
f()
print(time.perf_counter() - begin)
