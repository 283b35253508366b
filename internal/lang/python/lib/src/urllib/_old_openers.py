"""What urllib.request has beside openers: the lists in headers of answers, and openers of the old kind."""

import re
import warnings

from urllib.error import URLError

_PIECE = re.compile(r'"(?:\\.|[^"\\])*(?:"|\\?\Z)|,|[^",]+', re.S)


def parse_http_list(s):
    """The elements of a list with commas between them; those within quotes belong to an element."""
    elements, element = [], ""
    for piece in _PIECE.findall(s):
        if piece == ",":
            elements.append(element)
            element = ""
        else:
            element += re.sub(r"\\(.?)", r"\1", piece, flags=re.S) if piece[0] == '"' else piece
    return [part.strip() for part in (elements + [element] if element else elements)]


def parse_keqv_list(l):
    """The names and values of a list's elements, those without their quotes."""
    found = {}
    for element in l:
        name, value = element.split("=", 1)
        found[name] = value[1:-1] if value[0] == '"' and value[-1] == '"' else value
    return found


def proxy_bypass(host, proxies=None):
    """Whether the environment wants a host without a proxy."""
    import os
    without = os.environ.get("no_proxy") or os.environ.get("NO_PROXY") or ""
    if without == "*":
        return True
    host = host.lower()
    name = host.rpartition(":")[0] if re.search(r":\d+\Z", host) else host
    wanted = [part.strip().lstrip(".").lower() for part in without.split(",")]
    return any(part and (x == part or x.endswith("." + part)) for part in wanted for x in (host, name))


class URLopener:
    """Opens URLs in the old way: those of data."""

    version = "Python-urllib/3.11"

    def __init__(self, proxies=None, **x509):
        warnings.warn("%s style of invoking requests is deprecated. Use newer urlopen functions/methods" % type(self).__name__,
                      DeprecationWarning, stacklevel=3)
        self.proxies, self.addheaders = proxies or {}, [("User-Agent", self.version), ("Accept", "*/*")]

    def addheader(self, *args):
        """Have a header in every request."""
        self.addheaders.append(args)

    def open(self, fullurl, data=None):
        """Open a URL."""
        from urllib.request import urlopen
        try:
            return urlopen(fullurl, data)
        except URLError as e:
            raise OSError("url error", fullurl) from e

    def retrieve(self, url, filename=None, reporthook=None, data=None):
        """Copy what a URL names to a file."""
        from urllib.request import urlretrieve
        return urlretrieve(url, filename, reporthook, data)

    def close(self):
        """Forget everything."""

    cleanup = close


class FancyURLopener(URLopener):
    """One that would follow where it is sent."""
