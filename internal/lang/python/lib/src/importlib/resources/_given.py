"""Files that came with the program, as importlib.resources gives them."""

import io
import os

from .abc import Traversable


class Given(Traversable):
    """A file or a folder that came with the program."""

    def __init__(self, base, inside):
        self._base, self._inside = base, inside

    @property
    def name(self):
        return (self._inside or self._base).rpartition("/")[2]

    def __str__(self):
        return os.path.join(self._base, self._inside) if self._inside else self._base

    def joinpath(self, *parts):
        return Given(self._base, "/".join([self._inside, *map(str, parts)]).strip("/"))

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
