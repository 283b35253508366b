# Salts and passwords that are refused.
import warnings

warnings.simplefilter("ignore")
import crypt

for salt in ("", "a", "a$", "!!", "*0", "*1", "*", "$5", "$6", "$5$", "$5$a", "$5$a$b$c", "$5$a:b", "$5$a\nb", "$5$a!b", "$5$a*b", "$5$a b", "$5$\xe9", "$5$a;",
             "$5$a\\", "$5$a#b", "$5$a~b", "$5$a\x7f", "$5$rounds=1000$", "$5$rounds=01000$ab", "$5$rounds=999$ab", "$5$rounds=1000ab", "$5$rounds=1000",
             "$5$rounds=$ab", "$5$rounds=x$ab", "$5$rounds=+1000$ab", "$5$rounds=1000000000$ab", "$5$rounds=10000000000000$ab", "$5$rounds=1_000$ab", "$5$round",
             "$5$ab$:", "$5$abcdefghijklmnopq", "$5$abcdefghijklmnopq:", "$6$rounds=1001$abc", "$6$rounds=", "$9$abc", "$56$ab"):
    print(repr(salt), crypt.crypt("pw", salt))
print(crypt.crypt("x" * 511, "$5$ab"), crypt.crypt("x" * 512, "$5$ab"), crypt.crypt("\xe9" * 256, "$5$ab"))
for args in (("pw", 5), ("pw", b"$5$ab"), ("pw", "$5$a\0b"), (b"pw", "$5$ab"), ("a\0", "$5$ab")):
    try:
        print(crypt.crypt(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
