"""How trees of elements are read."""

from _expat import COMMENT, DOCTYPE_START, END, INSTRUCTION, NAMESPACE_END, NAMESPACE_START, SKIPPED, START, TEXT

from _xml_events import MESSAGES, Scanned, pieces
from xml.etree import ElementTree as _tree


class TreeBuilder:
    """Makes a tree of what it is told."""

    __module__ = "xml.etree.ElementTree"

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._data, self._open = [], []
        self._last = self._root = None
        self._closed = False  # the last one
        self._factory = element_factory or _tree.Element
        self._comment_factory = comment_factory or _tree.Comment
        self._pi_factory = pi_factory or _tree.ProcessingInstruction
        self.insert_comments, self.insert_pis = insert_comments, insert_pis

    def close(self):
        """The root element."""
        if self._open:
            raise AssertionError("missing end tags")
        if self._root is None:
            raise AssertionError("missing toplevel element")
        return self._root

    def _flush(self):
        if not self._data:
            return
        last, text = self._last, "".join(self._data)
        self._data = []
        if last is not None:
            if self._closed:
                last.tail = text
            else:
                last.text = text

    def data(self, data, /):
        """A text."""
        self._data.append(data)

    def start(self, tag, attrs, /):
        """The beginning of an element."""
        if self._data:
            self._flush()
        self._last = element = self._factory(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._closed = False
        return element

    def end(self, tag, /):
        """The end of an element."""
        if self._data:
            self._flush()
        if not self._open:
            raise IndexError("pop from empty stack")
        self._last = self._open.pop()
        self._closed = True
        return self._last

    def comment(self, text, /):
        """A comment."""
        return self._single(self._comment_factory, self.insert_comments, text)

    def pi(self, target, text=None, /):
        """A processing instruction."""
        return self._single(self._pi_factory, self.insert_pis, target, text)

    def _single(self, factory, insert, *args):
        element = factory(*args)
        if insert:
            self._flush()
            self._last = element
            if self._open:
                self._open[-1].append(element)
            self._closed = True
        return element


class XMLParser:
    """Reads XML, and tells a target what there is: a tree's builder, if it is no other."""

    __module__ = "xml.etree.ElementTree"
    version = "Expat 2.5.0"

    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self.entity = {}
        self._scanned = Scanned("}", encoding)
        self._names = {}
        self._wrong = None
        self._use_target()

    def _use_target(self):
        get = lambda name: getattr(self.target, name, None)
        self._start, self._end, self._data = get("start"), get("end"), get("data")
        self._split = type(self.target) is not TreeBuilder  # others see the pieces of a text
        self._others = {COMMENT: get("comment"), INSTRUCTION: get("pi"), NAMESPACE_START: get("start_ns"), NAMESPACE_END: get("end_ns"),
                        DOCTYPE_START: get("doctype")}

    def _name(self, name):
        known = self._names.get(name)
        if known is None:
            known = self._names[name] = "{" + name if "}" in name else name
        return known

    def _fail(self, code, line, column, text=None):
        e = _tree.ParseError("%s: line %d, column %d" % (text or MESSAGES[code], line, column))
        e.code, e.position = code, (line, column)
        self._wrong = e
        raise e

    def feed(self, data, /):
        """Read more of a document."""
        self._feed(data, False)

    def _feed(self, data, final):
        if self._wrong:
            raise self._wrong
        name, start, end = self._name, self._start, self._end
        for found, wrong in self._scanned.events(data, final):
            for event in found:
                kind = event[0]
                if kind == START:
                    if start:
                        args = event[2]
                        start(name(event[1]), {name(args[i]): args[i + 1] for i in range(0, len(args), 2)} if args else {})
                elif kind == END:
                    if end:
                        end(name(event[1]))
                elif kind == TEXT:
                    if self._data:
                        self._text(event[1])
                else:
                    self._other(*event)
            if wrong:
                self._fail(*wrong[:3])

    def _text(self, text):
        if self._split:
            for piece in pieces(text):
                self._data(piece)
        else:
            self._data(text)

    def _other(self, kind, name, args, line, column, offset):
        if kind == SKIPPED:
            if name not in self.entity:
                self._fail(11, line, column, "undefined entity &%s;" % name)
            if self._data:
                self._data(self.entity[name])
            return
        call = self._others.get(kind)
        if not call:
            return
        if kind == COMMENT:
            call(name)
        elif kind == INSTRUCTION:
            call(name, args[0])
        elif kind == NAMESPACE_START:
            call(name, args[0])
        elif kind == NAMESPACE_END:
            call(name)
        elif args[0] or args[1]:
            call(name, args[1] or None, args[0] or None)

    def close(self):
        """The end of the document: what the target makes of it."""
        self._feed(b"", True)
        close = getattr(self.target, "close", None)
        return close() if close else None


class XMLPullParser:
    """Reads XML that comes in parts, and says what was in it so far."""

    __module__ = "xml.etree.ElementTree"

    def __init__(self, events=None, *, _parser=None):
        self._events = []
        self._parser = _parser or XMLParser(target=TreeBuilder())
        for event in ("end",) if events is None else events:
            self._report(event)

    def _report(self, event):
        parser, add = self._parser, self._events.append
        target = parser.target
        if event == "start":
            inner = parser._start
            parser._start = lambda tag, attrib: add(("start", inner(tag, attrib)))
        elif event == "end":
            inner_end = parser._end
            parser._end = lambda tag: add(("end", inner_end(tag)))
        elif event == "start-ns":
            parser._others[NAMESPACE_START] = lambda prefix, uri: add(("start-ns", (prefix or "", uri or "")))
        elif event == "end-ns":
            parser._others[NAMESPACE_END] = lambda prefix: add(("end-ns", None))
        elif event == "comment":
            parser._others[COMMENT] = lambda text: add(("comment", target.comment(text)))
        elif event == "pi":
            parser._others[INSTRUCTION] = lambda name, data: add(("pi", target.pi(name, data)))
        else:
            raise ValueError("unknown event %r" % event)

    def feed(self, data):
        """Read more."""
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        if data:
            try:
                self._parser.feed(data)
            except SyntaxError as e:
                self._events.append(e)

    def _close_and_return_root(self):
        parser, self._parser = self._parser, None
        return parser.close()

    def close(self):
        """The end of the document."""
        self._close_and_return_root()

    def read_events(self):
        """What there was that wasn't asked for yet."""
        at = 0
        try:
            while at < len(self._events):
                event = self._events[at]
                at += 1
                if isinstance(event, Exception):
                    raise event
                yield event
        finally:
            del self._events[:at]

    def flush(self):
        """Without effect: nothing is held back."""


def iterparse(source, events=None, parser=None):
    """Read a document, and say what was in it on the way."""
    pull = XMLPullParser(events=events, _parser=parser)
    owned = None
    if not hasattr(source, "read"):
        source = owned = open(source, "rb")
    return _Iterparse(pull, source, owned)


class _Iterparse:
    """What iterparse returns."""

    __module__, __qualname__ = "xml.etree.ElementTree", "iterparse.<locals>.IterParseIterator"

    def __init__(self, pull, source, owned):
        self.root = None
        self._run = self._events(pull, source, owned)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._run)

    def _events(self, pull, source, owned):
        try:
            while True:
                yield from pull.read_events()
                data = source.read(16 * 1024)
                if not data:
                    break
                pull.feed(data)
            root = pull._close_and_return_root()
            yield from pull.read_events()
            self.root = root
        finally:
            if owned is not None:
                owned.close()
