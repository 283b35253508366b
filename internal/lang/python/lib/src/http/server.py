"""Servers of HTTP: importable, and refused on use, since a program in a sandbox has no network."""

import socketserver

__all__ = ["HTTPServer", "ThreadingHTTPServer", "BaseHTTPRequestHandler", "SimpleHTTPRequestHandler", "CGIHTTPRequestHandler"]


class HTTPServer(socketserver.TCPServer):
    """Refused."""


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    """Refused."""


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    """What a request is handled by."""

    server_version = "BaseHTTP/0.6"
    protocol_version = "HTTP/1.0"
    default_request_version = "HTTP/0.9"


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    """Has files."""


class CGIHTTPRequestHandler(SimpleHTTPRequestHandler):
    """Runs programs."""
