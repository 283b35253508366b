"""Names for what annotations say."""

import collections
import collections.abc
import functools
import operator
import sys
import types
from abc import ABCMeta, abstractmethod

GenericAlias = types.GenericAlias

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional", "ParamSpec",
    "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container", "ContextManager",
    "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping", "MutableSequence",
    "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection",
    "AsyncGenerator", "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
    "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict",
    "Set", "FrozenSet", "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr",
    "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin",
    "get_overloads", "get_type_hints", "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check",
    "no_type_check_decorator", "NoReturn", "NotRequired", "overload", "ParamSpecArgs", "ParamSpecKwargs", "Required", "reveal_type",
    "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "Unpack",
]

TYPE_CHECKING = False
_cleanups = []  # what empties caches
Text = str


def _cached(function=None, /, *, typed=False):
    # The same arguments give the same object, where they have hashes.
    if function is None:
        return functools.partial(_cached, typed=typed)
    kept = functools.lru_cache(typed=typed)(function)
    _cleanups.append(kept.cache_clear)

    @functools.wraps(function)
    def inner(*args, **kwds):
        try:
            return kept(*args, **kwds)
        except TypeError:
            pass  # one of them has no hash, or the error comes again
        return function(*args, **kwds)

    return inner


def _type_repr(obj):
    if isinstance(obj, GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    return repr(obj)


def _convert(arg, message, allow_special=False):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in (Generic, Protocol):
        raise TypeError(f"{arg} is not valid as type argument")
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias) or allow_special and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _collect_parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            if arg not in found:
                found.append(arg)
        elif isinstance(arg, (tuple, list)):
            for inner in _collect_parameters(arg):
                if inner not in found:
                    found.append(inner)
        else:
            for inner in getattr(arg, "__parameters__", ()):
                if inner not in found:
                    found.append(inner)
    return tuple(found)


def _flat_unique(parameters, unpack):
    return tuple(dict.fromkeys(item for parameter in parameters for item in unpack(parameter)))


class _Final:
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _SpecialForm(_Final, _root=True):
    """A name that means something only in annotations."""

    __slots__ = ("_name", "_getitem", "_doc")
    __iter__ = None

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self._doc = getitem.__doc__

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_cached
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _LiteralForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


def _plain(self, parameters):
    raise TypeError(f"{self} is not subscriptable")


def _plain_form(name, doc):
    def form(self, parameters):
        raise TypeError(f"{self} is not subscriptable")

    form.__name__, form.__doc__ = name, doc
    return _SpecialForm(form)


NoReturn = _plain_form("NoReturn", "What a function returns that never returns.")
Never = _plain_form("Never", "The type without values.")
Self = _plain_form("Self", "The class that a method is of.")
LiteralString = _plain_form("LiteralString", "A string that is written in the source.")
TypeAlias = _plain_form("TypeAlias", "Says that an assignment names a type.")


def _one(self, parameters, message="accepts only single type."):
    return _GenericAlias(self, (_convert(parameters, f"{self} {message}"),))


@_SpecialForm
def ClassVar(self, parameters):
    """An attribute of the class, not of its instances."""
    return _one(self, parameters, "accepts only single type.")


@_SpecialForm
def Final(self, parameters):
    """A name that is assigned once."""
    return _one(self, parameters, "accepts only single type.")


@_SpecialForm
def Required(self, parameters):
    """A key that a TypedDict must have."""
    return _one(self, parameters)


@_SpecialForm
def NotRequired(self, parameters):
    """A key that a TypedDict may lack."""
    return _one(self, parameters)


@_SpecialForm
def TypeGuard(self, parameters):
    """What a function returns that tells its argument's type."""
    return _one(self, parameters)


@_SpecialForm
def Unpack(self, parameters):
    """The types in a tuple, one by one."""
    return _UnpackGenericAlias(self, (_convert(parameters, f"{self} accepts only single type."),))


