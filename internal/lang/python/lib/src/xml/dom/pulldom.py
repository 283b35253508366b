"""A document in parts: events, and nodes of which the inside is made when it is asked for."""

import xml.sax
import xml.sax.handler

START_ELEMENT, END_ELEMENT, COMMENT = "START_ELEMENT", "END_ELEMENT", "COMMENT"
START_DOCUMENT, END_DOCUMENT = "START_DOCUMENT", "END_DOCUMENT"
PROCESSING_INSTRUCTION, IGNORABLE_WHITESPACE, CHARACTERS = "PROCESSING_INSTRUCTION", "IGNORABLE_WHITESPACE", "CHARACTERS"

_XMLNS = "http://www.w3.org/XML/1998/namespace"
default_bufsize = (2 ** 14) - 20


class PullDOM(xml.sax.ContentHandler):
    """Makes events of what a parser finds: a chain of [event, next] links."""

    _locator = document = None

    def __init__(self, documentFactory=None):
        self.documentFactory = documentFactory
        self.firstEvent = [None, None]
        self.lastEvent = self.firstEvent
        self.elementStack = []
        self.push = self.elementStack.append
        self.pending_events = []
        self._spaces = [{_XMLNS: "xml"}]
        self._new_prefixes = []

    def pop(self):
        node = self.elementStack[-1]
        del self.elementStack[-1]
        return node

    def _event(self, kind, node):
        self.lastEvent[1] = [(kind, node), None]
        self.lastEvent = self.lastEvent[1]

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startPrefixMapping(self, prefix, uri):
        self._new_prefixes.append((prefix, uri))
        self._spaces.append({**self._spaces[-1], uri: prefix or None})

    def endPrefixMapping(self, prefix):
        self._spaces.pop()

    def _split(self, name, tagName):
        """The namespace, the qualified name and the local name."""
        uri, local = name
        if not uri:
            return None, local, local
        prefix = self._spaces[-1].get(uri)
        return uri, tagName or (f"{prefix}:{local}" if prefix else local), local

    def startElementNS(self, name, tagName, attrs):
        uri, qualified, local = self._split(name, tagName)
        if self.document:
            node = self.document.createElementNS(uri, qualified) if uri else self.document.createElement(local)
        else:
            node = self.buildDocument(uri, qualified)
        for key, value in attrs.items():
            space, attribute, plain = self._split(key, None)
            attr = self.document.createAttributeNS(space, attribute) if space else self.document.createAttribute(plain)
            attr.value = value
            node.setAttributeNodeNS(attr) if space else node.setAttributeNode(attr)
        for prefix, value in self._new_prefixes:
            attr = self.document.createAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:" + prefix if prefix else "xmlns")
            attr.value = value or ""
            node.setAttributeNodeNS(attr)
        self._new_prefixes = []
        self._event(START_ELEMENT, node)
        self.push(node)

    def endElementNS(self, name, tagName):
        self._event(END_ELEMENT, self.pop())

    def startElement(self, name, attrs):
        node = self.document.createElement(name) if self.document else self.buildDocument(None, name)
        for attribute, value in attrs.items():
            attr = self.document.createAttribute(attribute)
            attr.value = value
            node.setAttributeNode(attr)
        self._event(START_ELEMENT, node)
        self.push(node)

    def endElement(self, name):
        self._event(END_ELEMENT, self.pop())

    def comment(self, s):
        if self.document:
            self._event(COMMENT, self.document.createComment(s))
        else:
            self.pending_events.append([(COMMENT, s), None])

    def processingInstruction(self, target, data):
        if self.document:
            self._event(PROCESSING_INSTRUCTION, self.document.createProcessingInstruction(target, data))
        else:
            self.pending_events.append([(PROCESSING_INSTRUCTION, target, data), None])

    def ignorableWhitespace(self, chars):
        self._event(IGNORABLE_WHITESPACE, self.document.createTextNode(chars))

    def characters(self, chars):
        self._event(CHARACTERS, self.document.createTextNode(chars))

    def startDocument(self):
        if self.documentFactory is None:
            import xml.dom.minidom
            self.documentFactory = xml.dom.minidom.getDOMImplementation()

    def buildDocument(self, uri, tagname):
        """Make the document with its first element, and the events that came before that."""
        node = self.documentFactory.createDocument(uri, tagname, None)
        self.document = node
        self._event(START_DOCUMENT, node)
        self.push(node)
        for (kind, *facts), _ in self.pending_events:
            make = node.createComment if kind == COMMENT else node.createProcessingInstruction
            self._event(kind, make(*facts))
        self.pending_events = None
        return node.firstChild

    def endDocument(self):
        self._event(END_DOCUMENT, self.document)
        self.pop()

    def clear(self):
        """Forget the document."""
        self.document = None


