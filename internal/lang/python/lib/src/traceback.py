"""Exceptions and stacks as text."""

import sys
from _sources import line as _source_line
from _sources import place as _place

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb", "print_exc",
    "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames", "FrameSummary", "StackSummary",
    "TracebackException", "walk_stack", "walk_tb",
]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_SAME = 3  # entries in a row that are shown
_missing = object()


class FrameSummary:
    """One entry of a stack or traceback."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals", "_marks")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self._marks = ""
        if lookup_line:
            self.line
        self.locals = {k: repr(v) for k, v in locals.items()} if locals else None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        """The source line, without its indentation."""
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = _source_line(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    __hash__ = None

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return "<FrameSummary file {filename}, line {lineno} in {name}>".format(filename=self.filename, lineno=self.lineno, name=self.name)


def walk_stack(f):
    """Yield each frame and its line, outwards."""
    if f is None:
        f = sys._getframe(1)
        own = f is not None and f.f_code.co_filename == walk_stack.__code__.co_filename
        for _ in range(1 if own else 3):  # as many frames as are between StackSummary.extract and its caller
            f = f and f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Yield each frame of a traceback and its line."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _limited(items, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return items
    items = list(items)
    return items[:limit] if limit >= 0 else items[limit:]


class StackSummary(list):
    """The entries of a stack or traceback."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Make entries of pairs of frame and line."""
        found = klass()
        for frame, lineno in _limited(frame_gen, limit):
            code = frame.f_code
            found.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=lookup_lines,
                                      locals=frame.f_locals if capture_locals else None))
        return found

    @classmethod
    def from_list(klass, a_list):
        """Make entries of tuples."""
        found = klass()
        for entry in a_list:
            if isinstance(entry, FrameSummary):
                found.append(entry)
            else:
                filename, lineno, name, line = entry
                found.append(FrameSummary(filename, lineno, name, line=line))
        return found

    def format_frame_summary(self, frame_summary):
        """The text of one entry."""
        lines = ['  File "{}", line {}, in {}\n'.format(frame_summary.filename, frame_summary.lineno, frame_summary.name)]
        if frame_summary.line:
            lines.append("    {}\n".format(frame_summary.line))
            if frame_summary._marks:
                lines.append("    {}\n".format(frame_summary._marks))
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                lines.append("    {name} = {value}\n".format(name=name, value=value))
        return "".join(lines)

    def format(self):
        """The texts of the entries; many equal ones in a row are shown once."""
        result = []
        last, count = None, 0
        for entry in self:
            text = self.format_frame_summary(entry)
            if text is None:
                continue
            key = entry.filename, entry.lineno, entry.name
            if key != last:
                _repeated(result, count)
                last, count = key, 0
            count += 1
            if count <= _SAME:
                result.append(text)
        _repeated(result, count)
        return result


