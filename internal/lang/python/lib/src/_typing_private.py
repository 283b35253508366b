"""What typing has for CPython's library and, by habit, for others: typing_extensions builds on it."""

import typing
from typing import _cached as _tp_cache, _evaluated, _is_parameters as _is_param_expr, _no_init as _no_init_or_replace_init
from typing import _SpecialGenericAlias as _alias

_ASSERT_NEVER_REPR_MAX_LENGTH = 100
_prohibited = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make",
                         "_replace", "_asdict", "_source"})
_special = frozenset({"__module__", "__name__", "__annotations__"})

EXCLUDED_ATTRIBUTES = [
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__final__", "__abstractmethods__",
    "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__",
    "__class_getitem__", "_MutableMapping__marker",
]


def _caller(depth=1, default="__main__"):
    import sys
    try:
        return sys._getframe(depth + 1).f_globals.get("__name__", default)
    except (AttributeError, ValueError):
        return None


def _deduplicate(params):
    """Those that are different, in their order."""
    if len(set(params)) == len(params):
        return params
    return list(dict.fromkeys(params))


def _eval_type(t, globalns, localns, recursive_guard=frozenset()):
    """A type whose references are looked up."""
    return _evaluated(t, globalns, localns, recursive_guard)


def _is_dunder(attr):
    return attr.startswith("__") and attr.endswith("__")


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None and texts as types."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return typing.ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """A type, or the error with this beginning."""
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    refused = (typing.Generic, typing.Protocol)
    if not allow_special_forms:
        refused += (typing.ClassVar,)
        if is_argument:
            refused += (typing.Final,)
    if isinstance(arg, typing._GenericAlias) and arg.__origin__ in refused:
        raise TypeError(f"{arg} is not valid as type argument")
    if arg in (typing.Any, typing.LiteralString, typing.NoReturn, typing.Never, typing.Self, typing.TypeAlias):
        return arg
    if allow_special_forms and arg in (typing.ClassVar, typing.Final):
        return arg
    if isinstance(arg, typing._SpecialForm) or arg in (typing.Generic, typing.Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg
