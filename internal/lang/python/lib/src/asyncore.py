"""Servers and clients of events: importable, and refused on use, since a program in a sandbox has no network."""

import warnings

_DEPRECATION = "The {name} module is deprecated and will be removed in Python {remove}. The recommended replacement is asyncio"
warnings._deprecated(__name__, _DEPRECATION, remove=(3, 12))

from socket import _refused

socket_map = {}


class ExitNow(Exception):
    """Ends a loop."""


def loop(timeout=30.0, use_poll=False, map=None, count=None):
    """There is nothing to wait for."""


def close_all(map=None, ignore_all=False):
    """Close what is in the map, which is nothing."""


class dispatcher:
    """Refused once it has a socket; without one it has only its methods."""

    debug = connected = accepting = connecting = closing = False
    addr = None

    def __init__(self, sock=None, map=None):
        self._map = socket_map if map is None else map
        self.socket = None
        if sock is not None:
            _refused("dispatcher", "asyncore")()

    def create_socket(self, *args):
        _refused("create_socket", "asyncore.dispatcher")()

    connect = bind = listen = accept = send = recv = create_socket

    def readable(self):
        return True

    def writable(self):
        return True

    def close(self):
        self.connected = self.accepting = self.connecting = False

    def log(self, message):
        import sys
        sys.stderr.write("log: %s\n" % str(message))

    def log_info(self, message, type="info"):
        print("%s: %s" % (type, message))

    def handle_close(self):
        self.close()

    def handle_connect(self):
        self.log_info("unhandled connect event", "warning")

    def handle_read(self):
        self.log_info("unhandled read event", "warning")

    def handle_write(self):
        self.log_info("unhandled write event", "warning")

    def handle_expt(self):
        self.log_info("unhandled incoming priority event", "warning")

    def handle_accepted(self, sock, addr):
        sock.close()
        self.log_info("unhandled accepted event", "warning")


class dispatcher_with_send(dispatcher):
    """A dispatcher that keeps what can't be sent yet."""

    def __init__(self, sock=None, map=None):
        super().__init__(sock, map)
        self.out_buffer = b""