def _repeated(result, count):
    if count > _SAME:
        count -= _SAME
        result.append(f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n")


def _tb_summary(tb, limit=None, lookup_lines=True, capture_locals=False):
    entries = []
    while tb is not None:
        entries.append(tb)
        tb = tb.tb_next
    found = StackSummary()
    for tb in _limited(entries, limit):
        frame = tb.tb_frame
        col, end, marks = _place(tb)
        entry = FrameSummary(frame.f_code.co_filename, tb.tb_lineno, frame.f_code.co_name, lookup_line=lookup_lines,
                             locals=frame.f_locals if capture_locals else None, end_lineno=tb.tb_lineno, colno=col, end_colno=end)
        entry._marks = marks
        found.append(entry)
    return found


def extract_tb(tb, limit=None):
    """The entries of a traceback."""
    return _tb_summary(tb, limit)


def extract_stack(f=None, limit=None):
    """The entries of a frame and its callers, the outermost first."""
    if f is None:
        f = sys._getframe(1)
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    frames = list(walk_stack(f))
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    found = StackSummary.extract(frames, limit=len(frames))
    found.reverse()
    return found


def format_list(extracted_list):
    """The texts of entries."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Print entries."""
    _print(format_list(extracted_list), file)


def _print(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        file.write(line)


def print_tb(tb, limit=None, file=None):
    """Print the entries of a traceback."""
    _print(format_tb(tb, limit), file)


def format_tb(tb, limit=None):
    """The texts of a traceback's entries."""
    return extract_tb(tb, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Print the entries of the caller's stack."""
    _print(extract_stack(f if f is not None else sys._getframe(1), limit).format(), file)


def format_stack(f=None, limit=None):
    """The texts of the entries of the caller's stack."""
    return extract_stack(f if f is not None else sys._getframe(1), limit).format()


def clear_frames(tb):
    """Drop the variables of a traceback's frames."""
    while tb is not None:
        tb.tb_frame.clear()
        tb = tb.tb_next


def _arguments(exc, value, tb):
    """An exception and its traceback of the two ways to give them."""
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is _missing:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc, exc.__traceback__ if exc is not None else None
    return value, tb


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    """The texts of an exception, its traceback and what it comes from."""
    value, tb = _arguments(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_missing):
    """The texts of an exception without its traceback."""
    if value is _missing:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    """Print an exception, its traceback and what it comes from."""
    value, tb = _arguments(exc, value, tb)
    _print(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain), file)


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The text of the exception that is being handled."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the last exception that nothing caught."""
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def _text(value, what="exception"):
    try:
        return str(value)
    except Exception:
        return f"<{what} str() failed>"


def _only_line(name, text):
    return f"{name}: {text}\n" if text else f"{name}\n"


class TracebackException:
    """What is printed of an exception, taken from it at once."""

    max_group_width = 15
    max_group_depth = 10

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        options = {"limit": limit, "lookup_lines": lookup_lines, "capture_locals": capture_locals,
                   "max_group_width": max_group_width, "max_group_depth": max_group_depth}
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = _tb_summary(exc_traceback, limit, lookup_lines, capture_locals)
        self.exc_type = exc_type
        self._is_none = exc_value is None
        self._str = _text(exc_value) if exc_value is not None else "None"
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self._is_syntax = exc_type is not None and issubclass(exc_type, SyntaxError)
        if self._is_syntax:
            self.filename = exc_value.filename
            self.lineno = str(exc_value.lineno) if exc_value.lineno is not None else None
            self.end_lineno = str(exc_value.end_lineno) if exc_value.end_lineno is not None else None
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if exc_value is None:
            return
        cause, context = exc_value.__cause__, exc_value.__context__
        if cause is not None and id(cause) not in seen:
            self.__cause__ = TracebackException(type(cause), cause, cause.__traceback__, _seen=seen, **options)
        wanted = not compact or cause is None and not exc_value.__suppress_context__
        if wanted and context is not None and id(context) not in seen:
            self.__context__ = TracebackException(type(context), context, context.__traceback__, _seen=seen, **options)
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException(type(e), e, e.__traceback__, _seen=seen, **options) for e in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """What is printed of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """Yield the lines without the traceback."""
        if self.exc_type is None:
            yield _only_line(None, self._str)
            return
        module, name = self.exc_type.__module__, self.exc_type.__qualname__
        if module not in ("__main__", "builtins"):
            name = (module if isinstance(module, str) else "<unknown>") + "." + name
        if self._is_syntax:
            yield from self._syntax_lines(name)
        else:
            yield _only_line(name, self._str)
        notes = self.__notes__
        if notes is None:
            return
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _text(note, "note").split("\n"):
                    yield line + "\n"
        else:
            yield "{}\n".format(_text(repr(notes)))

    def _syntax_lines(self, name):
        suffix = ""
        if self.lineno is not None:
            yield '  File "{}", line {}\n'.format(self.filename or "<string>", self.lineno)
        elif self.filename is not None:
            suffix = " ({})".format(self.filename)
        if self.text is not None:
            line = self.text.rstrip("\n")
            bare = line.lstrip(" \n\f")
            spaces = len(line) - len(bare)
            yield "    {}\n".format(bare)
            if self.offset is not None:
                offset = self.offset
                end = self.end_offset if self.end_offset not in (None, 0) else offset
                if offset == end or end == -1:
                    end = offset + 1
                at, to = offset - 1 - spaces, end - 1 - spaces
                if at >= 0:
                    padding = "".join(c if c.isspace() else " " for c in bare[:at])
                    yield "    {}{}\n".format(padding, "^" * (to - at))
        yield "{}: {}{}\n".format(name, self.msg or "<no detail available>", suffix)

    def format(self, *, chain=True, _printer=None):
        """Yield the texts: what the exception comes from, the traceback, the exception."""
        printer = _Printer() if _printer is None else _printer
        parts = []
        exc = self
        while exc is not None:
            message = None
            following = None
            if chain:
                if exc.__cause__ is not None:
                    message, following = _CAUSE, exc.__cause__
                elif exc.__context__ is not None and not exc.__suppress_context__:
                    message, following = _CONTEXT, exc.__context__
            parts.append((message, exc))
            exc = following
        for message, exc in reversed(parts):
            if message is not None:
                yield from printer.emit(message)
            if exc.exceptions is None:
                yield from exc._single(printer)
            elif printer.depth > self.max_group_depth:
                yield from printer.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from exc._group(printer)

    def _single(self, printer):
        if self.stack:
            yield from printer.emit("Traceback (most recent call last):\n")
            yield from printer.emit(self.stack.format())
        yield from printer.emit(self.format_exception_only())

    def _group(self, printer):
        outermost = printer.depth == 0
        if outermost:
            printer.depth += 1
        if self.stack:
            yield from printer.emit("Exception Group Traceback (most recent call last):\n", "+" if outermost else None)
            yield from printer.emit(self.stack.format())
        yield from printer.emit(self.format_exception_only())
        total = len(self.exceptions)
        shown = min(total, self.max_group_width + 1)
        printer.need_close = False
        for i in range(shown):
            last = i == shown - 1
            if last:
                printer.need_close = True
            title = "..." if i >= self.max_group_width else f"{i + 1}"
            yield printer.indent() + ("+-" if i == 0 else "  ") + f"+---------------- {title} ----------------\n"
            printer.depth += 1
            if i < self.max_group_width:
                yield from self.exceptions[i].format(_printer=printer)
            else:
                rest = total - self.max_group_width
                yield from printer.emit(f"and {rest} more exception{'s' if rest > 1 else ''}\n")
            if last and printer.need_close:
                yield printer.indent() + "+------------------------------------\n"
                printer.need_close = False
            printer.depth -= 1
        if outermost:
            printer.depth = 0

    def print(self, *, file=None, chain=True):
        """Print the texts."""
        _print(self.format(chain=chain), file)


class _Printer:
    """Indents what is in groups, and gives it a margin."""

    def __init__(self):
        self.depth = 0
        self.need_close = False

    def indent(self):
        return " " * (2 * self.depth)

    def emit(self, texts, margin=None):
        prefix = self.indent()
        if self.depth:
            prefix += (margin or "|") + " "
        if isinstance(texts, str):
            texts = [texts]
        for text in texts:
            if prefix:
                text = "".join(prefix + line for line in text.splitlines(True))
            yield text
