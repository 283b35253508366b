"""The half of pickle that writes."""

import _pickle
import sys
from copyreg import _extension_registry, dispatch_table
from struct import pack
from types import (AsyncGeneratorType, BuiltinFunctionType, CoroutineType, FrameType, FunctionType, GeneratorType, MethodDescriptorType,
                   ModuleType, TracebackType, WrapperDescriptorType)

_BATCH = 1000
_FRAME_LEAST, _FRAME_MOST = 4, 64 * 1024


def protocol_number(protocol):
    """The number of a protocol that is asked for."""
    protocol = 4 if protocol is None else 5 if protocol < 0 else protocol
    if protocol > 5:
        raise ValueError("pickle protocol must be <= 5")
    return protocol


class _Frames:
    """Writes to a file, from protocol 4 on in frames."""

    def __init__(self, write):
        self._write, self._frame = write, None

    def begin(self):
        self._frame = bytearray()

    def end(self):
        if self._frame:
            self._flush()
        self._frame = None

    def _flush(self):
        data = bytes(self._frame)
        if len(data) >= _FRAME_LEAST:
            self._write(b"\x95" + pack("<Q", len(data)))
        self._write(data)
        self._frame = bytearray()

    def split(self):
        if self._frame is not None and len(self._frame) >= _FRAME_MOST:
            self._flush()

    def write(self, data):
        if self._frame is None:
            self._write(data)
        else:
            self._frame += data

    def large(self, head, data):
        """What is too long for a frame goes between frames."""
        if self._frame is None:
            self._write(head)
            self._write(data)
            return
        if self._frame:
            self._flush()
        self._write(head)
        self._write(data)


