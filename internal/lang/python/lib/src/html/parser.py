"""A parser of HTML that calls a method for each part of it."""

import re

from html import unescape

__all__ = ["HTMLParser"]

# The parser goes by these, and libraries that want another HTML replace them: their names and
# groups are CPython's.
interesting_normal = re.compile("[&<]")
incomplete = re.compile("&[a-zA-Z#]")
entityref = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
charref = re.compile("&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
starttagopen = re.compile("<[a-zA-Z]")
piclose = re.compile(">")
commentclose = re.compile(r"--\s*>")
endendtag = re.compile(">")
endtagfind = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
tagfind_tolerant = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
attrfind_tolerant = re.compile(r"""((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*""")
locatestarttagend_tolerant = re.compile(r"""<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*""", re.VERBOSE)

_SECTION = re.compile(r"([a-zA-Z][-_.a-zA-Z0-9]*)\s*")
_SECTION_END = re.compile(r"]\s*]\s*>")
_CONDITION_END = re.compile(r"]\s*>")


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
            if raw[i] == "&":
                k = self._reference(i, end)
                if k < 0:
                    i = ~k
                    break
            else:
                k = self._markup(i, end)
                if k < 0 and not end:
                    break
                if k < 0:
                    k = self._unfinished(i)
            i = self.updatepos(i, k)
        self.rawdata = raw[i:]
        if end and self.rawdata and not self.cdata_elem:
            self._text(self.rawdata)
            self.updatepos(0, len(self.rawdata))
            self.rawdata = ""

    def _text_end(self, i, end):
        """Where the text that begins at i ends; None is not yet known."""
        raw = self.rawdata
        if self.cdata_elem:
            found = re.compile(r"</\s*%s\s*>" % self.cdata_elem, re.I).search(raw, i)
            return found.start() if found else None
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
        """Where a reference ends; -1 is what the text that is known doesn't tell, or leaves as it is."""
        raw = self.rawdata
        if raw.startswith("&#", i):
            found = charref.match(raw, i)
            if found:
                self.handle_charref(found[0][2:-1])
                return found.end() - (found[0][-1] != ";")
            if ";" in raw[i:]:
                self.handle_data("&#")
                self.updatepos(i, i + 2)
                return ~(i + 2)
            return ~i
        found = entityref.match(raw, i)
        if found:
            self.handle_entityref(found[1])
            return found.end() - (raw[found.end() - 1] != ";")
        if incomplete.match(raw, i):
            return ~self.updatepos(i, i + (end and len(raw) == i + 2))  # as in CPython, the & is lost then
        if i + 1 == len(raw):
            return ~i
        self.handle_data("&")
        return i + 1

    def _markup(self, i, end):
        raw = self.rawdata
        if starttagopen.match(raw, i):
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

    # These answer where what they parse ends, or -1 where it doesn't.

    def parse_comment(self, i, report=1):
        found = commentclose.search(self.rawdata, i + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:found.start()])
        return found.end()

    def parse_pi(self, i):
        found = piclose.search(self.rawdata, i + 2)
        if not found:
            return -1
        self.handle_pi(self.rawdata[i + 2:found.start()])
        return found.end()

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
        raw = self.rawdata
        name = _SECTION.match(raw, i + 3)
        if not name and i + 3 < len(raw):
            self.updatepos(i, i + 3)
            raise AssertionError("expected name token at %r" % raw[i:i + 20])
        if not name or name.end() == len(raw):
            return -1
        word = name[1].lower()
        if word in ("temp", "cdata", "ignore", "include", "rcdata"):
            stop = _SECTION_END.search(raw, i + 3)
        elif word in ("if", "else", "endif"):
            stop = _CONDITION_END.search(raw, i + 3)
        else:
            raise AssertionError("unknown status keyword %r in marked section" % raw[i + 3:name.end()])
        if not stop:
            return -1
        if report:
            self.unknown_decl(raw[i + 3:stop.start()])
        return stop.end()

    def parse_bogus_comment(self, i, report=1):
        j = self.rawdata.find(">", i + 2)
        if j < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:j])
        return j + 1

    def check_for_whole_start_tag(self, i):
        """Where the tag ends that begins at i, whether or not it is a correct one."""
        raw = self.rawdata
        found = locatestarttagend_tolerant.match(raw, i)
        j = found.end() if found else i + 1
        if raw.startswith("/>", j):
            return j + 2
        if raw.startswith(">", j):
            return j + 1
        if j >= len(raw) or raw[j] in "/=" or raw[j].isascii() and raw[j].isalpha():  # the rest is to come
            return -1
        return j if j > i else i + 1

    def parse_starttag(self, i):
        self._start_text = None
        k = self.check_for_whole_start_tag(i)
        if k < 0:
            return k
        raw = self.rawdata
        self._start_text = raw[i:k]
        name = tagfind_tolerant.match(raw, i + 1)
        self.lasttag = tag = name[1].lower()
        attrs, at = self._attributes(name.end(), k)
        stop = raw[at:k].strip()
        if stop not in (">", "/>"):  # there is something in it that belongs into no tag
            self.handle_data(raw[i:k])
        elif stop == "/>":
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return k

    def _attributes(self, at, end):
        """The attributes between two places, and where they end."""
        attrs = []
        while at < end and (found := attrfind_tolerant.match(self.rawdata, at)):
            key, rest, value = found[1], found[2], found[3]
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ("'", '"'):
                value = value[1:-1]
            attrs.append((key.lower(), unescape(value) if value else value))
            at = found.end()
        return attrs, at

    def parse_endtag(self, i):
        raw = self.rawdata
        k = endendtag.search(raw, i + 1)
        if not k:
            return -1
        k = k.end()
        found = endtagfind.match(raw, i)
        name = (found or tagfind_tolerant.match(raw, i + 2) or ("", ""))[1].lower()
        if self.cdata_elem is not None and (not found or name != self.cdata_elem):
            self.handle_data(raw[i:k])
            return k
        if not name:
            return i + 3 if raw.startswith("</>", i) else self.parse_bogus_comment(i)
        if not found:
            k = raw.find(">", tagfind_tolerant.match(raw, i + 2).end()) + 1
        self.handle_endtag(name)
        self.clear_cdata_mode()
        return k

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
