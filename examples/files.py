# Adds up the files of a directory, line by line, and writes what it found:
#
#   elided run --fs /data=examples/data --fs /out=/tmp:rw examples/files.py
import csv
import json
from fractions import Fraction
from pathlib import Path


def total(path):
    with path.open(newline="") as file:
        return sum((int(row["units"]) * Fraction(row["price"]) for row in csv.DictReader(file)), Fraction())


report = Path("/out/report.json")
report.write_text(json.dumps({file.name: float(total(file)) for file in sorted(Path("/data").glob("*.csv"))}))
print(report.read_text())

try:
    open("/data/wednesday.csv")
except FileNotFoundError as e:
    print(f"{type(e).__name__}: {e}")
