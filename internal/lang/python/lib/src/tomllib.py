"""Reads TOML."""

import re

__all__ = ["loads", "load", "TOMLDecodeError"]

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
_HEX = frozenset("abcdefABCDEF0123456789")
_CONTROL = frozenset(map(chr, (*range(32), 127)))
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}

_TIME = r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?"
_DATETIME = re.compile(
    rf"(\d{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[Tt ]{_TIME}(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?", re.ASCII)
_LOCALTIME = re.compile(_TIME, re.ASCII)
_NUMBER = re.compile(
    r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)"
    r"|[+-]?(?:0|[1-9](?:_?\d)*)((?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)", re.ASCII)


class TOMLDecodeError(ValueError):
    """What is said of a text that is no TOML."""


def load(fp, /, *, parse_float=float):
    """The dict that a file of bytes holds."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """The dict that a text holds."""
    try:
        text = s.replace("\r\n", "\n")
    except (AttributeError, TypeError):
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    return _Reader(text, _checked(parse_float)).document()


def _checked(parse_float):
    if parse_float is float:
        return float

    def parse(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value

    return parse


class _Table:
    """What is known of a table beside its values: those in it, and what may not be added."""

    __slots__ = ("tables", "explicit", "frozen", "recursive")

    def __init__(self):
        self.tables = {}
        self.explicit = False  # by a [header], which may not come again
        self.frozen = False  # nothing may be added: a value, or a table of dotted keys
        self.recursive = False  # nor to what is in it: an inline table


class _Reader:
    def __init__(self, text, parse_float):
        self.text, self.at, self.parse_float = text, 0, parse_float
        self.root, self.known = {}, _Table()
        self.header = ()

    def fail(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            where = "end of document"
        else:
            line = self.text.count("\n", 0, at) + 1
            column = at + 1 if line == 1 else at - self.text.rindex("\n", 0, at)
            where = f"line {line}, column {column}"
        return TOMLDecodeError(f"{message} (at {where})")

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self, chars):
        text, at = self.text, self.at
        while at < len(text) and text[at] in chars:
            at += 1
        self.at = at

    def document(self):
        while True:
            self.skip(" \t")
            char = self.peek()
            if not char:
                break
            if char == "\n":
                self.at += 1
                continue
            if char in _BARE or char in "\"'":
                self.pair()
                self.skip(" \t")
            elif char == "[":
                self.table(self.text.startswith("[[", self.at))
                self.skip(" \t")
            elif char != "#":
                raise self.fail("Invalid statement")
            self.comment()
            char = self.peek()
            if not char:
                break
            if char != "\n":
                raise self.fail("Expected newline or end of document after a statement")
            self.at += 1
        return self.root

    def comment(self):
        if self.peek() != "#":
            return
        start = self.at + 1
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        for i in range(start, end):
            if self.text[i] in _CONTROL and self.text[i] != "\t":
                raise self.fail(f"Found invalid character {self.text[i]!r}", i)
        self.at = end

    # Tables.

    def state(self, key, make=False):
        """What is known of a key, or None."""
        known = self.known
        for part in key:
            inner = known.tables.get(part)
            if inner is None:
                if not make:
                    return None
                inner = known.tables[part] = _Table()
            known = inner
        return known

    def is_frozen(self, key):
        """Whether nothing may be added at a key."""
        known = self.known
        for i, part in enumerate(key):
            known = known.tables.get(part)
            if known is None:
                return False
            if known.recursive or known.frozen and i == len(key) - 1:
                return True
        return False

    def inside(self, key, through_lists=True):
        """The table at a key, made where it isn't there; KeyError where that can't be."""
        value = self.root
        for part in key:
            value = value.setdefault(part, {})
            if through_lists and isinstance(value, list):
                value = value[-1]
            if not isinstance(value, dict):
                raise KeyError("There is no nest behind this key")
        return value

    def table(self, is_list):
        self.at += 2 if is_list else 1
        self.skip(" \t")
        key = self.key()
        if is_list:
            self.new_item(key)
        else:
            self.new_table(key)
        self.header = key
        close = "]]" if is_list else "]"
        if not self.text.startswith(close, self.at):
            if is_list:
                raise self.fail("Expected ']]' at the end of an array declaration")
            raise self.fail("Expected ']' at the end of a table declaration")
        self.at += len(close)

    def new_table(self, key):
        known = self.state(key)
        if known is not None and known.explicit or self.is_frozen(key):
            raise self.fail(f"Cannot declare {key} twice")
        self.state(key, True).explicit = True
        try:
            self.inside(key)
        except KeyError:
            raise self.fail("Cannot overwrite a value") from None

    def new_item(self, key):
        if self.is_frozen(key):
            raise self.fail(f"Cannot mutate immutable namespace {key}")
        parent = self.state(key[:-1], True)
        known = parent.tables[key[-1]] = _Table()  # that of the new item
        known.explicit = True
        try:
            outer = self.inside(key[:-1])
            items = outer.setdefault(key[-1], [])
            if not isinstance(items, list):
                raise KeyError("An object other than list found behind this key")
        except KeyError:
            raise self.fail("Cannot overwrite a value") from None
        items.append({})

    def pair(self):
        key, value = self.key_and_value()
        header = self.header
        for i in range(1, len(key)):
            place = header + key[:i]
            known = self.state(place)
            if known is not None and known.explicit:
                raise self.fail(f"Cannot redefine namespace {place}")
        if self.is_frozen(header + key[:-1]) and len(key) == 1 and self.closed(header) or self.recursive(header + key[:-1]):
            raise self.fail(f"Cannot mutate immutable namespace {header + key[:-1]}")
        try:
            table = self.inside(header + key[:-1])
        except KeyError:
            raise self.fail("Cannot overwrite a value") from None
        if key[-1] in table:
            raise self.fail("Cannot overwrite a value")
        for i in range(1, len(key)):  # tables of dotted keys get no headers
            self.state(header + key[:i], True).frozen = True
        if isinstance(value, (dict, list)):
            known = self.state(header + key, True)
            known.frozen = known.recursive = True
        table[key[-1]] = value

    def closed(self, key):
        known = self.state(key)
        return known is not None and known.recursive

    def recursive(self, key):
        return any(self.closed(key[:i]) for i in range(1, len(key) + 1))

    def key_and_value(self):
        key = self.key()
        if self.peek() != "=":
            raise self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip(" \t")
        return key, self.value()

    def key(self):
        parts = [self.key_part()]
        self.skip(" \t")
        while self.peek() == ".":
            self.at += 1
            self.skip(" \t")
            parts.append(self.key_part())
            self.skip(" \t")
        return tuple(parts)

    def key_part(self):
        char = self.peek()
        if char and char in _BARE:
            start = self.at
            self.skip(_BARE)
            return self.text[start:self.at]
        if char == "'":
            return self.literal()
        if char == '"':
            return self.basic()
        raise self.fail("Invalid initial character for a key part")

    # Values.

    def value(self):
        char = self.peek()
        if char == '"':
            return self.multiline('"') if self.text.startswith('"""', self.at) else self.basic()
        if char == "'":
            return self.multiline("'") if self.text.startswith("'''", self.at) else self.literal()
        if self.text.startswith("true", self.at):
            self.at += 4
            return True
        if self.text.startswith("false", self.at):
            self.at += 5
            return False
        if char == "[":
            return self.array()
        if char == "{":
            return self.inline()
        return self.plain(char)

    def plain(self, char):
        found = _DATETIME.match(self.text, self.at)
        if found:
            try:
                value = _datetime(found)
            except ValueError:
                raise self.fail("Invalid date or datetime") from None
            self.at = found.end()
            return value
        found = _LOCALTIME.match(self.text, self.at)
        if found:
            self.at = found.end()
            import datetime
            return datetime.time(*_clock(found.groups()))
        found = _NUMBER.match(self.text, self.at)
        if found:
            self.at = found.end()
            return self.parse_float(found.group()) if found.group(1) else int(found.group(), 0)
        for size, words in ((3, ("inf", "nan")), (4, ("-inf", "+inf", "-nan", "+nan"))):
            word = self.text[self.at:self.at + size]
            if word in words:
                self.at += size
                return self.parse_float(word)
        raise self.fail("Invalid value")

    def array(self):
        self.at += 1
        items = []
        self.space()
        while self.peek() != "]":
            items.append(self.value())
            self.space()
            char = self.peek()
            if char == "]":
                break
            if char != ",":
                raise self.fail("Unclosed array")
            self.at += 1
            self.space()
        self.at += 1
        return items

    def space(self):
        while True:
            before = self.at
            self.skip(" \t\n")
            self.comment()
            if self.at == before:
                return

    def inline(self):
        self.at += 1
        table, closed = {}, set()
        self.skip(" \t")
        if self.peek() == "}":
            self.at += 1
            return table
        while True:
            key, value = self.key_and_value()
            if any(key[:i] in closed for i in range(1, len(key) + 1)):
                raise self.fail(f"Cannot mutate immutable namespace {key}")
            inner = table
            for part in key[:-1]:
                inner = inner.setdefault(part, {})
                if not isinstance(inner, dict):
                    raise self.fail("Cannot overwrite a value")
            if key[-1] in inner:
                raise self.fail(f"Duplicate inline table key {key[-1]!r}")
            inner[key[-1]] = value
            if isinstance(value, (dict, list)):
                closed.add(key)
            self.skip(" \t")
            char = self.peek()
            if char == "}":
                self.at += 1
                return table
            if char != ",":
                raise self.fail("Unclosed inline table")
            self.at += 1
            self.skip(" \t")

    # Texts.

    def literal(self):
        start = self.at + 1
        end = start
        while True:
            char = self.text[end:end + 1]
            if not char:
                raise self.fail("Expected \"'\"", len(self.text))
            if char == "'":
                break
            if char in _CONTROL and char != "\t":
                raise self.fail(f"Found invalid character {char!r}", end)
            end += 1
        self.at = end + 1
        return self.text[start:end]

    def basic(self):
        self.at += 1
        return self.escaped(_CONTROL - {"\t"}, False)

    def multiline(self, quote):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        if quote == "'":
            end = self.text.find("'''", self.at)
            for i in range(self.at, len(self.text) if end < 0 else end):
                if self.text[i] in _CONTROL and self.text[i] not in "\t\n":
                    raise self.fail(f"Found invalid character {self.text[i]!r}", i)
            if end < 0:
                raise self.fail("Expected \"'''\"", len(self.text))
            result = self.text[self.at:end]
            self.at = end + 3
        else:
            result = self.escaped(_CONTROL - {"\t", "\n"}, True)
        for _ in range(2):  # up to two quotes may stand before the last three
            if self.peek() != quote:
                break
            self.at += 1
            result += quote
        return result

    def escaped(self, refused, multiline):
        out, start = [], self.at
        while True:
            char = self.peek()
            if not char:
                raise self.fail("Unterminated string")
            if char == '"':
                if not multiline:
                    out.append(self.text[start:self.at])
                    self.at += 1
                    return "".join(out)
                if self.text.startswith('"""', self.at):
                    out.append(self.text[start:self.at])
                    self.at += 3
                    return "".join(out)
                self.at += 1
            elif char == "\\":
                out.append(self.text[start:self.at])
                out.append(self.escape(multiline))
                start = self.at
            elif char in refused:
                raise self.fail(f"Illegal character {char!r}")
            else:
                self.at += 1

    def escape(self, multiline):
        char = self.text[self.at + 1:self.at + 2]
        self.at += 2
        if multiline and char and char in " \t\n":
            if char != "\n":
                self.skip(" \t")
                if not self.peek():
                    return ""
                if self.peek() != "\n":
                    raise self.fail("Unescaped '\\' in a string")
                self.at += 1
            self.skip(" \t\n")
            return ""
        if char == "u" or char == "U":
            return self.code(4 if char == "u" else 8)
        try:
            return _ESCAPES[char]
        except KeyError:
            if not char:
                raise self.fail("Unterminated string") from None
            raise self.fail("Unescaped '\\' in a string") from None

    def code(self, size):
        digits = self.text[self.at:self.at + size]
        if len(digits) != size or not _HEX.issuperset(digits):
            raise self.fail("Invalid hex value")
        self.at += size
        number = int(digits, 16)
        if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
            raise self.fail("Escaped character is not a Unicode scalar value")
        return chr(number)


def _clock(groups):
    hour, minute, second, fraction = groups[:4]
    return int(hour), int(minute), int(second), int((fraction or "").ljust(6, "0"))


def _datetime(found):
    import datetime
    groups = found.groups()
    day = tuple(map(int, groups[:3]))
    if groups[3] is None:
        return datetime.date(*day)
    utc, sign, hours, minutes = groups[7:]
    zone = None
    if sign:
        sign = 1 if sign == "+" else -1
        zone = datetime.timezone(datetime.timedelta(hours=sign * int(hours), minutes=sign * int(minutes)))
    elif utc:
        zone = datetime.timezone.utc
    return datetime.datetime(*day, *_clock(groups[3:7]), tzinfo=zone)
