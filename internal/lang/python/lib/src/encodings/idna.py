"""RFC 3490: names of domains of more letters than those of ASCII."""

import codecs
import re
import stringprep
from unicodedata import ucd_3_2_0 as unicodedata

dots = re.compile("[\u002E\u3002\uFF0E\uFF61]")
ace_prefix = b"xn--"
sace_prefix = "xn--"

# No label may be longer; what is far longer isn't looked at.
_LONGEST = 63
_FAR_TOO_LONG = 1024

_FORBIDDEN = (stringprep.in_table_c12, stringprep.in_table_c22, stringprep.in_table_c3, stringprep.in_table_c4, stringprep.in_table_c5,
              stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9)


def nameprep(label):
    """A label as it is compared."""
    label = "".join(stringprep.map_table_b2(c) for c in label if not stringprep.in_table_b1(c))
    label = unicodedata.normalize("NFKC", label)
    for c in label:
        if any(table(c) for table in _FORBIDDEN):
            raise UnicodeError("Invalid character %r" % c)
    if any(map(stringprep.in_table_d1, label)):
        if any(map(stringprep.in_table_d2, label)):
            raise UnicodeError("Violation of BIDI requirement 2")
        if not stringprep.in_table_d1(label[0]) or not stringprep.in_table_d1(label[-1]):
            raise UnicodeError("Violation of BIDI requirement 3")
    return label


def _fitting(data):
    if 0 < len(data) <= _LONGEST:
        return data
    raise UnicodeError("label empty or too long")


def _ascii(label):
    try:
        return label.encode("ascii")
    except UnicodeError:
        return None


def ToASCII(label):
    """The bytes of a label."""
    if len(label) > _FAR_TOO_LONG:
        raise UnicodeError("label empty or too long")
    data = _ascii(label)
    if data is not None:
        return _fitting(data)
    label = nameprep(label)
    data = _ascii(label)
    if data is not None:
        return _fitting(data)
    if label.startswith(sace_prefix):
        raise UnicodeError("Label starts with ACE prefix")
    return _fitting(ace_prefix + label.encode("punycode"))


def ToUnicode(label):
    """The text of a label."""
    if len(label) > _FAR_TOO_LONG:
        raise UnicodeError("label way too long")
    if isinstance(label, bytes):
        data = label
    else:
        data = _ascii(label)
        if data is None:
            data = _ascii(nameprep(label))
            if data is None:
                raise UnicodeError("Invalid character in IDN label")
    if not data.startswith(ace_prefix):
        return str(data, "ascii")
    text = data[len(ace_prefix):].decode("punycode")
    if str(label, "ascii").lower() != str(ToASCII(text), "ascii") if isinstance(label, bytes) else label.lower() != str(ToASCII(text), "ascii"):
        raise UnicodeError("IDNA does not round-trip", label, ToASCII(text))
    return text


def _strict(errors):
    if errors != "strict":
        raise UnicodeError("unsupported error handling " + errors)


def _encode_ascii(data):
    """The bytes of a name that is ASCII already, whose labels are looked at only for their lengths."""
    labels = data.split(b".")
    for label in labels[:-1]:
        if not 0 < len(label) < 64:
            raise UnicodeError("label empty or too long")
    if len(labels[-1]) >= 64:
        raise UnicodeError("label too long")
    return data


class Codec(codecs.Codec):
    """The codec of whole names."""

    def encode(self, input, errors="strict"):
        _strict(errors)
        if not input:
            return b"", 0
        data = _ascii(input)
        if data is not None:
            return _encode_ascii(data), len(input)
        labels = dots.split(input)
        trailing = b""
        if labels and not labels[-1]:
            trailing = b"."
            del labels[-1]
        return b".".join(ToASCII(label) for label in labels) + trailing, len(input)

    def decode(self, input, errors="strict"):
        if errors != "strict":
            raise UnicodeError("Unsupported error handling " + errors)
        if not input:
            return "", 0
        data = bytes(input)
        if ace_prefix not in data:
            try:
                return data.decode("ascii"), len(data)
            except UnicodeDecodeError:
                pass
        labels = data.split(b".")
        trailing = ""
        if labels and len(labels[-1]) == 0:
            trailing = "."
            del labels[-1]
        return ".".join(ToUnicode(label) for label in labels) + trailing, len(data)


class IncrementalEncoder(codecs.BufferedIncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        _strict(errors)
        if not input:
            return b"", 0
        labels = dots.split(input)
        trailing = b""
        if not labels[-1]:
            trailing = b"."
            del labels[-1]
        elif not final:
            del labels[-1]
            if labels:
                trailing = b"."
        used = sum(map(len, labels)) + max(len(labels) - 1, 0) + len(trailing)
        return b".".join(ToASCII(label) for label in labels) + trailing, used


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        _strict(errors)
        if not input:
            return "", 0
        labels = dots.split(input) if isinstance(input, str) else str(input, "ascii").split(".")
        trailing = ""
        if not labels[-1]:
            trailing = "."
            del labels[-1]
        elif not final:
            del labels[-1]
            if labels:
                trailing = "."
        used = sum(map(len, labels)) + max(len(labels) - 1, 0) + len(trailing)
        return ".".join(ToUnicode(label) for label in labels) + trailing, used


class StreamWriter(Codec, codecs.StreamWriter):
    pass


class StreamReader(Codec, codecs.StreamReader):
    pass


def getregentry():
    """The codec as codecs has it."""
    return codecs.CodecInfo(name="idna", encode=Codec().encode, decode=Codec().decode, incrementalencoder=IncrementalEncoder,
                            incrementaldecoder=IncrementalDecoder, streamwriter=StreamWriter, streamreader=StreamReader)
