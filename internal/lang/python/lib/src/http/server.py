"""Servers of HTTP: a handler of requests, and servers that are refused on use, since a program in a sandbox has no network."""

import html
import sys
import time
from http import HTTPStatus
from http.client import HTTPException, LineTooLong

import socketserver

__version__ = "0.6"
__all__ = ["HTTPServer", "ThreadingHTTPServer", "BaseHTTPRequestHandler", "SimpleHTTPRequestHandler", "CGIHTTPRequestHandler"]

DEFAULT_ERROR_MESSAGE = """\
<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
"""
DEFAULT_ERROR_CONTENT_TYPE = "text/html;charset=utf-8"


class HTTPServer(socketserver.TCPServer):
    """Refused."""


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    """Refused."""


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    """Reads requests, and calls do_GET and the like for them."""

    sys_version = "Python/3.11"
    server_version = "BaseHTTP/" + __version__
    error_message_format = DEFAULT_ERROR_MESSAGE
    error_content_type = DEFAULT_ERROR_CONTENT_TYPE
    default_request_version = "HTTP/0.9"
    protocol_version = "HTTP/1.0"
    responses = {status: (status.phrase, status.description) for status in HTTPStatus}
    weekdayname = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    monthname = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    def handle(self):
        """Handle requests until the connection is to end."""
        self.close_connection = True
        self.handle_one_request()
        while not self.close_connection:
            self.handle_one_request()

    def handle_one_request(self):
        """Handle the next request."""
        self.raw_requestline = self.rfile.readline(65537)
        if len(self.raw_requestline) > 65536:
            self.requestline = self.request_version = self.command = ""
            self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
            return
        if not self.raw_requestline:
            self.close_connection = True
            return
        if not self.parse_request():
            return
        method = getattr(self, "do_" + self.command, None)
        if method is None:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED, "Unsupported method (%r)" % self.command)
            return
        method()
        self.wfile.flush()

    def parse_request(self):
        """Read a request's first line and its headers; false is one that was answered with an error."""
        self.command = None
        self.request_version = version = self.default_request_version
        self.close_connection = True
        self.requestline = str(self.raw_requestline, "iso-8859-1").rstrip("\r\n")
        words = self.requestline.split()
        if not words:
            return False
        if len(words) >= 3:
            version = words[-1]
            number = self._version(version)
            if number is None:
                return self._refuse(HTTPStatus.BAD_REQUEST, "Bad request version (%r)" % version)
            if number >= (1, 1) and self.protocol_version >= "HTTP/1.1":
                self.close_connection = False
            if number >= (2, 0):
                return self._refuse(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, "Invalid HTTP version (%s)" % version[5:])
            self.request_version = version
        if not 2 <= len(words) <= 3:
            return self._refuse(HTTPStatus.BAD_REQUEST, "Bad request syntax (%r)" % self.requestline)
        self.command, self.path = words[:2]
        if len(words) == 2 and self.command != "GET":
            return self._refuse(HTTPStatus.BAD_REQUEST, "Bad HTTP/0.9 request type (%r)" % self.command)
        if self.path.startswith("//"):
            self.path = "/" + self.path.lstrip("/")
        try:
            self.headers = self._headers()
        except HTTPException as e:
            return self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Line too long" if isinstance(e, LineTooLong) else "Too many headers", str(e))
        connection = self.headers.get("Connection", "").lower()
        if connection == "close":
            self.close_connection = True
        elif connection == "keep-alive" and self.protocol_version >= "HTTP/1.1":
            self.close_connection = False
        if self.headers.get("Expect", "").lower() == "100-continue" and self.protocol_version >= "HTTP/1.1" and self.request_version >= "HTTP/1.1":
            return self.handle_expect_100()
        return True

    def _refuse(self, status, message, explain=None):
        self.send_error(status, message, explain)
        return False

    @staticmethod
    def _version(text):
        name, slash, number = text.partition("/")
        parts = number.split(".")
        if name != "HTTP" or not slash or len(parts) != 2 or not all(p.isdecimal() and len(p) <= 10 for p in parts):
            return None
        return int(parts[0]), int(parts[1])

    def _headers(self):
        from email.parser import Parser
        from http.client import HTTPMessage
        lines = []
        while True:
            line = self.rfile.readline(65537)
            if len(line) > 65536:
                raise LineTooLong("header line")
            lines.append(line)
            if len(lines) > 100:
                raise HTTPException("got more than 100 headers")
            if line in (b"\r\n", b"\n", b""):
                break
        return Parser(_class=HTTPMessage).parsestr(b"".join(lines).decode("iso-8859-1"))

    def handle_expect_100(self):
        """Have the client send the rest of a request."""
        self.send_response_only(HTTPStatus.CONTINUE)
        self.end_headers()
        return True

    def send_error(self, code, message=None, explain=None):
        """Answer with an error."""
        short, long = self.responses.get(code, ("???", "???"))
        message = short if message is None else message
        explain = long if explain is None else explain
        self.log_error("code %d, message %s", code, message)
        self.send_response(code, message)
        self.send_header("Connection", "close")
        body = None
        if code >= 200 and code not in (HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT, HTTPStatus.NOT_MODIFIED):
            text = self.error_message_format % {"code": code, "message": html.escape(message, quote=False),
                                                "explain": html.escape(explain, quote=False)}
            body = text.encode("UTF-8", "replace")
            self.send_header("Content-Type", self.error_content_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and body:
            self.wfile.write(body)

    def send_response(self, code, message=None):
        """Begin an answer, with the headers that every one has."""
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header("Server", self.version_string())
        self.send_header("Date", self.date_time_string())

    def send_response_only(self, code, message=None):
        """Begin an answer."""
        if self.request_version == "HTTP/0.9":
            return
        if message is None:
            message = self.responses[code][0] if code in self.responses else ""
        self._buffer().append(("%s %d %s\r\n" % (self.protocol_version, code, message)).encode("latin-1", "strict"))

    def _buffer(self):
        return self.__dict__.setdefault("_headers_buffer", [])

    def send_header(self, keyword, value):
        """Add a header to the answer."""
        if self.request_version != "HTTP/0.9":
            self._buffer().append(("%s: %s\r\n" % (keyword, value)).encode("latin-1", "strict"))
        if keyword.lower() == "connection":
            if value.lower() == "close":
                self.close_connection = True
            elif value.lower() == "keep-alive":
                self.close_connection = False

    def end_headers(self):
        """End the headers of the answer."""
        if self.request_version != "HTTP/0.9":
            self._buffer().append(b"\r\n")
            self.flush_headers()

    def flush_headers(self):
        """Send the headers so far."""
        if hasattr(self, "_headers_buffer"):
            self.wfile.write(b"".join(self._headers_buffer))
            self._headers_buffer = []

    def log_request(self, code="-", size="-"):
        """Log a request that was answered."""
        if isinstance(code, HTTPStatus):
            code = code.value
        self.log_message('"%s" %s %s', self.requestline, str(code), str(size))

    def log_error(self, format, *args):
        """Log an error."""
        self.log_message(format, *args)

    _hidden = {c: "\\x%02x" % c for c in (*range(0x20), *range(0x7f, 0xa0))} | {ord("\\"): "\\\\"}

    def log_message(self, format, *args):
        """Log a line."""
        sys.stderr.write("%s - - [%s] %s\n" % (self.address_string(), self.log_date_time_string(), (format % args).translate(self._hidden)))

    def version_string(self):
        """What the server says it is."""
        return self.server_version + " " + self.sys_version

    def date_time_string(self, timestamp=None):
        """A time as headers have it."""
        from email.utils import formatdate
        return formatdate(time.time() if timestamp is None else timestamp, usegmt=True)

    def log_date_time_string(self):
        """The time as logs have it."""
        now = time.localtime()
        return "%02d/%3s/%04d %02d:%02d:%02d" % (now.tm_mday, self.monthname[now.tm_mon], now.tm_year, now.tm_hour, now.tm_min, now.tm_sec)

    def address_string(self):
        """Where the client is."""
        return self.client_address[0]


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    """Has files."""


class CGIHTTPRequestHandler(SimpleHTTPRequestHandler):
    """Runs programs."""