@_SpecialForm
def Union(self, parameters):
    """One of several types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    parameters = tuple(_convert(p, "Union[arg, ...]: each arg must be a type.") for p in parameters)
    parameters = _flat_unique(parameters, lambda p: p.__args__ if isinstance(p, (_UnionGenericAlias, types.UnionType)) else (p,))
    if len(parameters) == 1:
        return parameters[0]
    return _UnionGenericAlias(self, parameters)


@_SpecialForm
def Optional(self, parameters):
    """A type, or None."""
    return Union[_convert(parameters, f"{self} requires a single type."), type(None)]


@_LiteralForm
@_cached(typed=True)
def Literal(self, *parameters):
    """One of some values."""
    flat = [item for p in parameters for item in (p.__args__ if isinstance(p, _LiteralGenericAlias) else (p,))]
    try:
        flat = [item for item, _ in dict.fromkeys((item, type(item)) for item in flat)]
    except TypeError:
        pass  # what has no hash stays as often as it is there
    return _LiteralGenericAlias(self, tuple(flat))


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters before those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*(_convert(p, message) for p in parameters[:-1]), parameters[-1]))


class ForwardRef(_Final, _root=True):
    """An annotation that is a string, until it is looked up."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__",
                 "__forward_is_class__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            code = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        value = _convert(eval(self.__forward_code__, globalns, localns), "Forward references must evaluate to types.", True)
        self.__forward_value__ = _evaluated(value, globalns, localns, recursive_guard | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_arg__ == other.__forward_arg__ and self.__forward_value__ == other.__forward_value__
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        if self.__forward_module__ is None:
            return f"ForwardRef({self.__forward_arg__!r})"
        return f"ForwardRef({self.__forward_arg__!r}, module={self.__forward_module__!r})"


def _evaluated(value, globalns, localns, guard=frozenset()):
    if isinstance(value, ForwardRef):
        return value._evaluate(globalns, localns, guard)
    if isinstance(value, (_GenericAlias, GenericAlias, types.UnionType)):
        if isinstance(value, GenericAlias):
            args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in value.__args__)
        else:
            args = value.__args__
        made = tuple(_evaluated(arg, globalns, localns, guard) for arg in args)
        if made == value.__args__:
            return value
        if isinstance(value, GenericAlias):
            return GenericAlias(value.__origin__, made)
        if isinstance(value, types.UnionType):
            return functools.reduce(lambda a, b: a | b, made)
        return value.copy_with(made)
    return value


def _caller_module(depth=2):
    try:
        return sys._getframe(depth).f_globals.get("__name__", "__main__")
    except (AttributeError, ValueError):
        return None


class _Variable(_Final, _root=True):
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __repr__(self):
        prefix = "+" if getattr(self, "__covariant__", False) else "-" if getattr(self, "__contravariant__", False) else "~"
        return prefix + self.__name__

    def __reduce__(self):
        return self.__name__


