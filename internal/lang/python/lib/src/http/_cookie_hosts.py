"""The hosts and paths of requests, and which domains and paths cookies are for."""

import re
import urllib.parse
import urllib.request

DEFAULT_HTTP_PORT = "80"
_ADDRESS = re.compile(r"\.\d+$", re.ASCII)
_PORT = re.compile(r":\d+$", re.ASCII)
_ESCAPED = re.compile(r"%([0-9a-fA-F][0-9a-fA-F])")


def is_HDN(text):
    """Whether it is a host's name and not an address of numbers."""
    return not (_ADDRESS.search(text) or text == "" or text[0] == "." or text[-1] == ".")


def domain_match(A, B):
    """Whether a host is a domain's, as RFC 2965 has it."""
    A, B = A.lower(), B.lower()
    if A == B:
        return True
    if not is_HDN(A):
        return False
    return A.rfind(B) > 0 and B.startswith(".") and is_HDN(B[1:])


def liberal_is_HDN(text):
    """Whether it isn't an address of numbers."""
    return not _ADDRESS.search(text)


def user_domain_match(A, B):
    """Whether a host is a domain's, where users may write a domain as they like."""
    A, B = A.lower(), B.lower()
    if not (liberal_is_HDN(A) and liberal_is_HDN(B)):
        return A == B
    return A.endswith(B) if B.startswith(".") else A == B


def request_host(request):
    """The host that a request is for."""
    host = urllib.parse.urlparse(request.get_full_url())[1] or request.get_header("Host", "")
    return _PORT.sub("", host, 1).lower()


def eff_request_host(request):
    """That host, and one with .local where it has no dot."""
    host = request_host(request)
    return host, host + ".local" if "." not in host else host


def request_path(request):
    """The path that a request is for."""
    path = escape_path(urllib.parse.urlsplit(request.get_full_url()).path)
    return path if path.startswith("/") else "/" + path


def request_port(request):
    """The port that a request is for, or None."""
    host = request.host
    at = host.find(":")
    if at < 0:
        return DEFAULT_HTTP_PORT
    try:
        int(host[at + 1:])
    except ValueError:
        from http.cookiejar import _debug
        _debug("nonnumeric port: '%s'", host[at + 1:])
        return None
    return host[at + 1:]


def uppercase_escaped_char(match):
    """A %xx with capital letters."""
    return "%" + match.group(1).upper()


def escape_path(path):
    """A path without what URLs can't have."""
    return _ESCAPED.sub(uppercase_escaped_char, urllib.parse.quote(path, "%/;:@&=+$,!~*'()"))


def reach(h):
    """The domain that a host is right below, or itself."""
    at = h.find(".")
    if at >= 0:
        below = h[at + 1:]
        if is_HDN(h) and ("." in below or below == "local"):
            return "." + below
    return h


def is_third_party(request):
    """Whether a request is for another host than the one that the user asked."""
    return not domain_match(request_host(request), reach(request.origin_req_host))
