import sys


def apply(op, a, b):
    return {"+": lambda: a + b, "-": lambda: a - b, "x": lambda: a * b, "/": lambda: a / b}[op]()


def main(argv):
    if len(argv) < 4:
        print("usage: calc A OP B", file=sys.stderr)
        return 2
    a, op, b, *rest = argv[1:]
    try:
        print(apply(op, float(a), float(b)))
    except ZeroDivisionError as e:
        print("error:", e)
        return 1
    print("ignored", rest)
    return 0


print(main(["calc"]), main(["calc", "1", "/", "0"]))
sys.exit(main(sys.argv))
