"""Plans a month of shifts around weekends and holidays."""
import calendar
import datetime as dt
from collections import defaultdict
from itertools import cycle, islice


def easter(year):
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def holidays(year):
    sunday = easter(year)
    return {
        dt.date(year, 1, 1): "New Year",
        sunday - dt.timedelta(days=2): "Good Friday",
        sunday + dt.timedelta(days=1): "Easter Monday",
        dt.date(year, 5, 1): "Labour Day",
        dt.date(year, 12, 25): "Christmas",
    }


def workdays(start, end, free):
    day = start
    while day <= end:
        if day.weekday() < calendar.SATURDAY and day not in free:
            yield day
        day += dt.timedelta(days=1)


def plan(year, month, people):
    first = dt.date(year, month, 1)
    last = first.replace(day=calendar.monthrange(year, month)[1])
    turns = zip(workdays(first, last, holidays(year)), cycle(people))
    by_person = defaultdict(list)
    for day, person in turns:
        by_person[person].append(day)
    return by_person


for year in 1999, 2024, 2025, 2038:
    print(year, easter(year).isoformat(), f"{easter(year):%d %B}", calendar.isleap(year))

for person, days in plan(2024, 4, ["Ann", "Bob", "Cem"]).items():
    print(f"{person}: {', '.join(f'{d:%a %d}' for d in days)}")
    gaps = [(b - a).days for a, b in zip(days, days[1:])]
    print(f"     {len(days)} shifts, longest gap {max(gaps)} days, weeks {sorted({d.isocalendar().week for d in days})}")

text = calendar.TextCalendar(calendar.MONDAY)
print(text.formatmonth(2024, 4))
print(calendar.TextCalendar(calendar.SUNDAY).formatweekheader(3))
for week in calendar.monthcalendar(2024, 2):
    print(" ".join(f"{d:>2}" if d else " ." for d in week))


def every(start, **step):
    delta = dt.timedelta(**step)
    while True:
        yield start
        start += delta


start = dt.datetime(2024, 2, 28, 22, 30)
print([f"{t:%d.%m. %H:%M}" for t in islice(every(start, hours=13, minutes=45), 5)])
third_friday = [d for d in calendar.Calendar().itermonthdates(2024, 11) if d.month == 11 and d.weekday() == calendar.FRIDAY][2]
print(third_friday, third_friday.strftime("%A, day %j, week %V"), third_friday.toordinal())
age = dt.date(2024, 3, 1) - dt.date(1996, 2, 29)
print(age, age.days // 365, dt.date.fromisocalendar(2024, 1, 1), dt.date.max - dt.date.min)
