"""Encrypted connections: importable, and refused on use."""

from socket import _refused

CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = 0, 1, 2
PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER = 2, 16, 17
OPENSSL_VERSION = ""


class SSLError(OSError):
    """An error of a connection."""


class SSLContext:
    """Refused."""

    def __init__(self, protocol=None):
        _refused("SSLContext")()


create_default_context = _refused("create_default_context")
wrap_socket = _refused("wrap_socket")
