"""The tokens of Python's sources, comments among them."""

import collections
import re
import token
from builtins import open as _builtin_open
from codecs import BOM_UTF8, lookup
from io import TextIOWrapper
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open", "TokenError"]

cookie_re = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
_blank_re = re.compile(rb"^[ \t\f]*(?:[#\r\n]|$)", re.ASCII)

_PREFIXES = {"", *(a + b for p in ("b", "r", "u", "f", "br", "rb", "fr", "rf") for a in (p[:1], p[:1].upper()) for b in (p[1:], p[1:].upper()))}
_NUMBER = (r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
           r"|(?:[0-9](?:_?[0-9])*\.(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?"
           r"|[0-9](?:_?[0-9])*[eE][-+]?[0-9](?:_?[0-9])*[jJ]?|[0-9](?:_?[0-9])*[jJ]|0(?:_?0)*|[1-9](?:_?[0-9])*")
_number_re = re.compile(_NUMBER)
_name_re = re.compile(r"\w+")
_quote_re = re.compile(r"(\w{0,2})(\"\"\"|'''|\"|')")
_operator_re = re.compile("|".join(re.escape(x) for x in sorted(EXACT_TOKEN_TYPES, reverse=True)))
_ends = {q: re.compile(r"(?:[^\\" + (q[0] if len(q) == 1 else "") + r"]|\\.)*?" + q, re.DOTALL) for q in ('"', "'", '"""', "'''")}

tabsize = 8


class TokenError(Exception):
    """A source that ends within something."""


class TokenInfo(collections.namedtuple("TokenInfo", "type string start end line")):
    """A token: its kind, its text, where it is and its line."""

    def __repr__(self):
        return "TokenInfo(type=%d (%s), string=%r, start=%r, end=%r, line=%r)" % (self.type, tok_name[self.type], *self[1:])

    @property
    def exact_type(self):
        """The kind, that of an operator by which it is."""
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


def detect_encoding(readline):
    """The encoding of a source, and the lines that were read to find out."""
    filename = getattr(getattr(readline, "__self__", None), "name", None)
    bom, default = False, "utf-8"

    def read():
        try:
            return readline()
        except StopIteration:
            return b""

    def cookie(line):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = "invalid or missing encoding declaration"
            raise SyntaxError(text if filename is None else "{} for {!r}".format(text, filename)) from None
        match = cookie_re.match(text)
        if not match:
            return None
        name = match[1][:12].lower().replace("_", "-")
        if name == "utf-8" or name.startswith("utf-8-"):
            encoding = "utf-8"
        elif name in ("latin-1", "iso-8859-1", "iso-latin-1") or name.startswith(("latin-1-", "iso-8859-1-", "iso-latin-1-")):
            encoding = "iso-8859-1"
        else:
            encoding = match[1]
        try:
            lookup(encoding)
        except LookupError:
            raise SyntaxError("unknown encoding: " + encoding if filename is None
                              else "unknown encoding for {!r}: {}".format(filename, encoding)) from None
        if bom:
            if encoding != "utf-8":
                raise SyntaxError("encoding problem: utf-8" if filename is None else "encoding problem for {!r}: utf-8".format(filename))
            encoding += "-sig"
        return encoding

    first = read()
    if first.startswith(BOM_UTF8):
        bom, first, default = True, first[3:], "utf-8-sig"
    if not first:
        return default, []
    encoding = cookie(first)
    if encoding:
        return encoding, [first]
    if not _blank_re.match(first):
        return default, [first]
    second = read()
    if not second:
        return default, [first]
    return cookie(second) or default, [first, second]


def open(filename):
    """A source, opened as a text of its encoding."""
    buffer = _builtin_open(filename, "rb")
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = "r"
        return text
    except:
        buffer.close()
        raise


def tokenize(readline):
    """The tokens of lines of bytes; the first is the encoding."""
    encoding, consumed = detect_encoding(readline)

    def lines():
        yield from consumed
        while True:
            try:
                line = readline()
            except StopIteration:
                return
            if not line:
                return
            yield line

    rest = lines()
    yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), "")
    yield from _tokens(lambda: next(rest, b"").decode(encoding))


def generate_tokens(readline):
    """The tokens of lines of text."""
    def read():
        try:
            return readline()
        except StopIteration:
            return ""
    return _tokens(read)


