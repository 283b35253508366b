"""The nodes of minidom's documents."""

import xml.dom


class NodeList(list):
    """A list of nodes."""

    __module__ = "xml.dom.minicompat"
    __slots__ = ()

    def item(self, index):
        """The node at a place, or None."""
        return self[index] if 0 <= index < len(self) else None

    length = property(len)


def write_data(writer, data):
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
        from _minidom_document import clone

        return clone(self, deep, self.ownerDocument or self)

    def isSameNode(self, other):
        """Whether it is the other one."""
        return self is other

    def isSupported(self, feature, version):
        """Whether something is there."""
        return (feature.lower(), version) in FEATURES

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


FEATURES = {("core", v) for v in ("1.0", "2.0", "3.0", None)} | {("xml", v) for v in ("1.0", "2.0", "3.0", None)} | {("ls-load", None), ("ls-load", "3.0")}


def _elements(node, matches, found):
    for child in node.childNodes:
        if child.nodeType == Node.ELEMENT_NODE:
            if matches(child):
                found.append(child)
            _elements(child, matches, found)
    return found


class Childless(Node):
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
