"""The parameters of a message's headers, above all of Content-Type."""

import re

from email import errors, utils

SEMISPACE = "; "
_SPECIAL = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def format_param(param, value=None, quote=True):
    """A parameter as headers have it."""
    if value is None or not len(value):
        return param
    if isinstance(value, tuple):
        return "%s=%s" % (param + "*", utils.encode_rfc2231(value[2], value[0], value[1]))
    try:
        value.encode("ascii")
    except UnicodeEncodeError:
        return "%s=%s" % (param + "*", utils.encode_rfc2231(value, "utf-8", ""))
    if quote or _SPECIAL.search(value):
        return '%s="%s"' % (param, utils.quote(value))
    return "%s=%s" % (param, value)


def _parse(text):
    """The parts of a value, which semicolons are between, but not in quotes."""
    parts, rest = [], ";" + str(text)
    while rest[:1] == ";":
        rest = rest[1:]
        end = rest.find(";")
        while end > 0 and (rest.count('"', 0, end) - rest.count('\\"', 0, end)) % 2:
            end = rest.find(";", end + 1)
        if end < 0:
            end = len(rest)
        part = rest[:end]
        if "=" in part:
            name, value = part.split("=", 1)
            part = name.strip().lower() + "=" + value.strip()
        parts.append(part.strip())
        rest = rest[end:]
    return parts


def _unquoted(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)


class Parameters:
    """What a message knows of its type."""

    def get_content_type(self):
        """The type, as text/plain."""
        missing = object()
        value = self.get("content-type", missing)
        if value is missing:
            return self.get_default_type()
        kind = str(value).partition(";")[0].strip().lower()
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def _params(self, failobj, header):
        missing = object()
        value = self.get(header, missing)
        if value is missing:
            return failobj
        params = []
        for part in _parse(value):
            name, equals, val = part.partition("=")
            params.append((name.strip(), val.strip()) if equals else (part.strip(), ""))
        return utils.decode_params(params)

    def get_params(self, failobj=None, header="content-type", unquote=True):
        """(name, value) of each parameter; the first is the value itself."""
        missing = object()
        params = self._params(missing, header)
        if params is missing:
            return failobj
        return [(k, _unquoted(v)) for k, v in params] if unquote else params

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        """The value of a parameter."""
        if header not in self:
            return failobj
        for k, v in self._params(failobj, header):
            if k.lower() == param.lower():
                return _unquoted(v) if unquote else v
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        """Set a parameter."""
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        if header not in self and header.lower() == "content-type":
            ctype = "text/plain"
        else:
            ctype = self.get(header)
        if not self.get_param(param, header=header):
            ctype = str(ctype) if ctype else ""
            added = format_param(param, value, requote)
            ctype = SEMISPACE.join([ctype, added]) if ctype else added
        else:
            ctype = ""
            for old, val in self.get_params(header=header, unquote=requote):
                added = format_param(param, value, requote) if old.lower() == param.lower() else format_param(old, val, requote)
                ctype = SEMISPACE.join([ctype, added]) if ctype else added
        if ctype != self.get(header):
            if replace:
                self.replace_header(header, ctype)
            else:
                del self[header]
                self[header] = ctype

    def del_param(self, param, header="content-type", requote=True):
        """Remove a parameter."""
        if header not in self:
            return
        ctype = ""
        for p, v in self.get_params(header=header, unquote=requote):
            if p.lower() != param.lower():
                added = format_param(p, v, requote)
                ctype = SEMISPACE.join([ctype, added]) if ctype else added
        if ctype != self.get(header):
            del self[header]
            self[header] = ctype

    def set_type(self, type, header="Content-Type", requote=True):
        """Set the type and keep the parameters."""
        if type.count("/") != 1:
            raise ValueError
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        if header not in self:
            self[header] = type
            return
        params = self.get_params(header=header, unquote=requote)
        del self[header]
        self[header] = type
        for p, v in params[1:]:
            self.set_param(p, v, header, requote)

    def get_filename(self, failobj=None):
        """The name of the file that a part is."""
        missing = object()
        name = self.get_param("filename", missing, "content-disposition")
        if name is missing:
            name = self.get_param("name", missing, "content-type")
        return failobj if name is missing else utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        """What is between the parts."""
        missing = object()
        boundary = self.get_param("boundary", missing)
        return failobj if boundary is missing else utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        """Set what is between the parts; the header stays where it is."""
        missing = object()
        params = self._params(missing, "content-type")
        if params is missing:
            raise errors.HeaderParseError("No Content-Type header found")
        new, found = [], False
        for k, v in params:
            if k.lower() == "boundary":
                new.append(("boundary", '"%s"' % boundary))
                found = True
            else:
                new.append((k, v))
        if not found:
            new.append(("boundary", '"%s"' % boundary))
        text = SEMISPACE.join(k if v in ("", '""') else "%s=%s" % (k, v) for k, v in new)
        self._headers = [(h, text) if h.lower() == "content-type" else (h, v) for h, v in self._headers]
        self._headers = [self.policy.header_store_parse(h, v) if h.lower() == "content-type" else (h, v) for h, v in self._headers]

    def get_content_charset(self, failobj=None):
        """The charset of the type."""
        missing = object()
        charset = self.get_param("charset", missing)
        if charset is missing:
            return failobj
        if isinstance(charset, tuple):
            try:
                charset = str(charset[2].encode("raw-unicode-escape"), charset[0] or "us-ascii")
            except (LookupError, UnicodeError):
                charset = charset[2]
        return charset.lower() if charset.isascii() else failobj

    def get_charsets(self, failobj=None):
        """The charsets of the message and of the messages in it."""
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """inline, attachment or whatever else."""
        value = self.get("content-disposition")
        return None if value is None else str(value).partition(";")[0].strip().lower()
