"""Finds meeting times over time zones, writes a calendar file and reads it back, and handles repeats and exceptions."""
import re
import sys
import textwrap
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

UTC = timezone.utc


class Half(tzinfo):
    """A zone of half an hour's own, with summer time by a rule."""

    def utcoffset(self, when):
        return timedelta(hours=10, minutes=30) + self.dst(when)

    def dst(self, when):
        return timedelta(minutes=30) if when is not None and (when.month >= 10 or when.month < 4) else timedelta(0)

    def tzname(self, when):
        return "LHDT" if self.dst(when) else "LHST"


@dataclass(frozen=True)
class Person:
    name: str
    zone: tzinfo
    start: time = time(9)
    end: time = time(17, 30)

    def works(self, when):
        local = when.astimezone(self.zone)
        return local.weekday() < 5 and self.start <= local.time() < self.end


@dataclass
class Meeting:
    title: str
    start: datetime
    length: timedelta = timedelta(hours=1)
    every: timedelta | None = None
    count: int = 1
    without: set[date] = field(default_factory=set)

    def times(self):
        for n in range(self.count):
            when = self.start + n * (self.every or timedelta())
            if when.date() not in self.without:
                yield when

    def ics(self):
        yield "BEGIN:VEVENT"
        yield f"DTSTART:{self.start.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        minutes = self.length // timedelta(minutes=1)
        yield f"DURATION:PT{f'{minutes // 60}H' if minutes >= 60 else ''}{f'{minutes % 60}M' if minutes % 60 else ''}"
        if self.every:
            yield f"RRULE:FREQ=DAILY;INTERVAL={self.every.days};COUNT={self.count}"
        for day in sorted(self.without):
            yield f"EXDATE:{day:%Y%m%d}"
        yield "SUMMARY:" + re.sub(r"([,;\\])", r"\\\1", self.title).replace("\n", r"\n")
        yield "END:VEVENT"


def fold(lines):
    for line in lines:
        first, *rest = textwrap.wrap(line, 40, drop_whitespace=False, break_on_hyphens=False) or [""]
        yield first
        yield from (" " + r for r in rest)


def read(text):
    text = re.sub(r"\r?\n ", "", text)
    for body in re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", text, re.S):
        fields = defaultdict(list)
        for line in body.splitlines():
            name, _, value = line.partition(":")
            fields[name].append(value)
        h, m = (int(g or 0) for g in re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", fields["DURATION"][0]).groups())
        rule = dict(p.split("=") for p in (fields["RRULE"] or ["X=0"])[0].split(";"))
        yield Meeting(
            re.sub(r"\\(.)", lambda c: "\n" if c[1] == "n" else c[1], fields["SUMMARY"][0]),
            datetime.strptime(fields["DTSTART"][0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC),
            timedelta(hours=h, minutes=m),
            timedelta(days=int(rule["INTERVAL"])) if "INTERVAL" in rule else None,
            int(rule.get("COUNT", 1)),
            {datetime.strptime(d, "%Y%m%d").date() for d in fields["EXDATE"]},
        )


def slots(people, day, step=timedelta(minutes=30)):
    when = datetime.combine(day, time(), UTC)
    end = when + timedelta(days=1)
    while when < end:
        if all(p.works(when) and p.works(when + step) for p in people):
            yield when
        when += step


people = []
for line in sys.stdin:
    name, zone, *hours = line.split()
    try:
        people.append(Person(name, Half() if zone == "half" else ZoneInfo(zone), *map(time.fromisoformat, hours)))
    except (ZoneInfoNotFoundError, ValueError) as e:
        print(f"{name}: {type(e).__name__}: {e}")
print(*(f"{p.name} {p.start:%H:%M}-{p.end:%H:%M}" for p in people), sep=", ")
for day in date(2024, 3, 8), date(2024, 3, 29), date(2024, 4, 6), date(2024, 11, 1):
    found = list(slots(people[:3], day))
    print(day, f"{day:%a}", [f"{w:%H:%M}" for w in found])
    for when in found[:1]:
        print("  ", *(f"{p.name} {when.astimezone(p.zone):%H:%M %Z %z}" for p in people), sep=" | ")
berlin = ZoneInfo("Europe/Berlin")
meeting = Meeting("Stand-up, daily; with a title that is long\nand two lines", datetime(2024, 3, 28, 9, 15, tzinfo=berlin), timedelta(minutes=75), timedelta(days=2), 4, {date(2024, 4, 1)})
text = "\n".join(fold(meeting.ics())) + "\n"
print(text, end="")
[again] = read(text)
print(again.title == meeting.title, again.start == meeting.start, again.length, again.every, replace(again, start=meeting.start) == meeting)
print([t.isoformat() for t in meeting.times()])
print([t.astimezone(berlin).isoformat() for t in again.times()])
half = datetime(2024, 9, 30, 23, 59, tzinfo=Half())
print(half, half.tzname(), (half + timedelta(minutes=1)).isoformat(), half.astimezone(UTC), half.timetuple().tm_isdst, repr(half)[:40], datetime(2024, 1, 1, tzinfo=UTC).astimezone(Half()).utcoffset())
