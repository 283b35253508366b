# Years that no clock has in time.asctime, and re.template.
import re
import time
import warnings

for year in 12345, 2 ** 31 - 1, -5, -2 ** 31 + 1900, -2 ** 31 + 1899, 2 ** 31, -2 ** 31 - 1, 2 ** 70:
    try:
        print(year, time.asctime((year, 1, 2, 3, 4, 5, 6, 7, 0)))
    except OverflowError as e:
        print(year, e)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    pattern = re.template("A.b", re.I)
print(pattern, pattern.findall("axb"), [(w.category.__name__, str(w.message)) for w in seen])
print("template" in re.__all__)
print(repr(re.compile("a", re.I).flags & re.I), repr(1 | re.I), repr(34 & re.I), 3 & True, 2 | True)
