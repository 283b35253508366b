"""Files that LZMA compresses: .xz and .lzma."""

import _lzma
from _compression import CompressedFile, check_mode, open_text
from _lzma import LZMAError

__all__ = [
    "CHECK_NONE", "CHECK_CRC32", "CHECK_CRC64", "CHECK_SHA256", "CHECK_ID_MAX", "CHECK_UNKNOWN", "FILTER_LZMA1", "FILTER_LZMA2",
    "FILTER_DELTA", "FILTER_X86", "FILTER_IA64", "FILTER_ARM", "FILTER_ARMTHUMB", "FILTER_POWERPC", "FILTER_SPARC", "FORMAT_AUTO",
    "FORMAT_XZ", "FORMAT_ALONE", "FORMAT_RAW", "MF_HC3", "MF_HC4", "MF_BT2", "MF_BT3", "MF_BT4", "MODE_FAST", "MODE_NORMAL",
    "PRESET_DEFAULT", "PRESET_EXTREME", "LZMACompressor", "LZMADecompressor", "LZMAFile", "LZMAError", "open", "compress", "decompress",
    "is_check_supported"]

FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW = range(4)
CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256, CHECK_ID_MAX, CHECK_UNKNOWN = 0, 1, 4, 10, 15, 16
FILTER_LZMA1, FILTER_LZMA2, FILTER_DELTA, FILTER_X86, FILTER_IA64 = 0x4000000000000001, 33, 3, 4, 6
FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC, FILTER_POWERPC = 7, 8, 9, 5
MF_HC3, MF_HC4, MF_BT2, MF_BT3, MF_BT4 = 3, 4, 18, 19, 20
MODE_FAST, MODE_NORMAL = 1, 2
PRESET_DEFAULT, PRESET_EXTREME = 6, 1 << 31

_SIZES = (18, 20, 21, 22, 22, 23, 23, 24, 25, 26)  # of dictionaries by preset: powers of two
_DEPTHS = (4, 8, 12, 16, 24, 32, 48, 64, 96, 128)  # places that are looked at for a match
_KEYS = {"id", "preset", "dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth"}
_BCJ = (FILTER_X86, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC, FILTER_POWERPC)


def _number(x):
    if not isinstance(x, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(x).__name__)
    return x


def _bad():
    raise LZMAError("Invalid or unsupported options")


def _preset(preset):
    """What a preset stands for: a dictionary and how hard is looked for matches."""
    level = preset & 31
    if preset < 0 or level > 9 or preset & ~(31 | PRESET_EXTREME):
        _bad()
    return {"lc": 3, "lp": 0, "pb": 2, "dict_size": 1 << _SIZES[level], "depth": _DEPTHS[level] * (2 if preset & PRESET_EXTREME else 1)}


def _filter(spec):
    """A filter's number and its options."""
    if not hasattr(spec, "keys"):
        raise TypeError("Filter specifier must be a dict or dict-like object")
    if "id" not in spec:
        raise ValueError('Filter specifier must have an "id" entry')
    number = _number(spec["id"])
    if number in (FILTER_LZMA1, FILTER_LZMA2):
        if set(spec) - _KEYS:
            raise ValueError("Invalid filter specifier for LZMA filter")
        options = _preset(_number(spec.get("preset", PRESET_DEFAULT)))
        options.update((key, _number(spec[key])) for key in spec if key in ("lc", "lp", "pb", "dict_size"))
    elif number == FILTER_DELTA:
        if set(spec) - {"id", "dist"}:
            raise ValueError("Invalid filter specifier for delta filter")
        options = {"dist": _number(spec.get("dist", 1))}
    elif number in _BCJ:
        if set(spec) - {"id", "start_offset"}:
            raise ValueError("Invalid filter specifier for BCJ filter")
        options = {}
    else:
        raise ValueError("Invalid filter ID: %d" % number)
    return number, options


def _chain(filters):
    """A chain of filters as the host has it, and how hard is looked for matches."""
    if len(filters) > 4:
        raise ValueError("Too many filters - liblzma supports a maximum of 4")
    parts = [_filter(filters[i]) for i in range(len(filters))]
    if not parts:
        raise LZMAError("Internal error")
    last, options = parts[-1]
    if last not in (FILTER_LZMA1, FILTER_LZMA2) or any(number != FILTER_DELTA for number, _ in parts[:-1]):
        _bad()
    chain = (int(last == FILTER_LZMA1), options["lc"], options["lp"], options["pb"], options["dict_size"],
             *(other["dist"] for _, other in parts[:-1]))
    return chain, options["depth"]


class LZMACompressor:
    """Compresses a stream."""

    __module__ = "_lzma"
    __slots__ = ("_encoder", "__weakref__")

    def __init__(self, format=FORMAT_XZ, check=-1, preset=None, filters=None):
        if preset is not None and filters is not None:
            raise ValueError("Cannot specify both preset and filter chain")
        if format != FORMAT_XZ and check not in (-1, CHECK_NONE):
            raise ValueError("Integrity checks are only supported by FORMAT_XZ")
        if format not in (FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW):
            raise ValueError("Invalid container format: %d" % format)
        if format == FORMAT_RAW and filters is None:
            raise ValueError("Must specify filters for FORMAT_RAW")
        if filters is None:
            if preset is not None and not isinstance(preset, int):
                raise TypeError("an integer is required")
            number = FILTER_LZMA2 if format == FORMAT_XZ else FILTER_LZMA1
            filters = [{"id": number, "preset": PRESET_DEFAULT if preset is None else preset}]
        elif format == FORMAT_ALONE and (len(filters) != 1 or _filter(filters[0])[0] != FILTER_LZMA1):
            raise ValueError("Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter")
        chain, depth = _chain(filters)
        if format == FORMAT_XZ:
            check = CHECK_CRC64 if check == -1 else check
            if not 0 <= check <= CHECK_ID_MAX:
                raise LZMAError("Internal error")
            if not is_check_supported(check):
                raise LZMAError("Unsupported integrity check")
            if chain[0]:
                _bad()
        self._encoder = _lzma.encoder(format, max(check, 0), chain, depth)

    def compress(self, data, /):
        """Compress data; what is ready of the stream."""
        return self._encoder.compress(data)

    def flush(self):
        """The rest of the stream."""
        return self._encoder.flush()


