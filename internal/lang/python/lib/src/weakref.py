"""References that do not keep an object alive. Callbacks are called when a collector has found the object gone."""

from _collections_abc import MutableMapping, MutableSet
from _weakref import CallableProxyType, ProxyType, ProxyTypes, ReferenceType, getweakrefcount, getweakrefs, proxy, ref

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType",
           "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

class WeakMethod:
    """A reference to a bound method, whose object it doesn't keep alive."""

    def __init__(self, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        self._object = ref(obj)
        self._function = ref(func)
        self._type = type(meth)

    def __call__(self):
        obj, func = self._object(), self._function()
        return None if obj is None or func is None else self._type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return self._object == other._object and self._function == other._function

    def __hash__(self):
        return hash(self._function)


class KeyedRef:
    """A reference with a key."""

    def __new__(cls, object, callback, key):
        return ref(object, callback)


class WeakValueDictionary(MutableMapping):
    """A mapping whose values go when nothing else has them."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            del self.data[key]
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = ref(value)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        r = self.data.get(key)
        return r is not None and r() is not None

    def __iter__(self):
        for key, r in list(self.data.items()):
            if r() is not None:
                yield key
            else:
                self.data.pop(key, None)

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def copy(self):
        return type(self)(self.items())

    __copy__ = copy

    def valuerefs(self):
        """The references."""
        return list(self.data.values())


class WeakKeyDictionary(MutableMapping):
    """A mapping whose keys go when nothing else has them."""

    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for r in list(self.data):
            key = r()
            if key is not None:
                yield key
            else:
                self.data.pop(r, None)

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def keyrefs(self):
        """The references."""
        return list(self.data)


class WeakSet(MutableSet):
    """A set whose items go when nothing else has them."""

    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def __iter__(self):
        for r in list(self.data):
            item = r()
            if item is not None:
                yield item
            else:
                self.data.discard(r)

    def __len__(self):
        return sum(1 for _ in self)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        """Add an item."""
        self.data.add(ref(item))

    def discard(self, item):
        """Remove an item, if it is there."""
        self.data.discard(ref(item))

    def remove(self, item):
        """Remove an item."""
        self.data.remove(ref(item))

    def update(self, other):
        """Add items."""
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def union(self, other):
        return type(self)([*self, *other])

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    def difference(self, other):
        other = set(other)
        return type(self)(item for item in self if item not in other)

    def __repr__(self):
        return repr(self.data)


class finalize:
    """Calls a function when an object is gone: at the end of the run at last."""

    def __init__(self, obj, func, /, *args, **kwargs):
        import atexit
        self._call = (ref(obj, self), func, args, kwargs)
        self.atexit = True
        atexit.register(self._at_exit)

    def _at_exit(self):
        if self.atexit:
            self()

    def __call__(self, _=None):
        call, self._call = self._call, None
        if call is not None:
            import atexit
            atexit.unregister(self._at_exit)
            return call[1](*call[2], **call[3])

    def detach(self):
        """Have it not called any more."""
        call = self.peek()
        if call is not None:
            self._call = None
        return call

    def __repr__(self):
        known = self.peek()
        if known is None:
            return "<finalize object at %#x; dead>" % id(self)
        return "<finalize object at %#x; for %r at %#x>" % (id(self), type(known[0]).__name__, id(known[0]))

    def peek(self):
        """What would be called."""
        if self._call is None or self._call[0]() is None:
            return None
        r, func, args, kwargs = self._call
        return r(), func, args, kwargs

    @property
    def alive(self):
        return self._call is not None