class TypeVar(_Variable, _root=True):
    """A type that is to be filled in."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        message = "TypeVar(name, constraint, ...): constraints must be types."
        self.__constraints__ = tuple(_convert(c, message) for c in constraints)
        self.__bound__ = _convert(bound, "Bound must be a type.") if bound is not None else None
        module = _caller_module()
        if module != "typing":
            self.__module__ = module

    def __typing_subst__(self, arg):
        arg = _convert(arg, "Parameters to generic types must be types.")
        if isinstance(arg, _UnpackGenericAlias) or isinstance(arg, GenericAlias) and arg.__unpacked__:
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


class TypeVarTuple(_Variable, _root=True):
    """Several types that are to be filled in."""

    def __init__(self, name):
        self.__name__ = name
        self.__module__ = _caller_module()

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        """The arguments with a tuple of those that are this one's; the others are by place before and after it."""
        parameters = alias.__parameters__
        at, count, wanted = parameters.index(self), len(args), len(parameters)
        if any(isinstance(p, TypeVarTuple) for p in parameters[at + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        before, after = at, wanted - at - 1
        endless = [(k, inner[0]) for k, arg in enumerate(args) if (inner := _unpacked_types(arg)) and len(inner) == 2 and inner[1] is ...]
        if len(endless) > 1:
            raise TypeError("More than one unpacked arbitrary-length tuple argument")
        filler = None
        if endless:  # it also stands for what is missing on both sides
            place, filler = endless[0]
            before, after = min(before, place), min(after, count - place - 1)
        elif before + after > count:
            raise TypeError(f"Too few arguments for {alias}; actual {count}, expected at least {wanted - 1}")
        return (*args[:before], *[filler] * (at - before), tuple(args[before:count - after]), *[filler] * (wanted - after - at - 1),
                *args[count - after:])


class ParamSpecArgs:
    """The *args of a ParamSpec."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return isinstance(other, ParamSpecArgs) and self.__origin__ == other.__origin__

    __hash__ = object.__hash__


class ParamSpecKwargs:
    """The **kwargs of a ParamSpec."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        return isinstance(other, ParamSpecKwargs) and self.__origin__ == other.__origin__

    __hash__ = object.__hash__


class ParamSpec(_Variable, _root=True):
    """Parameters that are to be filled in."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__module__ = _caller_module()

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_convert(a, "Expected a type.") for a in arg)
        if not _is_parameters(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        at = parameters.index(self)
        if at >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(parameters) == 1 and not _is_parameters(args[0]):
            return (args,)
        if isinstance(args[at], list):
            return *args[:at], tuple(args[at]), *args[at + 1:]
        return args

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class _BaseGenericAlias(_Final, _root=True):
    """What both kinds of aliases are."""


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A form or a class with its arguments: List[int]."""

    def __init__(self, origin, args, *, inst=True, name=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _collect_parameters(self.__args__)
        self._inst = inst
        self._name = name
        if not name:
            self.__module__ = getattr(origin, "__module__", "typing")

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, inst=self._inst, name=self._name)

    def __reduce__(self):
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args = args[0]
        return operator.getitem, (globals()[self._name] if self._name else self.__origin__, args)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot instantiate {self!r}")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not (attr.startswith("__") and attr.endswith("__")):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, value):
        if attr.startswith("__") and attr.endswith("__") or attr in ("_inst", "_name"):
            super().__setattr__(attr, value)
        else:
            setattr(self.__origin__, attr, value)

    @_cached
    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = _flat_unpacked(ForwardRef(arg) if isinstance(arg, str) else type(None) if arg is None else arg for arg in args)
        args = _prepared(self, self.__parameters__, args)
        return self.copy_with(self._fill(self.__args__, dict(zip(self.__parameters__, args))))

    def _fill(self, args, filled):
        """The arguments with others in place of the parameters in them."""
        made = []
        for arg in args:
            new = self._filled(arg, filled)
            if isinstance(new, tuple) and (self.__origin__ is collections.abc.Callable or _is_unpacked_variable(arg)):
                made.extend(new)
            else:
                made.append(new)
        return tuple(made)

    def _filled(self, arg, filled):
        if isinstance(arg, tuple):
            return self._fill(arg, filled)
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            return arg
        subst = getattr(arg, "__typing_subst__", None)
        if subst:
            return subst(filled[arg])
        parameters = getattr(arg, "__parameters__", ())
        if not parameters:
            return arg
        inner = []
        for p in parameters:
            inner.extend(filled[p]) if isinstance(p, TypeVarTuple) else inner.append(filled[p])
        return arg[tuple(inner)]

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            found = [self.__origin__] if self.__origin__ not in bases else []
            at = bases.index(self)
            if not any(isinstance(b, _GenericAlias) or isinstance(b, type) and issubclass(b, Generic) for b in bases[at + 1:]):
                found.append(Generic)
            return tuple(found)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            at = bases.index(self)
            for b in bases[at + 1:]:
                if isinstance(b, _GenericAlias) and b is not self:
                    return ()
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(_type_repr(a) for a in self.__args__) if self.__args__ else "()"
        return f"{name}[{args}]"


def _wrong_count(cls, args, expected):
    raise TypeError(f"Too {'many' if len(args) > expected else 'few'} arguments for {cls};"
                    f" actual {len(args)}, expected {expected}")


def _check_generic(cls, parameters, elen):
    if len(parameters) != elen:
        _wrong_count(cls, parameters, elen)


def _prepared(alias, parameters, args):
    """The arguments of a generic, one for each of its parameters."""
    for p in parameters:
        prepare = getattr(p, "__typing_prepare_subst__", None)
        if prepare is not None:
            args = prepare(alias, args)
    _check_generic(alias, args, len(parameters))
    return args


def _is_parameters(arg):
    """Whether an argument is the parameters of a Callable."""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _is_unpacked_variable(arg):
    # Libraries have their own Unpack, which says so, too.
    return not isinstance(arg, type) and getattr(arg, "__typing_is_unpacked_typevartuple__", False)


def _unpacked_types(arg):
    """The types of a tuple that is unpacked in an argument; None where there is none."""
    return None if isinstance(arg, type) and not isinstance(arg, GenericAlias) else getattr(arg, "__typing_unpacked_tuple_args__", None)


def _flat_unpacked(args):
    """The arguments, with the types of tuples that are unpacked in place of these."""
    flat = []
    for arg in args:
        inner = _unpacked_types(arg)
        if inner is None or inner and inner[-1] is ...:
            flat.append(arg)
        else:
            flat.extend(inner)
    return tuple(flat)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return "*" + repr(self.__args__[0])

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        of = self.__args__[0]
        if not isinstance(of, (_GenericAlias, GenericAlias)):
            return None
        if of.__origin__ is not tuple:
            raise TypeError("Unpack[...] must be used with a tuple type")
        return of.__args__

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def copy_with(self, args):
        if isinstance(args[-1], (list, tuple)):
            return *args[:-1], *args[-1]
        if isinstance(args[-1], _ConcatenateGenericAlias):
            args = *args[:-1], *args[-1].__args__
        return super().copy_with(args)


class _UnionGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__") and len(self.__args__) == 2 and type(None) in self.__args__:
            return "Optional"
        return super().__getattr__(attr)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[0] if args[1] is type(None) else args[1]
            return f"typing.Optional[{_type_repr(other)}]"
        return "typing.Union[" + ", ".join(_type_repr(a) for a in args) + "]"

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return {(a, type(a)) for a in self.__args__} == {(a, type(a)) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset((a, type(a)) for a in self.__args__))

    def __repr__(self):
        return "typing.Literal[" + (", ".join(map(_type_repr, self.__args__)) or "()") + "]"


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __reduce__(self):
        args = self.__args__
        if len(args) != 2 or not _is_parameters(args[0]):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (Callable, args)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_parameters(args[0]):
            return f"typing.Callable[{_type_repr(args[0])}, {_type_repr(args[1])}]"
        return f"typing.Callable[[{', '.join(_type_repr(a) for a in args[:-1])}], {_type_repr(args[-1])}]"


class _AnnotatedAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), name="Annotated")
        origin.__module__  # the error of what isn't a type
        self.__metadata__ = metadata

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(repr(a) for a in self.__metadata__)}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class Annotated:
    """A type with something said about it."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        return cls._make(cls, *params)

    @_cached(typed=True)
    def _make(cls, *params):
        if len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        return _AnnotatedAlias(_convert(params[0], "Annotated[t, ...]: t must be a type.", True), tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """A class of builtins or collections by its name here: List."""

    __iter__ = None

    def __init__(self, origin, nparams, *, inst=True, name=None):
        self.__origin__ = origin
        self._nparams = nparams
        self._inst = inst
        self._name = name or origin.__name__
        self.__doc__ = f"A generic version of {origin.__module__}.{origin.__qualname__}."

    @_cached
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_convert(p, "Parameters to generic types must be types.") for p in params)
        if len(params) != self._nparams:
            _wrong_count(self, params, self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, inst=self._inst, name=self._name)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self._name
        if "__origin__" in self.__dict__ and not (attr.startswith("__") and attr.endswith("__")):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __mro_entries__(self, bases):
        found = [self.__origin__] if self.__origin__ not in bases else []
        at = bases.index(self)
        if not any(isinstance(b, _GenericAlias) or isinstance(b, type) and issubclass(b, Generic) for b in bases[at + 1:]):
            found.append(Generic)
        return tuple(found)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name


class _TupleType(_SpecialGenericAlias, _root=True):
    @_cached
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            message = "Tuple[t, ...]: t must be a type."
            return _GenericAlias(tuple, (*(_convert(p, message) for p in params[:-1]), ...), name="Tuple")
        message = "Tuple[t0, t1, ...]: each t must be a type."
        return _GenericAlias(tuple, tuple(_convert(p, message) for p in params), name="Tuple")


class _CallableType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self._make(tuple(args) if isinstance(args, list) else args, result)

    @_cached
    def _make(self, args, result):
        result = _convert(result, "Callable[args, result]: result must be a type.")
        if isinstance(args, (list, tuple)):
            args = tuple(_convert(a, "Callable[[arg, ...], result]: each arg must be a type.") for a in args)
            return _CallableGenericAlias(collections.abc.Callable, (*args, result), name="Callable")
        if args is ... or isinstance(args, ParamSpec) or getattr(args, "__origin__", None) is Concatenate:
            return _CallableGenericAlias(collections.abc.Callable, (args, result), name="Callable")
        return _CallableGenericAlias(collections.abc.Callable, (ForwardRef(args) if isinstance(args, str) else args, result), name="Callable")


def _generic_parameters(cls):
    bases = cls.__dict__.get("__orig_bases__", ())
    declared, found = None, _collect_parameters(bases)
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
            if declared is not None:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            declared = base.__parameters__
    if declared is None:
        return found
    missing = [p for p in found if p not in declared]
    if missing:
        raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in Generic[{', '.join(map(str, declared))}]")
    return declared


class Generic:
    """The base of classes with type variables."""

    __slots__ = ()
    _is_protocol = False

    @_cached
    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(p, (TypeVar, ParamSpec, TypeVarTuple)) or _is_unpacked_variable(p)
                       or isinstance(p, _GenericAlias) and p.__origin__ is Unpack for p in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, params)
        expected = getattr(cls, "__parameters__", ())
        if not expected:
            raise TypeError(f"{cls} is not a generic class")
        params = tuple(ForwardRef(p) if isinstance(p, str) else type(None) if p is None else p for p in params)
        made = []
        for p, arg in zip(expected, _prepared(cls, expected, params)):
            made.extend(arg) if isinstance(p, TypeVarTuple) else made.append(arg)
        return _GenericAlias(cls, tuple(made))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "__orig_bases__" in cls.__dict__:
            if Generic in cls.__orig_bases__:
                raise TypeError("Cannot inherit from plain Generic")
        elif Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        cls.__parameters__ = _generic_parameters(cls)


_PROTOCOL_OWN = {
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
    "__subclasshook__", "__weakref__", "__class_getitem__", "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol",
    "_is_runtime_protocol", "__match_args__", "__init_subclass__", "__hash__", "__qualname__", "__static_attributes__",
    "__final__",
}


def _own_annotations(cls):
    own = cls.__dict__.get("__annotations__", {})
    return own if isinstance(own, dict) else {}


def _get_protocol_attrs(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in (*base.__dict__, *_own_annotations(base)):
            if not name.startswith("_abc_") and name not in _PROTOCOL_OWN:
                names.add(name)
    return names


def _no_init(self, *args, **kwargs):
    # The __init__ of protocols. A class that implements one goes by the next base's.
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init)
        if init is not _no_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        names = _get_protocol_attrs(cls)
        if all(callable(getattr(cls, name, None)) for name in names) and issubclass(instance.__class__, cls):
            return True
        return all(_has_member(cls, instance, name) for name in names) or super().__instancecheck__(instance)


def _has_member(cls, instance, name):
    # A method that is set to None is one that isn't there.
    return hasattr(instance, name) and (not callable(getattr(cls, name, None)) or getattr(instance, name) is not None)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that say what others have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)

        def hook(other):
            if not cls.__dict__.get("_is_protocol", False):
                return NotImplemented
            if not getattr(cls, "_is_runtime_protocol", False):
                if sys._getframe(0) and _from_abc():
                    return NotImplemented
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            names = _get_protocol_attrs(cls)
            for name in names:
                if not callable(getattr(cls, name, None)):
                    if _from_abc():
                        return NotImplemented
                    raise TypeError("Protocols with non-method members don't support issubclass()")
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            for name in names:
                for base in other.__mro__:
                    if name in base.__dict__:
                        if base.__dict__[name] is None:
                            return NotImplemented
                        break
                    if name in _own_annotations(base) and getattr(other, "_is_protocol", False):
                        break
                else:
                    return NotImplemented
            return True

        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = hook
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic, Protocol) or getattr(base, "_is_protocol", False)
                    or base.__module__ in ("collections.abc", "_collections_abc", "contextlib")):
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        if cls.__init__ is Protocol.__init__ or cls.__init__ is object.__init__:
            cls.__init__ = _no_init


def _from_abc():
    # Whether isinstance asks, which goes by the instance's attributes then.
    depth = 1
    try:
        while depth < 8:
            name = sys._getframe(depth).f_code.co_name
            if name == "__instancecheck__":
                return True
            depth += 1
    except ValueError:
        pass
    return False


def runtime_checkable(cls):
    """Let isinstance ask a protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not cls._is_protocol:
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)
for _variable in (T, KT, VT, T_co, V_co, VT_co, T_contra, CT_co, AnyStr):
    _variable.__module__ = "typing"
