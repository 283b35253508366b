"""Checks that all files of folders can be compiled. Nothing is written: a program is compiled when it runs."""

import os
import py_compile
import sys

__all__ = ["compile_dir", "compile_file", "compile_path"]


def _walk(folder, quiet, maxlevels):
    if quiet < 2 and isinstance(folder, os.PathLike):
        folder = os.fspath(folder)
    if not quiet:
        print(f"Listing {folder!r}...")
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        if quiet < 2:
            print(f"Can't list {folder!r}")
        names = []
    for name in names:
        if name == "__pycache__":
            continue
        path = os.path.join(folder, name)
        if not os.path.isdir(path):
            yield path
        elif maxlevels > 0 and name not in (os.curdir, os.pardir) and not os.path.islink(path):
            yield from _walk(path, quiet, maxlevels - 1)


def compile_dir(dir, maxlevels=None, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, workers=1,
                invalidation_mode=None, *, stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compile the files of a folder and of those in it; whether all can be."""
    if maxlevels is None:
        maxlevels = sys.getrecursionlimit()
    good = True
    for path in _walk(dir, quiet, maxlevels):
        good = compile_file(path, ddir, force, rx, quiet, legacy, optimize) and good
    return good


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, invalidation_mode=None, *,
                 stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compile a file; whether it can be."""
    fullname = os.fspath(fullname)
    name = os.path.basename(fullname)
    if rx is not None and rx.search(fullname) or not name.endswith(".py") or not os.path.isfile(fullname):
        return True
    if not quiet:
        print(f"Compiling {fullname!r}...")
    try:
        py_compile.compile(fullname, None, os.path.join(ddir, name) if ddir else None, True, optimize)
    except py_compile.PyCompileError as error:
        _report(fullname, error.msg, quiet)
    except (SyntaxError, UnicodeError, OSError) as error:
        _report(fullname, f"{type(error).__name__}: {error}", quiet)
    else:
        return True
    return False


def _report(fullname, text, quiet):
    if quiet < 2:
        print(f"*** Error compiling {fullname!r}..." if quiet else "*** ", end="\n" if quiet else "")
        print(text)


def compile_path(skip_curdir=1, maxlevels=0, force=False, quiet=0, legacy=False, optimize=-1, invalidation_mode=None):
    """Compile the files in the folders of sys.path; whether all can be."""
    good = True
    for folder in sys.path:
        if (not folder or folder == os.curdir) and skip_curdir:
            if quiet < 2:
                print("Skipping current directory")
        else:
            good = compile_dir(folder, maxlevels, None, force, quiet=quiet, legacy=legacy, optimize=optimize) and good
    return good
