"""os.environ: the environment's variables."""

import posix
from _collections_abc import Mapping, MutableMapping
from os import fsdecode, fsencode


class _Environ(MutableMapping):
    """The environment. It is asked for when it is first used."""

    def __init__(self, check, decode, encode):
        self._check = check
        self._encode = encode
        self._decode = decode
        self._known = None

    @property
    def _data(self):
        if self._known is None:
            self._known = posix._environment()
        return self._known

    def encodekey(self, key):
        return self._check(key)

    def __getitem__(self, key):
        try:
            return self._encode(self._data[self._check(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = self._check(key), self._check(value)
        if not key or "=" in key:
            raise ValueError("illegal environment variable name")
        if "\0" in key or "\0" in value:
            raise ValueError("embedded null byte")
        self._data[key] = value

    def __delitem__(self, key):
        try:
            del self._data[self._check(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self._encode(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return "environ({" + ", ".join(f"{k!r}: {v!r}" for k, v in self.items()) + "})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self) | dict(other)

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(other) | dict(self)


def _check_str(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError(f"bytes expected, not {type(value).__name__}")
    return fsdecode(value)


def _same(value):
    return value


class _EnvironBytes(_Environ):
    @property
    def _data(self):
        return environ._data


environ = _Environ(_check_str, _same, _same)
environb = _EnvironBytes(_check_bytes, fsdecode, fsencode)


_Environ.__module__ = _EnvironBytes.__module__ = "os"
