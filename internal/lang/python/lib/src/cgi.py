"""What a web server hands to a program: forms, and headers with parameters."""

import os
import sys
import warnings
from email.message import Message
from io import BytesIO, StringIO, TextIOWrapper
from urllib.parse import parse_qsl

__all__ = ["MiniFieldStorage", "FieldStorage", "parse", "parse_multipart", "parse_header"]

warnings.warn("'cgi' is deprecated and slated for removal in Python 3.13", DeprecationWarning, stacklevel=2)

maxlen = 0


def _pieces(text):
    """The parts between semicolons that aren't in quotes."""
    while text[:1] == ";":
        text = text[1:]
        end = text.find(";")
        while end > 0 and (text.count('"', 0, end) - text.count('\\"', 0, end)) % 2:
            end = text.find(";", end + 1)
        if end < 0:
            end = len(text)
        yield text[:end].strip()
        text = text[end:]


def parse_header(line):
    """A header's value, and its parameters as a dictionary."""
    pieces = _pieces(";" + line)
    key = next(pieces)
    found = {}
    for piece in pieces:
        name, equals, value = piece.partition("=")
        if equals:
            value = value.strip()
            if len(value) >= 2 and value[0] == value[-1] == '"':
                value = value[1:-1].replace("\\\\", "\\").replace('\\"', '"')
            found[name.strip().lower()] = value
    return key, found


class MiniFieldStorage:
    """A field of a form that is a name and a value."""

    filename = list = file = type = disposition = None
    type_options, disposition_options, headers = {}, {}, {}

    def __init__(self, name, value):
        self.name, self.value = name, value

    def __repr__(self):
        return "MiniFieldStorage(%r, %r)" % (self.name, self.value)


