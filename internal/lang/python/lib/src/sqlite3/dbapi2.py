"""The names of the DB-API 2.0, and the adapters and converters that are there from the start."""

import collections.abc
import datetime
import time

from _sqlite3 import *

paramstyle = "qmark"

apilevel = "2.0"

Date = datetime.date

Time = datetime.time

Timestamp = datetime.datetime


def DateFromTicks(ticks):
    return Date(*time.localtime(ticks)[:3])


def TimeFromTicks(ticks):
    return Time(*time.localtime(ticks)[3:6])


def TimestampFromTicks(ticks):
    return Timestamp(*time.localtime(ticks)[:6])


version_info = tuple(map(int, version.split(".")))
sqlite_version_info = tuple(map(int, sqlite_version.split(".")))

Binary = memoryview
collections.abc.Sequence.register(Row)


def _register():
    def adapt_date(val):
        return val.isoformat()

    def adapt_datetime(val):
        return val.isoformat(" ")

    def convert_date(val):
        return datetime.date(*map(int, val.split(b"-")))

    def convert_timestamp(val):
        day, clock = val.split(b" ")
        year, month, mday = map(int, day.split(b"-"))
        seconds, *fraction = clock.split(b".")
        hour, minute, second = map(int, seconds.split(b":"))
        micro = int(fraction[0].decode()[:6].ljust(6, "0")) if len(fraction) == 1 else 0
        return datetime.datetime(year, month, mday, hour, minute, second, micro)

    register_adapter(datetime.date, adapt_date)
    register_adapter(datetime.datetime, adapt_datetime)
    register_converter("date", convert_date)
    register_converter("timestamp", convert_timestamp)


_register()
del _register


def enable_shared_cache(enable):
    from _sqlite3 import enable_shared_cache as switch
    import warnings
    warnings.warn("enable_shared_cache is deprecated and will be removed in Python 3.12. "
                  "Shared cache is strongly discouraged by the SQLite 3 documentation. "
                  "If shared cache must be used, open the database in URI mode using the cache=shared query parameter.",
                  DeprecationWarning, stacklevel=2)
    return switch(enable)
