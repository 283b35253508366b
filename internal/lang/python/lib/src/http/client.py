"""HTTP connections: importable, and refused on use."""

from http import _PHRASES as responses
from socket import _refused

HTTP_PORT, HTTPS_PORT = 80, 443
responses = dict(responses)


class HTTPException(Exception):
    """An error of HTTP."""


class HTTPConnection:
    """Refused."""

    def __init__(self, host, port=None, *args, **kwargs):
        self.host, self.port = host, port

    connect = request = putrequest = getresponse = _refused("HTTPConnection")

    def close(self):
        pass


class HTTPSConnection(HTTPConnection):
    """Refused."""
