"""Files of chunks, each with a name of four characters and a size."""

import warnings

warnings._deprecated(__name__, remove=(3, 13))


class Chunk:
    """A chunk, to be read."""

    def __init__(self, file, align=True, bigendian=True, inclheader=False):
        self.closed, self.align, self.file = False, align, file
        self.chunkname = file.read(4)
        size = file.read(4)
        if len(self.chunkname) < 4 or len(size) < 4:
            raise EOFError
        self.chunksize = int.from_bytes(size, "big" if bigendian else "little") - (8 if inclheader else 0)
        self.size_read = 0
        try:
            self.offset, self.seekable = file.tell(), True
        except (AttributeError, OSError):
            self.seekable = False

    def getname(self):
        """The name."""
        return self.chunkname

    def getsize(self):
        """The size."""
        return self.chunksize

    def close(self):
        """Go to the end of the chunk."""
        if not self.closed:
            try:
                self.skip()
            finally:
                self.closed = True

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def isatty(self):
        self._check()
        return False

    def seek(self, pos, whence=0):
        """Go to a place in the chunk."""
        self._check()
        if not self.seekable:
            raise OSError("cannot seek")
        pos += (0, self.size_read, self.chunksize)[whence]
        if pos < 0 or pos > self.chunksize:
            raise RuntimeError
        self.file.seek(self.offset + pos, 0)
        self.size_read = pos

    def tell(self):
        self._check()
        return self.size_read

    def read(self, size=-1):
        """So many bytes, or those that are left."""
        self._check()
        if self.size_read >= self.chunksize:
            return b""
        left = self.chunksize - self.size_read
        data = self.file.read(left if size < 0 else min(size, left))
        self.size_read += len(data)
        if self.size_read == self.chunksize and self.align and self.chunksize & 1:
            self.size_read += len(self.file.read(1))
        return data

    def skip(self):
        """Go over what is left."""
        self._check()
        if self.seekable:
            try:
                n = self.chunksize - self.size_read
                n += self.align and self.chunksize & 1
                self.file.seek(n, 1)
                self.size_read += n
                return
            except OSError:
                pass
        while self.size_read < self.chunksize:
            if not self.read(min(8192, self.chunksize - self.size_read)):
                raise EOFError
