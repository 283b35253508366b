"""The headers of archives of tar."""

NUL = b"\0"
BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
LENGTH_NAME, LENGTH_LINK, LENGTH_PREFIX = 100, 100, 155

REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE = b"0", b"\0", b"1", b"2", b"3", b"4", b"5", b"6", b"7"
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b"L", b"K", b"S"
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b"x", b"g", b"X"
SUPPORTED_TYPES = (REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE, GNUTYPE_LONGNAME, GNUTYPE_LONGLINK,
                   GNUTYPE_SPARSE)
REGULAR_TYPES = (REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE)
GNU_TYPES = (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
PAX_FIELDS = ("path", "linkpath", "size", "mtime", "uid", "gid", "uname", "gname")
PAX_NAME_FIELDS = {"path", "linkpath", "uname", "gname"}
PAX_NUMBER_FIELDS = {"atime": float, "ctime": float, "mtime": float, "uid": int, "gid": int, "size": int}


class TarError(Exception):
    """What archives can go wrong with."""


class ExtractError(TarError):
    """A member can't be extracted."""


class ReadError(TarError):
    """An archive can't be read."""


class CompressionError(TarError):
    """An archive is compressed in a way that isn't there."""


class StreamError(TarError):
    """An archive that is gone through once was gone back in."""


class HeaderError(TarError):
    """A header is wrong."""


class EmptyHeaderError(HeaderError):
    """There is no header."""


class TruncatedHeaderError(HeaderError):
    """A header ends too early."""


class EOFHeaderError(HeaderError):
    """A header is the mark of the end."""


class InvalidHeaderError(HeaderError):
    """A header isn't one."""


class SubsequentHeaderError(HeaderError):
    """The header that another one is about is wrong."""


for _class in (TarError, ExtractError, ReadError, CompressionError, StreamError, HeaderError, EmptyHeaderError, TruncatedHeaderError,
               EOFHeaderError, InvalidHeaderError, SubsequentHeaderError):
    _class.__module__ = "tarfile"
del _class


def stn(s, length, encoding, errors):
    """A text as a field of so many bytes."""
    if s is None:
        raise ValueError("metadata cannot contain None")
    return s.encode(encoding, errors)[:length].ljust(length, NUL)


def nts(s, encoding, errors):
    """The text of a field."""
    return s.partition(NUL)[0].decode(encoding, errors)


def nti(s):
    """The number of a field: in octal digits, or, where it is large or negative, in bytes."""
    if s[0] in (0o200, 0o377):
        n = int.from_bytes(s[1:], "big")
        return n - 256 ** (len(s) - 1) if s[0] == 0o377 else n
    try:
        return int(nts(s, "ascii", "strict").strip() or "0", 8)
    except ValueError:
        raise InvalidHeaderError("invalid header") from None


def itn(n, digits=8, format=0):
    """A number as a field."""
    n = int(n)
    if 0 <= n < 8 ** (digits - 1):
        return b"%0*o" % (digits - 1, n) + NUL
    if format == 1 and -256 ** (digits - 1) <= n < 256 ** (digits - 1):
        return (b"\x80" if n >= 0 else b"\xff") + (n % 256 ** (digits - 1)).to_bytes(digits - 1, "big")
    raise ValueError("overflow in number field")


def calc_chksums(buf):
    """The sums of a header's bytes, of unsigned and of signed ones, its own field taken as spaces."""
    rest = buf[:148] + buf[156:512]
    unsigned = 256 + sum(rest)
    return unsigned, unsigned - 256 * sum(b > 127 for b in rest)


def build_header(info, format, encoding, errors):
    """The block of a header."""
    device = info.get("type") in (CHRTYPE, BLKTYPE)
    major, minor = (itn(info.get(key, 0), 8, format) if device else stn("", 8, encoding, errors) for key in ("devmajor", "devminor"))
    kind = info.get("type", REGTYPE)
    if kind is None:
        raise ValueError("TarInfo.type must not be None")
    buf = b"".join([
        stn(info.get("name", ""), 100, encoding, errors), itn(info.get("mode", 0) & 0o7777, 8, format), itn(info.get("uid", 0), 8, format),
        itn(info.get("gid", 0), 8, format), itn(info.get("size", 0), 12, format), itn(info.get("mtime", 0), 12, format), b"        ", kind,
        stn(info.get("linkname", ""), 100, encoding, errors), info.get("magic", b"ustar\x0000"), stn(info.get("uname", ""), 32, encoding, errors),
        stn(info.get("gname", ""), 32, encoding, errors), major, minor, stn(info.get("prefix", ""), 155, encoding, errors)])
    buf = buf.ljust(BLOCKSIZE, NUL)
    return buf[:148] + b"%06o\0 " % calc_chksums(buf)[0] + buf[156:]


def pax_records(records, encoding):
    """The records of an extended header: each begins with its length, which counts itself."""
    binary = any(not _is_utf8(value) for value in records.values())
    out = b"21 hdrcharset=BINARY\n" if binary else b""
    for key, value in records.items():
        value = value.encode(encoding, "surrogateescape") if binary else value.encode("utf-8")
        rest = len(key.encode("utf-8")) + len(value) + 3
        n = rest + len(str(rest))
        while n != rest + len(str(n)):
            n = rest + len(str(n))
        out += b"%d %s=%s\n" % (n, key.encode("utf-8"), value)
    return out


def _is_utf8(value):
    try:
        value.encode("utf-8", "strict")
        return True
    except UnicodeEncodeError:
        return False


def parse_pax(data, records, encoding, errors):
    """Read records of an extended header into a dictionary."""
    at, binary = 0, False
    while at < len(data) and data[at]:
        space = data.find(b" ", at, at + 21)
        digits = data[at:space] if space > 0 else b""
        if not digits.isdigit():
            raise InvalidHeaderError("invalid header")
        length = int(digits)
        key, equals, value = data[space + 1:at + length - 1].partition(b"=")
        if length < 5 or at + length > len(data) or not equals or not key or data[at + length - 1] != 10:
            raise InvalidHeaderError("invalid header")
        key = key.decode("utf-8", errors)
        if key == "hdrcharset":
            binary = value == b"BINARY"
        records[key] = _pax_text(value, binary and key in PAX_NAME_FIELDS, encoding, errors)
        at += length


def _pax_text(value, binary, encoding, errors):
    if not binary:
        try:
            return value.decode("utf-8", "strict")
        except UnicodeDecodeError:
            pass
    return value.decode(encoding, errors)
