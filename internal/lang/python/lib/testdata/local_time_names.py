# Zones by the names that the database has beside theirs, offsets that are too large, and long texts.
import os
import time
import zoneinfo


def show(tz):
    os.environ["TZ"] = tz
    time.tzset()
    print(ascii(tz)[:40], len(tz), time.tzname, time.timezone, time.altzone, time.daylight)
    for t in 1_720_000_000, 1_700_000_000:
        shown = time.localtime(t)
        seconds = () if tz.startswith("right/") else shown[:6]
        print("  ", seconds, shown.tm_zone[:40], len(shown.tm_zone), shown.tm_gmtoff, shown.tm_isdst)


for tz in (
    "posix/Europe/Berlin", ":posix/Europe/Berlin", "/usr/share/zoneinfo/posix/Asia/Tokyo", "posix//Europe/Berlin", "posix/UTC", "posix/EST5EDT", "posixrules",
    ":posixrules", "right/Europe/Berlin", "right/UTC", "posix", "right", "posix/", "posix/Local", "posix/Nowhere", "right/Nowhere", "posix/posix/Europe/Berlin",
    "posix/posixrules", "right/posix/Europe/Berlin", "posixrules/x",
):
    show(tz)
for tz in (
    "AAA24", "AAA25", "AAA-25", "AAA+25", "AAA30BBB", "AAA25:30:30", "AAA24:59:59", "AAA-167:30", "AAA99", "AAA999:99:99", "AAA24:60", "AAA5:99", "AAA5:30:99",
    "AAA1234567890123", "<+30>-30", "AAA5BBB26", "AAA5BBB-26:30,M3.5.0,M10.5.0", "AAA25BBB", "AAA5<+BB>30,M3.5.0,M10.5.0", "AAA05:7",
):
    show(tz)
for tz in (
    "A" * 300, "A" * 300 + "5", "A" * 300 + "5BBB,M3.5.0,M10.5.0", "AAA5" + "B" * 300 + ",M3.5.0,M10.5.0", "<" + "B" * 300 + ">5", "/" * 300, ":" * 300, "x/" * 200,
):
    show(tz)
for key in "posix/Europe/Berlin", "posixrules":
    print(zoneinfo.ZoneInfo(key).key)
