"""JSON texts to values."""

import _json

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")

_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}


class JSONDecodeError(ValueError):
    """A text that isn't JSON: what is wrong, the text, and where."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def scanstring(s, end, strict=True):
    """The JSON string whose quote is before end, and where it ends."""
    return _json.scanstring(s, end, strict, JSONDecodeError)


py_scanstring = scanstring


class JSONDecoder:
    """Reads JSON."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}
        self._options = (object_hook, object_pairs_hook, None if self.parse_float is float else parse_float,
                         None if self.parse_int is int else parse_int, parse_constant or None, JSONDecodeError)

    def decode(self, s, _w=None):
        """The value of a text that has nothing else."""
        obj, end = self.raw_decode(s, idx=_json.skip(s, 0))
        end = _json.skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The value that begins at idx, and where it ends."""
        return _json.scan(s, idx, self.strict, *self._options)

    def scan_once(self, string, idx):
        """The value that begins at idx, and where it ends."""
        return self.raw_decode(string, idx)
