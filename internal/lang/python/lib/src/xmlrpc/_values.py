"""Errors and values of XML-RPC."""

import base64
import time
from datetime import datetime


class Error(Exception):
    """What this module raises."""

    __str__ = object.__str__


class ProtocolError(Error):
    """An answer of HTTP's that is an error."""

    def __init__(self, url, errcode, errmsg, headers):
        Error.__init__(self)
        self.url, self.errcode, self.errmsg, self.headers = url, errcode, errmsg, headers

    def __repr__(self):
        return "<%s for %s: %s %s>" % (self.__class__.__name__, self.url, self.errcode, self.errmsg)


class ResponseError(Error):
    """An answer that isn't XML-RPC's."""


class Fault(Error):
    """An error that the other side tells."""

    def __init__(self, faultCode, faultString, **extra):
        Error.__init__(self)
        self.faultCode, self.faultString = faultCode, faultString

    def __repr__(self):
        return "<%s %s: %r>" % (self.__class__.__name__, self.faultCode, self.faultString)


boolean = Boolean = bool


def _iso8601_format(value):
    return value.strftime("%Y%m%dT%H:%M:%S").rjust(17, "0")


def _strftime(value):
    if isinstance(value, datetime):
        return _iso8601_format(value)
    if not isinstance(value, (tuple, time.struct_time)):
        value = time.localtime(value or time.time())
    return "%04d%02d%02dT%02d:%02d:%02d" % value[:6]


class DateTime:
    """A time, as a text such as 19980717T14:08:55."""

    def __init__(self, value=0):
        self.value = value if isinstance(value, str) else _strftime(value)

    def make_comparable(self, other):
        """Two values that compare as the times."""
        if isinstance(other, DateTime):
            return self.value, other.value
        if isinstance(other, datetime):
            return self.value, _iso8601_format(other)
        if isinstance(other, str):
            return self.value, other
        if hasattr(other, "timetuple"):
            return self.timetuple(), other.timetuple()
        return self, NotImplemented

    def __lt__(self, other):
        s, o = self.make_comparable(other)
        return NotImplemented if o is NotImplemented else s < o

    def __le__(self, other):
        s, o = self.make_comparable(other)
        return NotImplemented if o is NotImplemented else s <= o

    def __gt__(self, other):
        s, o = self.make_comparable(other)
        return NotImplemented if o is NotImplemented else s > o

    def __ge__(self, other):
        s, o = self.make_comparable(other)
        return NotImplemented if o is NotImplemented else s >= o

    def __eq__(self, other):
        s, o = self.make_comparable(other)
        return NotImplemented if o is NotImplemented else s == o

    def timetuple(self):
        return time.strptime(self.value, "%Y%m%dT%H:%M:%S")

    def __str__(self):
        return self.value

    def __repr__(self):
        return "<%s %r at %#x>" % (self.__class__.__name__, self.value, id(self))

    def decode(self, data):
        self.value = str(data).strip()

    def encode(self, out):
        out.write("<value><dateTime.iso8601>%s</dateTime.iso8601></value>\n" % self.value)


def _datetime(data):
    value = DateTime()
    value.decode(data)
    return value


def _datetime_type(data):
    return datetime.strptime(data, "%Y%m%dT%H:%M:%S")


class Binary:
    """Bytes."""

    def __init__(self, data=None):
        if data is None:
            data = b""
        elif not isinstance(data, (bytes, bytearray)):
            raise TypeError("expected bytes or bytearray, not %s" % data.__class__.__name__)
        else:
            data = bytes(data)
        self.data = data

    def __str__(self):
        return str(self.data, "latin-1")

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, Binary) else other)

    def decode(self, data):
        self.data = base64.decodebytes(data)

    def encode(self, out):
        out.write("<value><base64>\n")
        out.write(base64.encodebytes(self.data).decode("ascii"))
        out.write("</base64></value>\n")


def _binary(data):
    value = Binary()
    value.decode(data)
    return value


WRAPPERS = (DateTime, Binary)
for _class in Error, ProtocolError, ResponseError, Fault, DateTime, Binary:
    _class.__module__ = "xmlrpc.client"
del _class
