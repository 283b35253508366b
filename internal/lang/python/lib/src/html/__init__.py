"""Escaping of text in HTML."""

import re as _re

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    """A text in which &, < and > are escaped and, unless quote is false, both quotes."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace('\'', "&#x27;")
    return s


# What browsers make of numbers that are no characters: those of Windows-1252.
_windows = {0x80 + i: c for i, c in enumerate(
    '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f'
    '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178')}
_windows[0] = '\ufffd'
_windows[0x0d] = '\r'


def _invalid(n):
    return (1 <= n <= 8 or 0xe <= n <= 0x1f or 0x7f <= n <= 0x9f or 0xfdd0 <= n <= 0xfdef
            or n == 0xb or n & 0xfffe == 0xfffe)


def _replace_charref(match):
    s = match.group(1)
    if s[0] == '#':
        n = int(s[2:].rstrip(';'), 16) if s[1] in 'xX' else int(s[1:].rstrip(';'))
        if n in _windows:
            return _windows[n]
        if 0xd800 <= n <= 0xdfff or n > 0x10ffff:
            return '\ufffd'
        return '' if _invalid(n) else chr(n)
    from .entities import html5 as _html5  # of use to few, and long
    if s in _html5:
        return _html5[s]
    for i in range(len(s) - 1, 1, -1):
        if s[:i] in _html5:
            return _html5[s[:i]] + s[i:]
    return '&' + s


# Libraries use these two by their names: they are CPython's.
_charref = _re.compile(r'&(#[0-9]+;?'
                       r'|#[xX][0-9a-fA-F]+;?'
                       r'|[^\t\n\f <&#;]{1,32};?)')


def unescape(s):
    """A text in which references to characters are replaced by them."""
    if '&' not in s:
        return s
    return _charref.sub(_replace_charref, s)
