"""Objects that stand for others in tests."""

import contextlib
import functools

__all__ = ["Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
           "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal"]

__unittest = True

FILTER_DIR = True


class InvalidSpecError(Exception):
    """A spec that is a mock itself."""


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel.%s" % self.name

    def __reduce__(self):
        return "sentinel.%s" % self.name


class _Sentinels:
    """Unique objects by name."""

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self.__dict__.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _format_call(name, args, kwargs):
    parts = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
    return "%s(%s)" % (name, ", ".join(parts))


class _Call(tuple):
    """A call: (name, args, kwargs), or without the name."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        if len(value) == 3:
            name, args, kwargs = value
        elif len(value) == 2:
            first, second = value
            if isinstance(first, str):
                name = first
                if isinstance(second, tuple):
                    args = second
                else:
                    kwargs = second
            else:
                args, kwargs = first, second
        elif len(value) == 1:
            v, = value
            if isinstance(v, str):
                name = v
            elif isinstance(v, tuple):
                args = v
            else:
                kwargs = v
        if two:
            return tuple.__new__(cls, (args, kwargs))
        return tuple.__new__(cls, (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        return ("", *self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        try:
            n = len(other)
        except TypeError:
            return NotImplemented
        name, args, kwargs = self._parts()
        mine, theirs = self._mock_parent, getattr(other, "_mock_parent", None) if isinstance(other, _Call) else None
        if mine and theirs and mine != theirs:
            return False
        if n == 0:
            other_name, other_args, other_kwargs = "", (), {}
        elif isinstance(other, _Call):
            other_name, other_args, other_kwargs = other._parts()
        elif isinstance(other, tuple) and n <= 3:
            other_name, other_args, other_kwargs = _Call(other)._parts()
        else:
            return False
        if name and name != other_name:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if attr.startswith("_mock"):
            raise AttributeError(attr)
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name="%s.%s" % (self._mock_name, attr), parent=self, from_kall=False)

    def call_list(self):
        """All the calls of a chain of them."""
        made, at = [], self
        while at is not None:
            if at._mock_from_kall:
                made.append(at)
            at = at._mock_parent
        return _CallList(reversed(made))

    def count(self, /, *args, **kwargs):
        return self.__getattr__("count")(*args, **kwargs)

    def index(self, /, *args, **kwargs):
        return self.__getattr__("index")(*args, **kwargs)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return "call%s" % name if name.startswith("()") else name
        name, args, kwargs = self._parts()
        if not name:
            name = "call"
        elif not name.startswith("()"):
            name = "call.%s" % name
        else:
            name = "call%s" % name
        return _format_call(name, args, kwargs)


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(list.__getitem__(self, slice(i, i + n)) == value for i in range(len(self) - n + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))


def _is_async(function):
    """Whether a function is of async def."""
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    return type(code) is _Code and code.co_flags & 128 != 0


_Code = type(_is_async.__code__)


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


_OWN = frozenset(["return_value", "side_effect", "called", "call_count", "call_args", "call_args_list", "mock_calls", "method_calls"])
_ASSERTS = ("assert", "assret", "asert", "aseert", "assrt")
_UNSUPPORTED = "{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute."


class NonCallableMock:
    """A mock that can't be called."""

    def __new__(cls, /, *args, **kw):
        spec = kw.get("spec", kw.get("spec_set", args[0] if args else None))
        base = AsyncMock if _is_async(spec) and issubclass(cls, Mock) and not issubclass(cls, AsyncMock) else cls
        made = type(cls.__name__, (base,), {"__doc__": cls.__doc__, "__module__": cls.__module__, "_mock_base": base})
        return object.__new__(made)

    _mock_base = None

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _new_name="", _new_parent=None, unsafe=False, **kwargs):
        state = self.__dict__
        if spec_set is not None:
            spec = spec_set
        state.update(_mock_parent=parent, _mock_name=name, _mock_new_name=_new_name, _mock_new_parent=parent if _new_parent is None else _new_parent,
                     _mock_sealed=False, _mock_children={}, _mock_wraps=wraps, _mock_return=DEFAULT, _mock_effect=None,
                     _mock_unsafe=unsafe, _spec_class=None, _mock_methods=None, _spec_set=spec_set is not None,
                     called=False, call_count=0, call_args=None, call_args_list=_CallList(), mock_calls=_CallList(), method_calls=_CallList(),
                     _spec_signature=None, _spec_of=None, _spec_asyncs=())
        if spec is not None:
            self._mock_add_spec(spec)
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec):
        state = self.__dict__
        if isinstance(spec, (list, tuple)):
            state["_mock_methods"] = list(spec)
            return
        if _is_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        state["_mock_methods"] = names = dir(spec)
        state["_spec_class"] = spec if isinstance(spec, type) else type(spec)
        state["_spec_asyncs"] = [name for name in names if not name.startswith("__") and _is_async(getattr(spec, name, None))]
        state["_spec_of"] = spec

    def mock_add_spec(self, spec, spec_set=False):
        """Have no attributes but those of a spec."""
        self._mock_add_spec(spec)
        self.__dict__["_spec_set"] = spec_set

    def attach_mock(self, mock, attribute):
        """Have a mock as an attribute, whose calls are noted here, too."""
        state = mock.__dict__
        state.update(_mock_parent=None, _mock_new_parent=None, _mock_name="", _mock_new_name=None)
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        """Set attributes, also of attributes."""
        for arg, value in sorted(kwargs.items(), key=lambda e: e[0].count(".")):
            *path, last = arg.split(".")
            obj = self
            for part in path:
                obj = getattr(obj, part)
            setattr(obj, last, value)

    @property
    def __class__(self):
        spec = self.__dict__.get("_spec_class")
        return type(self) if spec is None else spec

    @property
    def return_value(self):
        value = self._mock_return
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.__dict__["_mock_return"] = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return"] = value
        _attach(self, value, None, "()")

    @property
    def side_effect(self):
        return self.__dict__.get("_mock_effect")

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            try:
                value = iter(value)
            except TypeError:
                pass
        self.__dict__["_mock_effect"] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.__dict__.update(called=False, call_args=None, call_count=0, mock_calls=_CallList(), call_args_list=_CallList(),
                             method_calls=_CallList())
        if return_value:
            self.__dict__["_mock_return"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_effect"] = None
        for child in self._mock_children.values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self._mock_return
        if _is_mock(result) and result is not self:
            result.reset_mock(visited)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe", "_mock_children"):
            raise AttributeError(name)
        if self._mock_methods is not None:
            if name not in self._mock_methods or name.startswith("__") and name.endswith("__"):
                raise AttributeError("Mock object has no attribute %r" % name)
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not self._mock_unsafe and (self._mock_methods is None or name not in self._mock_methods) and name.startswith(_ASSERTS):
            raise AttributeError(_UNSUPPORTED.format(name=name))
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            if self._mock_sealed:
                raise AttributeError(f"Cannot set {self._mock_full_name()}.{name}")
            wraps = getattr(self._mock_wraps, name) if self._mock_wraps is not None else None
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        if name == "__class__":
            self.__dict__["_spec_class"] = value
            return
        if name in ("return_value", "side_effect") or isinstance(getattr(type(self), name, None), PropertyMock):
            object.__setattr__(self, name, value) if name in ("return_value", "side_effect") else getattr(type(self), name)(value)
            return
        if name in _OWN or name in self.__dict__ and not _is_mock(value):
            self.__dict__[name] = value
            return
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name.startswith("__") and name.endswith("__"):
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if _is_mock(value):
                _attach(self, value, name, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            else:
                setattr(type(self), name, _method(value))
            return
        if self._mock_sealed and name not in self._mock_children:
            raise AttributeError(f"Cannot set {self._mock_full_name()}.{name}")
        if _attach(self, value, name, name):
            self._mock_children[name] = value
            self.__dict__.pop(name, None)
        else:
            self.__dict__[name] = value

    def __delattr__(self, name):
        if name not in self.__dict__ and self._mock_children.get(name, _missing) is _deleted:
            raise AttributeError(name)
        self.__dict__.pop(name, None)
        self._mock_children[name] = _deleted

    def _mock_full_name(self):
        parts, dot, at = [self._mock_new_name], "." if self._mock_new_name not in ("()",) else "", self
        if parts == ["()"]:
            dot = ""
        names = []
        while at is not None:
            names.append((at._mock_new_name, at))
            last, at = at, at._mock_new_parent
        text = last._mock_name or "mock"
        for name, _ in reversed(names[:-1] if len(names) > 1 else []):
            text += name if name == "()" else f".{name}"
        return text

    def __repr__(self):
        spec = ""
        if self._spec_class is not None:
            spec = " spec=%r" % self._spec_class.__name__
            if self._spec_set:
                spec = " spec_set=%r" % self._spec_class.__name__
        named = self._mock_full_name()
        name = "" if named == "mock" else " name=%r" % named
        return "<%s%s%s id='%s'>" % (type(self).__name__, name, spec, id(self))

    def __dir__(self):
        names = self._mock_methods or []
        own = [n for n in self.__dict__ if not n.startswith("_")]
        return sorted({*names, *own, *(k for k, v in self._mock_children.items() if v is not _deleted), *(
            n for n in dir(NonCallableMock) if n.startswith(("assert", "attach", "call", "mock", "method", "reset", "return", "side")))})

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            raise AttributeError(f"{self._mock_full_name()}{kw.get('name', '()')}")
        base = type(self)._mock_base
        name = kw.get("_new_name")
        if name in self.__dict__.get("_spec_asyncs", ()):
            return AsyncMock(**kw)
        if issubclass(base, AsyncMock):
            base = MagicMock if name in _MAGICS or name in (self._mock_methods or ()) else AsyncMock
        elif issubclass(base, NonCallableMagicMock) and not issubclass(base, MagicMock):
            base = MagicMock
        elif not issubclass(base, CallableMixin):
            base = Mock
        return base(**kw)

    def _call_text(self, args, kwargs):
        return _format_call(self._mock_name or "mock", args, kwargs)

    def _matcher(self, made):
        """A call as it is compared with others: its arguments bound to the spec's parameters, where it has a spec."""
        name, args, kwargs = ("", *made) if len(made) == 2 else tuple(made) if len(made) == 3 else ("", (), {})
        signature = self._signature_of(name) if made and not isinstance(made, str) else None
        if signature is None:
            return made
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs)) if len(made) == 3 else _Call((bound.args, bound.kwargs), two=True)

    def _signature_of(self, name):
        """The signature of what has a name below the mock: child.method."""
        at, signature = self, self._known_signature()
        for part in name.replace("()", "").split("."):
            at = at._mock_children.get(part)
            if not _is_mock(at):
                break
            signature = at._known_signature()
        return signature

    def _known_signature(self):
        state = self.__dict__
        signature, spec = state["_spec_signature"], state["_spec_of"]
        if signature is None and spec is not None:
            try:
                signature = _inspect().signature(spec) if callable(spec) else None
            except (TypeError, ValueError):
                pass
            state["_spec_signature"], state["_spec_of"] = signature, None
        return signature

    def _calls_text(self, prefix="Calls"):
        return f"\n{prefix}: {_CallList(self.mock_calls)!r}." if self.mock_calls else ""

    def assert_not_called(self):
        """Fail if it was called."""
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
                self._mock_name or "mock", self.call_count, self._calls_text()))

    def assert_called(self):
        """Fail unless it was called."""
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % (self._mock_name or "mock"))

    def assert_called_once(self):
        """Fail unless it was called once."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._mock_name or "mock", self.call_count, self._calls_text()))

    def assert_called_with(self, /, *args, **kwargs):
        """Fail unless the last call was this one."""
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: %s" % (self._call_text(args, kwargs), "not called."))
        expected = self._matcher(_Call((args, kwargs), two=True))
        if expected != self._matcher(self.call_args):
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: %s" % (
                self._call_text(args, kwargs), self._call_text(*self.call_args))) from (
                    expected if isinstance(expected, Exception) else None)

    def assert_called_once_with(self, /, *args, **kwargs):
        """Fail unless it was called once, so."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._mock_name or "mock", self.call_count, self._calls_text()))
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Fail unless it was called so at any time."""
        expected = self._matcher(_Call((args, kwargs), two=True))
        if expected not in [self._matcher(c) for c in self.call_args_list]:
            raise AssertionError("%s call not found" % self._call_text(args, kwargs))

    def assert_has_calls(self, calls, any_order=False):
        """Fail unless it was called so."""
        calls = list(calls)
        expected = [self._matcher(c) for c in calls]
        made = _CallList(self._matcher(c) for c in self.mock_calls)
        if not any_order:
            if expected not in made:
                raise AssertionError("Calls not found.\nExpected: %r%s" % (_CallList(calls), self._calls_text("  Actual").rstrip(".")))
            return
        left, missing = list(made), []
        for c in expected:
            try:
                left.remove(c)
            except ValueError:
                missing.append(c)
        if missing:
            raise AssertionError("%r does not contain all of %r in its call list, found %r instead" % (
                self._mock_name or "mock", tuple(missing), left))


def _is_mock(obj):
    return issubclass(type(obj), NonCallableMock)


def _attach(parent, value, name, new_name):
    if not _is_mock(value):
        return False
    state = value.__dict__
    if state["_mock_name"] or state["_mock_new_name"] or state["_mock_parent"] is not None or state["_mock_new_parent"] is not None:
        return False
    at = parent
    while at is not None:
        if at is value:
            return False
        at = at._mock_new_parent
    if new_name:
        state.update(_mock_new_parent=parent, _mock_new_name=new_name)
    if name:
        state.update(_mock_parent=parent, _mock_name=name)
    return True


def _method(function):
    if not callable(function) or isinstance(function, type):
        return function

    @functools.wraps(function)
    def method(self, /, *args, **kwargs):
        return function(self, *args, **kwargs)
    return method


class CallableMixin(NonCallableMock):
    """What can be called."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None,
                 _new_name="", _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _new_name, _new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        if side_effect is not None:
            self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._note(args, kwargs)
        return self._execute(args, kwargs)

    def _note(self, args, kwargs):
        state = self.__dict__
        signature = state.get("_spec_checked")
        if signature is not None:
            signature.bind(*args, **kwargs)
        state["called"] = True
        state["call_count"] += 1
        made = _Call((args, kwargs), two=True)
        state["call_args"] = made
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(("", args, kwargs)))
        method_name, is_method = self._mock_name, self._mock_parent is not None
        name, parent = self._mock_new_name, self._mock_new_parent
        inner_call = name == "()"
        while parent is not None:
            if is_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = parent._mock_name + "." + method_name
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                dot = "" if name.startswith("()") else "."
                name = parent._mock_new_name + dot + name
            parent = parent._mock_new_parent

    def _execute(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin):
    """Stands for anything."""


