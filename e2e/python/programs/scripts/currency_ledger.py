"""A ledger in decimals: double entry, rounding, contexts, interest."""
import decimal
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal as D
from decimal import localcontext


class Unbalanced(ValueError):
    pass


@dataclass(frozen=True)
class Entry:
    account: str
    amount: D

    def __post_init__(self):
        if not isinstance(self.amount, D):
            object.__setattr__(self, "amount", D(str(self.amount)))


@dataclass
class Ledger:
    balances: dict[str, D] = field(default_factory=lambda: defaultdict(D))
    posted: int = 0

    def post(self, *entries: Entry):
        total = sum((e.amount for e in entries), D(0))
        if total:
            raise Unbalanced(f"entries sum to {total:+}")
        for e in entries:
            self.balances[e.account] += e.amount
        self.posted += 1


def shares(total, weights, cent=D("0.01")):
    """Splits a sum by weights so that the parts add up to the cent."""
    whole, parts = sum(weights), []
    for w in weights:
        parts.append((total * w / whole).quantize(cent, decimal.ROUND_DOWN))
    left = int((total - sum(parts)) / cent)
    return [p + cent if i < left else p for i, p in enumerate(parts)]


def interest(principal, rate, years):
    with localcontext() as ctx:
        ctx.prec = 40
        return (principal * (1 + rate / 12) ** (12 * years)).quantize(D("1.00"))


book = Ledger()
book.post(Entry("cash", 1000), Entry("equity", -1000))
book.post(Entry("rent", 333.3), Entry("cash", D("-333.30")))
try:
    book.post(Entry("cash", 0.1), Entry("misc", 0.2), Entry("bank", -0.30000000000000004))
except Unbalanced as e:
    print("refused:", e)
print({k: str(v) for k, v in book.balances.items()}, book.posted, sum(book.balances.values()))
print([str(s) for s in shares(D("100.00"), [1, 1, 1])], [str(s) for s in shares(D("0.05"), [3, 3, 1])])
for years in 1, 10, 30:
    print(f"{years:>2} years: {interest(D('2500'), D('0.0475'), years):>12,}")

price = D("2.675")
for mode in "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_HALF_DOWN", "ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_05UP":
    print(f"{mode:<16}", price.quantize(D(".01"), mode), (-price).quantize(D(".01"), rounding=mode), price.quantize(D(1), mode))

with localcontext() as ctx:
    ctx.prec = 6
    print(D(1) / D(7), D(2).sqrt(), D("1e3").normalize(), +D("123.4567891"), D(10).ln(), D("1").exp())
    ctx.traps[decimal.Inexact] = True
    try:
        D(1) / 3
    except decimal.Inexact as e:
        print("trapped", type(e).__name__)
    ctx.traps[decimal.DivisionByZero] = False
    print(D(1) / 0, D(-1) / 0, ctx.flags[decimal.DivisionByZero])
for text in "12,5", "", "NaN", "Infinity", "1_000.5", " 7 ", "0x10":
    try:
        d = D(text)
        print(repr(text), repr(d), d.is_finite(), d.as_tuple())
    except decimal.InvalidOperation as e:
        print(repr(text), type(e).__name__, e.args)
print(D("1.10") == D("1.1"), str(D("1.10")), hash(D("1.10")) == hash(D("1.1")), D("1.1") == 1.1, D(1.1))
print(f"{D('1234567.891'):,.2f} {D('0.00001'):f} {D('0.0000001')} {D('12'):.3e} {D('.5'):.0%} {D('-3'):08.2f}")
print(divmod(D("17.5"), 3), D("-7") // 2, D("-7") % 2, round(D("2.5")), round(D("2.345"), 2), D("3.7").to_integral_value())
print(max(D("1"), D("2.0")), D("5").compare(D("3")), D("1.5").as_integer_ratio(), D("123.45").adjusted(), D("100").scaleb(-2))
