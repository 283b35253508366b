"""Differences of lists of lines side by side, as a page of HTML."""

import re
from collections import deque

from difflib import IS_CHARACTER_JUNK, ndiff

# In a line, a change begins with \0 and its kind, and ends with \1.

_RUNS = re.compile(r"\++|-+|\^+")

# What the kinds of an ndiff's next lines mean, the first that fits: what the line to the left and that to the right are (none, text as it
# is, marked where it changes, or whole: new or gone), and whether it's time for the blanks that are due.
_SHAPES = (("-?+?", "marked", "marked", False), ("--++", "whole", None, False), ("--?+", "whole", None, True), ("--+", "whole", None, True),
           ("- ", "whole", None, True), ("-+?", "text", "marked", False), ("-?+", "marked", "text", False), ("-", "whole", None, False),
           ("+--", None, "whole", False), ("+ ", None, "whole", True), ("+-", None, "whole", True), ("+", None, "whole", False),
           (" ", "text", "text", False))


class _Sides:
    """An ndiff's lines, those of the first list to the left and of the second to the right."""

    def __init__(self, lines):
        self.lines, self.ahead = iter(lines), deque()
        self.queues, self.numbers = (deque(), deque()), [0, 0]
        self.due = 0  # how many blanks the left is to have, or the right where it is below 0

    def pairs(self):
        """Pairs of lines and whether they differ. A line is its number and its text."""
        left, right = self.queues
        while self.step():
            while left and right:
                (a, differs), (b, too) = left.popleft(), right.popleft()
                yield a, b, differs or too

    def step(self):
        """Take the lines of one shape, and at the end the blanks. False is that there is nothing."""
        while len(self.ahead) < 4:
            self.ahead.append(next(self.lines, "X"))
        kinds = "".join(line[0] for line in self.ahead)
        if kinds[0] == "X":
            return self.settle()
        for shape in _SHAPES:
            if kinds.startswith(shape[0]):
                self.take(*shape)
                return True

    def take(self, kinds, left, right, settles):
        if kinds == " ":
            self.ahead.appendleft(self.ahead[0])
        lines = self.line(0, left), self.line(1, right)
        self.due += (right == "whole") - (left == "whole")
        if settles:
            self.settle()
        for queue, line in zip(self.queues, lines):
            if line:
                queue.append((line, kinds != " "))

    def settle(self):
        """Put the blanks that are due, and tell whether there were any."""
        due, self.due = self.due, 0
        self.queues[due < 0].extend([(("", "\n"), True)] * abs(due))
        return due != 0

    def line(self, side, how):
        if how is None:
            return None
        self.numbers[side] += 1
        text = self.ahead.popleft()
        if how == "marked":
            text = _marked(text, self.ahead.popleft())
        text = text[2:]
        if how == "whole":
            text = "\0" + "-+"[side] + (text or " ") + "\1"
        return self.numbers[side], text


def _marked(text, marks):
    """A line with its changes, as the line of marks below has them."""
    out, at = [], 0
    for run in _RUNS.finditer(marks):
        out += [text[at:run.start()], "\0", run[0][0], text[run.start():run.end()], "\1"]
        at = run.end()
    return "".join(out) + text[at:]


