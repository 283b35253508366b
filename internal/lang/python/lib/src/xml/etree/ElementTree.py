"""Trees of elements, read from XML and written as such."""

from _etree_names import QName
from _etree_write import HTML_EMPTY, _namespace_map, canonicalize, indent, tostring, tostringlist, write_tree
from xml.etree import ElementPath

__all__ = ["Comment", "dump", "Element", "ElementTree", "canonicalize", "fromstring", "fromstringlist", "indent", "iselement", "iterparse",
           "parse", "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist", "TreeBuilder", "VERSION",
           "XML", "XMLID", "XMLParser", "XMLPullParser", "register_namespace"]

VERSION = "1.3.0"


class ParseError(SyntaxError):
    """A document is wrong; code and position say how and where."""


def iselement(element):
    """Whether something is an element."""
    return hasattr(element, "tag")


def _is_plain(path):
    """Whether a path is nothing but the name of a child."""
    if not isinstance(path, str):
        return False
    if path[:1] == "{":
        uri, _, path = path[1:].partition("}")
        if uri in ("", "*"):
            return False
    return not any(c in path for c in "/*[@.")


class Element:
    """An element: a list of elements with a name, attributes and texts."""

    __slots__ = ("tag", "attrib", "text", "tail", "_children", "__weakref__", "__dict__")

    def __init__(self, tag, /, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError("Element() argument 2 must be dict, not %s" % type(attrib).__name__)
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return "<%s %r at %#x>" % (type(self).__name__, self.tag, id(self))

    def makeelement(self, tag, attrib, /):
        """Another element."""
        return type(self)(tag, attrib)

    def __copy__(self):
        other = Element(self.tag, self.attrib)
        other.text, other.tail = self.text, self.tail
        other._children = self._children[:]
        return other

    def __deepcopy__(self, memo, /):
        import copy

        other = Element(copy.deepcopy(self.tag, memo), copy.deepcopy(self.attrib, memo))
        memo[id(self)] = other
        other.text, other.tail = copy.deepcopy(self.text, memo), copy.deepcopy(self.tail, memo)
        other._children = [copy.deepcopy(child, memo) for child in self._children]
        return other

    def __getstate__(self):
        return {"tag": self.tag, "_children": self._children, "attrib": self.attrib, "text": self.text, "tail": self.tail}

    def __setstate__(self, state):
        for name, value in state.items():
            setattr(self, name, value)

    def __reduce__(self):
        return Element, (self.tag,), self.__getstate__()

    # The children.

    def __len__(self):
        return len(self._children)

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range") from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for item in element:
                _check(item, "expected an Element, not \"%s\"")
        else:
            _check(element, "expected an Element, not \"%s\"")
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def append(self, subelement, /):
        """Add a child."""
        _check(subelement, "append() argument must be xml.etree.ElementTree.Element, not %s")
        self._children.append(subelement)

    def extend(self, elements, /):
        """Add children."""
        elements = list(elements)
        for element in elements:
            _check(element, "expected an Element, not \"%s\"")
        self._children.extend(elements)

    def insert(self, index, subelement, /):
        """Put a child in."""
        _check(subelement, "insert() argument 2 must be xml.etree.ElementTree.Element, not %s")
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        """Take a child out."""
        _check(subelement, "remove() argument must be xml.etree.ElementTree.Element, not %s")
        self._children.remove(subelement)

    def clear(self):
        """Take children, attributes and texts away."""
        self.attrib = {}
        self._children = []
        self.text = self.tail = None

    # Finding.

    def find(self, path, namespaces=None):
        """The first element that a path leads to, or None."""
        if _is_plain(path) and not namespaces:
            for child in self._children:
                if child.tag == path:
                    return child
            return None
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path leads to."""
        found = self.find(path, namespaces)
        if found is None:
            return default
        return "" if found.text is None else found.text

    def findall(self, path, namespaces=None):
        """A list of the elements that a path leads to."""
        if _is_plain(path) and not namespaces:
            return [child for child in self._children if child.tag == path]
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        """The elements that a path leads to."""
        return ElementPath.iterfind(self, path, namespaces)

    def iter(self, tag=None):
        """The element and all below it, or those with a name."""
        if tag == "*":
            tag = None
        waiting = [iter((self,))]
        while waiting:
            for element in waiting[-1]:
                if tag is None or element.tag == tag:
                    yield element
                if element._children:
                    waiting.append(_live(element))
                    break
            else:
                waiting.pop()

    def itertext(self):
        """The texts in the element."""
        waiting = [(self, iter((self,)))]
        while waiting:
            owner, rest = waiting[-1]
            element = next(rest, None)
            if element is None:
                waiting.pop()
                if owner is not self and owner.tail:
                    yield owner.tail
                continue
            if element.text:
                yield element.text
            if element is self:
                waiting[-1] = (self, _live(self))
            else:
                waiting.append((element, _live(element)))

    # The attributes.

    def get(self, key, default=None):
        """An attribute's value."""
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        """Set an attribute."""
        self.attrib[key] = value

    def keys(self):
        """The attributes' names."""
        return list(self.attrib)

    def items(self):
        """The attributes' names and values."""
        return list(self.attrib.items())


def _live(element):
    """The children, of which some may be added or taken away meanwhile."""
    at = 0
    while at < len(element._children):
        yield element._children[at]
        at += 1


def _check(element, text):
    if not isinstance(element, Element):
        raise TypeError(text % type(element).__name__)


def SubElement(parent, tag, /, attrib={}, **extra):
    """A new element, added to a parent."""
    _check(parent, "SubElement() argument 1 must be xml.etree.ElementTree.Element, not %s")
    element = Element(tag, attrib, **extra) if type(parent) is Element else parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """An element that is written as a comment."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """An element that is written as a processing instruction."""
    element = Element(ProcessingInstruction)
    element.text = target + " " + text if text else target
    return element


PI = ProcessingInstruction


class ElementTree:
    """A whole document."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        """The outermost element."""
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Read a document from a file or a file's name."""
        owned = None
        if not hasattr(source, "read"):
            source = owned = open(source, "rb")
        try:
            if parser is None:
                parser = XMLParser()
            while True:
                data = source.read(65536)
                if not data:
                    break
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if owned is not None:
                owned.close()

    def iter(self, tag=None):
        """All elements, or those with a name."""
        return self._root.iter(tag)

    def _path(self, path):
        if path[:1] == "/":
            import warnings

            path = "." + path
            warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  "
                          "If you rely on the current behaviour, change it to %r" % path, FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        """The first element that a path leads to, or None."""
        return self._root.find(self._path(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path leads to."""
        return self._root.findtext(self._path(path), default, namespaces)

    def findall(self, path, namespaces=None):
        """A list of the elements that a path leads to."""
        return self._root.findall(self._path(path), namespaces)

    def iterfind(self, path, namespaces=None):
        """The elements that a path leads to."""
        return self._root.iterfind(self._path(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        """Write the document to a file or a file's name."""
        write_tree(self._root, file_or_filename, encoding, xml_declaration, default_namespace, method, short_empty_elements)

    def write_c14n(self, file):
        """Write the document in its canonical form."""
        return self.write(file, method="c14n")


def register_namespace(prefix, uri):
    """Have a namespace written with a prefix."""
    import re

    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for known, name in list(_namespace_map.items()):
        if known == uri or name == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


def dump(elem):
    """Print a tree."""
    import sys

    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding="unicode")
    tail = elem.getroot().tail
    if not tail or tail[-1] != "\n":
        sys.stdout.write("\n")


def parse(source, parser=None):
    """The document that a file has."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """The element that a text has."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    """The element that a text has, and a dict of those below by their attribute id."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    parser.feed(text)
    tree = parser.close()
    return tree, {elem.get("id"): elem for elem in tree.iter() if elem.get("id")}


def fromstringlist(sequence, parser=None):
    """The element that some texts have, one after the other."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


from _etree_parse import TreeBuilder, XMLParser, XMLPullParser, iterparse
