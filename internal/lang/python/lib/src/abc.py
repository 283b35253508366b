"""Abstract base classes."""

from _engine import register_pattern as _register_pattern


def abstractmethod(function):
    """Mark a method that subclasses must override."""
    function.__isabstractmethod__ = True
    return function


class abstractclassmethod(classmethod):
    """A class method that subclasses must override. Deprecated in favour of abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, function):
        function.__isabstractmethod__ = True
        super().__init__(function)


class abstractstaticmethod(staticmethod):
    """A static method that subclasses must override. Deprecated in favour of abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, function):
        function.__isabstractmethod__ = True
        super().__init__(function)


class abstractproperty(property):
    """A property that subclasses must override. Deprecated in favour of abstractmethod."""

    __isabstractmethod__ = True


def _is_abstract(value):
    return getattr(value, "__isabstractmethod__", False)


def _abstract_names(cls):
    names = {name for name, value in cls.__dict__.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    return frozenset(names)


_invalidations = 0


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls)
        cls._abc_registry = []
        cls._abc_known = {}
        cls._abc_known_at = _invalidations
        return cls

    def register(cls, subclass):
        """Make a class a virtual subclass, and return it."""
        global _invalidations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry.append(subclass)
        _register_pattern(subclass, cls)
        _invalidations += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if cls.__subclasscheck__(subclass):
            return True
        actual = type(instance)
        return actual is not subclass and cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if cls._abc_known_at != _invalidations:
            cls._abc_known = {}
            cls._abc_known_at = _invalidations
        known = cls._abc_known
        if subclass in known:
            return known[subclass]
        answer = cls._abc_find(subclass)
        known[subclass] = answer
        return answer

    def _abc_registry_clear(cls):
        """Forget the classes that were registered."""
        cls._abc_registry.clear()

    def _abc_caches_clear(cls):
        """Forget what was found of other classes."""
        cls._abc_known.clear()

    def _abc_find(cls, subclass):
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return bool(answer)
        if cls in getattr(subclass, "__mro__", ()):
            return True
        for registered in cls._abc_registry:
            if issubclass(subclass, registered):
                return True
        for derived in cls.__subclasses__():
            if issubclass(subclass, derived):
                return True
        return False


class ABC(metaclass=ABCMeta):
    """A class to inherit from in place of naming the metaclass."""

    __slots__ = ()


def get_cache_token():
    """A value that changes when a class is registered anywhere."""
    return _invalidations


def update_abstractmethods(cls):
    """Look again for the abstract methods of a class that was changed."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls)
    return cls
