"""Archives of the format ZIP."""

import io
import os

from _zipfile_files import Part, ZipExtFile, ZipWriter, check_method
from _zipfile_info import (
    END, HAS_DESCRIPTOR, IS_UTF8, LOCAL, ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, BadZipFile, LargeZipFile, ZipInfo, directory_of,
    find_end,
)

__all__ = ["BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile", "ZipInfo", "ZipFile",
           "PyZipFile", "LargeZipFile", "Path"]

error = BadZipfile = BadZipFile

ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1


def __getattr__(name):
    if name == "Path":
        import _zipfile_path

        return _zipfile_path.Path
    raise AttributeError("module 'zipfile' has no attribute %r" % name)


def is_zipfile(filename):
    """Whether a file is an archive."""
    try:
        if hasattr(filename, "read"):
            return bool(find_end(filename))
        with open(filename, "rb") as file:
            return bool(find_end(file))
    except (OSError, BadZipFile):
        return False


class ZipFile:
    """An archive."""

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True,
                 metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        check_method(compression)
        if metadata_encoding and mode != "r":
            raise ValueError("metadata_encoding is only supported for reading files")
        self.compression, self.compresslevel, self.mode, self.pwd = compression, compresslevel, mode, None
        self.debug, self.filelist, self.NameToInfo = 0, [], {}
        self.metadata_encoding, self._strict_timestamps, self._allowZip64 = metadata_encoding, strict_timestamps, allowZip64
        self._comment, self._changed, self._writing, self._seekable = b"", False, False, True
        self._open(file, mode)
        try:
            self._begin(mode)
        except BaseException:
            file, self.fp = self.fp, None
            if self._owned:
                file.close()
            raise

    def _open(self, file, mode):
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        self._owned = isinstance(file, str)
        if not self._owned:
            self.fp, self.filename = file, getattr(file, "name", None)
            return
        self.filename = file
        kind = {"r": "rb", "w": "w+b", "x": "x+b", "a": "r+b"}[mode]
        try:
            self.fp = open(file, kind)
        except FileNotFoundError:
            if mode != "a":
                raise
            self.fp = open(file, "w+b")

    def _begin(self, mode):
        if mode == "r":
            return self._read_directory()
        self._changed = True
        if mode == "a":
            try:
                self._read_directory()
                self._changed = False
                self.fp.seek(self.start_dir)
            except BadZipFile:
                self.fp.seek(0, 2)
                self.start_dir = self.fp.tell()
            return
        try:
            self.start_dir = self.fp.tell()
            self.fp.seek(self.start_dir)
        except (AttributeError, OSError):
            self.fp, self._seekable = _Counting(self.fp), False
            self.start_dir = 0

    def _read_directory(self):
        infos, self.start_dir, self._comment = directory_of(self.fp, self.metadata_encoding)
        for info in infos:
            self._append(info)
        self._changed = False

    def _append(self, info):
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info
        self._changed = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        text = "<%s.%s" % (type(self).__module__, type(self).__qualname__)
        if self.fp is None:
            return text + " [closed]>"
        if self._owned:
            text += " filename=%r" % self.filename
        elif self.filename is not None:
            text += " file=%r filename=%r" % (self.fp, self.filename)
        else:
            text += " file=%r" % self.fp
        return text + " mode=%r>" % self.mode

    def _check(self, text="Attempt to use ZIP archive that was already closed"):
        if not self.fp:
            raise ValueError(text)

    # What is there.

    def namelist(self):
        """The names of the files."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """What is known of each file."""
        return self.filelist

    def getinfo(self, name):
        """What is known of a file."""
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError("There is no item named %r in the archive" % name)
        return info

    def printdir(self, file=None):
        """Print a table of the files."""
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for info in self.filelist:
            print("%-46s %s %12d" % (info.filename, "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6], info.file_size), file=file)

    def testzip(self):
        """The name of the first file that is broken, or None."""
        for info in self.filelist:
            try:
                with self.open(info.filename, "r") as file:
                    while file.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename
        return None

    def setpassword(self, pwd):
        """The password of encrypted files."""
        if pwd and not isinstance(pwd, bytes):
            raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
        self.pwd = pwd or None

    @property
    def comment(self):
        """The archive's comment."""
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError("comment: expected bytes, got %s" % type(comment).__name__)
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings

            warnings.warn("Archive comment is too long; truncating to %d bytes" % ZIP_MAX_COMMENT, stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._changed = True

    # Reading.

    def read(self, name, pwd=None):
        """A file's bytes."""
        with self.open(name, "r", pwd) as file:
            return file.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        """A file of the archive, to be read or written."""
        if mode not in ("r", "w"):
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == "w":
            raise ValueError("pwd is only supported for reading files")
        self._check()
        if isinstance(name, ZipInfo):
            info = name
        elif mode == "w":
            info = ZipInfo(name)
            info.compress_type, info._compresslevel = self.compression, self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == "w":
            return self._open_to_write(info)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. "
                             "Close the writing handle before trying to read.")
        return self._open_to_read(info, pwd)

    def _open_to_read(self, info, pwd):
        self.fp.seek(info.header_offset)
        head = self.fp.read(LOCAL.size)
        if len(head) != LOCAL.size:
            raise BadZipFile("Truncated file header")
        head = LOCAL.unpack(head)
        if head[0] != b"PK\3\4":
            raise BadZipFile("Bad magic number for file header")
        flags, name_size, extra_size = head[3], head[10], head[11]
        name = self.fp.read(name_size)
        if info.flag_bits & 0x20:
            raise NotImplementedError("compressed patched data (flag bit 5)")
        if info.flag_bits & 0x40:
            raise NotImplementedError("strong encryption (flag bit 6)")
        said = name.decode("utf-8" if flags & IS_UTF8 else self.metadata_encoding or "cp437")
        if said != info.orig_filename:
            raise BadZipFile("File name in directory %r and header %r differ." % (info.orig_filename, name))
        part = Part(self.fp, info.header_offset + LOCAL.size + name_size + extra_size, info.compress_size, self)
        keys = self._keys(info, part, pwd or self.pwd) if info.flag_bits & 1 else None
        return ZipExtFile(part, info, "r", keys)

    def _keys(self, info, part, pwd):
        if not pwd:
            raise RuntimeError("File %r is encrypted, password required for extraction" % info.filename)
        if not isinstance(pwd, bytes):
            raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
        from _zipfile_crypt import Decrypter

        salt = part.read(12)
        check = info._raw_time >> 8 & 0xFF if info.flag_bits & HAS_DESCRIPTOR else info.CRC >> 24
        if Decrypter(pwd)(salt)[-1:] != bytes([check]):
            raise RuntimeError("Bad password for file %r" % info.filename)

        def start():
            keys = Decrypter(pwd)
            keys(salt)
            return keys

        return start

    def extract(self, member, path=None, pwd=None):
        """Write a file to disk below a directory; where it is then."""
        return self._extract(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Write files to disk below a directory."""
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract(member, path, pwd)

    def _extract(self, member, path, pwd):
        import shutil

        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        name = "/".join(part for part in info.filename.split("/") if part not in ("", ".", ".."))
        target = os.path.normpath(os.path.join(path, name))
        above = os.path.dirname(target)
        if above and not os.path.exists(above):
            os.makedirs(above)
        if info.is_dir():
            if not os.path.isdir(target):
                os.mkdir(target)
            return target
        with self.open(info, pwd=pwd) as source, open(target, "wb") as file:
            shutil.copyfileobj(source, file)
        return target

    # Writing.

    def _check_write(self, info):
        if info.filename in self.NameToInfo:
            import warnings

            warnings.warn("Duplicate name: %r" % info.filename, stacklevel=3)
        if self.mode not in ("w", "x", "a"):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        self._check("Attempt to write ZIP archive that was already closed")
        check_method(info.compress_type)
        if len(self.filelist) >= ZIP_FILECOUNT_LIMIT:
            raise LargeZipFile("Files count would require ZIP64 extensions")

    def _open_to_write(self, info):
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. "
                             "Close the first handle before opening another.")
        info.compress_size = info.CRC = 0
        info.flag_bits = 0 if self._seekable else HAS_DESCRIPTOR
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        self._check_write(info)
        self._changed = True
        self._seek_end()
        info.header_offset = self.fp.tell()
        self.fp.write(info.local())
        self._writing = True
        return ZipWriter(self, info)

    def _seek_end(self):
        if self._seekable:
            self.fp.seek(self.start_dir)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Take a file of the disk in."""
        self._check("Attempt to write to ZIP archive that was already closed")
        self._check_idle()
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if info.is_dir():
            return self.mkdir(info)
        info.compress_type = self.compression if compress_type is None else compress_type
        info._compresslevel = self.compresslevel if compresslevel is None else compresslevel
        import shutil

        with open(filename, "rb") as source, self.open(info, "w") as target:
            shutil.copyfileobj(source, target, 1024 * 8)

    def _check_idle(self):
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists.")

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Take bytes or a text in as a file."""
        if isinstance(data, str):
            data = data.encode("utf-8")
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            import time

            info = ZipInfo(zinfo_or_arcname, time.localtime(time.time())[:6])
            info.compress_type, info._compresslevel = self.compression, self.compresslevel
            info.external_attr = 0o40775 << 16 | 0x10 if info.filename.endswith("/") else 0o600 << 16
        self._check("Attempt to write to ZIP archive that was already closed")
        self._check_idle()
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info._compresslevel = compresslevel
        info.file_size = len(data)
        with self.open(info, "w") as target:
            target.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Make a directory in the archive."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError("The given ZipInfo does not describe a directory")
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            info = ZipInfo(name if name.endswith("/") else name + "/")
            info.external_attr = (0o40000 | mode) << 16 | 0x10
        else:
            raise TypeError("Expected type str or ZipInfo")
        info.compress_type = ZIP_STORED
        self._seek_end()
        info.header_offset = self.fp.tell()
        self._check_write(info)
        self._append(info)
        self.fp.write(info.local())
        self.start_dir = self.fp.tell()

    def close(self):
        """Write the directory."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. "
                             "Close the writing handle before closing the zip.")
        try:
            if self.mode in ("w", "x", "a") and self._changed:
                self._seek_end()
                self._write_directory()
        finally:
            file, self.fp = self.fp, None
            if self._owned:
                file.close()

    def _write_directory(self):
        for info in self.filelist:
            self.fp.write(info.central())
        end = self.fp.tell()
        size = end - self.start_dir
        if max(end, size) > ZIP64_LIMIT:
            raise LargeZipFile("Central directory offset would require ZIP64 extensions")
        count = len(self.filelist)
        self.fp.write(END.pack(b"PK\5\6", 0, 0, count, count, size, self.start_dir, len(self._comment)) + self._comment)
        if self.mode == "a":
            self.fp.truncate()
        self.fp.flush()


class PyZipFile(ZipFile):
    """An archive of modules: without byte code, a ZipFile."""


class _Counting:
    """A file that knows how much was written to it, though it can't seek."""

    def __init__(self, file):
        self.file, self.at = file, 0

    def write(self, data):
        self.at += len(data)
        return self.file.write(data)

    def tell(self):
        return self.at

    def flush(self):
        if hasattr(self.file, "flush"):
            self.file.flush()

    def close(self):
        self.file.close()