class PropertyMock(Mock):
    """Stands for a property."""

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


_DEFAULTS = {
    "__hash__": lambda self: object.__hash__(self), "__str__": lambda self: object.__str__(self), "__sizeof__": lambda self: 48,
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented, "__int__": 1, "__contains__": False,
    "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True, "__index__": 1, "__aexit__": False,
}
_MAGICS = tuple(_DEFAULTS) + (
    "__enter__", "__getitem__", "__setitem__", "__delitem__", "__iter__", "__eq__", "__ne__", "__neg__", "__pos__", "__invert__", "__abs__",
    "__trunc__", "__floor__", "__ceil__", "__round__", "__divmod__", "__fspath__", "__aenter__", "__aiter__", "__reversed__",
) + tuple(f"__{p}{n}__" for n in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "xor", "or")
          for p in ("", "i", "r"))


async def _each(values):
    for value in values:
        yield value


class _Magic:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, kind=None):
        if obj is None:
            return self
        return self.make(obj)

    def make(self, obj):
        name = self.name
        child = obj._mock_children.get(name)
        if child is None or child is _deleted:
            if obj._mock_methods is not None and name not in obj._mock_methods and name not in ("__str__", "__hash__", "__eq__", "__ne__", "__sizeof__"):
                raise AttributeError(name)
            make = AsyncMock if name in ("__aenter__", "__aexit__") else MagicMock
            child = make(parent=obj, name=name, _new_name=name, _new_parent=obj)
            self.configure(obj, child)
            obj._mock_children[name] = child
        return child

    def configure(self, obj, child):
        name = self.name
        if name in _DEFAULTS:
            value = _DEFAULTS[name]
            child.return_value = value(obj) if callable(value) else value
        elif name == "__eq__":
            child.side_effect = lambda other: DEFAULT if child._mock_return is not DEFAULT else True if obj is other else NotImplemented
        elif name == "__ne__":
            child.side_effect = lambda other: DEFAULT if child._mock_return is not DEFAULT else False if obj is other else NotImplemented
        elif name == "__iter__":
            child.side_effect = lambda: iter([] if child._mock_return is DEFAULT else child._mock_return)
        elif name == "__aiter__":
            child.side_effect = lambda: _each([] if child._mock_return is DEFAULT else child._mock_return)
        elif name == "__fspath__":
            child.return_value = f"{type(obj).__name__}/{obj._mock_full_name()}/{id(obj)}"


