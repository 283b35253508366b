"""Copying, moving and removing files and trees."""

import collections
import errno
import fnmatch
import os
import stat

from _shutil_archives import (get_archive_formats, get_unpack_formats, make_archive, register_archive_format, register_unpack_format,
                              unpack_archive, unregister_archive_format, unregister_unpack_format)

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SpecialFileError",
           "ExecError", "make_archive", "get_archive_formats", "register_archive_format", "unregister_archive_format", "get_unpack_formats",
           "register_unpack_format", "unregister_unpack_format", "unpack_archive", "ignore_patterns", "chown", "which", "get_terminal_size",
           "SameFileError", "disk_usage"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    """What is raised by this module."""


class SameFileError(Error):
    """Source and target are the same."""


class SpecialFileError(OSError):
    """What can't be copied."""


class ExecError(OSError):
    """A program that can't be run."""


class ReadError(OSError):
    """An archive that can't be read."""


class RegistryError(Exception):
    """A kind of archive that isn't known."""


def copyfileobj(fsrc, fdst, length=0):
    """Copy what one file has to another."""
    read, write = fsrc.read, fdst.write
    while data := read(length or COPY_BUFSIZE):
        write(data)


def _same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy a file's contents."""
    if _same(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    try:
        with open(src, "rb") as fsrc:
            try:
                with open(dst, "wb") as fdst:
                    copyfileobj(fsrc, fdst)
            except IsADirectoryError as e:
                if not os.path.exists(dst):
                    raise FileNotFoundError(f"Directory does not exist: {dst}") from e
                raise
    except IsADirectoryError:
        raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copy the permissions, as far as they can be set."""
    os.stat(src), os.stat(dst)


def copystat(src, dst, *, follow_symlinks=True):
    """Copy permissions and times, as far as they can be set."""
    os.stat(src), os.stat(dst)


def copy(src, dst, *, follow_symlinks=True):
    """Copy a file to a file or into a directory."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    return dst


copy2 = copy


def ignore_patterns(*patterns):
    """A function for copytree's ignore."""
    def ignore(path, names):
        ignored = []
        for pattern in patterns:
            ignored.extend(fnmatch.filter(names, pattern))
        return set(ignored)
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copy a directory with all that is in it."""
    with os.scandir(src) as found:
        entries = list(found)
    ignored = ignore(os.fspath(src), [e.name for e in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in ignored:
            continue
        source, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        try:
            if entry.is_dir():
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as why:
            errors.append((source, target, str(why)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    """Remove a directory with all that is in it."""
    import sys
    if ignore_errors:
        def onerror(*args):
            pass
    elif onerror is None:
        def onerror(*args):
            raise
    try:
        mode = os.lstat(path).st_mode
    except Exception:
        onerror(os.lstat, path, sys.exc_info())
        return
    if stat.S_ISLNK(mode):
        try:
            raise OSError("Cannot call rmtree on a symbolic link")
        except OSError:
            onerror(os.path.islink, path, sys.exc_info())
        return
    _remove_below(path, onerror)
    try:
        os.rmdir(path)
    except OSError:
        onerror(os.rmdir, path, sys.exc_info())


rmtree.avoids_symlink_attacks = True


def _remove_below(path, onerror):
    import sys
    try:
        with os.scandir(path) as found:
            entries = list(found)
    except OSError:
        onerror(os.scandir, path, sys.exc_info())
        return
    for entry in entries:
        full = os.path.join(path, entry.name)
        if entry.is_dir(follow_symlinks=False):
            _remove_below(full, onerror)
            try:
                os.rmdir(full)
            except OSError:
                onerror(os.rmdir, full, sys.exc_info())
        else:
            try:
                os.unlink(full)
            except OSError:
                onerror(os.unlink, full, sys.exc_info())


def move(src, dst, copy_function=copy2):
    """Move a file or a directory."""
    target = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(target):
            raise Error("Destination path '%s' already exists" % target)
    try:
        os.rename(src, target)
    except OSError:
        if os.path.isdir(src):
            inside = os.path.abspath(target).rstrip("/") + "/"
            if inside.startswith(os.path.abspath(src).rstrip("/") + "/"):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
            copytree(src, target, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


_usage = collections.namedtuple("usage", "total used free")


def disk_usage(path):
    """How much room there is isn't known."""
    os.stat(path)
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), path)


def chown(path, user=None, group=None):
    """Owners can't be changed."""
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    os.chown(path, user, group)


def get_terminal_size(fallback=(80, 24)):
    """The size of the terminal, of which there is none: what the environment says."""
    size = []
    for name, other in zip(("COLUMNS", "LINES"), fallback):
        try:
            n = int(os.environ[name])
        except (KeyError, ValueError, OSError):
            n = 0
        size.append(n if n > 0 else other)
    return os.terminal_size(size)


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """There are no programs to be found."""
    return None
