"""XML-RPC: texts of calls and answers. There is no network: a call is an error that says so, unless a program has a
transport of its own."""

import errno
import http.client
import urllib.parse
from io import BytesIO
from xml.parsers import expat

from xmlrpc._marshal import MAXINT, MININT, Marshaller, Unmarshaller, escape
from xmlrpc._values import (WRAPPERS, Binary, Boolean, DateTime, Error, Fault, ProtocolError, ResponseError, _binary, _datetime,
                            _datetime_type, _iso8601_format, _strftime, boolean)

__version__ = "3.11"

PARSE_ERROR, SERVER_ERROR, APPLICATION_ERROR, SYSTEM_ERROR, TRANSPORT_ERROR = -32700, -32600, -32500, -32400, -32300
NOT_WELLFORMED_ERROR, UNSUPPORTED_ENCODING, INVALID_ENCODING_CHAR = -32700, -32701, -32702
INVALID_XMLRPC, METHOD_NOT_FOUND, INVALID_METHOD_PARAMS, INTERNAL_ERROR = -32600, -32601, -32602, -32603

FastMarshaller = FastParser = FastUnmarshaller = None


class ExpatParser:
    """Feeds a target with what expat finds."""

    def __init__(self, target):
        self._parser = parser = expat.ParserCreate(None, None)
        self._target = target
        parser.StartElementHandler, parser.EndElementHandler = target.start, target.end
        parser.CharacterDataHandler = target.data
        target.xml(None, None)

    def feed(self, data):
        self._parser.Parse(data, False)

    def close(self):
        try:
            parser = self._parser
        except AttributeError:
            return
        del self._target, self._parser
        parser.Parse(b"", True)


def getparser(use_datetime=False, use_builtin_types=False):
    """A parser, and what it feeds."""
    target = Unmarshaller(use_datetime=use_datetime, use_builtin_types=use_builtin_types)
    return ExpatParser(target), target


def dumps(params, methodname=None, methodresponse=None, encoding=None, allow_none=False):
    """The text of a call, of an answer or of parameters alone."""
    assert isinstance(params, (tuple, Fault)), "argument must be tuple or Fault instance"
    if isinstance(params, Fault):
        methodresponse = 1
    elif methodresponse and isinstance(params, tuple):
        assert len(params) == 1, "response tuple must be a singleton"
    encoding = encoding or "utf-8"
    data = Marshaller(encoding, allow_none).dumps(params)
    header = "<?xml version='1.0'?>\n" if encoding == "utf-8" else "<?xml version='1.0' encoding='%s'?>\n" % str(encoding)
    if methodname:
        return f"{header}<methodCall>\n<methodName>{methodname}</methodName>\n{data}</methodCall>\n"
    if methodresponse:
        return f"{header}<methodResponse>\n{data}</methodResponse>\n"
    return data


def loads(data, use_datetime=False, use_builtin_types=False):
    """The values and the method's name of a text; a Fault is raised."""
    parser, target = getparser(use_datetime=use_datetime, use_builtin_types=use_builtin_types)
    parser.feed(data)
    parser.close()
    return target.close(), target.getmethodname()


def gzip_encode(data):
    """Bytes, compressed."""
    import gzip
    out = BytesIO()
    with gzip.GzipFile(mode="wb", fileobj=out, compresslevel=1) as file:
        file.write(data)
    return out.getvalue()


def gzip_decode(data, max_decode=20971520):
    """What was compressed, as long as it isn't too much; a negative number is no bound."""
    import gzip
    with gzip.GzipFile(mode="rb", fileobj=BytesIO(data)) as file:
        try:
            decoded = file.read() if max_decode < 0 else file.read(max_decode + 1)
        except OSError:
            raise ValueError("invalid data")
    if max_decode >= 0 and len(decoded) > max_decode:
        raise ValueError("max gzipped payload length exceeded")
    return decoded


class _Method:
    """A method of the other side, by the name that its attributes make."""

    def __init__(self, send, name):
        self.__send, self.__name = send, name

    def __getattr__(self, name):
        return _Method(self.__send, "%s.%s" % (self.__name, name))

    def __call__(self, *args):
        return self.__send(self.__name, args)


class MultiCallIterator:
    """The results of calls made at once."""

    def __init__(self, results):
        self.results = results

    def __getitem__(self, i):
        item = self.results[i]
        if type(item) == type({}):
            raise Fault(item["faultCode"], item["faultString"])
        if type(item) == type([]):
            return item[0]
        raise ValueError("unexpected type in multicall result")


class _MultiCallMethod:
    def __init__(self, call_list, name):
        self.__call_list, self.__name = call_list, name

    def __getattr__(self, name):
        return _MultiCallMethod(self.__call_list, "%s.%s" % (self.__name, name))

    def __call__(self, *args):
        self.__call_list.append((self.__name, args))


class MultiCall:
    """Calls that are made at once."""

    def __init__(self, server):
        self.__server, self.__call_list = server, []

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __getattr__(self, name):
        return _MultiCallMethod(self.__call_list, name)

    def __call__(self):
        calls = [{"methodName": name, "params": args} for name, args in self.__call_list]
        return MultiCallIterator(self.__server.system.multicall(calls))


