"""Encodings by name."""

import codecs

from encodings import aliases


class CodecRegistryError(LookupError, SystemError):
    """A codec that is none."""


def normalize_encoding(encoding):
    """A name with underscores for what is neither letter nor digit."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    words, word = [], ""
    for c in encoding:
        if c.isalnum() or c == ".":
            if c.isascii():
                word += c
        elif word:
            words.append(word)
            word = ""
    return "_".join(words + [word] if word else words)


def search_function(encoding):
    """The codec of a name, or None."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None
