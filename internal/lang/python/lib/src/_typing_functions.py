"""typing's functions: overloads, hints of functions and classes."""

import collections
import functools
import sys
import types
from typing import (
    Annotated, Concatenate, ForwardRef, Generic, GenericAlias, NotRequired, ParamSpec, ParamSpecArgs, ParamSpecKwargs, Required,
    _AnnotatedAlias, _GenericAlias, _SpecialGenericAlias, _evaluated,
)

__name__ = "typing"  # whose they are


def cast(typ, val):
    """The value, which checkers take to be of a type."""
    return val


def assert_type(val, typ, /):
    """The value, whose type checkers look at."""
    return val


def reveal_type(obj, /):
    """Say what class an object is of."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Say that this is never reached."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


_overload_registry = collections.defaultdict(functools.partial(collections.defaultdict, dict))


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should "
        "always be followed by an implementation that is not @overload-ed.")


def overload(func):
    """One of several types of a function."""
    inner = getattr(func, "__func__", func)
    try:  # one that is defined again takes its own place
        _overload_registry[inner.__module__][inner.__qualname__][inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function."""
    inner = getattr(func, "__func__", func)
    names = _overload_registry.get(inner.__module__, {})
    return list(names.get(inner.__qualname__, {}).values())


def clear_overloads():
    """Forget all overloads."""
    _overload_registry.clear()


def final(f):
    """Mark what isn't to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Mark annotations that are no types: those of a function, or of a class and of what is defined in it."""
    if isinstance(arg, type):
        for name in dir(arg):
            inner = getattr(arg, name, None)
            if getattr(inner, "__qualname__", None) != f"{arg.__qualname__}.{name}" or getattr(inner, "__module__", None) != arg.__module__:
                continue  # it is another's
            if isinstance(inner, types.FunctionType):
                inner.__no_type_check__ = True
            elif isinstance(inner, types.MethodType):
                inner.__func__.__no_type_check__ = True
            elif isinstance(inner, type):
                no_type_check(inner)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """Mark what a decorator makes as no_type_check does."""

    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    """Mark what makes classes like dataclasses."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator


def get_origin(tp):
    """What stands before the brackets."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _SpecialGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    """What stands in the brackets."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (
                len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or getattr(args[0], "__origin__", None) is Concatenate)):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


def _strip(tp):
    if isinstance(tp, _AnnotatedAlias):
        return _strip(tp.__origin__)
    if isinstance(tp, _GenericAlias) and tp.__origin__ in (Required, NotRequired):
        return _strip(tp.__args__[0])
    if isinstance(tp, _GenericAlias):
        args = tuple(_strip(a) for a in tp.__args__)
        return tp if args == tp.__args__ else tp.copy_with(args)
    if isinstance(tp, GenericAlias):
        args = tuple(_strip(a) for a in tp.__args__)
        return tp if args == tp.__args__ else GenericAlias(tp.__origin__, args)
    if isinstance(tp, types.UnionType):
        args = tuple(_strip(a) for a in tp.__args__)
        return tp if args == tp.__args__ else functools.reduce(lambda a, b: a | b, args)
    return tp


def _hint(value, globalns, localns):
    if value is None:
        value = type(None)
    if isinstance(value, str):
        value = ForwardRef(value, is_argument=False, is_class=True)
    return _evaluated(value, globalns, localns)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of an object, with names in strings looked up."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__), "__dict__", {})
            own = base.__dict__.get("__annotations__", {})
            if isinstance(own, types.GetSetDescriptorType):
                own = {}
            local = dict(vars(base)) if localns is None else localns
            if globalns is None and localns is None:
                names, local = local, names  # as in CPython: the module's names come before the class's
            for name, value in own.items():
                hints[name] = _hint(value, names, local)
    else:
        if globalns is None:
            if isinstance(obj, types.ModuleType):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, "__wrapped__"):
                    inner = inner.__wrapped__
                globalns = getattr(inner, "__globals__", {})
        if localns is None:
            localns = globalns
        found = getattr(obj, "__annotations__", None)
        if found is None:
            if isinstance(obj, (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType)):
                return {}
            raise TypeError("{!r} is not a module, class, method, or function.".format(obj))
        for name, value in dict(found).items():
            hints[name] = _hint(value, globalns, localns)
    return hints if include_extras else {k: _strip(t) for k, t in hints.items()}
