# A handler of HTTP requests without a network: what it reads and what it answers.
import io
import re
import sys
from http.server import BaseHTTPRequestHandler
from unittest.mock import MagicMock, patch


class Connection:
    def __init__(self, data):
        self.data, self.sent = data, b""

    def makefile(self, mode, size=-1):
        return io.BytesIO(self.data)

    def sendall(self, data):
        self.sent += bytes(data)


class Handler(BaseHTTPRequestHandler):
    def log_message(self, format, *args):
        print("log:", format % args)

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(f"{self.command} {self.path} {self.headers['Host']} {self.request_version} {self.client_address}".encode())

    do_HEAD = do_GET

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(201, "Made")
        self.end_headers()
        self.wfile.write(body[::-1])

    def do_DELETE(self):
        self.send_error(404)

    def do_PUT(self):
        self.send_error(403, "No <way>", "since")


class Kept(Handler):
    protocol_version = "HTTP/1.1"


def ask(request, handler=Handler):
    c = Connection(request)
    h = handler(c, ("1.2.3.4", 5), None)
    print(re.sub(rb"Date: [^\r]*", b"Date: D", re.sub(rb"Python/3[0-9.]*", b"Python/3", c.sent)).decode().replace("\r", "<"), h.close_connection)


ask(b"GET /a?b=c HTTP/1.1\r\nHost: h\r\n\r\n")
ask(b"HEAD / HTTP/1.0\r\n\r\n")
ask(b"POST /p HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcdef")
ask(b"DELETE /x HTTP/1.1\r\n\r\n")
ask(b"PUT //x HTTP/1.1\r\n\r\n")
ask(b"NOSUCH / HTTP/1.1\r\n\r\n")
ask(b"GET / HTTP/x.y\r\n\r\n")
ask(b"GET / HTTP/3.0\r\n\r\n")
ask(b"GET\r\n\r\n")
ask(b"GET /old\r\n\r\n")
ask(b"POST /old\r\n\r\n")
ask(b"")
ask(b"GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: i\r\nConnection: close\r\n\r\nGET /3 HTTP/1.1\r\n\r\n", Kept)
ask(b"POST /e HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\nConnection: close\r\n\r\nz", Kept)

with patch("http.server.BaseHTTPRequestHandler.handle"):
    h = Handler(MagicMock(), ("127.0.0.1", 8080), MagicMock())
h.rfile.read = MagicMock(return_value=b"{}")
h.send_response = MagicMock()
h.request_version = "HTTP/1.1"
h.headers = {"Content-Length": "2"}
h.do_POST() if False else print(h.rfile.read(2), h.version_string().split("/")[0], h.address_string(), h.date_time_string(0))
