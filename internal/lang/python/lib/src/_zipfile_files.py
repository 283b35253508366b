"""The files within an archive, as they are read and written."""

import io
import zlib

from _zipfile_info import HAS_DESCRIPTOR, METHODS, MOST, ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, BadZipFile

CHUNK = 1 << 16


def check_method(method):
    """Refuse a method that nothing is written with."""
    if method == ZIP_BZIP2:
        raise RuntimeError("Compression requires the (missing) bz2 module")
    if method == 14:
        raise RuntimeError("Compression requires the (missing) lzma module")
    if method not in (ZIP_STORED, ZIP_DEFLATED):
        raise NotImplementedError("That compression method is not supported")


class _Stored:
    """What isn't compressed."""

    unconsumed_tail = b""
    eof = False

    def decompress(self, data, limit=0):
        return data


class _Bzip2:
    """What bzip2 compressed."""

    unconsumed_tail = b""

    def __init__(self):
        import bz2

        self.inner = bz2.BZ2Decompressor()

    @property
    def eof(self):
        return self.inner.eof

    def decompress(self, data, limit=0):
        return self.inner.decompress(data)


def _decompressor(method):
    if method == ZIP_STORED:
        return _Stored()
    if method == ZIP_DEFLATED:
        return zlib.decompressobj(-15)
    if method == ZIP_BZIP2:
        return _Bzip2()
    if method in METHODS:
        raise NotImplementedError("compression type %d (%s)" % (method, METHODS[method]))
    raise NotImplementedError("compression type %d" % method)


class Part:
    """Some bytes of the archive's file, which others read, too."""

    def __init__(self, file, at, size, archive):
        self.file, self.at, self.left, self.archive = file, at, size, archive

    def read(self, size):
        if self.archive._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. "
                             "Close the writing handle before trying to read.")
        self.file.seek(self.at)
        data = self.file.read(min(size, self.left))
        self.at += len(data)
        self.left -= len(data)
        return data


