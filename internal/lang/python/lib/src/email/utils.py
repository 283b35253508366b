"""Addresses, dates and parameters of messages."""

import datetime
import os
import re
import time
import urllib.parse

from email.charset import Charset

__all__ = ["collapse_rfc2231_value", "decode_params", "decode_rfc2231", "encode_rfc2231", "formataddr", "formatdate", "format_datetime",
           "getaddresses", "make_msgid", "mktime_tz", "parseaddr", "parsedate", "parsedate_tz", "parsedate_to_datetime", "unquote"]

_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_LONG_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500, "MST": -700,
          "MDT": -600, "PST": -800, "PDT": -700}

specialsre = re.compile(r'[][\\()<>@,:;".]')
escapesre = re.compile(r'[\\"]')


def formataddr(pair, charset="utf-8"):
    """A name and an address as one text."""
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    try:
        name.encode("ascii")
    except UnicodeEncodeError:
        charset = Charset(charset) if isinstance(charset, str) else charset
        return "%s <%s>" % (charset.header_encode(name), address)
    quotes = '"' if specialsre.search(name) else ""
    return "%s%s%s <%s>" % (quotes, escapesre.sub(r"\\\g<0>", name), quotes, address)


class _Addresses:
    """Reads a list of addresses."""

    _ATOM_ENDS = frozenset('()<>@,:;".[] \t\r\n')
    _PHRASE_ENDS = frozenset('()<>@,:;"[] \t\r\n')

    def __init__(self, text):
        self.text, self.at, self.comments = text, 0, []

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self):
        """Go over spaces and comments, which are kept."""
        while (c := self.peek()) and (c in " \t\r\n" or c == "("):
            if c == "(":
                self.comments.append(self.enclosed(")", nested=True))
            else:
                self.at += 1

    def enclosed(self, end, nested=False):
        out, depth = [], 1
        begin = self.peek()
        self.at += 1
        while self.at < len(self.text):
            c = self.text[self.at]
            self.at += 1
            if c == "\\" and self.at < len(self.text):
                out.append(self.text[self.at])
                self.at += 1
                continue
            if nested and c == begin:
                depth += 1
            elif c == end:
                depth -= 1
                if not depth:
                    break
            if c != "\r":
                out.append(c)
        return "".join(out)

    def atom(self, ends):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in ends:
            self.at += 1
        return self.text[start:self.at]

    def phrase(self):
        words = []
        while self.at < len(self.text):
            c = self.peek()
            if c in " \t\r\n":
                self.at += 1
            elif c == '"':
                words.append(self.enclosed('"'))
            elif c == "(":
                self.comments.append(self.enclosed(")", nested=True))
            elif c in self._PHRASE_ENDS:
                break
            else:
                words.append(self.atom(self._PHRASE_ENDS))
        return words

    def address_list(self):
        out = []
        while self.at < len(self.text):
            before = self.at
            found = self.address()
            out += found if found else [("", "")]
            if self.at == before:
                self.at += 1
        return out

    def address(self):
        self.comments = []
        self.skip()
        start, kept = self.at, list(self.comments)
        words = self.phrase()
        self.skip()
        result = []
        c = self.peek()
        if not c:
            if words:
                result = [(" ".join(self.comments), words[0])]
        elif c in ".@":
            self.at, self.comments = start, kept
            spec = self.spec()
            result = [(" ".join(self.comments), spec)]
        elif c == ":":
            self.at += 1
            while self.at < len(self.text):
                self.skip()
                if self.peek() == ";":
                    self.at += 1
                    break
                before = self.at
                result += self.address()
                if self.at == before:
                    self.at += 1
        elif c == "<":
            route = self.route()
            comment = " (" + " ".join(self.comments) + ")" if self.comments else ""
            result = [(" ".join(words) + comment, route)]
        elif words:
            result = [(" ".join(self.comments), words[0])]
        elif c in self._PHRASE_ENDS and c not in ",":
            self.at += 1
        self.skip()
        if self.peek() == ",":
            self.at += 1
        return result

    def route(self):
        self.at += 1
        self.skip()
        spec, skipping = "", False
        while self.at < len(self.text):
            c = self.peek()
            if skipping:
                self.domain()
                skipping = False
            elif c == ">":
                self.at += 1
                break
            elif c == "@":
                self.at += 1
                skipping = True
            elif c == ":":
                self.at += 1
            else:
                spec = self.spec()
                if self.peek() == ">":
                    self.at += 1
                break
            self.skip()
        return spec

    def spec(self):
        parts = []
        self.skip()
        while self.at < len(self.text):
            c = self.peek()
            spaced = True
            if c == ".":
                if parts and not parts[-1].strip():
                    parts.pop()
                parts.append(".")
                self.at += 1
                spaced = False
            elif c == '"':
                parts.append('"%s"' % escapesre.sub(r"\\\g<0>", self.enclosed('"')))
            elif c in self._ATOM_ENDS:
                if parts and not parts[-1].strip():
                    parts.pop()
                break
            else:
                parts.append(self.atom(self._ATOM_ENDS))
            before = self.at
            self.skip()
            if spaced and self.at > before:
                parts.append(" ")
        if parts and not parts[-1].strip():
            parts.pop()
        if self.peek() != "@":
            return "".join(parts)
        self.at += 1
        domain = self.domain()
        return "".join(parts) + "@" + domain if domain else ""

    def domain(self):
        out = []
        while self.at < len(self.text):
            c = self.peek()
            if c in " \t\r\n":
                self.at += 1
            elif c == "(":
                self.comments.append(self.enclosed(")", nested=True))
            elif c == "[":
                out.append("[%s]" % self.enclosed("]"))
            elif c == ".":
                self.at += 1
                out.append(".")
            elif c == "@":
                return ""
            elif c in self._ATOM_ENDS:
                break
            else:
                out.append(self.atom(self._ATOM_ENDS))
        return "".join(out)


