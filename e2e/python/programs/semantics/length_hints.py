class Sized:
    def __init__(self, n): self.n = n
    def __len__(self): print("len asked"); return self.n
    def __iter__(self): print("iter asked"); return iter([1, 2])
for make in (list, tuple, sorted, set, dict.fromkeys, bytes, bytearray, lambda x: [*x], lambda x: (*x,), sum, max, enumerate):
    print(make.__name__)
    try:
        print(make(Sized(5)) if make is not enumerate else list(make(Sized(1))))
    except Exception as e:
        print(type(e).__name__, e)
try:
    list(Sized(-1))
except ValueError as e:
    print(e)
class Hint:
    def __iter__(self): return iter("ab")
    def __length_hint__(self): print("hint"); return 3
print(list(Hint()), tuple(Hint()), set(Hint()) == {"a", "b"})
