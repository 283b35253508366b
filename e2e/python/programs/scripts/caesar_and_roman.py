def caesar(text, k):
    def shift(c):
        if c.isascii() and c.isalpha():
            base = ord("A" if c.isupper() else "a")
            return chr((ord(c) - base + k) % 26 + base)
        return c
    return "".join(map(shift, text))


ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(n):
    out = ""
    for value, digits in ROMAN:
        count, n = divmod(n, value)
        out += digits * count
    return out


secret = caesar("Hello, Wörld! xyz", 3)
print(secret, caesar(secret, -3), roman(1994), roman(3999), [roman(i) for i in range(1, 10)])
table = str.maketrans("aeiou", "43102", "xyz")
print("example yields zero".translate(table), "rot".join("abc"), "-".join(sorted(set("banana"))))