def _tokens(readline):
    lnum = parenlev = 0
    continued = False
    indents = [0]
    last, line = "", ""
    string = None  # (its parts, where it begins, its end, the lines)
    while True:
        last, line = line, readline()
        lnum += 1
        pos, end = 0, len(line)
        if string is not None:
            if not line:
                raise TokenError("EOF in multi-line string", string[1])
            parts, start, ending, lines, triple = string
            match = ending.match(line)
            if match:
                pos = match.end()
                yield TokenInfo(STRING, "".join(parts) + line[:pos], start, (lnum, pos), "".join(lines) + line)
                string = None
            elif not triple and line[-2:] != "\\\n" and line[-3:] != "\\\r\n":
                yield TokenInfo(ERRORTOKEN, "".join(parts) + line, start, (lnum, len(line)), "".join(lines))
                string = None
                continue
            else:
                parts.append(line)
                lines.append(line)
                continue
        elif parenlev == 0 and not continued:
            if not line:
                break
            column = 0
            while pos < end and line[pos] in " \t\f":
                column = column + 1 if line[pos] == " " else (column // tabsize + 1) * tabsize if line[pos] == "\t" else 0
                pos += 1
            if pos == end:
                break
            if line[pos] in "#\r\n":
                if line[pos] == "#":
                    comment = line[pos:].rstrip("\r\n")
                    yield TokenInfo(COMMENT, comment, (lnum, pos), (lnum, pos + len(comment)), line)
                    pos += len(comment)
                yield TokenInfo(NL, line[pos:], (lnum, pos), (lnum, len(line)), line)
                continue
            if column > indents[-1]:
                indents.append(column)
                yield TokenInfo(INDENT, line[:pos], (lnum, 0), (lnum, pos), line)
            while column < indents[-1]:
                if column not in indents:
                    raise IndentationError("unindent does not match any outer indentation level", ("<tokenize>", lnum, pos, line))
                indents.pop()
                yield TokenInfo(DEDENT, "", (lnum, pos), (lnum, pos), line)
        else:
            if not line:
                raise TokenError("EOF in multi-line statement", (lnum, 0))
            continued = False
        while pos < end:
            before = pos
            while pos < end and line[pos] in " \f\t":
                pos += 1
            if pos == end:
                break
            kind, stop = _next(line, pos)
            if kind == ERRORTOKEN:  # the spaces before what is none are none each
                pos, stop = before, before + 1
            start, text = (lnum, pos), line[pos:stop]
            if kind == "newline":
                yield TokenInfo(NL if parenlev else NEWLINE, text, start, (lnum, stop), line)
            elif kind == "continue":
                continued = True
            elif kind == "string":
                match = _quote_re.match(line, pos)
                quote = match[2]
                ended = _ends[quote].match(line, match.end())
                if ended and not (len(quote) == 1 and "\n" in line[match.end():ended.end()]):
                    stop = ended.end()
                    yield TokenInfo(STRING, line[pos:stop], start, (lnum, stop), line)
                elif len(quote) == 3 or line[-2:] == "\\\n" or line[-3:] == "\\\r\n":
                    string = [line[pos:]], start, _ends[quote], [line], len(quote) == 3
                    stop = end
                    break
                else:
                    stop = pos + 1 if not match[1] else match.end(1)
                    yield TokenInfo(NAME if match[1] else ERRORTOKEN, line[pos:stop], start, (lnum, stop), line)
            else:
                if kind == OP:
                    parenlev += (text in "([{") - (text in ")]}")
                yield TokenInfo(kind, text, start, (lnum, stop), line)
            pos = stop
    if last and last[-1] not in "\r\n" and not last.strip().startswith("#"):
        yield TokenInfo(NEWLINE, "", (lnum - 1, len(last)), (lnum - 1, len(last) + 1), "")
    for _ in indents[1:]:
        yield TokenInfo(DEDENT, "", (lnum, 0), (lnum, 0), "")
    yield TokenInfo(ENDMARKER, "", (lnum, 0), (lnum, 0), "")


def _next(line, pos):
    """The kind of what is at a place, and where it ends."""
    c = line[pos]
    if c in "\r\n":
        return "newline", pos + (2 if line.startswith("\r\n", pos) else 1)
    if c == "#":
        return COMMENT, pos + len(line[pos:].rstrip("\r\n"))
    if c == "\\" and line[pos + 1:] in ("\n", "\r\n", "\r"):
        return "continue", len(line)
    match = _quote_re.match(line, pos)
    if match and match[1] in _PREFIXES:
        return "string", match.end()
    if c.isdigit() or c == "." and line[pos + 1:pos + 2].isdigit():
        match = _number_re.match(line, pos)
        if match:
            return NUMBER, match.end()
    match = _name_re.match(line, pos)
    if match and c.isidentifier():
        return NAME, match.end()
    match = _operator_re.match(line, pos)
    if match:
        return OP, match.end()
    return ERRORTOKEN, pos + 1


class Untokenizer:
    """Makes a source of tokens, at their places."""

    def __init__(self):
        self.tokens, self.prev_row, self.prev_col, self.encoding = [], 1, 0, None

    def add_whitespace(self, start):
        row, col = start
        if row < self.prev_row or row == self.prev_row and col < self.prev_col:
            raise ValueError("start ({},{}) precedes previous end ({},{})".format(row, col, self.prev_row, self.prev_col))
        rows = row - self.prev_row
        if rows:
            self.tokens.append("\\\n" * rows)
            self.prev_col = 0
        self.tokens.append(" " * (col - self.prev_col))

    def untokenize(self, iterable):
        it = iter(iterable)
        indents, startline = [], False
        for t in it:
            if len(t) == 2:
                self._compat(t, it)
                break
            kind, text, start, end, line = t
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.prev_row, self.prev_col = end
                continue
            if kind in (NEWLINE, NL):
                startline = True
            elif startline and indents:
                indent = indents[-1]
                if start[1] >= len(indent):
                    self.tokens.append(indent)
                    self.prev_col = len(indent)
                startline = False
            self.add_whitespace(start)
            self.tokens.append(text)
            self.prev_row, self.prev_col = end
            if kind in (NEWLINE, NL):
                self.prev_row += 1
                self.prev_col = 0
        return "".join(self.tokens)

    def _compat(self, first, rest):
        indents, add = [], self.tokens.append
        startline, prevstring = first[0] in (NEWLINE, NL), False
        for t in (x for group in ([first], rest) for x in group):
            kind, text = t[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += " "
            if kind == STRING:
                text = " " + text if prevstring else text
                prevstring = True
            else:
                prevstring = False
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                startline = True
            elif startline and indents:
                add(indents[-1])
                startline = False
            add(text)


def untokenize(iterable):
    """A source of tokens: bytes if they begin with an encoding."""
    maker = Untokenizer()
    out = maker.untokenize(iterable)
    return out if maker.encoding is None else out.encode(maker.encoding)
