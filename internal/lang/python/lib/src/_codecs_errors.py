"""What is done with what can't be encoded or decoded, by the names of codecs' error handlers."""


def _refuse(error):
    raise TypeError("don't know how to handle %s in error callback" % type(error).__name__)


def _range(error, *kinds):
    """Where the error begins and ends, within what it is of."""
    if not isinstance(error, kinds or (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        _refuse(error)
    size = len(error.object)
    return max(0, min(error.start, size - 1)), max(min(1, size), min(error.end, size))


def strict_errors(error):
    if isinstance(error, Exception):
        raise error
    raise TypeError("codec must pass exception instance")


def ignore_errors(error):
    return "", _range(error)[1]


def replace_errors(error):
    start, end = _range(error)
    if isinstance(error, UnicodeDecodeError):
        return "\ufffd", end
    return ("?" if isinstance(error, UnicodeEncodeError) else "\ufffd") * (end - start), end


def _escape(c):
    n = ord(c)
    return "\\x%02x" % n if n < 256 else "\\u%04x" % n if n < 65536 else "\\U%08x" % n


def backslashreplace_errors(error):
    start, end = _range(error)
    wrong = error.object[start:end]
    if isinstance(error, UnicodeDecodeError):
        return "".join("\\x%02x" % b for b in wrong), end
    return "".join(map(_escape, wrong)), end


def xmlcharrefreplace_errors(error):
    start, end = _range(error, UnicodeEncodeError)
    return "".join("&#%d;" % ord(c) for c in error.object[start:end]), end


def namereplace_errors(error):
    import unicodedata
    start, end = _range(error, UnicodeEncodeError)
    out = []
    for c in error.object[start:end]:
        name = unicodedata.name(c, None)
        out.append(_escape(c) if name is None else "\\N{%s}" % name)
    return "".join(out), max(start, end)


def surrogateescape(error):
    """Bytes that aren't ASCII as lone surrogates, and back."""
    start, end = _range(error, UnicodeEncodeError, UnicodeDecodeError)
    wrong = error.object[start:end]
    if isinstance(error, UnicodeEncodeError):
        if not all("\udc80" <= c <= "\udcff" for c in wrong):
            raise error
        return bytes(ord(c) - 0xdc00 for c in wrong), end
    out = ""
    for b in wrong[:4]:
        if b < 128:
            break
        out += chr(0xdc00 + b)
    if not out:
        raise error
    return out, start + len(out)


def _wide(encoding):
    """The encoding that has surrogates as they are and the size of one, or None."""
    name = encoding.lower().replace("_", "-")
    if name in ("utf-8", "utf8", "cp65001"):
        return "utf-8", 3
    for bits, size in ("16", 2), ("32", 4):
        if name.startswith(("utf-" + bits, "utf" + bits)):
            end = name[-2:] if name.endswith(("be", "le")) else "le"
            return "utf-%s-%s" % (bits, end), size
    return None


def surrogatepass(error):
    """Lone surrogates as they are, in what is UTF-8, -16 or -32."""
    start, end = _range(error, UnicodeEncodeError, UnicodeDecodeError)
    wide = _wide(error.encoding)
    if wide is None:
        raise error
    encoding, size = wide
    if isinstance(error, UnicodeEncodeError):
        wrong = error.object[start:end]
        if not all("\ud800" <= c <= "\udfff" for c in wrong):
            raise error
        return wrong.encode(encoding, "surrogatepass"), end
    try:
        c = bytes(error.object[start:start + size]).decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        c = ""
    if len(c) != 1 or not "\ud800" <= c <= "\udfff":
        raise error
    return c, start + size


handlers = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors, "backslashreplace": backslashreplace_errors,
            "xmlcharrefreplace": xmlcharrefreplace_errors, "namereplace": namereplace_errors, "surrogateescape": surrogateescape,
            "surrogatepass": surrogatepass}
