"""What is known of a request by its environment."""

import posixpath

__all__ = ["FileWrapper", "guess_scheme", "application_uri", "request_uri", "shift_path_info", "setup_testing_defaults"]


class FileWrapper:
    """The blocks of a file."""

    def __init__(self, filelike, blksize=8192):
        self.filelike, self.blksize = filelike, blksize
        if hasattr(filelike, "close"):
            self.close = filelike.close

    def __iter__(self):
        return self

    def __next__(self):
        block = self.filelike.read(self.blksize)
        if not block:
            raise StopIteration
        return block


def guess_scheme(environ):
    """http, or https where the environment says so."""
    return "https" if environ.get("HTTPS") in ("yes", "on", "1") else "http"


def application_uri(environ):
    """The URI of the application."""
    from urllib.parse import quote
    scheme = environ["wsgi.url_scheme"]
    url = scheme + "://"
    if environ.get("HTTP_HOST"):
        url += environ["HTTP_HOST"]
    else:
        url += environ["SERVER_NAME"]
        if environ["SERVER_PORT"] != {"https": "443"}.get(scheme, "80"):
            url += ":" + environ["SERVER_PORT"]
    return url + quote(environ.get("SCRIPT_NAME") or "/", encoding="latin1")


def request_uri(environ, include_query=True):
    """The URI of the request."""
    from urllib.parse import quote
    path = quote(environ.get("PATH_INFO", ""), safe="/;=,", encoding="latin1")
    url = application_uri(environ)
    url += path if environ.get("SCRIPT_NAME") else path[1:]
    if include_query and environ.get("QUERY_STRING"):
        url += "?" + environ["QUERY_STRING"]
    return url


def shift_path_info(environ):
    """Move the first name of PATH_INFO to the end of SCRIPT_NAME; None where there is none."""
    path = environ.get("PATH_INFO", "")
    if not path:
        return None
    parts = path.split("/")
    parts[1:-1] = [part for part in parts[1:-1] if part and part != "."]
    name = parts[1]
    del parts[1]
    script = posixpath.normpath(environ.get("SCRIPT_NAME", "") + "/" + name)
    if script.endswith("/"):
        script = script[:-1]
    if not name and not script.endswith("/"):
        script += "/"
    environ["SCRIPT_NAME"], environ["PATH_INFO"] = script, "/".join(parts)
    return None if name == "." else name


def setup_testing_defaults(environ):
    """Give an environment what it lacks, for tests."""
    from io import BytesIO, StringIO
    missing = environ.setdefault
    missing("SERVER_NAME", "127.0.0.1")
    missing("SERVER_PROTOCOL", "HTTP/1.0")
    missing("HTTP_HOST", environ["SERVER_NAME"])
    missing("REQUEST_METHOD", "GET")
    if "SCRIPT_NAME" not in environ and "PATH_INFO" not in environ:
        missing("SCRIPT_NAME", "")
        missing("PATH_INFO", "/")
    missing("wsgi.version", (1, 0))
    missing("wsgi.run_once", 0)
    missing("wsgi.multithread", 0)
    missing("wsgi.multiprocess", 0)
    missing("wsgi.input", BytesIO())
    missing("wsgi.errors", StringIO())
    missing("wsgi.url_scheme", guess_scheme(environ))
    missing("SERVER_PORT", {"http": "80", "https": "443"}.get(environ["wsgi.url_scheme"]) or "80")


_hoppish = {"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailers", "transfer-encoding", "upgrade"}


def is_hop_by_hop(header_name):
    """Whether a header is for the next connection alone."""
    return header_name.lower() in _hoppish
