"""What files beside modules are to have."""

import abc
from typing import Protocol, runtime_checkable

__all__ = ["ResourceReader", "Traversable", "TraversableResources"]


class ResourceReader(metaclass=abc.ABCMeta):
    """Reads the files of a package by their names."""

    @abc.abstractmethod
    def open_resource(self, resource):
        """A file of bytes."""
        raise FileNotFoundError

    @abc.abstractmethod
    def resource_path(self, resource):
        """Where the file is."""
        raise FileNotFoundError

    @abc.abstractmethod
    def is_resource(self, path):
        """Whether a name is a file's, and no folder's."""
        raise FileNotFoundError

    @abc.abstractmethod
    def contents(self):
        """The names there."""
        raise FileNotFoundError


class TraversalError(Exception):
    """There is no such part of a path."""


@runtime_checkable
class Traversable(Protocol):
    """A file or a folder, as much of pathlib.Path as there needs to be."""

    @abc.abstractmethod
    def iterdir(self):
        """What is in the folder."""

    def read_bytes(self):
        """The file's bytes."""
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None):
        """The file's text."""
        with self.open(encoding=encoding) as file:
            return file.read()

    @abc.abstractmethod
    def is_dir(self):
        """Whether it is a folder."""

    @abc.abstractmethod
    def is_file(self):
        """Whether it is a file."""

    def joinpath(self, *descendants):
        """What is in it, and so on."""
        import os
        found = self
        for part in (p for d in descendants for p in os.fspath(d).split("/") if p not in ("", ".")):
            found = next((x for x in found.iterdir() if x.name == part), None)
            if found is None:
                raise TraversalError("Target not found during traversal.", part, list(descendants))
        return found

    def __truediv__(self, child):
        return self.joinpath(child)

    @abc.abstractmethod
    def open(self, mode="r", *args, **kwargs):
        """The opened file."""

    @property
    @abc.abstractmethod
    def name(self):
        """The last part of its path."""


class TraversableResources(ResourceReader):
    """A ResourceReader of what files() answers."""

    @abc.abstractmethod
    def files(self):
        """The package's folder."""

    def open_resource(self, resource):
        return self.files().joinpath(resource).open("rb")

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        return self.files().joinpath(path).is_file()

    def contents(self):
        return (item.name for item in self.files().iterdir())
