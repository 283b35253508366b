"""A parser of HTML that calls a method for each part of it."""

import re

from html import unescape

__all__ = ["HTMLParser"]

_TAG_NAME = re.compile(r"[a-zA-Z][^\t\n\r\f />\x00]*")
_ATTRIBUTE = re.compile(r"""((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*""")
_START = re.compile(r"""<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*""", re.VERBOSE)
_REFERENCE = re.compile(r"&(?:#(?:([0-9]+)|([xX][0-9a-fA-F]+))|([a-zA-Z][-.a-zA-Z0-9]*))(?=[^a-zA-Z0-9]|$)")


class HTMLParser:
    """Feed it texts; it calls its handle_ methods, which subclasses override."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Begin anew."""
        self.rawdata, self.lasttag, self.cdata_elem, self.interesting = "", "???", None, None
        self.lineno, self.offset = 1, 0
        self._start_text = None

    def feed(self, data):
        """Parse more of the text."""
        self.rawdata += data
        self.goahead(False)

    def close(self):
        """Parse what is left as if it were the end."""
        self.goahead(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._start_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def updatepos(self, i, j):
        lines = self.rawdata.count("\n", i, j)
        if lines:
            self.lineno += lines
            self.offset = j - (self.rawdata.rindex("\n", i, j) + 1)
        else:
            self.offset += j - i
        return j

    def goahead(self, end):
        raw, i = self.rawdata, 0
        while i < len(raw):
            j = self._text_end(i, end)
            if j is None:
                break
            if j > i:
                self._text(raw[i:j])
                i = self.updatepos(i, j)
            if i == len(raw):
                break
            k = self._markup(i, end) if raw[i] == "<" else self._reference(i, end)
            if k < 0:
                if not end:
                    break
                k = self._unfinished(i)
            i = self.updatepos(i, k)
        self.rawdata = raw[i:]
        if end and self.rawdata and not self.cdata_elem:
            self._text(self.rawdata)
            self.updatepos(0, len(self.rawdata))
            self.rawdata = ""
        elif end and self.rawdata:
            self.handle_data(self.rawdata)
            self.rawdata = ""

    def _text_end(self, i, end):
        """Where the text that begins at i ends; None is not yet known."""
        raw = self.rawdata
        if self.cdata_elem:
            found = re.compile(r"</%s(?=[\t\n\r\f />])" % self.cdata_elem, re.I).search(raw, i)
            return found.start() if found else (len(raw) if end else None)
        j = raw.find("<", i)
        if self.convert_charrefs:
            if j < 0:
                amp = raw.rfind("&", max(i, len(raw) - 34))
                if amp >= 0 and not re.search(r"[\s;]", raw[amp:]) and not end:
                    return None
                return len(raw)
            return j
        amp = raw.find("&", i)
        return min((x for x in (j, amp) if x >= 0), default=len(raw))

    def _text(self, text):
        if text:
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def _unfinished(self, i):
        """What the end of the text cuts off is text."""
        raw = self.rawdata
        k = raw.find(">", i + 1)
        if k < 0:
            k = raw.find("<", i + 1)
            k = i + 1 if k < 0 else k
        else:
            k += 1
        self._text(raw[i:k])
        return k

    def _reference(self, i, end):
        raw = self.rawdata
        found = _REFERENCE.match(raw, i)
        if found and (found.end() < len(raw) or end):
            if found[3]:
                self.handle_entityref(found[3])
            else:
                self.handle_charref(found[1] or found[2])
            return found.end() + (raw[found.end():found.end() + 1] == ";")
        if found is None and (len(raw) > i + 1 and raw[i + 1] not in "#" and not raw[i + 1].isalpha() or end):
            self.handle_data("&")
            return i + 1
        if found is None and re.match(r"&#?[a-zA-Z0-9]*[^a-zA-Z0-9#]", raw[i:]):
            self.handle_data("&")
            return i + 1
        return -1

    def _markup(self, i, end):
        raw = self.rawdata
        if re.match("<[a-zA-Z]", raw[i:i + 2]):
            return self.parse_starttag(i)
        if raw.startswith("</", i):
            return self.parse_endtag(i)
        if raw.startswith("<!--", i):
            return self._until("-->", i, i + 4, self.handle_comment)
        if raw.startswith("<?", i):
            return self._until(">", i, i + 2, self.handle_pi)
        if raw.startswith("<!", i):
            return self._declaration(i)
        if i + 1 < len(raw) or end:
            self.handle_data("<")
            return i + 1
        return -1

    def _until(self, stop, i, start, handle):
        j = self.rawdata.find(stop, start)
        if j < 0:
            return -1
        handle(self.rawdata[start:j])
        return j + len(stop)

    def _declaration(self, i):
        raw = self.rawdata
        if raw[i:i + 9].lower() == "<!doctype":
            return self._until(">", i, i + 2, self.handle_decl)
        if raw.startswith("<![", i):
            stop = "]]>" if raw.startswith("<![CDATA[", i) and "]]>" in raw[i:] else ">"
            j = raw.find(stop, i + 3)
            if j < 0:
                return -1
            self.unknown_decl(raw[i + 3:j].removesuffix("]") if stop == ">" else raw[i + 3:j])
            return j + len(stop)
        return self._until(">", i, i + 2, self.handle_comment)

    def parse_starttag(self, i):
        raw = self.rawdata
        self._start_text = None
        found = _START.match(raw, i)
        j = found.end() if found else i + 1
        if raw.startswith("/>", j):
            k = j + 2
        elif raw.startswith(">", j):
            k = j + 1
        elif j >= len(raw) or raw[j:] == "/":
            return -1
        else:
            k = raw.find(">", j)
            if k < 0:
                return -1
            self.handle_data(raw[i:k + 1])
            return k + 1
        self._start_text = raw[i:k]
        name = _TAG_NAME.match(raw, i + 1)
        self.lasttag = tag = name[0].lower()
        attrs, at = [], name.end()
        while at < k:
            while at < k and (raw[at].isspace() or raw[at] == "/"):
                at += 1
            found = _ATTRIBUTE.match(raw, at)
            if not found or found.end() == at:
                break
            key, rest, value = found[1], found[2], found[3]
            if not rest:
                value = None
            elif len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
                value = value[1:-1]
            attrs.append((key.lower(), unescape(value) if value else value))
            at = found.end()
        if raw[k - 2:k] == "/>":
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return k

    def parse_endtag(self, i):
        raw = self.rawdata
        k = raw.find(">", i + 1)
        if k < 0:
            return -1
        name = _TAG_NAME.match(raw, i + 2)
        if not name:
            spaced = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>").match(raw, i)
            if spaced:
                self.handle_endtag(spaced[1].lower())
                self.clear_cdata_mode()
                return spaced.end()
            if raw.startswith("</>", i):
                return i + 3
            self.handle_comment(raw[i + 2:k])
            return k + 1
        self.handle_endtag(name[0].lower())
        self.clear_cdata_mode()
        return k + 1

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        """Called for <tag>."""

    def handle_endtag(self, tag):
        """Called for </tag>."""

    def handle_charref(self, name):
        """Called for &#name; unless those are converted."""

    def handle_entityref(self, name):
        """Called for &name; unless those are converted."""

    def handle_data(self, data):
        """Called for text."""

    def handle_comment(self, data):
        """Called for a comment."""

    def handle_decl(self, decl):
        """Called for a declaration."""

    def handle_pi(self, data):
        """Called for a processing instruction."""

    def unknown_decl(self, data):
        """Called for another declaration."""
