"""Headers that have characters beyond ASCII."""

import re

from email import _words, charset as _charset, errors
from email.charset import Charset

__all__ = ["Header", "decode_header", "make_header"]

MAXLINELEN = 78
_ECRE = re.compile(r"=\?[^?]*?\?[qQbB]\?.*?\?=")


def decode_header(header):
    """(text, charset) of each part of a header: bytes of those that are encoded."""
    if hasattr(header, "_chunks"):
        return [(text.encode(str(charset) if str(charset) != "unknown-8bit" else "ascii", "surrogateescape"), str(charset))
                for text, charset in header._chunks]
    if not _ECRE.search(header):
        return [(header, None)]
    words = []
    for line in header.splitlines():
        words += _words.decoded_words(line)
    kept = []
    for i, word in enumerate(words):
        between = 0 < i < len(words) - 1 and word[1] is None and words[i - 1][1] and words[i + 1][1] and word[0].isspace()
        if not between:
            kept.append(word)
    out = []
    for text, encoding, charset in kept:
        if encoding is None:
            data = text.encode("raw-unicode-escape")
        elif encoding == "q":
            data = _words.decode_q(text)
        else:
            data = _words.decode_b(text)
        if out and out[-1][1] == charset:
            out[-1] = (out[-1][0] + (b" " if charset is None else b"") + data, charset)
        else:
            out.append((data, charset))
    return out


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    """The Header of what decode_header has returned."""
    h = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for s, charset in decoded_seq:
        h.append(s, None if charset is None else Charset(charset) if not isinstance(charset, Charset) else charset)
    return h


