# HTML of pieces that don't fit, whole and in two halves; and a parser whose expressions are replaced.
import importlib.util
import random
from html.parser import HTMLParser


class Show(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print(" start", tag, attrs, self.getpos(), repr(self.get_starttag_text()))

    def handle_startendtag(self, tag, attrs):
        print(" both", tag, attrs)

    def handle_endtag(self, tag):
        print(" end", tag, self.getpos())


for name in "data", "comment", "decl", "pi", "charref", "entityref":
    setattr(Show, "handle_" + name, lambda self, text, name=name: print("", name, repr(text)))
Show.unknown_decl = lambda self, text: print(" unknown", repr(text))

PIECES = ["<a>", "</a>", "<", ">", "&", "&amp;", "&#65;", "&#x41", "&lt", ";", "<!--", "-->", "-- >", "<!", "<!doctype html>", "<?", "?>",
          '<b x="1" y=2 z>', "<br/>", "<i/ >", "text", " ", "\n", "<script>", "</script>", "</ a >", "</>", "</1>", "<![CDATA[", "]]>",
          '"', "'", "/", "<p a='x>y'", "x=1", "&#", "&#;", "<a b=c d/>", "<x`y>", "&bogus ", "</a x>", "<![if x]>", "<![endif]>", "]>",
          "<![foo]>", "<![ x", "<!ELEMENT a>"]
chance = random.Random(7)
for number in range(160):
    text = "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 8)))
    half = len(text) // 2 if number % 2 else 0
    parser = Show(convert_charrefs=number % 4 < 2)
    print(repr(text), half)
    try:
        parser.feed(text[:half])
        parser.feed(text[half:])
        parser.close()
    except AssertionError as e:
        print(" error", e)
    print("", parser.getpos(), repr(parser.rawdata))

spec = importlib.util.find_spec("html.parser")
other = importlib.util.module_from_spec(spec)
spec.loader.exec_module(other)
other.piclose = other.re.compile(r"\?>")
other.HTMLParser.handle_pi = lambda self, text: print("pi", text)
other.HTMLParser().feed("<?a>b?>c")
