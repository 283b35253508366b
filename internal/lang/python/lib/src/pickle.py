"""Objects as bytes, and back."""

from _pickle import load as _load
from _pickle_dump import _Pickler, protocol_number as _protocol, quick as _quick
from _pickle_load import _Unpickler

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
           "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"]


class PickleError(Exception):
    """What all errors of this module are."""
    __module__ = "_pickle"


class PicklingError(PickleError):
    """An object that can't be pickled."""
    __module__ = "_pickle"


class UnpicklingError(PickleError):
    """Bytes that are no pickle."""
    __module__ = "_pickle"


class Pickler(_Pickler):
    """Writes objects to a file of bytes."""

    def dump(self, obj):
        """Write an object."""
        if type(self) is Pickler and self.proto and not self.memo and not self.fast and self.__dict__.keys() == _OWN:
            _quick(obj, self.proto, self._fix, self._out._write, self.memo)
        else:
            _Pickler.dump(self, obj)


_OWN = {"_out", "proto", "bin", "fast", "_fix", "memo"}


class Unpickler(_Unpickler):
    """Reads objects from a file of bytes."""


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write an object to a file."""
    number = _protocol(protocol)
    if number and buffer_callback is None:
        _quick(obj, number, fix_imports, file.write)
    else:
        _Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The bytes of an object."""
    number = _protocol(protocol)
    if number and buffer_callback is None:
        return _quick(obj, number, fix_imports, None)
    import io
    file = io.BytesIO()
    _Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read an object from a file."""
    if not hasattr(file, "read") or not hasattr(file, "readline"):
        raise TypeError("file must have 'read' and 'readline' attributes")
    return _Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object that bytes are of."""
    return _load(_Unpickler(None, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers), data)
