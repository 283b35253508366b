"""Servers: importable, and refused on use, since a program in a sandbox has no network."""

import io

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
    """A request that is a stream, to be read as a file and answered as one."""

    rbufsize, wbufsize = -1, 0
    timeout = None
    disable_nagle_algorithm = False

    def setup(self):
        """Open the files."""
        self.connection = self.request
        if self.timeout is not None:
            self.connection.settimeout(self.timeout)
        self.rfile = self.connection.makefile("rb", self.rbufsize)
        self.wfile = _SocketWriter(self.connection) if self.wbufsize == 0 else self.connection.makefile("wb", self.wbufsize)

    def finish(self):
        """Close the files."""
        if not self.wfile.closed:
            try:
                self.wfile.flush()
            except OSError:
                pass
        self.wfile.close()
        self.rfile.close()


class _SocketWriter(io.BufferedIOBase):
    """Sends what is written."""

    def __init__(self, connection):
        self._sock = connection

    def writable(self):
        return True

    def write(self, b):
        self._sock.sendall(b)
        return memoryview(b).nbytes

    def fileno(self):
        return self._sock.fileno()


class DatagramRequestHandler(BaseRequestHandler):
    """A request that is a datagram."""

    def setup(self):
        """Open the files."""
        self.packet, self.socket = self.request
        self.rfile, self.wfile = io.BytesIO(self.packet), io.BytesIO()

    def finish(self):
        """Send the answer."""
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
