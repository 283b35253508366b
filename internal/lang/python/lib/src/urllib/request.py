"""Getting what URLs name: what is in a data URL, and of a network nothing."""

from urllib._old_openers import FancyURLopener, URLopener, parse_http_list, parse_keqv_list, proxy_bypass
from urllib.parse import quote, unquote, urlparse, urlsplit, urljoin

__all__ = ["Request", "OpenerDirector", "BaseHandler", "HTTPDefaultErrorHandler", "HTTPRedirectHandler", "HTTPCookieProcessor", "ProxyHandler",
           "HTTPPasswordMgr", "HTTPPasswordMgrWithDefaultRealm", "HTTPPasswordMgrWithPriorAuth", "AbstractBasicAuthHandler",
           "HTTPBasicAuthHandler", "ProxyBasicAuthHandler", "AbstractDigestAuthHandler", "HTTPDigestAuthHandler", "ProxyDigestAuthHandler",
           "HTTPHandler", "FileHandler", "FTPHandler", "CacheFTPHandler", "DataHandler", "UnknownHandler", "HTTPErrorProcessor",
           "urlopen", "install_opener", "build_opener", "pathname2url", "url2pathname", "getproxies", "urlretrieve", "urlcleanup",
           "HTTPSHandler", "URLopener", "FancyURLopener"]

__version__ = "3.11"


def _unwrap(url):
    """A URL without what may stand around it: <URL:http://host/>."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == "URL:" else url


class Request:
    """What is asked for."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers, self.unredirected_hdrs = {}, {}
        self._data, self._tunnel_host = data, None
        for key, value in headers.items():
            self.add_header(key, value)
        self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return self._full_url + "#" + self.fragment if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        url = _unwrap(url)
        self._full_url, mark, fragment = url.partition("#")
        self.fragment = fragment if mark else None
        kind, colon, rest = self._full_url.partition(":")
        if not colon or not kind or "/" in kind:
            raise ValueError("unknown url type: %r" % self.full_url)
        self.type = kind.lower()
        self.host, self.selector = None, rest
        if rest.startswith("//"):
            host, slash, path = rest[2:].partition("/")
            self.host, self.selector = unquote(host), slash + path

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        self._data = data
        self.remove_header("Content-length")

    @data.deleter
    def data(self):
        self.data = None

    def get_method(self):
        return getattr(self, "method", "POST" if self.data is not None else "GET")

    def get_full_url(self):
        return self.full_url

    def set_proxy(self, host, type):
        if self.type == "https" and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type, self.selector = type, self.full_url
        self.host = host

    def has_proxy(self):
        return self.selector == self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


def request_host(request):
    """The host that a request is for."""
    host = urlparse(request.full_url)[1] or request.get_header("Host", "")
    return host.rpartition(":")[0].lower() if host.rpartition(":")[2].isdigit() else host.lower()


def _unreached(name):
    from urllib.error import URLError
    raise URLError(PermissionError(f"urllib.request.{name}: this program has no network: it runs in a sandbox"))


class _Response:
    """What a data URL holds, as a file."""

    def __init__(self, content, headers, url):
        import io
        self.fp, self.headers, self.url, self.status = io.BytesIO(content), headers, url, None
        self.read, self.readline, self.readlines, self.close = self.fp.read, self.fp.readline, self.fp.readlines, self.fp.close

    def __iter__(self):
        return iter(self.fp)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status


def _data(request):
    from base64 import decodebytes
    from email.message import Message
    from urllib.parse import unquote_to_bytes
    kind, data = request.full_url.split(":", 1)[1].split(",", 1)
    content = unquote_to_bytes(data)
    if kind.endswith(";base64"):
        content, kind = decodebytes(content), kind[:-7]
    headers = Message()
    headers["Content-type"] = kind or "text/plain;charset=US-ASCII"
    headers["Content-length"] = str(len(content))
    return _Response(content, headers, request.full_url)


class OpenerDirector:
    """Opens what URLs name, by its handlers."""

    def __init__(self):
        self.addheaders = [("User-agent", "Python-urllib/" + __version__)]
        self.handlers = []

    def add_handler(self, handler):
        if not hasattr(handler, "add_parent"):
            raise TypeError("expected BaseHandler instance, got %r" % type(handler))
        self.handlers.append(handler)
        self.handlers.sort(key=lambda h: h.handler_order)
        handler.add_parent(self)

    def open(self, fullurl, data=None, timeout=None):
        request = Request(fullurl, data) if isinstance(fullurl, str) else fullurl
        if request is fullurl and data is not None:
            request.data = data
        kind = request.type
        for handler in self.handlers:
            request = getattr(handler, kind + "_request", lambda r: r)(request)
        answer = self._opened(request)
        for handler in self.handlers:
            answer = getattr(handler, kind + "_response", lambda r, a: a)(request, answer)
        return answer

    def _opened(self, request):
        for what in "default", request.type, "unknown":
            for handler in self.handlers:
                method = getattr(handler, what + "_open", None)
                answer = method(request) if method is not None else None
                if answer is not None:
                    return answer
        if request.type in ("http", "https", "ftp", "file"):
            _unreached("urlopen")
        from urllib.error import URLError
        raise URLError("unknown url type: %s" % request.type)

    def close(self):
        """There is nothing to be closed."""