def getaddresses(fieldvalues):
    """The (name, address) pairs of headers."""
    return _Addresses(", ".join(str(v) for v in fieldvalues)).address_list()


def parseaddr(addr):
    """The name and the address of a text."""
    found = _Addresses(addr).address_list()
    return found[0] if found else ("", "")


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A date as headers have it."""
    timeval = time.time() if timeval is None else timeval
    when = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        when = when.astimezone()
    elif not usegmt:
        when = when.replace(tzinfo=None)
    return format_datetime(when, usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime as headers have it."""
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        zone = "GMT"
    else:
        zone = "-0000" if dt.tzinfo is None else dt.strftime("%z")
    return "%s, %02d %s %04d %02d:%02d:%02d %s" % (_DAYS[dt.weekday()], dt.day, _MONTHS[dt.month - 1], dt.year, dt.hour, dt.minute, dt.second, zone)


def make_msgid(idstring=None, domain=None):
    """A name for a message that no other has."""
    import random
    import socket
    idstring = "" if idstring is None else "." + idstring
    domain = socket.gethostname() if domain is None else domain
    return "<%d.%d.%d%s@%s>" % (int(time.time() * 100), os.getpid(), random.getrandbits(64), idstring, domain)


def parsedate_tz(data):
    """The parts of a date, and its offset in seconds at last; None for what is none."""
    found = _parsedate(data)
    return found if found is None or found[9] is not None else found[:9] + (0,)


def _parsedate(data):
    """The same, with None for an offset that isn't known."""
    words = _date_words(data)
    if words is None:
        return None
    day, month, year, clock, zone = words
    month = _month(month)
    if month is None:
        day, month = month, _month(day)
        day = words[1]
        if month is None:
            return None
    if day and day[-1] == ",":
        day = day[:-1]
    if year.find(":") > 0:
        year, clock = clock, year
    if year and year[-1] == ",":
        year = year[:-1]
    if year and not year[0].isdigit():
        year, zone = zone, year
    if clock and clock[-1] == ",":
        clock = clock[:-1]
    fields = clock.split(":")
    if len(fields) == 1 and "." in fields[0]:
        fields = fields[0].split(".")
    if not 2 <= len(fields) <= 3:
        return None
    try:
        year, day = int(year), int(day)
        hour, minute, second = (int(x) for x in (*fields, "0")[:3])
    except ValueError:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    return year, month, day, hour, minute, second, 0, 1, -1, _offset(zone)


