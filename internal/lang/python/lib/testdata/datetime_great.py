from datetime import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
vals = [1, 2**63, -2**70, 1.5, 1e300, float('nan'), b'x', True, 10**10, 999999999, -10**9]
names = 'days seconds microseconds milliseconds minutes hours weeks'.split()
for a in vals:
    for n in names: t(lambda: timedelta(**{n: a}))
    for b in vals:
        t(lambda: timedelta(a, b)); t(lambda: timedelta(b'x', a, b)); t(lambda: timedelta(seconds=a, weeks=b))
    t(lambda: timedelta(1) * a); t(lambda: timedelta(1) / a); t(lambda: timedelta(1) // a); t(lambda: timedelta(1) % a); t(lambda: divmod(timedelta(1), a)); t(lambda: timedelta(1) + a); t(lambda: a * timedelta(1)); t(lambda: a / timedelta(1))
    t(lambda: date(a, 1, 1)); t(lambda: date(2000, a, 1)); t(lambda: date(2000, 1, a)); t(lambda: date(a, b'x', 1)); t(lambda: time(a)); t(lambda: time(1, a)); t(lambda: time(1,1,1,a)); t(lambda: datetime(2000, 1, 1, a)); t(lambda: timezone(a)); t(lambda: datetime.fromtimestamp(a, timezone.utc)); t(lambda: date.fromordinal(a)); t(lambda: date.fromisocalendar(a, 1, 1)); t(lambda: date.fromisocalendar(2000, a, 1)); t(lambda: date(2000,1,1).replace(a)); t(lambda: time(1).replace(minute=a)); t(lambda: datetime(2000,1,1, fold=a)); t(lambda: time(1, tzinfo=a)); t(lambda: date(2000, 1, 1) + a); t(lambda: date(2000,1,1) < a); t(lambda: date(2000,1,1) == a)
