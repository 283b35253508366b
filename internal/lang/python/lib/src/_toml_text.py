"""The texts, numbers and dates of TOML."""

import re

_HEX = frozenset("abcdefABCDEF0123456789")
CONTROL = frozenset(map(chr, (*range(32), 127)))
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

    __module__ = "tomllib"


class Text:
    """A text that is read from its beginning on."""

    def __init__(self, text, parse_float):
        self.text, self.at, self.parse_float = text, 0, parse_float

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

    def literal(self):
        self.at += 1
        return self.until("'", "\t")

    def until(self, quote, allowed):
        """The text before a quote, which has no escapes."""
        start, end = self.at, self.text.find(quote, self.at)
        if end < 0:
            raise self.fail(f"Expected {quote!r}", len(self.text))
        for i in range(start, end):
            if self.text[i] in CONTROL and self.text[i] not in allowed:
                raise self.fail(f"Found invalid character {self.text[i]!r}", i)
        self.at = end + len(quote)
        return self.text[start:end]

    def basic(self):
        self.at += 1
        return self.escaped(CONTROL - {"\t"}, False)

    def multiline(self, quote):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        if quote == "'":
            result = self.until("'''", "\t\n")
        else:
            result = self.escaped(CONTROL - {"\t", "\n"}, True)
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
