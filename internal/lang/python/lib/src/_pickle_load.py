"""The half of pickle that reads: what _pickle, which runs a pickle's instructions, asks for."""

import _pickle
import sys


class _Unpickler:
    """Reads objects from a file of bytes."""

    _proto = 0

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if file is not None:
            self._read, self._readline = file.read, file.readline
        self._fix, self._encoding, self._errors = fix_imports, encoding, errors
        self._buffers = iter(buffers) if buffers is not None else None
        self.memo = {}

    def persistent_load(self, pid):
        raise self._error("A load persistent id instruction was encountered,\nbut no persistent_load function was specified.")

    def find_class(self, module, name):
        """The global of a name."""
        if self._fix and self._proto < 3:
            from _pickle_names import new
            module, name = new(module, name)
        __import__(module, level=0)
        found = sys.modules[module]
        for part in name.split(".") if self._proto >= 4 else [name]:
            if part == "<locals>":
                raise AttributeError("Can't get local attribute %r on %r" % (name, sys.modules[module]))
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError("Can't get attribute %r on %r" % (name, sys.modules[module])) from None
        return found

    @staticmethod
    def _error(text):
        import pickle
        return pickle.UnpicklingError(text)

    def load(self):
        """Read one object."""
        self._proto = 0
        return _pickle.load(self, None)

    def _extension(self, code):
        import copyreg
        if code not in copyreg._inverted_registry:
            raise ValueError("unregistered extension code %d" % code)
        return self.find_class(*copyreg._inverted_registry[code])

    def _next_buffer(self):
        if self._buffers is None:
            raise self._error("pickle stream refers to out-of-band data but no *buffers* argument was given")
        for buffer in self._buffers:
            return buffer
        raise self._error("not enough out-of-band buffers")

    def _read_only(self, buffer):
        view = memoryview(buffer)
        return buffer if view.readonly else view.toreadonly()
