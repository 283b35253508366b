from zoneinfo import *
from datetime import *
import zoneinfo
z = ZoneInfo("America/New_York"); b = ZoneInfo("Europe/Berlin"); l = ZoneInfo("Australia/Lord_Howe"); d = ZoneInfo("Europe/Dublin")
print(repr(z), str(z), z.key, ZoneInfo("UTC"), z is ZoneInfo("America/New_York"))
for dt in [datetime(2024,1,1,12), datetime(2024,7,1,12), datetime(2024,3,10,2,30), datetime(2024,11,3,1,30), datetime(2024,11,3,1,30,fold=1), datetime(2024,3,10,2,30,fold=1), datetime(1950,6,1), datetime(2050,7,1), datetime(2024,3,31,2,30), datetime(2024,10,27,2,30), datetime(2024,4,7,1,45), datetime(2024,4,7,1,45,fold=1)]:
    for t in (z, b, l, ZoneInfo("Asia/Kolkata"), ZoneInfo("UTC")):
        x = dt.replace(tzinfo=t); print(x, x.tzname(), x.dst(), x.utcoffset(), x.astimezone(timezone.utc), x.timestamp())
    u = dt.replace(tzinfo=timezone.utc); print(u.astimezone(z), u.astimezone(b).fold, u.astimezone(l), u.astimezone(z).fold)
for h in range(0, 10): print(datetime(2024,11,3,h,30,tzinfo=timezone.utc).astimezone(z), datetime(2024,11,3,h,30,tzinfo=timezone.utc).astimezone(z).fold)
for k in ("No/Such", "/abs", "../x", ""):
    try: print(ZoneInfo(k))
    except Exception as e: print(type(e).__name__, str(e)[:40])
print(z.utcoffset(None), time(1, tzinfo=z).utcoffset(), datetime(2024,1,1,tzinfo=z) + timedelta(days=180), datetime.now(z).tzinfo)
import copy; print(copy.copy(z) is z, copy.deepcopy(z) is z)
print(datetime(2024,1,1,tzinfo=z) == datetime(2024,1,1,6,tzinfo=b), datetime(2024,11,3,1,30,tzinfo=z) == datetime(2024,11,3,5,30,tzinfo=timezone.utc), datetime(2024,11,3,1,30,tzinfo=z)-datetime(2024,11,3,1,30,tzinfo=z,fold=1))
