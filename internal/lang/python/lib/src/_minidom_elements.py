"""The elements of minidom's documents, and their attributes."""

import xml.dom

from _minidom_nodes import Node, NodeList, write_data
from _minidom_texts import Text
from xml.dom import EMPTY_NAMESPACE


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
            write_data(writer, attr.value)
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
