"""Files beside modules: those that were granted, that came with the program, or that an archive has."""

import contextlib
import io
import os
import pathlib
import types

__all__ = ["Package", "Resource", "as_file", "contents", "files", "is_resource", "open_binary", "open_text", "path", "read_binary", "read_text"]

Package = types.ModuleType | str
Resource = str


def files(package):
    """The folder of a package, as a path or as something that has a path's methods for reading."""
    module = _package(package)
    loader = getattr(getattr(module, "__spec__", None), "loader", None) or getattr(module, "__loader__", None)
    place = next(iter(module.__path__))
    if hasattr(loader, "archive"):
        import zipfile
        return zipfile.Path(loader.archive, os.path.relpath(place, loader.archive).rstrip("/") + "/")
    from _sources import modules
    if modules(place) and not os.path.isdir(place):
        return _Given(place, "")
    return pathlib.Path(place)


def _package(package):
    if not isinstance(package, types.ModuleType):
        import importlib
        package = importlib.import_module(package)
    if not hasattr(package, "__path__"):
        raise TypeError(f"{package.__name__!r} is not a package")
    return package


class _Given:
    """A file or a folder that came with the program."""

    def __init__(self, base, inside):
        self._base, self._inside = base, inside

    @property
    def name(self):
        return (self._inside or self._base).rpartition("/")[2]

    def __str__(self):
        return os.path.join(self._base, self._inside) if self._inside else self._base

    def joinpath(self, *parts):
        return _Given(self._base, "/".join([self._inside, *map(str, parts)]).strip("/"))

    __truediv__ = joinpath

    def is_file(self):
        from _sources import file
        return file(str(self)) is not None

    def is_dir(self):
        from _sources import modules
        return bool(modules(str(self)))

    def iterdir(self):
        from _sources import modules
        for name, is_package in modules(str(self)):
            yield self / (name if is_package else name + ".py")
        if (self / "__init__.py").is_file():
            yield self / "__init__.py"

    def read_bytes(self):
        return self.read_text().encode()

    def read_text(self, encoding=None, errors=None):
        from _sources import file
        text = file(str(self))
        if text is None:
            raise FileNotFoundError(2, os.strerror(2), str(self))
        return text

    def open(self, mode="r", *args, **kwargs):
        data = io.BytesIO(self.read_bytes())
        return data if "b" in mode else io.TextIOWrapper(data, "utf-8")


@contextlib.contextmanager
def as_file(path):
    """The path of a resource: of a file in an archive that of a copy, as long as the context lasts."""
    if isinstance(path, pathlib.Path):
        yield path
        return
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, path.name)
        copy.write_bytes(path.read_bytes())
        yield copy


def _resource(package, resource):
    name = os.path.basename(os.fspath(resource))
    if name != os.fspath(resource):
        raise ValueError(f"{resource!r} must be only a file name")
    return files(package) / name


def open_binary(package, resource):
    """A resource, open to read bytes."""
    return _resource(package, resource).open("rb")


def open_text(package, resource, encoding="utf-8", errors="strict"):
    """A resource, open to read text."""
    return _resource(package, resource).open("r", encoding=encoding, errors=errors)


def read_binary(package, resource):
    """The bytes of a resource."""
    return _resource(package, resource).read_bytes()


def read_text(package, resource, encoding="utf-8", errors="strict"):
    """The text of a resource."""
    with open_text(package, resource, encoding, errors) as file:
        return file.read()


def path(package, resource):
    """A context of the path of a resource."""
    return as_file(_resource(package, resource))


def is_resource(package, name):
    """Whether a package has a file."""
    return _resource(package, name).is_file()


def contents(package):
    """The names of what is in a package's folder."""
    return [entry.name for entry in files(package).iterdir()]
