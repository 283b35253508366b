"""typing's protocols of the built-in functions, its classes of tuples and dicts with fields, and files."""

import collections
from abc import abstractmethod
from typing import (
    Annotated, AnyStr, Generic, GenericAlias, NotRequired, Protocol, Required, T_co, Union, _caller_module, _convert,
    get_origin, runtime_checkable,
)

__name__ = "typing"  # whose they are


@runtime_checkable
class SupportsInt(Protocol):
    """What has __int__."""

    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int: ...


@runtime_checkable
class SupportsFloat(Protocol):
    """What has __float__."""

    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float: ...


@runtime_checkable
class SupportsComplex(Protocol):
    """What has __complex__."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex: ...


@runtime_checkable
class SupportsBytes(Protocol):
    """What has __bytes__."""

    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes: ...


@runtime_checkable
class SupportsIndex(Protocol):
    """What has __index__."""

    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int: ...


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    """What has __abs__."""

    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T_co: ...


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    """What has __round__."""

    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co: ...


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, names):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        annotations = {n: _convert(t, f"field {n} annotation must be a type") for n, t in names.get("__annotations__", {}).items()}
        defaults = []
        for name in annotations:
            if name in names:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _named_tuple(typename, annotations, [names[n] for n in defaults], names["__module__"])
        made.__bases__ = bases if False else made.__bases__
        for key in names:
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__qualname__", "__annotations__", "__name__", "__orig_bases__", "__classcell__") and key not in made._fields:
                setattr(made, key, names[key])
        made.__qualname__ = names.get("__qualname__", typename)
        if Generic in bases:
            made.__class_getitem__ = classmethod(lambda cls, params: GenericAlias(cls, params))
        return made


def _named_tuple(name, annotations, defaults, module):
    made = collections.namedtuple(name, annotations, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = dict(annotations)
    return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A namedtuple with types."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    message = "NamedTuple('Name', [(f0, t0), (f1, t1), ...]); each t must be a type"
    made = _named_tuple(typename, {n: _convert(t, message) for n, t in fields}, [], _caller_module())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, names, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        made = type.__new__(_TypedDictMeta, name, (dict,) if Generic not in bases else (Generic, dict), names)
        annotations, required, optional = {}, set(), set()
        own = {n: _convert(t, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type") for n, t in names.get("__annotations__", {}).items()}
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required.update(base.__dict__.get("__required_keys__", ()))
            optional.update(base.__dict__.get("__optional_keys__", ()))
        annotations.update(own)
        for key, annotation in own.items():
            origin = get_origin(annotation)
            if origin is Annotated:
                origin = get_origin(annotation.__origin__)
            needed = origin is Required or total and origin is not NotRequired
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, "__total__") or "__total__" not in made.__dict__:
            made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with certain keys."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    names = {"__annotations__": dict(fields)}
    module = _caller_module()
    if module is not None:
        names["__module__"] = module
    made = _TypedDictMeta(typename, (), names, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether a class is a TypedDict."""
    return isinstance(tp, _TypedDictMeta)


class NewType:
    """A name for a type that checkers take for another."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[-1]
        self.__supertype__ = tp
        module = _caller_module()
        if module != "typing":
            self.__module__ = module

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        supertype = self.__name__

        class Refused:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{name} = NewType({name!r}, {supertype})`")

        return (Refused,)

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class IO(Generic[AnyStr]):
    """A file."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """A file of bytes."""

    __slots__ = ()


class TextIO(IO[str]):
    """A file of text."""

    __slots__ = ()
