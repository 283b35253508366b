"""References that don't keep an object alive, and proxies of objects."""

from _weakrefs import ReferenceType

ref = ReferenceType


def getweakrefcount(object):
    """How many references there are isn't known."""
    return 0


def getweakrefs(object):
    """Which references there are isn't known."""
    return []


class ProxyType:
    """Stands for an object that it doesn't keep alive."""

    __slots__ = ("_weak", "__weakref__")

    def __init__(self, object, callback=None):
        _set(self, "_weak", ref(object, callback))

    def __getattr__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __hash__(self):
        raise TypeError(f"unhashable type: 'weakref.{type(self).__name__}'")


class CallableProxyType(ProxyType):
    """A proxy of what can be called."""

    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)
_set = object.__setattr__


def _target(proxy):
    target = object.__getattribute__(proxy, "_weak")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def _forward():
    import operator

    def make(name):
        call = getattr(operator, name, None)

        def method(self, *args):
            args = [_target(a) if isinstance(a, ProxyType) else a for a in args]
            if call is not None:
                return call(_target(self), *args)
            return getattr(_target(self), name)(*args)
        method.__name__ = name
        return method

    for name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__add__", "__sub__", "__mul__", "__truediv__", "__floordiv__",
                 "__mod__", "__pow__", "__and__", "__or__", "__xor__", "__lshift__", "__rshift__", "__neg__", "__pos__", "__abs__",
                 "__invert__", "__getitem__", "__setitem__", "__delitem__", "__contains__", "__index__"):
        setattr(ProxyType, name, make(name))
    for name, call in (("__len__", len), ("__iter__", iter), ("__next__", next), ("__str__", str), ("__bool__", bool), ("__int__", int),
                       ("__float__", float), ("__reversed__", reversed), ("__bytes__", bytes)):
        setattr(ProxyType, name, lambda self, call=call: call(_target(self)))


_forward()


def proxy(object, callback=None):
    """A proxy of an object."""
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)
