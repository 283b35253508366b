"""The nodes of minidom's documents that are texts."""

import xml.dom

from _minidom_nodes import Childless, Node, write_data


class ProcessingInstruction(Childless):
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


class CharacterData(Childless):
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
        write_data(writer, "%s%s%s" % (indent, self.data, newl))

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
