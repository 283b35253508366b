"""Files and directories for a while."""

import io
import os

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp", "TMP_MAX",
           "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None

_random = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def _name():
    global _random
    if _random is None:
        from random import Random
        _random = Random(int.from_bytes(os.urandom(8), "little"))
    return "".join(_random.choices(_LETTERS, k=8))


def _usable(directory):
    for _ in range(100):
        path = os.path.join(directory, _name())
        try:
            fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        except OSError as e:
            if e.errno is None:
                raise  # files aren't granted at all
            return False
        os.close(fd)
        os.unlink(path)
        return True
    return False


def _candidates():
    for name in ("TMPDIR", "TEMP", "TMP"):
        try:
            value = os.getenv(name)
        except PermissionError:
            break
        if value:
            yield os.path.abspath(value)
    yield from ("/tmp", "/var/tmp", "/usr/tmp")
    try:
        yield os.getcwd()
    except OSError:
        yield os.curdir


def gettempdir():
    """The directory for such files: the first one that can be written to."""
    global tempdir
    if tempdir is None:
        tried = list(_candidates())
        for directory in tried:
            if _usable(directory):
                tempdir = directory
                break
        else:
            raise FileNotFoundError(2, "No usable temporary directory found in %s" % tried)
    return os.fsdecode(tempdir)


def gettempdirb():
    """The same as bytes."""
    return os.fsencode(gettempdir())


def gettempprefix():
    """What names begin with."""
    return template


def gettempprefixb():
    """The same as bytes."""
    return os.fsencode(template)


def _places(suffix, prefix, dir):
    as_bytes = any(isinstance(x, bytes) for x in (suffix, prefix, dir))
    if as_bytes and any(isinstance(x, str) for x in (suffix, prefix, dir)):
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    empty = b"" if as_bytes else ""
    suffix = empty if suffix is None else suffix
    prefix = (gettempprefixb() if as_bytes else gettempprefix()) if prefix is None else prefix
    dir = (gettempdirb() if as_bytes else gettempdir()) if dir is None else dir
    for _ in range(TMP_MAX):
        name = _name()
        yield os.path.abspath(os.path.join(dir, prefix + (name.encode() if as_bytes else name) + suffix))


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make a file. Returns its descriptor, open, and its path."""
    for path in _places(suffix, prefix, dir):
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), path
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary file name found")


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a directory and return its path."""
    for path in _places(suffix, prefix, dir):
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(17, "No usable temporary directory name found")


def mktemp(suffix="", prefix=template, dir=None):
    """A path at which there is nothing."""
    for path in _places(suffix, prefix, dir):
        if not os.path.lexists(path):
            return path
    raise FileExistsError(17, "No usable temporary filename found")


class _Cleanup:
    """Removes a file when it is closed, or at the end of the run."""

    def __init__(self, path):
        self.path = path
        import atexit
        atexit.register(self)

    def __call__(self):
        if self.path is not None:
            path, self.path = self.path, None
            import atexit
            atexit.unregister(self)
            try:
                os.unlink(path)
            except FileNotFoundError:
                pass


class _TemporaryFileWrapper:
    """A file with a name that is removed when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._cleanup = _Cleanup(name) if delete else None

    def __getattr__(self, name):
        value = getattr(self.__dict__["file"], name)
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        """Close the file, and remove it."""
        self.file.close()
        if self._cleanup is not None:
            self._cleanup()

    def __iter__(self):
        for line in self.file:
            yield line

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} {self.file!r}>"


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None):
    """Make a file that has a name and is removed when it is closed."""
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        file = io.open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.close(fd)
        os.unlink(name)
        raise
    return _TemporaryFileWrapper(file, name, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """Make a file that is removed when it is closed."""
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        os.unlink(name)
        return io.open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.close(fd)
        raise


class SpooledTemporaryFile:
    """A file in memory, until it becomes too large or has to have a descriptor."""

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        self._file = io.BytesIO()
        if "b" not in mode:
            self._file = io.TextIOWrapper(self._file, encoding=io.text_encoding(encoding), errors=errors, newline=newline)
        self._max_size = max_size
        self._rolled = False
        self._arguments = (mode, buffering, encoding, newline, suffix, prefix, dir), errors
        self._mode = mode

    def rollover(self):
        """Have it be a file on disk."""
        if self._rolled:
            return
        args, errors = self._arguments
        old, at = self._file, self._file.tell()
        new = TemporaryFile(*args, errors=errors)
        if "b" in self._mode:
            new.write(old.getvalue())
        else:
            new.buffer.write(old.detach().getvalue())
        new.seek(at)
        self._file, self._rolled = new, True

    def _check(self, result):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()
        return result

    def write(self, data):
        return self._check(self._file.write(data))

    def writelines(self, lines):
        return self._check(self._file.writelines(lines))

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    @property
    def mode(self):
        return self._mode

    @property
    def name(self):
        return self._file.name if self._rolled else None

    def __getattr__(self, name):
        return getattr(self.__dict__["_file"], name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self._file.close()


class TemporaryDirectory:
    """A directory that is removed with all that is in it."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        import atexit
        atexit.register(self._at_exit)

    def _at_exit(self):
        if os.path.exists(self.name):
            import shutil
            shutil.rmtree(self.name, ignore_errors=True)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        """Remove it."""
        import atexit
        atexit.unregister(self._at_exit)
        if os.path.exists(self.name):
            import shutil
            shutil.rmtree(self.name, ignore_errors=self._ignore)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)