class Header:
    """A header of parts, each with its charset."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
        charset = _charset.Charset() if charset is None else charset if isinstance(charset, Charset) else Charset(charset)
        self._charset, self._continuation_ws = charset, continuation_ws
        self._chunks = []
        if s is not None:
            self.append(s, charset, errors)
        self._maxlinelen = MAXLINELEN if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2

    def _normalized(self):
        """The parts, those of one charset put together."""
        out = []
        for text, charset in self._chunks:
            if out and out[-1][1] == charset:
                out[-1] = (out[-1][0] + " " + text, charset)
            else:
                out.append((text, charset))
        return out

    def _pieces(self):
        """The parts with the spaces between them that their charsets need."""
        last, spaced = None, False
        for text, charset in self._normalized():
            plain = str(charset) in ("None", "us-ascii")
            if last is not None and text:
                starts = text[0] in " \t"
                if not last and not plain and not spaced or last and plain and not starts:
                    yield " ", None
            spaced = bool(text) and text[-1] in " \t"
            last = not plain
            yield text, charset

    def __str__(self):
        out = []
        for text, charset in self._pieces():
            if charset is not None and str(charset) == "unknown-8bit":
                text = text.encode("ascii", "surrogateescape").decode("ascii", "replace")
            out.append(text)
        return "".join(out)

    def __eq__(self, other):
        return other == str(self)

    def append(self, s, charset=None, errors="strict"):
        """Add a part."""
        charset = self._charset if charset is None else charset if isinstance(charset, Charset) else Charset(charset)
        if not isinstance(s, str):
            s = s.decode(charset.input_codec or "us-ascii", errors)
        output = charset.output_codec or "us-ascii"
        if output == _charset.UNKNOWN8BIT:
            self._chunks.append((s, charset))
            return
        try:
            s.encode(output, errors)
        except UnicodeEncodeError:
            if output != "us-ascii":
                raise
            charset = Charset("utf-8")
        self._chunks.append((s, charset))

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        """The header as lines."""
        if maxlinelen is None:
            maxlinelen = self._maxlinelen
        if maxlinelen == 0:
            maxlinelen = 1000000
        lines = _Lines(self._headerlen, maxlinelen, self._continuation_ws, splitchars)
        for text, charset in self._merged():
            if charset is None or charset.header_encoding is None:
                self._check(linesep.join(text.splitlines()))
                for i, line in enumerate(text.splitlines() or [""]):
                    if i:
                        lines.newline()
                        line = self._continuation_ws + line.lstrip() if not line[:1].isspace() else line
                    lines.plain(line)
            else:
                lines.words(text, charset)
        value = linesep.join(lines.done())
        self._check(value)
        return value

    @staticmethod
    def _check(value):
        if re.search(r"\n[^ \t]+:", value):
            raise errors.HeaderParseError("header value appears to contain an embedded header: {!r}".format(value))

    def _merged(self):
        """The parts, those of one charset put together by spaces."""
        out = []
        for text, charset in self._chunks:
            if out and out[-1][1] == charset:
                out[-1] = (out[-1][0] + " " + text, charset)
            else:
                if out and text:
                    before = out[-1][0]
                    if not before[-1:].isspace() and not text[:1].isspace():
                        if charset.header_encoding is not None or out[-1][1].header_encoding is not None:
                            if charset.header_encoding is None:
                                text = " " + text
                            else:
                                out[-1] = (before + " ", out[-1][1]) if out[-1][1].header_encoding is None else out[-1]
                                if out[-1][1].header_encoding is not None:
                                    out.append((" ", Charset()))
                out.append((text, charset))
        return out


def _furthest(start, stop, fits):
    """Up to where a text from start on fits: a character at least. Steps double, and then halve."""
    end, step = start + 1, 1
    while end + step <= stop and fits(start, end + step):
        end += step
        step *= 2
    while step:
        if end + step <= stop and fits(start, end + step):
            end += step
        step //= 2
    return end


class _Lines:
    """The lines of a header, as they grow."""

    def __init__(self, headerlen, maxlen, continuation, splitchars):
        self.lines, self.now, self.used = [], "", headerlen
        self.maxlen, self.continuation, self.splitchars = maxlen, continuation, splitchars

    def room(self):
        return self.maxlen - self.used - len(self.now)

    def newline(self):
        self.lines.append(self.now.rstrip(" \t") if self.now.strip() else self.now)
        self.now, self.used = "", 0

    def plain(self, text):
        """Text that isn't encoded: broken at spaces, after the best of the characters to split at."""
        self.now += text
        while len(self.now) + self.used > self.maxlen:
            at = self._break()
            if at is None:
                if self.used:  # the header's name has a line of its own
                    self.lines.append("")
                    self.used = 0
                    self.now = self.now if self.now[:1] in " \t" else " " + self.now
                return
            rest = self.now[at:]
            self.now = self.now[:at]
            self.newline()
            self.now = rest

    def _break(self):
        limit = self.maxlen - self.used
        for c in self.splitchars:
            places = [m.start() for m in re.finditer(r"[ \t]+", self.now) if 0 < m.start()]
            if c not in " \t":
                places = [p for p in places if self.now[p - 1] == c]
            fitting = [p for p in places if p <= limit and self.now[:p].strip()]
            if fitting:
                return fitting[-1]
        places = [m.start() for m in re.finditer(r"[ \t]+", self.now) if m.start() and self.now[:m.start()].strip()]
        if places and places[0] > limit:
            return places[0]
        return None

    def words(self, text, charset):
        """Text as encoded words, as many as the lines need."""
        kind = {_charset.QP: "q", _charset.BASE64: "b", _charset.SHORTEST: "s"}[charset.header_encoding]
        codec, name = charset.output_codec or "us-ascii", charset.get_output_charset()
        if name == _charset.UNKNOWN8BIT:
            codec = "us-ascii"
        around = len(name) + 7
        lead = ""
        stripped = text.lstrip()
        if len(stripped) < len(text):
            lead = text[:len(text) - len(stripped)]
            text = stripped
        self.now += lead

        def fits(start, end):
            return _words.length(text[start:end].encode(codec, "surrogateescape"), kind) <= self.room() - around

        at = 0
        while at < len(text):
            if self.now.strip() and not fits(at, at + 1):
                self.newline()
                self.now = self.continuation
            end = _furthest(at, len(text), fits)
            self.now += _words.encode(text[at:end].encode(codec, "surrogateescape"), name, kind)
            if end < len(text):
                self.newline()
                self.now = self.continuation
            at = end

    def done(self):
        self.lines.append(self.now)
        return self.lines
