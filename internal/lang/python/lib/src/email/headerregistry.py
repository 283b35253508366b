"""Headers that are texts and know what is in them."""

from email import errors, utils
from email.header import decode_header, make_header


class Address:
    """A name and an address."""

    def __init__(self, display_name="", username="", domain="", addr_spec=None):
        if "\r" in display_name + username + domain or "\n" in display_name + username + domain:
            raise ValueError("invalid arguments; address parts cannot contain CR or LF")
        if addr_spec is not None:
            if username or domain:
                raise TypeError("addrspec specified when username and/or domain also specified")
            username, _, domain = addr_spec.rpartition("@")
            if not username:
                username, domain = domain, ""
        self._display_name, self._username, self._domain = display_name, username, domain

    @property
    def display_name(self):
        return self._display_name

    @property
    def username(self):
        return self._username

    @property
    def domain(self):
        return self._domain

    @property
    def addr_spec(self):
        """The address itself."""
        name = self.username
        if set(name) & set(' ()<>@,:;"[]\\') or not name and self.domain:
            name = '"' + utils.quote(name) + '"'
        return name + "@" + self.domain if self.domain else name or "<>"

    def __repr__(self):
        return "{}(display_name={!r}, username={!r}, domain={!r})".format(self.__class__.__name__, self.display_name, self.username, self.domain)

    def __str__(self):
        name = self.display_name
        if set(name) & set('()<>@,:;".[]\\'):
            name = '"' + utils.quote(name) + '"'
        if name:
            spec = "" if self.addr_spec == "<>" else self.addr_spec
            return "{} <{}>".format(name, spec)
        return self.addr_spec

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name, self.username, self.domain) == (other.display_name, other.username, other.domain)


class Group:
    """Addresses of a name."""

    def __init__(self, display_name=None, addresses=None):
        self._display_name, self._addresses = display_name, tuple(addresses) if addresses else ()

    @property
    def display_name(self):
        return self._display_name

    @property
    def addresses(self):
        return self._addresses

    def __repr__(self):
        return "{}(display_name={!r}, addresses={!r}".format(self.__class__.__name__, self.display_name, self.addresses)

    def __str__(self):
        if self.display_name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        return "{}:{};".format(self.display_name, " " + ", ".join(map(str, self.addresses)) if self.addresses else "")

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return (self.display_name, self.addresses) == (other.display_name, other.addresses)


class BaseHeader(str):
    """A header's value."""

    max_count = None

    @property
    def name(self):
        return self._name

    @property
    def defects(self):
        return tuple(self._defects)

    def fold(self, *, policy):
        """The lines of the header."""
        return fold(self.name, str(self), policy)


def _decoded(text):
    if "=?" not in text:
        return text
    try:
        return str(make_header(decode_header(text)))
    except (errors.MessageError, LookupError, UnicodeError):
        return text


def make(name, value):
    """The header of a name."""
    kind = _KINDS.get(name.lower(), "unstructured")
    defects, extra = [], {}
    if kind in ("address", "single"):
        value, extra = _address_text(value)
    elif kind == "date":
        value, extra = _date_text(value)
    else:
        value = _decoded(str(value))
        if name.lower() in _MIME:
            value, extra, defects = _mime(name.lower(), value)
    cls = type("_" + _CLASS_NAMES.get(name.lower(), "UnstructuredHeader"), (BaseHeader,), extra)
    self = str.__new__(cls, value)
    self._name, self._defects = name, defects
    return self


_MIME = "content-type", "content-disposition", "content-transfer-encoding", "mime-version"


