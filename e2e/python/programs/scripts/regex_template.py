import re

TEMPLATE = "Dear {{ name|title }}, you owe {{ amount }} {{currency|upper}}. {{ missing }}"
FILTERS = {"title": str.title, "upper": str.upper}


def render(template, **context):
    def fill(m):
        value = str(context.get(m["key"], f"<{m['key']}>"))
        return FILTERS[m["filter"]](value) if m["filter"] else value
    return re.sub(r"\{\{\s*(?P<key>\w+)(?:\|(?P<filter>\w+))?\s*\}\}", fill, template)


print(render(TEMPLATE, name="ann marie", amount=12.5, currency="eur"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.findall(r"(\w)(\d)", "a1 b2 c"), re.sub(r"\b(\w)(\w*)", r"\2\1", "hello world"))
print([m.span() for m in re.finditer("a+", "aabaaa")], re.search(r"(?i)HELLO", "say hello").group(), re.match(r"(a)|(b)", "b").groups())
print(re.fullmatch(r"\d{3}-\d{4}", "555-1234") is not None, re.escape("a.b*c"), re.subn("x", "y", "xaxx", count=2), re.sub(r"(?<=a)b", "X", "ab cb"))
print(re.compile(r"""(?x) (\d+)  # number
   \s* ([a-z]+) """).match("12 km").groups(), re.split(r"(-)", "a-b-c"), re.findall(r"\w+", "naïve café"))
