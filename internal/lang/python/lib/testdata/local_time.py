# The local time of module time, by the variable TZ: zones of both hemispheres, changes of
# daylight saving, times before 1970 and far ahead, and the way back.
import os
import time


def use(tz):
    if tz is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = tz
    time.tzset()


def shown(seconds):
    t = time.localtime(seconds)
    back = [time.mktime(t[:8] + (dst,)) - seconds for dst in (t.tm_isdst, -1, 0, 1)]
    return "%d-%02d-%02d %02d:%02d:%02d %d %d %d %s %d %s" % (*t, t.tm_zone, t.tm_gmtoff, back)


def changes(begin, end):
    """The times at which the offset changes."""
    last = begin
    while begin < end:
        begin += 20 * 86400
        if time.localtime(begin).tm_gmtoff == time.localtime(last).tm_gmtoff:
            last = begin
            continue
        low, high = last, begin
        while high - low > 1:
            middle = (low + high) // 2
            if time.localtime(middle).tm_gmtoff == time.localtime(last).tm_gmtoff:
                low = middle
            else:
                high = middle
        yield high
        last = begin


for tz in (
    None, "UTC", "Europe/Berlin", ":Europe/London", "Europe/Dublin", "America/New_York", "America/St_Johns", "America/Sao_Paulo", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Tokyo", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Apia", "/usr/share/zoneinfo/Asia/Tokyo",
    "EST+05EDT,M4.1.0,M10.5.0", "UTC-3", "<+03>-3", "NZST-12NZDT,M9.5.0,M4.1.0/3", "AAA3BBB,J60/2,J300/2", "IST-1GMT0,M10.5.0,M3.5.0/1",
):
    use(tz)
    print("==", tz, time.tzname, time.timezone, time.altzone, time.daylight)
    for seconds in (0, 86400 * 182, -86400 * 10000, 1_700_000_000, 1_720_000_000, 1.9, -0.5):
        print(shown(seconds))
    for change in changes(1_577_836_800, 1_640_995_200):
        for beside in (-7200, -3601, -1, 0, 1799, 3599, 3600, 7200):
            print(shown(change + beside))

for tz in "Europe/Berlin", "America/New_York", "CET-1CEST,M3.5.0,M10.5.0/3":
    use(tz)
    print("==", tz)
    for year in range(1900, 2101, 10):
        print(year, [time.mktime((year, month, 1, 12, 0, 0, 0, 0, -1)) for month in (1, 4, 7, 10)])

use("Europe/Berlin")
print(time.ctime(1_720_000_000), time.asctime(time.localtime(1_720_000_000)), time.asctime(time.gmtime(1_720_000_000)))
for fields in ((2021, 3, 28, 2, 30, 0), (2021, 10, 31, 2, 30, 0), (2021, 14, 40, 30, 70, 80), (2021, 0, 0, -1, -1, 5000)):
    for dst in -1, 0, 1:
        print(fields, dst, time.mktime(fields + (0, 0, dst)))
os.environ["TZ"] = "Asia/Tokyo"
print(time.localtime(0).tm_zone)
print(time.mktime((2020, 1, 1, 0, 0, 0, 0, 0, 0)), time.localtime(0).tm_zone, time.tzname)
