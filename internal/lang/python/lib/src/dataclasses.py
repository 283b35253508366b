"""Classes whose attributes are declared."""

import abc
import copy
import keyword
import sys
import types
from reprlib import recursive_repr
from types import GenericAlias, MappingProxyType, FunctionType

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
    "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen instance was set."""


class _FactoryMark:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _FactoryMark()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT = "__post_init__"


class InitVar:
    """Marks what only __init__ takes, for __post_init__."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            return f"dataclasses.InitVar[{self.type.__name__}]"
        return f"dataclasses.InitVar[{self.type!r}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """One attribute of a dataclass."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({}) if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},"
                f"init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                f"kw_only={self.kw_only!r},_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), "__set_name__", None)
        if set_name:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq = init, repr, eq
        self.order, self.unsafe_hash, self.frozen = order, unsafe_hash, frozen

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
                f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Say more of an attribute than its annotation does."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_classvar(annotation):
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    return annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _names_marker(annotation, cls, is_marker):
    # An annotation that is a string is looked at only as far as its first name, or name.name.
    names = sys.modules.get(cls.__module__).__dict__ if cls.__module__ in sys.modules else {}
    head, rest = _first_word(annotation)
    if rest[:1] == ".":
        attribute, _ = _first_word(rest[1:])
        if attribute:
            owner = names.get(head)
            return owner is not None and is_marker(getattr(owner, attribute, None))
    return is_marker(names.get(head))


def _first_word(text):
    text = text.lstrip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[:end], text[end:].lstrip()


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, type(_slot_example())):
            default = MISSING
        made = field(default=default)
    made.name, made.type = name, annotation
    made._field_type = _FIELD
    text = isinstance(annotation, str)
    if _is_classvar(annotation) or text and _names_marker(annotation, cls, _is_classvar):
        made._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation) or text and _names_marker(annotation, cls, _is_initvar):
        made._field_type = _FIELD_INITVAR
    if made._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and made.default_factory is not MISSING:
        raise TypeError(f"field {made.name} cannot have a default factory")
    if made._field_type in (_FIELD, _FIELD_INITVAR):
        if made.kw_only is MISSING:
            made.kw_only = default_kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f"field {made.name} is a ClassVar but specifies kw_only")
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {made.name} is not allowed: use default_factory")
    return made


def _slot_example():
    class Example:
        __slots__ = ("slot",)

    return Example.slot


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    if isinstance(value, FunctionType):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False


def _make(name, parameters, body, globals, names=()):
    # A function whose globals are the class's module's; names are variables around it.
    lines = [f"def _maker({', '.join(names)}):", f" def {name}({', '.join(parameters)}):"]
    lines += ["  " + line for line in body]
    lines.append(f" return {name}")
    space = {}
    exec("\n".join(lines), globals, space)
    made = space["_maker"](**dict(names))
    made.__qualname__ = name
    return made


def _init_parameter(f):
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    if f.default is not MISSING:
        return f"{f.name}=_default_{f.name}"
    return f"{f.name}=_HAS_DEFAULT_FACTORY"


def _init_line(f, frozen, self_name, slots):
    default = f"_default_{f.name}"
    if f.default_factory is not MISSING:
        value = f"{default}() if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}" if f.init else f"{default}()"
    elif f.init:
        value = f.name
    elif slots and f.default is not MISSING:
        value = default
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    if frozen:
        return f"_object.__setattr__({self_name}, {f.name!r}, {value})"
    return f"{self_name}.{f.name} = {value}"


def _init_fn(all_fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, globals, slots):
    seen_default = False
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = True
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
    names = {"_object": object, "_HAS_DEFAULT_FACTORY": _HAS_DEFAULT_FACTORY}
    for f in all_fields:
        names[f"_default_{f.name}"] = f.default_factory if f.default_factory is not MISSING else f.default
    body = [line for line in (_init_line(f, frozen, self_name, slots) for f in all_fields) if line]
    if has_post_init:
        arguments = ", ".join(f.name for f in all_fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.{_POST_INIT}({arguments})")
    parameters = [self_name] + [_init_parameter(f) for f in std_fields if f.init]
    keywords = [_init_parameter(f) for f in kw_only_fields if f.init]
    if keywords:
        parameters += ["*"] + keywords
    made = _make("__init__", parameters, body or ["pass"], globals, names)
    made.__annotations__ = {f.name: f.type for f in (*std_fields, *kw_only_fields) if f.init}
    made.__annotations__["return"] = None
    return made


def _repr_fn(shown):
    names = tuple(f.name for f in shown)
    running = []

    def __repr__(self):
        if any(other is self for other in running):
            return "..."
        running.append(self)
        try:
            return self.__class__.__qualname__ + f"({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"
        finally:
            running.pop()

    return __repr__


def _tuple_text(owner, compared):
    if not compared:
        return "()"
    return "(" + ", ".join(f"{owner}.{f.name}" for f in compared) + ",)"


def _compare_fn(name, operator, compared):
    body = [
        "if other.__class__ is self.__class__:",
        f"    return {_tuple_text('self', compared)} {operator} {_tuple_text('other', compared)}",
        "return NotImplemented",
    ]
    return _make(name, ["self", "other"], body, {"__name__": "dataclasses"})


def _hash_fn(hashed):
    return _make("__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"], {"__name__": "dataclasses"})


def _set_hash(cls, hashed):
    made = _hash_fn(hashed)
    made.__qualname__ = f"{cls.__qualname__}.__hash__"
    cls.__hash__ = made


