"""Archives of tar: read and written, also compressed ones."""

import copy
import os
import stat
import time
from builtins import open as bltn_open

from _tarfile_headers import (AREGTYPE, BLKTYPE, BLOCKSIZE, CHRTYPE, CONTTYPE, DIRTYPE, FIFOTYPE, GNU_TYPES, GNUTYPE_LONGLINK,
                              GNUTYPE_LONGNAME, GNUTYPE_SPARSE, LENGTH_LINK, LENGTH_NAME, LENGTH_PREFIX, LNKTYPE, NUL, PAX_FIELDS,
                              PAX_NAME_FIELDS, PAX_NUMBER_FIELDS, RECORDSIZE, REGTYPE, REGULAR_TYPES, SOLARIS_XHDTYPE, SUPPORTED_TYPES,
                              SYMTYPE, XGLTYPE, XHDTYPE, EmptyHeaderError, EOFHeaderError, ExtractError, HeaderError,
                              InvalidHeaderError, ReadError, StreamError, CompressionError, SubsequentHeaderError, TarError,
                              TruncatedHeaderError, build_header, calc_chksums, itn, nti, nts, pax_records, parse_pax, stn)

__all__ = ["TarFile", "TarInfo", "is_tarfile", "TarError", "ReadError", "CompressionError", "StreamError", "ExtractError", "HeaderError",
           "ENCODING", "USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT", "DEFAULT_FORMAT", "open", "fully_trusted_filter", "data_filter",
           "tar_filter", "FilterError", "AbsoluteLinkError", "OutsideDestinationError", "SpecialFileError", "AbsolutePathError",
           "LinkOutsideDestinationError"]

from _tarfile_filters import (AbsoluteLinkError, AbsolutePathError, FilterError, LinkOutsideDestinationError, OutsideDestinationError,
                              SpecialFileError, data_filter, fully_trusted_filter, tar_filter, _filter_named)
from _tarfile_info import DEFAULT_FORMAT, ENCODING, GNU_FORMAT, PAX_FORMAT, USTAR_FORMAT, TarInfo
from _tarfile_streams import Counted, ExFileObject, copy_data, kind_of

version = "0.9.0"


