from datetime import date, datetime, timedelta, timezone

d = date(2024, 2, 28)
print(d + timedelta(days=2), d.weekday(), d.isoformat(), d.strftime("%A %d %B %Y, week %W, day %j"), d.isocalendar()[1])
a, b = datetime(2024, 3, 1, 9, 30), datetime(2024, 3, 4, 18, 0, 15)
delta = b - a
print(delta, delta.days, delta.seconds, delta.total_seconds(), delta // timedelta(hours=1), str(-delta))
print(datetime.strptime("2024-05-06 07:08", "%Y-%m-%d %H:%M"), datetime.fromisoformat("2024-01-02T03:04:05+02:00").astimezone(timezone.utc))
print(a < b, max(a, b).date(), a.replace(hour=0), a.timestamp() if False else "skipped", repr(timedelta(hours=25, milliseconds=5)))
tz = timezone(timedelta(hours=-5), "EST")
print(datetime(2024, 7, 1, 12, tzinfo=tz).isoformat(), datetime(2024, 7, 1, tzinfo=tz).tzname(), [str(date(2024, m, 1) - timedelta(days=1)) for m in (1, 3, 12)])
