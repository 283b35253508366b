"""Files: of text and of bytes, on disk and in memory."""

import abc

import _io
from _io import (
    DEFAULT_BUFFER_SIZE, BlockingIOError, UnsupportedOperation, open, open_code, text_encoding,
    FileIO, BytesIO, StringIO, BufferedReader, BufferedWriter, BufferedRandom, TextIOWrapper,
)

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
    "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase",
    "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
    "IncrementalNewlineDecoder",
]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class IOBase(metaclass=abc.ABCMeta):
    """What all files have in common. Subclasses override what they can do."""

    __closed = False

    def __new__(cls, *args, **kwargs):
        return super().__new__(cls)

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, offset, whence=0):
        """Change the position."""
        self._unsupported("seek")

    def tell(self):
        """Return the position."""
        return self.seek(0, 1)

    def truncate(self, size=None):
        """Change the size."""
        self._unsupported("truncate")

    def fileno(self):
        """Return the file descriptor."""
        self._unsupported("fileno")

    def flush(self):
        """Write what is held back."""
        self._checkClosed()

    def close(self):
        """Flush and close. It has no effect on a closed file."""
        if not self.__closed:
            try:
                self.flush()
            finally:
                self.__closed = True

    @property
    def closed(self):
        return self.__closed

    def readable(self):
        """Report whether it can be read."""
        return False

    def writable(self):
        """Report whether it can be written."""
        return False

    def seekable(self):
        """Report whether the position can be changed."""
        return False

    def isatty(self):
        """Report whether it is a terminal."""
        self._checkClosed()
        return False

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable." if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable." if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable." if msg is None else msg)

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def readline(self, size=-1):
        """Read a line of at most size bytes."""
        line = bytearray()
        limit = -1 if size is None else size
        while limit < 0 or len(line) < limit:
            part = self.read(1)
            if not part:
                break
            line += part
            if part.endswith(b"\n"):
                break
        return bytes(line)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None):
        """Read all lines, or lines of about hint bytes."""
        if hint is None or hint <= 0:
            return list(self)
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if size >= hint:
                break
        return lines

    def writelines(self, lines):
        """Write each of the lines."""
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Files of bytes that aren't buffered."""

    def read(self, size=-1):
        """Read up to size bytes."""
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        n = self.readinto(buffer)
        if n is None:
            return None
        del buffer[n:]
        return bytes(buffer)

    def readall(self):
        """Read until the end."""
        result = bytearray()
        while part := self.read(DEFAULT_BUFFER_SIZE):
            result += part
        return bytes(result) if result else part

    def readinto(self, buffer):
        """Read into a buffer."""
        self._unsupported("readinto")

    def write(self, data):
        """Write bytes."""
        self._unsupported("write")


class BufferedIOBase(IOBase):
    """Files of bytes that are buffered."""

    def read(self, size=-1):
        """Read up to size bytes."""
        self._unsupported("read")

    def read1(self, size=-1):
        """Read up to size bytes with one read at most."""
        self._unsupported("read1")

    def _into(self, buffer, read):
        data = read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readinto(self, buffer):
        """Read into a buffer."""
        return self._into(buffer, self.read)

    def readinto1(self, buffer):
        """Read into a buffer with one read at most."""
        return self._into(buffer, self.read1)

    def write(self, data):
        """Write bytes."""
        self._unsupported("write")

    def detach(self):
        """Separate what is below."""
        self._unsupported("detach")


class TextIOBase(IOBase):
    """Files of text."""

    def read(self, size=-1):
        """Read up to size characters."""
        self._unsupported("read")

    def write(self, text):
        """Write a text."""
        self._unsupported("write")

    def readline(self, size=-1):
        """Read a line."""
        self._unsupported("readline")

    def detach(self):
        """Separate the buffer."""
        self._unsupported("detach")

    @property
    def encoding(self):
        return None

    @property
    def newlines(self):
        return None

    @property
    def errors(self):
        return None


class BufferedRWPair(BufferedIOBase):
    """A file to read from and another to write to."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self.reader = BufferedReader(reader)
        self.writer = BufferedWriter(writer)

    def read(self, size=-1):
        return self.reader.read(size)

    def read1(self, size=-1):
        return self.reader.read1(size)

    def readinto(self, buffer):
        return self.reader.readinto(buffer)

    def peek(self, size=0):
        return self.reader.peek(size)

    def write(self, data):
        return self.writer.write(data)

    def flush(self):
        return self.writer.flush()

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    @property
    def closed(self):
        return self.writer.closed


class IncrementalNewlineDecoder:
    """Has all line ends be newlines."""

    def __init__(self, decoder, translate, errors="strict"):
        self._decoder = decoder
        self._translate = translate
        self._pending = False

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        if self._pending and (text or final):
            text = "\r" + text
            self._pending = False
        if text.endswith("\r") and not final:
            text = text[:-1]
            self._pending = True
        if self._translate:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def reset(self):
        self._pending = False
        if self._decoder is not None:
            self._decoder.reset()


RawIOBase.register(FileIO)
for _class in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
del _class


def __getattr__(name):
    if name == "OpenWrapper":
        return open
    raise AttributeError(f"module 'io' has no attribute {name!r}")