def _date_words(data):
    if not data:
        return None
    words = data.split()
    if not words:
        return None
    if words[0].endswith(",") or words[0].lower() in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        del words[0]
    else:
        at = words[0].rfind(",")
        if at >= 0:
            words[0] = words[0][at + 1:]
    if len(words) == 3:
        parts = words[0].split("-")
        if len(parts) == 3:
            words = parts + words[1:]
    if len(words) == 4:
        last = words[3]
        at = last.find("+")
        at = last.find("-") if at == -1 else at
        words[3:] = [last[:at], last[at:]] if at > 0 else [last, ""]
    return words[:5] if len(words) >= 5 else None


def _month(text):
    text = text.lower()
    if text in _LONG_MONTHS:
        return _LONG_MONTHS.index(text) + 1
    names = [m[:3] for m in _LONG_MONTHS]
    return names.index(text) + 1 if text in names else None


def _offset(zone):
    zone = zone.upper()
    if zone in _ZONES:
        n = _ZONES[zone]
    else:
        try:
            n = int(zone)
        except ValueError:
            return None
        if n == 0 and zone.startswith("-"):
            return None
    sign, n = (-1, -n) if n < 0 else (1, n)
    return sign * (n // 100 * 3600 + n % 100 * 60)


def parsedate(data):
    """The parts of a date, as time has them; None for what is none."""
    found = parsedate_tz(data)
    return found[:9] if isinstance(found, tuple) else found


def mktime_tz(data):
    """The time of what parsedate_tz returns, in seconds since 1970."""
    import calendar
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    return calendar.timegm(data) - data[9]


def parsedate_to_datetime(data):
    """The datetime of a date; ValueError for what is none."""
    found = _parsedate(data)
    if found is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))
    if found[9] is None:
        return datetime.datetime(*found[:6])
    return datetime.datetime(*found[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=found[9])))


def localtime(dt=None, isdst=-1):
    """A time of the local zone. Of one that its clocks show twice isdst says which it is."""
    if dt is None:
        dt = datetime.datetime.now(datetime.timezone.utc)
    if dt.tzinfo is not None:
        return dt.astimezone()
    local = time.localtime(time.mktime(dt.timetuple()[:8] + (isdst,)))
    return dt.replace(tzinfo=datetime.timezone(datetime.timedelta(seconds=local.tm_gmtoff), local.tm_zone))


def quote(str):
    """A text with backslashes before backslashes and quotes."""
    return str.replace("\\", "\\\\").replace('"', '\\"')


def unquote(str):
    """A text without what is around it."""
    if len(str) > 1:
        if str.startswith('"') and str.endswith('"'):
            return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
        if str.startswith("<") and str.endswith(">"):
            return str[1:-1]
    return str


def decode_rfc2231(s):
    """(charset, language, text) of an extended parameter."""
    parts = s.split("'", 2)
    return parts if len(parts) > 2 else (None, None, s)


def encode_rfc2231(s, charset=None, language=None):
    """A parameter with its charset."""
    s = urllib.parse.quote(s, safe="", encoding=charset or "ascii")
    return s if charset is None and language is None else "%s'%s'%s" % (charset, language or "", s)


_CONTINUED = re.compile(r"^(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?$", re.ASCII)


def decode_params(params):
    """Parameters with those that come in parts put together."""
    out, parts = [params[0]], {}
    for name, value in params[1:]:
        encoded = name.endswith("*")
        value = unquote(value)
        match = _CONTINUED.match(name)
        if match:
            number = match["num"]
            parts.setdefault(match["name"], []).append((None if number is None else int(number), value, encoded))
        else:
            out.append((name, '"%s"' % quote(value)))
    for name, list in parts.items():
        list.sort(key=lambda part: -1 if part[0] is None else part[0])
        extended = any(encoded for _, _, encoded in list)
        value = "".join(urllib.parse.unquote(text, encoding="latin-1") if encoded else text for _, text, encoded in list)
        value = quote(value)
        if extended:
            charset, language, value = decode_rfc2231(value)
            out.append((name, (charset, language, '"%s"' % value)))
        else:
            out.append((name, '"%s"' % value))
    return out


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    """The text of a parameter."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, language, text = value
    try:
        return str(bytes(text, "raw-unicode-escape"), charset or fallback_charset, errors)
    except LookupError:
        return unquote(text)
