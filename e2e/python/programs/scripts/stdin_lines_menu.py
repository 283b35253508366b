import sys

stack = []
while True:
    try:
        line = input("> ")
    except EOFError:
        print("eof")
        break
    match line.split():
        case []:
            continue
        case ["push", *values]:
            stack.extend(map(int, values))
        case ["pop"] if stack:
            print("popped", stack.pop())
        case ["sum"]:
            print("sum", sum(stack))
        case ["quit", code]:
            sys.exit(int(code))
        case [command, *_]:
            print("unknown", command)
print(stack)
