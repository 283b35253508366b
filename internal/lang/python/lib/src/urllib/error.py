"""Errors of URLs."""

__all__ = ["URLError", "HTTPError", "ContentTooShortError"]


class URLError(OSError):
    """What a URL names can't be had."""

    def __init__(self, reason, filename=None):
        self.args = reason,
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return "<urlopen error %s>" % self.reason


class HTTPError(URLError):
    """A server's answer that is an error."""

    def __init__(self, url, code, msg, hdrs, fp):
        super().__init__(msg)
        self.code = code
        self.msg = msg
        self.hdrs = self.headers = hdrs
        if fp is None:
            import io
            fp = io.BytesIO()
        self.fp = fp
        self.filename = self.url = url

    def __getattr__(self, name):
        if name in ("read", "readline", "readlines", "close", "closed"):
            return getattr(self.fp, name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def info(self):
        """The headers."""
        return self.hdrs

    def geturl(self):
        """The URL."""
        return self.url

    def getcode(self):
        """The code."""
        return self.code

    status = property(lambda self: self.code)

    def __iter__(self):
        return iter(self.fp)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __str__(self):
        return "HTTP Error %s: %s" % (self.code, self.msg)

    def __repr__(self):
        return "<HTTPError %s: %r>" % (self.code, self.msg)


class ContentTooShortError(URLError):
    """Less came than there is."""

    def __init__(self, message, content):
        super().__init__(message)
        self.content = content
