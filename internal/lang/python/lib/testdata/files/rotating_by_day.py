# Files of logs that are put aside at midnight, or at another time of the local day.
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
