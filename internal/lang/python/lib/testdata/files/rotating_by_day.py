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

# Of the files that were put aside, as many are kept as is said.
def put_aside(base, names, when, namer=None):
    folder = "aside-" + when + str(namer is None)
    os.mkdir(folder)
    for name in names:
        with open(os.path.join(folder, name), "w"):
            pass
    h = logging.handlers.TimedRotatingFileHandler(os.path.join(folder, base), when, backupCount=2, utc=True)
    h.namer = namer
    print(h.extMatch.pattern, [os.path.basename(path) for path in h.getFilesToDelete()])
    h.rolloverAt = 1_720_000_000
    h.doRollover()
    h.close()
    print(sorted(os.listdir(folder)))


NAMES = ["a.log.2024-06-2%d" % i for i in range(1, 5)] + ["a.log.2024-06-30_10-11", "a.log.2024-07-01_10", "a.log.2024-07-02", "a.log.old", "b.log.2024-06-21",
                                                         "a.2024-06-05.log", "a.2024-06-06.log", "a.x.2024-06-07", "a.2024-06-08", "a.log.x.2023-01-01"]
for when in "d", "midnight", "h", "m", "s", "w1":
    put_aside("a.log", NAMES, when)
    put_aside("a.log", NAMES, when, lambda name: name.replace(".log", "") + ".log")
