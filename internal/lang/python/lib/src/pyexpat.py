"""A parser of XML that calls functions."""

import types

import _expat
from _xml_events import MESSAGES, Scanned, pieces

__all__ = ["ErrorString", "ExpatError", "ParserCreate", "XMLParserType", "error", "EXPAT_VERSION", "version_info", "native_encoding", "features",
           "XML_PARAM_ENTITY_PARSING_NEVER", "XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE", "XML_PARAM_ENTITY_PARSING_ALWAYS"]

EXPAT_VERSION = "expat_2.5.0"
version_info = (2, 5, 0)
native_encoding = "UTF-8"
features = [("sizeof(XML_Char)", 1), ("sizeof(XML_LChar)", 1), ("XML_DTD", 0), ("XML_NS", 0)]
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = range(3)

model = types.ModuleType("pyexpat.model")
for _at, _name in enumerate(("EMPTY", "ANY", "MIXED", "NAME", "CHOICE", "SEQ"), 1):
    setattr(model, "XML_CTYPE_" + _name, _at)
for _at, _name in enumerate(("NONE", "OPT", "REP", "PLUS")):
    setattr(model, "XML_CQUANT_" + _name, _at)

errors = types.ModuleType("pyexpat.errors")
errors.codes = {text: code for code, text in enumerate(MESSAGES) if text}
errors.messages = {code: text for code, text in enumerate(MESSAGES) if text}
for _at, _name in enumerate((
        "NO_MEMORY", "SYNTAX", "NO_ELEMENTS", "INVALID_TOKEN", "UNCLOSED_TOKEN", "PARTIAL_CHAR", "TAG_MISMATCH", "DUPLICATE_ATTRIBUTE",
        "JUNK_AFTER_DOC_ELEMENT", "PARAM_ENTITY_REF", "UNDEFINED_ENTITY", "RECURSIVE_ENTITY_REF", "ASYNC_ENTITY", "BAD_CHAR_REF",
        "BINARY_ENTITY_REF", "ATTRIBUTE_EXTERNAL_ENTITY_REF", "MISPLACED_XML_PI", "UNKNOWN_ENCODING", "INCORRECT_ENCODING",
        "UNCLOSED_CDATA_SECTION", "EXTERNAL_ENTITY_HANDLING", "NOT_STANDALONE", "UNEXPECTED_STATE", "ENTITY_DECLARED_IN_PE",
        "FEATURE_REQUIRES_XML_DTD", "CANT_CHANGE_FEATURE_ONCE_PARSING", "UNBOUND_PREFIX", "UNDECLARING_PREFIX", "INCOMPLETE_PE", "XML_DECL",
        "TEXT_DECL", "PUBLICID", "SUSPENDED", "NOT_SUSPENDED", "ABORTED", "FINISHED", "SUSPEND_PE"), 1):
    setattr(errors, "XML_ERROR_" + _name, MESSAGES[_at])


class ExpatError(Exception):
    """A document is wrong."""
    __module__ = "xml.parsers.expat"


error = ExpatError


def ErrorString(code):
    """What an error's code means."""
    return MESSAGES[code] if 0 <= code < len(MESSAGES) else None


_HANDLERS = (
    "StartElementHandler", "EndElementHandler", "CharacterDataHandler", "ProcessingInstructionHandler", "CommentHandler",
    "StartCdataSectionHandler", "EndCdataSectionHandler", "XmlDeclHandler", "StartDoctypeDeclHandler", "EndDoctypeDeclHandler",
    "StartNamespaceDeclHandler", "EndNamespaceDeclHandler", "DefaultHandler", "DefaultHandlerExpand", "EntityDeclHandler",
    "ElementDeclHandler", "AttlistDeclHandler", "NotationDeclHandler", "UnparsedEntityDeclHandler", "ExternalEntityRefHandler",
    "SkippedEntityHandler", "NotStandaloneHandler",
)


