"""The signatures of built-in classes, which their declarations here don't tell."""

_TEXTS = {
    complex: "(real=0, imag=0)", enumerate: "(iterable, start=0)", float: "(x=0, /)", list: "(iterable=(), /)", memoryview: "(object)",
    property: "(fget=None, fset=None, fdel=None, doc=None)", reversed: "(sequence, /)", tuple: "(iterable=(), /)",
}


def text(obj):
    """A class's signature, nothing where there is none, or None where that isn't known here."""
    if obj is anext:
        return ""
    return _TEXTS.get(obj) if type(obj) is type else None
