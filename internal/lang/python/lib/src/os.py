"""The host: its environment, files and directories, as far as they are granted."""

import abc
import errno
import stat as st
import sys

import posix
from posix import (
    chdir, close, fdatasync, fspath, fstat, fsync, ftruncate, getcwd, listdir, lseek, lstat, mkdir, open, read, remove,
    rename, replace, rmdir, stat, stat_result, strerror, terminal_size, times_result, truncate, uname_result, unlink, urandom, write,
)

name = "posix"
linesep = "\n"
curdir = "."
pardir = ".."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
extsep = "."
altsep = None
devnull = "/dev/null"

error = OSError

F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2
O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0o100, 0o200, 0o1000, 0o2000
O_NONBLOCK, O_SYNC, O_CLOEXEC, O_NOFOLLOW, O_DIRECTORY = 0o4000, 0o4010000, 0o2000000, 0o400000, 0o200000
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_IOERR, EX_CONFIG = 0, 64, 65, 66, 69, 70, 71, 74, 78

supports_bytes_environ = True
supports_follow_symlinks = {stat}
supports_dir_fd = set()
supports_fd = {stat}
supports_effective_ids = set()


class PathLike(abc.ABC):
    """What has a path by __fspath__."""

    @abc.abstractmethod
    def __fspath__(self):
        """The path."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not PathLike:
            return NotImplemented
        return True if any(b.__dict__.get("__fspath__") is not None for b in subclass.__mro__) else NotImplemented

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def fsencode(filename):
    """The bytes of a path."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """The text of a path."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def __getattr__(name):
    # The environment's classes need more modules than the rest.
    if name not in ("environ", "environb", "_Environ"):
        raise AttributeError(f"module 'os' has no attribute {name!r}")
    import _os_environ
    for known in "environ", "environb", "_Environ":
        globals().setdefault(known, getattr(_os_environ, known))
    return globals()[name]


_here = sys.modules[__name__]


def getenv(key, default=None):
    """A variable of the environment."""
    return _here.environ.get(key, default)


def getenvb(key, default=None):
    """A variable of the environment, as bytes."""
    return _here.environb.get(key, default)


def putenv(name, value, /):
    """Set a variable of the environment of child processes, of which there are none: os.environ stays as it is."""
    if "=" in fsdecode(name):
        raise ValueError("illegal environment variable name")
    fsdecode(value)


def unsetenv(name, /):
    """Remove a variable of the environment."""
    _here.environ.pop(fsdecode(name), None)


def get_exec_path(env=None):
    """Where programs would be looked for."""
    path = (_here.environ if env is None else env).get("PATH")
    return (defpath if path is None else path).split(pathsep)


