"""HTTP connections: importable, and refused on use."""

import io

from http import _PHRASES, HTTPStatus
from socket import _refused

__all__ = ["HTTPResponse", "HTTPConnection", "HTTPException", "NotConnected", "UnknownProtocol", "UnknownTransferEncoding",
           "UnimplementedFileMode", "IncompleteRead", "InvalidURL", "ImproperConnectionState", "CannotSendRequest", "CannotSendHeader",
           "ResponseNotReady", "BadStatusLine", "LineTooLong", "RemoteDisconnected", "error", "responses", "HTTPSConnection"]

HTTP_PORT, HTTPS_PORT = 80, 443
responses = dict(_PHRASES)
globals().update(HTTPStatus.__members__)


def __getattr__(name):
    if name == "HTTPMessage":  # of which few programs know
        from email.message import Message
        return globals().setdefault(name, type(name, (Message,), {"__module__": __name__}))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class HTTPException(Exception):
    """An error of HTTP."""


error = HTTPException


class NotConnected(HTTPException):
    """There is no connection."""


class InvalidURL(HTTPException):
    """A URL has characters that it can't have."""


class UnknownProtocol(HTTPException):
    """A server's version isn't known."""

    def __init__(self, version):
        self.args = version,
        self.version = version


class UnknownTransferEncoding(HTTPException):
    """An encoding isn't known."""


class UnimplementedFileMode(HTTPException):
    """A mode of files isn't known."""


class IncompleteRead(HTTPException):
    """A response ended early."""

    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial, self.expected = partial, expected

    def __repr__(self):
        more = "" if self.expected is None else ", %i more expected" % self.expected
        return "%s(%i bytes read%s)" % (self.__class__.__name__, len(self.partial), more)

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    """A call came at the wrong time."""


class CannotSendRequest(ImproperConnectionState):
    """A request can't be sent now."""


class CannotSendHeader(ImproperConnectionState):
    """A header can't be sent now."""


class ResponseNotReady(ImproperConnectionState):
    """There is no response yet."""


class BadStatusLine(HTTPException):
    """A response began with what isn't HTTP."""

    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = line,
        self.line = line


class LineTooLong(HTTPException):
    """A line is longer than it may be."""

    def __init__(self, line_type):
        HTTPException.__init__(self, "got more than 65536 bytes when reading %s" % line_type)


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    """A server has ended the connection."""

    def __init__(self, *pos, **kw):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *pos, **kw)


class HTTPResponse(io.BufferedIOBase):
    """Refused: there are no connections."""

    __init__ = _refused("HTTPResponse")

    begin = getheader = getheaders = info = geturl = getcode = lambda self, *args, **kwargs: None


class HTTPConnection:
    """Refused as soon as it would connect."""

    default_port = HTTP_PORT

    def __init__(self, host, port=None, timeout=None, source_address=None, blocksize=8192):
        if port is None:
            name, colon, number = host.rpartition(":")
            if colon and "]" not in number:
                try:
                    port = int(number) if number else self.default_port
                except ValueError:
                    raise InvalidURL("nonnumeric port: '%s'" % number)
                host = name
            else:
                port = self.default_port
            if host.startswith("[") and host.endswith("]"):
                host = host[1:-1]
        self.host, self.port = host, port
        self.timeout, self.source_address, self.blocksize = timeout, source_address, blocksize
        self.sock = None

    connect = request = putrequest = putheader = endheaders = send = getresponse = _refused("HTTPConnection")

    def set_tunnel(self, host, port=None, headers=None):
        """Note the host behind a proxy."""
        self._tunnel_host, self._tunnel_port, self._tunnel_headers = host, port, dict(headers or {})

    def set_debuglevel(self, level):
        """Note how much is to be told."""
        self.debuglevel = level

    def close(self):
        """End the connection, which there isn't."""


class HTTPSConnection(HTTPConnection):
    """Refused as soon as it would connect."""

    default_port = HTTPS_PORT

    def __init__(self, host, port=None, key_file=None, cert_file=None, timeout=None, source_address=None, *, context=None,
                 check_hostname=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize)