class BaseHandler:
    """Opens the URLs of some kinds."""

    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        """There is nothing to be closed."""


class DataHandler(BaseHandler):
    """Opens data URLs."""

    def data_open(self, req):
        return _data(req)


class _Settled(BaseHandler):
    """Takes what it is told, and has no connections to use it for."""

    def __init__(self, *args, **kwargs):
        self.args, self.kwargs = args, kwargs


class ProxyHandler(BaseHandler):
    """Knows proxies."""

    handler_order = 100

    def __init__(self, proxies=None):
        self.proxies = getproxies() if proxies is None else proxies


class HTTPCookieProcessor(BaseHandler):
    """Keeps cookies."""

    def __init__(self, cookiejar=None):
        if cookiejar is None:
            from http.cookiejar import CookieJar
            cookiejar = CookieJar()
        self.cookiejar = cookiejar

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request, https_response = http_request, http_response


class HTTPPasswordMgr:
    """Keeps names and passwords."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        uris = [uri] if isinstance(uri, str) else uri
        for with_port in True, False:
            places = tuple(self.reduce_uri(u, with_port) for u in uris)
            self.passwd.setdefault(realm, {})[places] = (user, passwd)

    def find_user_password(self, realm, authuri):
        for with_port in True, False:
            wanted = self.reduce_uri(authuri, with_port)
            for places, known in self.passwd.get(realm, {}).items():
                if any(self.is_suburi(place, wanted) for place in places):
                    return known
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """The host of a URI, with its scheme's port where it says none, and its path; or those of a host alone."""
        parts = urlsplit(uri)
        if not parts.netloc:
            return uri, "/"
        host, colon, port = parts.netloc.rpartition(":")
        known = {"http": "80", "https": "443"}.get(parts.scheme)
        authority = parts.netloc
        if default_port and known and not (colon and port.isdigit()):
            authority = f"{host if colon and not port else authority}:{known}"
        return authority, parts.path or "/"

    def is_suburi(self, base, test):
        """Whether a place is another one, or below it."""
        if base == test:
            return True
        return base[0] == test[0] and test[1].startswith(base[1] if base[1].endswith("/") else base[1] + "/")


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """Keeps names and passwords, some for any realm."""

    def find_user_password(self, realm, authuri):
        user, password = HTTPPasswordMgr.find_user_password(self, realm, authuri)
        return (user, password) if user is not None else HTTPPasswordMgr.find_user_password(self, None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    """Keeps names and passwords that are sent unasked."""


class AbstractBasicAuthHandler:
    """Knows names and passwords."""

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password


class AbstractDigestAuthHandler(AbstractBasicAuthHandler):
    """Knows names and passwords."""


def getproxies():
    """The proxies that the environment names."""
    import os
    found = {name.lower()[:-6]: value for name, value in os.environ.items() if name.lower().endswith("_proxy") and value}
    if "REQUEST_METHOD" in os.environ:
        found.pop("http", None)
    return found


def pathname2url(pathname):
    """A path as it is in a URL."""
    return quote(pathname)


def url2pathname(pathname):
    """A path of a URL's."""
    return unquote(pathname)


for _name, _bases in {
    "HTTPDefaultErrorHandler": (), "HTTPRedirectHandler": (), "HTTPErrorProcessor": (), "UnknownHandler": (), "HTTPHandler": (_Settled,),
    "HTTPSHandler": (_Settled,), "FileHandler": (), "FTPHandler": (), "CacheFTPHandler": (),
    "HTTPBasicAuthHandler": (AbstractBasicAuthHandler, BaseHandler), "ProxyBasicAuthHandler": (AbstractBasicAuthHandler, BaseHandler),
    "HTTPDigestAuthHandler": (BaseHandler, AbstractDigestAuthHandler), "ProxyDigestAuthHandler": (BaseHandler, AbstractDigestAuthHandler),
}.items():
    globals()[_name] = type(_name, _bases or (BaseHandler,), {"__module__": __name__, "__doc__": "Has nothing to do without a network."})
del _name, _bases

_opener = None


def build_opener(*handlers):
    """An opener with handlers of one's own."""
    opener = OpenerDirector()
    for handler in (DataHandler, *handlers):
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


def install_opener(opener):
    """Have urlopen use an opener."""
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=None, *, cafile=None, capath=None, cadefault=False, context=None):
    """Open what a URL names."""
    return (_opener or build_opener()).open(url, data, timeout)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copy what a URL names to a file."""
    with urlopen(url, data) as answer:
        if not filename:
            import tempfile
            filename = tempfile.mkstemp()[1]
        with open(filename, "wb") as file:
            file.write(answer.read())
        return filename, answer.info()


def urlcleanup():
    """Forget the opener."""
    install_opener(None)
