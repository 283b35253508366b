rows = [("name", "qty", "price"), ("apple", 3, 1.5), ("watermelon", 10, 22.25), ("fig", 100, 0.333)]


def table(rows):
    text = [[f"{c:.2f}" if isinstance(c, float) else str(c) for c in r] for r in rows]
    widths = [max(map(len, col)) for col in zip(*text)]
    lines = []
    for i, r in enumerate(text):
        lines.append(" | ".join(c.ljust(w) if j == 0 else c.rjust(w) for j, (c, w) in enumerate(zip(r, widths))))
        if i == 0:
            lines.append("-+-".join("-" * w for w in widths))
    return "\n".join(lines)


print(table(rows))
import textwrap
para = "The quick brown fox jumps over the lazy dog and runs away from the big bad bear."
print(textwrap.fill(para, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(para, 25), textwrap.dedent("   a\n     b\n   c").splitlines(), textwrap.indent("x\ny", "> "))
