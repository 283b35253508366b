"""Writing messages."""

import re
import sys
import time

from io import BytesIO, StringIO

__all__ = ["Generator", "DecodedGenerator", "BytesGenerator"]

_NLCRE = re.compile(r"\r\n|\r|\n")
_FROM = re.compile(r"^From ", re.MULTILINE)


def _has_surrogates(text):
    try:
        text.encode()
        return False
    except UnicodeEncodeError:
        return True


class Generator:
    """Writes messages as text."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        if mangle_from_ is None:
            mangle_from_ = True if policy is None else policy.mangle_from_
        self._fp, self._mangle_from_, self.maxheaderlen, self.policy = outfp, mangle_from_, maxheaderlen, policy

    def write(self, s):
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Write a message."""
        policy = msg.policy if self.policy is None else self.policy
        if linesep is not None:
            policy = policy.clone(linesep=linesep)
        if self.maxheaderlen is not None:
            policy = policy.clone(max_line_length=self.maxheaderlen)
        self._NL = policy.linesep
        old, self.policy = (self.policy, msg.policy), policy
        msg.policy = policy
        try:
            if unixfrom:
                first = msg.get_unixfrom() or "From nobody " + time.ctime(time.time())
                self.write(self._bytes(first + self._NL))
            self._write(msg)
        finally:
            self.policy, msg.policy = old

    def _bytes(self, s):
        return s

    def clone(self, fp):
        """A generator of the same settings."""
        return self.__class__(fp, self._mangle_from_, None, policy=self.policy)

    def _new_buffer(self):
        return StringIO()

    def _lines(self, text):
        if not text:
            return
        lines = _NLCRE.split(text)
        for line in lines[:-1]:
            self.write(self._bytes(line + self._NL))
        if lines[-1]:
            self.write(self._bytes(lines[-1]))

    def _write(self, msg):
        out, self._fp = self._fp, self._new_buffer()
        self._munged = None
        try:
            self._dispatch(msg)
        finally:
            out, self._fp = self._fp, out
        if self._munged:
            import copy
            cte, ctype = self._munged
            msg = copy.copy(msg)
            msg._headers = list(msg._headers)
            if msg.get("content-transfer-encoding") is None:
                msg["Content-Transfer-Encoding"] = cte
            else:
                msg.replace_header("content-transfer-encoding", cte)
            msg.replace_header("content-type", ctype)
        meth = getattr(msg, "_write_headers", None)
        if meth is None:
            self._write_headers(msg)
        else:
            meth(self)
        self.write(out.getvalue())

    def _dispatch(self, msg):
        main = msg.get_content_maintype().replace("-", "_")
        sub = msg.get_content_subtype().replace("-", "_")
        method = getattr(self, "_handle_%s_%s" % (main, sub), None) or getattr(self, "_handle_" + main, self._handle_text)
        method(msg)

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            self.write(self._bytes(self.policy.fold(name, value)))
        self.write(self._bytes(self._NL))

    def _handle_text(self, msg):
        payload = msg.get_payload()
        if payload is None:
            return
        if not isinstance(payload, str):
            raise TypeError("string payload expected: %s" % type(payload))
        if _has_surrogates(msg._payload):
            charset = msg.get_param("charset")
            if charset is not None:
                import copy
                msg = copy.copy(msg)
                msg._headers = list(msg._headers)
                del msg["content-transfer-encoding"]
                msg.set_payload(msg._payload, charset)
                payload = msg.get_payload()
                self._munged = (msg["content-transfer-encoding"], msg["content-type"])
        if self._mangle_from_:
            payload = _FROM.sub(">From ", payload)
        self._lines(payload)

    def _handle_multipart(self, msg):
        texts = []
        parts = msg.get_payload()
        if parts is None:
            parts = []
        elif isinstance(parts, str):
            self.write(self._bytes(parts))
            return
        elif not isinstance(parts, list):
            parts = [parts]
        for part in parts:
            buffer = self._new_buffer()
            self.clone(buffer).flatten(part, unixfrom=False, linesep=self._NL)
            texts.append(buffer.getvalue())
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(self._bytes(self._NL).join(texts))
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            self._lines(_FROM.sub(">From ", msg.preamble) if self._mangle_from_ else msg.preamble)
            self.write(self._bytes(self._NL))
        self.write(self._bytes("--" + boundary + self._NL))
        if texts:
            self.write(texts.pop(0))
        for text in texts:
            self.write(self._bytes(self._NL + "--" + boundary + self._NL))
            self.write(text)
        self.write(self._bytes(self._NL + "--" + boundary + "--" + self._NL))
        if msg.epilogue is not None:
            self._lines(_FROM.sub(">From ", msg.epilogue) if self._mangle_from_ else msg.epilogue)

    def _handle_message_delivery_status(self, msg):
        blocks = []
        for part in msg.get_payload():
            buffer = self._new_buffer()
            self.clone(buffer).flatten(part, unixfrom=False, linesep=self._NL)
            text = buffer.getvalue()
            lines = text.split(self._bytes(self._NL))
            if lines and lines[-1] == self._bytes(""):
                lines.pop()
            blocks.append(self._bytes(self._NL).join(lines))
        self.write(self._bytes(self._NL).join(blocks))

    def _handle_message(self, msg):
        payload = msg.get_payload()
        if not isinstance(payload, list):
            self.write(self._bytes(payload))
            return
        buffer = self._new_buffer()
        self.clone(buffer).flatten(payload[0], unixfrom=False, linesep=self._NL)
        self.write(buffer.getvalue())

    def _make_boundary(self, text=None):
        import random
        boundary = "=" * 15 + "%0*d" % (len(repr(sys.maxsize - 1)), random.randrange(sys.maxsize)) + "=="
        if text is None:
            return boundary
        base, n = boundary, 0
        while re.search(self._bytes("(?m)^--" + re.escape(boundary) + "(--)?$"), text):
            boundary = base + "." + str(n)
            n += 1
        return boundary


class BytesGenerator(Generator):
    """Writes messages as bytes."""

    def write(self, s):
        self._fp.write(s if isinstance(s, bytes) else s.encode("ascii", "surrogateescape"))

    def _bytes(self, s):
        return s.encode("utf-8" if self.policy is not None and getattr(self.policy, "utf8", False) and not _has_surrogates(s) else "ascii",
                        "surrogateescape")

    def _new_buffer(self):
        return BytesIO()

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            self._fp.write(self.policy.fold_binary(name, value))
        self._fp.write(self._bytes(self._NL))

    def _handle_text(self, msg):
        payload = msg._payload
        if payload is None:
            return
        if isinstance(payload, str) and _has_surrogates(payload) and not self.policy.cte_type == "7bit":
            if self._mangle_from_:
                payload = _FROM.sub(">From ", payload)
            self._lines(payload)
        else:
            super()._handle_text(msg)


class DecodedGenerator(Generator):
    """Writes the texts of a message, and a line for each other part."""

    _FORMAT = "[Non-text (%(type)s) part of message omitted, filename %(filename)s]"

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        Generator.__init__(self, outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = fmt or self._FORMAT

    def _dispatch(self, msg):
        for part in msg.walk():
            main = part.get_content_maintype()
            if main == "text":
                print(part.get_payload(decode=False), file=self)
            elif main != "multipart":
                print(self._fmt % {"type": part.get_content_type(), "maintype": main, "subtype": part.get_content_subtype(),
                                   "filename": part.get_filename("[no filename]"),
                                   "description": part.get("Content-Description", "[no description]"),
                                   "encoding": part.get("Content-Transfer-Encoding", "[no encoding]")}, file=self)
