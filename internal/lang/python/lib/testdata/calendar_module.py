import calendar
print(calendar.calendar(2024)); print(calendar.month(2023, 2)); calendar.prmonth(2024, 2, w=4, l=2); print(calendar.TextCalendar(6).formatmonth(1999, 12)); print(calendar.HTMLCalendar().formatmonth(2020, 5)); print(len(calendar.HTMLCalendar(6).formatyear(2020)), calendar.HTMLCalendar().formatyearpage(2020)[:600])
print(calendar.monthrange(2024,2), calendar.isleap(1900), calendar.leapdays(1900,2025), calendar.weekday(2024,5,5), calendar.monthcalendar(2024,2), calendar.timegm((2024,2,3,4,5,6)), list(calendar.month_name), list(calendar.day_abbr), calendar.month_abbr[3:5], len(calendar.day_name))
for f in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.weekday(2024,2,30)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
c = calendar.Calendar(6); print(list(c.itermonthdays4(2024, 2))[:3], list(c.itermonthdates(2024,1))[:2], c.yeardayscalendar(2024, 6)[0][1], list(c.iterweekdays()), c.monthdays2calendar(2021,2)[-1])
calendar.setfirstweekday(6); print(calendar.month(2024, 5), calendar.weekheader(3), calendar.firstweekday(), calendar.MONDAY)
