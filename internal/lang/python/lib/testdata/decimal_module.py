from decimal import *
import decimal
getcontext().prec=50
print(Decimal(2).sqrt(),Decimal(10).ln(),Decimal(1).exp(),Decimal(2)**Decimal('0.5'),Decimal('1.0000000001').ln(),Decimal('0.99999').log10(),Decimal(1000).log10())
getcontext().prec=300; print(Decimal(1).exp(), Decimal(3).ln(), Decimal(7).log10())
getcontext().prec=28
with localcontext() as c:
    c.prec=5; print(Decimal(1)/3)
with localcontext(prec=7, rounding=ROUND_UP): print(Decimal(1)/3)
print(Decimal(1)/3, sum([Decimal('0.1')]*3), Decimal('0.1')+Decimal('0.2')==Decimal('0.3'), sorted([Decimal(3),1,2.5]), hash(Decimal('1.5'))==hash(1.5), {Decimal(1):2}[1], Decimal('1.10')==Decimal('1.1'), max(Decimal(1),2), isinstance(Decimal(1),Decimal))
print(f"{Decimal('1234567.891'):,.2f} {Decimal('3.14159'):.3} {Decimal(1):>8}|{Decimal('-5'):^9}", '%s %d %.2f' % (Decimal('1.5'),Decimal('2.7'),Decimal('3.14159')), str(Decimal('1E+5')), int(Decimal('1e3')), round(Decimal('2.675'),2), round(Decimal('2.5')), divmod(Decimal(7),3), -Decimal(7)//2, Decimal(-7)%3, abs(Decimal(-3)), +Decimal('1.23'), 2**Decimal(3), 7-Decimal(2), Decimal(7).quantize(Decimal('.01'), rounding=ROUND_HALF_UP))
class D(Decimal): pass
print(repr(D(1)), type(D(1)+1), D('2.5')*2, D.from_float(0.5), type(D.from_float(0.5)), isinstance(D(1),Decimal))
import copy, json, math
print(copy.copy(Decimal(1)), copy.deepcopy([Decimal(1)]), math.floor(Decimal('1.5')), math.ceil(Decimal('1.5')), math.trunc(Decimal('-1.5')), math.sqrt(Decimal(4)), float(Decimal('0.1')), complex(Decimal(2)), bool(Decimal(0)), Decimal('  1_000.5 '), Decimal('١٢'), Decimal(10**30), Decimal(True))
try: json.dumps(Decimal(1))
except TypeError as e: print(e)
getcontext().traps[FloatOperation]=True
for f in (lambda: Decimal(1.5), lambda: Decimal(1)<1.5, lambda: Decimal(1)==1.0, lambda: Decimal.from_float(1.5)):
    try: print(f())
    except Exception as e: print(type(e),e)
getcontext().traps[FloatOperation]=False
try: Decimal(1).foo
except AttributeError as e: print(e)
try: Decimal(1).real=5
except AttributeError as e: print(e)
try: getcontext().prec=0
except ValueError as e: print(e)
c=Context(prec=4); print(c.add(Decimal(1),2), c.power(2,3), c.power(2,3,5), c.create_decimal('1.23456'), c.to_sci_string(Decimal('1e5')), c.sqrt(2), c.Etiny(), c.Etop(), c.copy().prec, c==c.copy(), c.divmod(7,2), c.flags[Inexact])