class FieldStorage:
    """A form, or a field of one: as a dictionary of fields by their names."""

    def __init__(self, fp=None, headers=None, outerboundary=b"", environ=os.environ, keep_blank_values=0, strict_parsing=0, limit=None,
                 encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
        self.keep_blank_values, self.strict_parsing = keep_blank_values, strict_parsing
        self.encoding, self.errors, self.max_num_fields, self.separator = encoding, errors, max_num_fields, separator
        method = environ.get("REQUEST_METHOD", "GET").upper()
        self.qs_on_post = None
        if headers is None:
            headers = {"content-type": "application/x-www-form-urlencoded"}
            if method in ("GET", "HEAD"):
                query = environ.get("QUERY_STRING", sys.argv[1] if sys.argv[1:] and "QUERY_STRING" not in environ else "")
                fp = BytesIO(query.encode(encoding))
            else:
                headers["content-type"] = environ.get("CONTENT_TYPE", headers["content-type"] if method == "POST" else "text/plain")
                self.qs_on_post = environ.get("QUERY_STRING")
                if "CONTENT_LENGTH" in environ:
                    headers["content-length"] = environ["CONTENT_LENGTH"]
        self.headers = headers
        self.fp = sys.stdin.buffer if fp is None else fp.buffer if isinstance(fp, TextIOWrapper) else fp
        self.disposition, self.disposition_options = parse_header(headers.get("content-disposition", "")) if "content-disposition" in headers else ("", {})
        self.name, self.filename = self.disposition_options.get("name"), self.disposition_options.get("filename")
        self.type, self.type_options = parse_header(headers["content-type"]) if "content-type" in headers else ("text/plain", {})
        try:
            self.length = int(headers.get("content-length", -1))
        except ValueError:
            self.length = -1
        if maxlen and self.length > maxlen:
            raise ValueError("Maximum content length exceeded")
        self.list = self.file = None
        self.done = 0
        body = self.fp.read(self.length) if self.length >= 0 else self.fp.read()
        if self.type == "application/x-www-form-urlencoded":
            self._fields(body.decode(encoding, errors) if isinstance(body, bytes) else body)
        elif self.type[:10] == "multipart/":
            self._parts(body, self.type_options.get("boundary", "").encode("ascii"))
        else:
            self.file = BytesIO(body) if self.filename is not None or not self.name else StringIO(body.decode(encoding, errors))

    def _fields(self, query):
        query += self.separator + self.qs_on_post if self.qs_on_post else ""
        pairs = parse_qsl(query, self.keep_blank_values, self.strict_parsing, encoding=self.encoding, errors=self.errors,
                          max_num_fields=self.max_num_fields, separator=self.separator)
        self.list = [MiniFieldStorage(key, value) for key, value in pairs]

    def _parts(self, body, boundary):
        if not boundary:
            raise ValueError("Invalid boundary in multipart form: %r" % (boundary,))
        import re
        pairs = parse_qsl(self.qs_on_post or "", self.keep_blank_values, max_num_fields=self.max_num_fields)
        self.list = [MiniFieldStorage(*pair) for pair in pairs]
        body, start = b"\n" + body, None
        for mark in re.finditer(rb"\r?\n--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|\Z)", body):
            if start is not None:
                self._part(body[start:mark.start()])
            start = None if mark[1] else mark.end()
            if mark[1]:
                break
        if start is not None:
            self._part(body[start:])

    def _part(self, part):
        import re
        head, *content = re.split(rb"\r?\n\r?\n", part, maxsplit=1)
        headers = Message()
        for line in re.split(r"\r?\n", head.decode(self.encoding, self.errors)):
            name, colon, value = line.partition(":")
            if colon and name.strip().lower() != "content-length":
                headers[name.strip()] = value.strip()
        self.list.append(type(self)(BytesIO(b"".join(content)), headers, environ={}, encoding=self.encoding, errors=self.errors))
        if self.max_num_fields is not None and len(self.list) > self.max_num_fields:
            raise ValueError("Max number of fields exceeded")

    def __repr__(self):
        return "FieldStorage(%r, %r, %r)" % (self.name, self.filename, self.value)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.file is not None:
            self.file.close()

    def __getattr__(self, name):
        if name != "value":
            raise AttributeError(name)
        if self.file is None:
            return self.list
        self.file.seek(0)
        value = self.file.read()
        self.file.seek(0)
        return value

    def _named(self, key):
        if self.list is None:
            raise TypeError("not indexable")
        return [item for item in self.list if item.name == key]

    def __iter__(self):
        return iter(self.keys())

    def __getitem__(self, key):
        found = self._named(key)
        if not found:
            raise KeyError(key)
        return found[0] if len(found) == 1 else found

    def __contains__(self, key):
        return bool(self._named(key))

    def __len__(self):
        return len(self.keys())

    def __bool__(self):
        if self.list is None:
            raise TypeError("Cannot be converted to bool.")
        return bool(self.list)

    def keys(self):
        """The names of the fields."""
        if self.list is None:
            raise TypeError("not indexable")
        return list(set(item.name for item in self.list))

    def getvalue(self, key, default=None):
        """The value of a field, or a list of those of many."""
        found = [item.value for item in self._named(key)]
        return default if not found else found[0] if len(found) == 1 else found

    def getfirst(self, key, default=None):
        """The first value of a field."""
        found = self._named(key)
        return found[0].value if found else default

    def getlist(self, key):
        """The values of a field."""
        return [item.value for item in self._named(key)]


def parse(fp=None, environ=os.environ, keep_blank_values=0, strict_parsing=0, separator="&"):
    """A form as a dictionary of lists."""
    form = FieldStorage(fp, environ=environ, keep_blank_values=keep_blank_values, strict_parsing=strict_parsing, separator=separator)
    found = {}
    for item in form.list or ():
        found.setdefault(item.name, []).append(item.value)
    return found


def parse_multipart(fp, pdict, encoding="utf-8", errors="replace", separator="&"):
    """A multipart form as a dictionary of lists."""
    boundary = pdict["boundary"].decode("ascii") if isinstance(pdict["boundary"], bytes) else pdict["boundary"]
    headers = {"content-type": 'multipart/form-data; boundary="%s"' % boundary}
    if "CONTENT-LENGTH" in pdict:
        headers["content-length"] = pdict["CONTENT-LENGTH"]
    form = FieldStorage(fp, headers, environ={"REQUEST_METHOD": "POST"}, encoding=encoding, errors=errors)
    return {name: form.getlist(name) for name in dict.fromkeys(item.name for item in form.list)}
