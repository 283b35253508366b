# Pages of HTML with differences side by side.
import difflib
import hashlib
import random

old = ["one\n", "two <b>\n", "\tthree & four\n", "same\n", "same\n", "same\n", "same\n", "gone\n", "a longer line of text\n"]
new = ["one\n", "two <i>\n", "    three & four\n", "more\n", "same\n", "same\n", "same\n", "same\n", "a longer line  of texts\n"]

print(difflib.HtmlDiff().make_file(old, new, "old", "new"))
print(difflib.HtmlDiff(wrapcolumn=7, tabsize=3).make_table(old, new))
print(difflib.HtmlDiff(charjunk=None).make_table(old, new, context=True, numlines=1))
print(difflib.HtmlDiff().make_table([], [], context=True))
print(difflib.HtmlDiff().make_table([], []))
print(difflib.HtmlDiff().make_file(["é\n"], ["è\n"], charset="ascii"))
for pair in difflib._mdiff(old, new, 1):
    print(pair)
print(difflib.HtmlDiff.__module__, "HtmlDiff" in difflib.__all__)

chance = random.Random(11)
words = ["alpha", "beta ", " x<y", "a&b", "\ttab", "gamma delta", "  ", "q>"]


def line():
    return "".join(chance.choice(words) for _ in range(chance.randrange(6))) + chance.choice(["\n", "\n", ""])


def changed(lines):
    for text in lines:
        kind = chance.randrange(7)
        if kind == 1:
            yield line()
        if kind == 2:
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice("xyz ") + text[at:]
        if kind:
            yield text


for _ in range(60):
    a = [line() for _ in range(chance.randrange(12))]
    b = list(changed(a))
    maker = difflib.HtmlDiff(wrapcolumn=chance.choice([None, 3, 10]))
    page = maker.make_table(a, b, context=chance.randrange(2), numlines=chance.randrange(4))
    print(hashlib.md5(page.encode()).hexdigest())

# Lines of many pieces; as calls are limited, so are they.
for a, b in ("the quick brown fox", "the quack brown fax jumps"), ("a" * 30, "a" * 10 + "bbbbbb" + "a" * 20), ("x", "y" * 33), ("a" * 990, "b" * 990):
    for width in 1, 2, 5, 13:
        table = difflib.HtmlDiff(wrapcolumn=width).make_table([a, "k"], [b, "k"])
        print(width, hashlib.md5(table.encode()).hexdigest())
for width, text in (1, "a " * 100_000), (-1, "a"), (-3, "a b"), (100, "a" * 200_000):
    try:
        difflib.HtmlDiff(wrapcolumn=width).make_table([text], [text])
    except RecursionError as e:
        print("RecursionError")
