"""Bills that come again, in time zones: due dates, reminders, late fees."""
from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from heapq import merge
from itertools import count, takewhile
from zoneinfo import ZoneInfo


class Every(enum.Enum):
    WEEK = "weekly"
    MONTH = "monthly"
    QUARTER = "quarterly"
    YEAR = "yearly"

    @property
    def months(self):
        return {"monthly": 1, "quarterly": 3, "yearly": 12}.get(self.value)


def add_months(day: date, n: int) -> date:
    years, month = divmod(day.month - 1 + n, 12)
    for last in range(day.day, 27, -1):
        try:
            return day.replace(year=day.year + years, month=month + 1, day=last)
        except ValueError:
            continue
    return day.replace(year=day.year + years, month=month + 1)


@dataclass(frozen=True, slots=True)
class Bill:
    name: str
    first: date
    every: Every
    cents: int

    def dates(self):
        for n in count():
            if self.every is Every.WEEK:
                yield self.first + timedelta(weeks=n)
            else:
                yield add_months(self.first, n * self.every.months)

    def between(self, start, end):
        for day in takewhile(lambda d: d < end, self.dates()):
            if day >= start:
                yield day, self


BILLS = [
    Bill("rent", date(2023, 10, 31), Every.MONTH, 95_000),
    Bill("water", date(2023, 11, 30), Every.QUARTER, 12_345),
    Bill("gym", date(2024, 1, 29), Every.WEEK, 999),
    Bill("insurance", date(2020, 2, 29), Every.YEAR, 43_210),
]
start, end = date(2024, 1, 1), date(2024, 4, 1)
total = 0
for day, bill in merge(*(b.between(start, end) for b in BILLS), key=lambda p: (p[0], p[1].name)):
    total += bill.cents
    print(f"{day:%Y-%m-%d %a} {bill.name:<10}{bill.cents / 100:>9,.2f}{total / 100:>11,.2f}")

berlin, tokyo = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
for month, day in (3, 30), (3, 31), (10, 27):
    noon = datetime(2024, month, day, 2, 30, tzinfo=berlin)
    print(noon.isoformat(), noon.tzname(), noon.dst(), noon.astimezone(timezone.utc).time(), noon.astimezone(tokyo).strftime("%d %H:%M %Z"))
before = datetime.combine(date(2024, 10, 27), time(2, 30), berlin)
after = before.replace(fold=1)
print(before.utcoffset(), after.utcoffset(), before == after, after.astimezone(timezone.utc) - before.astimezone(timezone.utc))
deadline = datetime(2024, 3, 29, 17, 0, tzinfo=timezone(timedelta(hours=-4), "EDT"))
for paid in "2024-03-29T22:00:00+01:00", "2024-03-30T12:34:56.789+09:00", "2024-04-02T00:00:00+00:00":
    late = datetime.fromisoformat(paid) - deadline
    days = max(0, -(-late // timedelta(days=1)))
    print(f"{paid}: {late!s:>22} late, fee {1.5 * days:.2f}" if days else f"{paid}: in time by {-late}")
print(BILLS[0], Every("weekly"), Every.YEAR.months, Every.WEEK.months)
try:
    BILLS[0].cents = 1
except AttributeError as e:
    print(type(e).__name__, e)
