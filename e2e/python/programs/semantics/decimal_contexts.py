"""Decimal's results come of the context: its precision, rounding and traps."""
from decimal import (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP, Context, Decimal, DivisionByZero,
                     Inexact, InvalidOperation, Overflow, getcontext, localcontext, setcontext)

D = Decimal
print(getcontext().prec, D(1) / D(7), D("0.1") + D("0.2"), D(0.1), D("1.10") + D("2.2"), D("1.20") * D("3.0"), D("5") / D("2.50"), D(10) ** -3)
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / D(3), D("123456.789") + 0, +D("1.234567"), D("123456.789"), D(2).sqrt(), D("1e10") + D("1"))
    ctx.rounding = ROUND_UP
    print(D(1) / D(3), round(D("2.5")), D("1.00001") * D("1.1"))
print(getcontext().prec, D(1) / D(3))
for mode in (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP):
    print(mode, *(D(v).quantize(D("0.1"), rounding=mode) for v in ("1.25", "-1.25", "1.35", "1.21", "-1.29", "1.50", "2.01")))
for code in ("D(1) / 0", "D(0) / 0", "D(1) % 0", "D('x')", "D('1.2.3')", "D(-1).sqrt()", "D(1) + 1.5", "D('sNaN') + 1", "D('NaN') + 1", "D('NaN') < 1", "D('Infinity') - D('Infinity')",
             "D('1e999999') * D('1e999999')", "D('123.456').quantize(D('1e-30'))", "D('1e-10').quantize(D('1'))", "D((1, (1, 2, 3), -2))", "D(True)", "D([1])", "int(D('NaN'))", "int(D('Infinity'))", "D(0) ** 0", "D(-8) ** D('0.5')", "D(2) ** 100", "D('-0') == 0", "D('1.0') == 1", "D('0.1') == 0.1", "D('0.5') == 0.5", "D(1) < 1.5", "hash(D('1.0')) == hash(1)", "D(1) // D('0.3')", "divmod(D(-7), 2)", "D(7) % -3"):
    try:
        print(code, "=", eval(code))
    except Exception as e:
        print(code, "!", type(e).__name__, e)
own = Context(prec=3, rounding=ROUND_DOWN, traps=[])
print(own.divide(D(2), D(3)), own.divide(1, 0), own.sqrt(D(-1)), own.create_decimal("3.14159"), own.flags[DivisionByZero], own.flags[InvalidOperation], own.flags[Overflow])
own.clear_flags()
own.traps[Inexact] = True
try:
    own.add(D("1.11"), D("0.001"))
except Inexact as e:
    print("inexact", e.__class__.__mro__[1].__name__)
setcontext(Context(prec=4))
print(D(22) / 7, D("1E+3"), D("1000").normalize(), D("0.00001"), D("0.000000123"), D("123e5"), D("1.5e-7"), str(D("-0E+3")), repr(D("1e2")))
print(D("1234.5").as_tuple(), D("12.30").adjusted(), D("1e3").to_integral_value(), D("3.7").to_integral_value(), D("1.5").as_integer_ratio(), D("12").copy_sign(D(-1)), D("5").compare(D("7")), D("1").is_signed(), D("Inf").is_infinite(), D("NaN").is_nan())
print(f"{D('1234567.891'):,.2f} {D('0.5'):.0%} {D('12.5'):>10} {D('1e6'):f} {D('255'):e} {D('1.5'):g} {D('3'):08.2f} {D('-1'):+}")
print(sum([D("0.1")] * 10), max(D("1.0"), D("1.00")), sorted([D("2"), 1, D("1.5")]), D("1.1").next_plus(), D(3).fma(2, 1), D("1e3").scaleb(2), D("2").ln(), D("1").exp(), D("100").log10())
