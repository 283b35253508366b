"""A response's headers."""

import re

_SPECIAL = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def _parameter(name, value=None, quote=1):
    if value is None or not len(value):
        return name
    if quote or _SPECIAL.search(value):
        return '%s="%s"' % (name, value.replace("\\", "\\\\").replace('"', r'\"'))
    return "%s=%s" % (name, value)


class Headers:
    """Headers by their names, in any case, and in their order."""

    def __init__(self, headers=None):
        headers = headers if headers is not None else []
        if type(headers) is not list:
            raise TypeError("Headers must be a list of name/value tuples")
        self._headers = headers
        for name, value in headers:
            self._convert_string_type(name)
            self._convert_string_type(value)

    def _convert_string_type(self, value):
        """A text, or an AssertionError."""
        if type(value) is str:
            return value
        raise AssertionError("Header names/values must be of type str (got {0})".format(repr(value)))

    def __len__(self):
        return len(self._headers)

    def __setitem__(self, name, val):
        del self[name]
        self._headers.append((self._convert_string_type(name), self._convert_string_type(val)))

    def __delitem__(self, name):
        name = self._convert_string_type(name.lower())
        self._headers[:] = [pair for pair in self._headers if pair[0].lower() != name]

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return self.get(name) is not None

    def get_all(self, name):
        """All values of a name."""
        name = self._convert_string_type(name.lower())
        return [value for known, value in self._headers if known.lower() == name]

    def get(self, name, default=None):
        """The first value of a name."""
        name = self._convert_string_type(name.lower())
        return next((value for known, value in self._headers if known.lower() == name), default)

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return self._headers[:]

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, self._headers)

    def __str__(self):
        return "\r\n".join(["%s: %s" % pair for pair in self._headers] + ["", ""])

    def __bytes__(self):
        return str(self).encode("iso-8859-1")

    def setdefault(self, name, value):
        """The first value of a name, or the one that it gets now."""
        known = self.get(name)
        if known is not None:
            return known
        self._headers.append((self._convert_string_type(name), self._convert_string_type(value)))
        return value

    def add_header(self, _name, _value, **_params):
        """Add a header with parameters."""
        parts = [self._convert_string_type(_value)] if _value is not None else []
        for name, value in _params.items():
            name = self._convert_string_type(name).replace("_", "-")
            parts.append(name if value is None else _parameter(name, self._convert_string_type(value)))
        self._headers.append((self._convert_string_type(_name), "; ".join(parts)))