class _Pickler:
    """Writes objects to a file of bytes."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        protocol = protocol_number(protocol)
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        self._out = _Frames(file.write)
        self.proto, self.bin, self.fast, self._fix = protocol, protocol >= 1, False, fix_imports and protocol < 3
        self.memo = {}

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        """Write an object."""
        if self.proto >= 2:
            self._out.write(b"\x80" + bytes([self.proto]))
        if self.proto >= 4:
            self._out.begin()
        self.save(obj)
        self._out.write(b".")
        self._out.end()

    @staticmethod
    def _error(text):
        import pickle
        return pickle.PicklingError(text)

    def _memoize(self, obj):
        if self.fast:
            return
        i = len(self.memo)
        self.memo[id(obj)] = i, obj
        if self.proto >= 4:
            self._out.write(b"\x94")
        elif self.bin:
            self._out.write(b"q" + bytes([i]) if i < 256 else b"r" + pack("<I", i))
        else:
            self._out.write(b"p%d\n" % i)

    def _recall(self, i):
        if self.bin:
            self._out.write(b"h" + bytes([i]) if i < 256 else b"j" + pack("<I", i))
        else:
            self._out.write(b"g%d\n" % i)

    def save(self, obj, persistent=True):
        self._out.split()
        if persistent:
            pid = self.persistent_id(obj)
            if pid is not None:
                self._save_persistent(pid)
                return
        known = self.memo.get(id(obj))
        if known is not None:
            self._recall(known[0])
            return
        kind = type(obj)
        reduced = NotImplemented
        override = getattr(self, "reducer_override", None)
        if override is not None:
            reduced = override(obj)
        if reduced is NotImplemented:
            save = self.dispatch.get(kind)
            if save is not None:
                save(self, obj)
                return
            reduced = self._reduce(obj, kind)
            if reduced is None:
                return
        self._save_reduced(obj, kind, reduced)

    def _reduce(self, obj, kind):
        """What makes an object anew: its name or a tuple; None is that it was written."""
        table = getattr(self, "dispatch_table", dispatch_table)
        reduce = table.get(kind)
        if reduce is not None:
            return reduce(obj)
        if kind in _NEVER:
            raise TypeError("cannot pickle %r object" % kind.__name__)
        if isinstance(obj, type):
            self._save_global(obj)
            return None
        if hasattr(obj, "__reduce_ex__"):
            return obj.__reduce_ex__(self.proto)
        raise self._error("Can't pickle %r object: %r" % (kind.__name__, obj))

    def _save_reduced(self, obj, kind, reduced):
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise self._error("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise self._error("tuple returned by __reduce__ must contain 2 through 6 elements")
        self._save_reduce(obj, *reduced)

    def _save_persistent(self, pid):
        if self.bin:
            self.save(pid, False)
            self._out.write(b"Q")
            return
        self._out.write(b"P" + str(pid).encode("ascii") + b"\n")

    def _save_reduce(self, obj, func, args, state=None, listitems=None, dictitems=None, setter=None):
        if not isinstance(args, tuple):
            raise self._error("args from save_reduce() must be a tuple")
        if not callable(func):
            raise self._error("func from save_reduce() must be callable")
        name = getattr(func, "__name__", "")
        write = self._out.write
        if self.proto >= 2 and name == "__newobj_ex__":
            cls, args, named = args
            if self.proto >= 4:
                self.save(cls), self.save(args), self.save(named)
                write(b"\x92")
            else:
                from functools import partial
                self.save(partial(cls.__new__, cls, *args, **named)), self.save(())
                write(b"R")
        elif self.proto >= 2 and name == "__newobj__":
            cls = args[0]
            if obj is not None and cls is not obj.__class__:
                raise self._error("args[0] from __newobj__ args has the wrong class")
            self.save(cls), self.save(args[1:])
            write(b"\x81")
        else:
            self.save(func), self.save(args)
            write(b"R")
        if obj is not None:
            if id(obj) in self.memo:
                write(b"0")
                self._recall(self.memo[id(obj)][0])
            else:
                self._memoize(obj)
        if listitems is not None:
            self._append_all(listitems)
        if dictitems is not None:
            self._set_all(dictitems)
        if state is None:
            return
        if setter is None:
            self.save(state)
            write(b"b")
            return
        self.save(setter), self.save(obj), self.save(state)
        write(b"\x86R0")

    def _save_none(self, obj):
        self._out.write(b"N")

    def _save_singleton(self, obj):
        self._save_global(obj, repr(obj))

    def _save_bool(self, obj):
        self._out.write((b"\x88" if obj else b"\x89") if self.proto >= 2 else b"I01\n" if obj else b"I00\n")

    def _save_int(self, obj):
        write = self._out.write
        if self.bin:
            if 0 <= obj <= 0xff:
                return write(b"K" + bytes([obj]))
            if 0 <= obj <= 0xffff:
                return write(b"M" + pack("<H", obj))
            if -0x80000000 <= obj <= 0x7fffffff:
                return write(b"J" + pack("<i", obj))
        if self.proto >= 2:
            n = (obj.bit_length() >> 3) + 1
            if obj < 0 and obj.bit_length() % 8 == 0 and obj == -1 << (8 * n - 9):
                n -= 1
            data = obj.to_bytes(n, "little", signed=True)
            return write(b"\x8a" + bytes([n]) + data if n < 256 else b"\x8b" + pack("<i", n) + data)
        text = str(obj).encode()
        write(b"I" + text + b"\n" if -0x80000000 <= obj <= 0x7fffffff else b"L" + text + b"L\n")

    def _save_float(self, obj):
        self._out.write(b"G" + pack(">d", obj) if self.bin else b"F" + repr(obj).encode() + b"\n")

    def _save_sized(self, data, short, long, longest):
        n = len(data)
        if n <= 0xff and short:
            self._out.write(short + bytes([n]) + data)
        elif n > 0xffffffff:
            self._out.large(longest + pack("<Q", n), data)
        elif n >= _FRAME_MOST and self.proto >= 4:
            self._out.large(long + pack("<I", n), data)
        else:
            self._out.write(long + pack("<I", n) + data)

    def _save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self._save_reduce(obj, bytes, ())
            else:
                from _codecs import encode
                self._save_reduce(obj, encode, (obj.decode("latin1"), "latin1"))
            return
        self._save_sized(obj, b"C", b"B", b"\x8e")
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduce(obj, bytearray, (bytes(obj),) if obj else ())
            return
        head, n = b"\x96" + pack("<Q", len(obj)), len(obj)
        if n >= _FRAME_MOST:
            self._out.large(head, obj)
        else:
            self._out.write(head + obj)
        self._memoize(obj)

    def _save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            self._save_sized(data, b"\x8c" if self.proto >= 4 else None, b"X", b"\x8d")
        else:
            for char, escape in (("\\", "\\u005c"), ("\0", "\\u0000"), ("\n", "\\u000a"), ("\r", "\\u000d"), ("\x1a", "\\u001a")):
                obj = obj.replace(char, escape)
            self._out.write(b"V" + obj.encode("raw-unicode-escape") + b"\n")
        self._memoize(obj)

    def _save_tuple(self, obj):
        write = self._out.write
        if not obj:
            write(b")" if self.bin else b"(t")
            return
        n = len(obj)
        short = n <= 3 and self.proto >= 2
        if not short:
            write(b"(")
        for x in obj:
            self.save(x)
        if id(obj) in self.memo:  # it contains itself
            write(b"0" * n if short else b"1" if self.bin else b"0" * (n + 1))
            self._recall(self.memo[id(obj)][0])
            return
        write((b"\x85", b"\x86", b"\x87")[n - 1] if short else b"t")
        self._memoize(obj)

    def _save_list(self, obj):
        self._out.write(b"]" if self.bin else b"(l")
        self._memoize(obj)
        self._append_all(obj)

    def _save_dict(self, obj):
        self._out.write(b"}" if self.bin else b"(d")
        self._memoize(obj)
        self._set_all(obj.items())

    def _batches(self, items):
        items = list(items)
        for i in range(0, len(items), _BATCH):
            yield items[i:i + _BATCH]

    def _append_all(self, items):
        write = self._out.write
        for batch in self._batches(items):
            many = len(batch) > 1 and self.bin
            if many:
                write(b"(")
            for x in batch:
                self.save(x)
                if not many:
                    write(b"a")
            if many:
                write(b"e")

    def _set_all(self, items):
        write = self._out.write
        for batch in self._batches(items):
            many = len(batch) > 1 and self.bin
            if many:
                write(b"(")
            for k, v in batch:
                self.save(k), self.save(v)
                if not many:
                    write(b"s")
            if many:
                write(b"u")

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduce(obj, set, (list(obj),))
            return
        self._out.write(b"\x8f")
        self._memoize(obj)
        for batch in self._batches(obj):
            self._out.write(b"(")
            for x in batch:
                self.save(x)
            self._out.write(b"\x90")

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduce(obj, frozenset, (list(obj),))
            return
        self._out.write(b"(")
        for x in obj:
            self.save(x)
        if id(obj) in self.memo:
            self._out.write(b"1")
            self._recall(self.memo[id(obj)][0])
            return
        self._out.write(b"\x91")
        self._memoize(obj)

    def _save_global(self, obj, name=None):
        for value, kind in ((None, type(None)), (NotImplemented, type(NotImplemented)), (..., type(...))):
            if obj is kind:
                self._save_reduce(obj, type, (value,))
                return
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        module = _module_of(obj, name)
        try:
            __import__(module)
            found = sys.modules[module]
            for part in name.split("."):
                if part == "<locals>":
                    raise AttributeError("Can't pickle local object %r" % name)
                holder, found = found, getattr(found, part)
        except (ImportError, KeyError):
            raise self._error("Can't pickle %r: import of module %r failed" % (obj, module)) from None
        except AttributeError:
            if "<locals>" in name:
                raise AttributeError("Can't pickle local object %r" % name) from None
            raise self._error("Can't pickle %r: attribute lookup %s on %s failed" % (obj, name, module)) from None
        if found is not obj:
            raise self._error("Can't pickle %r: it's not the same object as %s.%s" % (obj, module, name))
        self._write_global(obj, sys.intern(module), name)

    def _write_global(self, obj, module, name):
        write = self._out.write
        code = _extension_registry.get((module, name)) if self.proto >= 2 else None
        if code is not None:
            write(b"\x82" + bytes([code]) if code <= 0xff else b"\x83" + pack("<H", code) if code <= 0xffff else b"\x84" + pack("<i", code))
            return
        if self.proto >= 4:
            self.save(module), self.save(name)
            write(b"\x93")
        elif "." in name:
            path, _, last = name.rpartition(".")
            holder = sys.modules[module]
            for part in path.split("."):
                holder = getattr(holder, part)
            self._save_reduce(obj, getattr, (holder, last))
            return
        else:
            if self._fix:
                from _pickle_names import old
                module, name = old(module, name)
            write(b"c" + module.encode() + b"\n" + name.encode() + b"\n")
        self._memoize(obj)

    def _save_builtin(self, obj):
        owner = obj.__self__
        if owner is None or isinstance(owner, ModuleType):
            self._save_global(obj)
        else:
            self._save_reduce(obj, getattr, (owner, obj.__name__))

    def _save_method(self, obj):
        self._save_reduce(obj, getattr, (obj.__objclass__, obj.__name__))

    def _save_range(self, obj):
        self._save_reduce(obj, type(obj), (obj.start, obj.stop, obj.step))

    def _save_type(self, obj):
        self._save_global(obj)

    dispatch = {
        type(None): _save_none, type(...): _save_singleton, type(NotImplemented): _save_singleton, bool: _save_bool, int: _save_int, float: _save_float, bytes: _save_bytes,
        bytearray: _save_bytearray, str: _save_str, tuple: _save_tuple, list: _save_list, dict: _save_dict,
        set: _save_set, frozenset: _save_frozenset, FunctionType: _save_global, range: _save_range, slice: _save_range, type: _save_type,
        BuiltinFunctionType: _save_builtin, MethodDescriptorType: _save_method, WrapperDescriptorType: _save_method,
    }


class _Other(_Pickler):
    """Writes what isn't plain for _pickle, which gives it what the methods of these names do."""

    def __init__(self, protocol, fix, save, write, memoize, save_reduce):
        self.proto, self.bin, self._fix = protocol, True, fix
        self.save, self._memoize, self._save_reduce, self._out = save, memoize, save_reduce, _Out(write)

    def other(self, obj, *reduced):
        kind = type(obj)
        if reduced:
            self._save_reduced(obj, kind, reduced[0])
            return
        save = self.dispatch.get(kind)
        if save is not None:
            save(self, obj)
            return
        reduced = self._reduce(obj, kind)
        if reduced is None:
            return
        if self.proto < 4 and type(reduced) is tuple and getattr(reduced[0], "__name__", "") == "__newobj_ex__" and self.proto >= 2:
            from functools import partial
            cls, args, named = reduced[1]
            reduced = partial(cls.__new__, cls, *args, **named), (), *reduced[2:]
        self._save_reduced(obj, kind, reduced)


class _Out:
    def __init__(self, write):
        self.write = write


def quick(obj, protocol, fix_imports, write, memo=None):
    """Write an object as a _Pickler does in protocol 1 or higher, with what isn't plain only in Python; the bytes if write is None."""
    fix = fix_imports and protocol < 3
    return _pickle.dump(obj, protocol, write, lambda *functions: _Other(protocol, fix, *functions).other, dispatch_table, memo)


def _module_of(obj, name):
    module = getattr(obj, "__module__", None)
    if module is None and (obj is ... or obj is NotImplemented):
        return "builtins"
    if module is not None:
        return module
    for candidate, loaded in list(sys.modules.items()):
        if candidate != "__main__" and loaded is not None and getattr(loaded, name, None) is obj:
            return candidate
    return "__main__"


_NEVER = {GeneratorType, CoroutineType, AsyncGeneratorType, FrameType, TracebackType, type({}.keys()), type({}.values()), type({}.items())}
