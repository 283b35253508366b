"""The old encryption of archives, which files are only read of."""

_TABLE = []


def _table():
    if not _TABLE:
        for n in range(256):
            for _ in range(8):
                n = n >> 1 ^ 0xEDB88320 if n & 1 else n >> 1
            _TABLE.append(n)
    return _TABLE


class Decrypter:
    """Decrypts the bytes that it is called with, one part after another."""

    def __init__(self, password):
        self.keys = 305419896, 591751049, 878082192
        self.table = _table()
        for c in password:
            self.keys = self._next(*self.keys, c)

    def _next(self, k0, k1, k2, c):
        table = self.table
        k0 = k0 >> 8 ^ table[(k0 ^ c) & 0xFF]
        k1 = ((k1 + (k0 & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        k2 = k2 >> 8 ^ table[(k2 ^ k1 >> 24) & 0xFF]
        return k0, k1, k2

    def __call__(self, data):
        out = bytearray()
        keys = self.keys
        for c in data:
            k = keys[2] | 2
            c ^= k * (k ^ 1) >> 8 & 0xFF
            out.append(c)
            keys = self._next(*keys, c)
        self.keys = keys
        return bytes(out)
