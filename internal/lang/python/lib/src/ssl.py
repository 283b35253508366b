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


def cert_time_to_seconds(cert_time):
    """The seconds since 1970 of a certificate's time."""
    from calendar import timegm
    from time import strptime
    try:
        return timegm(strptime(cert_time, "%b %d %H:%M:%S %Y GMT"))
    except ValueError:
        raise ValueError('time data %r does not match format "%%b%%d %%H:%%M:%%S %%Y GMT"' % cert_time)


create_default_context = _refused("create_default_context")
wrap_socket = _refused("wrap_socket")
