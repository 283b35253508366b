"""Files beside modules."""

import contextlib
import os
import pathlib
import types
from typing import Union

from .abc import ResourceReader

__all__ = ["Package", "Resource", "ResourceReader", "as_file", "contents", "files", "is_resource", "open_binary", "open_text", "path",
           "read_binary", "read_text"]

Package = Union[types.ModuleType, str]
Resource = str


def _module(package):
    if isinstance(package, types.ModuleType):
        module = package
    else:
        from importlib import import_module
        module = import_module(package)
    if getattr(module, "__path__", None) is None:
        raise TypeError(f"{package!r} is not a package")
    return module


def files(package):
    """The folder of a package."""
    module = _module(package)
    reader = getattr(getattr(module, "__spec__", None), "loader", None)
    if hasattr(reader, "get_resource_reader"):
        own = reader.get_resource_reader(module.__spec__.name)
        if hasattr(own, "files"):
            return own.files()
    place = next(iter(module.__path__))
    if hasattr(reader, "archive"):
        import zipfile
        return zipfile.Path(reader.archive, os.path.relpath(place, reader.archive).rstrip("/") + "/")
    from _sources import modules
    if modules(place) and not os.path.isdir(place):
        from ._given import Given
        return Given(place, "")
    return pathlib.Path(place)


@contextlib.contextmanager
def as_file(path):
    """A path of the file system's with the same contents, as long as the context lasts."""
    if isinstance(path, pathlib.Path):
        yield path
        return
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, path.name)
        _write(path, copy)
        yield copy


def _write(path, copy):
    if not path.is_dir():
        copy.write_bytes(path.read_bytes())
        return
    copy.mkdir()
    for item in path.iterdir():
        _write(item, copy / item.name)


def _name(resource):
    folder, name = os.path.split(str(resource))
    if folder:
        raise ValueError(f"{resource!r} must be only a file name")
    return name


def _deprecated(name):
    import warnings
    warnings.warn(f"{name} is deprecated. Use files() instead. Refer to https://importlib-resources.readthedocs.io/en/latest/using.html"
                  "#migrating-from-legacy for migration advice.", DeprecationWarning, stacklevel=3)


def open_binary(package, resource):
    """A file of a package, to read bytes."""
    _deprecated("open_binary")
    return (files(package) / _name(resource)).open("rb")


def read_binary(package, resource):
    """A file's bytes."""
    _deprecated("read_binary")
    return (files(package) / _name(resource)).read_bytes()


def open_text(package, resource, encoding="utf-8", errors="strict"):
    """A file of a package, to read text."""
    _deprecated("open_text")
    return (files(package) / _name(resource)).open("r", encoding=encoding, errors=errors)


def read_text(package, resource, encoding="utf-8", errors="strict"):
    """A file's text."""
    _deprecated("read_text")
    with (files(package) / _name(resource)).open("r", encoding=encoding, errors=errors) as file:
        return file.read()


def contents(package):
    """The names in a package's folder."""
    _deprecated("contents")
    return [item.name for item in files(package).iterdir()]


def is_resource(package, name):
    """Whether a package has a file of the name."""
    _deprecated("is_resource")
    name = _name(name)
    return any(item.name == name and item.is_file() for item in files(package).iterdir())


def path(package, resource):
    """as_file of a package's file."""
    _deprecated("path")
    return as_file(files(package) / _name(resource))
