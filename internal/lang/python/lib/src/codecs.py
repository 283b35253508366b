"""Codecs: functions that make bytes of texts and back, by name, and for streams."""

import sys

from _engine import known_encoding
from _codecs import decode, encode, lookup, register, unregister
from _codecs_errors import (backslashreplace_errors, handlers as _handlers, ignore_errors, namereplace_errors, replace_errors, strict_errors,
                            xmlcharrefreplace_errors)
from _codecs_streams import (BufferedIncrementalDecoder, BufferedIncrementalEncoder, Codec, IncrementalDecoder, IncrementalEncoder,
                             StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter)

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE",
           "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec",
           "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter", "StreamReaderWriter", "StreamRecoder",
           "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode", "decode",
           "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors",
           "backslashreplace_errors", "namereplace_errors", "register_error", "lookup_error", "make_identity_dict", "make_encoding_map"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    """A codec's functions and classes."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None,
                *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamwriter, self.streamreader = streamwriter, streamreader
        self._is_text_encoding = True if _is_text_encoding is None else _is_text_encoding
        return self

    def __repr__(self):
        return "<codecs.CodecInfo object for encoding %s at %#x>" % (self.name, id(self))


# The names of codecs of texts, as CodecInfo has them where that isn't what is asked for.
_NAMES = {"utf_8": "utf-8", "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "utf8_sig": "utf-8-sig", "utf_8_sig": "utf-8-sig",
          "ascii": "ascii", "us_ascii": "ascii", "646": "ascii", "ansi_x3.4_1968": "ascii",
          "latin_1": "iso8859-1", "latin1": "iso8859-1", "iso_8859_1": "iso8859-1", "iso8859_1": "iso8859-1", "l1": "iso8859-1", "latin": "iso8859-1",
          "utf16": "utf-16", "utf_16": "utf-16", "u16": "utf-16", "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be",
          "utf32": "utf-32", "utf_32": "utf-32", "u32": "utf-32", "utf_32_le": "utf-32-le", "utf_32_be": "utf-32-be",
          "unicode_escape": "unicode-escape", "raw_unicode_escape": "raw-unicode-escape",
          "936": "gbk", "cp936": "gbk", "ms936": "gbk",
          "949": "cp949", "ms949": "cp949", "uhc": "cp949",
          "932": "cp932", "ms932": "cp932", "mskanji": "cp932", "ms_kanji": "cp932", "windows_31j": "cp932"}
_NAMES |= dict.fromkeys(("chinese", "csiso58gb231280", "euc_cn", "euccn", "eucgb2312_cn", "gb2312_1980", "gb2312_80", "iso_ir_58"), "gb2312")
_NAMES |= dict.fromkeys(("sjis", "s_jis", "shiftjis", "csshiftjis"), "shift_jis")
_NAMES |= dict.fromkeys(("euckr", "korean", "ksc5601", "ks_c_5601", "ks_c_5601_1987", "ksx1001", "ks_x_1001"), "euc_kr")


def _find(name):
    other = _other(name)
    if other is not None:
        return other
    if not known_encoding(name):
        return None
    known = _NAMES.get(name, name.replace("_", "-") if name.startswith(("utf", "koi8", "mac")) else name)

    def text_encode(text, errors="strict"):
        if not isinstance(text, str):
            raise TypeError("utf_8_encode() argument 1 must be str, not %s" % type(text).__name__ if known == "utf-8" else
                            "encode() argument 1 must be str, not %s" % type(text).__name__)
        return text.encode(name, errors), len(text)

    def text_decode(data, errors="strict"):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return bytes(data).decode(name, errors), len(data)

    return _classes(known, text_encode, text_decode, True)


def _classes(name, to, back, text):
    """The CodecInfo of two functions."""
    from _codecs_streams import complete

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            out = to(input, self.errors)[0]
            if self.begun and name in ("utf-16", "utf-32", "utf-8-sig"):
                out = out[{"utf-16": 2, "utf-32": 4, "utf-8-sig": 3}[name]:]
            self.begun = self.begun or bool(input)
            return out

        begun = False

        def reset(self):
            self.begun = False

    class Decoder(BufferedIncrementalDecoder):
        def _buffer_decode(self, input, errors, final):
            n = len(input) if final else complete(name, bytes(input))
            first = name if not self.order else name + self.order
            if name in ("utf-16", "utf-32") and not self.order and n:
                self.order = "-be" if bytes(input[:2]) == b"\xfe\xff" or bytes(input[:4]) == BOM_UTF32_BE else "-le"
            elif name == "utf-8-sig" and self.order is None and n:
                self.order = ""
                return bytes(input[:n]).decode("utf-8-sig", errors), n
            if name == "utf-8-sig":
                first = "utf-8"
            return (bytes(input[:n]).decode(first, errors) if text else back(input[:n], errors)[0]), n

        order = None

        def reset(self):
            super().reset()
            self.order = None

    class Writer(StreamWriter):
        def encode(self, input, errors="strict"):
            return to(input, errors)

    class Reader(StreamReader):
        def decode(self, input, errors="strict"):
            n = complete(name, bytes(input)) if text else len(input)
            return back(input[:n], errors)[0], n

    Encoder.__name__, Decoder.__name__, Writer.__name__, Reader.__name__ = "IncrementalEncoder", "IncrementalDecoder", "StreamWriter", "StreamReader"
    return CodecInfo(to, back, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=text)


def _other(name):
    """A codec that isn't of texts and bytes."""
    if name == "charmap":
        import _codecs_maps
        return CodecInfo(_codecs_maps.charmap_encode, _codecs_maps.charmap_decode, name=name)
    name = {"rot13": "rot_13", "hex": "hex_codec", "base64": "base64_codec", "base_64": "base64_codec", "zip": "zlib_codec", "zlib": "zlib_codec",
            "quopri": "quopri_codec", "quoted_printable": "quopri_codec", "uu": "uu_codec", "bz2": "bz2_codec",
            "utf7": "utf_7", "u7": "utf_7", "unicode_1_1_utf_7": "utf_7"}.get(name, name)
    if name in ("idna", "punycode", "utf_7"):
        import importlib
        return importlib.import_module("encodings." + name).getregentry()
    if name == "rot_13":
        table = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm")

        def turn(text, errors="strict"):
            return str.translate(text, table), len(text)
        return _classes("rot-13", turn, turn, False)
    import binascii
    pieces = None
    if name == "hex_codec":
        to, back, known = binascii.b2a_hex, binascii.a2b_hex, "hex"
    elif name == "base64_codec":
        import base64
        to, back, known = base64.encodebytes, base64.decodebytes, "base64"
    elif name == "zlib_codec":
        import zlib
        to, back, known = zlib.compress, zlib.decompress, "zlib"
        pieces = zlib.compressobj, zlib.decompressobj
    elif name == "bz2_codec":
        import bz2
        to, back, known = bz2.compress, bz2.decompress, "bz2"
        pieces = bz2.BZ2Compressor, bz2.BZ2Decompressor
    elif name == "quopri_codec":
        import quopri
        to, back, known = lambda data: quopri.encodestring(data, quotetabs=True), quopri.decodestring, "quopri"
    elif name == "uu_codec":
        import uu
        to, back, known = uu._encode, uu._decode, "uu"
    else:
        return None

    def encode_bytes(data, errors="strict"):
        return to(data), len(data)

    def decode_bytes(data, errors="strict"):
        return back(data), len(data)
    return _of_bytes(_classes(known, encode_bytes, decode_bytes, False), pieces)


