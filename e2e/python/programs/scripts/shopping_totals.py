ORDERS = """\
id;item;qty;price
1;tea;2;3.50
2;coffee;1;4.00
3;tea;x;3.50
4;cake;3
5;tea;1;3.50
"""
totals, errors = {}, []
header, *rows = ORDERS.strip().split("\n")
names = header.split(";")
for n, row in enumerate(rows, 2):
    try:
        record = dict(zip(names, row.split(";"), strict=True))
        item = totals.setdefault(record["item"], {"qty": 0, "amount": 0.0})
        item["amount"] += int(record["qty"]) * float(record["price"])
        item["qty"] += int(record["qty"])
    except ValueError as e:
        errors.append(f"line {n}: {e}")
for name, t in sorted(totals.items(), key=lambda p: -p[1]["amount"]):
    print(f"{name:<8}{t['qty']:>3}{t['amount']:>8.2f}")
print(*errors, sep="\n")
raise SystemExit(len(errors))
