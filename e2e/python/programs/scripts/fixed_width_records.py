"""Reads fixed-width records, checks totals, writes them as JSON lines and in a summary."""
import json
import sys
from collections import namedtuple
from dataclasses import dataclass
from datetime import datetime

Field = namedtuple("Field", "name start width convert", defaults=(str.strip,))


def cents(text):
    sign = {"C": 1, "D": -1}[text[-1]]
    return sign * int(text[:-1])


LAYOUTS = {
    "H": [Field("bank", 1, 8), Field("made", 9, 8, lambda t: datetime.strptime(t, "%Y%m%d").date())],
    "D": [Field("account", 1, 10, lambda t: t.strip().lstrip("0")), Field("name", 11, 14), Field("amount", 25, 9, cents)],
    "T": [Field("count", 1, 5, int), Field("total", 6, 10, cents)],
}


@dataclass
class Problem:
    line: int
    text: str

    def __str__(self):
        return f"line {self.line}: {self.text}"


def parse(line):
    layout = LAYOUTS[line[0]]
    for f in layout:
        raw = line[f.start : f.start + f.width]
        if len(raw) < f.width and f is layout[-1]:
            raise ValueError(f"{f.name} is cut: {raw!r}")
        try:
            yield f.name, f.convert(raw)
        except (ValueError, KeyError) as e:
            raise ValueError(f"{f.name}: {e!r}") from e


def read(lines):
    problems, records, trailer = [], [], None
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        try:
            record = {"type": line[0], **dict(parse(line))}
        except KeyError as e:
            problems.append(Problem(number, f"no record of type {e}"))
        except (ValueError, IndexError) as e:
            problems.append(Problem(number, str(e)))
        else:
            if record["type"] == "T":
                trailer = record
            records.append(record)
    details = [r for r in records if r["type"] == "D"]
    if trailer is None:
        problems.append(Problem(0, "no trailer"))
    elif (want := (trailer["count"], trailer["total"])) != (got := (len(details), sum(r["amount"] for r in details))):
        problems.append(Problem(number, f"trailer says {want}, there are {got}"))
    return records, problems


records, problems = read(sys.stdin)
for record in records:
    print(json.dumps(record, default=str, ensure_ascii=False))
print("\n".join(f"! {p}" for p in problems), file=sys.stdout)
rows = [(r["account"], r["name"], r["amount"]) for r in records if r["type"] == "D"]
for account, name, amount in sorted(rows, key=lambda r: r[2]):
    print(f"{account:.>12} {name:<14.12}{amount / 100:>12,.2f}{'':>2}{'*' * (abs(amount) // 5000)}")
sys.exit(len(problems))
