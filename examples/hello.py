# Python 3.11: the language, its errors and much of its standard library.
import sys


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


name = sys.argv[1] if len(sys.argv) > 1 else "Python"
print(f"Hello from {name}")
for n, value in zip(range(10), fibonacci()):
    print(f"{n}: {value:>3}")