def getcwdb():
    """The working directory, as bytes."""
    return fsencode(getcwd())


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Report whether a path may be read, written or executed."""
    try:
        bits = stat(path, follow_symlinks=follow_symlinks).st_mode
    except (OSError, ValueError):
        return False
    return not mode & ~(bits >> 6 | bits >> 3 | bits) & 7


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a directory and those that it is in."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == (b"." if isinstance(tail, bytes) else "."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove a directory and those that it is in, as long as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Rename, making the directories that are needed and removing those that are empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


class DirEntry:
    """A name in a directory."""

    __slots__ = ("name", "path", "_kind", "_stat", "_lstat")

    def __init__(self, name, path, kind):
        self.name = name
        self.path = path
        self._kind = kind
        self._stat = self._lstat = None

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def __fspath__(self):
        return self.path

    def stat(self, *, follow_symlinks=True):
        if not follow_symlinks or self._kind != "l":
            if self._lstat is None:
                self._lstat = lstat(self.path)
            return self._lstat
        if self._stat is None:
            self._stat = stat(self.path)
        return self._stat

    def _is(self, kind, follow_symlinks):
        if self._kind != "l" or not follow_symlinks:
            return self._kind == kind
        try:
            mode = self.stat().st_mode
        except FileNotFoundError:
            return False
        return st.S_ISDIR(mode) if kind == "d" else st.S_ISREG(mode)

    def is_dir(self, *, follow_symlinks=True):
        return self._is("d", follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is("f", follow_symlinks)

    def is_symlink(self):
        return self._kind == "l"

    def inode(self):
        return self.stat(follow_symlinks=False).st_ino

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class _ScandirIterator:
    def __init__(self, top, found):
        self._top = top
        self._found = iter(found)

    def __iter__(self):
        return self

    def __next__(self):
        name, kind = next(self._found)
        return DirEntry(name, path.join(self._top, name), kind)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._found = iter(())


def scandir(path=None):
    """The names in a directory, with what they are."""
    top = "." if path is None else fspath(path)
    return _ScandirIterator(top, posix._scan(top))


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Go through a tree: yields (directory, names of directories, names of files)."""
    top = fspath(top)
    try:
        found = posix._scan(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    dirs, files, below = [], [], []
    for name, kind in found:
        is_dir = kind == "d" or kind == "l" and path.isdir(path.join(top, name))
        (dirs if is_dir else files).append(name)
        if is_dir and not topdown and (followlinks or kind != "l"):
            below.append(path.join(top, name))
    if topdown:
        yield top, dirs, files
        for name in dirs:
            inside = path.join(top, name)
            if followlinks or not path.islink(inside):
                yield from walk(inside, topdown, onerror, followlinks)
    else:
        for inside in below:
            yield from walk(inside, topdown, onerror, followlinks)
        yield top, dirs, files


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file of a descriptor."""
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def isatty(fd):
    """Report whether a descriptor is a terminal's."""
    return False


def getpid():
    """The number of the process: the same in each run."""
    return 1


def getppid():
    return 0


def getpgid(pid):
    return 1


def getuid():
    return 0


getgid = geteuid = getegid = getuid


def getgroups():
    """None."""
    return []


def umask(mask):
    """Files are never writable by others."""
    return 0o022


def cpu_count():
    """How many processors there are for a program: one."""
    return 1


def sched_getaffinity(pid):
    return {0}


def getloadavg():
    return (0.0, 0.0, 0.0)


def times():
    """The time that the process has used."""
    import time
    used = time.process_time()
    return times_result((used, 0.0, 0.0, 0.0, time.monotonic()))


def get_terminal_size(fd=1, /):
    """There is no terminal."""
    raise OSError(errno.ENOTTY, strerror(errno.ENOTTY))


def uname():
    """What there is to say about the machine: nothing."""
    return uname_result(("Linux", "localhost", "", "", "x86_64"))


def getlogin():
    """Nobody is logged in."""
    raise OSError(errno.ENXIO, strerror(errno.ENXIO))


def _exit(status):
    """End the program at once."""
    sys.stdout.flush()
    sys.stderr.flush()
    posix._exit(status)


def abort():
    """End the program at once, as a failure."""
    _exit(134)


def _refused(name, what, why):
    def refused(*args, **kwargs):
        raise PermissionError(f"os.{name}: {why}")
    refused.__name__ = refused.__qualname__ = name
    refused.__doc__ = f"Refused: {what}."
    return refused


P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1
_NO_PROCESSES = "this program can't start or signal processes: it runs in a sandbox"
_NO_LINKS = "files granted to this program can't be linked, nor their owners or times be changed"

for _name in ("system", "popen", "fork", "forkpty", "execl", "execle", "execlp", "execlpe", "execv", "execve", "execvp", "execvpe",
              "spawnl", "spawnle", "spawnlp", "spawnlpe", "spawnv", "spawnve", "spawnvp", "spawnvpe", "posix_spawn", "kill", "killpg", "wait",
              "waitpid", "pipe", "nice", "setsid", "setuid", "setgid", "seteuid", "setegid", "setreuid",
              "setregid", "setresuid", "setresgid", "setgroups", "setpgid", "wait3", "wait4", "posix_spawnp"):
    globals()[_name] = _refused(_name, "there are no processes", _NO_PROCESSES)
for _name in ("link", "symlink", "readlink", "chown", "lchown", "mkfifo", "mknod", "chroot"):
    globals()[_name] = _refused(_name, "there are only files and directories", _NO_LINKS)
del _name


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    """Permissions can't be changed: what is already so is no error."""
    if st.S_IMODE(stat(path).st_mode) != mode:
        raise PermissionError(errno.EPERM, strerror(errno.EPERM), path)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Times can't be changed."""
    stat(path)
    raise PermissionError(errno.EPERM, strerror(errno.EPERM), path)


def waitstatus_to_exitcode(status):
    return status >> 8


import posixpath as path

sys.modules["os.path"] = path


def _public():
    return sorted(n for n in globals() if not n.startswith("_") and n not in (
        "abc", "st", "sys", "errno", "posix"))


__all__ = _public() + ["_exit", "environ", "environb"]
