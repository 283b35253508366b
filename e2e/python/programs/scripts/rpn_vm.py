PROGRAM = """
push 10
label loop
dup print
push 1 sub
dup jnz loop
push 7 push 0 div
"""


class VMError(Exception):
    pass


def run(source, limit=1000):
    words = source.split()
    labels = {words[i + 1]: i + 2 for i, w in enumerate(words) if w == "label"}
    stack, pc, out = [], 0, []

    def arg():
        nonlocal pc
        pc += 1
        return words[pc - 1]

    ops = {"sub": lambda b, a: a - b, "add": lambda b, a: a + b, "div": lambda b, a: a // b}
    for _ in range(limit):
        if pc >= len(words):
            return out, stack
        match arg():
            case "push":
                stack.append(int(arg()))
            case "dup":
                stack.append(stack[-1])
            case "print":
                out.append(stack.pop())
            case "label":
                arg()
            case "jnz":
                target = labels[arg()]
                if stack[-1]:
                    pc = target
            case op if op in ops:
                try:
                    stack.append(ops[op](stack.pop(), stack.pop()))
                except ZeroDivisionError as e:
                    raise VMError(f"at {pc}: {e}, printed {out}") from e
            case other:
                raise VMError(f"unknown {other}")
    raise VMError("too long")


for p in (PROGRAM, "push 1 push 2 add print", "label x push 1 jnz x", "bogus"):
    try:
        print(run(p))
    except VMError as e:
        print("VMError", e, type(e.__cause__).__name__)
