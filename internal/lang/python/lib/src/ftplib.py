"""FTP: importable, and refused on use, since a program in a sandbox has no network."""

from socket import _refused

FTP_PORT = 21


class Error(Exception):
    """What servers answer."""


error_reply = type("error_reply", (Error,), {"__module__": "ftplib"})
error_temp = type("error_temp", (Error,), {"__module__": "ftplib"})
error_perm = type("error_perm", (Error,), {"__module__": "ftplib"})
error_proto = type("error_proto", (Error,), {"__module__": "ftplib"})
all_errors = (Error, OSError, EOFError)


class FTP:
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("FTP", "ftplib")()


class FTP_TLS(FTP):
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("FTP_TLS", "ftplib")()
