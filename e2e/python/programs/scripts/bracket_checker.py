PAIRS = {")": "(", "]": "[", "}": "{"}


def check(text):
    stack = []
    for i, c in enumerate(text):
        if c in PAIRS.values():
            stack.append((c, i))
        elif c in PAIRS:
            if not stack or stack[-1][0] != PAIRS[c]:
                return f"unexpected {c} at {i}"
            stack.pop()
    return f"unclosed {stack[-1][0]} at {stack[-1][1]}" if stack else "balanced"


for t in ("", "([]{})", "(]", "((", "a[b(c)d]e}", "{[(" + ")]}"):
    print(repr(t), check(t))
