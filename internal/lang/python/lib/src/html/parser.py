"""A parser of HTML that calls a method for each part of it."""

import re

from html import unescape

__all__ = ["HTMLParser"]

_ATTRIBUTE = re.compile(r"""((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*""")
_START = re.compile(r"""<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*""", re.VERBOSE)
_TAG = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
_END_TAG = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_CHARACTER = re.compile(r"&#([0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_ENTITY = re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
_BEGUN = re.compile(r"&[a-zA-Z#]")
_SECTION_NAME = re.compile(r"[a-zA-Z][-_.a-zA-Z0-9]*\s*")
_MARKUP = re.compile(r"[&<]")


class HTMLParser:
    """Feed it texts; it calls its handle_ methods, which subclasses override."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Begin anew."""
        self.rawdata, self.lasttag, self.cdata_elem, self.interesting = "", "???", None, _MARKUP
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
        self.interesting = re.compile(rf"</\s*{self.cdata_elem}\s*>", re.I)

    def clear_cdata_mode(self):
        self.cdata_elem, self.interesting = None, _MARKUP

    def updatepos(self, i, j):
        lines = self.rawdata.count("\n", i, j)
        if lines:
            self.lineno += lines
            self.offset = j - (self.rawdata.rindex("\n", i, j) + 1)
        else:
            self.offset += j - i
        return j

    def goahead(self, end):
        raw, i, more = self.rawdata, 0, True
        while more and i < len(raw):
            j = self._text_end(i)
            if j is None:
                break
            if j > i:
                self._text(raw[i:j])
            i = self.updatepos(i, j)
            if i == len(raw):
                break
            if raw[i] == "&":
                j, more = self._reference(i, end)
            else:
                j = self._markup(i)
                if j < 0 and end:
                    j = self._unfinished(i)
                more = j >= 0
            i = self.updatepos(i, max(i, j))
        # An element of plain text that isn't closed has its text lost, as in CPython.
        if end and i < len(raw) and not self.cdata_elem:
            self._text(raw[i:])
            i = self.updatepos(i, len(raw))
        self.rawdata = raw[i:]

    def _text_end(self, i):
        """Where the text that begins at i ends; None is not yet known."""
        raw = self.rawdata
        if not self.convert_charrefs or self.cdata_elem:
            found = self.interesting.search(raw, i)
            return found.start() if found else None if self.cdata_elem else len(raw)
        j = raw.find("<", i)
        if j < 0:
            amp = raw.rfind("&", max(i, len(raw) - 34))
            return None if amp >= 0 and not re.search(r"[\s;]", raw[amp:]) else len(raw)
        return j

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
        """Where what begins with & ends, and whether what follows can be parsed already."""
        raw = self.rawdata
        for form, handle in (_CHARACTER, self.handle_charref), (_ENTITY, self.handle_entityref):
            if found := form.match(raw, i):
                handle(found[1])
                return found.end() - (raw[found.end() - 1] != ";"), True
        if raw.startswith("&#", i):
            if ";" not in raw[i:]:
                return i, False
            self.handle_data("&#")
            return i + 2, False
        if _BEGUN.match(raw, i):
            return i + (end and len(raw) == i + 2), False
        if i + 1 < len(raw):
            self.handle_data("&")
            return i + 1, True
        return i, False

    def _markup(self, i):
        """Where what begins with < ends; below 0 is not yet known."""
        raw = self.rawdata
        if re.match("<[a-zA-Z]", raw[i:i + 2]):
            return self.parse_starttag(i)
        if raw.startswith("</", i):
            return self.parse_endtag(i)
        if raw.startswith("<!--", i):
            return self.parse_comment(i)
        if raw.startswith("<?", i):
            return self.parse_pi(i)
        if raw.startswith("<!", i):
            return self.parse_html_declaration(i)
        if i + 1 < len(raw):
            self.handle_data("<")
            return i + 1
        return -1

    def parse_comment(self, i, report=1):
        found = re.compile(r"--\s*>").search(self.rawdata, i + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:found.start()])
        return found.end()

    def parse_pi(self, i):
        return self._until(">", i, i + 2, self.handle_pi)

    def parse_bogus_comment(self, i, report=1):
        return self._until(">", i, i + 2, self.handle_comment if report else lambda text: None)

    def _until(self, stop, i, start, handle):
        j = self.rawdata.find(stop, start)
        if j < 0:
            return -1
        handle(self.rawdata[start:j])
        return j + len(stop)

    def parse_html_declaration(self, i):
        raw = self.rawdata
        if raw.startswith("<!--", i):
            return self.parse_comment(i)
        if raw.startswith("<![", i):
            return self.parse_marked_section(i)
        if raw[i:i + 9].lower() != "<!doctype":
            return self.parse_bogus_comment(i)
        j = raw.find(">", i + 9)
        if j < 0:
            return -1
        self.handle_decl(raw[i + 2:j])
        return j + 1

    def parse_marked_section(self, i, report=1):
        """<![name[...]]>, and <![if ...]> as some editors write it."""
        raw = self.rawdata
        if len(raw) == i + 3:
            return -1
        name = _SECTION_NAME.match(raw, i + 3)
        if not name:
            raise AssertionError("expected name token at %r" % raw[i:i + 20])
        if name.end() == len(raw):
            return -1
        word = name[0].strip().lower()
        if word in ("temp", "cdata", "ignore", "include", "rcdata"):
            close = r"]\s*]\s*>"
        elif word in ("if", "else", "endif"):
            close = r"]\s*>"
        else:
            raise AssertionError("unknown status keyword %r in marked section" % raw[i + 3:name.end()])
        found = re.compile(close).search(raw, i + 3)
        if not found:
            return -1
        if report:
            self.unknown_decl(raw[i + 3:found.start()])
        return found.end()

    def check_for_whole_start_tag(self, i):
        """Where a tag ends, or where what can't be one does; -1 is not yet known."""
        raw = self.rawdata
        j = _START.match(raw, i).end()
        if raw.startswith(">", j):
            return j + 1
        if raw.startswith("/>", j):
            return j + 2
        if j == len(raw) or raw[j] in "/=" or raw[j].isascii() and raw[j].isalpha():
            return -1
        return max(j, i + 1)

    def parse_starttag(self, i):
        raw = self.rawdata
        self._start_text = None
        k = self.check_for_whole_start_tag(i)
        if k < 0:
            return k
        self._start_text = raw[i:k]
        name = _TAG.match(raw, i + 1)
        self.lasttag = tag = name[1].lower()
        attrs, at = [], name.end()
        while at < k and (found := _ATTRIBUTE.match(raw, at)):
            attrs.append((found[1].lower(), self._value(found[2], found[3])))
            at = found.end()
        rest = raw[at:k].strip()
        if rest == "/>":
            self.handle_startendtag(tag, attrs)
        elif rest == ">":
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        else:
            self.handle_data(raw[i:k])
        return k

    def _value(self, given, value):
        if not given:
            return None
        if value[:1] in ("'", '"') and value[:1] == value[-1:]:
            value = value[1:-1]
        return unescape(value) if value else value

    def parse_endtag(self, i):
        raw = self.rawdata
        k = raw.find(">", i + 1) + 1
        if k == 0:
            return -1
        whole = _END_TAG.match(raw, i)
        if self.cdata_elem is not None and (not whole or whole[1].lower() != self.cdata_elem):
            self.handle_data(raw[i:k])
            return k
        if whole:
            self.handle_endtag(whole[1].lower())
            self.clear_cdata_mode()
            return k
        name = _TAG.match(raw, i + 2)
        if name:
            self.handle_endtag(name[1].lower())
            return raw.find(">", name.end()) + 1
        return i + 3 if raw.startswith("</>", i) else self.parse_bogus_comment(i)

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