class LZMADecompressor:
    """Decompresses a stream."""

    __module__ = "_lzma"
    __slots__ = ("_decoder", "__weakref__")

    def __init__(self, format=FORMAT_AUTO, memlimit=None, filters=None):
        if format == FORMAT_RAW and memlimit is not None:
            raise ValueError("Cannot specify memory limit with FORMAT_RAW")
        if format == FORMAT_RAW and filters is None:
            raise ValueError("Must specify filters for FORMAT_RAW")
        if format != FORMAT_RAW and filters is not None:
            raise ValueError("Cannot specify filters except with FORMAT_RAW")
        if format not in (FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW):
            raise ValueError("Invalid container format: %d" % format)
        self._decoder = _lzma.decoder(format, memlimit, _chain(filters)[0] if format == FORMAT_RAW else ())

    def decompress(self, data, max_length=-1):
        """Decompress data, to at most so many bytes where that isn't negative."""
        return self._decoder.decompress(data, max_length)

    @property
    def check(self):
        """The check that the stream has, or CHECK_UNKNOWN."""
        return self._decoder.check

    @property
    def eof(self):
        """True if the stream has ended."""
        return self._decoder.eof

    @property
    def needs_input(self):
        """True if there is nothing more without more data."""
        return self._decoder.needs_input

    @property
    def unused_data(self):
        """What followed the stream."""
        return self._decoder.unused_data


def is_check_supported(check_id, /):
    """True for the checks that there are."""
    return _number(check_id) in (CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256)


def _encode_filter_properties(filter):
    number, options = _filter(filter)
    if number == FILTER_DELTA:
        return bytes([options["dist"] - 1])
    if number not in (FILTER_LZMA1, FILTER_LZMA2):
        return b""
    size = options["dict_size"]
    if number == FILTER_LZMA1:
        return bytes([(options["pb"] * 5 + options["lp"]) * 9 + options["lc"]]) + size.to_bytes(4, "little")
    return bytes([next(b for b in range(41) if b == 40 or (2 | b & 1) << (b // 2 + 11) >= size)])


def _decode_filter_properties(filter_id, encoded_props):
    props = bytes(encoded_props)
    if filter_id == FILTER_DELTA and len(props) == 1:
        return {"id": filter_id, "dist": props[0] + 1}
    if filter_id == FILTER_LZMA2 and len(props) == 1 and props[0] <= 40:
        b = props[0]
        return {"id": filter_id, "dict_size": 2**32 - 1 if b == 40 else (2 | b & 1) << (b // 2 + 11)}
    if filter_id == FILTER_LZMA1 and len(props) == 5 and props[0] < 225:
        b = props[0]
        return {"id": filter_id, "lc": b % 9, "lp": b // 9 % 5, "pb": b // 45, "dict_size": int.from_bytes(props[1:], "little")}
    if filter_id in _BCJ and not props:
        return {"id": filter_id}
    _bad()


class LZMAFile(CompressedFile):
    """A file that is compressed."""

    _bad_mode = "Invalid mode: {!r}"

    def __init__(self, filename=None, mode="r", *, format=None, check=-1, preset=None, filters=None):
        if mode in ("r", "rb"):
            if check != -1:
                raise ValueError("Cannot specify an integrity check when opening a file for reading")
            if preset is not None:
                raise ValueError("Cannot specify a preset compression level when opening a file for reading")
        elif mode not in ("w", "wb", "a", "ab", "x", "xb"):
            raise ValueError("Invalid mode: {!r}".format(mode))
        read_as = FORMAT_AUTO if format is None else format
        write_as = FORMAT_XZ if format is None else format
        self._open(filename, mode, lambda: LZMADecompressor(read_as, filters=filters),
                   lambda: LZMACompressor(write_as, check, preset, filters), LZMAError)


def open(filename, mode="rb", *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None, newline=None):
    """Open a file that is compressed, as bytes or as text."""
    check_mode(mode, encoding, errors, newline)
    binary = LZMAFile(filename, mode.replace("t", ""), format=format, check=check, preset=preset, filters=filters)
    return open_text(binary, mode, encoding, errors, newline)


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    """Compressed data."""
    writer = LZMACompressor(format, check, preset, filters)
    return writer.compress(data) + writer.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """What was compressed."""
    parts = []
    while True:
        reader = LZMADecompressor(format, memlimit, filters)
        try:
            out = reader.decompress(data)
        except LZMAError:
            if parts:
                break  # what follows is no stream
            raise
        parts.append(out)
        if not reader.eof:
            raise LZMAError("Compressed data ended before the end-of-stream marker was reached")
        data = reader.unused_data
        if not data:
            break
    return b"".join(parts)
