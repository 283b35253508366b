# Documents in events, and nodes that are expanded; urllib.response's files.
import io
import urllib.response
from xml.dom import pulldom

TEXT = '<!-- c --><?p i?><a x="1" xmlns:n="urn:n"><b>one<i>two</i></b><n:c n:y="2"/><d/> tail</a>'
for kind, node in pulldom.parseString(TEXT):
    print(kind, node.nodeName, node.nodeValue, dict(node.attributes.items()) if node.nodeType == 1 else "", getattr(node, "namespaceURI", ""))
stream = pulldom.parse(io.BytesIO(TEXT.encode()), bufsize=7)
for kind, node in stream:
    if kind == pulldom.START_ELEMENT and node.tagName == "b":
        stream.expandNode(node)
        print(node.toxml())
    elif kind == pulldom.START_ELEMENT:
        print(node.tagName)


class Events(pulldom.SAX2DOM):
    pass


import xml.sax

handler = Events()
parser = xml.sax.make_parser()
parser.setContentHandler(handler)
parser.parse(io.StringIO("<r><a k='v'>t</a><?pi d?></r>"))
print(handler.document.toxml())
closed = []
file = urllib.response.addclosehook(io.BytesIO(b"a\nb"), closed.append, 1)
print(file.readline(), list(file))
file.close()
print(closed, file.fp.closed)
info = urllib.response.addinfourl(io.BytesIO(b"x"), {"k": "v"}, "http://h/", 204)
with info as f:
    print(f.read(), f.info(), f.geturl(), f.getcode(), f.status, f.url)
try:
    with info:
        pass
except ValueError as e:
    print(e)
