"""Documents as events: the scanner's, of any encoding."""

import _expat

MESSAGES = (
    None, "out of memory", "syntax error", "no element found", "not well-formed (invalid token)", "unclosed token", "partial character",
    "mismatched tag", "duplicate attribute", "junk after document element", "illegal parameter entity reference", "undefined entity",
    "recursive entity reference", "asynchronous entity", "reference to invalid character number", "reference to binary entity",
    "reference to external entity in attribute", "XML or text declaration not at start of entity", "unknown encoding",
    "encoding specified in XML declaration is incorrect", "unclosed CDATA section", "error in processing external entity reference",
    "document is not standalone", "unexpected parser state - please send a bug report", "entity declared in parameter entity",
    "requested feature requires XML_DTD support in Expat", "cannot change setting once parsing has begun", "unbound prefix",
    "must not undeclare prefix", "incomplete markup in parameter entity", "XML declaration not well-formed",
    "text declaration not well-formed", "illegal character(s) in public id", "parser suspended", "parser not suspended", "parsing aborted",
    "parsing finished", "cannot suspend in external parameter entity",
    "reserved prefix (xml) must not be undeclared or bound to another namespace name",
    "reserved prefix (xmlns) must not be declared or undeclared", "prefix must not be bound to one of the reserved namespace names",
    "invalid argument", "a successful prior call to function XML_GetBuffer was required",
    "limit on input amplification factor (from DTD and entities) breached",
)

PIECE = 1 << 16  # what the scanner gets at once
_DECLARED = 256  # bytes in which a declaration says what the encoding is


class Scanned:
    """A document that comes in parts."""

    def __init__(self, separator=None, encoding=None):
        self.scanner = _expat.scanner(separator)
        self.encoding = encoding
        self.decoder = None  # of another encoding than UTF-8
        self.head = b"" if encoding is None else None  # until the encoding is known
        if encoding is not None:
            self._use(encoding)

    def _use(self, encoding):
        import codecs

        name = codecs.lookup(encoding).name
        if name not in ("utf-8", "ascii"):
            self.decoder = codecs.getincrementaldecoder(encoding)()

    def events(self, data, final=False):
        """Lists of events, and of each list the error that ends it or None."""
        if isinstance(data, str):
            data = data.encode("utf-8", "surrogatepass")
            if self.head is not None:
                self.head = None
        elif not isinstance(data, bytes):
            data = memoryview(data).tobytes()
        data = self._decoded(data, final)
        if data is None:
            return
        for at in range(0, len(data) or 1, PIECE):
            found, wrong = self.scanner.feed(data[at:at + PIECE], final and at + PIECE >= len(data))
            yield found, wrong
            if wrong:
                return

    def _decoded(self, data, final):
        if self.head is not None:
            data = self.head + data
            if not final and (len(data) < 4 or data[:5] == b"<?xml"[:len(data)] and b"?>" not in data and len(data) < _DECLARED):
                self.head = data
                return None
            self.head = None
            encoding = _detected(data)
            if encoding:
                self._use(encoding)
        if self.decoder is None:
            return data
        return self.decoder.decode(data, final).encode("utf-8")


def _detected(data):
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if data[:2] == b"<\0":
        return "utf-16-le"
    if data[:2] == b"\0<":
        return "utf-16-be"
    if data[:5] == b"<?xml":
        import re

        found = re.match(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']""", data[:_DECLARED])
        if found:
            name = found[1].decode("ascii")
            return None if name.lower() in ("utf-8", "us-ascii", "utf-16") else name
    return None


def pieces(text):
    """A text in the parts that expat has: lines, and what is between them."""
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        if end < 0:
            yield text[at:]
            return
        if end > at:
            yield text[at:end]
        yield "\n"
        at = end + 1
