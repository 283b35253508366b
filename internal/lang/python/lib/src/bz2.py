"""Files that bzip2 compresses."""

import _bz2
from _compression import CompressedFile, check_mode, open_text

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]

BZ2Decompressor = _bz2.decompressor
BZ2Compressor = _bz2.compressor


def compress(data, compresslevel=9):
    """Compressed data."""
    writer = BZ2Compressor(compresslevel)
    return writer.compress(data) + writer.flush()


def decompress(data):
    """What was compressed."""
    parts = []
    while data:
        reader = BZ2Decompressor()
        try:
            out = reader.decompress(data)
        except OSError:
            if parts:
                break  # what follows is no stream
            raise
        if not reader.eof:
            raise ValueError("Compressed data ended before the end-of-stream marker was reached")
        parts.append(out)
        data = reader.unused_data
    return b"".join(parts)


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Open a file that is compressed, as bytes or as text."""
    check_mode(mode, encoding, errors, newline)
    return open_text(BZ2File(filename, mode.replace("t", ""), compresslevel=compresslevel), mode, encoding, errors, newline)


class BZ2File(CompressedFile):
    """A file that is compressed."""

    _bad_mode = "Invalid mode: %r"

    def __init__(self, filename, mode="r", *, compresslevel=9):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        self._open(filename, mode, BZ2Decompressor, lambda: BZ2Compressor(compresslevel), OSError)

    def readline(self, size=-1):
        """The next line."""
        if not isinstance(size, int):
            if not hasattr(size, "__index__"):
                raise TypeError("Integer argument expected")
            size = size.__index__()
        return super().readline(size)