class ZipExtFile(io.BufferedIOBase):
    """A file of an archive, to be read."""

    __module__ = "zipfile"

    def __init__(self, part, info, mode="r", keys=None, on_close=None):
        self._part, self._info, self._keys, self._on_close = part, info, keys, on_close
        self._begin = part.at, part.left
        self.mode, self.name, self.newlines = mode, info.filename, None
        self._start()

    def _start(self):
        self._part.at, self._part.left = self._begin
        self._unpack = _decompressor(self._info.compress_type)
        self._crc, self._left = 0, self._info.file_size  # of what wasn't unpacked yet
        self._buffer, self._at, self._place = b"", 0, 0
        self._decrypt = self._keys() if self._keys else None
        self._checked = False

    def __repr__(self):
        text = ["<%s.%s" % (type(self).__module__, type(self).__qualname__)]
        if self.closed:
            return text[0] + " [closed]>"
        text.append("name=%r mode=%r" % (self.name, self.mode))
        if self._info.compress_type != ZIP_STORED:
            text.append("compress_type=%s" % METHODS.get(self._info.compress_type, self._info.compress_type))
        return " ".join(text) + ">"

    def _more(self, size):
        """Unpack some bytes, empty at the end."""
        while self._left > 0:
            data = self._unpack.unconsumed_tail
            if not data:
                data = self._part.read(CHUNK)
                if self._decrypt:
                    data = self._decrypt(data)
                if not data and self._info.compress_type == ZIP_STORED:
                    raise EOFError
            out = self._unpack.decompress(data, max(size, 4096))[:self._left]
            ended = not data or self._unpack.eof
            self._left -= len(out)
            self._crc = zlib.crc32(out, self._crc)
            if ended and not out:
                if self._info.file_size and not self._unpack.eof:
                    raise EOFError("Compressed file ended before the end-of-stream marker was reached") if not data else EOFError
                self._left = 0
            if self._left <= 0:
                self._check()
            if out:
                return out
        self._check()
        return b""

    def _check(self):
        if not self._checked and self._crc != self._info.CRC:
            raise BadZipFile("Bad CRC-32 for file %r" % self.name)
        self._checked = True

    def read(self, n=-1):
        """So many bytes, or all that are left."""
        if self.closed:
            raise ValueError("read from closed file.")
        parts = [self._buffer[self._at:]] if n is None or n < 0 else [self._buffer[self._at:self._at + n]]
        got = len(parts[0])
        self._at += got
        while n is None or n < 0 or got < n:
            data = self._more(CHUNK if n is None or n < 0 else n - got)
            if not data:
                break
            if n is not None and 0 <= n < got + len(data):
                self._buffer, self._at = data, n - got
                data = data[:n - got]
            parts.append(data)
            got += len(data)
        self._place += got
        return b"".join(parts)

    def read1(self, n=-1):
        """What can be had at once, at most so many bytes."""
        if self._at < len(self._buffer):
            have = len(self._buffer) - self._at
            return self.read(have if n is None or n < 0 else min(have, n))
        if n == 0:
            return b""
        self._fill()
        have = len(self._buffer) - self._at
        return self.read(have if n is None or n < 0 else min(have, n))

    def _fill(self):
        data = self._more(CHUNK)
        if data:
            self._buffer, self._at = self._buffer[self._at:] + data, 0
        return data

    def peek(self, n=1):
        """Bytes that are read again."""
        while len(self._buffer) - self._at < n and self._fill():
            pass
        return self._buffer[self._at:self._at + 512] if n <= 512 else self._buffer[self._at:]

    def readline(self, limit=-1):
        """The next line."""
        if limit is None:
            limit = -1
        found, searched = -1, 0
        while True:
            found = self._buffer.find(b"\n", self._at + searched)
            have = len(self._buffer) - self._at
            if found >= 0 or 0 <= limit <= have:
                break
            searched = have
            if not self._fill():
                break
        end = have if found < 0 else found + 1 - self._at
        return self.read(end if limit < 0 else min(end, limit))

    def readable(self):
        """True."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return True

    def seekable(self):
        """Whether the archive's file is."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self._part.file.seekable()

    def seek(self, offset, whence=0):
        """Go to a place, which reads all that is before it."""
        if self.closed:
            raise ValueError("seek on closed file.")
        if whence not in (0, 1, 2):
            raise ValueError("whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)")
        to = min(max(offset + (0, self._place, self._info.file_size)[whence], 0), self._info.file_size)
        if to < self._place:
            self._start()
        while self._place < to and self.read(min(to - self._place, CHUNK)):
            pass
        return self._place

    def tell(self):
        """The place."""
        if self.closed:
            raise ValueError("tell on closed file.")
        return self._place

    def close(self):
        """No more is read."""
        if not self.closed and self._on_close:
            self._on_close()
        super().close()


class ZipWriter(io.BufferedIOBase):
    """A file of an archive, to be written."""

    __module__, __qualname__ = "zipfile", "_ZipWriteFile"

    def __init__(self, archive, info):
        self._archive, self._info = archive, info
        self._pack = None
        if info.compress_type == ZIP_DEFLATED:
            level = info._compresslevel
            self._pack = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)
        self._crc = self._size = self._packed = 0

    def writable(self):
        """True."""
        return True

    def write(self, data):
        """Write more."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        data = data if isinstance(data, (bytes, bytearray)) else memoryview(data).tobytes()
        self._size += len(data)
        self._crc = zlib.crc32(data, self._crc)
        self._put(self._pack.compress(data) if self._pack else data)
        return len(data)

    def _put(self, data):
        self._packed += len(data)
        self._archive.fp.write(data)

    def close(self):
        """Write what is left, and into the file's head how long it is."""
        if self.closed:
            return
        try:
            super().close()
            if self._pack:
                self._put(self._pack.flush())
            info, archive = self._info, self._archive
            info.CRC, info.file_size, info.compress_size = self._crc, self._size, self._packed
            if max(self._size, self._packed) >= MOST:
                raise RuntimeError("File size too large, try using force_zip64")
            if info.flag_bits & HAS_DESCRIPTOR:
                archive.fp.write(b"PK\7\10" + b"".join(n.to_bytes(4, "little") for n in (self._crc, self._packed, self._size)))
                archive.start_dir = archive.fp.tell()
            else:
                archive.start_dir = archive.fp.tell()
                archive.fp.seek(info.header_offset)
                archive.fp.write(info.local())
                archive.fp.seek(archive.start_dir)
            archive._append(info)
        finally:
            self._archive._writing = False
