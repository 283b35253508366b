"""The classes of codecs that work on what comes in pieces, and on files."""


def complete(name, data):
    """How many of the bytes are whole characters."""
    n = len(data)
    if name in ("utf-8", "utf-8-sig"):
        for back in range(1, min(4, n) + 1):
            b = data[n - back]
            if 0xc2 <= b <= 0xf4:
                needs = 2 if b < 0xe0 else 3 if b < 0xf0 else 4
                return n - back if needs > back else n
            if b < 0x80 or b >= 0xc0:
                return n
        return n
    if name.startswith("utf-16"):
        n -= n % 2
        big = name.endswith("be")
        if n >= 2 and data[n - 2 if big else n - 1] & 0xfc == 0xd8:
            return n - 2
        return n
    if name in _LEADS:  # what isn't a first byte ends a character, and those after it are pairs
        return n - (n - len(data.rstrip(_LEADS[name]))) % 2
    return n - n % 4 if name.startswith("utf-32") else n


# The bytes that may be the first of a character's two.
_LEADS = dict.fromkeys(("gbk", "gb2312", "euc_kr", "cp949"), bytes(range(0x80, 0x100)))
_LEADS |= dict.fromkeys(("shift_jis", "cp932"), bytes([*range(0x81, 0xa0), *range(0xe0, 0xfd)]))


class Codec:
    """What codecs are derived from."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes what comes in pieces."""

    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        return 0

    def setstate(self, state):
        """Go back to a state."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """One that keeps what isn't whole."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes what comes in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        """Go back to a state."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """One that keeps what isn't whole."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _Stream:
    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamWriter(_Stream, Codec):
    """Writes texts to a file of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        """Begin anew."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)


class StreamReader(_Stream, Codec):
    """Reads texts from a file of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self._bytes, self._text = b"", ""

    def _more(self, n=-1):
        """Read more; whether there was any."""
        new = self.stream.read() if n < 0 else self.stream.read(n)
        data = self._bytes + new
        text, used = self.decode(data, self.errors)
        if not new and data and used < len(data):
            text, used = bytes(data).decode("utf-8", self.errors), len(data)
        self._bytes = data[used:]
        self._text = self._text + text if self._text else text
        return bool(new)

    def read(self, size=-1, chars=-1, firstline=False):
        if chars < 0 and size < 0:
            self._more()
            out, self._text = self._text, ""
            return out
        want = chars if chars >= 0 else size
        while len(self._text) < want and self._more(max(size, want, 72)):
            if chars < 0:
                break
        out, self._text = self._text[:want], self._text[want:]
        return out

    def readline(self, size=None, keepends=True):
        while True:
            lines = self._text.splitlines(True)
            if len(lines) > 1 or lines and lines[0].endswith("\n"):
                break
            if not self._more(72):
                break
        if not lines:
            return ""
        line, self._text = lines[0], "".join(lines[1:])
        return line if keepends else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._bytes, self._text = b"", ""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class BytesReader(StreamReader):
    """Reads what a codec has made of bytes: bytes."""

    def __init__(self, stream, errors="strict"):
        super().__init__(stream, errors)
        self._data = None

    def _all(self):
        if self._data is None:
            import io
            self._data = io.BytesIO(self.decode(self.stream.read(), self.errors)[0])
        return self._data

    def read(self, size=-1, chars=-1, firstline=False):
        return self._all().read(chars if chars >= 0 else size)

    def readline(self, size=None, keepends=True):
        line = self._all().readline()
        return line if keepends else line.rstrip(b"\r\n")

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._data = None

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class StreamReaderWriter(_Stream):
    """Reads and writes texts of a file of bytes."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()


class StreamRecoder(StreamReaderWriter):
    """A file of another encoding than what is read and written of it."""

    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        super().__init__(stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None, keepends=True):
        return self.encode(self.reader.readline(), self.errors)[0]

    def readlines(self, sizehint=None):
        return self.read().splitlines(True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b"".join(list))
