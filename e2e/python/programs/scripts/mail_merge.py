"""Letters from a template with conditions and loops, filled in from CSV, wrapped and indented."""
import csv
import re
import sys
import textwrap
from collections import ChainMap

try:
    from local_words import greet
except ModuleNotFoundError as e:
    missing = e.name

    def greet(row):
        return {"f": "Dear Ms", "m": "Dear Mr"}.get(row["sex"], "Hello") + " " + row["last"]

LETTER = """\
{{ greeting }},

{% if debt > 0 %}you still owe us {{ debt | money }} for {{ count }} {{ count | plural("item", "items") }}, which is a pity, since we would like to send you more of what you have ordered so often:
{% for item in items %}
  - {{ loop }}. {{ item | title }}{% if loop == count %} (the last){% end %}{% end %}
{% else %}thank you: nothing is open. Your {{ items[0] | title }} is on its way to {{ city or "you" }}.
{% end %}
Yours, {{ sender | upper }}"""


class TemplateError(Exception):
    pass


class Template:
    token = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.S)

    def __init__(self, text, **filters):
        self.filters = filters
        self.parts = [p for p in self.token.split(text) if p]
        self.body, end = self.parse(iter(self.parts))
        if end:
            raise TemplateError(f"{end!r} without a start")

    def parse(self, parts):
        nodes = []
        for part in parts:
            if part.startswith("{{"):
                nodes.append(self.value(part[2:-2]))
            elif part.startswith("{%"):
                word, _, rest = part[2:-2].strip().partition(" ")
                if word in ("end", "else"):
                    return nodes, word
                body, end = self.parse(parts)
                other = []
                if end == "else":
                    other, end = self.parse(parts)
                if end != "end":
                    raise TemplateError(f"{word!r} without an end")
                nodes.append(getattr(self, f"make_{word}", self.unknown)(rest, body, other))
            else:
                nodes.append(lambda env, part=part: part)
        return nodes, None

    def unknown(self, rest, *_):
        raise TemplateError(f"unknown word before {rest!r}")

    def value(self, text):
        source, *names = map(str.strip, text.split("|"))
        code = compile(source, "<template>", "eval")

        def show(env):
            value = eval(code, {"__builtins__": {}}, env)
            for name in names:
                m = re.fullmatch(r"(\w+)(?:\((.*)\))?", name)
                args = eval(f"({m[2]},)") if m[2] else ()
                value = self.filters[m[1]](value, *args)
            return str(value)

        return show

    def make_if(self, condition, body, other):
        code = compile(condition, "<if>", "eval")
        return lambda env: self.render(body if eval(code, {}, env) else other, env)

    def make_for(self, rest, body, other):
        name, source = re.fullmatch(r"(\w+) in (.+)", rest).groups()

        def loop(env):
            items = eval(source, {}, env)
            return "".join(self.render(body, env.new_child({name: x, "loop": i})) for i, x in enumerate(items, 1))

        return loop

    def render(self, nodes, env):
        return "".join(node(env) for node in nodes)

    def __call__(self, **values):
        return self.render(self.body, ChainMap(values))


template = Template(
    LETTER, money=lambda c: f"{c / 100:,.2f} EUR", plural=lambda n, one, more: one if n == 1 else more, title=str.title, upper=str.upper
)
wrapper = textwrap.TextWrapper(width=46, subsequent_indent="  ", break_long_words=False)
for row in csv.DictReader(sys.stdin, delimiter="|"):
    items = [i.strip() for i in row["items"].split(",")]
    text = template(greeting=greet(row), debt=int(row["debt"]), count=len(items), items=items, city=row["city"], sender="The Shop")
    for line in text.splitlines():
        print("\n".join(wrapper.wrap(line)))
    print("~" * 46)
for bad in "{{ 1 + }}", "{% if x %}never", "{% end %}", "{% while 1 %}{% end %}", "{{ nobody }}", "{{ 1 | nofilter }}", "{% if 1 %}{% else %}{% else %}{% end %}":
    try:
        print(Template(bad)())
    except (TemplateError, SyntaxError, NameError, KeyError) as e:
        print(type(e).__name__, e)
print(missing, textwrap.shorten(template.parts[4], 40), textwrap.indent(textwrap.dedent("    a\n      b\n"), "> "), end="")
