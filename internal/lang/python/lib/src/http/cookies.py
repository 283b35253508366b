"""Cookies: read of a header, and written."""

import re
import string
import types

__all__ = ["CookieError", "BaseCookie", "SimpleCookie"]

_LEGAL = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_UNESCAPED = _LEGAL + " ()/<=>?@[]{}"
_TRANSLATED = {n: "\\%03o" % n for n in set(range(256)) - set(map(ord, _UNESCAPED))}
_TRANSLATED.update({ord('"'): '\\"', ord("\\"): "\\\\"})
_is_legal_key = re.compile("[%s]+" % re.escape(_LEGAL)).fullmatch
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class CookieError(Exception):
    """What can't be a cookie."""


def _quote(text):
    """A value as headers have it: in quotes where it needs them."""
    if text is None or _is_legal_key(text):
        return text
    return '"' + text.translate(_TRANSLATED) + '"'


def _unquote(text):
    """The value of what _quote has made."""
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    return re.sub(r"\\(?:([0-3][0-7][0-7])|(.))", lambda m: chr(int(m[1], 8)) if m[1] else m[2], text[1:-1], flags=re.S)


def _getdate(future=0):
    from time import gmtime, time
    year, month, day, hour, minute, second, weekday = gmtime(time() + future)[:7]
    return "%s, %02d %3s %4d %02d:%02d:%02d GMT" % (_WEEKDAYS[weekday], day, _MONTHS[month], year, hour, minute, second)


class Morsel(dict):
    """A cookie: a name, a value and attributes, which are the dictionary."""

    _reserved = {"expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age", "secure": "Secure",
                 "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite"}
    _flags = {"secure", "httponly"}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        for key in self._reserved:
            dict.__setitem__(self, key, "")

    @property
    def key(self):
        """The name."""
        return self._key

    @property
    def value(self):
        """The value."""
        return self._value

    @property
    def coded_value(self):
        """The value as headers have it."""
        return self._coded_value

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in self._reserved:
            raise CookieError("Invalid attribute %r" % (K,))
        dict.__setitem__(self, K, V)

    def setdefault(self, key, val=None):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError("Invalid attribute %r" % (key,))
        return dict.setdefault(self, key, val)

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return (dict.__eq__(self, morsel) and self._value == morsel._value and self._key == morsel._key
                and self._coded_value == morsel._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        morsel = Morsel()
        dict.update(morsel, self)
        morsel.__dict__.update(self.__dict__)
        return morsel

    def update(self, values):
        data = {}
        for key, value in dict(values).items():
            key = key.lower()
            if key not in self._reserved:
                raise CookieError("Invalid attribute %r" % (key,))
            data[key] = value
        dict.update(self, data)

    def isReservedKey(self, K):
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        """Set the name and the value."""
        if key.lower() in self._reserved:
            raise CookieError("Attempt to set a reserved key %r" % (key,))
        if not _is_legal_key(key):
            raise CookieError("Illegal key %r" % (key,))
        self._key, self._value, self._coded_value = key, val, coded_val

    def __getstate__(self):
        return {"key": self._key, "value": self._value, "coded_value": self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state["key"], state["value"], state["coded_value"]

    def output(self, attrs=None, header="Set-Cookie:"):
        """The header."""
        return "%s %s" % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, self.OutputString())

    def js_output(self, attrs=None):
        """A script that sets the cookie."""
        return """
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = \"%s\";
        // end hiding -->
        </script>
        """ % self.OutputString(attrs).replace('"', r"\"")

    def OutputString(self, attrs=None):
        """The cookie without the header's name."""
        result = ["%s=%s" % (self.key, self.coded_value)]
        attrs = self._reserved if attrs is None else attrs
        for key, value in sorted(self.items()):
            if value == "" or key not in attrs:
                continue
            if key == "expires" and isinstance(value, int):
                result.append("%s=%s" % (self._reserved[key], _getdate(value)))
            elif key == "max-age" and isinstance(value, int):
                result.append("%s=%d" % (self._reserved[key], value))
            elif key == "comment" and isinstance(value, str):
                result.append("%s=%s" % (self._reserved[key], _quote(value)))
            elif key in self._flags:
                if value:
                    result.append(str(self._reserved[key]))
            else:
                result.append("%s=%s" % (self._reserved[key], value))
        return "; ".join(result)

    __class_getitem__ = classmethod(types.GenericAlias)


_KEY = r"\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\="
_PATTERN = re.compile(r"\s*(?P<key>[" + _KEY + r"]+?)(\s*=\s*(?P<val>" + r'"(?:[^\\"]|\\.)*"' + r"|\w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT|["
                      + _KEY + r"\[\]]*))?\s*(\s+|;|$)", re.ASCII)


class BaseCookie(dict):
    """Cookies by name."""

    def __init__(self, input=None):
        if input:
            self.load(input)

    def value_decode(self, val):
        """The value of what a header has, and that itself."""
        return val, val

    def value_encode(self, val):
        """A value as text, and as headers have it."""
        text = str(val)
        return text, text

    def __set(self, key, value, coded):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self.__set(key, *self.value_encode(value))

    def output(self, attrs=None, header="Set-Cookie:", sep="\015\012"):
        """The headers."""
        return sep.join(morsel.output(attrs, header) for _, morsel in sorted(self.items()))

    __str__ = output

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, " ".join("%s=%s" % (key, repr(m.value)) for key, m in sorted(self.items())))

    def js_output(self, attrs=None):
        """A script that sets the cookies."""
        return "".join(morsel.js_output(attrs) for _, morsel in sorted(self.items()))

    def load(self, rawdata):
        """Read a header, or take a dictionary."""
        if isinstance(rawdata, str):
            self.__read(rawdata)
        else:
            for key, value in rawdata.items():
                self[key] = value

    def __read(self, text):
        at, found, seen = 0, [], False
        while 0 <= at < len(text):
            match = _PATTERN.match(text, at)
            if not match:
                break
            key, value = match["key"], match["val"]
            at = match.end(0)
            if key[0] == "$":
                if seen:
                    found.append((1, key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not seen:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append((1, key, True))
                else:
                    found.append((1, key, _unquote(value)))
            elif value is not None:
                found.append((2, key, self.value_decode(value)))
                seen = True
            else:
                return
        morsel = None
        for kind, key, value in found:
            if kind == 1:
                morsel[key] = value
            else:
                self.__set(key, *value)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    """Cookies whose values are texts."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