del _variable

Hashable = _SpecialGenericAlias(collections.abc.Hashable, 0)
Awaitable = _SpecialGenericAlias(collections.abc.Awaitable, 1)
Coroutine = _SpecialGenericAlias(collections.abc.Coroutine, 3)
AsyncIterable = _SpecialGenericAlias(collections.abc.AsyncIterable, 1)
AsyncIterator = _SpecialGenericAlias(collections.abc.AsyncIterator, 1)
Iterable = _SpecialGenericAlias(collections.abc.Iterable, 1)
Iterator = _SpecialGenericAlias(collections.abc.Iterator, 1)
Reversible = _SpecialGenericAlias(collections.abc.Reversible, 1)
Sized = _SpecialGenericAlias(collections.abc.Sized, 0)
Container = _SpecialGenericAlias(collections.abc.Container, 1)
Collection = _SpecialGenericAlias(collections.abc.Collection, 1)
Callable = _CallableType(collections.abc.Callable, 2)
AbstractSet = _SpecialGenericAlias(collections.abc.Set, 1, name="AbstractSet")
MutableSet = _SpecialGenericAlias(collections.abc.MutableSet, 1)
Mapping = _SpecialGenericAlias(collections.abc.Mapping, 2)
MutableMapping = _SpecialGenericAlias(collections.abc.MutableMapping, 2)
Sequence = _SpecialGenericAlias(collections.abc.Sequence, 1)
MutableSequence = _SpecialGenericAlias(collections.abc.MutableSequence, 1)
ByteString = _SpecialGenericAlias(collections.abc.ByteString, 0)
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List = _SpecialGenericAlias(list, 1, inst=False, name="List")
Deque = _SpecialGenericAlias(collections.deque, 1, name="Deque")
Set = _SpecialGenericAlias(set, 1, inst=False, name="Set")
FrozenSet = _SpecialGenericAlias(frozenset, 1, inst=False, name="FrozenSet")
MappingView = _SpecialGenericAlias(collections.abc.MappingView, 1)
KeysView = _SpecialGenericAlias(collections.abc.KeysView, 1)
ItemsView = _SpecialGenericAlias(collections.abc.ItemsView, 2)
ValuesView = _SpecialGenericAlias(collections.abc.ValuesView, 1)
Dict = _SpecialGenericAlias(dict, 2, inst=False, name="Dict")
DefaultDict = _SpecialGenericAlias(collections.defaultdict, 2, name="DefaultDict")
OrderedDict = _SpecialGenericAlias(collections.OrderedDict, 2)
Counter = _SpecialGenericAlias(collections.Counter, 1)
ChainMap = _SpecialGenericAlias(collections.ChainMap, 2)
Generator = _SpecialGenericAlias(collections.abc.Generator, 3)
AsyncGenerator = _SpecialGenericAlias(collections.abc.AsyncGenerator, 2)
Type = _SpecialGenericAlias(type, 1, inst=False, name="Type")


