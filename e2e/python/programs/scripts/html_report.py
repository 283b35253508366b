"""Builds an HTML page from data: escaping, nested elements by context managers, entities, links."""
import html
import re
import string
from contextlib import contextmanager
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, urlencode, urljoin, urlsplit, urlunsplit

VOID = frozenset({"br", "img", "hr", "input"})


class Markup(str):
    """Text that is escaped already."""

    def __html__(self):
        return self

    def __add__(self, other):
        return Markup(super().__add__(escape(other)))

    def __mod__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        return Markup(super().__mod__(tuple(map(escape, args))))

    def join(self, parts):
        return Markup(super().join(map(escape, parts)))


def escape(value):
    return value.__html__() if hasattr(value, "__html__") else Markup(html.escape(str(value)))


class Page:
    def __init__(self):
        self.parts, self.depth = [], 0

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *content, **attrs: self.element(name.rstrip("_"), *content, **attrs)

    def write(self, text):
        self.parts.append("  " * self.depth + text)

    def start(self, name, attrs):
        pairs = "".join(
            f" {k.rstrip('_').replace('_', '-')}" + ("" if v is True else f'="{escape(v)}"')
            for k, v in attrs.items() if v not in (None, False)
        )
        return f"<{name}{pairs}>"

    def element(self, name, *content, **attrs):
        if content or name in VOID:
            end = "" if name in VOID else f"</{name}>"
            self.write(self.start(name, attrs) + Markup("").join(content) + end)
            return None
        return self.block(name, attrs)

    @contextmanager
    def block(self, name, attrs):
        self.write(self.start(name, attrs))
        self.depth += 1
        try:
            yield self
        finally:
            self.depth -= 1
            self.write(f"</{name}>")

    def __str__(self):
        return "\n".join(self.parts)


class Slots(string.Template):
    delimiter = "@"
    idpattern = r"[a-z][a-z.]*"


rows = [("Fish & Chips", 9.5, "/menu?id=1&lang=en"), ('"Special" <b>', 12, "item two.html#top"), ("Käse", None, "../up")]
page = Page()
with page.table(class_="list", data_rows=len(rows), hidden=False):
    with page.tr():
        for head in "Name", "Price", "Link":
            page.th(head, scope="col")
    for name, price, link in rows:
        with page.tr():
            page.td(name)
            page.td(Markup("<i>%s</i>") % (f"{price:.2f}" if price else "n/a"))
            page.td(Markup("<a href='%s'>") % urljoin("http://example.org/a/b/c", link) + "go" + Markup("</a>"))
page.input(type="checkbox", checked=True, value=None)
page.br()
print(page)
print(re.findall(r"<(\w+)[^>]*>", str(page)).count("td"), page.element("p", "a", Markup("<hr>")), page.parts[-1])
try:
    page._private
except AttributeError as e:
    print("AttributeError", e)
print(html.unescape("&lt;&eacute;&#233;&#x20AC;&nosuch;&amp;amp; &notit; &copy"), html.escape("'\"", quote=False))
print(Slots("Hi @name, @{user.mail} @@ @1").safe_substitute({"name": "Ann", "user.mail": "a@b"}))

parts = urlsplit("https://user:pa%20ss@Host.example:8443/a%2Fb/c;x?q=1&q=2&empty=&s=%C3%A9+f#frag")
print(parts, parts.hostname, parts.port, parts.username, unquote(parts.password))
print(parse_qs(parts.query), parse_qs(parts.query, keep_blank_values=True)["empty"], parse_qsl("a=1&b;c=2"))
print(urlencode({"q": "a b&c", "list": [1, "é"]}, doseq=True), quote("a b/ü?"), quote("a/b", safe=""), quote_plus("a b+c"))
print(urlunsplit(parts._replace(netloc="h", query=urlencode([("k", "v w")]), fragment="")))
for base, link in ("http://a/b/c/d", "../../../g"), ("http://a/b", "//other/x"), ("http://a/b?x", "?y=1"), ("http://a/b/", ""):
    print(urljoin(base, link))
