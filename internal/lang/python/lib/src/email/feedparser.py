"""Reading messages of what comes in pieces."""

import re

from email import errors
from email._policybase import compat32

__all__ = ["FeedParser", "BytesFeedParser"]

_HEADER = re.compile(r"^(From |[\041-\071\073-\176]*:|[\t ])")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")

# Parts of parts of parts: what is nested deeper stays text.
_DEEPEST = 100


class FeedParser:
    """Reads a message; feed gives it text, and close has the message."""

    def __init__(self, _factory=None, *, policy=compat32):
        self.policy = policy
        if _factory is None:
            if policy.message_factory is not None:
                _factory = policy.message_factory
            elif hasattr(policy, "content_manager"):
                from email.message import EmailMessage as _factory
            else:
                from email.message import Message as _factory
        self._factory = _factory
        try:
            _factory(policy=policy)
            self._takes_policy = True
        except TypeError:
            self._takes_policy = False
        self._parts = []
        self._headersonly = False

    def feed(self, data):
        """More text."""
        self._parts.append(data)

    def close(self):
        """The message."""
        lines = _LINE.findall("".join(self._parts))
        self._parts = []
        return self._read(lines, 0)

    def _message(self, default=None):
        msg = self._factory(policy=self.policy) if self._takes_policy else self._factory()
        if default:
            msg.set_default_type(default)
        return msg

    def _defect(self, msg, defect):
        self.policy.handle_defect(msg, defect)

    def _read(self, lines, depth, default=None):
        msg = self._message(default)
        body = self._headers(msg, lines)
        rest = lines[body:]
        if self._headersonly or depth > _DEEPEST:
            msg.set_payload("".join(rest))
        elif msg.get_content_type() == "message/delivery-status":
            self._blocks(msg, rest, depth)
        elif msg.get_content_maintype() == "message":
            msg.attach(self._read(rest, depth + 1))
        elif msg.get_content_maintype() == "multipart":
            self._multipart(msg, rest, depth)
        else:
            msg.set_payload("".join(rest))
        if msg.get_content_maintype() == "multipart" and not msg.is_multipart() and not self._headersonly:
            self._defect(msg, errors.MultipartInvariantViolationDefect())
        return msg

    def _blocks(self, msg, lines, depth):
        start = 0
        while start < len(lines):
            end = start
            while end < len(lines) and lines[end].strip("\r\n"):
                end += 1
            msg.attach(self._read(lines[start:end] + lines[end:end + 1], _DEEPEST + 1))
            start = end + 1

    def _headers(self, msg, lines):
        """Read the headers; where the body begins."""
        at, pending = 0, []

        def store():
            if pending:
                msg.set_raw(*self.policy.header_source_parse(pending))
                pending.clear()

        while at < len(lines):
            line = lines[at]
            if not _HEADER.match(line):
                if line.strip("\r\n"):
                    self._defect(msg, errors.MissingHeaderBodySeparatorDefect())
                    at -= 1
                break
            if line[0] in " \t":
                if pending:
                    pending.append(line)
                else:
                    self._defect(msg, errors.FirstHeaderLineIsContinuationDefect(line))
            elif line.startswith("From "):
                store()
                if at == 0:
                    msg.set_unixfrom(line.rstrip("\r\n"))
                else:
                    defect = errors.MisplacedEnvelopeHeaderDefect(line)
                    msg.defects.append(defect)
            else:
                store()
                if line.startswith(":"):
                    msg.defects.append(errors.InvalidHeaderDefect("Missing header name."))
                else:
                    pending.append(line)
            at += 1
        store()
        return at + 1

    def _multipart(self, msg, lines, depth):
        boundary = msg.get_boundary()
        if boundary is None:
            self._defect(msg, errors.NoBoundaryInMultipartDefect())
            msg.set_payload("".join(lines))
            return
        if str(msg.get("content-transfer-encoding", "8bit")).strip().lower() not in ("7bit", "8bit", "binary"):
            self._defect(msg, errors.InvalidMultipartContentTransferEncodingDefect())
        between = re.compile("--" + re.escape(boundary) + r"(?P<end>--)?(?P<ws>[ \t]*)(?P<linesep>\r\n|\r|\n)?$")
        default = "message/rfc822" if msg.get_content_type() == "multipart/digest" else None
        places, end = [], None
        for i, line in enumerate(lines):
            match = between.match(line) if line.startswith("--") else None
            if match:
                if match["end"] and places:
                    end = i
                    break
                if not match["end"]:
                    places.append(i)
        if not places:
            self._defect(msg, errors.StartBoundaryNotFoundDefect())
            msg.set_payload("".join(lines))
            msg.epilogue = ""
            return
        if places[0]:
            msg.preamble = _without_end("".join(lines[:places[0]]))
        stops = places[1:] + [len(lines) if end is None else end]
        for start, stop in zip(places, stops):
            part = lines[start + 1:stop]
            if not part and stop - start == 1 and start + 1 in places:
                continue
            if part and (end is not None or stop != len(lines)):
                part[-1] = _without_end(part[-1])
                if not part[-1]:
                    part.pop()
            msg.attach(self._read(part, depth + 1, default))
        if end is None:
            self._defect(msg, errors.CloseBoundaryNotFoundDefect())
        else:
            ended = bool(between.match(lines[end])["linesep"])
            msg.epilogue = "".join(lines[end + 1:]) if ended else None
            if ended and not msg.epilogue:
                msg.epilogue = ""


def _without_end(text):
    for end in ("\r\n", "\n", "\r"):
        if text.endswith(end):
            return text[:-len(end)]
    return text


class BytesFeedParser(FeedParser):
    """The same of bytes."""

    def feed(self, data):
        super().feed(data.decode("ascii", "surrogateescape"))
