"""Documents of minidom, and what makes them."""

import xml.dom

from _minidom_elements import Attr, Element
from _minidom_nodes import FEATURES, Childless, Node, NodeList
from _minidom_texts import CDATASection, Comment, ProcessingInstruction, Text


class DocumentFragment(Node):
    """Nodes that aren't in a document yet."""

    __module__ = "xml.dom.minidom"
    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = "#document-fragment"
    _child_node_types = (1, 3, 4, 5, 7, 8, 12)

    def __init__(self):
        self.childNodes = NodeList()


class DocumentType(Childless):
    """A document's type."""

    __module__ = "xml.dom.minidom"
    nodeType = Node.DOCUMENT_TYPE_NODE
    publicId = systemId = internalSubset = None

    def __init__(self, qualifiedName):
        self.name = self.nodeName = qualifiedName

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write it as XML."""
        writer.write("<!DOCTYPE " + self.name)
        if self.publicId:
            writer.write("%s  PUBLIC '%s'%s  '%s'" % (newl, self.publicId, newl, self.systemId))
        elif self.systemId:
            writer.write("%s  SYSTEM '%s'" % (newl, self.systemId))
        if self.internalSubset is not None:
            writer.write(" [" + self.internalSubset + "]")
        writer.write(">" + newl)


class Document(Node):
    """A document."""

    __module__ = "xml.dom.minidom"
    nodeType = Node.DOCUMENT_NODE
    nodeName = "#document"
    doctype = encoding = standalone = version = None
    documentURI = None
    _child_node_types = (1, 7, 8, 10)

    def __init__(self):
        self.doctype = None
        self.childNodes = NodeList()

    implementation = property(lambda self: DOMImplementation())

    @property
    def documentElement(self):
        """The outermost element."""
        for node in self.childNodes:
            if node.nodeType == Node.ELEMENT_NODE:
                return node
        return None

    def appendChild(self, node):
        """Add a node at the end."""
        self._check_child(node)
        if node.nodeType == Node.ELEMENT_NODE and self.documentElement not in (None, node):
            raise xml.dom.HierarchyRequestErr("two document elements disallowed")
        return super().appendChild(node)

    def _own(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        """Nodes to be."""
        return self._own(DocumentFragment())

    def createElement(self, tagName):
        """A new element."""
        return self._own(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        """A new element with a namespace."""
        prefix = qualifiedName.rpartition(":")[0] or None
        return self._own(Element(qualifiedName, namespaceURI, prefix))

    def createTextNode(self, data):
        """A new text."""
        return self._text(Text(), data)

    def createCDATASection(self, data):
        """A new text in which nothing is markup."""
        return self._text(CDATASection(), data)

    def _text(self, node, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        node.data = data
        return self._own(node)

    def createComment(self, data):
        """A new comment."""
        return self._own(Comment(data))

    def createProcessingInstruction(self, target, data):
        """A new processing instruction."""
        return self._own(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        """A new attribute."""
        return self._own(Attr(qName))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        """A new attribute with a namespace."""
        prefix, _, local = qualifiedName.rpartition(":")
        return self._own(Attr(qualifiedName, namespaceURI, local, prefix or None))

    def importNode(self, node, deep):
        """A copy of another document's node."""
        if node.nodeType in (Node.DOCUMENT_NODE, Node.DOCUMENT_TYPE_NODE):
            raise xml.dom.NotSupportedErr("cannot import document or document type nodes")
        return clone(node, deep, self)

    def getElementById(self, id):
        """None: no attribute is declared to be one that identifies."""
        return None

    def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
        """Write it as XML."""
        says = ""
        if encoding is not None:
            says += ' encoding="%s"' % encoding
        if standalone is not None:
            says += ' standalone="%s"' % ("yes" if standalone else "no")
        writer.write('<?xml version="1.0" %s?>%s' % (says.lstrip(), newl) if says else '<?xml version="1.0" ?>' + newl)
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


class DOMImplementation:
    """Makes documents."""

    __module__ = "xml.dom.minidom"

    def hasFeature(self, feature, version):
        """Whether something is there."""
        return (feature.lower(), version or None) in FEATURES

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        """A new document with its outermost element."""
        document = Document()
        if doctype is not None:
            doctype.ownerDocument = document
            document.appendChild(doctype)
        if qualifiedName:
            element = document.createElementNS(namespaceURI, qualifiedName)
            document.appendChild(element)
        elif namespaceURI is not None or doctype is not None:
            raise xml.dom.InvalidCharacterErr("Element with no name")
        document.doctype = doctype
        return document

    def createDocumentType(self, qualifiedName, publicId, systemId):
        """A new type of documents."""
        doctype = DocumentType(qualifiedName)
        doctype.publicId, doctype.systemId = publicId, systemId
        return doctype


def clone(node, deep, document):
    kind = node.nodeType
    if kind == Node.ELEMENT_NODE:
        copy = document.createElementNS(node.namespaceURI, node.nodeName)
        for attr in node._attrs.values():
            other = Attr(attr.name, attr.namespaceURI, attr._local, attr.prefix)
            other.value, other.specified = attr.value, attr.specified
            copy._take(other)
    elif kind == Node.TEXT_NODE:
        copy = document.createTextNode(node.data)
    elif kind == Node.CDATA_SECTION_NODE:
        copy = document.createCDATASection(node.data)
    elif kind == Node.COMMENT_NODE:
        copy = document.createComment(node.data)
    elif kind == Node.PROCESSING_INSTRUCTION_NODE:
        copy = document.createProcessingInstruction(node.target, node.data)
    elif kind == Node.ATTRIBUTE_NODE:
        copy = document.createAttributeNS(node.namespaceURI, node.nodeName)
        copy.value = node.value
        return copy
    elif kind == Node.DOCUMENT_FRAGMENT_NODE:
        copy = document.createDocumentFragment()
    elif kind == Node.DOCUMENT_TYPE_NODE:
        copy = document.implementation.createDocumentType(node.name, node.publicId, node.systemId)
        copy.ownerDocument = document
    elif kind == Node.DOCUMENT_NODE:
        copy = document = Document()
    else:
        raise xml.dom.NotSupportedErr("Cannot clone node %s" % repr(node))
    if deep:
        for child in node.childNodes:
            copy.appendChild(clone(child, True, document))
    return copy