def _mime(name, value):
    """The text, the attributes and the defects of a header that says what the content is."""
    from email import _mime_values
    from types import MappingProxyType
    if name == "content-type":
        value, main, below, params, defects = _mime_values.content_type(value)
        facts = {"content_type": main + "/" + below, "maintype": main, "subtype": below, "params": MappingProxyType(params)}
    elif name == "content-disposition":
        value, kind, params, defects = _mime_values.content_disposition(value)
        facts = {"content_disposition": kind, "params": MappingProxyType(params)}
    elif name == "content-transfer-encoding":
        kind, defects = _mime_values.transfer_encoding(value)
        facts = {"cte": kind}
    else:
        major, minor, defects = _mime_values.version(value)
        facts = {"version": None if minor is None else f"{major}.{minor}", "major": major, "minor": minor}
    return value, {fact: property(lambda self, known=known: known) for fact, known in facts.items()}, defects


def _address_text(value):
    if isinstance(value, (Address, Group)):
        value = [value]
    if isinstance(value, str):
        pairs = [(_decoded(name), spec) for name, spec in utils.getaddresses([value])]
        addresses = [Address(name, addr_spec=spec) for name, spec in pairs if spec]
        groups = [Group(None, [a]) for a in addresses]
    else:
        groups = [Group(None, [item]) if isinstance(item, Address) else item for item in value]
        addresses = [a for g in groups for a in g.addresses]
    extra = {"addresses": property(lambda self: tuple(addresses)), "groups": property(lambda self: tuple(groups))}
    if len(addresses) == 1:
        extra["address"] = property(lambda self: addresses[0])
    return ", ".join(map(str, groups)), extra


def _date_text(value):
    when = None
    if hasattr(value, "strftime"):
        when = value
    elif value:
        try:
            when = utils.parsedate_to_datetime(value)
        except ValueError:
            pass
    text = utils.format_datetime(when) if when is not None else str(value)
    return text, {"datetime": property(lambda self: when)}


_KINDS = dict.fromkeys(["from", "sender", "reply-to", "to", "cc", "bcc", "resent-from", "resent-to", "resent-cc"], "address")
_KINDS.update(dict.fromkeys(["date", "resent-date", "orig-date"], "date"))
_CLASS_NAMES = {"subject": "UniqueUnstructuredHeader", "date": "UniqueDateHeader", "from": "UniqueAddressHeader", "to": "UniqueAddressHeader",
                "cc": "UniqueAddressHeader", "bcc": "UniqueAddressHeader", "sender": "UniqueSingleAddressHeader",
                "reply-to": "UniqueAddressHeader", "content-type": "ContentTypeHeader", "content-disposition": "ContentDispositionHeader",
                "content-transfer-encoding": "ContentTransferEncodingHeader", "mime-version": "MIMEVersionHeader",
                "message-id": "UniqueMessageIDHeader"}


def fold(name, value, policy):
    """The lines of a header: broken at spaces, with encoded words for what isn't ASCII."""
    limit = policy.max_line_length or 1 << 30
    linesep = policy.linesep
    lines = [name + ":"]
    for word in _encoded(value, policy).split(" ") if value else []:
        if len(lines[-1]) + 1 + len(word) > limit and lines[-1].strip() and lines[-1] != name + ":":
            lines.append(" " + word)
        else:
            lines[-1] += " " + word
    if not value:
        lines[-1] += " "
    return linesep.join(lines) + linesep


def _encoded(value, policy):
    """A value with encoded words: runs of words that aren't ASCII are one."""
    if value.isascii() or policy.utf8:
        return value
    from email import _words
    out, run = [], []

    def word(part):
        data = part.encode("utf-8", "surrogateescape")
        kind = "q" if _words.length(data, "q") - _words.length(data, "b") < 5 else "b"
        return _words.encode(data, "utf-8", kind)

    def flush():
        part = ""
        for c in " ".join(run):
            if part and _words.length((part + c).encode("utf-8", "surrogateescape"), "s") > 60:
                out.append(word(part))
                part = ""
            part += c
        if part:
            out.append(word(part))
        run.clear()

    for text in value.split(" "):
        if not text.isascii():
            run.append(text)
            continue
        if run:
            flush()
        out.append(text)
    if run:
        flush()
    return " ".join(out)


class HeaderRegistry:
    """Makes headers of names and values."""

    def __call__(self, name, value):
        """The header of a name."""
        return make(name, value)
