class BadIndex:
    def __index__(self): return "x"
class Iter:
    def __iter__(self): return iter([65, 66])
class Both:
    def __index__(self): return 3
    def __iter__(self): return iter([1])
class B:
    def __bytes__(self): return b"custom"
for x in (BadIndex(), Iter(), Both(), B(), 3, -1, "a", [256], [1.5], None, 1.5, range(3), b"x", memoryview(b"yz"), bytearray(b"q")):
    for kind in (bytes, bytearray):
        try:
            print(kind(x))
        except Exception as e:
            print(type(e).__name__, e)
