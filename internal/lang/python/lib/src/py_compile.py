"""Checks that files can be compiled. Nothing is written: a program is compiled when it runs."""

import enum
import importlib.util
import os
import sys
import traceback

__all__ = ["compile", "main", "PyCompileError", "PycInvalidationMode"]

_compile = compile


class PyCompileError(Exception):
    """A file can't be compiled."""

    def __init__(self, exc_type, exc_value, file, msg=""):
        if not msg:
            text = "".join(traceback.format_exception_only(exc_type, exc_value))
            if exc_type is SyntaxError:
                text = text.replace('File "<string>"', f'File "{file}"')
                msg = text
            else:
                msg = f"Sorry: {exc_type.__name__}: {exc_value}"
        super().__init__(msg, exc_type.__name__, exc_value, file)
        self.exc_type_name, self.exc_value, self.file, self.msg = exc_type.__name__, exc_value, file, msg

    def __str__(self):
        return self.msg


class PycInvalidationMode(enum.Enum):
    """When a compiled file is out of date."""
    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Compile a file; the result is the name that CPython's compiled file would have. It isn't written."""
    if cfile is None:
        cfile = importlib.util.cache_from_source(os.fspath(file), optimization="" if optimize < 1 else optimize)
    with open(file, "rb") as f:
        source = f.read()
    try:
        _compile(source, dfile or file, "exec", dont_inherit=True)
    except Exception as exc:
        error = PyCompileError(type(exc), exc, dfile or file)
        if quiet < 2:
            if doraise:
                raise error
            sys.stderr.write(error.msg + "\n")
        return None
    return cfile


def main():
    """Compile the files that the arguments name."""
    for name in sys.argv[1:]:
        try:
            compile(name, doraise=True)
        except PyCompileError as error:
            sys.exit(error.msg)
        except OSError as error:
            sys.exit(str(error))
