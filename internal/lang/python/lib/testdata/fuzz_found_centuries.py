from datetime import date
for y in 1, 50, 99, 100, 101, 500, 999, 1000, 2024: print(y, [date(y,1,1).strftime('%'+c) for c in 'CyYGgDFxcUVhj'], date(y,1,1).strftime('%y%C|%5C|%_C|%-C|%05Y'))
import time
for y in -1200, -100, -99, -1, 0, 5, 150, 12345: print(y, time.strftime('%C|%y|%Y|%3C|%_4C', (y,1,1,0,0,0,0,1,0)))
