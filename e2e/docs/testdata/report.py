import csv, sys
print(sum(int(row["amount"]) for row in csv.DictReader(sys.stdin)))
