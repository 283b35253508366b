"""Paths of what packages have installed, for module importlib.metadata."""

__name__ = "importlib.metadata"  # whose the classes are

import pathlib


class FileHash:
    """The hash of an installed file."""

    def __init__(self, spec):
        self.mode, _, self.value = spec.partition("=")

    def __repr__(self):
        return f"<FileHash mode: {self.mode} value: {self.value}>"


class PackagePath(pathlib.PurePosixPath):
    """The path of an installed file."""

    def read_text(self, encoding="utf-8"):
        with self.locate().open(encoding=encoding) as file:
            return file.read()

    def read_binary(self):
        with self.locate().open("rb") as file:
            return file.read()

    def locate(self):
        """Where it is."""
        return self.dist.locate_file(self)
