"""Reads documents with expat."""

from xml.parsers import expat
from xml.sax import handler
from xml.sax._exceptions import SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException
from xml.sax.xmlreader import AttributesImpl, AttributesNSImpl, InputSource, Locator

_FIXED = {handler.feature_validation, handler.feature_external_pes, handler.feature_namespace_prefixes}


class ExpatParser(Locator):
    """Reads documents, all at once or in parts."""

    def __init__(self, namespaceHandling=0, bufsize=65516):
        self._content, self._errors = handler.ContentHandler(), handler.ErrorHandler()
        self._dtd, self._entities, self._lexical = handler.DTDHandler(), handler.EntityResolver(), None
        self._namespaces, self._bufsize = namespaceHandling, bufsize
        self._source, self._parser = InputSource(), None

    def getContentHandler(self):
        return self._content

    def setContentHandler(self, handler):
        self._content = handler

    def getErrorHandler(self):
        return self._errors

    def setErrorHandler(self, handler):
        self._errors = handler

    def getDTDHandler(self):
        return self._dtd

    def setDTDHandler(self, handler):
        self._dtd = handler

    def getEntityResolver(self):
        return self._entities

    def setEntityResolver(self, resolver):
        self._entities = resolver

    def getFeature(self, name):
        if name == handler.feature_namespaces:
            return self._namespaces
        if name in _FIXED or name == handler.feature_external_ges:
            return 0
        raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

    def setFeature(self, name, state):
        if self._parser:
            raise SAXNotSupportedException("Cannot set features while parsing")
        if name == handler.feature_namespaces:
            self._namespaces = state
        elif name in _FIXED or name == handler.feature_external_ges:
            if state:
                raise SAXNotSupportedException("external entities aren't read, and nothing is validated")
        else:
            raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

    def getProperty(self, name):
        if name == handler.property_lexical_handler:
            return self._lexical
        raise SAXNotRecognizedException("Property '%s' not recognized" % name)

    def setProperty(self, name, value):
        if name != handler.property_lexical_handler:
            raise SAXNotRecognizedException("Property '%s' not recognized" % name)
        self._lexical = value

    # Reading.

    def parse(self, source):
        """Read a whole document."""
        owned = None
        if not isinstance(source, InputSource):
            given, source = source, InputSource()
            if hasattr(given, "read"):
                is_text = isinstance(given.read(0), str)
                (source.setCharacterStream if is_text else source.setByteStream)(given)
                if isinstance(getattr(given, "name", None), str):
                    source.setSystemId(given.name)
            else:
                source.setSystemId(str(given))
        file = source.getCharacterStream() or source.getByteStream()
        if file is None:
            file = owned = open(source.getSystemId(), "rb")
        self._source = source
        try:
            self.reset()
            self._content.setDocumentLocator(self)
            while data := file.read(self._bufsize):
                self.feed(data)
            self.close()
        finally:
            if owned is not None:
                owned.close()

    def reset(self):
        """Begin anew."""
        self._parser = parser = expat.ParserCreate(self._source.getEncoding(), " " if self._namespaces else None)
        content = self._content
        if self._namespaces:
            parser.StartElementHandler, parser.EndElementHandler = self._start_ns, self._end_ns
        else:
            parser.StartElementHandler = lambda name, attrs: content.startElement(name, AttributesImpl(attrs))
            parser.EndElementHandler = lambda name: content.endElement(name)
        parser.CharacterDataHandler = lambda data: content.characters(data)
        parser.ProcessingInstructionHandler = lambda target, data: content.processingInstruction(target, data)
        parser.StartNamespaceDeclHandler = lambda prefix, uri: content.startPrefixMapping(prefix, uri)
        parser.EndNamespaceDeclHandler = lambda prefix: content.endPrefixMapping(prefix)
        parser.SkippedEntityHandler = lambda name, is_parameter: content.skippedEntity(name)
        if self._lexical:
            parser.CommentHandler = self._lexical.comment
            parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self._lexical.startCDATA, self._lexical.endCDATA
            parser.StartDoctypeDeclHandler = lambda name, system, public, has: self._lexical.startDTD(name, public, system)
            parser.EndDoctypeDeclHandler = self._lexical.endDTD
        self._begun = False

    @staticmethod
    def _pair(name):
        parts = name.split(" ")
        return (parts[0], parts[1]) if len(parts) > 1 else (None, name)

    def _start_ns(self, name, attrs):
        pairs = {self._pair(key): value for key, value in attrs.items()}
        qnames = {pair: pair[1] for pair in pairs}
        self._content.startElementNS(self._pair(name), None, AttributesNSImpl(pairs, qnames))

    def _end_ns(self, name):
        self._content.endElementNS(self._pair(name), None)

    def feed(self, data, isFinal=False):
        """Read more of a document."""
        if self._parser is None:
            self.reset()
        if not self._begun:
            self._begun = True
            self._content.startDocument()
        try:
            self._parser.Parse(data, isFinal)
        except expat.error as e:
            self._errors.fatalError(SAXParseException(expat.ErrorString(e.code), e, self))

    def close(self):
        """The end of the document."""
        if self._parser is None:
            return
        self.feed(b"", True)
        self._content.endDocument()
        self._parser = None

    # Where it is.

    def getColumnNumber(self):
        return None if self._parser is None else self._parser.ErrorColumnNumber

    def getLineNumber(self):
        return 1 if self._parser is None else self._parser.ErrorLineNumber

    def getPublicId(self):
        return self._source.getPublicId()

    def getSystemId(self):
        return self._source.getSystemId()


def create_parser(*args, **kwargs):
    """A parser."""
    return ExpatParser(*args, **kwargs)
