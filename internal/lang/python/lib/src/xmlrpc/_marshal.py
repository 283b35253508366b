"""Values as XML-RPC's texts, and back."""

from datetime import datetime
from decimal import Decimal

from xmlrpc._values import WRAPPERS, Binary, Fault, ResponseError, _binary, _datetime, _datetime_type, _strftime

MAXINT, MININT = 2 ** 31 - 1, -2 ** 31


def escape(s):
    """A text without what XML would take for its own."""
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Marshaller:
    """Writes values."""

    def __init__(self, encoding=None, allow_none=False):
        self.memo, self.data = {}, None
        self.encoding, self.allow_none = encoding, allow_none

    dispatch = {}

    def dumps(self, values):
        """The text of parameters, or of a Fault."""
        out = []
        if isinstance(values, Fault):
            out.append("<fault>\n")
            self.__dump({"faultCode": values.faultCode, "faultString": values.faultString}, out.append)
            out.append("</fault>\n")
        else:
            out.append("<params>\n")
            for value in values:
                out.append("<param>\n")
                self.__dump(value, out.append)
                out.append("</param>\n")
            out.append("</params>\n")
        return "".join(out)

    def __dump(self, value, write):
        f = self.dispatch.get(type(value))
        if f is None:
            if not hasattr(value, "__dict__"):
                raise TypeError("cannot marshal %s objects" % type(value))
            if any(base in self.dispatch for base in type(value).__mro__):
                raise TypeError("cannot marshal %s objects" % type(value))
            f = self.dispatch["_arbitrary_instance"]
        f(self, value, write)

    def dump_nil(self, value, write):
        if not self.allow_none:
            raise TypeError("cannot marshal None unless allow_none is enabled")
        write("<value><nil/></value>")

    dispatch[type(None)] = dump_nil

    def dump_bool(self, value, write):
        write("<value><boolean>%d</boolean></value>\n" % bool(value))

    dispatch[bool] = dump_bool

    def dump_long(self, value, write):
        if value > MAXINT or value < MININT:
            raise OverflowError("int exceeds XML-RPC limits")
        write("<value><int>%d</int></value>\n" % int(value))

    dispatch[int] = dump_int = dump_long

    def dump_double(self, value, write):
        write("<value><double>%r</double></value>\n" % value)

    dispatch[float] = dump_double

    def dump_unicode(self, value, write, escape=escape):
        write("<value><string>%s</string></value>\n" % escape(value))

    dispatch[str] = dump_unicode

    def dump_bytes(self, value, write):
        import base64
        write("<value><base64>\n" + base64.encodebytes(value).decode("ascii") + "</base64></value>\n")

    dispatch[bytes] = dispatch[bytearray] = dump_bytes

    def _within(self, value):
        if id(value) in self.memo:
            raise TypeError("cannot marshal recursive %s" % ("dictionaries" if isinstance(value, dict) else "sequences"))
        self.memo[id(value)] = None

    def dump_array(self, value, write):
        self._within(value)
        write("<value><array><data>\n")
        for item in value:
            self.__dump(item, write)
        write("</data></array></value>\n")
        del self.memo[id(value)]

    dispatch[tuple] = dispatch[list] = dump_array

    def dump_struct(self, value, write, escape=escape):
        self._within(value)
        write("<value><struct>\n")
        for name, item in value.items():
            if not isinstance(name, str):
                raise TypeError("dictionary key must be string")
            write("<member>\n<name>%s</name>\n" % escape(name))
            self.__dump(item, write)
            write("</member>\n")
        write("</struct></value>\n")
        del self.memo[id(value)]

    dispatch[dict] = dump_struct

    def dump_datetime(self, value, write):
        write("<value><dateTime.iso8601>" + _strftime(value) + "</dateTime.iso8601></value>\n")

    dispatch[datetime] = dump_datetime

    def dump_instance(self, value, write):
        if value.__class__ in WRAPPERS:
            self.write = write
            value.encode(self)
            del self.write
        else:
            self.dump_struct(value.__dict__, write)

    dispatch[WRAPPERS[0]] = dispatch[WRAPPERS[1]] = dispatch["_arbitrary_instance"] = dump_instance


class Unmarshaller:
    """Makes values of a parser's events."""

    def __init__(self, use_datetime=False, use_builtin_types=False):
        self._type, self._stack, self._marks, self._data = None, [], [], []
        self._value, self._methodname, self._encoding = False, None, "utf-8"
        self.append = self._stack.append
        self._use_datetime = use_builtin_types or use_datetime
        self._use_bytes = use_builtin_types

    def close(self):
        """The values."""
        if self._type is None or self._marks:
            raise ResponseError()
        if self._type == "fault":
            raise Fault(**self._stack[0])
        return tuple(self._stack)

    def getmethodname(self):
        return self._methodname

    def xml(self, encoding, standalone):
        self._encoding = encoding

    def start(self, tag, attrs):
        tag = tag.rpartition(":")[2]
        if tag in ("array", "struct"):
            self._marks.append(len(self._stack))
        self._data = []
        if self._value and tag not in self.dispatch:
            raise ResponseError("unknown tag %r" % tag)
        self._value = tag == "value"

    def data(self, text):
        self._data.append(text)

    def end(self, tag):
        self.end_dispatch(tag, "".join(self._data))

    def end_dispatch(self, tag, data):
        f = self.dispatch.get(tag.rpartition(":")[2])
        if f is not None:
            f(self, data)

    dispatch = {}

    def _simple(self, value):
        self.append(value)
        self._value = False

    def end_nil(self, data):
        self._simple(None)

    def end_boolean(self, data):
        if data not in ("0", "1"):
            raise TypeError("bad boolean value")
        self._simple(data == "1")

    def end_int(self, data):
        self._simple(int(data))

    def end_double(self, data):
        self._simple(float(data))

    def end_bigdecimal(self, data):
        self._simple(Decimal(data))

    def end_string(self, data):
        if self._encoding and isinstance(data, bytes):
            data = data.decode(self._encoding)
        self._simple(data)

    def end_array(self, data):
        mark = self._marks.pop()
        self._stack[mark:] = [self._stack[mark:]]
        self._value = False

    def end_struct(self, data):
        mark = self._marks.pop()
        items = self._stack[mark:]
        self._stack[mark:] = [{items[i]: items[i + 1] for i in range(0, len(items), 2)}]
        self._value = False

    def end_base64(self, data):
        value = _binary(data.encode("ascii"))
        self._simple(value.data if self._use_bytes else value)

    def end_dateTime(self, data):
        self._simple(_datetime_type(data) if self._use_datetime else _datetime(data))

    def end_value(self, data):
        if self._value:
            self.end_string(data)

    def end_params(self, data):
        self._type = "params"

    def end_fault(self, data):
        self._type = "fault"

    def end_methodName(self, data):
        if self._encoding and isinstance(data, bytes):
            data = data.decode(self._encoding)
        self._methodname, self._type = data, "methodName"

    for _tag in ("nil", "boolean", "int", "double", "bigdecimal", "string", "array", "struct", "base64", "value", "params", "fault", "methodName"):
        dispatch[_tag] = locals()["end_" + _tag]
    dispatch["name"] = end_string
    dispatch["float"] = end_double
    dispatch["dateTime.iso8601"] = end_dateTime
    for _tag in "i1", "i2", "i4", "i8", "biginteger":
        dispatch[_tag] = end_int
    del _tag


Marshaller.__module__ = Unmarshaller.__module__ = "xmlrpc.client"
