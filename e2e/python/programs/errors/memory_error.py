try:
    "x" * (1 << 62)
except MemoryError as e:
    print("MemoryError")
try:
    [0] * (1 << 62)
except MemoryError:
    print("MemoryError")
try:
    "x" * (1 << 70)
except OverflowError as e:
    print(e)
bytes(1 << 62)
