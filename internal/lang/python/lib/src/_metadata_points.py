"""Entry points of installed packages, for module importlib.metadata."""

__name__ = "importlib.metadata"  # whose the classes are

import functools
import operator
import re
import warnings


class EntryPoint:
    """An object that a package offers by a name in a group."""

    pattern = re.compile(r"(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$")
    dist = None

    def __init__(self, name, value, group):
        vars(self).update(name=name, value=value, group=group)

    def load(self):
        """Import the module, and return it or what it is to be asked for."""
        from importlib import import_module
        match = self.pattern.match(self.value)
        names = filter(None, (match.group("attr") or "").split("."))
        return functools.reduce(getattr, names, import_module(match.group("module")))

    @property
    def module(self):
        return self.pattern.match(self.value).group("module")

    @property
    def attr(self):
        return self.pattern.match(self.value).group("attr")

    @property
    def extras(self):
        return re.findall(r"\w+", self.pattern.match(self.value).group("extras") or "")

    def _for(self, dist):
        vars(self).update(dist=dist)
        return self

    def matches(self, **params):
        """Whether its attributes are these."""
        return all(getattr(self, name) == value for name, value in params.items())

    def _key(self):
        return self.name, self.value, self.group

    def __getitem__(self, item):
        warnings.warn("EntryPoint tuple interface is deprecated. Access members by name.", DeprecationWarning, stacklevel=2)
        return self._key()[item]

    def __iter__(self):
        warnings.warn("Construction of dict of EntryPoints is deprecated in favor of EntryPoints.", DeprecationWarning)
        return iter((self.name, self))

    def __lt__(self, other):
        return self._key() < other._key()

    def __eq__(self, other):
        return self._key() == other._key()

    def __setattr__(self, name, value):
        raise AttributeError("EntryPoint objects are immutable.")

    def __repr__(self):
        return f"EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})"

    def __hash__(self):
        return hash(self._key())


def read_sections(text):
    """The lines of a file with the names of the sections that they are in, at first None."""
    name = None
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            name = line.strip("[]")
        elif line:
            yield name, line


def read_points(text):
    """The entry points of a file entry_points.txt."""
    for group, line in read_sections(text):
        if group is not None and not line.startswith("#"):
            name, value = map(str.strip, line.split("=", 1))
            yield EntryPoint(name, value, group)


class EntryPoints(list):
    """Entry points, which can be selected."""

    __slots__ = ()

    def __getitem__(self, name):
        if isinstance(name, int):
            warnings.warn("Accessing entry points by index is deprecated. Cast to tuple if needed.", DeprecationWarning, stacklevel=2)
            return super().__getitem__(name)
        for point in self.select(name=name):
            return point
        raise KeyError(name)

    def select(self, **params):
        """Those whose attributes are these."""
        return EntryPoints(point for point in self if point.matches(**params))

    @property
    def names(self):
        return {point.name for point in self}

    @property
    def groups(self):
        return {point.group for point in self}


def _deprecated(name):
    method = getattr(dict, name)

    def call(self, *args):
        warnings.warn("SelectableGroups dict interface is deprecated. Use select.", DeprecationWarning, stacklevel=2)
        return method(self, *args)
    call.__name__ = name
    return call


class SelectableGroups(dict):
    """Entry points by their groups. That it is a dict is for old programs."""

    @classmethod
    def load(cls, points):
        groups = {}
        for point in sorted(points, key=operator.attrgetter("group")):
            groups.setdefault(point.group, EntryPoints()).append(point)
        return cls(groups)

    __getitem__, __iter__, __contains__ = _deprecated("__getitem__"), _deprecated("__iter__"), _deprecated("__contains__")
    get, keys, values = _deprecated("get"), _deprecated("keys"), _deprecated("values")

    @property
    def _all(self):
        return EntryPoints(point for group in dict.values(self) for point in group)

    @property
    def groups(self):
        return self._all.groups

    @property
    def names(self):
        return self._all.names

    def select(self, **params):
        """Those whose attributes are these; without arguments, all as they are."""
        return self._all.select(**params) if params else self
