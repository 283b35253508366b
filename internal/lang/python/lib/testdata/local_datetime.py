# The local time of module datetime and of what uses it: folds, gaps, the first and the last
# day, naive and aware.
import email.utils
import os
import time
from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo


def use(tz):
    os.environ["TZ"] = tz
    time.tzset()


def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


class Unknown(tzinfo):
    def utcoffset(self, dt):
        return None

    def dst(self, dt):
        return None

    def tzname(self, dt):
        return "?"


class Mine(datetime):
    pass


TIMES = [datetime(2021, month, day, hour, minute, 0, 5) for month, day in ((1, 1), (3, 14), (3, 28), (4, 4), (7, 1), (10, 3), (10, 31), (11, 7))
         for hour, minute in ((0, 0), (1, 30), (2, 0), (2, 15), (2, 59), (3, 0))]

for tz in "UTC", "Europe/Berlin", "Europe/Dublin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Kolkata", "CET-1CEST,M3.5.0,M10.5.0/3", "Foo":
    use(tz)
    print("==", tz)
    for naive in TIMES:
        first, second = naive, naive.replace(fold=1)
        there = [datetime.fromtimestamp(round(d.timestamp())) for d in (first, second)]
        print(first, first.timestamp(), second.timestamp(), *((str(d), d.fold) for d in there), *(f"{d.astimezone()} {d.astimezone().tzname()}" for d in (first, second)))
    for seconds in (0, -1, -1.5, 1e9, 1_636_264_799, 1_636_264_800, 1_635_642_000, 4_102_444_800, -2_000_000_000):
        print(repr(datetime.fromtimestamp(seconds)), repr(Mine.fromtimestamp(seconds)), date.fromtimestamp(seconds), datetime.utcfromtimestamp(seconds),
              datetime.fromtimestamp(seconds, timezone.utc).astimezone())
    show(datetime(2021, 7, 1, tzinfo=ZoneInfo("Asia/Tokyo")).astimezone)
    show(datetime(2021, 7, 1, tzinfo=Unknown()).astimezone)
    show(datetime(2021, 7, 1, tzinfo=Unknown()).astimezone, timezone.utc)
    show(datetime(2021, 7, 1, tzinfo=Unknown()).timestamp)
    show(datetime(2021, 7, 1).astimezone, timezone(timedelta(hours=5)))
    print(datetime(2021, 7, 1).strftime("%s [%z] [%Z] [%-Z]"), date(2021, 7, 1).strftime("%s"), datetime(2021, 7, 1, tzinfo=timezone.utc).strftime("%s %z %Z"))
    print(datetime(2021, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")).strftime("%s %z %Z"))
    for edge in datetime.min, datetime.max, datetime(1, 1, 2), datetime(9999, 12, 30, 12):
        for fold in 0, 1:
            show(edge.replace(fold=fold).timestamp)
            show(edge.replace(fold=fold).astimezone)
    for seconds in (-62135596800, -62135596800 + 86400, 253402300799, 253402300799 - 86400, 253402300800, 1e17, 2**60):
        show(datetime.fromtimestamp, seconds)
        show(date.fromtimestamp, seconds)
    print(email.utils.formatdate(1_720_000_000, localtime=True), email.utils.formatdate(1_700_000_000))
    for isdst in -1, 0, 1:
        print(email.utils.localtime(datetime(2021, 10, 31, 2, 30), isdst), email.utils.localtime(datetime(2021, 1, 1, tzinfo=timezone.utc), isdst))
    print(email.utils.mktime_tz((2021, 7, 1, 0, 0, 0, 0, 1, 0, None)))
    now = datetime.now()
    print(abs(now - datetime.fromtimestamp(time.time())) < timedelta(minutes=1), now.astimezone().utcoffset() == datetime.now(timezone.utc).astimezone().utcoffset())
    print(abs(datetime.today() - datetime.now()) < timedelta(minutes=1), abs(datetime.utcnow() - datetime.now(timezone.utc).replace(tzinfo=None)) < timedelta(minutes=1))
    print(date.today() - datetime.now().date() < timedelta(2), abs(time.mktime(time.localtime()) - time.time()) < 60)

import logging
import logging.handlers

use("America/New_York")
record = logging.LogRecord("x", logging.INFO, "f", 1, "message", (), None)
record.created, record.msecs = 1_720_000_000.25, 250
print(logging.Formatter("%(asctime)s %(message)s").format(record), logging.Formatter("%(asctime)s", "%H:%M %Z").format(record))
