"""The values of Content-Type, Content-Disposition and headers like these: parts, parameters, and what is wrong with them."""

import re

from email import errors
from urllib.parse import unquote_to_bytes

_TOKEN = re.compile(r"""[^\s()<>@,;:\\"/\[\]?=\x00-\x20\x7f]+""")
_NAME = re.compile(r"""[^\s()<>@,;:\\"/\[\]?='%*\x00-\x20\x7f]+""")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)("?)', re.S)
_SPACE = re.compile(r"[ \t\r\n]+")
_INDEX = re.compile(r"\*([0-9]+)")


class Reader:
    """A value, from left to right."""

    def __init__(self, text):
        self.text, self.at, self.defects = text, 0, []

    def wrong(self, message, kind=errors.InvalidHeaderDefect):
        self.defects.append(kind(message))

    def rest(self):
        return self.text[self.at:]

    def skip(self):
        """Go behind spaces and comments."""
        while self.at < len(self.text):
            space = _SPACE.match(self.text, self.at)
            if space:
                self.at = space.end()
            elif self.text[self.at] == "(":
                self._comment()
            else:
                return

    def _comment(self):
        depth = 0
        while self.at < len(self.text):
            c = self.text[self.at]
            self.at += 2 if c == "\\" else 1
            depth += (c == "(") - (c == ")")
            if not depth:
                return
        self.wrong("end of header inside comment")

    def token(self, pattern=_TOKEN):
        """A word, with what is around it, or an empty text."""
        start = self.at
        self.skip()
        found = pattern.match(self.text, self.at)
        if not found:
            self.at = start
            return ""
        self.at = found.end()
        self.skip()
        return found.group()

    def take(self, c):
        """Go behind a character, if it is the next."""
        found = self.text.startswith(c, self.at)
        self.at += found
        return found


def content_type(text):
    """The value in its normal form, the two parts of the type, parameters and defects."""
    read = Reader(text)
    if not text.strip():
        read.wrong("Missing content type specification", errors.HeaderMissingRequiredValue)
        return text, "text", "plain", {}, read.defects
    main = read.token()
    if not main:
        read.wrong("Expected content maintype but found {!r}".format(text))
        return text, "text", "plain", {}, read.defects
    if not read.take("/"):
        read.wrong("Invalid content type")
        return text, "text", "plain", {}, read.defects
    below = read.token()
    if not below:
        read.wrong("Expected content subtype but found {!r}".format(read.rest()))
        return text, "text", "plain", {}, read.defects
    if not read.rest().startswith(";") and read.rest():
        main, below = "text", "plain"
    value, params = _with_parameters(read, "content type")
    return value, main.lower(), below.lower(), params, read.defects


def content_disposition(text):
    """The value in its normal form, the disposition, parameters and defects."""
    read = Reader(text)
    if not text.strip():
        read.wrong("Missing content disposition", errors.HeaderMissingRequiredValue)
        return text, None, {}, read.defects
    kind = read.token()
    if not kind:
        read.wrong("Expected content disposition but found {!r}".format(text))
        return text, None, {}, read.defects
    value, params = _with_parameters(read, "content disposition")
    return value, kind.lower(), params, read.defects


def _with_parameters(read, what):
    """The normal form of a value whose parameters come next, and these."""
    head = read.text[:read.at]
    if read.at >= len(read.text):
        return read.text, {}
    if not read.take(";"):
        read.wrong("Only parameters are valid after {}, but found {!r}".format(what, read.rest()))
        return read.text, {}
    pairs = _joined(read, _pieces(read))
    return head + ";" + "; ".join([""] + [f'{k}="{_quoted(v)}"' if v else k for k, v in pairs])[1:], {k.lower(): v for k, v in pairs}


def _quoted(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _pieces(read):
    """(name, index, whether it is encoded, value) of each part of a parameter."""
    pieces = []
    while read.at < len(read.text):
        start = read.at
        piece = _piece(read)
        if piece is not None:
            pieces.append(piece)
        else:
            _invalid(read, start)
        if read.at < len(read.text) and not read.take(";"):
            left = read.at
            read.at = _next(read.text, left)
            read.wrong("parameter with invalid trailing text {!r}".format(read.text[left:read.at]))
            read.take(";")
    return pieces


def _next(text, at):
    """Where the next semicolon is."""
    end = text.find(";", at)
    return len(text) if end < 0 else end


def _invalid(read, start):
    read.at = start
    read.skip()
    if read.text.startswith(";", read.at):
        read.wrong("parameter entry with no content")
        return
    if read.at < len(read.text):
        read.at = _next(read.text, start)
        read.wrong("invalid parameter {!r}".format(read.text[start:read.at]))


def _piece(read):
    start = read.at
    name = read.token(_NAME)
    if not name:
        return None
    index, encoded = None, False
    if read.text.startswith("*", read.at):
        found = _INDEX.match(read.text, read.at)
        if found:
            index, read.at = int(found.group(1)), found.end()
        encoded = read.take("*")
    read.skip()
    if read.at >= len(read.text) or read.text[read.at] == ";":
        read.wrong("Parameter contains name ({}) but no value".format(read.text[start:read.at]))
        return name, index, encoded, None
    if not read.take("="):
        return None
    value = _value(read, _TOKEN if encoded else _NAME)
    return None if value is None else (name, index, encoded, value)


def _value(read, pattern):
    read.skip()
    found = _QUOTED.match(read.text, read.at)
    if found:
        if not found.group(2):
            read.wrong("end of header inside quoted string")
        read.at = found.end()
        read.skip()
        return re.sub(r"\\(.)", r"\1", found.group(1), flags=re.S)
    return read.token(pattern) or None


def _joined(read, pieces):
    """(name, value) of the parameters that the pieces make; of equal ones the first counts."""
    groups = {}
    for piece in pieces:
        groups.setdefault(piece[0], []).append(piece)
    return [(name, _text(read, group)) for name, group in groups.items()]


def _text(read, group):
    """The value that pieces are together. What can't be decoded of one may be a character with the next one's."""
    charset, values = "utf-8", []
    group.sort(key=lambda piece: piece[1] or 0)
    if len(group) > 1 and not group[0][2] and not group[1][1]:
        read.wrong("duplicate parameter name; duplicate(s) ignored")
        group = group[:1]
    for _, index, encoded, value in group:
        value = value or ""
        if (index or 0) != len(values):
            if not encoded:
                read.wrong("duplicate parameter name; duplicate ignored")
                continue
            read.wrong("inconsistent RFC2231 parameter numbering")
        if encoded and not values:
            parts = value.split("'", 2)
            if len(parts) == 3:
                charset, value = parts[0] or "us-ascii", parts[2]
            else:
                read.wrong("Apparent initial-extended-value but attribute was not marked as extended or was not initial section")
        values.append(_decoded(read, value, charset) if encoded else value)
    return "".join(values).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _decoded(read, value, charset):
    data = unquote_to_bytes(value)
    try:
        text = data.decode(charset, "surrogateescape")
    except LookupError:
        text = data.decode("us-ascii", "surrogateescape")
    if any("\udc80" <= c <= "\udcff" for c in text):
        read.defects.append(errors.UndecodableBytesDefect())
    return text


def transfer_encoding(text):
    """The encoding, and defects."""
    read = Reader(text)
    if not text:
        read.wrong("Missing content transfer encoding", errors.HeaderMissingRequiredValue)
        return "7bit", read.defects
    kind = read.token()
    if not kind:
        read.wrong("Expected content transfer encoding but found {!r}".format(text))
        return "7bit", read.defects
    for _ in re.findall(r"[^\s;]+|;", read.rest()):
        read.wrong("Extra text after content transfer encoding")
    return kind.lower(), read.defects


def version(text):
    """The two numbers, and defects."""
    read = Reader(text)
    if not text:
        read.wrong("Missing MIME version number (eg: 1.0)", errors.HeaderMissingRequiredValue)
        return None, None, read.defects
    read.skip()
    if read.at >= len(text):
        read.wrong("Expected MIME version number but found only CFWS", errors.HeaderMissingRequiredValue)
        return None, None, read.defects
    major = _number(read, "major", ". (")
    read.skip()
    if not read.take("."):
        if read.at >= len(text) or major is None:
            read.wrong("Incomplete MIME version; found only major number")
        return None, None, read.defects
    read.skip()
    if read.at >= len(text):
        read.wrong("Incomplete MIME version; found only major number")
        return None, None, read.defects
    minor = _number(read, "minor", " (")
    read.skip()
    if read.at < len(text):
        read.wrong("Excess non-CFWS text after MIME version")
    return major, minor, read.defects


def _number(read, which, ends):
    found = re.compile("[^" + re.escape(ends) + "\t]*").match(read.text, read.at)
    read.at = found.end()
    if found.group().isdigit():
        return int(found.group())
    read.wrong("Expected MIME {} version number but found {!r}".format(which, found.group()))
    return None
