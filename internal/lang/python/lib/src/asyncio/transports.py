"""What protocols would write to: there are no connections, and so none of them."""

__all__ = ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport', 'SubprocessTransport')


class BaseTransport:
    """What all have."""
    __slots__ = ('_extra',)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

    def _missing(self, *args):
        raise NotImplementedError

    is_closing = close = set_protocol = get_protocol = _missing


class ReadTransport(BaseTransport):
    """One that can be read."""
    __slots__ = ()
    is_reading = pause_reading = resume_reading = BaseTransport._missing


class WriteTransport(BaseTransport):
    """One that can be written to."""
    __slots__ = ()
    set_write_buffer_limits = get_write_buffer_size = get_write_buffer_limits = write = BaseTransport._missing
    write_eof = can_write_eof = abort = BaseTransport._missing

    def writelines(self, list_of_data):
        self.write(b''.join(list_of_data))


class Transport(ReadTransport, WriteTransport):
    """One of a stream."""
    __slots__ = ()


class DatagramTransport(BaseTransport):
    """One of datagrams."""
    __slots__ = ()
    sendto = abort = BaseTransport._missing


class SubprocessTransport(BaseTransport):
    """One of a process."""
    __slots__ = ()
    get_pid = get_returncode = get_pipe_transport = send_signal = terminate = kill = BaseTransport._missing
