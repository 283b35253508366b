"""Reads an access log from stdin and reports traffic, errors and slow paths."""
import re
import sys
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from statistics import mean, median

LINE = re.compile(
    r'(?P<host>\S+) \S+ (?P<user>\S+) \[(?P<when>[^\]]+)\] '
    r'"(?P<method>[A-Z]+) (?P<path>\S+) HTTP/(?P<version>\d\.\d)" '
    r"(?P<status>\d{3}) (?P<size>\d+|-) (?P<ms>\d+)"
)


def entries(lines):
    for number, line in enumerate(lines, 1):
        match = LINE.fullmatch(line.strip())
        if match is None:
            print(f"line {number}: skipped: {line.strip()[:30]!r}", file=sys.stderr)
            continue
        fields = match.groupdict()
        fields["when"] = datetime.strptime(fields["when"], "%d/%b/%Y:%H:%M:%S %z")
        fields["status"] = int(fields["status"])
        fields["size"] = 0 if fields["size"] == "-" else int(fields["size"])
        fields["ms"] = int(fields["ms"])
        yield fields


def human(size):
    for unit in "B", "KiB", "MiB":
        if size < 1024:
            return f"{size:.1f} {unit}" if unit != "B" else f"{size} B"
        size /= 1024
    return f"{size:.1f} GiB"


def main():
    log = list(entries(sys.stdin))
    first, last = min(e["when"] for e in log), max(e["when"] for e in log)
    print(f"{len(log)} requests from {first:%Y-%m-%d %H:%M:%S%z} to {last:%H:%M:%S}, {(last - first) // timedelta(minutes=1)} min")
    print("sent:", human(sum(e["size"] for e in log)))
    classes = Counter(f"{e['status'] // 100}xx" for e in log)
    print("status:", ", ".join(f"{k}={v}" for k, v in sorted(classes.items())))
    by_path = defaultdict(list)
    for e in log:
        by_path[e["path"].partition("?")[0]].append(e["ms"])
    print(f"{'path':<16}{'n':>4}{'mean':>9}{'median':>9}{'max':>7}")
    for path, times in sorted(by_path.items(), key=lambda kv: (-mean(kv[1]), kv[0])):
        print(f"{path:<16}{len(times):>4}{mean(times):>9.2f}{median(times):>9.1f}{max(times):>7}")
    hourly = Counter(e["when"].replace(minute=0, second=0) for e in log)
    for hour, n in sorted(hourly.items()):
        print(f"{hour:%a %H:00} {'#' * n} {n}")
    failing = [e for e in log if e["status"] >= 500]
    for e in failing:
        print("ERROR", e["when"].isoformat(), e["method"], e["path"], e["status"], sep="\t")
    return 1 if failing else 0


sys.exit(main())
