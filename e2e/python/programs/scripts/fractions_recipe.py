from fractions import Fraction

recipe = {"flour": Fraction(3, 4), "sugar": Fraction("1/3"), "milk": Fraction(0.5)}
scaled = {k: v * 5 for k, v in recipe.items()}
print(scaled["flour"], scaled["sugar"], scaled["milk"], sum(scaled.values()), repr(scaled["sugar"]))
for k, v in scaled.items():
    whole, part = divmod(v, 1)
    print(f"{k}: {whole} and {part}")
print(Fraction(1, 3) + Fraction(1, 6), Fraction(3, 6), Fraction(7, 2) // 1, Fraction("0.125"), Fraction(1, 3) < 0.34, float(Fraction(1, 8)))
print(Fraction(3.14159).limit_denominator(100), Fraction(2, 3) ** -2, hash(Fraction(4, 2)) == hash(2))
