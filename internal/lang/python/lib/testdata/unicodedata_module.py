# What Unicode knows of characters.
import unicodedata as u

for c in "aZ5 .-_\n\t\xe9\xdf\u0301\u0663\u4e94\uac01\u2160\xbd\xb2\u2460\u20ac\u0378\u200d\u05d0\u1370\U0001f600\ud800\uff21":
    print(ascii(c), u.name(c, None), u.category(c), u.bidirectional(c), u.east_asian_width(c), u.combining(c),
          u.decimal(c, None), u.digit(c, None), u.numeric(c, None))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    for text in ("\xe9", "e\u0301", "\ufb01\u2460\xbd", "\u212b", "\uac01", "a\u0323\u0307", ""):
        print(form, ascii(text), ascii(u.normalize(form, text)), u.is_normalized(form, text))
print("".join(c for c in u.normalize("NFKD", "Crème Brûlée à la façon de Zoë") if not u.combining(c)))
print(u.lookup("GREEK SMALL LETTER ALPHA"), u.lookup("snowman"), u.unidata_version)
for call in (lambda: u.name("\n"), lambda: u.name("ab"), lambda: u.category(1), lambda: u.category(""), lambda: u.decimal("x"),
             lambda: u.digit("x"), lambda: u.numeric("x"), lambda: u.lookup("no such"), lambda: u.normalize("NFX", "a"),
             lambda: u.normalize("NFC", 1)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
