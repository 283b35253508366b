# The database of Unicode 3.2, and values of numerals.
import unicodedata

old = unicodedata.ucd_3_2_0
PLACES = [*range(0xA0, 0xC0), *range(0x21F, 0x222), *range(0x350, 0x35A), *range(0x906, 0x90C), *range(0x2180, 0x218A), 0x2F868, 0x2F874]
for c in map(chr, PLACES):
    print(f"{ord(c):04X}", old.category(c), old.bidirectional(c), old.east_asian_width(c), old.combining(c), old.mirrored(c),
          old.decomposition(c), old.decimal(c, "-"), old.digit(c, "-"), old.numeric(c, "-"), old.name(c, "-"),
          *(ascii(old.normalize(form, "a" + c + "\u0301")) for form in ("NFC", "NFD", "NFKC", "NFKD")))
for source in ("old.lookup('SNOWMAN')", "old.name('\\u0221')", "old.name('\\u0220', 'x')", "old.lookup('LATIN SMALL LETTER D WITH CURL')",
               "[x for x in dir(old) if x[0] != '_']", "old.decimal('\\u0bb3')", "old.numeric('\\u0bb3')", "old.x", "old.name(1)",
               "old.name('ab')", "old.normalize('X', '')", "old.normalize('X', 'a')", "old.is_normalized('NFC', 'a\\u0301')",
               "old.decomposition(1)", "old.unidata_version", "old.normalize('NFC', 1)", "unicodedata.UCD()"):
    try:
        print(source, repr(eval(source)))
    except Exception as e:
        print(source, type(e).__name__, e)
for c in "\u09f4\u0f33\u215f\u2185\u4e96\U00012432\U0001ed3d":
    print(unicodedata.numeric(c))