def _magic_call(name):
    magic = _Magic(name)

    def method(self, *args, **kwargs):
        return magic.make(self)(*args, **kwargs)

    class Descriptor:
        def __get__(self, obj, kind=None):
            return method if obj is None else magic.make(obj)

        def __call__(self, *args, **kwargs):
            return method(*args, **kwargs)
    return Descriptor()


class _MagicMixin:
    pass


for _name in _MAGICS:
    setattr(_MagicMixin, _name, _magic_call(_name))
del _name


class NonCallableMagicMock(_MagicMixin, NonCallableMock):
    """A MagicMock that can't be called."""


class MagicMock(_MagicMixin, Mock):
    """A mock that has the special methods, too."""

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        NonCallableMock.reset_mock(self, *args, return_value=return_value, **kwargs)


class AsyncMock(MagicMock):
    """A mock whose calls are to be awaited."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    @property
    def _is_coroutine(self):
        from asyncio.coroutines import _is_coroutine
        return _is_coroutine

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def __call__(self, /, *args, **kwargs):
        self._note(args, kwargs)
        return self._await(args, kwargs)

    async def _await(self, args, kwargs):
        made = _Call((args, kwargs), two=True)
        self.__dict__["await_count"] += 1
        self.__dict__["await_args"] = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None and not _is_exception(effect) and not callable(effect):
            try:
                result = next(effect)
            except StopIteration:
                raise StopAsyncIteration
            if _is_exception(result):
                raise result
            return result
        result = self._execute(args, kwargs)
        return await result if _inspect().iscoroutine(result) else result

    def assert_awaited(self):
        """Fail unless it was awaited."""
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        """Fail unless it was awaited once."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        """Fail unless it was last awaited so."""
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._call_text(args, kwargs)}\nNot awaited")
        if self._matcher(_Call((args, kwargs), two=True)) != self._matcher(self.await_args):
            raise AssertionError("expected await not found.\nExpected: %s\n  Actual: %s" % (
                self._call_text(args, kwargs), self._call_text(*self.await_args)))

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Fail unless it was awaited once, so."""
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Fail unless it was awaited so at any time."""
        expected = self._matcher(_Call((args, kwargs), two=True))
        if expected not in [self._matcher(c) for c in self.await_args_list]:
            raise AssertionError("%s await not found" % self._call_text(args, kwargs))

    def assert_has_awaits(self, calls, any_order=False):
        """Fail unless it was awaited so."""
        calls = list(calls)
        expected = [self._matcher(c) for c in calls]
        made = _CallList(self._matcher(c) for c in self.await_args_list)
        if not any_order:
            if expected not in made:
                raise AssertionError("Awaits not found.\nExpected: %r\nActual: %r" % (_CallList(calls), self.await_args_list))
            return
        left, missing = list(made), []
        for c in expected:
            try:
                left.remove(c)
            except ValueError:
                missing.append(c)
        if missing:
            raise AssertionError("%r not all found in await list" % (tuple(missing),))

    def assert_not_awaited(self):
        """Fail if it was awaited."""
        if self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to not have been awaited. Awaited {self.await_count} times.")


def _inspect():
    import inspect  # which takes longer to import than all of this
    return inspect


def _import(target):
    import importlib
    path, *parts = target.split(".")
    obj = importlib.import_module(path)
    while parts:
        path += "." + parts[0]
        try:
            obj = importlib.import_module(path)
        except ImportError:
            break
        del parts[0]
    for part in parts:
        obj = getattr(obj, part)
    return obj


class _patch:
    """Has an attribute be another for a while."""

    _active = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None and (new is not DEFAULT or autospec is not None):
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.spec, self.create, self.spec_set, self.autospec = spec, create, spec_set, autospec
        self.new_callable = new_callable
        self.kwargs = kwargs
        self.attribute_name = None
        self.additional_patchers = []

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [p.copy() for p in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                value = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, "__call__"):
                    setattr(func, name, self.copy()(value))
            return func
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        if _inspect().iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **keywargs):
                with _entered(patched, args, keywargs) as (a, k):
                    return await func(*a, **k)
        else:
            @functools.wraps(func)
            def patched(*args, **keywargs):
                with _entered(patched, args, keywargs) as (a, k):
                    return func(*a, **k)
        patched.patchings = [self]
        return patched

    def _original(self):
        target, name = self.target, self.attribute
        try:
            return target.__dict__[name], True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        import builtins
        if name in vars(builtins) and _inspect().ismodule(target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError("%s does not have the attribute %r" % (target, name))
        return original, False

    def __enter__(self):
        self.target = self.getter()
        original, local = self._original()
        new = self.new
        if new is DEFAULT and self.autospec is None:
            kwargs = dict(self.kwargs)
            spec = original if self.spec is True else self.spec
            spec_set = original if self.spec_set is True else self.spec_set
            if self.new_callable is not None:
                make = self.new_callable
            else:
                make = AsyncMock if _inspect().iscoroutinefunction(original) else MagicMock
            if spec is not None:
                kwargs["spec"] = spec
            if spec_set is not None:
                kwargs["spec_set"] = spec_set
            if isinstance(make, type) and issubclass(make, NonCallableMock) and self.attribute:
                kwargs.setdefault("name", self.attribute)
            new = make(**kwargs)
        elif self.autospec is not None:
            new = create_autospec(original if self.autospec is True else self.autospec, spec_set=bool(self.spec_set), _name=self.attribute,
                                  **self.kwargs)
        self.temp_original, self.is_local = original, local
        setattr(self.target, self.attribute, new)
        if self.attribute_name is not None:
            extra = {self.attribute_name: new} if self.new is DEFAULT else {}
            self._stack = contextlib.ExitStack()
            for p in self.additional_patchers:
                value = self._stack.enter_context(p)
                if p.new is DEFAULT:
                    extra.update(value)
            return extra
        return new

    def __exit__(self, *exc_info):
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in ("__doc__", "__module__", "__defaults__")):
                setattr(self.target, self.attribute, self.temp_original)
        if self.attribute_name is not None:
            return self._stack.__exit__(*exc_info)
        return False

    def start(self):
        """Begin."""
        result = self.__enter__()
        self._active.append(self)
        return result

    def stop(self):
        """End."""
        try:
            self._active.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


@contextlib.contextmanager
def _entered(patched, args, keywargs):
    extra = []
    with contextlib.ExitStack() as stack:
        for patching in patched.patchings:
            value = stack.enter_context(patching)
            if patching.attribute_name is not None:
                keywargs.update(value)
            elif patching.new is DEFAULT:
                extra.append(value)
        yield args + tuple(extra), keywargs


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Have what a dotted name is of be another for a while."""
    try:
        path, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return _patch(lambda: _import(path), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Have an object's attribute be another for a while."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Have several attributes be others for a while."""
    getter = (lambda: _import(target)) if type(target) is str else (lambda: target)
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    items = list(kwargs.items())
    first = None
    for attribute, new in items:
        this = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        this.attribute_name = attribute
        if first is None:
            first = this
        else:
            first.additional_patchers.append(this)
    return first


class _patch_dict:
    """Has a dict be another for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                value = getattr(f, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, "__call__"):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return f
        if _inspect().iscoroutinefunction(f):
            @functools.wraps(f)
            async def inner(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:
            @functools.wraps(f)
            def inner(*args, **kw):
                with self:
                    return f(*args, **kw)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        d = self.in_dict
        self._kept = d.copy() if hasattr(d, "copy") else {k: d[k] for k in d}
        if self.clear:
            self._empty()
        self._fill(self.values)
        return d

    def _fill(self, values):
        if hasattr(self.in_dict, "update"):
            self.in_dict.update(values)
            return
        for key in values:
            self.in_dict[key] = values[key]

    def _empty(self):
        for key in list(self.in_dict):
            del self.in_dict[key]

    def __exit__(self, *args):
        self._empty()
        self._fill(self._kept)
        return False

    def start(self):
        """Begin."""
        result = self.__enter__()
        _patch._active.append(self)
        return result

    def stop(self):
        """End."""
        try:
            _patch._active.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _stop_all():
    """End all that start has begun."""
    for p in reversed(_patch._active[:]):
        p.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that has the attributes of a spec and is called as that is."""
    if isinstance(spec, (list, tuple)):
        spec = type(spec)
    if _is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_class = isinstance(spec, type)
    kind = AsyncMock if _inspect().iscoroutinefunction(spec) else MagicMock if callable(spec) and (not is_class or not instance) else NonCallableMagicMock
    if is_class and instance and hasattr(spec, "__call__") and "__call__" in dir(spec) and "__call__" in vars(spec):
        kind = MagicMock
    named = {"spec_set": spec} if spec_set else {"spec": spec}
    if _inspect().isfunction(spec):
        named = {}
    mock = kind(name=_name, **named, **kwargs)
    if _inspect().isfunction(spec) or _inspect().ismethod(spec) or is_class and not instance:
        try:
            mock.__dict__["_spec_signature"] = mock.__dict__["_spec_checked"] = _inspect().signature(spec)
        except (TypeError, ValueError):
            pass
    if is_class and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()")
    for name in dir(spec):
        if name.startswith("__"):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if _inspect().isfunction(original) or _inspect().ismethod(original):
            make = AsyncMock if _inspect().iscoroutinefunction(original) else MagicMock
            child = make(name=name, parent=mock, _new_name=name, _new_parent=mock)
            try:
                signature = _inspect().signature(original)
                if is_class and _inspect().isfunction(original) and not isinstance(_inspect().getattr_static(spec, name), staticmethod):
                    parameters = list(signature.parameters.values())[1:]
                    signature = signature.replace(parameters=parameters)
                child.__dict__["_spec_signature"] = child.__dict__["_spec_checked"] = signature
            except (TypeError, ValueError):
                pass
            mock._mock_children[name] = child
    if _inspect().isfunction(spec) or _inspect().ismethod(spec):
        return _function_of(mock, spec)
    return mock


_SHARED = ("called", "call_count", "call_args", "call_args_list", "mock_calls", "method_calls")


def _function_of(mock, spec):
    """A function that calls a mock and has what the mock knows: unlike a mock it is bound to instances."""
    signature = mock.__dict__.get("_spec_checked")

    def begin(args, kwargs):
        if signature is not None:
            signature.bind(*args, **kwargs)
        mock.return_value = function.return_value
        if function.side_effect is not mock.side_effect:
            mock.side_effect = function.side_effect
            function.side_effect = mock.side_effect

    def share():
        vars(function).update((name, getattr(mock, name)) for name in _SHARED)

    def function(*args, **kwargs):
        begin(args, kwargs)
        try:
            return mock(*args, **kwargs)
        finally:
            share()

    def reset_mock(*args, **kwargs):
        mock.reset_mock(*args, **kwargs)
        share()

    for name in ("__name__", "__qualname__", "__module__", "__defaults__", "__kwdefaults__"):
        setattr(function, name, getattr(spec, name, None))
    if signature is not None:
        function.__signature__ = signature
    for name in dir(type(mock)):
        if name.startswith("assert_"):
            setattr(function, name, getattr(mock, name))
    if _inspect().iscoroutinefunction(spec):
        from asyncio.coroutines import _is_coroutine
        function._is_coroutine = _is_coroutine
    function.mock, function.reset_mock = mock, reset_mock
    function.return_value, function.side_effect = mock.return_value, mock.side_effect
    share()
    return function


def mock_open(mock=None, read_data=""):
    """A mock of open()."""
    import io
    state = {}

    def fresh():
        state["file"] = io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)

    if mock is None:
        mock = MagicMock(name="open", spec=open)
    handle = MagicMock()
    fresh()
    handle.__enter__.return_value = handle
    handle.write.return_value = handle.read.return_value = handle.readline.return_value = handle.readlines.return_value = None

    def reading(method):
        return lambda *args, **kwargs: getattr(state["file"], method)(*args, **kwargs) if child(method) is None else child(method)

    def child(method):
        return getattr(handle, method).return_value

    def lines():
        if child("readline") is None:
            yield from state["file"]
        while child("readline") is not None:
            yield child("readline")

    for method in ("read", "readline", "readlines"):
        getattr(handle, method).side_effect = reading(method)
    handle.__iter__.side_effect = lines
    handle.__next__ = lambda self: next(state["file"])

    def reset(*args, **kwargs):
        fresh()
        return DEFAULT

    mock.side_effect = reset
    mock.return_value = handle
    return mock


def seal(mock):
    """Have a mock make no further attributes."""
    mock.__dict__["_mock_sealed"] = True
    for child in mock._mock_children.values():
        if _is_mock(child) and child._mock_new_parent is mock:
            seal(child)
