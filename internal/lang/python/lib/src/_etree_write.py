"""How trees of elements are written."""

import io

_namespace_map = {
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}

HTML_EMPTY = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param", "source",
              "track", "wbr"}


def _refuse(value):
    raise TypeError("cannot serialize %r (type %s)" % (value, type(value).__name__))


def _text(text):
    try:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    except (TypeError, AttributeError):
        _refuse(text)


def _attribute(text):
    try:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")
    except (TypeError, AttributeError):
        _refuse(text)


def _html_attribute(text):
    try:
        return text.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")
    except (TypeError, AttributeError):
        _refuse(text)


def _names(root, default):
    """What the names in a tree are written as, and the prefixes of their namespaces."""
    from xml.etree.ElementTree import Comment, ProcessingInstruction, QName

    written, prefixes = {None: None}, {}
    if default:
        prefixes[default] = ""

    def add(name):
        try:
            if name[:1] == "{":
                uri, local = name[1:].rsplit("}", 1)
                prefix = prefixes.get(uri)
                if prefix is None:
                    prefix = _namespace_map.get(uri)
                    if prefix is None:
                        prefix = "ns%d" % len(prefixes)
                    if prefix != "xml":
                        prefixes[uri] = prefix
                written[name] = "%s:%s" % (prefix, local) if prefix else local
            elif default:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            else:
                written[name] = name
        except TypeError:
            _refuse(name)

    for elem in root.iter():
        tag = elem.tag
        if isinstance(tag, QName):
            tag = tag.text
        if isinstance(tag, str):
            if tag not in written:
                add(tag)
        elif tag is not None and tag is not Comment and tag is not ProcessingInstruction:
            _refuse(tag)
        for key, value in elem.items():
            if isinstance(key, QName):
                key = key.text
            if key not in written:
                add(key)
            if isinstance(value, QName) and value.text not in written:
                add(value.text)
        if isinstance(elem.text, QName) and elem.text.text not in written:
            add(elem.text.text)
    return written, prefixes


class _Writer:
    """Writes the elements of a tree as XML."""

    escape_attribute = staticmethod(_attribute)

    def __init__(self, write, names, short_empty):
        from xml.etree.ElementTree import Comment, ProcessingInstruction, QName

        self.write, self.names, self.short_empty = write, names, short_empty
        self.comment, self.instruction, self.qname = Comment, ProcessingInstruction, QName

    def element(self, elem, prefixes=None):
        write, tag, text = self.write, elem.tag, elem.text
        if tag is self.comment:
            self.single("<!--%s-->", text)
        elif tag is self.instruction:
            self.single("<?%s?>", text)
        else:
            name = self.names[tag.text if isinstance(tag, self.qname) else tag]
            if name is None:
                if text:
                    write(_text(text))
                for child in elem:
                    self.element(child)
            else:
                self.tag(elem, name, text, prefixes)
        if elem.tail:
            write(_text(elem.tail))

    def single(self, form, text):
        self.write(form % text)

    def begin(self, elem, name, prefixes):
        write, qname = self.write, self.qname
        write("<" + name)
        if prefixes:
            for uri, prefix in sorted(prefixes.items(), key=lambda item: item[1]):
                write(' xmlns%s="%s"' % (":" + prefix if prefix else "", self.escape_attribute(uri)))
        for key, value in elem.items():
            if isinstance(key, qname):
                key = key.text
            value = self.names[value.text] if isinstance(value, qname) else self.escape_attribute(value)
            write(' %s="%s"' % (self.names[key], value))

    def tag(self, elem, name, text, prefixes):
        write = self.write
        self.begin(elem, name, prefixes)
        if text or len(elem) or not self.short_empty:
            write(">")
            if text:
                write(self.names[text.text] if isinstance(text, self.qname) else _text(text))
            for child in elem:
                self.element(child)
            write("</" + name + ">")
        else:
            write(" />")


class _HTMLWriter(_Writer):
    """Writes the elements of a tree as HTML."""

    escape_attribute = staticmethod(_html_attribute)

    def single(self, form, text):
        self.write(form % _text(text))

    def tag(self, elem, name, text, prefixes):
        write, low = self.write, name.lower()
        self.begin(elem, name, prefixes)
        write(">")
        if text:
            write(text if low in ("script", "style") else _text(text))
        for child in elem:
            self.element(child)
        if low not in HTML_EMPTY:
            write("</" + name + ">")


def _serialize(root, write, default, method, short_empty):
    if method == "text":
        for part in root.itertext():
            write(part)
        if root.tail:
            write(root.tail)
        return
    names, prefixes = _names(root, default)
    (_HTMLWriter if method == "html" else _Writer)(write, names, short_empty).element(root, prefixes)


def write_tree(root, target, encoding, declaration, default, method, short_empty):
    """Write a tree to a file or a file's name."""
    method = method or "xml"
    if method not in ("xml", "html", "text", "c14n"):
        raise ValueError("unknown method %r" % method)
    if method == "c14n":
        raise NotImplementedError("the canonical form isn't there")
    encoding = encoding or "us-ascii"
    parts = []
    if method == "xml" and (declaration or declaration is None and encoding.lower() not in ("unicode", "utf-8", "us-ascii")):
        parts.append("<?xml version='1.0' encoding='%s'?>\n" % ("UTF-8" if encoding.lower() == "unicode" else encoding))
    _serialize(root, parts.append, default, method, short_empty)
    _put("".join(parts), target, encoding)


def _put(text, target, encoding):
    if hasattr(target, "write"):
        if encoding.lower() != "unicode":
            text = text.encode(encoding, "xmlcharrefreplace")
        target.write(text)
        return
    with open(target, "w", encoding="utf-8" if encoding.lower() == "unicode" else encoding, errors="xmlcharrefreplace", newline="") as file:
        file.write(text)


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """A tree as bytes or, in the encoding unicode, as a text."""
    stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
    write_tree(element, stream, encoding, xml_declaration, default_namespace, method, short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """A tree as a list of bytes or texts."""
    return [tostring(element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
                     short_empty_elements=short_empty_elements)]


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """Refused: the canonical form isn't there."""
    raise NotImplementedError("the canonical form isn't there")


def indent(tree, space="  ", level=0):
    """Put white space between the elements of a tree, so that it is written in lines."""
    root = tree.getroot() if not hasattr(tree, "tag") else tree
    if level < 0:
        raise ValueError("Initial indentation level must be >= 0, got %d" % level)
    if len(root):
        _indent(root, ["\n" + level * space], space, 0)


def _indent(elem, breaks, space, level):
    inner = level + 1
    if inner == len(breaks):
        breaks.append(breaks[level] + space)
    if not elem.text or not elem.text.strip():
        elem.text = breaks[inner]
    child = None
    for child in elem:
        if len(child):
            _indent(child, breaks, space, inner)
        if not child.tail or not child.tail.strip():
            child.tail = breaks[inner]
    if child is not None and not child.tail.strip():
        child.tail = breaks[level]
