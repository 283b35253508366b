"""Documents as the W3C's object model has them, but for what few use."""

import _expat
from _minidom_nodes import (
    Attr, CDATASection, CharacterData, Comment, Document, DocumentFragment, DocumentType, DOMImplementation, Element, NamedNodeMap, Node,
    NodeList, ProcessingInstruction, Text,
)
from _xml_events import MESSAGES, Scanned
from xml.dom import XMLNS_NAMESPACE


def getDOMImplementation(features=None):
    """What makes documents."""
    return DOMImplementation()


def parseString(string, parser=None):
    """The document that a text or bytes have."""
    builder = _Builder()
    builder.feed(string, True)
    return builder.document


def parse(file, parser=None, bufsize=None):
    """The document that a file has, or one with that name."""
    if isinstance(file, str) or hasattr(file, "__fspath__"):
        with open(file, "rb") as opened:
            return parse(opened)
    builder = _Builder()
    while data := file.read(bufsize or 16 * 1024):
        builder.feed(data, False)
    builder.feed(b"", True)
    return builder.document


class _Builder:
    """Makes a document of events."""

    def __init__(self):
        self.scanned = Scanned(" ")
        self.document = self.node = Document()
        self.in_cdata = False
        self.prefixes = {}  # the namespaces' at the moment
        self.declared = []  # for the next element

    def feed(self, data, final):
        for found, wrong in self.scanned.events(data, final):
            for kind, name, args, _, _, _ in found:
                _CALLS[kind](self, name, args)
            if wrong:
                from pyexpat import ExpatError

                code, line, column = wrong[:3]
                e = ExpatError("%s: line %d, column %d" % (MESSAGES[code], line, column))
                e.code, e.lineno, e.offset = code, line, column
                raise e

    def add(self, node):
        node.ownerDocument = self.document
        Node.appendChild(self.node, node)
        return node

    def named(self, name):
        """A name's namespace, prefix, local name and what it is written as."""
        uri, _, local = name.rpartition(" ")
        if not uri:
            return None, None, local, local
        prefix = "xml" if uri.endswith("/XML/1998/namespace") else next((p for p, u in reversed(self.prefixes.items()) if u == uri), "")
        return uri, prefix or None, local, prefix + ":" + local if prefix else local

    def start(self, name, args):
        uri, prefix, _, written = self.named(name)
        element = self.add(Element(written, uri, prefix))
        for p, u in self.declared:
            attr = Attr("xmlns:" + p if p else "xmlns", XMLNS_NAMESPACE, p or "xmlns", "xmlns")
            attr.value = u
            element._take(attr)
        self.declared = []
        for i in range(0, len(args), 2):
            uri, prefix, local, written = self.named(args[i])
            attr = Attr(written, uri, local, prefix)
            attr.value, attr.specified = args[i + 1], True
            element._take(attr)
        self.node = element

    def end(self, name, args):
        self.node = self.node.parentNode

    def text(self, data, args):
        last = self.node.lastChild
        if self.in_cdata:
            last.data += data
        elif last is not None and last.nodeType == Node.TEXT_NODE:
            last.data += data
        elif self.node is not self.document:
            node = self.add(Text())
            node.data = data

    def cdata(self, name, args):
        self.add(CDATASection())
        self.in_cdata = True

    def end_cdata(self, name, args):
        self.in_cdata = False

    def comment(self, text, args):
        self.add(Comment(text))

    def instruction(self, target, args):
        self.add(ProcessingInstruction(target, args[0]))

    def declaration(self, version, args):
        self.document.version, self.document.encoding = version, args[0] or None
        if args[1]:
            self.document.standalone = args[1] == "yes"

    def doctype(self, name, args):
        doctype = self.document.doctype = self.add(DocumentType(name))
        doctype.systemId, doctype.publicId = args[0] or None, args[1] or None

    def namespace(self, prefix, args):
        self.prefixes.pop(prefix, None)
        self.prefixes[prefix] = args[0]
        self.declared.append((prefix, args[0]))

    def nothing(self, name, args):
        pass


# What is called for the kinds of events, in _expat's order.
_CALLS = (
    _Builder.start, _Builder.end, _Builder.text, _Builder.comment, _Builder.instruction, _Builder.cdata, _Builder.end_cdata,
    _Builder.declaration, _Builder.doctype, _Builder.nothing, _Builder.nothing, _Builder.nothing, _Builder.namespace, _Builder.nothing,
)