def _mdiff(fromlines, tolines, context=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """Pairs of lines and whether they differ; with context, only so many around changes and None thrice for what is left out."""
    pairs = _Sides(ndiff(fromlines, tolines, linejunk, charjunk)).pairs()
    if context is None:
        yield from pairs
        return
    before, skipped, after = deque(maxlen=context), 0, 0
    for pair in pairs:
        if pair[2]:
            if skipped > context:
                yield None, None, None
            yield from before
            before.clear()
            skipped, after = 0, context
        elif after:
            after -= 1
        else:
            before.append(pair)
            skipped += 1
            continue
        yield pair


_PAGE = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
          "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">

<html>

<head>
    <meta http-equiv="Content-Type"
          content="text/html; charset=%(charset)s" />
    <title></title>
    <style type="text/css">%(styles)s
    </style>
</head>

<body>
    %(table)s%(legend)s
</body>

</html>"""

_STYLES = """
        table.diff {font-family:Courier; border:medium;}
        .diff_header {background-color:#e0e0e0}
        td.diff_header {text-align:right}
        .diff_next {background-color:#c0c0c0}
        .diff_add {background-color:#aaffaa}
        .diff_chg {background-color:#ffff77}
        .diff_sub {background-color:#ffaaaa}"""

_TABLE = """
    <table class="diff" id="difflib_chg_%(prefix)s_top"
           cellspacing="0" cellpadding="0" rules="groups" >
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        %(header_row)s
        <tbody>
%(data_rows)s        </tbody>
    </table>"""

_LEGEND = """
    <table class="diff" summary="Legends">
        <tr> <th colspan="2"> Legends </th> </tr>
        <tr> <td> <table border="" summary="Colors">
                      <tr><th> Colors </th> </tr>
                      <tr><td class="diff_add">&nbsp;Added&nbsp;</td></tr>
                      <tr><td class="diff_chg">Changed</td> </tr>
                      <tr><td class="diff_sub">Deleted</td> </tr>
                  </table></td>
             <td> <table border="" summary="Links">
                      <tr><th colspan="2"> Links </th> </tr>
                      <tr><td>(f)irst change</td> </tr>
                      <tr><td>(n)ext change</td> </tr>
                      <tr><td>(t)op</td> </tr>
                  </table></td> </tr>
    </table>"""

_ROW = ('            <tr><td class="diff_next"%s>%s</td>%s'
        '<td class="diff_next">%s</td>%s</tr>\n')
_HEAD = '<thead><tr>' + 2 * '<th class="diff_next"><br /></th><th colspan="2" class="diff_header">%s</th>' + '</tr></thead>'
_GAP = '        </tbody>        \n        <tbody>\n'
_SPANS = (("\0+", '<span class="diff_add">'), ("\0-", '<span class="diff_sub">'), ("\0^", '<span class="diff_chg">'), ("\1", "</span>"),
          ("\t", "&nbsp;"))


class HtmlDiff:
    """Makes tables of HTML, or pages with one, of two lists of lines side by side."""

    __module__ = "difflib"
    _file_template, _styles, _table_template, _legend = _PAGE, _STYLES, _TABLE, _LEGEND
    _default_prefix = 0

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
        self._tabsize, self._wrapcolumn = tabsize, wrapcolumn
        self._linejunk, self._charjunk = linejunk, charjunk

    def make_file(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5, *, charset='utf-8'):
        """A page with the table."""
        table = self.make_table(fromlines, tolines, fromdesc, todesc, context=context, numlines=numlines)
        page = self._file_template % {"styles": self._styles, "legend": self._legend, "table": table, "charset": charset}
        return page.encode(charset, 'xmlcharrefreplace').decode(charset)

    def make_table(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5):
        """The table. With context, it has only so many lines around changes."""
        number = HtmlDiff._default_prefix
        HtmlDiff._default_prefix += 1
        self._prefix = [f"from{number}_", f"to{number}_"]
        lists = [[self._whitespace(line) for line in lines] for lines in (fromlines, tolines)]
        diffs = _mdiff(*lists, numlines if context else None, linejunk=self._linejunk, charjunk=self._charjunk)
        if self._wrapcolumn:
            diffs = self._wrapped(diffs)
        rows = "".join(self._rows(list(diffs), context, numlines))
        head = _HEAD % (fromdesc, todesc) if fromdesc or todesc else ""
        table = self._table_template % {"data_rows": rows, "header_row": head, "prefix": self._prefix[1]}
        for mark, html in _SPANS:
            table = table.replace(mark, html)
        return table

    def _whitespace(self, line):
        """A line whose tabs are as many spaces, which are still told from the line's own: they are tabs."""
        line = line.replace(" ", "\0").expandtabs(self._tabsize)
        return line.replace(" ", "\t").replace("\0", " ").rstrip("\n")

    def _wrapped(self, diffs):
        for left, right, flag in diffs:
            if flag is None:
                yield left, right, flag
                continue
            left, right = self._pieces([], *left), self._pieces([], *right)
            for i in range(max(len(left), len(right))):
                yield *(side[i] if i < len(side) else ("", " ") for side in (left, right)), flag

    def _pieces(self, out, number, text, at=0, kind="", marks=None):
        """A line from an index on in pieces of wrapcolumn characters, of which a change may go on in the next.

        It calls itself for the next piece: a line of more pieces than there may be calls is refused, and so is a width below zero.
        """
        width, begun = self._wrapcolumn, kind and "\0" + kind
        if marks is None:
            marks = text.count("\0")  # those to come, and the one of begun
        size = len(begun) + len(text) - at
        if not number or size <= width or size - 3 * marks <= width:
            out.append((number, begun + text[at:]))
            return out
        start = at
        at, kind = self._piece(text, at, kind)
        marks -= text.count("\0", start, at) + bool(begun) - bool(kind)
        out.append((number, begun + text[start:at] + ("\1" if kind else "")))
        return self._pieces(out, ">", text, at, kind, marks)

    def _piece(self, text, at, kind):
        """Where a piece ends, and the kind of change that goes on there."""
        n = 0
        while n < self._wrapcolumn and at < len(text):
            if text[at] == "\0":
                kind = text[at + 1]
                at += 2
            elif text[at] == "\1":
                kind = ""
                at += 1
            else:
                at += 1
                n += 1
        return at, kind

    def _rows(self, diffs, context, numlines):
        ids, links = self._links([flag for *_, flag in diffs], numlines)
        for i, (left, right, flag) in enumerate(diffs):
            if flag is not None:
                yield _ROW % (ids[i], links[i], self._cells(0, *left), links[i], self._cells(1, *right))
            elif i:
                yield _GAP
        if not diffs:
            cells = f'<td></td><td>&nbsp;{"No Differences Found" if context else "Empty File"}&nbsp;</td>'
            yield _ROW % (ids[0], links[0], cells, links[0], cells)

    def _cells(self, side, number, text):
        """The cells of a line's number and text. What goes on, and what isn't there, has no number."""
        anchor = f' id="{self._prefix[side]}{number}"' if isinstance(number, int) else ""
        text = text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace(" ", "&nbsp;").rstrip()
        return f'<td class="diff_header"{anchor}>{number}</td><td nowrap="nowrap">{text}</td>'

    def _links(self, flags, numlines):
        """The ids of rows and the links in them: from each change to the next, from the last to the top."""
        flags = flags or [False]
        ids, links = [""] * len(flags), [""] * len(flags)
        begun, last, changes = False, 0, 0
        for i, flag in enumerate(flags):
            if flag and not begun:
                last = i
                ids[max(0, i - numlines)] = f' id="difflib_chg_{self._prefix[1]}_{changes}"'
                changes += 1
                links[last] = f'<a href="#difflib_chg_{self._prefix[1]}_{changes}">n</a>'
            begun = bool(flag)
        if not flags[0]:
            links[0] = f'<a href="#difflib_chg_{self._prefix[1]}_0">f</a>'
        links[last] = f'<a href="#difflib_chg_{self._prefix[1]}_top">t</a>'
        return ids, links
