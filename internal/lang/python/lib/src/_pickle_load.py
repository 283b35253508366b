"""The half of pickle that reads."""

import sys
from struct import unpack

_MARK = object()


class _Unpickler:
    """Reads objects from a file of bytes."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._source, self._fix, self._encoding, self._errors = file, fix_imports, encoding, errors
        self._buffers = iter(buffers) if buffers is not None else None
        self.memo = {}

    def persistent_load(self, pid):
        raise self._error("unsupported persistent id encountered")

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

    def _read(self, n):
        data = self._source.read(n)
        if len(data) < n:
            raise self._error("pickle data was truncated")
        return data

    def _line(self):
        data = self._source.readline()
        if not data.endswith(b"\n"):
            raise self._error("pickle data was truncated")
        return data[:-1]

    def _number(self, n, format="<"):
        return int.from_bytes(self._read(n), "little")

    def _items(self):
        """What was put on the stack since the last mark."""
        items = self._stack
        if not self._marks:
            raise self._error("unexpected MARK found")
        self._stack = self._marks.pop()
        return items

    def load(self):
        """Read one object."""
        self._stack, self._marks, self._proto = [], [], 0
        codes = _CODES
        while True:
            code = self._source.read(1)
            if not code:
                raise EOFError("Ran out of input")
            if code == b".":
                break
            read = codes.get(code)
            if read is None:
                raise self._error("invalid load key, %r." % code.decode("latin-1"))
            try:
                read(self)
            except IndexError:
                raise self._error("unpickling stack underflow") from None
        if not self._stack:
            raise self._error("unpickling stack underflow")
        return self._stack.pop()

    def _protocol(self):
        self._proto = self._read(1)[0]
        if self._proto > 5:
            raise ValueError("unsupported pickle protocol: %d" % self._proto)

    def _push(self, value):
        self._stack.append(value)

    def _text(self, data):
        if self._encoding == "bytes":
            return data
        return data.decode(self._encoding, self._errors)

    def _long_line(self):
        line = self._line()
        return int(line.rstrip(b"L"), 10)

    def _int_line(self):
        line = self._line()
        return {b"00": False, b"01": True}.get(line) if line in (b"00", b"01") else int(line, 10)

    def _string_line(self):
        import ast
        return self._text(ast.literal_eval("b" + self._line().decode("latin-1")))

    def _class(self, module, name):
        self._push(self.find_class(module, name))

    def _stack_global(self):
        name, module = self._stack.pop(), self._stack.pop()
        if type(name) is not str or type(module) is not str:
            raise self._error("STACK_GLOBAL requires str")
        self._class(module, name)

    def _extension(self, n):
        import copyreg
        code = self._number(n)
        if code not in copyreg._inverted_registry:
            raise ValueError("unregistered extension code %d" % code)
        self._class(*copyreg._inverted_registry[code])

    def _get(self, key):
        if key not in self.memo:
            raise self._error("Memo value not found at index %d" % key)
        self._push(self.memo[key])

    def _reduce(self):
        args = self._stack.pop()
        self._stack[-1] = self._stack[-1](*args)

    def _newobj(self):
        args, cls = self._stack.pop(), self._stack.pop()
        self._push(cls.__new__(cls, *args))

    def _newobj_ex(self):
        named, args, cls = self._stack.pop(), self._stack.pop(), self._stack.pop()
        self._push(cls.__new__(cls, *args, **named))

    def _instance(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            self._push(cls(*args))
        else:
            self._push(cls.__new__(cls))

    def _inst(self):
        module, name = self._line().decode(), self._line().decode()
        self._instance(self.find_class(module, name), self._items())

    def _obj(self):
        items = self._items()
        self._instance(items[0], items[1:])

    def _tuple(self, n):
        items = self._stack[-n:]
        del self._stack[-n:]
        self._push(tuple(items))

    def _mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _pop(self):
        if self._stack:
            self._stack.pop()
        else:
            self._items()

    def _appends(self, items):
        into = self._stack[-1]
        if hasattr(into, "extend"):
            into.extend(items)
        else:
            for x in items:
                into.append(x)

    def _set_items(self, items):
        into = self._stack[-1]
        for i in range(0, len(items), 2):
            into[items[i]] = items[i + 1]

    def _add_items(self, items):
        into = self._stack[-1]
        if isinstance(into, set):
            into.update(items)
        else:
            for x in items:
                into.add(x)

    def _build(self):
        state, made = self._stack.pop(), self._stack[-1]
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            made.__dict__.update(state)
        for name, value in (slots or {}).items():
            setattr(made, name, value)

    def _next_buffer(self):
        if self._buffers is None:
            raise self._error("pickle stream refers to out-of-band data but no *buffers* argument was given")
        self._push(next(self._buffers))


def _pushes(read):
    return lambda p: p._push(read(p))


def _sized(n, make):
    return lambda p: p._push(make(p, p._read(p._number(n))))


def _memoize(key):
    def put(p):
        p.memo[key(p)] = p._stack[-1]
    return put


def _utf8(p, data):
    return data.decode("utf-8", "surrogatepass")


def _signed(p, data):
    return int.from_bytes(data, "little", signed=True)


_CODES = {
    b"\x80": _Unpickler._protocol, b"\x95": lambda p: p._read(8), b"(": _Unpickler._mark, b"0": _Unpickler._pop,
    b"1": lambda p: p._items(), b"2": lambda p: p._push(p._stack[-1]),
    b"N": lambda p: p._push(None), b"\x88": lambda p: p._push(True), b"\x89": lambda p: p._push(False),
    b"I": _pushes(_Unpickler._int_line), b"L": _pushes(_Unpickler._long_line),
    b"J": _pushes(lambda p: unpack("<i", p._read(4))[0]), b"K": _pushes(lambda p: p._number(1)), b"M": _pushes(lambda p: p._number(2)),
    b"\x8a": _sized(1, _signed), b"\x8b": _sized(4, _signed),
    b"F": _pushes(lambda p: float(p._line())), b"G": _pushes(lambda p: unpack(">d", p._read(8))[0]),
    b"S": _pushes(_Unpickler._string_line), b"U": _sized(1, _Unpickler._text), b"T": _sized(4, _Unpickler._text),
    b"V": _pushes(lambda p: p._line().decode("raw-unicode-escape")),
    b"\x8c": _sized(1, _utf8), b"X": _sized(4, _utf8), b"\x8d": _sized(8, _utf8),
    b"C": _sized(1, lambda p, d: d), b"B": _sized(4, lambda p, d: d), b"\x8e": _sized(8, lambda p, d: d),
    b"\x96": _sized(8, lambda p, d: bytearray(d)), b"\x97": _Unpickler._next_buffer, b"\x98": lambda p: None,
    b")": lambda p: p._push(()), b"\x85": lambda p: p._tuple(1), b"\x86": lambda p: p._tuple(2), b"\x87": lambda p: p._tuple(3),
    b"t": lambda p: p._push(tuple(p._items())), b"]": lambda p: p._push([]), b"l": lambda p: p._push(list(p._items())),
    b"}": lambda p: p._push({}), b"\x8f": lambda p: p._push(set()), b"\x91": lambda p: p._push(frozenset(p._items())),
    b"d": lambda p: (lambda items: (p._push({}), p._set_items(items)))(p._items()),
    b"a": lambda p: p._appends([p._stack.pop()]), b"e": lambda p: p._appends(p._items()),
    b"s": lambda p: (lambda v, k: p._set_items([k, v]))(p._stack.pop(), p._stack.pop()), b"u": lambda p: p._set_items(p._items()),
    b"\x90": lambda p: p._add_items(p._items()),
    b"c": lambda p: p._class(p._line().decode(), p._line().decode()), b"\x93": _Unpickler._stack_global,
    b"\x82": lambda p: p._extension(1), b"\x83": lambda p: p._extension(2), b"\x84": lambda p: p._extension(4),
    b"R": _Unpickler._reduce, b"\x81": _Unpickler._newobj, b"\x92": _Unpickler._newobj_ex, b"b": _Unpickler._build,
    b"i": _Unpickler._inst, b"o": _Unpickler._obj,
    b"P": lambda p: p._push(p.persistent_load(p._line().decode("ascii"))), b"Q": lambda p: p._push(p.persistent_load(p._stack.pop())),
    b"p": _memoize(lambda p: int(p._line())), b"q": _memoize(lambda p: p._number(1)), b"r": _memoize(lambda p: p._number(4)),
    b"\x94": _memoize(lambda p: len(p.memo)),
    b"g": lambda p: p._get(int(p._line())), b"h": lambda p: p._get(p._number(1)), b"j": lambda p: p._get(p._number(4)),
}