class Transport:
    """Makes connections, where there is a network; programs override request or make_connection."""

    user_agent = "Python-xmlrpc/%s" % __version__
    accept_gzip_encoding = True
    encode_threshold = None

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=()):
        self._use_datetime, self._use_builtin_types = use_datetime, use_builtin_types
        self._connection, self._headers, self._extra_headers = (None, None), list(headers), []

    def request(self, host, handler, request_body, verbose=False):
        """Make a call, once more where the connection was lost."""
        for i in (0, 1):
            try:
                return self.single_request(host, handler, request_body, verbose)
            except http.client.RemoteDisconnected:
                if i:
                    raise
            except OSError as e:
                if i or e.errno not in (errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE):
                    raise

    def single_request(self, host, handler, request_body, verbose=False):
        try:
            connection = self.send_request(host, handler, request_body, verbose)
            response = connection.getresponse()
            if response.status == 200:
                self.verbose = verbose
                return self.parse_response(response)
        except Fault:
            raise
        except Exception:
            self.close()
            raise
        if response.getheader("content-length", ""):
            response.read()
        raise ProtocolError(host + handler, response.status, response.reason, dict(response.getheaders()))

    def getparser(self):
        return getparser(use_datetime=self._use_datetime, use_builtin_types=self._use_builtin_types)

    def get_host_info(self, host):
        """The host, headers for it, and facts of X.509."""
        x509 = {}
        if isinstance(host, tuple):
            host, x509 = host
        auth, host = urllib.parse._splituser(host) if hasattr(urllib.parse, "_splituser") else (host.rpartition("@")[0] or None, host.rpartition("@")[2])
        if not auth:
            return host, [], x509
        import base64
        auth = base64.encodebytes(urllib.parse.unquote_to_bytes(auth)).decode("utf-8")
        return host, [("Authorization", "Basic " + "".join(auth.split()))], x509

    def make_connection(self, host):
        if self._connection and host == self._connection[0]:
            return self._connection[1]
        chost, self._extra_headers, x509 = self.get_host_info(host)
        self._connection = host, http.client.HTTPConnection(chost)
        return self._connection[1]

    def close(self):
        host, connection = self._connection
        if connection:
            self._connection = (None, None)
            connection.close()

    def send_request(self, host, handler, request_body, debug):
        connection = self.make_connection(host)
        headers = self._headers + self._extra_headers
        connection.putrequest("POST", handler)
        headers.append(("Content-Type", "text/xml"))
        headers.append(("User-Agent", self.user_agent))
        self.send_headers(connection, headers)
        self.send_content(connection, request_body)
        return connection

    def send_headers(self, connection, headers):
        for key, val in headers:
            connection.putheader(key, val)

    def send_content(self, connection, request_body):
        connection.putheader("Content-Length", str(len(request_body)))
        connection.endheaders(request_body)

    def parse_response(self, response):
        """The values of an answer."""
        parser, target = self.getparser()
        while data := response.read(1024):
            if self.verbose:
                print("body:", repr(data))
            parser.feed(data)
        parser.close()
        return target.close()


class SafeTransport(Transport):
    """The same for HTTPS."""

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=(), context=None):
        super().__init__(use_datetime=use_datetime, use_builtin_types=use_builtin_types, headers=headers)
        self.context = context


class ServerProxy:
    """The other side, whose methods are called as its attributes."""

    def __init__(self, uri, transport=None, encoding=None, verbose=False, allow_none=False, use_datetime=False, use_builtin_types=False, *,
                 headers=(), context=None):
        p = urllib.parse.urlsplit(uri)
        if p.scheme not in ("http", "https"):
            raise OSError("unsupported XML-RPC protocol")
        self.__host = p.netloc
        self.__handler = urllib.parse.urlunsplit(["", "", *p[2:]]) or "/RPC2"
        if transport is None:
            kind, extra = (SafeTransport, {"context": context}) if p.scheme == "https" else (Transport, {})
            transport = kind(use_datetime=use_datetime, use_builtin_types=use_builtin_types, headers=headers, **extra)
        self.__transport, self.__encoding = transport, encoding or "utf-8"
        self.__verbose, self.__allow_none = verbose, allow_none

    def __close(self):
        self.__transport.close()

    def __request(self, methodname, params):
        request = dumps(params, methodname, encoding=self.__encoding, allow_none=self.__allow_none).encode(self.__encoding, "xmlcharrefreplace")
        response = self.__transport.request(self.__host, self.__handler, request, verbose=self.__verbose)
        return response[0] if len(response) == 1 else response

    def __repr__(self):
        return "<%s for %s%s>" % (self.__class__.__name__, self.__host, self.__handler)

    def __getattr__(self, name):
        return _Method(self.__request, name)

    def __call__(self, attr):
        """What can't be had as an attribute: close, and the transport."""
        if attr == "close":
            return self.__close
        if attr == "transport":
            return self.__transport
        raise AttributeError("Attribute %r not found" % (attr,))

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.__close()


Server = ServerProxy
