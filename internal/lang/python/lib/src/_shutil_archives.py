"""Archives of directories, for shutil."""

import os

_makers, _unpackers = {}, {}


def _formats():
    if not _makers:
        _makers.update({
            "tar": (_make_tar, [("compress", None)], "uncompressed tar file"), "zip": (_make_zip, [], "ZIP file"),
            "gztar": (_make_tar, [("compress", "gzip")], "gzip'ed tar-file"),
            "bztar": (_make_tar, [("compress", "bzip2")], "bzip2'ed tar-file"),
            "xztar": (_make_tar, [("compress", "xz")], "xz'ed tar-file")})
        _unpackers.update({
            "tar": ([".tar"], _unpack_tar, [], "uncompressed tar file"), "zip": ([".zip"], _unpack_zip, [], "ZIP file"),
            "gztar": ([".tar.gz", ".tgz"], _unpack_tar, [], "gzip'ed tar-file"),
            "bztar": ([".tar.bz2", ".tbz2"], _unpack_tar, [], "bzip2'ed tar-file"),
            "xztar": ([".tar.xz", ".txz"], _unpack_tar, [], "xz'ed tar-file")})
    return _makers, _unpackers


def get_archive_formats():
    """The formats of archives that can be made."""
    return sorted((name, kind[2]) for name, kind in _formats()[0].items())


def get_unpack_formats():
    """The formats of archives that can be unpacked."""
    return sorted((name, kind[0], kind[3]) for name, kind in _formats()[1].items())


def register_archive_format(name, function, extra_args=None, description=""):
    """Have a function make archives of a format."""
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError("The %s object is not callable" % function)
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError("extra_args needs to be a sequence")
    for element in extra_args:
        if not isinstance(element, (tuple, list)) or len(element) != 2:
            raise TypeError("extra_args elements are : (arg_name, value)")
    _formats()[0][name] = (function, extra_args, description)


def unregister_archive_format(name):
    del _formats()[0][name]


def register_unpack_format(name, extensions, function, extra_args=None, description=""):
    """Have a function unpack files with some endings."""
    from shutil import RegistryError
    known = {end: other for other, kind in _formats()[1].items() for end in kind[0]}
    for end in extensions:
        if end in known:
            raise RegistryError('%s is already registered for "%s"' % (end, known[end]))
    if not callable(function):
        raise TypeError("The registered function must be a callable")
    _unpackers[name] = (extensions, function, extra_args or [], description)


def unregister_unpack_format(name):
    del _formats()[1][name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    """Make an archive of base_dir, with names from root_dir on; the result is its name."""
    try:
        function, extra, _ = _formats()[0][format]
    except KeyError:
        raise ValueError("unknown archive format '%s'" % format) from None
    base_name, base_dir = os.fspath(base_name), os.curdir if base_dir is None else base_dir
    base_dir, root_dir = os.fspath(base_dir), None if root_dir is None else os.fspath(root_dir)
    kwargs = {"dry_run": dry_run, "logger": logger, **dict(extra)}
    if function is _make_tar:
        return function(base_name, base_dir, root_dir=root_dir, **kwargs)
    if function is _make_zip:
        return function(base_name, base_dir, root_dir=root_dir, **kwargs)
    before = os.getcwd()
    if root_dir is not None:
        base_name = os.path.abspath(base_name)
        os.chdir(root_dir)
    try:
        return function(base_name, base_dir, **kwargs)
    finally:
        os.chdir(before)


def _directory(name, dry_run):
    directory = os.path.dirname(name)
    if directory and not os.path.exists(directory) and not dry_run:
        os.makedirs(directory)


def _make_tar(base_name, base_dir, compress="gzip", dry_run=0, logger=None, root_dir=None):
    import tarfile
    mode, end = {None: ("", ""), "gzip": ("gz", ".gz"), "bzip2": ("bz2", ".bz2"), "xz": ("xz", ".xz")}[compress]
    name = base_name + ".tar" + end
    _directory(name, dry_run)
    if not dry_run:
        with tarfile.open(name, "w|" + mode if not mode else "w:" + mode) as archive:
            archive.add(base_dir if root_dir is None else os.path.join(root_dir, base_dir), base_dir)
    return os.path.abspath(name) if root_dir is not None else name


def _make_zip(base_name, base_dir, dry_run=0, logger=None, root_dir=None):
    import zipfile
    name = base_name + ".zip"
    _directory(name, dry_run)
    if not dry_run:
        with zipfile.ZipFile(name, "w", compression=zipfile.ZIP_DEFLATED) as archive:
            top = base_dir if root_dir is None else os.path.join(root_dir, base_dir)
            if base_dir != os.curdir:
                archive.write(top, os.path.normpath(base_dir))
            for directory, folders, files in os.walk(top):
                below = os.path.normpath(os.path.join(base_dir, os.path.relpath(directory, top)))
                for entry in sorted(folders) + files:
                    path = os.path.join(directory, entry)
                    if os.path.isdir(path) or os.path.isfile(path) and os.path.abspath(path) != os.path.abspath(name):
                        archive.write(path, os.path.normpath(os.path.join(below, entry)))
    return os.path.abspath(name) if root_dir is not None else name


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpack an archive into a directory."""
    from shutil import ReadError
    extract_dir = os.fspath(os.getcwd() if extract_dir is None else extract_dir)
    filename = os.fspath(filename)
    options = {} if filter is None else {"filter": filter}
    if format is not None:
        if format not in _formats()[1]:
            raise ValueError("Unknown unpack format '{0}'".format(format))
        kind = _unpackers[format]
    else:
        kind = next((kind for kind in _formats()[1].values() if filename.endswith(tuple(kind[0]))), None)
        if kind is None:
            raise ReadError("Unknown archive format '{0}'".format(filename))
    kind[1](filename, extract_dir, **dict(kind[2]), **options)


def _unpack_tar(filename, extract_dir, *, filter=None):
    import tarfile
    from shutil import ReadError
    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise ReadError("%s is not a compressed or uncompressed tar file" % filename) from None
    with archive:
        archive.extractall(extract_dir, filter=filter)


def _unpack_zip(filename, extract_dir):
    import zipfile
    from shutil import ReadError
    if not zipfile.is_zipfile(filename):
        raise ReadError("%s is not a zip file" % filename)
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            if info.filename.startswith("/") or ".." in info.filename:
                continue
            archive.extract(info, extract_dir)
