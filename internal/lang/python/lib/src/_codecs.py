"""What codecs is made of: the codecs by name."""

def __getattr__(name):
    import codecs
    return getattr(codecs, name)


_searches, _known, _looking = [], {}, set()


def register(search_function):
    """Have a function be asked for codecs."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function):
    if search_function in _searches:
        _searches.remove(search_function)
        _known.clear()


def _check_str(x, what):
    if not isinstance(x, str):
        raise TypeError(f"{what} must be str, not {'None' if x is None else type(x).__name__}")


def lookup(encoding):
    """The codec of a name."""
    _check_str(encoding, "lookup() argument")
    name = "".join(c if c.isalnum() or c == "." else "_" for c in encoding.lower())
    if name in _looking:  # the codecs ask whether the engine has it
        raise LookupError("unknown encoding: " + encoding)
    if name not in _known:
        _looking.add(name)
        try:
            _known[name] = _find(name, encoding)
        finally:
            _looking.discard(name)
    return _known[name]


def _find(name, encoding):
    import codecs
    info = codecs._find(name)
    if info is not None:
        return info
    for search in _searches:
        info = search(name)
        if info is not None:
            if not isinstance(info, tuple) or len(info) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            return info
    raise LookupError("unknown encoding: " + encoding)


def encode(obj, encoding="utf-8", errors="strict"):
    """What a codec makes of an object."""
    _check_str(encoding, "encode() argument 'encoding'")
    _check_str(errors, "encode() argument 'errors'")
    return _use("encoding", lookup(encoding)[0], obj, encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """The object that a codec has made something of."""
    _check_str(encoding, "decode() argument 'encoding'")
    _check_str(errors, "decode() argument 'errors'")
    return _use("decoding", lookup(encoding)[1], obj, encoding, errors)


def encode_text(text, encoding, errors):
    """The bytes of a text, by a codec that isn't the engine's own."""
    out = _use("encoding", _of_text(encoding, "encode")[0], text, encoding, errors)
    if not isinstance(out, (bytes, bytearray)):
        raise TypeError("'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types"
                        % (encoding, type(out).__name__))
    return out


def decode_text(data, encoding, errors):
    """The text of bytes, by such a codec."""
    out = _use("decoding", _of_text(encoding, "decode")[1], data, encoding, errors)
    if not isinstance(out, str):
        raise TypeError("'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types"
                        % (encoding, type(out).__name__))
    return out


def _of_text(encoding, use):
    info = lookup(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError("'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs" % (encoding, use))
    return info


class _NoPair(Exception):
    """What a codec has returned is no pair."""


def _use(what, fn, obj, encoding, errors):
    try:
        out = fn(obj, errors)
        if not isinstance(out, tuple) or len(out) != 2:
            raise _NoPair("encoder must return a tuple (object, integer)" if what == "encoding" else "decoder must return a tuple (object,integer)")
        return out[0]
    except _NoPair as e:
        raise TypeError(*e.args) from None
    except Exception as e:
        if len(e.args) != 1 or not isinstance(e.args[0], str):
            raise
        raise type(e)("%s with '%s' codec failed (%s: %s)" % (what, encoding, type(e).__name__, e)) from e
