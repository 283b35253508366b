# Files of logs that are put aside at midnight, or at another time of the local day, or on a day of the week.
import datetime
import logging
import logging.handlers
import os
import time

os.chdir("/data")
for tz in "UTC", "Europe/Berlin", "Australia/Sydney":
    os.environ["TZ"] = tz
    time.tzset()
    for at in None, datetime.time(2, 30), datetime.time(12):
        for utc in False, True:
            h = logging.handlers.TimedRotatingFileHandler("x.log", "midnight", utc=utc, atTime=at, delay=True)
            for now in 1711839600, 1711846800, 1711852200, 1729990800, 1712419200, 1720000000:
                print(tz, at, utc, now, h.computeRollover(now))

os.environ["TZ"] = "Asia/Tokyo"
time.tzset()
h = logging.handlers.TimedRotatingFileHandler("x.log", "midnight")
h.rolloverAt = 1_720_000_000
h.emit(logging.LogRecord("x", logging.INFO, "f", 1, "message", (), None))
h.close()
print(sorted(os.listdir()), time.localtime(h.rolloverAt)[3:6])

for tz in "UTC", "Europe/Berlin", "Australia/Sydney":
    os.environ["TZ"] = tz
    time.tzset()
    for when in "W0", "w2", "W5", "W6":
        for at in None, datetime.time(3, 30), datetime.time(23, 59, 59):
            for utc in False, True:
                h = logging.handlers.TimedRotatingFileHandler("x.log", when, utc=utc, atTime=at, delay=True)
                print(tz, when, at, utc, [h.computeRollover(now) - now for now in (1711839600, 1711846800, 1729990800, 1712419200, 1720000000, 1720396800)])
print(h.interval, h.dayOfWeek, h.suffix)
for when in "W", "W7", "wx", "W10", "X":
    try:
        logging.handlers.TimedRotatingFileHandler("x.log", when, delay=True)
    except ValueError as e:
        print(e)
os.environ["TZ"] = "Asia/Tokyo"
time.tzset()
h = logging.handlers.TimedRotatingFileHandler("y.log", "W3")
h.rolloverAt = 1_720_000_000
h.emit(logging.LogRecord("x", logging.INFO, "f", 1, "message", (), None))
h.close()
then = time.localtime(h.rolloverAt)
print(sorted(os.listdir()), then.tm_wday, h.rolloverAt > time.time())

# A file that is there is as old as its last change.
with open("old.log", "w"):
    pass
for when in "s", "h", "d":
    h = logging.handlers.TimedRotatingFileHandler("old.log", when)
    print(h.rolloverAt - h.interval == int(os.stat("old.log").st_mtime))
