# A parser of HTML.
from html.parser import HTMLParser


class Show(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos(), repr(self.get_starttag_text()))

    def handle_endtag(self, tag):
        print("end", tag, self.getpos())

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("decl", repr(decl))

    def handle_pi(self, data):
        print("pi", repr(data))

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("char", name)

    def unknown_decl(self, data):
        print("unknown", repr(data))


TEXTS = [
    "<!DOCTYPE html><html><head><title>Test</title></head>\n<body><h1>Parse &amp; me!</h1></body></html>",
    '<img src="python-logo.png" alt="The Python logo"><br/><a href=x class="a b" id=\'q\' disabled>t</a>',
    "<style type='text/css'>#p { color: green < b }</style><script>if (a < b && c) { '</p>'; }</script>after",
    "<!-- a comment --><!--[if IE 9]>IE<![endif]--><p>&gt;&#62;&#x3E; &nbsp;&unknown; a & b</p>",
    "<p><a class=link href=#main>tag soup</p ></a>", "<?php echo 1 ?>x < y > z", "text only", "<A HREF='?a=1&amp;b=2'>", "a<b c", "<![CDATA[x]]>y",
    "</>x</ p>", "<div\n  a = 1\n  b>multi\nline</div>", "",
]
for convert in (True, False):
    for text in TEXTS:
        print(repr(text))
        parser = Show(convert_charrefs=convert)
        parser.feed(text)
        parser.close()
parser = Show()
for piece in ("<p cla", "ss='x'>some te", "xt &am", "p; more</", "p>"):
    parser.feed(piece)
parser.close()
