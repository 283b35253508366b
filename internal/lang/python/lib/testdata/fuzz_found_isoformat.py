from datetime import *
import itertools
n=0
for a in '20240102', '10:20:30', '102030', '10', '1020', '10:20', '10:', '10:20:', '10:20:30:', '10:20:30:5', '10.', '10.5', '10:20.5', '1020.5', '10:20:30.1234567', '10:20:30.1234567x', '10:20:30.12x', '10x', '10xx', '102', '10:2', '10:20x', '10:20:30x', '10\0', '10:20:30.123456\0x', '10203', '10203040506070', '', 'x', '1:2','25', '10:60', '102030x', '10:20:30,5','10:20,30', 'T10':
    for z in '', '+01', '+01:00', '-0130', 'Z', 'Z1', '+', '+1', '+01:', '+010203', '+01:02:03.5', '-23:59', '+24:00', '+25', '+01x', '+00:60', '-', ' ', '+01:02:03:4', '+01Z', '+010203456789':
        for f in time.fromisoformat, lambda s: datetime.fromisoformat('2024-01-02 '+s):
            try: print(repr(a+z), f(a+z))
            except Exception as e: print(repr(a+z), type(e).__name__, e)

# The order of fold and tzinfo in a repr.
from datetime import datetime, time, timedelta, timezone

tz = timezone(timedelta(hours=1))
print(repr(datetime(2024,3,12,2,0,tzinfo=tz,fold=1)))
print(repr(time(2,0,tzinfo=tz,fold=1)), repr(time(2,0,fold=1)), repr(datetime(2024,3,12,fold=1)))
class D(datetime): pass
class T(time): pass
print(repr(D(2024,3,12,2,0,1,5,tzinfo=tz,fold=1)), repr(T(1,2,3,4,tzinfo=tz,fold=1)))
