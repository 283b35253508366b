from decimal import Decimal, InvalidOperation, DivisionByZero

try:
    Decimal("abc")
except InvalidOperation as e:
    print(type(e).__mro__[1].__name__)
try:
    Decimal(1) / Decimal(0)
except DivisionByZero as e:
    print("division by zero")
print(Decimal("0.1") + Decimal("0.2"))
Decimal(1) + 0.5
