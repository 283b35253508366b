"""Numbers in words, Roman numerals, ordinals, file sizes, durations and back again."""
import math
import re
import sys
from fractions import Fraction

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = dict(enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2))
BIG = [(10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")]
ROMAN = {"M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}


def words(n):
    if n < 0:
        return f"minus {words(-n)}"
    if n < 20:
        return ONES[n]
    if n < 100:
        tens, one = divmod(n, 10)
        return TENS[tens] + (f"-{ONES[one]}" if one else "")
    for size, name in BIG:
        if n >= size:
            count, rest = divmod(n, size)
            joint = " and " if rest and size == 100 else " "
            return f"{words(count)} {name}" + (joint + words(rest) if rest else "")


def number(text):
    total = current = 0
    sign = 1
    values = {w: i for i, w in enumerate(ONES)} | {w: t * 10 for t, w in TENS.items()} | {name: size for size, name in BIG}
    for word in re.findall(r"[a-z]+", text.lower()):
        match word:
            case "and":
                continue
            case "minus" | "negative":
                sign = -1
            case "hundred":
                current = (current or 1) * 100
            case _ if (value := values.get(word)) is None:
                raise ValueError(f"{word!r} is no number word")
            case _ if value >= 1000:
                total, current = total + (current or 1) * value, 0
            case _:
                current += value
    return sign * (total + current)


def roman(n):
    out = ""
    for text, value in ROMAN.items():
        times, n = divmod(n, value)
        out += text * times
    return out


def from_roman(text):
    if not re.fullmatch(r"(?=.)M{0,3}(C[MD]|D?C{0,3})(X[CL]|L?X{0,3})(I[XV]|V?I{0,3})", text):
        raise ValueError(f"{text!r} is no Roman numeral")
    values = [ROMAN[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def ordinal(n):
    return f"{n}{'th' if n // 10 % 10 == 1 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def size(n, base=1024):
    if n < base:
        return f"{n} B"
    power = min(int(math.log(n, base) + 1e-9), 5)
    return f"{n / base**power:.3g} {' KMGTP'[power]}{'i' if base == 1024 else ''}B"


def duration(text):
    if not (m := re.fullmatch(r"(?:(\d+)w)?\s*(?:(\d+)d)?\s*(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+(?:\.\d+)?)s)?", text)) or not text:
        raise ValueError(f"{text!r} is no duration")
    return sum(Fraction(g) * unit for g, unit in zip(m.groups(default="0"), (604800, 86400, 3600, 60, 1)))


def egyptian(f):
    while f:
        unit = Fraction(1, math.ceil(1 / f))
        yield unit
        f -= unit


for line in sys.stdin:
    kind, _, text = line.strip().partition(" ")
    try:
        match kind:
            case "n":
                n = int(text.replace("_", ""))
                print(f"{n:,} = {words(n)}; {ordinal(n)}; {size(abs(n))} or {size(abs(n), 1000)}", number(words(n)) == n)
            case "w":
                print(text, "=", number(text))
            case "r":
                print(text, "=", roman(int(text)) if text.isdecimal() else from_roman(text))
            case "d":
                d = duration(text)
                print(text, "=", float(d), "s", f"{int(d) // 3600:02}:{int(d) // 60 % 60:02}:{float(d) % 60:06.3f}")
            case "f":
                f = Fraction(text)
                print(f, f.limit_denominator(10), "=", " + ".join(map(str, egyptian(f % 1))), f"~ {float(f):.6f}", f.as_integer_ratio())
            case other:
                print("unknown", repr(other))
    except (ValueError, ZeroDivisionError, TypeError) as e:
        print(f"{line.strip()!r}: {type(e).__name__}: {e}")
assert all(from_roman(roman(n)) == n for n in range(1, 4000)) and all(number(words(n)) == n for n in range(-300, 20000, 7))
print("checked")