class XMLParserType:
    """A parser: its handlers are called with what there is in a document."""

    __module__, __qualname__ = "pyexpat", "xmlparser"

    def __init__(self, encoding=None, namespace_separator=None, intern=None):
        self._scanned = Scanned(namespace_separator, encoding)
        self._text, self._base, self._ended = [], None, False
        self.intern = {} if intern is None else intern
        self.buffer_text, self.buffer_size, self.buffer_used = False, 8192, 0
        self.ordered_attributes = self.specified_attributes = self.namespace_prefixes = False
        self.ErrorCode = 0
        self.CurrentLineNumber, self.CurrentColumnNumber, self.CurrentByteIndex = 1, 0, 0
        for name in _HANDLERS:
            setattr(self, name, None)

    ErrorLineNumber = property(lambda self: self.CurrentLineNumber)
    ErrorColumnNumber = property(lambda self: self.CurrentColumnNumber)
    ErrorByteIndex = property(lambda self: self.CurrentByteIndex)

    def SetBase(self, base, /):
        """Note where the document is."""
        if not isinstance(base, str):
            raise TypeError("SetBase() argument must be str, not " + ("None" if base is None else type(base).__name__))
        self._base = base

    def GetBase(self):
        """Where the document is."""
        return self._base

    def GetInputContext(self):
        """None: what was scanned isn't kept."""
        return None

    def SetParamEntityParsing(self, flag, /):
        """External entities are never read."""
        if not hasattr(flag, "__index__"):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(flag).__name__)
        if not -2**63 <= flag.__index__() < 2**63:
            raise OverflowError("Python int too large to convert to C int")
        return 1

    def UseForeignDTD(self, flag=True, /):
        """Without effect."""

    def ExternalEntityParserCreate(self, context, encoding="", /):
        """A parser for an entity that the program has read."""
        other = XMLParserType(encoding or None)
        for name in _HANDLERS:
            setattr(other, name, getattr(self, name))
        return other

    def Parse(self, data, isfinal=False, /):
        """Parse more of a document."""
        if self._ended:
            self._fail(36, self.CurrentLineNumber, self.CurrentColumnNumber, self.CurrentByteIndex)
        for found, wrong in self._scanned.events(data, isfinal):
            for event in found:
                self._handle(*event)
            if wrong:
                self._flush()
                self._fail(*wrong[:4])
        self._flush()
        if isfinal:
            self._ended = True
            self.CurrentLineNumber, self.CurrentColumnNumber, self.CurrentByteIndex = self._scanned.scanner.place()
        return 1

    def ParseFile(self, file, /):
        """Parse all that a file has."""
        while True:
            data = file.read(1 << 16)
            if not isinstance(data, (bytes, bytearray, str)):
                raise TypeError("read() did not return a bytes object (type=%.400s)" % type(data).__name__)
            if not data:
                return self.Parse(b"", True)
            self.Parse(data)

    def _fail(self, code, line, column, offset):
        self.ErrorCode = code
        self.CurrentLineNumber, self.CurrentColumnNumber, self.CurrentByteIndex = line, column, offset
        e = ExpatError("%s: line %d, column %d" % (MESSAGES[code], line, column))
        e.code, e.lineno, e.offset = code, line, column
        raise e

    def _flush(self):
        if self._text:
            text, self._text = "".join(self._text), []
            if self.CharacterDataHandler:
                self.CharacterDataHandler(text)

    def _handle(self, kind, name, args, line, column, offset):
        if kind == _expat.TEXT and self.buffer_text:
            self._text.append(name)
            return
        if self._text and getattr(self, _NAMES[kind], None):
            self._flush()
        self.CurrentLineNumber, self.CurrentColumnNumber, self.CurrentByteIndex = line, column, offset
        _CALLS[kind](self, name, args)

    def _start(self, name, args):
        if self.StartElementHandler:
            if self.ordered_attributes:
                self.StartElementHandler(name, list(args))
            else:
                self.StartElementHandler(name, dict(zip(args[::2], args[1::2])))

    def _end(self, name, args):
        if self.EndElementHandler:
            self.EndElementHandler(name)

    def _data(self, text, args):
        if self.CharacterDataHandler:
            for piece in pieces(text):
                self.CharacterDataHandler(piece)
        elif self.DefaultHandlerExpand or self.DefaultHandler:
            for piece in pieces(text):
                (self.DefaultHandlerExpand or self.DefaultHandler)(piece)

    def _comment(self, text, args):
        if self.CommentHandler:
            self.CommentHandler(text)

    def _instruction(self, target, args):
        if self.ProcessingInstructionHandler:
            self.ProcessingInstructionHandler(target, args[0])

    def _cdata(self, name, args):
        if self.StartCdataSectionHandler:
            self.StartCdataSectionHandler()

    def _end_cdata(self, name, args):
        if self.EndCdataSectionHandler:
            self.EndCdataSectionHandler()

    def _declaration(self, version, args):
        if self.XmlDeclHandler:
            self.XmlDeclHandler(version, args[0] or None, {"yes": 1, "no": 0}.get(args[1], -1))

    def _doctype(self, name, args):
        if self.StartDoctypeDeclHandler:
            self.StartDoctypeDeclHandler(name, args[0] or None, args[1] or None, 1 if args[2] else 0)

    def _end_doctype(self, name, args):
        if self.EndDoctypeDeclHandler:
            self.EndDoctypeDeclHandler()

    def _entity(self, name, args):
        if len(args) == 3 and args[2] and self.UnparsedEntityDeclHandler:
            self.UnparsedEntityDeclHandler(name, self._base, args[0], args[1] or None, args[2])
        elif self.EntityDeclHandler:
            if len(args) == 1:
                self.EntityDeclHandler(name, 0, args[0], self._base, None, None, None)
            else:
                self.EntityDeclHandler(name, 0, None, self._base, args[0], args[1] or None, args[2] or None)

    def _skipped(self, name, args):
        if self.SkippedEntityHandler:
            self.SkippedEntityHandler(name, 0)
        elif self.DefaultHandlerExpand or self.DefaultHandler:
            (self.DefaultHandlerExpand or self.DefaultHandler)("&" + name + ";")

    def _namespace(self, prefix, args):
        if self.StartNamespaceDeclHandler:
            self.StartNamespaceDeclHandler(prefix or None, args[0] or None)

    def _end_namespace(self, prefix, args):
        if self.EndNamespaceDeclHandler:
            self.EndNamespaceDeclHandler(prefix or None)


# What is called for the kinds of events, in _expat's order, and the handler that has text before it flushed.
_CALLS = (
    XMLParserType._start, XMLParserType._end, XMLParserType._data, XMLParserType._comment, XMLParserType._instruction,
    XMLParserType._cdata, XMLParserType._end_cdata, XMLParserType._declaration, XMLParserType._doctype, XMLParserType._end_doctype,
    XMLParserType._entity, XMLParserType._skipped, XMLParserType._namespace, XMLParserType._end_namespace,
)
_NAMES = (
    "StartElementHandler", "EndElementHandler", "", "CommentHandler", "ProcessingInstructionHandler", "StartCdataSectionHandler",
    "EndCdataSectionHandler", "", "", "", "", "SkippedEntityHandler", "StartNamespaceDeclHandler", "EndNamespaceDeclHandler",
)


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A new parser."""
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return XMLParserType(encoding, namespace_separator, intern)
