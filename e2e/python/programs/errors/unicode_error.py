try:
    "naïve".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.start, e.end, e.reason, repr(e.object))
try:
    b"\xff\xfe".decode()
except UnicodeDecodeError as e:
    print(e)
print("naïve".encode("ascii", "replace"))
b"caf\xe9 au lait".decode("utf-8")
