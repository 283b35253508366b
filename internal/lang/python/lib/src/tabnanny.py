"""Looks for indentation that depends on how wide a tab is."""

import os
import sys
import tokenize

__all__ = ["check", "NannyNag", "process_tokens"]

verbose = filename_only = 0


class NannyNag(Exception):
    """An indentation that says different things with tabs of different widths."""

    def __init__(self, lineno, msg, line):
        self.lineno, self.msg, self.line = lineno, msg, line

    def get_lineno(self):
        return self.lineno

    def get_msg(self):
        return self.msg

    def get_line(self):
        return self.line


def check(file):
    """Look at a file, or at all of a folder."""
    if os.path.isdir(file) and not os.path.islink(file):
        if verbose:
            print(f"{file!r}: listing directory")
        for name in os.listdir(file):
            full = os.path.join(file, name)
            if os.path.isdir(full) and not os.path.islink(full) or os.path.normcase(name[-3:]) == ".py":
                check(full)
        return
    try:
        f = tokenize.open(file)
    except OSError as error:
        print(f"{file!r}: I/O Error: {error}", file=sys.stderr)
        return
    if verbose > 1:
        print(f"checking {file!r} ...")
    try:
        with f:
            process_tokens(tokenize.generate_tokens(f.readline))
    except tokenize.TokenError as error:
        print(f"{file!r}: Token Error: {error}", file=sys.stderr)
    except IndentationError as error:
        print(f"{file!r}: Indentation Error: {error}", file=sys.stderr)
    except NannyNag as nag:
        if verbose:
            print(f"{file!r}: *** Line {nag.lineno}: trouble in tab city! ***")
            print(f"offending line: {nag.line!r}")
            print(nag.msg)
        else:
            name = f'"{file}"' if " " in file else file
            print(name if filename_only else f"{name} {nag.lineno} {nag.line!r}")
    else:
        if verbose:
            print(f"{file!r}: Clean bill of health.")


def _same(a, b):
    n = max(len(a), len(b)) + 2
    return all(len(a.expandtabs(i)) == len(b.expandtabs(i)) for i in range(1, n))


def _less(a, b):
    n = max(len(a), len(b)) + 2
    return all(len(a.expandtabs(i)) < len(b.expandtabs(i)) for i in range(1, n))


def _bad_sizes(a, b, good):
    n = max(len(a), len(b)) + 2
    bad = [str(i) for i in range(1, n) if not good(len(a.expandtabs(i)), len(b.expandtabs(i)))]
    return "at tab size" + ("s " if len(bad) > 1 else " ") + ", ".join(bad)


def process_tokens(tokens):
    """Look at the tokens of a source."""
    indents, fresh = [""], False
    for kind, text, start, end, line in tokens:
        if kind == tokenize.NEWLINE:
            fresh = True
        elif kind == tokenize.INDENT:
            fresh = False
            if not _less(indents[-1], text):
                raise NannyNag(start[0], "indent not greater e.g. " + _bad_sizes(indents[-1], text, lambda a, b: a < b), line)
            indents.append(text)
        elif kind == tokenize.DEDENT:
            fresh = True
            indents.pop()
        elif fresh and kind not in (tokenize.COMMENT, tokenize.NL):
            fresh = False
            indent = line[:len(line) - len(line.lstrip(" \t\f"))]
            if not _same(indents[-1], indent):
                raise NannyNag(start[0], "indent not equal e.g. " + _bad_sizes(indents[-1], indent, lambda a, b: a == b), line)