class ErrorHandler:
    """Prints warnings and raises errors."""

    def warning(self, exception):
        print(exception)

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception


class DOMEventStream:
    """The events of a document that is read from a file."""

    def __init__(self, stream, parser, bufsize):
        self.stream, self.parser, self.bufsize = stream, parser, bufsize
        if not hasattr(self.parser, "feed"):
            self.getEvent = self._slurp
        self.reset()

    def reset(self):
        self.pulldom = PullDOM()
        self.parser.setFeature(xml.sax.handler.feature_namespaces, 1)
        self.parser.setContentHandler(self.pulldom)

    def __next__(self):
        event = self.getEvent()
        if event:
            return event
        raise StopIteration

    def __iter__(self):
        return self

    def expandNode(self, node):
        """Read on to the end of a node, and give it what is in it."""
        event = self.getEvent()
        parents = [node]
        while event:
            token, current = event
            if current is node:
                return
            if token != END_ELEMENT:
                parents[-1].appendChild(current)
            if token == START_ELEMENT:
                parents.append(current)
            elif token == END_ELEMENT:
                del parents[-1]
            event = self.getEvent()

    def getEvent(self):
        """The next (event, node), or None."""
        if not self.pulldom.firstEvent[1]:
            self.pulldom.lastEvent = self.pulldom.firstEvent
        while not self.pulldom.firstEvent[1]:
            data = self.stream.read(self.bufsize)
            if not data:
                self.parser.close()
                return None
            self.parser.feed(data)
        return self._taken()

    def _taken(self):
        event = self.pulldom.firstEvent[1][0]
        self.pulldom.firstEvent[1] = self.pulldom.firstEvent[1][1]
        return event

    def _slurp(self):
        """The first event of a parser that reads all at once."""
        self.parser.parse(self.stream)
        self.getEvent = self._emit
        return self._emit()

    def _emit(self):
        return self._taken() if self.pulldom.firstEvent[1] else None

    def clear(self):
        """Forget all."""
        self.pulldom.clear()
        del self.pulldom
        self.parser = self.stream = None


class SAX2DOM(PullDOM):
    """Makes the whole document."""

    def startElementNS(self, name, tagName, attrs):
        super().startElementNS(name, tagName, attrs)
        self._append_element()

    def startElement(self, name, attrs):
        super().startElement(name, attrs)
        self._append_element()

    def _append_element(self):
        self.elementStack[-2].appendChild(self.elementStack[-1])

    def _append(self):
        self.elementStack[-1].appendChild(self.lastEvent[0][1])

    def processingInstruction(self, target, data):
        super().processingInstruction(target, data)
        self._append()

    def ignorableWhitespace(self, chars):
        super().ignorableWhitespace(chars)
        self._append()

    def characters(self, chars):
        super().characters(chars)
        self._append()


def parse(stream_or_string, parser=None, bufsize=None):
    """The events of a file, or of the file of a name."""
    stream = open(stream_or_string, "rb") if isinstance(stream_or_string, str) else stream_or_string
    return DOMEventStream(stream, parser or xml.sax.make_parser(), default_bufsize if bufsize is None else bufsize)


def parseString(string, parser=None):
    """The events of a text."""
    from io import StringIO
    return DOMEventStream(StringIO(string), parser or xml.sax.make_parser(), len(string))
