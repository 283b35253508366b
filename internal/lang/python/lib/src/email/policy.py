"""How messages are read and written."""

__all__ = ["Compat32", "compat32", "Policy", "EmailPolicy", "default", "strict", "SMTP", "HTTP", "SMTPUTF8"]


class Policy:
    """Settings of reading and writing; clone makes one with others."""

    raise_on_defect = False
    linesep = "\n"
    cte_type = "8bit"
    max_line_length = 78
    mangle_from_ = False
    message_factory = None
    utf8 = False

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(type(self), name):
                raise TypeError("{!r} is an invalid keyword argument for {}".format(name, self.__class__.__name__))
            self.__dict__[name] = value

    def __repr__(self):
        return "{}({})".format(self.__class__.__name__, ", ".join("{}={!r}".format(n, v) for n, v in self.__dict__.items()))

    def __setattr__(self, name, value):
        raise AttributeError("{!r} object attribute {!r} is read-only".format(self.__class__.__name__, name) if hasattr(type(self), name)
                             else "{!r} object has no attribute {!r}".format(self.__class__.__name__, name))

    def clone(self, **kw):
        """A policy with other settings."""
        return type(self)(**{**self.__dict__, **kw})

    def __add__(self, other):
        return self.clone(**other.__dict__)

    def handle_defect(self, obj, defect):
        """A defect: raised, or kept."""
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        obj.defects.append(defect)

    def header_max_count(self, name):
        """How many headers of a name there may be; None for any."""
        return None

    def header_source_parse(self, sourcelines):
        """The name and the value of a header's lines."""
        name, value = sourcelines[0].split(":", 1)
        return name, (value.lstrip(" \t") + "".join(sourcelines[1:])).rstrip("\r\n")

    def header_store_parse(self, name, value):
        return name, value


class Compat32(Policy):
    """As it was in Python 3.2: headers are texts."""

    mangle_from_ = True

    def _header(self, name, value):
        from email import charset, header
        if isinstance(value, str) and any("\ud800" <= c <= "\udfff" for c in value):
            return header.Header(value, charset=charset.UNKNOWN8BIT, header_name=name)
        return value

    def header_fetch_parse(self, name, value):
        return self._header(name, value)

    def fold(self, name, value):
        """The lines of a header."""
        from email.header import Header
        value = self._header(name, value)
        h = Header(value, header_name=name) if isinstance(value, str) else value
        limit = 0 if self.max_line_length is None else self.max_line_length
        return "%s: %s%s" % (name, h.encode(linesep=self.linesep, maxlinelen=limit), self.linesep)

    def fold_binary(self, name, value):
        if self.cte_type != "7bit" and isinstance(value, str) and value is not self._header(name, value):
            text = "%s: %s%s" % (name, value, self.linesep)
        else:
            text = self.fold(name, value)
        return text.encode("ascii", "surrogateescape")


class EmailPolicy(Policy):
    """Headers are texts that know their addresses and dates; messages have contents."""

    refold_source = "long"
    header_factory = None
    content_manager = None

    _ONCE = {"date", "orig-date", "from", "sender", "reply-to", "to", "cc", "bcc", "message-id", "in-reply-to", "references", "subject",
             "mime-version", "content-type", "content-disposition", "content-transfer-encoding"}

    def header_max_count(self, name):
        return 1 if name.lower() in self._ONCE else None

    def header_source_parse(self, sourcelines):
        name, value = super().header_source_parse(sourcelines)
        return name, value

    def header_store_parse(self, name, value):
        from email.headerregistry import make
        if hasattr(value, "name"):
            if value.name.lower() == name.lower():
                return name, value
        if isinstance(value, str) and len(value.splitlines()) > 1:
            raise ValueError("Header values may not contain linefeed or carriage return characters")
        return name, make(name, value)

    def header_fetch_parse(self, name, value):
        from email.headerregistry import make
        return value if hasattr(value, "name") else make(name, "".join(value.splitlines()))

    def fold(self, name, value):
        """The lines of a header."""
        from email.headerregistry import fold
        return fold(name, str(value), self)

    def fold_binary(self, name, value):
        return self.fold(name, value).encode("utf-8" if self.utf8 else "ascii", "surrogateescape")


compat32 = Compat32()
default = EmailPolicy()
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep="\r\n")
HTTP = default.clone(linesep="\r\n", max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
