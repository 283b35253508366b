"""The signatures of built-in functions and classes that differ from what they are declared by here."""

import builtins

_TEXTS = {
    "compile": "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", "complex": "(real=0, imag=0)",
    "enumerate": "(iterable, start=0)", "float": "(x=0, /)", "format": "(value, format_spec='', /)", "input": "(prompt='', /)",
    "list": "(iterable=(), /)", "memoryview": "(object)", "print": "(*args, sep=' ', end='\\n', file=None, flush=False)",
    "open": "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    "property": "(fget=None, fset=None, fdel=None, doc=None)", "reversed": "(sequence, /)", "sorted": "(iterable, /, *, key=None, reverse=False)",
    "sum": "(iterable, /, start=0)", "tuple": "(iterable=(), /)",
}
_NONE = ("anext", "breakpoint", "dir", "getattr", "iter", "max", "min", "next", "vars")

TEXTS = {getattr(builtins, name): text for name, text in _TEXTS.items()}
NONE = {getattr(builtins, name) for name in _NONE}


def text(obj):
    """A callable's text, nothing where it has none, or None where that isn't known here."""
    try:
        return "" if obj in NONE else TEXTS.get(obj)
    except TypeError:
        return None
