"""The members of archives of tar."""

import copy

from _tarfile_headers import (AREGTYPE, BLKTYPE, BLOCKSIZE, CHRTYPE, DIRTYPE, EOFHeaderError, EmptyHeaderError, FIFOTYPE,
                              GNUTYPE_LONGLINK, GNUTYPE_LONGNAME, GNUTYPE_SPARSE, GNU_TYPES, HeaderError, InvalidHeaderError,
                              LENGTH_LINK, LENGTH_NAME, LENGTH_PREFIX, LNKTYPE, NUL, PAX_FIELDS, PAX_NUMBER_FIELDS, REGTYPE,
                              REGULAR_TYPES, ReadError, SOLARIS_XHDTYPE, SUPPORTED_TYPES, SYMTYPE, SubsequentHeaderError,
                              TruncatedHeaderError, XGLTYPE, XHDTYPE, build_header, calc_chksums, nti, nts, parse_pax, pax_records)

ENCODING = "utf-8"
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = 0, 1, 2
DEFAULT_FORMAT = PAX_FORMAT

# Headers that only describe the next one: how large one may be, in bytes, and how many may follow each other.
_LONGEST_EXTENSION = 1 << 20
_MOST_EXTENSIONS = 16


class TarInfo:
    """A member of an archive: its name and what else is known, not its data."""

    __module__ = "tarfile"

    __slots__ = dict(
        name="Name of the archive member.", mode="Permission bits.", uid="User ID.", gid="Group ID.", size="Size in bytes.",
        mtime="Time of last modification.", chksum="Header checksum.", type="File type.", linkname="Name of the target of a link.",
        uname="User name.", gname="Group name.", devmajor="Device major number.", devminor="Device minor number.",
        offset="Where the header is.", offset_data="Where the data is.", pax_headers="Records of an extended header.",
        sparse="None.", tarfile=None, _sparse_structs=None, _link_target=None)

    def __init__(self, name=""):
        self.name = name
        self.mode = 0o644
        self.uid = self.gid = self.size = self.mtime = self.chksum = 0
        self.type = REGTYPE
        self.linkname = self.uname = self.gname = ""
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.sparse = None
        self.pax_headers = {}

    @property
    def path(self):
        """The name, as extended headers call it."""
        return self.name

    @path.setter
    def path(self, name):
        self.name = name

    @property
    def linkpath(self):
        """The link's name, as extended headers call it."""
        return self.linkname

    @linkpath.setter
    def linkpath(self, linkname):
        self.linkname = linkname

    def __repr__(self):
        return "<%s %r at %#x>" % (self.__class__.__name__, self.name, id(self))

    def replace(self, *, name=None, mtime=..., mode=..., linkname=..., uid=..., gid=..., uname=..., gname=..., deep=True, _KEEP=...):
        """A copy with other values."""
        result = copy.deepcopy(self) if deep else copy.copy(self)
        if name is not None:
            result.name = name
        for key, value in (("mtime", mtime), ("mode", mode), ("linkname", linkname), ("uid", uid), ("gid", gid), ("uname", uname),
                           ("gname", gname)):
            if value is not ...:
                setattr(result, key, value)
        return result

    def __copy__(self):
        result = type(self)()
        for key in TarInfo.__slots__:
            if hasattr(self, key):
                setattr(result, key, getattr(self, key))
        return result

    def __deepcopy__(self, memo):
        result = self.__copy__()
        result.pax_headers = dict(self.pax_headers)
        return result

    def get_info(self):
        """What is known, as a dictionary."""
        name = self.name
        if self.type == DIRTYPE and not name.endswith("/"):
            name += "/"
        return {"name": name, "mode": None if self.mode is None else self.mode & 0o7777, "uid": self.uid, "gid": self.gid,
                "size": self.size, "mtime": self.mtime, "chksum": self.chksum, "type": self.type, "linkname": self.linkname,
                "uname": self.uname, "gname": self.gname, "devmajor": self.devmajor, "devminor": self.devminor}

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors="surrogateescape"):
        """The header: blocks of bytes."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError("%s may not be None" % name)
        if format == USTAR_FORMAT:
            return self.create_ustar_header(info, encoding, errors)
        if format == GNU_FORMAT:
            return self.create_gnu_header(info, encoding, errors)
        if format == PAX_FORMAT:
            return self.create_pax_header(info, encoding)
        raise ValueError("invalid format")

    def create_ustar_header(self, info, encoding, errors):
        """The header of a format that has short names only."""
        info["magic"] = b"ustar\x0000"
        if len(info["linkname"].encode(encoding, errors)) > LENGTH_LINK:
            raise ValueError("linkname is too long")
        if len(info["name"].encode(encoding, errors)) > LENGTH_NAME:
            info["prefix"], info["name"] = self._split(info["name"], encoding, errors)
        return build_header(info, USTAR_FORMAT, encoding, errors)

    @staticmethod
    def _split(name, encoding, errors):
        parts = name.split("/")
        for i in range(1, len(parts)):
            prefix, rest = "/".join(parts[:i]), "/".join(parts[i:])
            if len(prefix.encode(encoding, errors)) <= LENGTH_PREFIX and len(rest.encode(encoding, errors)) <= LENGTH_NAME:
                return prefix, rest
        raise ValueError("name is too long")

    def create_gnu_header(self, info, encoding, errors):
        """The header of GNU tar, which has long names in members of their own."""
        info["magic"] = b"ustar  \0"
        before = b""
        for key, length, kind in (("linkname", LENGTH_LINK, GNUTYPE_LONGLINK), ("name", LENGTH_NAME, GNUTYPE_LONGNAME)):
            if len(info[key].encode(encoding, errors)) > length:
                before += self._extension(info[key].encode(encoding, errors) + NUL, "././@LongLink", kind, GNU_FORMAT)
        return before + build_header(info, GNU_FORMAT, encoding, errors)

    def create_pax_header(self, info, encoding):
        """The header of POSIX, with a member of its own for what is too long for it."""
        info["magic"] = b"ustar\x0000"
        records = self.pax_headers.copy()
        for key, record, length in (("name", "path", LENGTH_NAME), ("linkname", "linkpath", LENGTH_LINK), ("uname", "uname", 32),
                                    ("gname", "gname", 32)):
            if record not in records and (not info[key].isascii() or len(info[key]) > length):
                records[record] = info[key]
        for key, digits in (("uid", 8), ("gid", 8), ("size", 12), ("mtime", 12)):
            value = info[key]
            whole = isinstance(value, int)
            if not 0 <= value < 8 ** (digits - 1):
                info[key] = 0
                records.setdefault(key, str(value))
            elif not whole:
                info[key] = int(round(value))
                records.setdefault(key, str(value))
        before = self._pax(records, XHDTYPE, encoding) if records else b""
        return before + build_header(info, USTAR_FORMAT, "ascii", "replace")

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        """A header whose records are those of all that follow."""
        return cls._pax(pax_headers, XGLTYPE, "utf-8")

    @classmethod
    def _pax(cls, records, kind, encoding):
        return cls._extension(pax_records(records, encoding), "././@PaxHeader", kind, USTAR_FORMAT)

    @staticmethod
    def _extension(data, name, kind, format):
        info = {"name": name, "type": kind, "size": len(data), "magic": b"ustar\x0000" if format == USTAR_FORMAT else b"ustar  \0"}
        return build_header(info, format, "ascii", "strict") + data + NUL * (-len(data) % BLOCKSIZE)

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """The member of a header's block."""
        if len(buf) == 0:
            raise EmptyHeaderError("empty header")
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError("truncated header")
        if buf.count(NUL) == BLOCKSIZE:
            raise EOFHeaderError("end of file header")
        chksum = nti(buf[148:156])
        if chksum not in calc_chksums(buf):
            raise InvalidHeaderError("bad checksum")
        self = cls()
        self.name = nts(buf[0:100], encoding, errors)
        self.mode, self.uid, self.gid = nti(buf[100:108]), nti(buf[108:116]), nti(buf[116:124])
        self.size, self.mtime, self.chksum = nti(buf[124:136]), nti(buf[136:148]), chksum
        self.type = buf[156:157]
        self.linkname = nts(buf[157:257], encoding, errors)
        self.uname, self.gname = nts(buf[265:297], encoding, errors), nts(buf[297:329], encoding, errors)
        self.devmajor, self.devminor = nti(buf[329:337]), nti(buf[337:345])
        prefix = nts(buf[345:500], encoding, errors)
        if self.type == AREGTYPE and self.name.endswith("/"):
            self.type = DIRTYPE
        if self.isdir():
            self.name = self.name.rstrip("/")
        if prefix and self.type not in GNU_TYPES:
            self.name = prefix + "/" + self.name
        return self

    @classmethod
    def fromtarfile(cls, tarfile):
        """The next member of an archive."""
        return cls._next(tarfile, 0)

    @classmethod
    def _next(cls, tarfile, depth):
        if depth > _MOST_EXTENSIONS:
            raise InvalidHeaderError("bad header")
        buf = tarfile.fileobj.read(BLOCKSIZE)
        obj = cls.frombuf(buf, tarfile.encoding, tarfile.errors)
        obj.offset = tarfile.fileobj.tell() - BLOCKSIZE
        if obj.size < 0:
            raise InvalidHeaderError("invalid header")
        if obj.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            return obj._long(tarfile, depth)
        if obj.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            return obj._extended(tarfile, depth)
        if obj.type == GNUTYPE_SPARSE:
            raise ReadError("sparse files aren't read here")
        return obj._finish(tarfile)

    def _finish(self, tarfile):
        self.offset_data = tarfile.fileobj.tell()
        offset = self.offset_data
        if self.isreg() or self.type not in SUPPORTED_TYPES:
            offset += self._block(self.size)
        tarfile.offset = offset
        self._apply(tarfile.pax_headers, tarfile.encoding, tarfile.errors)
        if self.isdir():
            self.name = self.name.rstrip("/")
        return self

    def _data(self, tarfile):
        if self.size > _LONGEST_EXTENSION:
            raise InvalidHeaderError("invalid header")
        return tarfile.fileobj.read(self._block(self.size))[:self.size]

    def _following(self, tarfile, depth):
        try:
            return self._next(tarfile, depth + 1)
        except HeaderError as e:
            raise SubsequentHeaderError(str(e)) from None

    def _long(self, tarfile, depth):
        text = nts(self._data(tarfile), tarfile.encoding, tarfile.errors)
        following = self._following(tarfile, depth)
        following.offset = self.offset
        if self.type == GNUTYPE_LONGNAME:
            following.name = text
        else:
            following.linkname = text
        if following.isdir():
            following.name = following.name.removesuffix("/")
        return following

    def _extended(self, tarfile, depth):
        records = tarfile.pax_headers if self.type == XGLTYPE else tarfile.pax_headers.copy()
        parse_pax(self._data(tarfile), records, tarfile.encoding, tarfile.errors)
        following = self._following(tarfile, depth)
        if any(key.startswith("GNU.sparse.") for key in records):
            raise ReadError("sparse files aren't read here")
        if self.type in (XHDTYPE, SOLARIS_XHDTYPE):
            following._apply(records, tarfile.encoding, tarfile.errors)
            following.offset = self.offset
            if "size" in records:
                offset = following.offset_data
                if following.isreg() or following.type not in SUPPORTED_TYPES:
                    offset += following._block(following.size)
                tarfile.offset = offset
        return following

    def _apply(self, records, encoding, errors):
        for key, value in records.items():
            if key in PAX_FIELDS:
                if key in PAX_NUMBER_FIELDS:
                    try:
                        value = PAX_NUMBER_FIELDS[key](value)
                    except ValueError:
                        value = 0
                elif key == "path":
                    value = value.rstrip("/")
                setattr(self, key, value)
        self.pax_headers = records.copy()

    def _block(self, count):
        if count < 0:
            raise InvalidHeaderError("invalid offset")
        return count + -count % BLOCKSIZE

    def isreg(self):
        """True for a file."""
        return self.type in REGULAR_TYPES

    def isfile(self):
        """True for a file."""
        return self.isreg()

    def isdir(self):
        """True for a directory."""
        return self.type == DIRTYPE

    def issym(self):
        """True for a symbolic link."""
        return self.type == SYMTYPE

    def islnk(self):
        """True for a hard link."""
        return self.type == LNKTYPE

    def ischr(self):
        """True for a device of characters."""
        return self.type == CHRTYPE

    def isblk(self):
        """True for a device of blocks."""
        return self.type == BLKTYPE

    def isfifo(self):
        """True for a pipe."""
        return self.type == FIFOTYPE

    def issparse(self):
        """True for a file with holes."""
        return self.sparse is not None

    def isdev(self):
        """True for a device or a pipe."""
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)
