"""Tracebacks with the lines around each call, as text or as a page of HTML, in a form of this library's own."""

import html as _html
import linecache
import os
import sys
import traceback
import warnings

warnings._deprecated(__name__, remove=(3, 13))

__UNDEF__ = []


def reset():
    """What leads a browser out of whatever it was in."""
    return "<!--: spam\nContent-Type: text/html\n\n<body><font style=\"color: white; font-size: 1px\"> -->\n"


def _calls(tb, context):
    """For each call its file, line, function and the lines around it, each with its number."""
    while tb is not None:
        code, line = tb.tb_frame.f_code, tb.tb_lineno
        first = max(line - context // 2, 1)
        around = [(n, linecache.getline(code.co_filename, n).rstrip("\n")) for n in range(first, first + context)]
        yield code.co_filename, line, code.co_name, [(n, text) for n, text in around if text or n == line]
        tb = tb.tb_next


def _name(etype):
    return etype.__name__ if isinstance(etype, type) else str(etype)


def text(einfo, context=5):
    """An exception as plain text."""
    etype, value, tb = einfo
    out = [_name(etype), "Python " + sys.version.split()[0], "",
           "A problem occurred in a Python script. Here is the sequence of", "function calls leading up to the error, in the order they occurred.", ""]
    for file, line, function, around in _calls(tb, context):
        out.append(f" {os.path.abspath(file)} in {function}()")
        out += [f"{n:5d} {source}" for n, source in around] + [""]
    out += [f"{_name(etype)}: {value}", "", "", "The above is a description of an error in a Python program. Here is", "the original traceback:", "",
            "".join(traceback.format_exception(etype, value, tb))]
    return "\n".join(out)


def html(einfo, context=5):
    """An exception as HTML."""
    etype, value, tb = einfo
    escape = _html.escape
    out = [f"<h1>{escape(_name(etype))}</h1>", "<p>A problem occurred in a Python script. Here is the sequence of function calls leading up to "
           "the error, in the order they occurred.</p>"]
    for file, line, function, around in _calls(tb, context):
        lines = "\n".join(f"<b>{n:5d} {escape(source)}</b>" if n == line else f"{n:5d} {escape(source)}" for n, source in around)
        out.append(f"<p>{escape(os.path.abspath(file))} in <b>{escape(function)}</b>()</p>\n<pre>{lines}</pre>")
    out.append(f"<p><b>{escape(_name(etype))}</b>: {escape(str(value))}</p>")
    original = escape("".join(traceback.format_exception(etype, value, tb)).replace("--", "- -"))
    return "\n".join(out) + f"\n<!-- The original traceback:\n\n{original}\n-->\n"


class Hook:
    """A sys.excepthook that shows exceptions, or writes them into files of a folder."""

    def __init__(self, display=1, logdir=None, context=5, file=None, format="html"):
        self.display, self.logdir, self.context, self.format = display, logdir, context, format
        self.file = sys.stdout if file is None else file

    def __call__(self, etype, evalue, etb):
        self.handle((etype, evalue, etb))

    def handle(self, info=None):
        """Show an exception, by default the one that is being handled."""
        info = sys.exc_info() if info is None else info
        if self.format == "html":
            self.file.write(reset())
        doc = (html if self.format == "html" else text)(info, self.context)
        if self.display:
            self.file.write(doc + "\n")
        else:
            self.file.write("<p>A problem occurred in a Python script.\n")
        if self.logdir is not None:
            self._log(doc)
        self.file.flush()

    def _log(self, doc):
        import tempfile
        fd, path = tempfile.mkstemp(suffix=".html" if self.format == "html" else ".txt", dir=self.logdir)
        with os.fdopen(fd, "w") as file:
            file.write(doc)
        self.file.write(f"<p>{path} contains the description of this error.\n" if self.format == "html" else f"{path} contains the description of this error.\n")


handler = Hook().handle


def enable(display=1, logdir=None, context=5, format="html"):
    """Have exceptions that aren't caught shown so."""
    sys.excepthook = Hook(display=display, logdir=logdir, context=context, format=format)
