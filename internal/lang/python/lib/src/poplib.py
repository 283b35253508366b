"""Reading mail: importable, and refused on use, since a program in a sandbox has no network."""

from socket import _refused

POP3_PORT, POP3_SSL_PORT = 110, 995


class error_proto(Exception):
    """What servers answer."""



class POP3:
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("POP3", "poplib")()


class POP3_SSL(POP3):
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("POP3_SSL", "poplib")()
