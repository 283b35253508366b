"""The nodes of minidom's documents."""

import xml.dom
from xml.dom import EMPTY_NAMESPACE, XML_NAMESPACE, XMLNS_NAMESPACE


class NodeList(list):
    """A list of nodes."""

    __module__ = "xml.dom.minicompat"
    __slots__ = ()

    def item(self, index):
        """The node at a place, or None."""
        return self[index] if 0 <= index < len(self) else None

    length = property(len)


def _write_data(writer, data, attribute=False):
    if data:
        data = data.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace(">", "&gt;")
        writer.write(data)


class Node(xml.dom.Node):
    """A node."""

    __module__ = "xml.dom.minidom"
    namespaceURI = prefix = None
    parentNode = ownerDocument = nextSibling = previousSibling = None
    nodeValue = None
    attributes = None

    def __bool__(self):
        return True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.unlink()

    firstChild = property(lambda self: self.childNodes[0] if self.childNodes else None)
    lastChild = property(lambda self: self.childNodes[-1] if self.childNodes else None)
    localName = property(lambda self: None)

    def toxml(self, encoding=None, standalone=None):
        """The node as XML."""
        return self.toprettyxml("", "", encoding, standalone)

    def toprettyxml(self, indent="\t", newl="\n", encoding=None, standalone=None):
        """The node as XML in lines."""
        import io

        writer = io.StringIO()
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(writer, "", indent, newl, encoding, standalone)
        else:
            self.writexml(writer, "", indent, newl)
        text = writer.getvalue()
        return text if encoding is None else text.encode(encoding, "xmlcharrefreplace")

    def hasChildNodes(self):
        """Whether there are nodes in it."""
        return bool(self.childNodes)

    def _relink(self):
        before = None
        for child in self.childNodes:
            child.previousSibling, child.nextSibling = before, None
            if before is not None:
                before.nextSibling = child
            before = child

    def _check_child(self, node):
        if node.nodeType not in self._child_node_types:
            raise xml.dom.HierarchyRequestErr("%s cannot be child of %s" % (repr(node), repr(self)))

    def insertBefore(self, newChild, refChild):
        """Put a node in before another one."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(newChild.childNodes):
                self.insertBefore(child, refChild)
            return newChild
        self._check_child(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        if refChild is None:
            return self.appendChild(newChild)
        try:
            at = self.childNodes.index(refChild)
        except ValueError:
            raise xml.dom.NotFoundErr() from None
        self.childNodes.insert(at, newChild)
        before = self.childNodes[at - 1] if at else None
        newChild.previousSibling, newChild.nextSibling = before, refChild
        refChild.previousSibling = newChild
        if before is not None:
            before.nextSibling = newChild
        newChild.parentNode = self
        return newChild

    def appendChild(self, node):
        """Add a node at the end."""
        if node.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(node.childNodes):
                self.appendChild(child)
            return node
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        if self.childNodes:
            last = self.childNodes[-1]
            last.nextSibling, node.previousSibling = node, last
        self.childNodes.append(node)
        node.parentNode = self
        return node

    def replaceChild(self, newChild, oldChild):
        """Put a node in place of another one, which is returned."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            following = oldChild.nextSibling
            self.removeChild(oldChild)
            return self.insertBefore(newChild, following)
        self._check_child(newChild)
        if newChild is oldChild:
            return None
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        try:
            at = self.childNodes.index(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr() from None
        self.childNodes[at] = newChild
        newChild.parentNode, oldChild.parentNode = self, None
        newChild.nextSibling, newChild.previousSibling = oldChild.nextSibling, oldChild.previousSibling
        oldChild.nextSibling = oldChild.previousSibling = None
        if newChild.previousSibling:
            newChild.previousSibling.nextSibling = newChild
        if newChild.nextSibling:
            newChild.nextSibling.previousSibling = newChild
        return oldChild

    def removeChild(self, oldChild):
        """Take a node out."""
        try:
            self.childNodes.remove(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr() from None
        if oldChild.nextSibling is not None:
            oldChild.nextSibling.previousSibling = oldChild.previousSibling
        if oldChild.previousSibling is not None:
            oldChild.previousSibling.nextSibling = oldChild.nextSibling
        oldChild.nextSibling = oldChild.previousSibling = oldChild.parentNode = None
        return oldChild

    def normalize(self):
        """Join texts that follow each other, here and below."""
        kept = []
        for child in self.childNodes:
            if child.nodeType == Node.TEXT_NODE:
                if not child.data:
                    child.parentNode = None
                    continue
                if kept and kept[-1].nodeType == Node.TEXT_NODE:
                    kept[-1].data += child.data
                    child.parentNode = None
                    continue
            elif child.nodeType == Node.ELEMENT_NODE:
                child.normalize()
            kept.append(child)
        self.childNodes[:] = kept
        self._relink()

    def cloneNode(self, deep):
        """A copy, with all below it or without."""
        return _clone(self, deep, self.ownerDocument or self)

    def isSameNode(self, other):
        """Whether it is the other one."""
        return self is other

    def isSupported(self, feature, version):
        """Whether something is there."""
        return (feature.lower(), version) in _FEATURES

    def getElementsByTagName(self, name):
        """The elements below with a name."""
        return _elements(self, lambda node: name == "*" or node.tagName == name, NodeList())

    def getElementsByTagNameNS(self, namespaceURI, localName):
        """The elements below with a namespace and a name."""
        return _elements(self, lambda node: (localName == "*" or node.localName == localName)
                         and (namespaceURI == "*" or node.namespaceURI == namespaceURI), NodeList())

    def unlink(self):
        """Take all apart."""
        self.parentNode = self.ownerDocument = None
        if self.childNodes:
            for child in self.childNodes:
                child.unlink()
            self.childNodes = NodeList()
        self.previousSibling = self.nextSibling = None


_FEATURES = {("core", v) for v in ("1.0", "2.0", "3.0", None)} | {("xml", v) for v in ("1.0", "2.0", "3.0", None)} | {("ls-load", None), ("ls-load", "3.0")}


def _elements(node, matches, found):
    for child in node.childNodes:
        if child.nodeType == Node.ELEMENT_NODE:
            if matches(child):
                found.append(child)
            _elements(child, matches, found)
    return found


class _Childless(Node):
    """A node that has none in it."""

    childNodes = ()
    firstChild = lastChild = None

    def _refuse(self, text):
        raise xml.dom.HierarchyRequestErr(self.nodeName + text)

    def appendChild(self, node):
        """Refused."""
        self._refuse(" nodes cannot have children")

    def insertBefore(self, newChild, refChild):
        """Refused."""
        self._refuse(" nodes do not have children")

    def removeChild(self, oldChild):
        """Refused."""
        raise xml.dom.NotFoundErr(self.nodeName + " nodes do not have children")

    def replaceChild(self, newChild, oldChild):
        """Refused."""
        self._refuse(" nodes do not have children")

    def normalize(self):
        """Nothing to do."""


class DocumentFragment(Node):
    """Nodes that aren't in a document yet."""

    __module__ = "xml.dom.minidom"
    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = "#document-fragment"
    _child_node_types = (1, 3, 4, 5, 7, 8, 12)

    def __init__(self):
        self.childNodes = NodeList()


class Attr(Node):
    """An attribute."""

    __module__ = "xml.dom.minidom"
    nodeType = Node.ATTRIBUTE_NODE
    specified = False
    ownerElement = None
    _child_node_types = (3, 5)

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self.name = self.nodeName = qName
        self.namespaceURI = namespaceURI
        self._local = localName
        self.prefix = prefix
        self.childNodes = NodeList()
        self.value = ""

    localName = property(lambda self: self._local or self.name.split(":", 1)[-1])
    nodeValue = property(lambda self: self.value, lambda self, value: setattr(self, "value", value))

    def _set(self, value):
        self._value = value
        text = Text()
        text.data, text.parentNode = value, self
        self.childNodes[:] = [text]

    value = property(lambda self: self._value, _set)


class NamedNodeMap:
    """The attributes of an element."""

    __module__ = "xml.dom.minidom"

    def __init__(self, attrs, owner):
        self._attrs, self._owner = attrs, owner

    length = property(lambda self: len(self._attrs))

    def __len__(self):
        return len(self._attrs)

    def item(self, index):
        """The attribute at a place, or None."""
        names = list(self._attrs)
        return self[names[index]] if -len(names) <= index < len(names) else None

    def items(self):
        """Names and values."""
        return [(attr.nodeName, attr.value) for attr in self._attrs.values()]

    def itemsNS(self):
        """Namespaces with names, and values."""
        return [((attr.namespaceURI, attr.localName), attr.value) for attr in self._attrs.values()]

    def __contains__(self, key):
        return key in self._attrs if isinstance(key, str) else self._owner.hasAttributeNS(*key)

    def keys(self):
        """The names."""
        return self._attrs.keys()

    def values(self):
        """The attributes."""
        return self._attrs.values()

    def get(self, name, value=None):
        """The attribute with a name."""
        return self._attrs.get(name, value)

    def __iter__(self):
        return iter(list(self._attrs))

    def __getitem__(self, name):
        return self._owner._find_ns(*name) if isinstance(name, tuple) else self._attrs[name]

    def __setitem__(self, name, value):
        if isinstance(value, str):
            self._owner.setAttribute(name, value)
        elif isinstance(value, Attr):
            self._owner.setAttributeNode(value)
        else:
            raise TypeError("value must be a string or Attr object")

    def __delitem__(self, name):
        self._owner.removeAttributeNode(self[name])

    getNamedItem = get

    def getNamedItemNS(self, namespaceURI, localName):
        """The attribute with a namespace and a name."""
        return self._owner.getAttributeNodeNS(namespaceURI, localName)

    def setNamedItem(self, node):
        """Set an attribute."""
        return self._owner.setAttributeNode(node)

    def removeNamedItem(self, name):
        """Take an attribute away."""
        node = self._attrs.get(name)
        if node is None:
            raise xml.dom.NotFoundErr()
        return self._owner.removeAttributeNode(node)


class Element(Node):
    """An element."""

    __module__ = "xml.dom.minidom"
    nodeType = Node.ELEMENT_NODE
    _child_node_types = (1, 7, 8, 3, 4, 5)

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        self.tagName = self.nodeName = tagName
        self.prefix, self.namespaceURI = prefix, namespaceURI
        self.childNodes = NodeList()
        self._attrs = {}

    localName = property(lambda self: self.tagName.split(":", 1)[-1])
    attributes = property(lambda self: NamedNodeMap(self._attrs, self))

    def __repr__(self):
        return "<DOM Element: %s at %#x>" % (self.tagName, id(self))

    def _find_ns(self, uri, local):
        for attr in self._attrs.values():
            if attr.namespaceURI == uri and attr.localName == local:
                return attr
        raise KeyError((uri, local))

    def getAttribute(self, attname):
        """An attribute's value, empty where there is none."""
        attr = self._attrs.get(attname)
        return "" if attr is None else attr.value

    def getAttributeNS(self, namespaceURI, localName):
        """The value of an attribute with a namespace."""
        attr = self.getAttributeNodeNS(namespaceURI, localName)
        return "" if attr is None else attr.value

    def setAttribute(self, attname, value):
        """Set an attribute."""
        attr = self._attrs.get(attname)
        if attr is None:
            attr = Attr(attname)
            self._take(attr)
        attr.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        """Set an attribute with a namespace."""
        prefix, _, local = qualifiedName.rpartition(":")
        attr = self.getAttributeNodeNS(namespaceURI, local)
        if attr is None:
            attr = Attr(qualifiedName, namespaceURI, local, prefix or None)
            self._take(attr)
        attr.value = value

    def _take(self, attr):
        attr.ownerElement, attr.ownerDocument = self, self.ownerDocument
        self._attrs[attr.name] = attr

    def getAttributeNode(self, attrname):
        """The attribute with a name, or None."""
        return self._attrs.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        """The attribute with a namespace and a name, or None."""
        try:
            return self._find_ns(namespaceURI, localName)
        except KeyError:
            return None

    def setAttributeNode(self, attr):
        """Set an attribute; the one that was there is returned."""
        if attr.ownerElement not in (None, self):
            raise xml.dom.InuseAttributeErr("attribute node already owned")
        old = self._attrs.get(attr.name)
        self._take(attr)
        return old if old is not attr else None

    setAttributeNodeNS = setAttributeNode

    def removeAttribute(self, name):
        """Take an attribute away."""
        attr = self._attrs.get(name)
        if attr is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(attr)

    def removeAttributeNS(self, namespaceURI, localName):
        """Take an attribute with a namespace away."""
        attr = self.getAttributeNodeNS(namespaceURI, localName)
        if attr is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(attr)

    def removeAttributeNode(self, node):
        """Take an attribute away, which is returned."""
        if node is None or self._attrs.get(node.name) is not node:
            raise xml.dom.NotFoundErr()
        del self._attrs[node.name]
        node.ownerElement = None
        return node

    removeAttributeNodeNS = removeAttributeNode

    def hasAttribute(self, name):
        """Whether there is an attribute."""
        return name in self._attrs

    def hasAttributeNS(self, namespaceURI, localName):
        """Whether there is an attribute with a namespace."""
        return self.getAttributeNodeNS(namespaceURI, localName) is not None

    def hasAttributes(self):
        """Whether there are attributes."""
        return bool(self._attrs)

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write it as XML."""
        writer.write(indent + "<" + self.tagName)
        for name, attr in self._attrs.items():
            writer.write(' %s="' % name)
            _write_data(writer, attr.value, True)
            writer.write('"')
        if not self.childNodes:
            writer.write("/>%s" % newl)
            return
        writer.write(">")
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer, "", "", "")
        else:
            writer.write(newl)
            for child in self.childNodes:
                child.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write("</%s>%s" % (self.tagName, newl))


class ProcessingInstruction(_Childless):
    """A processing instruction."""

    __module__ = "xml.dom.minidom"
    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target = self.nodeName = target
        self.data = data

    nodeValue = property(lambda self: self.data, lambda self, value: setattr(self, "data", value))

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write it as XML."""
        writer.write("%s<?%s %s?>%s" % (indent, self.target, self.data, newl))


class CharacterData(_Childless):
    """A text of some kind."""

    __module__ = "xml.dom.minidom"

    def __init__(self):
        self.data = ""

    nodeValue = property(lambda self: self.data, lambda self, value: setattr(self, "data", value))
    length = property(lambda self: len(self.data))

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return '<DOM %s node "%r%s">' % (type(self).__name__, self.data[:10], "..." if len(self.data) > 10 else "")

    def _check(self, offset, count=0):
        if offset < 0:
            raise xml.dom.IndexSizeErr("offset cannot be negative")
        if offset >= len(self.data):
            raise xml.dom.IndexSizeErr("offset cannot be beyond end of data")
        if count < 0:
            raise xml.dom.IndexSizeErr("count cannot be negative")

    def substringData(self, offset, count):
        """A part of the text."""
        self._check(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        """Add a text."""
        self.data += arg

    def insertData(self, offset, arg):
        """Put a text in."""
        self._check(offset)
        self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        """Take a part away."""
        self.replaceData(offset, count, "")

    def replaceData(self, offset, count, arg):
        """Put a text in place of a part."""
        self._check(offset, count)
        self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    """A text."""

    __module__ = "xml.dom.minidom"
    nodeType = Node.TEXT_NODE
    nodeName = "#text"

    def splitText(self, offset):
        """Make two of it; the second is returned."""
        if offset < 0 or offset > len(self.data):
            raise xml.dom.IndexSizeErr("illegal offset value")
        other = type(self)()
        other.data, other.ownerDocument = self.data[offset:], self.ownerDocument
        if self.parentNode is not None and self in self.parentNode.childNodes:
            self.parentNode.insertBefore(other, self.nextSibling)
        self.data = self.data[:offset]
        return other

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write it as XML."""
        _write_data(writer, "%s%s%s" % (indent, self.data, newl))

    @property
    def wholeText(self):
        """The text with those around it."""
        parts, node = [self.data], self.previousSibling
        while node is not None and node.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            parts.insert(0, node.data)
            node = node.previousSibling
        node = self.nextSibling
        while node is not None and node.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            parts.append(node.data)
            node = node.nextSibling
        return "".join(parts)


class Comment(CharacterData):
    """A comment."""

    __module__ = "xml.dom.minidom"
    nodeType = Node.COMMENT_NODE
    nodeName = "#comment"

    def __init__(self, data):
        self.data = data

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write it as XML."""
        if "--" in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write("%s<!--%s-->%s" % (indent, self.data, newl))


class CDATASection(Text):
    """A text in which nothing is markup."""

    __module__ = "xml.dom.minidom"
    nodeType = Node.CDATA_SECTION_NODE
    nodeName = "#cdata-section"

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write it as XML."""
        if "]]>" in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write("<![CDATA[%s]]>" % self.data)


class DocumentType(_Childless):
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
        return _clone(node, deep, self)

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
        return (feature.lower(), version or None) in _FEATURES

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


def _clone(node, deep, document):
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
            copy.appendChild(_clone(child, True, document))
    return copy
