"""The parts of URLs by functions of their own, as before urlparse. They are deprecated."""

import warnings


def _deprecated(name, instead):
    warnings.warn(f"urllib.parse.{name}() is deprecated as of 3.8" + (f", use urllib.parse.{instead}() instead" if instead else ""),
                  DeprecationWarning, stacklevel=3)


def to_bytes(url):
    """The URL, which has to be ASCII."""
    _deprecated("to_bytes", "")
    if isinstance(url, str):
        try:
            url = url.encode("ASCII").decode()
        except UnicodeError:
            raise UnicodeError("URL " + repr(url) + " contains non-ASCII characters")
    return url


def splittype(url):
    """'type:rest' as 'type', 'rest'."""
    _deprecated("splittype", "urlparse")
    kind, colon, rest = url.partition(":")
    if colon and kind and "/" not in kind:
        return kind.lower(), rest
    return None, url


def splithost(url):
    """'//host/path' as 'host', '/path'."""
    _deprecated("splithost", "urlparse")
    if not url.startswith("//"):
        return None, url
    end = min((i for i in map(url.find, "/#?", (2, 2, 2)) if i >= 0), default=len(url))
    path = url[end:]
    return url[2:end], path if path[:1] in ("", "/") else "/" + path


def splituser(host):
    """'user:password@host' as 'user:password', 'host'."""
    _deprecated("splituser", "urlparse")
    user, at, host = host.rpartition("@")
    return (user if at else None), host


def splitpasswd(user):
    """'user:password' as 'user', 'password'."""
    _deprecated("splitpasswd", "urlparse")
    user, colon, password = user.partition(":")
    return user, (password if colon else None)


def splitport(host):
    """'host:port' as 'host', 'port'."""
    _deprecated("splitport", "urlparse")
    before, colon, port = host.rpartition(":")
    if colon and not port.strip("0123456789"):
        return before, port or None
    return host, None


def splitnport(host, defport=-1):
    """'host:port' as 'host', port; None is no number."""
    _deprecated("splitnport", "urlparse")
    before, colon, port = host.rpartition(":")
    if not colon:
        return host, defport
    if not port:
        return before, defport
    return before, int(port) if port.isdigit() and port.isascii() else None


def splitquery(url):
    """'path?query' as 'path', 'query'."""
    _deprecated("splitquery", "urlparse")
    path, mark, query = url.rpartition("?")
    return (path, query) if mark else (url, None)


def splittag(url):
    """'path#tag' as 'path', 'tag'."""
    _deprecated("splittag", "urlparse")
    path, mark, tag = url.rpartition("#")
    return (path, tag) if mark else (url, None)


def splitattr(url):
    """'path;a=b;c=d' as 'path', ['a=b', 'c=d']."""
    _deprecated("splitattr", "urlparse")
    path, *attributes = url.split(";")
    return path, attributes


def splitvalue(attr):
    """'a=b' as 'a', 'b'."""
    _deprecated("splitvalue", "parse_qsl")
    name, equals, value = attr.partition("=")
    return name, (value if equals else None)
