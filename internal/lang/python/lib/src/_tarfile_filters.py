"""What may be extracted of an archive that somebody else has made."""

import os

from _tarfile_headers import TarError


class FilterError(TarError):
    """A member is refused."""


class AbsolutePathError(FilterError):
    """Its name is absolute."""

    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f"member {tarinfo.name!r} has an absolute path")


class OutsideDestinationError(FilterError):
    """It would be outside of the directory."""

    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__(f"{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination")


class SpecialFileError(FilterError):
    """It is a device or a pipe."""

    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f"{tarinfo.name!r} is a special file")


class AbsoluteLinkError(FilterError):
    """It is a link to an absolute name."""

    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f"{tarinfo.name!r} is a link to an absolute path")


class LinkOutsideDestinationError(FilterError):
    """It is a link to outside of the directory."""

    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__(f"{tarinfo.name!r} would link to {path!r}, which is outside the destination")


for _class in (FilterError, AbsolutePathError, OutsideDestinationError, SpecialFileError, AbsoluteLinkError, LinkOutsideDestinationError):
    _class.__module__ = "tarfile"
del _class


def _inside(path, directory):
    return os.path.commonpath([path, directory]) == directory


def _changes(member, path, for_data):
    """What a filter changes of a member."""
    changes = {}
    name = member.name
    directory = os.path.realpath(path)
    if name.startswith(("/", os.sep)):
        name = changes["name"] = member.path.lstrip("/" + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(directory, name))
    if not _inside(target, directory):
        raise OutsideDestinationError(member, target)
    mode = member.mode
    if mode is not None:
        mode &= 0o755
        if for_data:
            mode = _data_mode(member, mode)
        if mode != member.mode:
            changes["mode"] = mode
    if for_data:
        for key in ("uid", "gid", "uname", "gname"):
            if getattr(member, key) is not None:
                changes[key] = None
        if member.islnk() or member.issym():
            _check_link(member, name, directory)
    return changes


def _data_mode(member, mode):
    if member.isreg() or member.islnk():
        if not mode & 0o100:
            mode &= ~0o111
        return mode | 0o600
    if member.isdir() or member.issym():
        return None
    raise SpecialFileError(member)


def _check_link(member, name, directory):
    if os.path.isabs(member.linkname):
        raise AbsoluteLinkError(member)
    below = os.path.join(directory, os.path.dirname(name), member.linkname) if member.issym() else os.path.join(directory, member.linkname)
    target = os.path.realpath(below)
    if not _inside(target, directory):
        raise LinkOutsideDestinationError(member, target)


def fully_trusted_filter(member, dest_path):
    """Everything as it is."""
    return member


def tar_filter(member, dest_path):
    """No absolute names, nothing outside of the directory, no writing by others."""
    changes = _changes(member, dest_path, False)
    return member.replace(**changes, deep=False) if changes else member


def data_filter(member, dest_path):
    """As tar_filter, and no special files, links to outside and owners."""
    changes = _changes(member, dest_path, True)
    return member.replace(**changes, deep=False) if changes else member


_FILTERS = {"fully_trusted": fully_trusted_filter, "tar": tar_filter, "data": data_filter}


def _filter_named(archive, filter):
    """The function that a filter's name stands for."""
    if filter is None:
        filter = archive.extraction_filter
        if filter is None:
            return fully_trusted_filter
        if isinstance(filter, str):
            raise TypeError("String names are not supported for TarFile.extraction_filter. Use a function such as tarfile.data_filter directly.")
        return filter
    if callable(filter):
        return filter
    try:
        return _FILTERS[filter]
    except KeyError:
        raise ValueError(f"filter {filter!r} not found") from None
