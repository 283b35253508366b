"""How str.format takes its text apart: string.Formatter is made of it, and libraries use it."""

from string import _parse as _fields, _split_name


def formatter_parser(text, /):
    """The literal texts and, with each, a field's name, format and conversion."""
    if not isinstance(text, str):
        raise TypeError(f"expected str, got {type(text).__name__}")
    return iter(_fields(text))


def formatter_field_name_split(name, /):
    """The first part of a field's name, and an iterator of the others."""
    if not isinstance(name, str):
        raise TypeError(f"expected str, got {type(name).__name__}")
    return _split_name(name)
