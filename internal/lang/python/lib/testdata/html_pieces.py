from html.parser import HTMLParser


class Events(HTMLParser):
    def __init__(self, convert):
        super().__init__(convert_charrefs=convert)
        self.events = []

    def __getattribute__(self, name):
        if name.startswith("handle_") and name != "handle_startendtag" or name == "unknown_decl":
            return lambda *args: self.events.append((name.removeprefix("handle_"), *args, self.getpos()))
        return super().__getattribute__(name)


# Tags that stop in the middle of a value, spaces within end tags, what isn't a tag.
texts = ["<a b='>'>x</a>", "<a $><b $=%><c \\=/>", "<a b=c/>", "<a b='c'd>", "<p/ >", "<a/b/>", "<br / >", "<a href='x>;'>y</a>", "<script>'</script' + '>'</ script >z",
         "<style>a &amp; <b></style\n>", "<script>never closed &amp;", "a&b", "a&b ", "&#3", "&#3;&#x41;", "&#z;x", "&;&", "a & b &#", "</>", "</ >", "</1>", "</p x='>'>",
         "<!-- c -- >d", "<!---->", "<!>", "<!x>", "<!doctype html>", "<!DOCTYPE", "<![if x]>y<![endif]>", "<![cdata[x]]>", "<![CDATA[x>y]] >", "<![other[x]]>", "<![", "<?pi x?>",
         "<", "<<a>", "a<1", "<a <b>", "<é>", "<a\n b\n=\n'c'\n>"]
for text in texts:
    for convert in True, False:
        for size in len(text), 1, 3:
            p = Events(convert)
            try:
                for i in range(0, len(text), size):
                    p.feed(text[i:i + size])
                p.events += [p.get_starttag_text(), p.rawdata]
                p.close()
            except AssertionError as e:
                p.events.append(str(e))
            print(ascii(text), convert, size, ascii(p.events), ascii(p.rawdata))
