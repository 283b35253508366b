import re
from collections import Counter, defaultdict

LOG = """\
2024-03-01T10:00:00 INFO api GET /users 200 12ms
2024-03-01T10:00:01 ERROR db timeout after 3000ms
2024-03-01T10:00:02 INFO api POST /users 201 45ms
garbage line
2024-03-01T10:00:03 WARN api GET /admin 403 5ms
2024-03-01T10:00:04 INFO api GET /users 200 18ms
"""
LINE = re.compile(r"(?P<time>\S+) (?P<level>[A-Z]+) (?P<unit>\w+) (?P<text>.*)")
REQUEST = re.compile(r"(GET|POST) (\S+) (\d{3}) (\d+)ms")
levels, times, bad = Counter(), defaultdict(list), []
for n, line in enumerate(LOG.splitlines(), 1):
    m = LINE.fullmatch(line)
    if not m:
        bad.append((n, line))
        continue
    levels[m["level"]] += 1
    if r := REQUEST.match(m["text"]):
        times[r[1], r[2]].append(int(r.group(4)))
print(dict(levels), bad)
for (method, path), values in sorted(times.items()):
    print(f"{method:<5}{path:<8}n={len(values)} avg={sum(values) / len(values):.1f} max={max(values)}")
print(re.sub(r"(\d+)ms", lambda m: f"{int(m[1]) / 1000:g}s", LOG.splitlines()[1]))
