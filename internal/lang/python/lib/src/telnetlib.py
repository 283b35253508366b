"""Telnet: importable, and refused on use, since a program in a sandbox has no network."""

from socket import _refused

TELNET_PORT = 23


class Telnet:
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("Telnet", "telnetlib")()
