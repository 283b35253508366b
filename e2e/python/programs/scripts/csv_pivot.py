"""A pivot table of sales, read as CSV and written as CSV, Markdown and fixed width."""
import csv
import io
import sys
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from operator import itemgetter

CENT = Decimal("0.01")


def read(stream):
    reader = csv.DictReader(stream, skipinitialspace=True)
    for row in reader:
        row["amount"] = Decimal(row["amount"].replace(" ", "").replace(",", "."))
        row["line"] = reader.line_num
        yield row


def pivot(rows, down, across, value):
    cells, columns = defaultdict(lambda: defaultdict(Decimal)), {}
    for row in rows:
        cells[row[down]][row[across]] += row[value]
        columns.setdefault(row[across])
    return cells, sorted(columns)


def table(cells, columns, corner):
    yield [corner, *columns, "total"]
    sums = [Decimal()] * len(columns)
    for name, row in sorted(cells.items(), key=lambda kv: (-sum(kv[1].values()), kv[0])):
        values = [row.get(c, Decimal()) for c in columns]
        sums = [a + b for a, b in zip(sums, values)]
        yield [name, *values, sum(values)]
    yield ["total", *sums, sum(sums)]


def money(value):
    if isinstance(value, Decimal):
        return f"{value.quantize(CENT, ROUND_HALF_UP):,}" if value else "-"
    return value


def markdown(rows):
    head, *body = [[money(v) for v in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(head, *body)]
    line = lambda cells: "| " + " | ".join(f"{c:<{w}}" if i == 0 else f"{c:>{w}}" for i, (c, w) in enumerate(zip(cells, widths))) + " |"
    yield line(head)
    yield "|" + "|".join("-" * (w + 1) + (":" if i else "-") for i, w in enumerate(widths)) + "|"
    yield from map(line, body)


rows = list(read(sys.stdin))
print(len(rows), "rows, last line", rows[-1]["line"], *map(itemgetter("item"), rows[:2]))
cells, columns = pivot(rows, "region", "quarter", "amount")
result = list(table(cells, columns, "region"))
print("\n".join(markdown(result)))
out = io.StringIO()
csv.writer(out, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(result)
print(out.getvalue(), end="")
by_item, regions = pivot(rows, "item", "region", "amount")
print("\n".join(markdown(table(by_item, regions, "item"))))
best = max(rows, key=itemgetter("amount"))
print({k: str(v) for k, v in best.items()})
writer = csv.DictWriter(sys.stdout, ["item", "amount"], extrasaction="ignore", dialect="excel-tab", lineterminator="\n")
writer.writeheader()
writer.writerows(sorted(rows, key=itemgetter("item", "amount"))[:4])
