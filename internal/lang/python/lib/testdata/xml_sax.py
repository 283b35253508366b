# xml.sax: documents as calls.
import io
import xml.sax
from xml.sax import handler, saxutils

doc = """<?xml version="1.0"?>
<a x="1" y='two'>one &amp; more
  <b>text<!-- comment --> goes on</b><?pi data?><![CDATA[<raw>]]>
  <p:c xmlns:p="http://p" p:q="v"/>
</a>"""


class Handler(xml.sax.ContentHandler):
    def startDocument(self):
        print("start document", self._locator and self._locator.getLineNumber())

    def endDocument(self):
        print("end document")

    def startElement(self, name, attrs):
        print("start", name, attrs.items(), attrs.getNames(), "x" in attrs, attrs.get("x", "-"), len(attrs), self._locator and (self._locator.getLineNumber(), self._locator.getColumnNumber()))

    def endElement(self, name):
        print("end", name)

    def startElementNS(self, name, qname, attrs):
        print("start ns", name, qname, attrs.items())

    def endElementNS(self, name, qname):
        print("end ns", name, qname)

    def startPrefixMapping(self, prefix, uri):
        print("prefix", prefix, uri)

    def endPrefixMapping(self, prefix):
        print("end prefix", prefix)

    def characters(self, content):
        print("text", repr(content))

    def processingInstruction(self, target, data):
        print("pi", target, data)


xml.sax.parseString(doc, Handler())
xml.sax.parseString(doc.encode(), Handler())
xml.sax.parse(io.StringIO("<r/>"), Handler())
p = xml.sax.make_parser()
p.setFeature(handler.feature_namespaces, 1)
p.setContentHandler(Handler())
p.parse(io.BytesIO(doc.encode()))
print(p.getFeature(handler.feature_namespaces), isinstance(p.getErrorHandler(), handler.ErrorHandler))
for bad in ("<a>", "<a></b>", "", "text"):
    try:
        xml.sax.parseString(bad, xml.sax.ContentHandler())
    except xml.sax.SAXParseException as e:
        print(e, "|", e.getMessage(), e.getLineNumber(), e.getColumnNumber(), e.getSystemId())
p = xml.sax.make_parser()
p.setContentHandler(Handler())
for part in ("<a>", "<b/>t", "</a>"):
    p.feed(part)
p.close()
print(saxutils.escape("<a & 'b' \"c\">", {"'": "&apos;"}), saxutils.unescape("&lt;&amp;lt;&gt;"), saxutils.quoteattr('a"b'), saxutils.quoteattr("a'b\"\n<"), saxutils.quoteattr("x"))
out = io.StringIO()
g = saxutils.XMLGenerator(out, "utf-8", short_empty_elements=True)
xml.sax.parseString(doc, g)
print(out.getvalue())
out = io.BytesIO()
p = xml.sax.make_parser()
p.setFeature(handler.feature_namespaces, True)
p.setContentHandler(saxutils.XMLGenerator(out, "ascii"))
p.parse(io.StringIO("<a xmlns='u' xmlns:k='v' k:z='é'><k:b/>é&lt;</a>"))
print(out.getvalue())
