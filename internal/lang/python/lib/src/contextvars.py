"""Variables that each task has its own values of."""

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')

from _thread import get_ident


class _Missing:
    def __repr__(self):
        return '<Token.MISSING>'


_missing = _Missing()
_no_default = object()


class Token:
    """What ContextVar.set returns, to undo it with."""
    MISSING = _missing
    __class_getitem__ = classmethod(lambda cls, item: cls)

    def __init__(self, context, var, old):
        self._context, self._var, self._old, self._used = context, var, old, False

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __repr__(self):
        used = ' used' if self._used else ''
        return f'<Token{used} var={self._var!r} at {id(self):#x}>'


class ContextVar:
    __class_getitem__ = classmethod(lambda cls, item: cls)

    def __init__(self, name, *, default=_no_default):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name, self._default = name, default

    @property
    def name(self):
        return self._name

    def get(self, default=_no_default, /):
        values = _current()._values
        if self in values:
            return values[self]
        if default is not _no_default:
            return default
        if self._default is not _no_default:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _current()
        token = Token(context, self, context._values.get(self, _missing))
        # A copy: contexts that were copied from this one share its values until then.
        context._values = {**context._values, self: value}
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token._var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        context = _current()
        if token._context is not context:
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        values = dict(context._values)
        if token._old is _missing:
            values.pop(self, None)
        else:
            values[self] = token._old
        context._values = values

    def __repr__(self):
        default = '' if self._default is _no_default else f' default={self._default!r}'
        return f'<ContextVar name={self._name!r}{default} at {id(self):#x}>'


class Context:
    def __init__(self):
        self._values, self._entered = {}, False

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        outer, self._entered = _current(), True
        thread = get_ident()
        _contexts[thread] = self
        try:
            return callable(*args, **kwargs)
        finally:
            _contexts[thread], self._entered = outer, False

    def copy(self):
        new = Context()
        new._values = self._values
        return new

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f'a ContextVar key was expected, got {var!r}')
        return self._values[var]

    def __contains__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f'a ContextVar key was expected, got {var!r}')
        return var in self._values

    def get(self, var, default=None, /):
        return self._values.get(var, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


_contexts = {}  # of each thread, by its ident, the context that is entered


def _current():
    thread = get_ident()
    if thread not in _contexts:
        _contexts[thread] = Context()
    return _contexts[thread]


def copy_context():
    return _current().copy()
