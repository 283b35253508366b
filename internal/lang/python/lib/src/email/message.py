"""Messages: headers, and a payload of text, bytes or other messages."""

from email import charset as _charset
from email._parameters import Parameters
from email._policybase import compat32

__all__ = ["Message", "EmailMessage"]

Charset = _charset.Charset


def _is_surrogate(text):
    return isinstance(text, str) and any("\ud800" <= c <= "\udfff" for c in text)


class Message(Parameters):
    """A message."""

    def __init__(self, policy=compat32):
        self.policy = policy
        self._headers = []
        self._unixfrom = self._payload = self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The message as a text."""
        from io import StringIO
        from email.generator import Generator
        fp = StringIO()
        Generator(fp, mangle_from_=False, maxheaderlen=maxheaderlen, policy=policy or self.policy).flatten(self, unixfrom=unixfrom)
        return fp.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        """The message as bytes."""
        from io import BytesIO
        from email.generator import BytesGenerator
        fp = BytesIO()
        BytesGenerator(fp, mangle_from_=False, policy=policy or self.policy).flatten(self, unixfrom=unixfrom)
        return fp.getvalue()

    def is_multipart(self):
        """True if the payload is a list of messages."""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    def attach(self, payload):
        """Add a message to the payload."""
        if self._payload is None:
            self._payload = [payload]
        elif isinstance(self._payload, list):
            self._payload.append(payload)
        else:
            raise TypeError("Attach is not valid on a message with a non-multipart payload")

    def get_payload(self, i=None, decode=False):
        """The payload, or the message at a place of it; with decode its bytes."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError("Expected list, got %s" % type(self._payload))
        payload = self._payload
        cte = str(self.get("content-transfer-encoding", "")).lower()
        if not decode:
            if _is_surrogate(payload):
                data = payload.encode("ascii", "surrogateescape")
                try:
                    return data.decode(self.get_content_charset("ascii"), "replace")
                except LookupError:
                    return data.decode("ascii", "replace")
            return payload
        if not isinstance(payload, str):
            return payload
        data = payload.encode("ascii", "surrogateescape") if _is_surrogate(payload) or payload.isascii() else payload.encode("raw-unicode-escape")
        return self._decoded(data, cte)

    def _decoded(self, data, cte):
        import binascii
        if cte == "quoted-printable":
            from quopri import decodestring
            return decodestring(data)
        if cte == "base64":
            data = b"".join(data.splitlines())
            try:
                return binascii.a2b_base64(data + b"=" * (-len(data) % 4))
            except binascii.Error:
                return data
        if cte in ("x-uuencode", "uuencode", "uue", "x-uue"):
            from io import BytesIO
            import uu
            out = BytesIO()
            try:
                uu.decode(BytesIO(data), out, quiet=True)
            except uu.Error:
                return data
            return out.getvalue()
        return data

    def set_payload(self, payload, charset=None):
        """Set the payload, of a charset."""
        if hasattr(payload, "encode"):
            if charset is not None and not isinstance(charset, Charset):
                charset = Charset(charset)
            if charset is not None:
                data = payload.encode(charset.output_charset, "surrogateescape")
                self._payload = data.decode("ascii", "surrogateescape")
            else:
                self._payload = payload
        elif hasattr(payload, "decode"):
            self._payload = payload.decode("ascii", "surrogateescape")
        else:
            self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Set the charset, and encode the payload as it wants."""
        if charset is None:
            self.del_param("charset")
            self._charset = None
            return
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        if "MIME-Version" not in self:
            self.add_header("MIME-Version", "1.0")
        if "Content-Type" not in self:
            self.add_header("Content-Type", "text/plain", charset=charset.get_output_charset())
        else:
            self.set_param("charset", charset.get_output_charset())
        if charset != charset.get_output_charset():
            self._payload = charset.body_encode(self._payload)
        if "Content-Transfer-Encoding" not in self:
            encoding = charset.get_body_encoding()
            if callable(encoding):
                encoding(self)
            else:
                payload = self._payload
                if payload:
                    payload = charset.body_encode(payload.encode("ascii", "surrogateescape"))
                self._payload = payload
                self.add_header("Content-Transfer-Encoding", encoding)

    def get_charset(self):
        return self._charset

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)
        if most:
            found = sum(k.lower() == name.lower() for k, _ in self._headers)
            if found >= most:
                raise ValueError("There may be at most {} {} headers in a message".format(most, name))
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [(k, v) for k, v in self._headers if k.lower() != name]

    def __contains__(self, name):
        return name.lower() in [k.lower() for k, _ in self._headers]

    def __iter__(self):
        for field, _ in self._headers:
            yield field

    def keys(self):
        return [k for k, _ in self._headers]

    def values(self):
        return [self.policy.header_fetch_parse(k, v) for k, v in self._headers]

    def items(self):
        return [(k, self.policy.header_fetch_parse(k, v)) for k, v in self._headers]

    def get(self, name, failobj=None):
        """The first header of a name."""
        name = name.lower()
        for k, v in self._headers:
            if k.lower() == name:
                return self.policy.header_fetch_parse(k, v)
        return failobj

    def set_raw(self, name, value):
        """Add a header as it is."""
        self._headers.append((name, value))

    def raw_items(self):
        """The headers as they are."""
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        """All headers of a name."""
        name = name.lower()
        values = [self.policy.header_fetch_parse(k, v) for k, v in self._headers if k.lower() == name]
        return values or failobj

    def add_header(self, _name, _value, **_params):
        """Add a header with parameters."""
        from email._parameters import format_param
        parts = [] if _value is None else [_value]
        for k, v in _params.items():
            k = k.replace("_", "-")
            parts.append(k if v is None else format_param(k, v))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        """Set the first header of a name where it is."""
        name = _name.lower()
        for i, (k, v) in enumerate(self._headers):
            if k.lower() == name:
                self._headers[i] = self.policy.header_store_parse(k, _value)
                return
        raise KeyError(_name)

    def walk(self):
        """The message, and the messages in it."""
        yield self
        if self.is_multipart():
            for part in self.get_payload():
                yield from part.walk()


class MIMEPart(Message):
    """A message that has its content by what it is."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default
            policy = default
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        policy = self.policy if policy is None else policy
        if maxheaderlen is None:
            maxheaderlen = policy.max_line_length
        return super().as_string(unixfrom, maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        """True for a part that is attached."""
        return self.get_content_disposition() == "attachment"

    def _bodies(self, part, preference):
        if part.is_attachment():
            return
        main, sub = part.get_content_type().split("/")
        if main == "text":
            if sub in preference:
                yield preference.index(sub), part
            return
        if main != "multipart" or not part.is_multipart():
            return
        if sub != "related":
            for below in part.get_payload():
                yield from self._bodies(below, preference)
            return
        if "related" in preference:
            yield preference.index("related"), part
        start = part.get_param("start")
        candidates = part.get_payload()
        first = next((p for p in candidates if start and p["content-id"] == start), candidates[0] if candidates else None)
        if first is not None:
            yield from self._bodies(first, preference)

    def get_body(self, preferencelist=("related", "html", "plain")):
        """The part that is the body, the best of those that there are."""
        best, body = len(preferencelist), None
        for place, part in self._bodies(self, preferencelist):
            if place < best:
                best, body = place, part
                if place == 0:
                    break
        return body

    def iter_attachments(self):
        """The parts that aren't bodies."""
        main, sub = self.get_content_type().split("/")
        if main != "multipart" or sub == "alternative":
            return
        payload = self.get_payload()
        parts = payload.copy() if isinstance(payload, list) else []
        if sub == "related":
            start = self.get_param("start")
            rest = [p for p in parts if p["content-id"] != start] if start else parts[1:]
            yield from rest
            return
        seen = []
        for part in parts:
            kind = part.get_content_type()
            is_body = kind in ("text/plain", "text/html", "multipart/related", "multipart/alternative")
            if is_body and not part.is_attachment() and kind not in seen:
                seen.append(kind)
                continue
            yield part

    def iter_parts(self):
        """The parts."""
        if self.is_multipart():
            yield from self.get_payload()

    def get_content(self, *args, content_manager=None, **kw):
        """The content: a text, bytes or a message."""
        from email.contentmanager import raw_data_manager
        return (content_manager or raw_data_manager).get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        """Set the content."""
        from email.contentmanager import raw_data_manager
        (content_manager or raw_data_manager).set_content(self, *args, **kw)

    def _make(self, subtype, disallowed, boundary):
        if self.get_content_maintype() == "multipart":
            existing = self.get_content_subtype()
            if existing in disallowed + (subtype,):
                raise ValueError("Cannot convert {} to {}".format(existing, subtype))
        kept, moved = [], []
        for name, value in self._headers:
            (moved if name.lower().startswith("content-") else kept).append((name, value))
        if moved:
            part = type(self)(policy=self.policy)
            part._headers, part._payload = moved, self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = kept
        self["Content-Type"] = "multipart/" + subtype
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_related(self, boundary=None):
        self._make("related", ("alternative", "mixed"), boundary)

    def make_alternative(self, boundary=None):
        self._make("alternative", ("mixed",), boundary)

    def make_mixed(self, boundary=None):
        self._make("mixed", (), boundary)

    def _add(self, _subtype, *args, _disp=None, **kw):
        if self.get_content_maintype() != "multipart" or self.get_content_subtype() != _subtype:
            getattr(self, "make_" + _subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if _disp and "content-disposition" not in part:
            part["Content-Disposition"] = _disp
        self.attach(part)

    def add_related(self, *args, **kw):
        """Add a part that the body needs."""
        self._add("related", *args, _disp="inline", **kw)

    def add_alternative(self, *args, **kw):
        """Add another form of the body."""
        self._add("alternative", *args, **kw)

    def add_attachment(self, *args, **kw):
        """Attach a part."""
        self._add("mixed", *args, _disp="attachment", **kw)

    def clear(self):
        self._headers, self._payload = [], None

    def clear_content(self):
        self._headers = [(n, v) for n, v in self._headers if not n.lower().startswith("content-")]
        self._payload = None


class EmailMessage(MIMEPart):
    """A message that has its content by what it is, and a MIME-Version."""

    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
