# Reads CSV on standard input and prints a report as JSON. Rows that make no sense
# are named on standard error, and make the exit code 1.
import csv
import json
import sys
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from datetime import date
from fractions import Fraction


@dataclass
class Line:
    day: date
    item: str
    count: int
    price: Fraction

    @classmethod
    def of(cls, row):
        line = cls(date.fromisoformat(row["day"]), row["item"], int(row["count"]), Fraction(row["price"]))
        if line.count <= 0:
            raise ValueError(f"count must be positive: {line.count}")
        return line


@dataclass
class Total:
    count: int = 0
    revenue: float = 0
    days: list[str] = field(default_factory=list)

    def add(self, line):
        self.count += line.count
        self.revenue = round(self.revenue + float(line.count * line.price), 2)
        if (day := line.day.strftime("%A")) not in self.days:
            self.days.append(day)


totals, wrong = defaultdict(Total), 0
for number, row in enumerate(csv.DictReader(sys.stdin), start=2):
    try:
        line = Line.of(row)
    except (KeyError, ValueError) as e:
        print(f"line {number}: {type(e).__name__}: {e}", file=sys.stderr)
        wrong += 1
    else:
        totals[line.item].add(line)

best = sorted(totals.items(), key=lambda pair: -pair[1].revenue)
print(json.dumps({item: asdict(total) for item, total in best}, indent=2))
sys.exit(wrong > 0)
