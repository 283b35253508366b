"""Reads TOML."""

from _toml_text import CONTROL, Text, TOMLDecodeError

__all__ = ["loads", "load", "TOMLDecodeError"]

_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


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
    except AttributeError:
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

    __slots__ = ("tables", "explicit", "frozen")

    def __init__(self):
        self.tables = {}
        self.explicit = False  # it has had its [header], or dotted keys in place of one
        self.frozen = False  # a value, which nothing may be added to, at any depth


class _Reader(Text):
    def __init__(self, text, parse_float):
        super().__init__(text, parse_float)
        self.root, self.known = {}, _Table()
        self.header = ()
        self.dotted = []  # what is known of the tables of dotted keys since the header

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
            if self.text[i] in CONTROL and self.text[i] != "\t":
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
        for part in key:
            known = known.tables.get(part)
            if known is None:
                return False
            if known.frozen:
                return True
        return False

    def inside(self, key):
        """The table at a key, made where it isn't there; KeyError where that can't be."""
        value = self.root
        for part in key:
            value = value.setdefault(part, {})
            if isinstance(value, list):
                value = value[-1]
            if not isinstance(value, dict):
                raise KeyError("There is no nest behind this key")
        return value

    def table(self, is_list):
        for known in self.dotted:
            known.explicit = True
        self.dotted.clear()
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
            self.dotted.append(self.state(place, True))
        if self.is_frozen(header + key[:-1]):
            raise self.fail(f"Cannot mutate immutable namespace {header + key[:-1]}")
        try:
            table = self.inside(header + key[:-1])
        except KeyError:
            raise self.fail("Cannot overwrite a value") from None
        if key[-1] in table:
            raise self.fail("Cannot overwrite a value")
        if isinstance(value, (dict, list)):
            self.state(header + key, True).frozen = True
        table[key[-1]] = value

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
