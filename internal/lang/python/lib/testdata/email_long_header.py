# Headers that are long, and such that would be two.
from email.errors import HeaderParseError
from email.header import Header
from email.message import Message

for text, charset in (("é" * 20000, "utf-8"), ("aé" * 5000, "iso-8859-1")):
    for most in (0, 76):
        value = Header(text, charset).encode(maxlinelen=most)
        print(len(value), len(value.split("\n")), value[:40], value[-20:])
for value in ("a\nB: c", "a\r\nB: c", "a\n b", "a\n B: c"):
    m = Message()
    m["X"] = value
    try:
        print(ascii(m.as_string()))
    except HeaderParseError as e:
        print(e)