def _frozen_fns(cls, names):
    names = frozenset(names)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _collect_fields(cls, kw_only):
    found = {}
    any_frozen_base = has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            has_bases = True
            found.update((f.name, f) for f in inherited.values())
            any_frozen_base = any_frozen_base or getattr(base, _PARAMS).frozen
    own = []
    seen_kw_only = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or isinstance(annotation, str) and annotation in ("KW_ONLY", "dataclasses.KW_ONLY"):
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found, has_bases, any_frozen_base


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    globals = sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    found, has_bases, any_frozen_base = _collect_fields(cls, kw_only)
    if has_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen and any(
                hasattr(b, _FIELDS) and not getattr(b, _PARAMS).frozen for b in cls.__mro__[1:]):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, found)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    all_init = [f for f in found.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_init = [f for f in all_init if f.init and not f.kw_only]
    kw_init = [f for f in all_init if f.init and f.kw_only]
    made_init = False
    if init:
        self_name = "__dataclass_self__" if "self" in found else "self"
        made_init = not _set_new(cls, "__init__", _init_fn(all_init, std_init, kw_init, frozen, hasattr(cls, _POST_INIT), self_name, globals, slots))
    plain = [f for f in found.values() if f._field_type is _FIELD]
    if repr:
        _set_new(cls, "__repr__", _repr_fn([f for f in plain if f.repr]))
    compared = [f for f in plain if f.compare]
    if eq:
        _set_new(cls, "__eq__", _compare_fn("__eq__", "==", compared))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new(cls, name, _compare_fn(name, operator, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
    if frozen:
        for made in _frozen_fns(cls, (f.name for f in plain)):
            if _set_new(cls, made.__name__, made):
                raise TypeError(f"Cannot overwrite attribute {made.__name__} in class {cls.__name__}")
    hashed = [f for f in plain if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        _set_hash(cls, hashed)
    elif eq and not has_explicit_hash and frozen:
        _set_hash(cls, hashed)
    elif eq and not has_explicit_hash:
        cls.__hash__ = None
    if not getattr(cls, "__doc__"):
        plain_call = made_init and cls.__new__ is object.__new__ and type(cls).__call__ is type.__call__
        cls.__doc__ = cls.__name__ + (_signature_text(std_init, kw_init) if plain_call else _signature_of(cls))
    if match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in std_init))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _signature_text(std_fields, kw_only_fields):
    # What inspect.signature would say of __init__, without the import.
    parts = [_parameter_text(f) for f in std_fields]
    if kw_only_fields:
        parts += ["*"] + [_parameter_text(f) for f in kw_only_fields]
    return "(" + ", ".join(parts) + ")"


def _signature_of(cls):
    import inspect

    try:
        return str(inspect.signature(cls)).replace(" -> None", "")
    except (TypeError, ValueError):
        return ""


def _parameter_text(f):
    annotation = f.type
    if getattr(annotation, "__module__", None) == "typing":
        annotation = repr(annotation).replace("typing.", "")
    elif isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        module = annotation.__module__
        annotation = annotation.__qualname__ if module == "builtins" else f"{module}.{annotation.__qualname__}"
    else:
        annotation = repr(annotation)
    text = f"{f.name}: {annotation}"
    if f.default is not MISSING:
        text += f" = {f.default!r}"
    elif f.default_factory is not MISSING:
        text += " = <factory>"
    return text


def _add_slots(cls, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    body = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    body["__slots__"] = tuple(n for n in (*names, *(("__weakref__",) if weakref_slot else ())) if n not in inherited)
    for name in names:
        body.pop(name, None)
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    if qualname is not None:
        made.__qualname__ = qualname
    for value in body.values():  # methods that use super() or __class__ mean the new class
        function = getattr(value, "__func__", value)
        for cell in getattr(function, "__closure__", None) or ():
            try:
                if cell.cell_contents is cls:
                    cell.cell_contents = made
            except ValueError:
                pass
    if frozen:
        def __getstate__(self):
            return [getattr(self, f.name) for f in fields(self)]

        def __setstate__(self, state):
            for f, value in zip(fields(self), state):
                object.__setattr__(self, f.name, value)

        for function in (__getstate__, __setstate__):
            if function.__name__ not in body:
                setattr(made, function.__name__, function)
        for function in _frozen_fns(made, names):
            setattr(made, function.__name__, function)
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    """Give a class methods that its annotated attributes make."""

    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether a class, or an instance's, is a dataclass."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """A dataclass's instance as a dict, and those in it."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)


def _asdict_inner(obj, dict_factory):
    if _is_instance(obj):
        return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_asdict_inner(v, dict_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_asdict_inner(v, dict_factory) for v in obj)
    if isinstance(obj, dict):
        pairs = ((_asdict_inner(k, dict_factory), _asdict_inner(v, dict_factory)) for k, v in obj.items())
        if hasattr(type(obj), "default_factory"):
            made = type(obj)(getattr(obj, "default_factory"))
            for key, value in pairs:
                made[key] = value
            return made
        return type(obj)(pairs)
    return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    """A dataclass's instance as a tuple, and those in it."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
    if _is_instance(obj):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_astuple_inner(v, tuple_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_astuple_inner(v, tuple_factory) for v in obj)
    if isinstance(obj, dict):
        return type(obj)((_astuple_inner(k, tuple_factory), _astuple_inner(v, tuple_factory)) for k, v in obj.items())
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
                   frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Make a dataclass of names, types and fields."""
    body, annotations, seen = dict(namespace or {}), {}, set()
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, body[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = annotation
    body["__annotations__"] = annotations
    body.setdefault("__module__", "types")
    made = types.new_class(cls_name, bases, {}, lambda names: names.update(body))
    return dataclass(made, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                     kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A copy of an instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
