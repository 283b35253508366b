from decimal import *
for s in ' 12 ', '1_0', '12\n', 'x', '1_000.5', '_1', '1__0', 'sNaN', 'NaN12345678901', '1e5 ', '', ' ', '\u0663', '١٢', 12, 1.5, (0,(1,2),0):
    for c in Context(prec=5), Context(prec=3, traps=[]), ExtendedContext:
        for f in c.create_decimal, lambda s: Decimal(s, c), Decimal:
            try: print(repr(s), f(s))
            except Exception as e: print(repr(s), type(e).__name__, e)
