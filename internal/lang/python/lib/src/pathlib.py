"""Paths as objects."""

import errno
import fnmatch
import io
import os
import posixpath
import re
import sys
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISLNK, S_ISREG, S_ISSOCK

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP)


class _Posix:
    sep = "/"
    altsep = ""
    is_posix = True

    @staticmethod
    def split_root(text):
        rest = text.lstrip("/")
        slashes = len(text) - len(rest)
        return "", "" if not slashes else "//" if slashes == 2 else "/", rest

    @staticmethod
    def fold(text):
        return text

    reserved = frozenset()


class _Windows:
    sep = "\\"
    altsep = "/"
    is_posix = False

    @staticmethod
    def split_root(text):
        if text[:2] == "\\\\" and text[2:3] != "\\":
            end = text.find("\\", 2)
            if end > 2:
                stop = text.find("\\", end + 1)
                if stop != end + 1:
                    if stop < 0:
                        stop = len(text)
                    return text[:stop], "\\", text[stop:].lstrip("\\")
        drive = ""
        if text[1:2] == ":" and text[:1].isascii() and text[:1].isalpha():
            drive, text = text[:2], text[2:]
        rest = text.lstrip("\\")
        return drive, "\\" if rest != text else "", rest

    @staticmethod
    def fold(text):
        return text.lower()

    reserved = frozenset(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"] + [f"{n}{i}" for n in ("COM", "LPT") for i in range(1, 10)])


def _parse(flavour, texts):
    drive, root, parts = "", "", []
    for text in texts:
        if not text:
            continue
        if flavour.altsep:
            text = text.replace(flavour.altsep, flavour.sep)
        d, r, rest = flavour.split_root(text)
        names = [sys.intern(x) for x in rest.split(flavour.sep) if x and x != "."]
        if r:
            if d or not drive:
                drive = d
            root, parts = r, names
        elif d:
            if drive.lower() == d.lower():
                drive = d
                parts += names
            else:
                drive, root, parts = d, r, names
        else:
            parts += names
    return drive, root, ([drive + root] if drive or root else []) + parts


class PurePath:
    """A path that is only a name."""

    __slots__ = ("_drv", "_root", "_parts", "_str", "_hash", "_folded")
    _flavour = None

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._from_args(args)

    def __reduce__(self):
        return type(self), tuple(self._parts)

    @classmethod
    def _texts(cls, args):
        texts = []
        for a in args:
            if isinstance(a, PurePath):
                texts.append(str(a) if a._parts else "")
                continue
            text = os.fspath(a)
            if not isinstance(text, str):
                raise TypeError(f"argument should be a str object or an os.PathLike object returning str, not {type(text)!r}")
            texts.append(str(text))
        return texts

    @classmethod
    def _from_args(cls, args):
        return cls._from_parts(*_parse(cls._flavour, cls._texts(args)))

    @classmethod
    def _from_parts(cls, drv, root, parts):
        self = object.__new__(cls)
        self._drv = drv
        self._root = root
        self._parts = parts
        return self

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            if self._drv or self._root:
                text = self._drv + self._root + self._flavour.sep.join(self._parts[1:])
            else:
                text = self._flavour.sep.join(self._parts)
                if not self._flavour.is_posix and self._parts and _Windows.split_root(text)[0]:
                    text = ".\\" + text
            self._str = text or "."
            return self._str

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """The path with forward slashes."""
        return str(self).replace(self._flavour.sep, "/")

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        """The path as a file: URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        if self._flavour.is_posix:
            return "file://" + quote_from_bytes(bytes(self))
        if len(self._drv) == 2 and self._drv[1] == ":":
            return "file:///" + self._drv + "/" + quote_from_bytes(self.as_posix()[3:].encode("utf-8"))
        return "file:" + quote_from_bytes(self.as_posix().encode("utf-8"))

    @property
    def _key(self):
        try:
            return self._folded
        except AttributeError:
            self._folded = [self._flavour.fold(p) for p in self._parts]
            return self._folded

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key == other._key and self._flavour is other._flavour

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(tuple(self._key))
            return self._hash

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._key < other._key

    def __le__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._key <= other._key

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._key > other._key

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._key >= other._key

    def __class_getitem__(cls, item):
        return cls

    @property
    def drive(self):
        """The drive, or an empty string."""
        return self._drv

    @property
    def root(self):
        """The root, or an empty string."""
        return self._root

    @property
    def anchor(self):
        """Drive and root."""
        return self._drv + self._root

    @property
    def parts(self):
        """The path's parts as a tuple."""
        return tuple(self._parts)

    @property
    def name(self):
        """The last part."""
        if len(self._parts) == (1 if self._drv or self._root else 0):
            return ""
        return self._parts[-1]

    @property
    def suffix(self):
        """The name's extension with its dot."""
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        """All of the name's extensions."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The name without its extension."""
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    def with_name(self, name):
        """The path with another name."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        f = self._flavour
        d, r, parts = _parse(f, [name])
        if not name or name[-1] in (f.sep, f.altsep) or d or r or len(parts) != 1:
            raise ValueError("Invalid name %r" % name)
        return self._from_parts(self._drv, self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        """The path with another stem."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another extension."""
        f = self._flavour
        if f.sep in suffix or f.altsep and f.altsep in suffix:
            raise ValueError(f"Invalid suffix {suffix!r}")
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % (suffix))
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        name = name + suffix if not old else name[:-len(old)] + suffix
        return self._from_parts(self._drv, self._root, self._parts[:-1] + [name])

    def relative_to(self, *other):
        """The path as seen from another that it is below."""
        if not other:
            raise TypeError("need at least one argument")
        base = self._from_args(other)
        n = len(base._parts)
        if base._root or base._drv:
            same = self._key[:n] == base._key
        else:
            same = self._key[:n] == base._key and not self._root and not self._drv
        if not same:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(base)!r}"
                             " OR one path is relative and the other is absolute.")
        rest = self._parts[n:]
        return self._from_parts("", self._root if n == 1 and not base._root and base._drv else "", rest)

    def is_relative_to(self, *other):
        """Report whether the path is below another."""
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def joinpath(self, *args):
        """The path and others below it."""
        texts = self._texts(args)
        first = str(self) if self._parts else ""
        return self._from_parts(*_parse(self._flavour, [first] + texts))

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._from_args([key, self])
        except TypeError:
            return NotImplemented

    @property
    def parent(self):
        """The directory that it is in."""
        if len(self._parts) == 1 and (self._drv or self._root) or not self._parts:
            return self
        return self._from_parts(self._drv, self._root, self._parts[:-1])

    @property
    def parents(self):
        """All directories that it is in."""
        from _pathlib_parents import Parents
        return Parents(self)

    def is_absolute(self):
        """Report whether it has a root, and a drive where there are drives."""
        return bool(self._root) and (self._flavour.is_posix or bool(self._drv))

    def is_reserved(self):
        """Report whether Windows has another use for the name."""
        if not self._parts or self._parts[0].startswith("\\\\"):
            return False
        return self._parts[-1].partition(".")[0].partition(":")[0].rstrip(" ").upper() in self._flavour.reserved

    def match(self, path_pattern):
        """Report whether the path matches a pattern, from the right."""
        fold = self._flavour.fold
        drv, root, parts = _parse(self._flavour, [path_pattern])
        if not parts:
            raise ValueError("empty pattern")
        if drv and fold(drv) != fold(self._drv) or root and root != self._root:
            return False
        if drv or root:
            if len(parts) != len(self._parts):
                return False
        elif len(parts) > len(self._parts):
            return False
        return all(fnmatch.fnmatchcase(fold(a), fold(p)) for a, p in zip(reversed(self._parts), reversed(parts)))


