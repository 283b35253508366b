# What TZ may be beside the name of a zone, and times by strftime and strptime in zones.
import os
import time


def use(tz):
    os.environ["TZ"] = tz
    time.tzset()


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for tz in (
    "", ":", "Foo", ":Foo", "Foo/Bar", "X", "3", "A3", "<A>3", "<+A1>3", "<ABC3", "Foo:30", "Foo3:30:15", "Foo 3", "europe/berlin", "Europe", "Local", "GMT0", "Zulu",
    "UTC0UTC", "ABCDEFGHIJKLM3", "ABCDEFGHIJKLM", ":EST5", "Foo-3Bar-5,J60/2,J300/-3", "Foo3Bar", "CET-1CEST,M3.5.0/167,M10.5.0", "CET-1CEST,M13.5.0,M10.5.0",
    "Foo-o3", "/etc/passwd", "\xe4\xf6\xfc3", "UTC+24", "Asia/Tokyo/", "Foo-12:30",
):
    use(tz)
    summer, winter = time.localtime(1_720_000_000), time.localtime(1_705_000_000)
    print(ascii(tz), time.tzname, time.timezone, time.altzone, time.daylight, summer.tm_zone, summer.tm_gmtoff, summer.tm_isdst, winter.tm_zone, winter.tm_gmtoff)

for tz in "UTC", "Europe/Berlin", "Europe/Dublin", "Australia/Sydney", "Asia/Kolkata", "Foo":
    use(tz)
    print("==", tz)
    print(time.strftime("%Z %z %s %c", time.localtime(1_720_000_000)), time.strftime("%Z %z", time.gmtime(0)))
    for dst in -1, 0:
        print(time.strftime("[%Z] [%z] [%s]", (2024, 7, 1, 0, 0, 0, 0, 183, dst)))
    print(time.strftime("%Z %z", time.struct_time((2024, 7, 1, 0, 0, 0, 0, 183, 1, "ABC", 7200))))
    for text in "UTC", "utc", "GMT", "CET", "cest", "Ist", "AEDT", "Foo", "EST":
        t = attempt(time.strptime, "12 " + text, "%H %Z")
        print(t if isinstance(t, str) else (t.tm_zone, t.tm_gmtoff, t.tm_isdst))
    t = time.strptime("12 UTC +0100", "%H %Z %z")
    print(t.tm_zone, t.tm_gmtoff)
