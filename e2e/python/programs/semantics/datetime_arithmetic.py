"""Dates, times and differences: what may be added, compared and shown."""
from datetime import MAXYEAR, date, datetime, time, timedelta, timezone

d, dt = date(2024, 2, 28), datetime(2024, 2, 28, 23, 59, 59, 999999)
day, hour = timedelta(1), timedelta(hours=1)
print(d + day, d + 2 * day, d - timedelta(59), dt + timedelta(microseconds=1), date(2024, 3, 1) - d, dt - datetime(2023, 1, 1), d - day == date(2024, 2, 27))
print(timedelta(hours=25, minutes=-1), timedelta(-1, 1), repr(timedelta(microseconds=-1)), str(timedelta(microseconds=-1)), timedelta(weeks=1, days=1.5, seconds=0.5), timedelta(milliseconds=1.0005), abs(timedelta(-1)), -timedelta(hours=1))
print(day / hour, day // timedelta(hours=5), day % timedelta(hours=5), divmod(day, timedelta(hours=7)), day / 7, day * 0.1, day // 7, 1.5 * hour, timedelta(1, 5).total_seconds(), timedelta(-1, 86399).days, bool(timedelta()), hash(day) == hash(24 * hour), sum([day, hour], timedelta()))
utc, east = timezone.utc, timezone(timedelta(hours=5, minutes=30), "IST")
a, b = datetime(2024, 1, 1, 12, tzinfo=utc), datetime(2024, 1, 1, 17, 30, tzinfo=east)
print(a == b, hash(a) == hash(b), a - b, b.astimezone(utc), a.astimezone(east), b.utcoffset(), b.tzname(), timezone(timedelta(hours=-3)), repr(east), a.replace(tzinfo=None), b.timestamp(), datetime.fromtimestamp(0.25, utc))
print(d.isocalendar(), date(2021, 1, 3).isocalendar()[:2], d.weekday(), d.isoweekday(), d.timetuple().tm_yday, d.toordinal(), date.fromordinal(738945), date.fromisocalendar(2020, 53, 7), d.replace(day=1), date.max, datetime.min)
for text in ("2024-02-29", "20240229", "2024-W09-4", "2024-02-30", "2024-2-1", "x"):
    try:
        print(text, date.fromisoformat(text))
    except ValueError as e:
        print(e)
for text in ("2024-02-29T12:34", "2024-02-29 12:34:56.789", "20240229T123456Z", "2024-02-29T12:34:56+05:30", "2024-02-29T25:00", "2024-02-29T1:2", "12:34"):
    try:
        print(text, repr(datetime.fromisoformat(text)))
    except ValueError as e:
        print(e)
print(dt.isoformat(" ", "minutes"), dt.isoformat(timespec="milliseconds"), time(1, 2).isoformat(), time(1, 2, 3, 4, utc), a.isoformat(), dt.ctime(), repr(dt.time()), dt.date(), datetime.combine(d, time(1)))
print(f"{dt:%Y-%m-%d %H:%M:%S.%f %j %a %A %b %B %p %I %y %U %W %w %%} {d:%d/%m} {d} {a:%z %Z}|{dt:%z}|", dt.strftime(""), format(d, ""))
print(datetime.strptime("03 Mar 2021 04:05 PM +0130", "%d %b %Y %I:%M %p %z"), datetime.strptime("2021-060", "%Y-%j"), datetime.strptime("69 68", "%y %d") if False else datetime.strptime("68", "%y").year, datetime.strptime("69", "%y").year)
for code in ("d + 1", "d + hour == d", "d - dt", "d < dt", "d == dt", "dt < a", "dt == a", "a - dt", "d + day * MAXYEAR * 366", "date(2023, 2, 29)", "date(0, 1, 1)", "date(2023, 13, 1)", "time(24)", "time(1) + hour", "time(1) < time(2)", "time(1) < d", "timedelta(10**10)", "day / 0", "day / timedelta()", "day % 2", "day + 1", "day < 1", "day == 1", "timedelta('1')", "datetime(2024, 1, 1, 1, 60)", "d.replace(month=2, day=30)", "datetime.strptime('x', '%Y')", "datetime.strptime('2021 x', '%Y')", "datetime.strptime('31 02', '%d %m')", "datetime(2024, 1, 1, tzinfo=5)", "timezone(day)", "timezone(1)", "datetime.fromtimestamp(1e20, utc)", "datetime.max + hour", "dt.astimezone(utc) is None", "d.hour", "max(d, date(2024, 3, 1))", "{d: 1}[date(2024, 2, 28)]"):
    try:
        print(code, "=", eval(code))
    except Exception as e:
        print(code, "!", type(e).__name__, e)
