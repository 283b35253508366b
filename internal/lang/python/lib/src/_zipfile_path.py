"""Paths within an archive."""

import posixpath


class Path:
    """A place in an archive."""

    __module__ = "zipfile"

    def __init__(self, root, at=""):
        import zipfile

        self.root = root if isinstance(root, zipfile.ZipFile) else zipfile.ZipFile(root)
        self.at = at

    def _names(self):
        names = dict.fromkeys(self.root.namelist())
        for name in list(names):
            above = posixpath.dirname(name.rstrip("/"))
            while above:
                names.setdefault(above + "/")
                above = posixpath.dirname(above)
        return names

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def open(self, mode="r", *args, pwd=None, **kwargs):
        """Open the file there."""
        if self.is_dir():
            raise IsADirectoryError(self)
        if not self.exists() and mode[0] == "r":
            raise FileNotFoundError(self)
        file = self.root.open(self.at, mode[0], pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return file
        import io

        return io.TextIOWrapper(file, *args, **kwargs)

    def read_text(self, *args, **kwargs):
        """The file's text."""
        with self.open("r", *args, **kwargs) as file:
            return file.read()

    def read_bytes(self):
        """The file's bytes."""
        with self.open("rb") as file:
            return file.read()

    @property
    def filename(self):
        """The path with the archive's."""
        import pathlib

        return pathlib.Path(self.root.filename).joinpath(self.at)

    def _pure(self):
        import pathlib

        return pathlib.PurePosixPath(self.at) if self.at else self.filename

    @property
    def name(self):
        """The last part."""
        return self._pure().name

    @property
    def suffix(self):
        """The last suffix."""
        return self._pure().suffix

    @property
    def suffixes(self):
        """All suffixes."""
        return self._pure().suffixes

    @property
    def stem(self):
        """The last part without its suffix."""
        return self._pure().stem

    @property
    def parent(self):
        """The directory that it is in."""
        if not self.at:
            return self.filename.parent
        above = posixpath.dirname(self.at.rstrip("/"))
        return Path(self.root, above + "/" if above else "")

    def is_dir(self):
        """Whether it is a directory."""
        return not self.at or self.at.endswith("/")

    def is_file(self):
        """Whether it is a file."""
        return self.exists() and not self.is_dir()

    def exists(self):
        """Whether it is there."""
        return self.at in self._names()

    def iterdir(self):
        """What is in the directory."""
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        for name in self._names():
            if posixpath.dirname(name.rstrip("/")) == self.at.rstrip("/") and name != self.at:
                yield Path(self.root, name)

    def joinpath(self, *other):
        """A path below."""
        path = posixpath.join(self.at, *other)
        names = self._names()
        return Path(self.root, path + "/" if path not in names and path + "/" in names else path)

    __truediv__ = joinpath

    def __str__(self):
        return posixpath.join(self.root.filename or "", self.at)

    def __repr__(self):
        return "Path(%r, %r)" % (self.root.filename, self.at)
