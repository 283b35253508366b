"""Specialized container types: namedtuple, deque, ChainMap, Counter, OrderedDict,
defaultdict, UserDict, UserList, UserString."""

__all__ = [
    'ChainMap',
    'Counter',
    'OrderedDict',
    'UserDict',
    'UserList',
    'UserString',
    'defaultdict',
    'deque',
    'namedtuple',
]

import _collections_abc
import sys as _sys
from _collections import deque, _complete, _complete_ordered, _count_elements, _tuplegetter
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from keyword import iskeyword as _iskeyword
from operator import itemgetter as _itemgetter

_sys.modules['collections.abc'] = _collections_abc
abc = _collections_abc
_collections_abc.MutableSequence.register(deque)


@_complete
class defaultdict(dict):
    """A dict that makes the values it lacks."""

    __module__ = 'collections'
    __slots__ = ('default_factory',)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        self[key] = value = factory()
        return value

    def __repr__(self):
        factory = self.default_factory
        if getattr(factory, '__self__', None) is self:
            text = '...'
        else:
            text = repr(factory)
        return f'{type(self).__name__}({text}, {dict.__repr__(self)})'

    def copy(self):
        """Another one with the same items and factory."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new


_MISSING = object()


@_complete_ordered
class OrderedDict(dict):
    """A dict whose order can be changed and counts in comparisons."""

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        text = _guarded(self, lambda: repr(list(self.items())))
        if text is None:
            return '...'
        return f'{type(self).__name__}({text})'

    def copy(self):
        """Another one with the same items in the same order."""
        new = self.__class__()
        for key in self:
            new[key] = self[key]
        return new

    def __reduce__(self):
        return type(self), (), self.__getstate__(), None, iter(self.items())

    def pop(self, key, default=_MISSING):
        """Remove the key and return its value, or default where it isn't there."""
        if default is _MISSING:
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        """Return the key's value, which is default from now on where it isn't there."""
        if type(self) is OrderedDict:
            return dict.setdefault(self, key, default)
        if key in self:
            return self[key]
        self[key] = default
        return default

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """One with the keys given, which all have the same value."""
        new = cls()
        for key in iterable:
            new[key] = value
        return new

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and all(map(_equal, self, other))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(self)
        OrderedDict.update(new, other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(other)
        OrderedDict.update(new, self)
        return new


def _equal(x, y):
    return x is y or x == y


_under_way = []


def _guarded(x, text):
    """text(), or None when it is under way for x already."""
    if any(o is x for o in _under_way):
        return None
    _under_way.append(x)
    try:
        return text()
    finally:
        _under_way.pop()


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Make a class of tuples whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = list(map(str, field_names))
    typename = _sys.intern(str(typename))
    if rename:
        seen = set()
        for i, name in enumerate(names):
            if not name.isidentifier() or _iskeyword(name) or name.startswith('_') or name in seen:
                names[i] = f'_{i}'
            seen.add(name)
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if _iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))

    names = tuple(map(_sys.intern, names))
    count = len(names)
    arguments = ', '.join(names)
    if count == 1:
        arguments += ','
    form = '(' + ', '.join(f'{name}=%r' for name in names) + ')'
    make_tuple = tuple.__new__

    __new__ = eval(f'lambda _cls, {arguments}: _make_tuple(_cls, ({arguments}))',
                   {'_make_tuple': make_tuple, '__builtins__': {}, '__name__': f'namedtuple_{typename}'})
    __new__.__name__ = '__new__'
    __new__.__doc__ = f'Create new instance of {typename}({", ".join(names)})'
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        result = make_tuple(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    _make.__func__.__doc__ = f'Make a new {typename} object from a sequence or iterable'

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, names, self))
        if kwds:
            raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'

    def __repr__(self):
        """The class's name and each field with its value."""
        return self.__class__.__name__ + form % tuple(self)

    def _asdict(self):
        """The values by their names."""
        return dict(zip(names, self))

    def __getnewargs__(self):
        """The values, as a tuple, for a copy."""
        return tuple(self)

    for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'

    namespace = {
        '__doc__': f'{typename}({", ".join(names)})',
        '__slots__': (),
        '_fields': names,
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': _make,
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': names,
    }
    for i, name in enumerate(names):
        namespace[name] = _tuplegetter(i, _sys.intern(f'Alias for field number {i}'))
    result = type(typename, (tuple,), namespace)
    if module is None:
        try:
            module = _sys._getframe(1).f_globals.get('__name__', '__main__')
        except (AttributeError, ValueError):
            pass
    if module is not None:
        result.__module__ = module
    return result


