"""What zipfile knows of one file of an archive, and how an archive says it."""

import struct

ZIP_STORED = 0
ZIP_DEFLATED = 8
ZIP_BZIP2 = 12
ZIP_LZMA = 14

METHODS = {
    0: "store", 1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode", 7: "tokenize", 8: "deflate",
    9: "deflate64", 10: "implode", 12: "bzip2", 14: "lzma", 18: "terse", 19: "lz77", 97: "wavpack", 98: "ppmd",
}

LOCAL = struct.Struct("<4s2B4HL2L2H")
CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
END = struct.Struct("<4s4H2LH")
END64 = struct.Struct("<4sQ2H2L4Q")
END64_PLACE = struct.Struct("<4sLQL")

HAS_DESCRIPTOR = 0x08  # the sizes follow the data
IS_UTF8 = 0x800
MOST = 0xFFFFFFFF  # a size or an offset that says: look into the extra field


class BadZipFile(Exception):
    """What is read isn't an archive."""
    __module__ = "zipfile"


class LargeZipFile(Exception):
    """An archive that would need an extension that wasn't allowed."""
    __module__ = "zipfile"


class ZipInfo:
    """What is known of a file of an archive."""

    __module__ = "zipfile"
    __slots__ = ("orig_filename", "filename", "date_time", "compress_type", "_compresslevel", "comment", "extra", "create_system",
                 "create_version", "extract_version", "reserved", "flag_bits", "volume", "internal_attr", "external_attr",
                 "header_offset", "CRC", "compress_size", "file_size", "_raw_time")

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = filename.partition("\0")[0]
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.date_time = date_time
        self.compress_type = ZIP_STORED
        self._compresslevel = None
        self.comment = self.extra = b""
        self.create_system = 3
        self.create_version = self.extract_version = 20
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.header_offset = self.CRC = self.compress_size = self.file_size = 0

    def __repr__(self):
        import stat

        parts = ["<%s filename=%r" % (type(self).__name__, self.filename)]
        if self.compress_type != ZIP_STORED:
            parts.append("compress_type=%s" % METHODS.get(self.compress_type, self.compress_type))
        mode, low = self.external_attr >> 16, self.external_attr & 0xFFFF
        if mode:
            parts.append("filemode=%r" % stat.filemode(mode))
        if low:
            parts.append("external_attr=%#x" % low)
        directory = self.is_dir()
        if not directory or self.file_size:
            parts.append("file_size=%r" % self.file_size)
        if (not directory or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            parts.append("compress_size=%r" % self.compress_size)
        return " ".join(parts) + ">"

    def is_dir(self):
        """Whether it is a directory."""
        return self.filename[-1] == "/"

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """What is known of a file on disk."""
        import os
        import stat
        import time

        filename = os.fspath(filename)
        status = os.stat(filename)
        directory = stat.S_ISDIR(status.st_mode)
        date = time.localtime(status.st_mtime)[:6]
        if not strict_timestamps:
            if date[0] < 1980:
                date = (1980, 1, 1, 0, 0, 0)
            elif date[0] > 2107:
                date = (2107, 12, 31, 23, 59, 59)
        name = os.path.normpath(filename if arcname is None else arcname).lstrip("/")
        info = cls(name + "/" if directory else name, date)
        info.external_attr = (status.st_mode & 0xFFFF) << 16
        if directory:
            info.external_attr |= 0x10
        else:
            info.file_size = status.st_size
        return info

    def stamp(self):
        """The time as an archive has it: two numbers."""
        year, month, day, hour, minute, second = self.date_time[:6]
        return (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2

    def name_and_flags(self):
        """The name's bytes, and the flags that say how they are encoded."""
        try:
            return self.filename.encode("ascii"), self.flag_bits
        except UnicodeEncodeError:
            return self.filename.encode("utf-8"), self.flag_bits | IS_UTF8

    def local(self):
        """What stands before the data."""
        date, time = self.stamp()
        name, flags = self.name_and_flags()
        crc, packed, size = self.CRC, self.compress_size, self.file_size
        if self.flag_bits & HAS_DESCRIPTOR:
            crc = packed = size = 0
        if self.compress_type == ZIP_BZIP2:
            self.extract_version = max(46, self.extract_version)
            self.create_version = max(46, self.create_version)
        return LOCAL.pack(b"PK\3\4", self.extract_version, self.reserved, flags, self.compress_type, time, date, crc, packed, size,
                          len(name), len(self.extra)) + name + self.extra

    def central(self):
        """The entry of the directory."""
        date, time = self.stamp()
        name, flags = self.name_and_flags()
        return CENTRAL.pack(b"PK\1\2", self.create_version, self.create_system, self.extract_version, self.reserved, flags,
                            self.compress_type, time, date, self.CRC, self.compress_size, self.file_size, len(name), len(self.extra),
                            len(self.comment), 0, self.internal_attr, self.external_attr, self.header_offset) + name + self.extra + self.comment

    def widen(self):
        """Take the sizes that the extra field has."""
        extra = self.extra
        while len(extra) >= 4:
            kind, size = struct.unpack("<HH", extra[:4])
            if size + 4 > len(extra):
                raise BadZipFile("Corrupt extra field %04x (size=%d)" % (kind, size))
            if kind == 1:
                self._take(extra[4:size + 4])
            extra = extra[size + 4:]

    def _take(self, data):
        what = None
        try:
            if self.file_size in (0xFFFFFFFFFFFFFFFF, MOST):
                what = "File size"
                (self.file_size,) = struct.unpack("<Q", data[:8])
                data = data[8:]
            if self.compress_size == MOST:
                what = "Compress size"
                (self.compress_size,) = struct.unpack("<Q", data[:8])
                data = data[8:]
            if self.header_offset == MOST:
                what = "Header offset"
                (self.header_offset,) = struct.unpack("<Q", data[:8])
        except struct.error:
            raise BadZipFile("Corrupt zip64 extra field. %s not found." % what) from None


def info_of(entry, name, extra, comment, coding):
    """What an entry of the directory says."""
    (_, create, system, extract, reserved, flags, method, time, date, crc, packed, size, _, _, _, volume, internal, external,
     offset) = entry
    info = ZipInfo(name.decode("utf-8" if flags & IS_UTF8 else coding or "cp437"))
    info.create_version, info.create_system, info.extract_version, info.reserved = create, system, extract, reserved
    info.flag_bits, info.compress_type, info.CRC, info.compress_size, info.file_size = flags, method, crc, packed, size
    info.volume, info.internal_attr, info.external_attr, info.header_offset = volume, internal, external, offset
    info.extra, info.comment, info._raw_time = extra, comment, time
    info.date_time = ((date >> 9) + 1980, date >> 5 & 15, date & 31, time >> 11, time >> 5 & 63, (time & 31) * 2)
    info.widen()
    return info


def find_end(file):
    """The end record: entries, size, place of the directory, comment, where the record is; None where there is none."""
    file.seek(0, 2)
    length = file.tell()
    start = max(length - END.size - 0xFFFF, 0)
    file.seek(start)
    data = file.read()
    at = data.rfind(b"PK\5\6")
    if at < 0 or len(data) - at < END.size:
        return None
    _, _, _, _, count, size, offset, said = END.unpack(data[at:at + END.size])
    comment = data[at + END.size:at + END.size + said]
    where = start + at
    wide = _find_end64(file, where)
    if wide is not None:
        count, size, offset, where = wide
    return count, size, offset, comment, where


def _find_end64(file, where):
    if where < END64.size + END64_PLACE.size:
        return None
    file.seek(where - END64_PLACE.size)
    data = file.read(END64_PLACE.size)
    if data[:4] != b"PK\6\7":
        return None
    disk, disks = END64_PLACE.unpack(data)[1::2]
    if disk or disks > 1:
        raise BadZipFile("zipfiles that span multiple disks are not supported")
    where -= END64_PLACE.size + END64.size
    file.seek(where)
    data = file.read(END64.size)
    if len(data) != END64.size or data[:4] != b"PK\6\6":
        return None
    count, size, offset = END64.unpack(data)[7:]
    return count, size, offset, where


def directory_of(file, coding):
    """What an archive has, where it begins and where its directory is, and its comment."""
    try:
        found = find_end(file)
    except OSError:
        raise BadZipFile("File is not a zip file") from None
    if not found:
        raise BadZipFile("File is not a zip file")
    _, size, offset, comment, where = found
    before = where - size - offset  # bytes before the archive itself
    if offset + before < 0:
        raise BadZipFile("Bad offset for central directory")
    file.seek(offset + before)
    data = file.read(size)
    infos, at = [], 0
    while at < size:
        entry = data[at:at + CENTRAL.size]
        if len(entry) != CENTRAL.size:
            raise BadZipFile("Truncated central directory")
        entry = CENTRAL.unpack(entry)
        if entry[0] != b"PK\1\2":
            raise BadZipFile("Bad magic number for central directory")
        at += CENTRAL.size
        parts = []
        for length in entry[12:15]:
            parts.append(data[at:at + length])
            at += length
        info = info_of(entry, *parts, coding)
        info.header_offset += before
        infos.append(info)
    return infos, offset + before, comment
