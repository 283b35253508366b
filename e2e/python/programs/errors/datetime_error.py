from datetime import date, datetime

for act in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: datetime(2023, 1, 1, 25), lambda: datetime.strptime("x", "%Y"), lambda: date.fromisoformat("2023-1-1"), lambda: date(2023, 1, 1) + 1):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
date(10000, 1, 1)
