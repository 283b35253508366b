import csv
import io
import sys
from collections import defaultdict

totals = defaultdict(float)
for row in csv.DictReader(sys.stdin):
    totals[row["region"]] += float(row["amount"]) * int(row["qty"])
out = io.StringIO()
w = csv.writer(out)
w.writerow(["region", "total"])
for region in sorted(totals):
    w.writerow([region, f"{totals[region]:.2f}"])
print(out.getvalue(), end="")
print(max(totals, key=totals.get))
