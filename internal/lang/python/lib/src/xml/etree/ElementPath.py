"""Finds elements by paths: a part of XPath."""

import re

_TOKEN = re.compile(r"""('[^']*'|"[^"]*"|::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)|\s+""")


def xpath_tokenizer(pattern, namespaces=None):
    """The parts of a path: pairs of a sign and a name, one of them empty."""
    default = namespaces.get("") if namespaces else None
    attribute = False
    for token in _TOKEN.findall(pattern):
        sign, tag = token
        if tag and tag[0] != "{":
            prefix, colon, name = tag.partition(":")
            if colon:
                try:
                    if not namespaces:
                        raise KeyError
                    yield sign, "{%s}%s" % (namespaces[prefix], name)
                except KeyError:
                    raise SyntaxError("prefix %r not found in prefix map" % prefix) from None
            elif default and not attribute:
                yield sign, "{%s}%s" % (default, tag)
            else:
                yield token
            attribute = False
        else:
            yield token
            attribute = sign == "@"


def _parents(root):
    return {child: parent for parent in root.iter() for child in parent}


def _is_wildcard(tag):
    return tag[:3] == "{*}" or tag[-2:] == "}*"


def _matcher(tag):
    """Whether a name is meant by one with wildcards."""
    if tag in ("{*}*", "*"):
        return lambda name: True
    if tag == "{}*":
        return lambda name: isinstance(name, str) and name[:1] != "{"
    if tag[:3] == "{*}":
        suffix = tag[2:]  # with the bracket
        plain = tag[3:]
        return lambda name: name == plain or isinstance(name, str) and name[-len(suffix):] == suffix
    prefix = tag[:-1]
    return lambda name: isinstance(name, str) and name[:len(prefix)] == prefix


class _Search:
    """What a search needs beside the elements."""

    def __init__(self, root):
        self.root = root
        self._parents = None

    def parents(self):
        if self._parents is None:
            self._parents = _parents(self.root)
        return self._parents


def _child_step(tag):
    if _is_wildcard(tag):
        matches = _matcher(tag)

        def select(search, result):
            for elem in result:
                for child in elem:
                    if matches(child.tag):
                        yield child
    else:
        if tag[:2] == "{}":
            tag = tag[2:]

        def select(search, result):
            for elem in result:
                for child in elem:
                    if child.tag == tag:
                        yield child
    return select


def _all_children(search, result):
    for elem in result:
        yield from elem


def _self_step(search, result):
    yield from result


def _parent_step(search, result):
    parents = search.parents()
    seen = {}
    for elem in result:
        if elem in parents and parents[elem] not in seen:
            seen[parents[elem]] = None
            yield parents[elem]


def _descendant_step(following):
    sign, tag = following()
    if sign == "*":
        tag = "*"
    elif sign:
        raise SyntaxError("invalid descendant")
    if _is_wildcard(tag):
        matches = _matcher(tag)

        def select(search, result):
            for elem in result:
                for other in elem.iter():
                    if other is not elem and matches(other.tag):
                        yield other
    else:
        if tag[:2] == "{}":
            tag = tag[2:]

        def select(search, result):
            for elem in result:
                for other in elem.iter(tag):
                    if other is not elem:
                        yield other
    return select


def _predicate_step(following):
    signature, values = "", []
    while True:
        try:
            sign, tag = following()
        except StopIteration:
            return None
        if sign == "]":
            break
        if (sign, tag) == ("", ""):
            continue
        if sign and sign[:1] in "'\"":
            sign, tag = "'", sign[1:-1]
        signature += sign or "-"
        values.append(tag)
    return _predicate(signature, values)


def _keep(test):
    def select(search, result):
        for elem in result:
            if test(elem):
                yield elem
    return select


def _text(elem):
    return "".join(elem.itertext())


def _predicate(signature, values):
    if signature == "@-":
        key = values[1]
        return _keep(lambda elem: elem.get(key) is not None)
    if signature in ("@-='", "@-!='"):
        key, value = values[1], values[-1]
        if signature == "@-='":
            return _keep(lambda elem: elem.get(key) == value)
        return _keep(lambda elem: elem.get(key) is not None and elem.get(key) != value)
    if signature == "-" and not re.match(r"\-?\d+$", values[0]):
        tag = values[0]
        return _keep(lambda elem: elem.find(tag) is not None)
    if signature in (".='", ".!='"):
        value = values[-1]
        return _keep(lambda elem: (_text(elem) == value) == (signature == ".='"))
    if signature in ("-='", "-!='") and not re.match(r"\-?\d+$", values[0]):
        tag, value = values[0], values[-1]
        return _keep(lambda elem: any((_text(child) == value) == (signature == "-='") for child in elem.iterfind(tag)))
    return _position(_index(signature, values))


def _index(signature, values):
    """The place that a predicate is of, from 0 or, where it is below, from the end."""
    if signature == "-":
        index = int(values[0]) - 1
        if index < 0:
            raise SyntaxError("XPath position >= 1 expected")
        return index
    if signature not in ("-()", "-()-"):
        raise SyntaxError("invalid predicate")
    if values[0] != "last":
        raise SyntaxError("unsupported function")
    if signature == "-()":
        return -1
    try:
        index = int(values[2]) - 1
    except ValueError:
        raise SyntaxError("unsupported expression") from None
    if index > -2:
        raise SyntaxError("XPath offset from last() must be negative")
    return index


def _position(index):
    def select(search, result):
        parents = search.parents()
        for elem in result:
            try:
                siblings = list(parents[elem].findall(elem.tag))
                if siblings[index] is elem:
                    yield elem
            except (IndexError, KeyError):
                pass
    return select


def _steps(path, namespaces):
    following = iter(xpath_tokenizer(path, namespaces)).__next__
    try:
        token = following()
    except StopIteration:
        return None
    steps = []
    while True:
        try:
            steps.append(_step(token, following))
        except StopIteration:
            raise SyntaxError("invalid path") from None
        try:
            token = following()
            if token[0] == "/":
                token = following()
        except StopIteration:
            return steps


def _step(token, following):
    sign, tag = token
    if sign == "":
        return _child_step(tag)
    if sign == "*":
        return _all_children
    if sign == ".":
        return _self_step
    if sign == "..":
        return _parent_step
    if sign == "//":
        return _descendant_step(following)
    if sign == "[":
        return _predicate_step(following)
    raise SyntaxError("invalid path")


def iterfind(elem, path, namespaces=None):
    """The elements that a path leads to."""
    if path[-1:] == "/":
        path += "*"
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    steps = _steps(path, namespaces)
    if steps is None:
        return None
    result = (elem,)
    search = _Search(elem)
    for step in steps:
        result = step(search, result)
    return result


def find(elem, path, namespaces=None):
    """The first element that a path leads to, or None."""
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    """A list of the elements that a path leads to."""
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    """The text of the first element that a path leads to."""
    found = find(elem, path, namespaces)
    if found is None:
        return default
    return found.text or ""
