import struct
for text in ('İ', 'hé', b'h', '>q', 'z', ''):
    for f in (struct.calcsize, struct.pack, struct.Struct):
        try:
            print(text, f(text) if f is not struct.Struct else f(text).size)
        except Exception as e:
            print(text, type(e).__name__, e)
