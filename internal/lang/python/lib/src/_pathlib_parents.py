"""The parents of pathlib's paths."""

from _collections_abc import Sequence


class Parents(Sequence):
    """The directories that a path is in, the innermost first."""

    __slots__ = ("_path",)

    def __init__(self, path):
        self._path = path

    def __len__(self):
        p = self._path
        return len(p._parts) - 1 if p._drv or p._root else len(p._parts)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        p = self._path
        return p._from_parts(p._drv, p._root, p._parts[:-index - 1])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"
