"""What helps to write documents."""

from xml.sax import handler


def _replaced(data, entities):
    for key, value in entities.items():
        data = data.replace(key, value)
    return data


def escape(data, entities={}):
    """A text in which nothing is markup."""
    data = data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return _replaced(data, entities) if entities else data


def unescape(data, entities={}):
    """What was escaped."""
    data = data.replace("&lt;", "<").replace("&gt;", ">")
    return (_replaced(data, entities) if entities else data).replace("&amp;", "&")


def quoteattr(data, entities={}):
    """A value of an attribute, in quotes."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in data:
        return '"%s"' % data
    if "'" not in data:
        return "'%s'" % data
    return '"%s"' % data.replace('"', "&quot;")


class XMLGenerator(handler.ContentHandler):
    """Writes the document that it is called with."""

    def __init__(self, out=None, encoding="iso-8859-1", short_empty_elements=False):
        super().__init__()
        import sys

        self._out = sys.stdout if out is None else out
        self._encoding, self._short, self._pending = encoding, short_empty_elements, False
        self._prefixes, self._undeclared = [{"http://www.w3.org/XML/1998/namespace": "xml"}], []

    def _write(self, text):
        import io

        if isinstance(self._out, io.TextIOBase) or not isinstance(self._out, (io.RawIOBase, io.BufferedIOBase)):
            self._out.write(text)
        else:
            self._out.write(text.encode(self._encoding, "xmlcharrefreplace"))

    def _close_start(self):
        if self._pending:
            self._write(">")
            self._pending = False

    def _name(self, name):
        if name[0]:
            prefix = self._prefixes[-1][name[0]]
            if prefix:
                return prefix + ":" + name[1]
        return name[1]

    def startDocument(self):
        self._write('<?xml version="1.0" encoding="%s"?>\n' % self._encoding)

    def endDocument(self):
        if hasattr(self._out, "flush"):
            self._out.flush()

    def startPrefixMapping(self, prefix, uri):
        self._prefixes.append({**self._prefixes[-1], uri: prefix})
        self._undeclared.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        self._prefixes.pop()

    def startElement(self, name, attrs):
        self._start(name, attrs.items())

    def startElementNS(self, name, qname, attrs):
        declared = [("xmlns:" + prefix if prefix else "xmlns", uri) for prefix, uri in self._undeclared]
        self._undeclared = []
        self._start(self._name(name), declared + [(self._name(key), value) for key, value in attrs.items()])

    def _start(self, name, items):
        self._close_start()
        self._write("<" + name)
        for key, value in items:
            self._write(" %s=%s" % (key, quoteattr(value)))
        if self._short:
            self._pending = True
        else:
            self._write(">")

    def endElement(self, name):
        if self._pending:
            self._write("/>")
            self._pending = False
        else:
            self._write("</%s>" % name)

    def endElementNS(self, name, qname):
        self.endElement(self._name(name))

    def characters(self, content):
        if content:
            self._close_start()
            self._write(escape(content if isinstance(content, str) else str(content, self._encoding)))

    ignorableWhitespace = characters

    def processingInstruction(self, target, data):
        self._close_start()
        self._write("<?%s %s?>" % (target, data))
