# A handler refuses headers that are too long or too many.
import io, sys
from http.server import BaseHTTPRequestHandler

class Socket:
    def __init__(self, data): self.data, self.sent = data, b""
    def makefile(self, *args): return io.BytesIO(self.data)
    def sendall(self, data): self.sent += bytes(data)

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response_only(200)
        self.send_header("X", str(len(self.headers)))
        self.end_headers()
    def log_message(self, *args): print("log", args)
    def date_time_string(self, timestamp=None): return "now"
    def version_string(self): return "me"

for headers in b"A: b\r\n", b"A: b\r\n" * 99, b"A: b\r\n" * 100, b"A: " + b"b" * 65530 + b"\r\n", b"A: " + b"b" * 65540 + b"\r\n":
    socket = Socket(b"GET / HTTP/1.0\r\n" + headers + b"\r\n")
    Handler(socket, ("here", 1), None)
    print(socket.sent.decode())

for version in "HTTP/1.1", "HTTP/\u00b2.1", "HTTP/01.1", "HTTP/+1.1", "HTTP/1.x":
    socket = Socket(f"GET / {version}\r\n\r\n".encode("latin-1"))
    Handler(socket, ("here", 1), None)
    print(version, socket.sent.decode("latin-1")[:30])
