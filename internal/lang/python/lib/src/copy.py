"""Copies of objects."""

import types
from copyreg import dispatch_table as _dispatch_table
from _weakrefs import ref as _ref

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    """An object can't be copied."""


error = Error

_ATOMS = {type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented), types.FunctionType,
          types.BuiltinFunctionType, types.CodeType, property, types.ModuleType, types.GenericAlias, types.UnionType, _ref}
_COPIED = {list, dict, set, bytearray}


def _is_atom(cls):
    return cls in _ATOMS or issubclass(cls, type)


def copy(x):
    """A copy of an object that shares what is in it."""
    cls = type(x)
    if cls in _COPIED:
        return x.copy()
    if _is_atom(cls) or cls in (tuple, frozenset, slice):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuild(x, _reduced(x), False, None)


def deepcopy(x, memo=None, _nil=[]):
    """A copy of an object and of all that is in it."""
    if memo is None:
        memo = {}
    cls = type(x)
    if _is_atom(cls):
        return x
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    if cls is list:
        made = []
        memo[id(x)] = made
        for item in x:
            made.append(deepcopy(item, memo))
    elif cls is dict:
        made = {}
        memo[id(x)] = made
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        made = x
        for old, new in zip(x, items):
            if old is not new:
                made = tuple(items)
                break
    elif cls is types.MethodType:
        made = types.MethodType(x.__func__, deepcopy(x.__self__, memo))
    elif getattr(cls, "__deepcopy__", None) is not None:
        made = x.__deepcopy__(memo)
    else:
        made = _rebuild(x, _reduced(x), True, memo)
    if made is not x:
        memo[id(x)] = made
        memo.setdefault(id(memo), []).append(x)  # what an id stands for is to live as long as it
    return made


def _reduced(x):
    reduce = _dispatch_table.get(type(x))
    if reduce is not None:
        return reduce(x)
    reduce = getattr(x, "__reduce_ex__", None)
    if reduce is not None:
        return reduce(4)
    reduce = getattr(x, "__reduce__", None)
    if reduce is None:
        raise Error("un(deep)copyable object of type %s" % type(x))
    return reduce()


def _rebuild(x, reduced, deep, memo):
    if isinstance(reduced, str):
        return x
    if not 2 <= len(reduced) <= 5:
        raise TypeError("%s.__reduce_ex__() must return a tuple of 2 to 5 items, not %d" % (type(x).__name__, len(reduced)))
    function, args, state, items, pairs = (tuple(reduced) + (None, None, None))[:5]
    if deep and args:
        args = tuple(deepcopy(arg, memo) for arg in args)
    made = function(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        _set_state(made, state)
    if items is not None:
        for item in items:
            made.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    return made


def _set_state(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        made.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(made, name, value)