# What is in modules of its own, because it takes time to import.
_CLASSES = frozenset((
    "BinaryIO", "IO", "NamedTuple", "NewType", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
    "SupportsIndex", "SupportsInt", "SupportsRound", "TextIO", "TypedDict", "_NamedTuple", "_NamedTupleMeta", "_TypedDict",
    "_TypedDictMeta", "_named_tuple", "is_typeddict",
))
_FUNCTIONS = frozenset((
    "_hint", "_overload_dummy", "_overload_registry", "_strip", "assert_never", "assert_type", "cast", "clear_overloads",
    "dataclass_transform", "final", "get_args", "get_origin", "get_overloads", "get_type_hints", "no_type_check",
    "no_type_check_decorator", "overload", "reveal_type",
))
# Names of CPython's that libraries ask for.
_PRIVATE = frozenset((
    "EXCLUDED_ATTRIBUTES", "_alias", "_ASSERT_NEVER_REPR_MAX_LENGTH", "_caller", "_deduplicate", "_eval_type", "_is_dunder",
    "_is_param_expr", "_no_init_or_replace_init", "_prohibited", "_special", "_tp_cache", "_type_check", "_type_convert",
))


def __dir__():
    return sorted({*globals(), *__all__})


def __getattr__(name):
    # What needs a module that is seldom used is made when it is asked for.
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib
        made = _SpecialGenericAlias(getattr(contextlib, "Abstract" + name), 1, name=name)
    elif name in ("Pattern", "Match"):
        import re
        made = _SpecialGenericAlias(getattr(re, name), 1, name=name)
    elif name in _CLASSES:
        import _typing_classes
        made = getattr(_typing_classes, name)
    elif name in _FUNCTIONS:
        import _typing_functions
        made = getattr(_typing_functions, name)
    elif name in _PRIVATE:
        import _typing_private
        made = getattr(_typing_private, name)
    else:
        raise AttributeError(f"module 'typing' has no attribute '{name}'")
    globals()[name] = made
    return made
