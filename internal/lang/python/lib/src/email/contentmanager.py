"""What contents of messages are: texts, bytes, messages."""

import binascii




class ContentManager:
    """Functions that get and set contents, by type."""

    def __init__(self):
        self.get_handlers, self.set_handlers = {}, {}

    def add_get_handler(self, key, handler):
        self.get_handlers[key] = handler

    def add_set_handler(self, typekey, handler):
        self.set_handlers[typekey] = handler

    def get_content(self, msg, *args, **kw):
        """The content of a message."""
        kind = msg.get_content_type()
        for key in (kind, msg.get_content_maintype(), ""):
            if key in self.get_handlers:
                return self.get_handlers[key](msg, *args, **kw)
        raise KeyError(kind)

    def set_content(self, msg, obj, *args, **kw):
        """Set the content of a message."""
        if msg.get_content_maintype() == "multipart":
            raise TypeError("set_content not valid on multipart")
        for typ in type(obj).__mro__:
            handler = self.set_handlers.get(typ)
            if handler is not None:
                msg.clear_content()
                handler(msg, obj, *args, **kw)
                return
        raise KeyError(".".join((type(obj).__module__, type(obj).__qualname__)))


raw_data_manager = ContentManager()


def _get_text(msg, errors="replace"):
    return msg.get_payload(decode=True).decode(msg.get_param("charset", "ASCII"), errors=errors)


def _get_other(msg):
    return msg.get_payload(decode=True)


raw_data_manager.add_get_handler("text", _get_text)
for _main in ("audio", "image", "video", "application"):
    raw_data_manager.add_get_handler(_main, _get_other)
for _kind in ("message/rfc822", "message/external-body"):
    raw_data_manager.add_get_handler(_kind, lambda msg: msg.get_payload(0))
raw_data_manager.add_get_handler("message", lambda msg: bytes(msg.get_payload(0)))
del _main, _kind


def _prepare(msg, maintype, subtype, headers):
    msg["Content-Type"] = "/".join((maintype, subtype))
    for header in headers or ():
        if hasattr(header, "split"):
            name, _, value = header.partition(":")
            msg[name] = value.lstrip()
        else:
            msg[header.name] = header


def _finalize(msg, disposition, filename, cid, params):
    if disposition is None and filename is not None:
        disposition = "attachment"
    if disposition is not None:
        msg["Content-Disposition"] = disposition
    if filename is not None:
        msg.set_param("filename", filename, header="Content-Disposition", replace=True)
    if cid is not None:
        msg["Content-ID"] = cid
    for key, value in (params or {}).items():
        msg.set_param(key, value)


def _set_text(msg, string, subtype="plain", charset="utf-8", cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
    _prepare(msg, "text", subtype, headers)
    lines = string.encode(charset).splitlines()
    sep = msg.policy.linesep.encode("ascii")
    data = sep.join(lines) + sep if lines else b""
    if cte is None:
        cte = _text_encoding(data, lines, msg.policy)
    if cte == "quoted-printable":
        from email._words import quoted_lines
        text = quoted_lines(b"\n".join(lines).decode("latin-1") + ("\n" if lines else ""), msg.policy.max_line_length or 76)
    elif cte == "base64":
        text = _base64(data, msg.policy.max_line_length or 76)
    elif cte in ("7bit", "8bit"):
        text = b"\n".join(lines + [b""] if lines else lines).decode("ascii", "surrogateescape")
    else:
        raise ValueError("Unknown content transfer encoding {}".format(cte))
    msg.set_payload(text)
    msg.set_param("charset", {"utf8": "utf-8", "latin-1": "iso-8859-1", "ascii": "us-ascii"}.get(charset, charset), replace=True)
    msg["Content-Transfer-Encoding"] = cte
    _finalize(msg, disposition, filename, cid, params)


def _text_encoding(data, lines, policy):
    longest = max(map(len, lines), default=0)
    limit = policy.max_line_length or 1 << 30
    if data.isascii() and longest <= limit:
        return "7bit"
    if policy.cte_type == "8bit" and longest <= limit:
        return "8bit"
    from email._words import quoted_lines
    sample = b"\n".join(lines[:10])
    quoted, encoded = quoted_lines(sample.decode("latin-1"), limit), binascii.b2a_base64(sample)
    return "base64" if len(quoted) > len(encoded) else "quoted-printable"


def _base64(data, width):
    step = width // 4 * 3
    return "".join(binascii.b2a_base64(data[i:i + step]).decode("ascii") for i in range(0, len(data), step))


def _set_bytes(msg, data, maintype, subtype, cte="base64", disposition=None, filename=None, cid=None, params=None, headers=None):
    _prepare(msg, maintype, subtype, headers)
    if cte == "base64":
        data = _base64(data, msg.policy.max_line_length or 76)
    elif cte == "quoted-printable":
        data = binascii.b2a_qp(data, istext=False, header=False, quotetabs=True).decode("ascii")
    elif cte == "7bit":
        data = data.decode("ascii")
    elif cte in ("8bit", "binary"):
        data = data.decode("ascii", "surrogateescape")
    msg.set_payload(data)
    msg["Content-Transfer-Encoding"] = cte
    _finalize(msg, disposition, filename, cid, params)


def _set_message(msg, message, subtype="rfc822", cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
    if subtype == "partial":
        raise ValueError("message/partial is not supported for Message objects")
    if subtype == "rfc822" and cte not in (None, "7bit", "8bit", "binary"):
        raise ValueError("message/rfc822 parts do not support cte={}".format(cte))
    _prepare(msg, "message", subtype, headers)
    msg.set_payload([message])
    msg["Content-Transfer-Encoding"] = cte or ("8bit" if subtype == "rfc822" else "7bit")
    _finalize(msg, disposition, filename, cid, params)


def _set_list(msg, parts, subtype="mixed", **kw):
    _prepare(msg, "multipart", subtype, kw.get("headers"))
    for part in parts:
        msg.attach(part)


def _install():
    from email.message import Message
    raw_data_manager.add_set_handler(str, _set_text)
    for kind in (bytes, bytearray, memoryview):
        raw_data_manager.add_set_handler(kind, _set_bytes)
    raw_data_manager.add_set_handler(Message, _set_message)


_install()
