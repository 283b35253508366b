"""The texts of cookies: dates and the words of headers."""

import re
import time
from calendar import timegm
from datetime import datetime

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_LOWER = [month.lower() for month in MONTHS]
_ZONE = re.compile(r"^([-+])?(\d\d?):?(\d\d)?$", re.ASCII)
_STRICT = re.compile(r"^[SMTWF][a-z][a-z], (\d\d) ([JFMASOND][a-z][a-z]) (\d\d\d\d) (\d\d):(\d\d):(\d\d) GMT$", re.ASCII)
_WEEKDAY = re.compile(r"^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,?\s*", re.I | re.ASCII)
_LOOSE = re.compile(r"""^(\d\d?)(?:\s+|[-/])(\w+)(?:\s+|[-/])(\d+)                # the day, the month, the year
                        (?:(?:\s+|:)(\d\d?):(\d\d)(?::(\d\d))?)?                  # the time
                        \s*(?:([-+]?\d{2,4}|(?![APap][Mm]\b)[A-Za-z]+)\s*)?       # the zone
                        (?:\(\w+\)\s*)?$""", re.X | re.ASCII)
_ISO = re.compile(r"""^(\d{4})[-/]?(\d\d?)[-/]?(\d\d?)
                      (?:(?:\s+|[-:Tt])(\d\d?):?(\d\d)(?::?(\d\d(?:\.\d*)?))?)?
                      \s*(?:([-+]?\d\d?:?(?::?\d\d)?|Z|z)\s*)?$""", re.X | re.ASCII)


def _utc(t):
    return datetime.utcnow() if t is None else datetime.utcfromtimestamp(t)


def time2isoz(t=None):
    """Seconds, or now, as 1994-11-24 08:49:37Z."""
    return _utc(t).strftime("%Y-%m-%d %H:%M:%SZ")


def time2netscape(t=None):
    """Seconds, or now, as Wed, 24-Nov-1994 08:49:37 GMT."""
    at = _utc(t)
    return f"{DAYS[at.weekday()]}, {at.day:02}-{MONTHS[at.month - 1]}-{at.year:04} {at.hour:02}:{at.minute:02}:{at.second:02} GMT"


def offset_from_tz_string(tz):
    """A zone's seconds east of Greenwich, or None."""
    if tz in ("GMT", "UTC", "UT", "Z"):
        return 0
    found = _ZONE.search(tz)
    if not found:
        return None
    sign, hours, minutes = found.groups()
    seconds = 3600 * int(hours) + 60 * int(minutes or 0)
    return -seconds if sign == "-" else seconds


def _month(text):
    if text.lower() in _LOWER:
        return _LOWER.index(text.lower()) + 1
    try:
        number = int(text)
    except ValueError:
        return None
    return number if 1 <= number <= 12 else None


def _full_year(year):
    """A year of two digits is the one that is nearest to now."""
    if year >= 1000:
        return year
    now = time.localtime(time.time())[0]
    year += now - now % 100
    if abs(year - now) > 50:
        year += 100 if year < now else -100
    return year


def _seconds(day, month, year, hour, minute, second, zone):
    year, month = int(year), _month(month)
    if month is None or year > 9999:
        return None
    year, day = _full_year(year), int(day)
    hour, minute, second = int(hour or 0), int(minute or 0), int(float(second or 0))
    if not (year >= 1970 and 1 <= day <= 31 and hour <= 24 and minute <= 59 and second <= 61):
        return None
    offset = offset_from_tz_string((zone or "UTC").upper())
    return None if offset is None else timegm((year, month, day, hour, minute, second)) - offset


def http2time(text):
    """The seconds of a date in one of the ways that servers write them, or None."""
    strict = _STRICT.search(text)
    if strict:
        day, month, year, *clock = strict.groups()
        return float(timegm((int(year), _LOWER.index(month.lower()) + 1, int(day), *map(int, clock))))
    found = _LOOSE.search(_WEEKDAY.sub("", text.lstrip(), 1))
    return None if found is None else _seconds(*found.groups())


def iso2time(text):
    """The seconds of a date in the way of ISO 8601, or None."""
    found = _ISO.search(text.lstrip())
    if found is None:
        return None
    year, month, day, *rest = found.groups()
    return _seconds(day, month, year, *rest)


_TOKEN = re.compile(r"^\s*([^=\s;,]+)")
_QUOTED = re.compile(r'^\s*=\s*"([^"\\]*(?:\\.[^"\\]*)*)"')
_PLAIN = re.compile(r"^\s*=\s*([^\s;,]*)")
_ESCAPED = re.compile(r"\\(.)")
_BETWEEN = re.compile(r"^[=\s;]+")


def split_header_words(header_values):
    """For each part of headers, which commas are between, the (name, value) of its words; None is no value."""
    assert not isinstance(header_values, str)
    parts = []
    for text in header_values:
        words = []
        while text:
            word, text = _word(text)
            if word is None and text.startswith(","):
                parts, words, text = parts + [words] if words else parts, [], text[1:]
            elif word is None:
                text = _BETWEEN.sub("", text, 1) if _BETWEEN.match(text) else text[1:]
            else:
                words.append(word)
        if words:
            parts.append(words)
    return parts


def _word(text):
    """The word that a text begins with, or None, and what is behind it."""
    found = _TOKEN.search(text)
    if not found:
        return None, text.lstrip()
    name, text = found.group(1), text[found.end():]
    quoted = _QUOTED.search(text)
    if quoted:
        return (name, _ESCAPED.sub(r"\1", quoted.group(1))), text[quoted.end():]
    plain = _PLAIN.search(text)
    if plain:
        return (name, plain.group(1).rstrip()), text[plain.end():]
    return (name, None), text


def join_header_words(lists):
    """What split_header_words reads so."""
    return ", ".join("; ".join(_joined(name, value) for name, value in words) for words in lists if words)


def _joined(name, value):
    if value is None:
        return name
    if not re.search(r"^\w+$", value):
        value = '"' + re.sub(r'(["\\])', r"\\\1", value) + '"'
    return f"{name}={value}"


def strip_quotes(text):
    """A text without quotes around it."""
    text = text[1:] if text.startswith('"') else text
    return text[:-1] if text.endswith('"') else text


def parse_ns_headers(ns_headers):
    """The (name, value) of the words of Netscape's headers, which have one cookie each."""
    known = "expires", "domain", "path", "secure", "version", "port", "max-age"
    found = []
    for header in ns_headers:
        words, versioned = [], False
        for at, word in enumerate(header.split(";")):
            name, equals, value = word.strip().partition("=")
            name, value = name.strip(), value.strip() if equals else None
            if not name:
                if at == 0:
                    break
                continue
            if at:
                name = name.lower() if name.lower() in known else name
                versioned = versioned or name == "version"
                if name == "version" and value is not None:
                    value = strip_quotes(value)
                elif name == "expires" and value is not None:
                    value = http2time(strip_quotes(value))
            words.append((name, value))
        if words:
            found.append(words if versioned else words + [("version", "0")])
    return found
