"""URLs: taken apart, put together and quoted."""

from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl",
           "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult",
           "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp",
                 "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews",
               "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms",
               "sftp", "tel"]
non_hierarchical = ["gopher", "hdl", "mailto", "news", "telnet", "wais", "imap", "snews", "sip", "sips"]
uses_query = ["", "http", "wais", "imap", "https", "shttp", "mms", "gopher", "rtsp", "rtsps", "rtspu", "sip", "sips"]
uses_fragment = ["", "ftp", "hdl", "http", "gopher", "news", "nntp", "wais", "https", "shttp", "snews", "file", "prospero"]

scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."

_CONTROLS_AND_SPACE = "".join(map(chr, range(33)))
_UNSAFE = ["\t", "\r", "\n"]


def _same(obj):
    return obj


def _encode_result(obj):
    return obj.encode("ascii", "strict")


def _coerced(*args):
    """All arguments as str, and what makes the result of the kind that they were."""
    is_str = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_str:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_str:
        return args + (_same,)
    return tuple(x.decode("ascii", "strict") if x else "" for x in args) + (_encode_result,)


class _StrResult:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        """The same of bytes."""
        return self._encoded_counterpart(*(x.encode(encoding, errors) for x in self))


class _BytesResult:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        """The same of str."""
        return self._decoded_counterpart(*(x.decode(encoding, errors) for x in self))


class _Netloc:
    """What a netloc consists of."""

    __slots__ = ()

    @property
    def username(self):
        """What is before the password."""
        return self._userinfo[0]

    @property
    def password(self):
        """What is before the host."""
        return self._userinfo[1]

    @property
    def hostname(self):
        """The host, in lower case."""
        host = self._hostinfo[0]
        if not host:
            return None
        sep = "%" if isinstance(host, str) else b"%"
        host, percent, zone = host.partition(sep)
        return host.lower() + percent + zone

    @property
    def port(self):
        """The port, as an int."""
        port = self._hostinfo[1]
        if port is not None:
            if not (port.isdigit() and port.isascii()):
                raise ValueError(f"Port could not be cast to integer value as {port!r}")
            port = int(port)
            if not 0 <= port <= 65535:
                raise ValueError("Port out of range 0-65535")
        return port

    def _marks(self):
        return "@:[]" if isinstance(self.netloc, str) else (b"@", b":", b"[", b"]")

    @property
    def _userinfo(self):
        at, colon, _, _ = self._marks()
        info, have, _ = self.netloc.rpartition(at)
        if not have:
            return None, None
        name, have, password = info.partition(colon)
        return name, password if have else None

    @property
    def _hostinfo(self):
        at, colon, left, right = self._marks()
        host = self.netloc.rpartition(at)[2]
        _, bracketed, inside = host.partition(left)
        if bracketed:
            host, _, rest = inside.partition(right)
            port = rest.partition(colon)[2]
        else:
            host, _, port = host.partition(colon)
        return host, port or None


class DefragResult(namedtuple("DefragResult", "url fragment"), _StrResult):
    """A URL and its fragment."""

    __slots__ = ()

    def geturl(self):
        """The URL put together."""
        if self.fragment:
            return self.url + "#" + self.fragment
        return self.url


class SplitResult(namedtuple("SplitResult", "scheme netloc path query fragment"), _Netloc, _StrResult):
    """A URL's five parts."""

    __slots__ = ()

    def geturl(self):
        """The URL put together."""
        return urlunsplit(self)


class ParseResult(namedtuple("ParseResult", "scheme netloc path params query fragment"), _Netloc, _StrResult):
    """A URL's six parts."""

    __slots__ = ()

    def geturl(self):
        """The URL put together."""
        return urlunparse(self)


class DefragResultBytes(namedtuple("DefragResult", "url fragment"), _BytesResult):
    """A URL and its fragment, as bytes."""

    __slots__ = ()

    def geturl(self):
        """The URL put together."""
        if self.fragment:
            return self.url + b"#" + self.fragment
        return self.url