def _of_bytes(info, pieces):
    """The codec with readers of bytes, and what works in pieces where that isn't each for itself."""
    from _codecs_streams import BytesReader
    reader = type("StreamReader", (BytesReader,), {"decode": lambda self, data, errors="strict": info.decode(data, errors)})
    if pieces is None:
        return CodecInfo(info.encode, info.decode, reader, info.streamwriter, info.incrementalencoder, info.incrementaldecoder, info.name,
                         _is_text_encoding=False)

    class Encoder(IncrementalEncoder):
        def __init__(self, errors="strict"):
            self.errors, self.compressobj = errors, pieces[0]()

        def encode(self, input, final=False):
            out = self.compressobj.compress(input)
            return out + self.compressobj.flush() if final else out

        def reset(self):
            self.compressobj = pieces[0]()

    class Decoder(IncrementalDecoder):
        def __init__(self, errors="strict"):
            self.errors, self.decompressobj = errors, pieces[1]()

        def decode(self, input, final=False):
            try:
                out = self.decompressobj.decompress(input)
            except EOFError:
                return ""
            return out + self.decompressobj.flush() if final and hasattr(self.decompressobj, "flush") else out

        def reset(self):
            self.decompressobj = pieces[1]()

    Encoder.__name__, Decoder.__name__ = "IncrementalEncoder", "IncrementalDecoder"
    return CodecInfo(info.encode, info.decode, reader, info.streamwriter, Encoder, Decoder, info.name, _is_text_encoding=False)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encode texts one after the other."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        out = encoder.encode(text)
        if out:
            yield out
    out = encoder.encode("", True)
    if out:
        yield out


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decode pieces of bytes one after the other."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        out = decoder.decode(data)
        if out:
            yield out
    out = decoder.decode(b"", True)
    if out:
        yield out


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file whose texts are of an encoding."""
    import builtins
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    info = lookup(encoding)
    out = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    out.encoding = encoding
    return out


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A file of another encoding than what it is read and written in."""
    file_encoding = file_encoding or data_encoding
    data, inner = lookup(data_encoding), lookup(file_encoding)
    out = StreamRecoder(file, data.encode, data.decode, inner.streamreader, inner.streamwriter, errors)
    out.data_encoding, out.file_encoding = data_encoding, file_encoding
    return out


def lookup_error(name):
    """The function that handles what can't be encoded or decoded."""
    if not isinstance(name, str):
        raise TypeError(f"lookup_error() argument must be str, not {'None' if name is None else type(name).__name__}")
    if name not in _handlers:
        raise LookupError("unknown error handler name '%s'" % name)
    return _handlers[name]


def register_error(name, handler):
    """Have a function handle what can't be encoded or decoded."""
    if not isinstance(name, str):
        raise TypeError("register_error() argument 1 must be str, not " + type(name).__name__)
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[name] = handler


def __getattr__(name):
    from _codecs_maps import function
    found = function(name)
    if found is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found