class Counter(dict):
    '''Dict subclass for counting hashable items.'''

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        """What is not there was seen no times."""
        return 0

    def total(self):
        """How many were counted in all."""
        return sum(self.values())

    def most_common(self, n=None):
        """The elements with the largest counts, and these; all of them without n."""
        if n is None:
            return sorted(self.items(), key=_itemgetter(1), reverse=True)
        if type(n) is int and set(map(type, self.values())) == {int}:  # which are all the same to sort
            return sorted(self.items(), key=_itemgetter(1), reverse=True)[:max(n, 0)]
        from heapq import nlargest
        return nlargest(n, self.items(), key=_itemgetter(1))

    def elements(self):
        """Each element, as often as it was counted."""
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Count more."""
        if iterable is not None:
            if isinstance(iterable, _collections_abc.Mapping):
                if self:
                    get = self.get
                    for key, count in iterable.items():
                        self[key] = count + get(key, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Count less; a count may fall below zero."""
        if iterable is not None:
            get = self.get
            if isinstance(iterable, _collections_abc.Mapping):
                for key, count in iterable.items():
                    self[key] = get(key, 0) - count
            else:
                for key in iterable:
                    self[key] = get(key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """Another one with the same counts."""
        new = self.__class__()
        for key in self:
            new[key] = self[key]
        return new

    def __reduce__(self):
        return (self.__class__, (dict(self),))

    def __delitem__(self, key):
        """Forget an element, which need not be there."""
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            pairs = dict(self.most_common())
        except TypeError:
            pairs = dict(self)
        return f'{self.__class__.__name__}({pairs!r})'

    def __eq__(self, other):
        """Whether every element has the same count in both."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] == other[key] for c in (self, other) for key in c)

    def __ne__(self, other):
        """Whether some element has another count."""
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        """Whether no count is above the other's."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for c in (self, other) for key in c)

    def __lt__(self, other):
        """Whether no count is above the other's, and one is below."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        """Whether no count is below the other's."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] >= other[key] for c in (self, other) for key in c)

    def __gt__(self, other):
        """Whether no count is below the other's, and one is above."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combined(self, other, count, rest):
        """The positive ones of count(a, b) for self's keys, and of rest(b) for those
        that only other has."""
        result = Counter()
        for key, n in self.items():
            n = count(n, other[key])
            if n > 0:
                result[key] = n
        for key, n in other.items():
            if key not in self:
                n = rest(n)
                if n > 0:
                    result[key] = n
        return result

    def __add__(self, other):
        """The sums of the counts, where they are above zero."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a + b, lambda b: b)

    def __sub__(self, other):
        """The differences of the counts, where they are above zero."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a - b, lambda b: 0 - b if b < 0 else 0)

    def __or__(self, other):
        """The larger of both counts, where it is above zero."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: b if a < b else a, lambda b: b)

    def __and__(self, other):
        """The smaller of both counts, where it is above zero."""
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a if a < b else b, lambda b: 0)

    def __pos__(self):
        """What was counted more than no times."""
        return self._combined(Counter(), lambda a, b: a, None)

    def __neg__(self):
        """What was counted less than no times, with the sign changed."""
        return self._combined(Counter(), lambda a, b: 0 - a if a < 0 else 0, None)

    def _keep_positive(self):
        for key in [key for key, n in self.items() if not n > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        """Count what the other has counted, and keep what is above zero."""
        for key, n in other.items():
            self[key] += n
        return self._keep_positive()

    def __isub__(self, other):
        """Take away what the other has counted, and keep what is above zero."""
        for key, n in other.items():
            self[key] -= n
        return self._keep_positive()

    def __ior__(self, other):
        """Take the larger counts, and keep what is above zero."""
        for key, n in other.items():
            if n > self[key]:
                self[key] = n
        return self._keep_positive()

    def __iand__(self, other):
        """Take the smaller counts, and keep what is above zero."""
        for key, n in self.items():
            if other[key] < n:
                self[key] = other[key]
        return self._keep_positive()


class ChainMap(_collections_abc.MutableMapping):
    """Several mappings that are looked through in turn; the first takes changes."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        d = {}
        for mapping in map(dict.fromkeys, reversed(self.maps)):
            d |= mapping
        return iter(d)

    def __contains__(self, key):
        return any(key in m for m in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        text = _guarded(self, lambda: ', '.join(map(repr, self.maps)))
        if text is None:
            return '...'
        return f'{self.__class__.__name__}({text})'

    @classmethod
    def fromkeys(cls, iterable, *args):
        """One of a single dict, made of the keys."""
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        """Another one, whose first mapping is a copy."""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """Another one, with a mapping before the others."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        """Another one, without the first mapping."""
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def popitem(self):
        """Take an item from the first mapping."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def pop(self, key, *args):
        """Take a key's value from the first mapping."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def clear(self):
        """Empty the first mapping."""
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        m = self.copy()
        m.maps[0].update(other)
        return m

    def __ror__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        m = dict(other)
        for child in reversed(self.maps):
            m.update(child)
        return self.__class__(m)


def __getattr__(name):
    """The classes that are rarely used, imported when they are wanted."""
    if name not in ('UserDict', 'UserList', 'UserString'):
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    from . import _user
    value = globals()[name] = getattr(_user, name)
    return value


def __dir__():
    return sorted({*globals(), 'UserDict', 'UserList', 'UserString'} - {'__getattr__', '__dir__'})
