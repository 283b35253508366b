"""Conversations of events: importable, and refused on use, since a program in a sandbox has no network."""

import asyncore
import warnings
from collections import deque

warnings._deprecated(__name__, asyncore._DEPRECATION, remove=(3, 12))


class async_chat(asyncore.dispatcher):
    """Collects what comes up to a terminator, and queues what is to go."""

    ac_in_buffer_size = ac_out_buffer_size = 65536
    use_encoding = False
    encoding = "latin-1"

    def __init__(self, sock=None, map=None):
        self.ac_in_buffer = b""
        self.incoming = []
        self.producer_fifo = deque()
        super().__init__(sock, map)

    def collect_incoming_data(self, data):
        raise NotImplementedError("must be implemented in subclass")

    def found_terminator(self):
        raise NotImplementedError("must be implemented in subclass")

    def _collect_incoming_data(self, data):
        self.incoming.append(data)

    def _get_data(self):
        data, self.incoming = b"".join(self.incoming), []
        return data

    def set_terminator(self, term):
        if isinstance(term, str) and self.use_encoding:
            term = term.encode(self.encoding)
        elif isinstance(term, int) and term < 0:
            raise ValueError("the number of received bytes must be positive")
        self.terminator = term

    def get_terminator(self):
        return self.terminator

    def push(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("data argument must be byte-ish (%r)", type(data))
        self.producer_fifo.append(bytes(data))

    def push_with_producer(self, producer):
        self.producer_fifo.append(producer)

    def close_when_done(self):
        self.producer_fifo.append(None)

    def discard_buffers(self):
        self.ac_in_buffer = b""
        self.incoming.clear()
        self.producer_fifo.clear()


class simple_producer:
    """Gives bytes in pieces."""

    def __init__(self, data, buffer_size=512):
        self.data, self.buffer_size = data, buffer_size

    def more(self):
        piece, self.data = self.data[:self.buffer_size], self.data[self.buffer_size:]
        return piece


def find_prefix_at_end(haystack, needle):
    """How many of the needle's first characters the haystack ends with, but not with all of them."""
    for n in range(min(len(needle) - 1, len(haystack)), 0, -1):
        if haystack.endswith(needle[:n]):
            return n
    return 0