class PurePosixPath(PurePath):
    """A path with forward slashes."""

    _flavour = _Posix
    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path as Windows has it."""

    _flavour = _Windows
    __slots__ = ()


os.PathLike.register(PurePath)


def _ignored(error):
    return getattr(error, "errno", None) in _MISSING


class Path(PurePath):
    """A path in the file system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        if cls._flavour is not _Posix:
            raise NotImplementedError("cannot instantiate %r on your system" % (cls.__name__,))
        return cls._from_args(args)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    @classmethod
    def cwd(cls):
        """The working directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The home directory."""
        return cls("~").expanduser()

    def samefile(self, other_path):
        """Report whether another path is of the same file."""
        own = self.stat()
        other = other_path.stat() if hasattr(other_path, "stat") else os.stat(other_path)
        return posixpath.samestat(own, other)

    def iterdir(self):
        """The paths in a directory."""
        for name in os.listdir(self):
            yield self._child(name)

    def _child(self, name):
        return self._from_parts(self._drv, self._root, self._parts + [name])

    def _select(self, pattern, recursive):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        drv, root, parts = _parse(self._flavour, [pattern])
        if drv or root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if pattern[-1] in (self._flavour.sep, self._flavour.altsep):
            parts.append("")
        if recursive:
            parts = ["**"] + parts
        seen = set() if parts.count("**") > 1 else None
        for path in _matches(self, parts):
            if seen is not None:
                if path in seen:
                    continue
                seen.add(path)
            yield path

    def glob(self, pattern):
        """The paths below that match a pattern."""
        sys.audit("pathlib.Path.glob", self, pattern) if hasattr(sys, "audit") else None
        yield from self._select(pattern, False)

    def rglob(self, pattern):
        """The paths below that match a pattern, at any depth."""
        yield from self._select(pattern, True)

    def absolute(self):
        """The path with the working directory before it."""
        if self.is_absolute():
            return self
        return self._from_args([os.getcwd(), self])

    def resolve(self, strict=False):
        """The absolute path without ..."""
        return self._from_args([os.path.realpath(self, strict=strict)])

    def stat(self, *, follow_symlinks=True):
        """What os.stat says of it."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """What os.lstat says of it."""
        return self.stat(follow_symlinks=False)

    def owner(self):
        """The owner isn't known."""
        raise NotImplementedError("Path.owner() is unsupported on this system")

    def group(self):
        """The group isn't known."""
        raise NotImplementedError("Path.group() is unsupported on this system")

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file."""
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """All of the file as bytes."""
        with self.open(mode="rb") as f:
            return f.read()

    def read_text(self, encoding=None, errors=None):
        """All of the file as text."""
        with self.open(mode="r", encoding=encoding, errors=errors) as f:
            return f.read()

    def write_bytes(self, data):
        """Have the file hold these bytes."""
        view = memoryview(data)
        with self.open(mode="wb") as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Have the file hold this text."""
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open(mode="w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def readlink(self):
        """Links can't be read."""
        return self._from_args([os.readlink(self)])

    def touch(self, mode=0o666, exist_ok=True):
        """Make the file, unless it is there."""
        if self.exists():
            if not exist_ok:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(self))
            return
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | os.O_EXCL, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make the directory."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """Change the permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Change the permissions of a link."""
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Remove the file."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Remove the directory, which has to be empty."""
        os.rmdir(self)

    def rename(self, target):
        """Rename, and return the new path."""
        os.rename(self, target)
        return self.__class__(target)

    def replace(self, target):
        """Rename in place of what is there, and return the new path."""
        os.replace(self, target)
        return self.__class__(target)

    def symlink_to(self, target, target_is_directory=False):
        """Links can't be made."""
        os.symlink(target, self)

    def hardlink_to(self, target):
        """Links can't be made."""
        os.link(target, self)

    def _mode(self, follow=True):
        try:
            return self.stat(follow_symlinks=follow).st_mode
        except OSError as e:
            if not _ignored(e):
                raise
        except ValueError:
            pass
        return 0

    def exists(self):
        """Report whether there is something."""
        try:
            self.stat()
        except OSError as e:
            if not _ignored(e):
                raise
            return False
        except ValueError:
            return False
        return True

    def is_dir(self):
        """Report whether it is a directory."""
        return S_ISDIR(self._mode())

    def is_file(self):
        """Report whether it is a regular file."""
        return S_ISREG(self._mode())

    def is_mount(self):
        """Report whether another file system begins there."""
        return os.path.ismount(self)

    def is_symlink(self):
        """Report whether it is a symbolic link."""
        return S_ISLNK(self._mode(False))

    def is_block_device(self):
        """Report whether it is a block device."""
        return S_ISBLK(self._mode())

    def is_char_device(self):
        """Report whether it is a character device."""
        return S_ISCHR(self._mode())

    def is_fifo(self):
        """Report whether it is a pipe."""
        return S_ISFIFO(self._mode())

    def is_socket(self):
        """Report whether it is a socket."""
        return S_ISSOCK(self._mode())

    def expanduser(self):
        """Have ~ be the home directory."""
        if not (self._drv or self._root) and self._parts and self._parts[0][:1] == "~":
            home = os.path.expanduser(self._parts[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            drv, root, parts = _parse(self._flavour, [home])
            return self._from_parts(drv, root, parts + self._parts[1:])
        return self


def _entries(path):
    try:
        with os.scandir(path) as found:
            return list(found)
    except PermissionError:
        return []


def _is_dir(entry):
    try:
        return entry.is_dir()
    except OSError as e:
        if not _ignored(e):
            raise
        return False


def _directories(path):
    yield path
    for entry in _entries(path):
        if _is_dir(entry) and not entry.is_symlink():
            yield from _directories(path._child(entry.name))


def _matches(path, parts):
    if not path.is_dir():
        return
    yield from _below(path, parts)


def _below(path, parts):
    if not parts:
        yield path
        return
    part, rest = parts[0], parts[1:]
    if part == "**":
        for directory in _directories(path):
            if rest:
                yield from _below(directory, rest)
            else:
                yield directory
    elif "**" in part:
        raise ValueError("Invalid pattern: '**' can only be an entire path component")
    elif part == "" or part == "..":
        child = path if part == "" else path._child("..")
        if child.is_dir():
            yield from _below(child, rest)
    elif not any(c in part for c in "*?["):
        child = path._child(part)
        if child.is_dir() if rest else child.exists():
            yield from _below(child, rest)
    else:
        match = re.compile(fnmatch.translate(part)).fullmatch
        for entry in _entries(path):
            if match(entry.name) and (not rest or _is_dir(entry)):
                yield from _below(path._child(entry.name), rest)


class PosixPath(Path, PurePosixPath):
    """A path in the file system."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path in Windows' file system, which isn't here."""

    __slots__ = ()
