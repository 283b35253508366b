from decimal import Decimal, ROUND_HALF_UP, getcontext

total = Decimal("100.00")
share = (total / 3).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print(share, total - share * 2, share * 3 == total)
print(Decimal("1.10") + Decimal("2.205"), Decimal(1) / Decimal(7), Decimal("1E+3"), -Decimal("0.50"), Decimal(0.1))
print(sorted([Decimal("2.5"), Decimal("10"), Decimal("-1")]), f"{Decimal('1234.5'):,.2f}", int(Decimal("9.99")), round(Decimal("2.675"), 2))
getcontext().prec = 6
print(Decimal(2).sqrt(), Decimal("1") / 3)