class SplitResultBytes(namedtuple("SplitResult", "scheme netloc path query fragment"), _Netloc, _BytesResult):
    """A URL's five parts, as bytes."""

    __slots__ = ()

    def geturl(self):
        """The URL put together."""
        return urlunsplit(self)


class ParseResultBytes(namedtuple("ParseResult", "scheme netloc path params query fragment"), _Netloc, _BytesResult):
    """A URL's six parts, as bytes."""

    __slots__ = ()

    def geturl(self):
        """The URL put together."""
        return urlunparse(self)


for _str, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes)):
    _str._encoded_counterpart = _bytes
    _bytes._decoded_counterpart = _str
del _str, _bytes


def urlparse(url, scheme="", allow_fragments=True):
    """A URL in six parts."""
    url, scheme, coerce = _coerced(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        path, params = _split_params(path)
    result = ParseResult(scheme, netloc, path, params, query, fragment)
    return coerce(result)


def _split_params(path):
    i = path.find(";", path.rfind("/") if "/" in path else 0)
    if i < 0:
        return path, ""
    return path[:i], path[i + 1:]


def _check_netloc(netloc):
    if not netloc or netloc.isascii():
        return
    try:
        import unicodedata
    except ImportError:
        return
    plain = netloc
    for c in "@:#?":
        plain = plain.replace(c, "")
    normal = unicodedata.normalize("NFKC", plain)
    if plain == normal:
        return
    for c in "/?#@:":
        if c in normal:
            raise ValueError("netloc '" + netloc + "' contains invalid characters under NFKC normalization")


def urlsplit(url, scheme="", allow_fragments=True):
    """A URL in five parts."""
    url, scheme, coerce = _coerced(url, scheme)
    url = url.lstrip(_CONTROLS_AND_SPACE)
    scheme = scheme.strip(_CONTROLS_AND_SPACE)
    for c in _UNSAFE:
        url = url.replace(c, "")
        scheme = scheme.replace(c, "")
    netloc = query = fragment = ""
    i = url.find(":")
    if i > 0 and url[0].isascii() and url[0].isalpha() and not url[:i].strip(scheme_chars):
        scheme, url = url[:i].lower(), url[i + 1:]
    if url[:2] == "//":
        end = min((at for at in (url.find(c, 2) for c in "/?#") if at >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    _check_netloc(netloc)
    return coerce(SplitResult(scheme, netloc, url, query, fragment))


def urlunparse(components):
    """A URL of its six parts."""
    scheme, netloc, url, params, query, fragment, coerce = _coerced(*components)
    if params:
        url = "%s;%s" % (url, params)
    return coerce(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    """A URL of its five parts."""
    scheme, netloc, url, query, fragment, coerce = _coerced(*components)
    if netloc or (scheme and scheme in uses_netloc and url[:2] != "//"):
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return coerce(url)


def urljoin(base, url, allow_fragments=True):
    """What a URL, which may be relative, means on the page of another."""
    if not base:
        return url
    if not url:
        return base
    base, url, coerce = _coerced(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, _ = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return coerce(url)
    if scheme in uses_netloc:
        if netloc:
            return coerce(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = bnetloc
    if not path and not params:
        return coerce(urlunparse((scheme, netloc, bpath, bparams, query or bquery, fragment)))
    path = _joined_path(bpath, path)
    return coerce(urlunparse((scheme, netloc, path, params, query, fragment)))


def _joined_path(base, path):
    parts = base.split("/")
    if parts[-1] != "":
        del parts[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = parts + path.split("/")
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return "/".join(resolved) or "/"


def urldefrag(url):
    """A URL without its fragment, and that."""
    url, coerce = _coerced(url)
    if "#" in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        bare = urlunparse((scheme, netloc, path, params, query, ""))
    else:
        bare, fragment = url, ""
    return coerce(DefragResult(bare, fragment))


_HEX = "0123456789ABCDEFabcdef"
_from_hex = None


def unquote_to_bytes(string):
    """A quoted text's bytes."""
    global _from_hex
    if not string:
        string.split
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    bits = string.split(b"%")
    if len(bits) == 1:
        return string
    if _from_hex is None:
        _from_hex = {(a + b).encode(): bytes.fromhex(a + b) for a in _HEX for b in _HEX}
    parts = [bits[0]]
    for item in bits[1:]:
        byte = _from_hex.get(item[:2])
        if byte is None:
            parts.append(b"%" + item)
        else:
            parts.append(byte)
            parts.append(item[2:])
    return b"".join(parts)


def unquote(string, encoding="utf-8", errors="replace"):
    """A quoted text as it was."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    if encoding is None:
        encoding = "utf-8"
    if errors is None:
        errors = "replace"
    if string.isascii():
        return unquote_to_bytes(string).decode(encoding, errors)
    import re

    return re.sub("[\0-\x7f]+", lambda m: unquote_to_bytes(m[0]).decode(encoding, errors), string)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None,
             separator="&"):
    """A query as a dict of lists."""
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding=encoding, errors=errors,
                                 max_num_fields=max_num_fields, separator=separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None,
              separator="&"):
    """A query as a list of pairs."""
    qs, coerce = _coerced(qs)
    separator, _ = _coerced(separator)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for part in qs.split(separator) if qs else []:
        if not part and not strict_parsing:
            continue
        name, equals, value = part.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError("bad query field: %r" % (part,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            name = unquote(name.replace("+", " "), encoding=encoding, errors=errors)
            value = unquote(value.replace("+", " "), encoding=encoding, errors=errors)
            pairs.append((coerce(name), coerce(value)))
    return pairs


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """A quoted text as it was, where + is a blank."""
    return unquote(string.replace("+", " "), encoding, errors)


_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_tables = {}


def _table_for(safe):
    table = _tables.get(safe)
    if table is None:
        allowed = _ALWAYS_SAFE.union(safe)
        table = [chr(b) if b in allowed else "%{:02X}".format(b) for b in range(256)]
        if len(_tables) < 64:
            _tables[safe] = table
    return table


def quote(string, safe="/", encoding=None, errors=None):
    """A text with %xx for what isn't a letter, a digit or safe."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """Like quote, with + for blanks."""
    if (isinstance(string, str) and " " not in string) or (isinstance(string, bytes) and b" " not in string):
        return quote(string, safe, encoding, errors)
    space = " " if isinstance(safe, str) else b" "
    return quote(string, safe + space, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """Like quote, of bytes."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    safe = safe.encode("ascii", "ignore") if isinstance(safe, str) else bytes(c for c in safe if c < 128)
    table = _table_for(safe)
    return "".join([table[b] for b in bs])


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """A query of a mapping, or of pairs."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as err:
            raise TypeError("not a valid non-string sequence or mapping object") from err

    def quoted(x):
        if isinstance(x, bytes):
            return quote_via(x, safe)
        return quote_via(x if isinstance(x, str) else str(x), safe, encoding, errors)

    parts = []
    for k, v in query:
        k = quoted(k)
        many = None
        if doseq and not isinstance(v, (bytes, str)):
            try:
                len(v)
                many = v
            except TypeError:
                pass
        for item in (v,) if many is None else many:
            parts.append(k + "=" + quoted(item))
    return "&".join(parts)


def unwrap(url):
    """The URL of <URL:...> or URL:...."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    return url.removeprefix("URL:").strip()


def __getattr__(name):
    if name.startswith("split") or name == "to_bytes":
        import _urlsplits  # few use them
        if name in vars(_urlsplits):
            return getattr(_urlsplits, name)
    raise AttributeError(f"module 'urllib.parse' has no attribute {name!r}")