class TarFile:
    """An archive."""

    debug = 0
    dereference = False
    ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding = ENCODING
    errors = None
    tarinfo = TarInfo
    fileobject = ExFileObject
    extraction_filter = None

    OPEN_METH = {"tar": "taropen", "gz": "gzopen", "bz2": "bz2open", "xz": "xzopen"}

    def __init__(self, name=None, mode="r", fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None, encoding=None,
                 errors="surrogateescape", pax_headers=None, debug=None, errorlevel=None, copybufsize=None):
        modes = {"r": "rb", "a": "r+b", "w": "wb", "x": "xb"}
        if mode not in modes:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode, self._mode = mode, modes[mode]
        if not fileobj:
            if self.mode == "a" and not os.path.exists(name):
                self.mode, self._mode = "w", "wb"
            fileobj = bltn_open(name, self._mode)
            self._extfileobj = False
        else:
            if name is None and isinstance(getattr(fileobj, "name", None), (str, bytes)):
                name = fileobj.name
            if hasattr(fileobj, "mode"):
                self._mode = fileobj.mode
            self._extfileobj = True
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj
        for key, value in (("format", format), ("tarinfo", tarinfo), ("dereference", dereference), ("ignore_zeros", ignore_zeros),
                           ("encoding", encoding), ("debug", debug), ("errorlevel", errorlevel)):
            if value is not None:
                setattr(self, key, value)
        self.errors = errors
        self.pax_headers = pax_headers if pax_headers is not None and self.format == PAX_FORMAT else {}
        self.copybufsize = copybufsize
        self.closed = False
        self.members = []
        self._loaded = False
        self.offset = self.fileobj.tell()
        self.inodes = {}
        try:
            self._begin()
        except:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True
            raise

    def _begin(self):
        if self.mode == "r":
            self.firstmember = None
            self.firstmember = self.next()
        if self.mode == "a":
            while True:
                self.fileobj.seek(self.offset)
                try:
                    tarinfo = self.tarinfo.fromtarfile(self)
                    self.members.append(tarinfo)
                except EOFHeaderError:
                    self.fileobj.seek(self.offset)
                    break
                except HeaderError as e:
                    raise ReadError(str(e)) from None
        if self.mode in ("a", "w", "x"):
            self._loaded = True
            if self.pax_headers:
                buf = self.tarinfo.create_pax_global_header(self.pax_headers.copy())
                self.fileobj.write(buf)
                self.offset += len(buf)

    @classmethod
    def open(cls, name=None, mode="r", fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """Open an archive: "r:*" finds out how it is compressed, "w:gz", "w:bz2" and "w:xz" compress, "r|*" goes through it once."""
        if not name and not fileobj:
            raise ValueError("nothing to open")
        if mode in ("r", "r:*"):
            return cls._open_any(name, fileobj, kwargs)
        if ":" in mode or "|" in mode:
            filemode, sep, comptype = mode.partition(":" if ":" in mode else "|")
            filemode, comptype = filemode or "r", comptype or "tar"
            if sep == "|":
                return cls._open_stream(name, filemode, comptype, fileobj, kwargs)
            if comptype not in cls.OPEN_METH:
                raise CompressionError("unknown compression type %r" % comptype)
            return getattr(cls, cls.OPEN_METH[comptype])(name, filemode, fileobj, **kwargs)
        if mode in ("a", "w", "x"):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError("undiscernible mode")

    @classmethod
    def _open_any(cls, name, fileobj, kwargs):
        reasons = []
        for comptype in sorted(cls.OPEN_METH, key=lambda c: c == "tar"):
            if fileobj is not None:
                saved = fileobj.tell()
            try:
                return getattr(cls, cls.OPEN_METH[comptype])(name, "r", fileobj, **kwargs)
            except (ReadError, CompressionError) as e:
                reasons.append(f"- method {comptype}: {e!r}")
                if fileobj is not None:
                    fileobj.seek(saved)
        raise ReadError("file could not be opened successfully:\n" + "\n".join(reasons))

    @classmethod
    def _open_stream(cls, name, filemode, comptype, fileobj, kwargs):
        if filemode not in ("r", "w"):
            raise ValueError("mode must be 'r' or 'w'")
        if comptype not in ("*", *cls.OPEN_METH):
            raise CompressionError("unknown compression type %r" % comptype)
        level = kwargs.pop("compresslevel", 9)
        preset = kwargs.pop("preset", None)
        owned = fileobj is None
        file = bltn_open(name, filemode + "b") if owned else fileobj
        if filemode == "r" and comptype == "*":
            file, comptype = kind_of(file)
        if comptype == "gz":
            import gzip
            file = gzip.GzipFile(name or "", filemode + "b", level, file)
        elif comptype == "bz2":
            import bz2
            file = bz2.BZ2File(file, filemode, compresslevel=level)
        elif comptype == "xz":
            import lzma
            file = lzma.LZMAFile(file, filemode, preset=preset)
        self = cls(name, filemode, Counted(file, filemode == "w"), **kwargs)
        self._extfileobj = comptype == "tar" and not owned
        self._stream = True
        return self

    _stream = False

    @classmethod
    def taropen(cls, name, mode="r", fileobj=None, **kwargs):
        """Open an archive that isn't compressed."""
        if mode not in ("r", "a", "w", "x"):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def _compressed(cls, name, mode, file, wrong, text, kwargs):
        try:
            t = cls.taropen(name, mode, file, **kwargs)
        except wrong as e:
            file.close()
            if mode == "r":
                raise ReadError(text) from e
            raise
        except:
            file.close()
            raise
        t._extfileobj = False
        return t

    @classmethod
    def gzopen(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Open an archive that gzip compresses."""
        if mode not in ("r", "w", "x"):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        import gzip
        try:
            file = gzip.GzipFile(name, mode + "b", compresslevel, fileobj)
        except OSError as e:
            if fileobj is not None and mode == "r":
                raise ReadError("not a gzip file") from e
            raise
        return cls._compressed(name, mode, file, (OSError, EOFError), "not a gzip file", kwargs)

    @classmethod
    def bz2open(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Open an archive that bzip2 compresses."""
        if mode not in ("r", "w", "x"):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        import bz2
        file = bz2.BZ2File(fileobj or name, mode, compresslevel=compresslevel)
        return cls._compressed(name, mode, file, (OSError, EOFError), "not a bzip2 file", kwargs)

    @classmethod
    def xzopen(cls, name, mode="r", fileobj=None, preset=None, **kwargs):
        """Open an archive that xz compresses."""
        if mode not in ("r", "w", "x"):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        import lzma
        file = lzma.LZMAFile(fileobj or name, mode, preset=preset)
        return cls._compressed(name, mode, file, (lzma.LZMAError, EOFError), "not an lzma file", kwargs)

    def close(self):
        """Write the end of the archive, if it is written, and close its file."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in ("a", "w", "x"):
                self.fileobj.write(NUL * (BLOCKSIZE * 2))
                self.offset += BLOCKSIZE * 2
                rest = self.offset % RECORDSIZE
                if rest:
                    self.fileobj.write(NUL * (RECORDSIZE - rest))
        finally:
            if not self._extfileobj:
                self.fileobj.close()

    def getmember(self, name):
        """The last member of a name; KeyError if there is none."""
        tarinfo = self._getmember(name.rstrip("/"))
        if tarinfo is None:
            raise KeyError("filename %r not found" % name)
        return tarinfo

    def _getmember(self, name, tarinfo=None, normalize=False):
        members = self.getmembers()
        if tarinfo is not None and tarinfo in members:
            members = members[:members.index(tarinfo)]
        name = os.path.normpath(name) if normalize else name
        for member in reversed(members):
            if name == (os.path.normpath(member.name) if normalize else member.name):
                return member
        return None

    def getmembers(self):
        """All members, in their order."""
        self._check()
        if not self._loaded:
            self._load()
        return self.members

    def getnames(self):
        """The names of all members."""
        return [tarinfo.name for tarinfo in self.getmembers()]

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """A member of a file that is there."""
        self._check("awx")
        if fileobj is not None:
            name = fileobj.name
        if arcname is None:
            arcname = name
        arcname = os.fspath(arcname).replace(os.sep, "/").lstrip("/")
        tarinfo = self.tarinfo()
        tarinfo.tarfile = self
        if fileobj is None:
            st = os.stat(name) if self.dereference else os.lstat(name)
        else:
            st = os.fstat(fileobj.fileno())
        kinds = {stat.S_IFREG: REGTYPE, stat.S_IFDIR: DIRTYPE, stat.S_IFIFO: FIFOTYPE, stat.S_IFLNK: SYMTYPE, stat.S_IFCHR: CHRTYPE,
                 stat.S_IFBLK: BLKTYPE}
        kind = kinds.get(stat.S_IFMT(st.st_mode))
        if kind is None:
            return None
        tarinfo.name, tarinfo.type = arcname, kind
        tarinfo.linkname = os.readlink(name) if kind == SYMTYPE else ""
        tarinfo.mode, tarinfo.uid, tarinfo.gid = st.st_mode, st.st_uid, st.st_gid
        tarinfo.size = st.st_size if kind == REGTYPE else 0
        tarinfo.mtime = st.st_mtime
        return tarinfo

    def list(self, verbose=True, *, members=None):
        """Print the members."""
        self._check()
        for tarinfo in self if members is None else members:
            words = []
            if verbose:
                mode = "??????????" if tarinfo.mode is None else stat.filemode(tarinfo.mode)
                words += [mode, "%s/%s" % (tarinfo.uname or tarinfo.uid, tarinfo.gname or tarinfo.gid)]
                if tarinfo.ischr() or tarinfo.isblk():
                    words.append("%10s" % ("%d,%d" % (tarinfo.devmajor, tarinfo.devminor)))
                else:
                    words.append("%10d" % tarinfo.size)
                words.append("????-??-?? ??:??:??" if tarinfo.mtime is None else "%d-%02d-%02d %02d:%02d:%02d" % time.localtime(tarinfo.mtime)[:6])
            words.append(tarinfo.name + ("/" if tarinfo.isdir() else ""))
            if verbose and tarinfo.issym():
                words += ["->", tarinfo.linkname]
            if verbose and tarinfo.islnk():
                words += ["link to", tarinfo.linkname]
            for word in words:
                print(word, end=" ")
            print()

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Add a file, or a directory and what is in it. filter has each member, which it may change, or leave out by None."""
        self._check("awx")
        if arcname is None:
            arcname = name
        if self.name is not None and os.path.abspath(name) == self.name:
            return
        tarinfo = self.gettarinfo(name, arcname)
        if tarinfo is None:
            return
        if filter is not None:
            tarinfo = filter(tarinfo)
            if tarinfo is None:
                return
        if tarinfo.isreg():
            with bltn_open(name, "rb") as f:
                self.addfile(tarinfo, f)
        elif tarinfo.isdir():
            self.addfile(tarinfo)
            if recursive:
                for entry in sorted(os.listdir(name)):
                    self.add(os.path.join(name, entry), os.path.join(arcname, entry), recursive, filter=filter)
        else:
            self.addfile(tarinfo)

    def addfile(self, tarinfo, fileobj=None):
        """Add a member, with as much of a file's data as its size says."""
        self._check("awx")
        tarinfo = copy.copy(tarinfo)
        buf = tarinfo.tobuf(self.format, self.encoding, self.errors)
        self.fileobj.write(buf)
        self.offset += len(buf)
        if fileobj is not None:
            copy_data(fileobj, self.fileobj, tarinfo.size, OSError, self.copybufsize)
            rest = -tarinfo.size % BLOCKSIZE
            self.fileobj.write(NUL * rest)
            self.offset += tarinfo.size + rest
        self.members.append(tarinfo)

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
        """Extract all members, or those of a list, into a directory."""
        function = _filter_named(self, filter)
        directories = []
        for member in self if members is None else members:
            tarinfo = self._filtered(member, function, path)
            if tarinfo is None:
                continue
            if tarinfo.isdir():
                directories.append(tarinfo)
            self._extract_one(tarinfo, path, set_attrs=not tarinfo.isdir(), numeric_owner=numeric_owner)
        for tarinfo in sorted(directories, key=lambda d: d.name, reverse=True):
            target = os.path.join(path, tarinfo.name)
            try:
                self._attributes(tarinfo, target)
            except ExtractError as e:
                self._nonfatal(e)

    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
        """Extract a member, by its name or as it is, into a directory."""
        tarinfo = self._filtered(member, _filter_named(self, filter), path)
        if tarinfo is not None:
            self._extract_one(tarinfo, path, set_attrs, numeric_owner)

    def _filtered(self, member, function, path):
        tarinfo = self.getmember(member) if isinstance(member, str) else member
        original = tarinfo
        try:
            tarinfo = function(tarinfo, path)
        except (OSError, FilterError) as e:
            self._fatal(e)
        except ExtractError as e:
            self._nonfatal(e)
        if tarinfo is None:
            return None
        if tarinfo.islnk():
            tarinfo = copy.copy(tarinfo)
            tarinfo._link_target = os.path.join(path, tarinfo.linkname)
        return tarinfo

    def _extract_one(self, tarinfo, path, set_attrs, numeric_owner):
        self._check("r")
        try:
            self._extract_member(tarinfo, os.path.join(path, tarinfo.name), set_attrs)
        except OSError as e:
            self._fatal(e)
        except ExtractError as e:
            self._nonfatal(e)

    def _fatal(self, e):
        if self.errorlevel > 0:
            raise

    def _nonfatal(self, e):
        if self.errorlevel > 1:
            raise

    def extractfile(self, member):
        """The data of a member, to be read; None for a directory and the like."""
        self._check("r")
        tarinfo = self.getmember(member) if isinstance(member, str) else member
        if tarinfo.isreg() or tarinfo.type not in SUPPORTED_TYPES:
            return self.fileobject(self, tarinfo)
        if tarinfo.islnk() or tarinfo.issym():
            if self._stream:
                raise StreamError("cannot extract (sym)link as file object")
            return self.extractfile(self._find_link_target(tarinfo))
        return None

    def _extract_member(self, tarinfo, target, set_attrs):
        target = target.rstrip("/")
        upper = os.path.dirname(target)
        if upper and not os.path.exists(upper):
            os.makedirs(upper, exist_ok=True)
        if tarinfo.isdir():
            if not os.path.isdir(target):
                os.mkdir(target)
        elif tarinfo.islnk():
            source = self._find_link_target(tarinfo)
            self._write(source, target)
        elif tarinfo.issym():
            try:
                os.symlink(tarinfo.linkname, target)
            except PermissionError:
                try:
                    source = self._find_link_target(tarinfo)
                except KeyError:
                    raise ExtractError("unable to resolve link inside archive") from None
                if source.isreg():
                    self._write(source, target)
        elif tarinfo.isdev():
            raise ExtractError("special files can't be made")
        else:
            self._write(tarinfo, target)
        if set_attrs and not tarinfo.issym():
            self._attributes(tarinfo, target)

    def _write(self, tarinfo, target):
        self.fileobj.seek(tarinfo.offset_data)
        with bltn_open(target, "wb") as f:
            copy_data(self.fileobj, f, tarinfo.size, ReadError, self.copybufsize)

    def _attributes(self, tarinfo, target):
        """Set the mode and the time, where the files that were granted can have them."""
        for set_it, value in ((os.chmod, tarinfo.mode), (lambda t, m: os.utime(t, (m, m)), tarinfo.mtime)):
            if value is not None:
                try:
                    set_it(target, value)
                except (PermissionError, NotImplementedError, AttributeError):
                    pass

    def _find_link_target(self, tarinfo):
        if tarinfo.issym():
            linkname = os.path.normpath("/".join(filter(None, (os.path.dirname(tarinfo.name), tarinfo.linkname))))
            limit = None
        else:
            linkname, limit = tarinfo.linkname, tarinfo
        member = self._getmember(linkname, tarinfo=limit, normalize=True)
        if member is None:
            raise KeyError("linkname %r not found" % linkname)
        if member.issym() and member is not tarinfo and not tarinfo.issym():
            return self._find_link_target(member)
        if member.issym() or member.islnk():
            seen = {id(tarinfo)}
            while member is not None and (member.issym() or member.islnk()):
                if id(member) in seen:
                    raise KeyError("linkname %r not found" % linkname)
                seen.add(id(member))
                target = member.linkname if member.islnk() else os.path.normpath(os.path.join(os.path.dirname(member.name), member.linkname))
                member = self._getmember(target, normalize=True)
            if member is None:
                raise KeyError("linkname %r not found" % linkname)
        return member

    def next(self):
        """The next member; None at the end."""
        self._check("ra")
        if self.firstmember is not None:
            first, self.firstmember = self.firstmember, None
            return first
        if self.offset != self.fileobj.tell():
            if self.offset == 0:
                return None
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError("unexpected end of data")
        tarinfo = None
        while True:
            try:
                tarinfo = self.tarinfo.fromtarfile(self)
            except EOFHeaderError:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
            except InvalidHeaderError as e:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
                elif self.offset == 0:
                    raise ReadError(str(e)) from None
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError("empty file") from None
            except TruncatedHeaderError as e:
                if self.offset == 0:
                    raise ReadError(str(e)) from None
            except SubsequentHeaderError as e:
                raise ReadError(str(e)) from None
            break
        if tarinfo is not None:
            if not self._stream or len(self.members) < 1 << 20:
                self.members.append(tarinfo)
        else:
            self._loaded = True
        return tarinfo

    def _load(self):
        while self.next() is not None:
            pass
        self._loaded = True

    def _check(self, mode=None):
        if self.closed:
            raise OSError("%s is closed" % self.__class__.__name__)
        if mode is not None and self.mode not in mode:
            raise OSError("bad operation for mode %r" % self.mode)

    def __iter__(self):
        if self._loaded:
            yield from self.members
            return
        index = 0
        if self.firstmember is not None:
            tarinfo = self.next()
            index += 1
            yield tarinfo
        while True:
            if index < len(self.members):
                tarinfo = self.members[index]
            elif not self._loaded:
                tarinfo = self.next()
                if not tarinfo:
                    self._loaded = True
                    return
            else:
                return
            index += 1
            yield tarinfo

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.close()
        else:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True


def is_tarfile(name):
    """True for an archive that can be read."""
    try:
        if hasattr(name, "read"):
            at = name.tell()
            t = open(fileobj=name)
            name.seek(at)
        else:
            t = open(name)
        t.close()
        return True
    except TarError:
        return False


open = TarFile.open
