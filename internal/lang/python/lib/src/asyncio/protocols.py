__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    """What a transport tells."""
    __slots__ = ()

    def connection_made(self, transport):
        """It begins."""

    def connection_lost(self, exc):
        """It has ended."""

    def pause_writing(self):
        """Its buffer is full."""

    def resume_writing(self):
        """Its buffer has room."""


class Protocol(BaseProtocol):
    """Of a stream."""
    __slots__ = ()

    def data_received(self, data):
        """Bytes came."""

    def eof_received(self):
        """No more come."""


class BufferedProtocol(BaseProtocol):
    """Of a stream that is read into buffers of the protocol's."""
    __slots__ = ()

    def get_buffer(self, sizehint):
        """Where bytes are to go."""

    def buffer_updated(self, nbytes):
        """Bytes are there."""

    def eof_received(self):
        """No more come."""


class DatagramProtocol(BaseProtocol):
    """Of datagrams."""
    __slots__ = ()

    def datagram_received(self, data, addr):
        """One came."""

    def error_received(self, exc):
        """One failed."""


class SubprocessProtocol(BaseProtocol):
    """Of a process."""
    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """It has written."""

    def pipe_connection_lost(self, fd, exc):
        """It writes no more."""

    def process_exited(self):
        """It has ended."""
