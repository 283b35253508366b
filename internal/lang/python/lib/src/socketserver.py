"""Servers: importable, and refused on use, since a program in a sandbox has no network."""

from socket import _refused


class BaseServer:
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("BaseServer", "socketserver")()


class TCPServer(BaseServer):
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("TCPServer", "socketserver")()


class UDPServer(TCPServer):
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("UDPServer", "socketserver")()


class UnixStreamServer(TCPServer):
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("UnixStreamServer", "socketserver")()


class UnixDatagramServer(UDPServer):
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("UnixDatagramServer", "socketserver")()


class ThreadingMixIn:
    """A thread for each request."""

    daemon_threads = False
    block_on_close = True


class ForkingMixIn:
    """A process for each request."""


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    """Refused."""


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    """Refused."""


class BaseRequestHandler:
    """What a request is handled by."""

    def __init__(self, request, client_address, server):
        self.request, self.client_address, self.server = request, client_address, server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        """Called first."""

    def handle(self):
        """Handle the request."""

    def finish(self):
        """Called at last."""


class StreamRequestHandler(BaseRequestHandler):
    """A request that is a stream."""


class DatagramRequestHandler(BaseRequestHandler):
    """A request that is a datagram."""
