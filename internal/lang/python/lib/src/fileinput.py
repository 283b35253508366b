"""The lines of standard input or of the files that the arguments name."""

import io
import os
import sys

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin", "FileInput",
           "hook_compressed", "hook_encoded"]

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    """Begin to read."""
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    """End reading."""
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _active():
    if not _state:
        raise RuntimeError("no active input()")
    return _state


def nextfile():
    """Leave the rest of the file out."""
    return _active().nextfile()


def filename():
    """The name of the file that is being read."""
    return _active().filename()


def lineno():
    """How many lines were read."""
    return _active().lineno()


def filelineno():
    """How many lines were read of the file."""
    return _active().filelineno()


def fileno():
    """The descriptor of the file."""
    return _active().fileno()


def isfirstline():
    """Report whether the line is the file's first."""
    return _active().isfirstline()


def isstdin():
    """Report whether it is standard input."""
    return _active().isstdin()


class FileInput:
    """The lines of files."""

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if isinstance(files, str):
            files = (files,)
        elif isinstance(files, os.PathLike):
            files = (os.fspath(files),)
        else:
            if files is None:
                files = sys.argv[1:]
            files = tuple(files) or ("-",)
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if inplace and openhook:
            raise ValueError("FileInput cannot use an opening hook in inplace mode")
        if openhook and not callable(openhook):
            raise ValueError("FileInput openhook must be callable")
        self._files = files
        self._inplace = inplace
        self._backup = backup
        self._mode = mode
        self._hook = openhook
        self._encoding = encoding
        self._errors = errors
        self._filename = None
        self._lines = self._line_in_file = 0
        self._file = self._output = self._stdout = None
        self._is_stdin = False

    def close(self):
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return b"" if "b" in self._mode else ""
                self._open()
            line = self._file.readline()
            if line:
                self._lines += 1
                self._line_in_file += 1
                return line
            self.nextfile()

    def _open(self):
        name, self._files = self._files[0], self._files[1:]
        self._filename, self._line_in_file, self._is_stdin = name, 0, False
        encoding = None if "b" in self._mode else self._encoding
        if name == "-":
            self._filename, self._is_stdin = "<stdin>", True
            self._file = getattr(sys.stdin, "buffer", sys.stdin) if "b" in self._mode else sys.stdin
        elif self._inplace:
            kept = os.fspath(name) + (self._backup or ".bak")
            try:
                os.unlink(kept)
            except OSError:
                pass
            os.rename(name, kept)
            self._kept = kept
            self._file = open(kept, self._mode, encoding=encoding, errors=self._errors)
            self._output = open(name, self._mode.replace("r", "w"), encoding=encoding, errors=self._errors)
            self._stdout, sys.stdout = sys.stdout, self._output
        elif self._hook:
            if self._encoding is None:
                self._file = self._hook(name, self._mode)
            else:
                self._file = self._hook(name, self._mode, encoding=self._encoding, errors=self._errors)
        else:
            self._file = open(name, self._mode, encoding=encoding, errors=self._errors)

    def nextfile(self):
        if self._stdout is not None:
            sys.stdout, self._stdout = self._stdout, None
        if self._output is not None:
            self._output.close()
            self._output = None
        file, self._file = self._file, None
        if file is not None and not self._is_stdin:
            file.close()
            if self._inplace and not self._backup:
                os.unlink(self._kept)
        self._is_stdin = False

    def filename(self):
        return self._filename

    def lineno(self):
        return self._lines

    def filelineno(self):
        return self._line_in_file

    def fileno(self):
        try:
            return self._file.fileno() if self._file else -1
        except ValueError:
            return -1

    def isfirstline(self):
        return self._line_in_file == 1

    def isstdin(self):
        return self._is_stdin


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """Open a file, which may be compressed."""
    if os.path.splitext(filename)[1] in (".gz", ".bz2"):
        raise NotImplementedError("compressed files can't be opened here")
    return open(filename, mode, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    """A hook for files in an encoding."""
    def openhook(filename, mode):
        return open(filename, mode, encoding=encoding, errors=errors)
    return openhook
