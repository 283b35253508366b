"""What is known of installed packages: of those whose .dist-info is in a folder of sys.path that the program may read."""

import abc
import os
import re
import sys
from importlib.abc import MetaPathFinder

from _metadata_points import EntryPoint, EntryPoints, SelectableGroups, read_points

__all__ = ["Distribution", "DistributionFinder", "PackageMetadata", "PackageNotFoundError", "distribution", "distributions", "entry_points",
           "files", "metadata", "packages_distributions", "requires", "version"]


class PackageNotFoundError(ModuleNotFoundError):
    """The package isn't installed."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        name, = self.args
        return name


def _metadata_of(text):
    """A message with the fields of a METADATA file."""
    import email
    import email.message
    import textwrap

    class Message(email.message.Message):
        @property
        def json(self):
            """The fields as JSON has them: in small letters, and lists of those that may be there more than once."""
            many = {"Classifier", "Obsoletes-Dist", "Platform", "Project-URL", "Provides-Dist", "Provides-Extra", "Requires-Dist",
                    "Requires-External", "Supported-Platform", "Dynamic"}
            found = {}
            for key in self:
                value = self.get_all(key) if key in many else self[key]
                if key == "Keywords":
                    value = re.split(r"\s+", value)
                found[key.lower().replace("-", "_")] = value
            return found

    message = email.message_from_string(text, _class=Message)
    headers = [(key, textwrap.dedent(" " * 8 + value) if "\n" in value else value) for key, value in message.items()]
    if message.get_payload():
        headers.append(("Description", message.get_payload()))
    for key in set(message.keys()):
        del message[key]
    for key, value in headers:
        message[key] = value
    return message


class PackageMetadata:
    """What a package's metadata can be asked; for annotations."""


class Distribution:
    """An installed package."""

    @abc.abstractmethod
    def read_text(self, filename):
        """The text of a file of its metadata, or None."""

    @abc.abstractmethod
    def locate_file(self, path):
        """Where an installed file is."""

    @classmethod
    def from_name(cls, name):
        if not name:
            raise ValueError("A distribution name is required.")
        for found in cls.discover(name=name):
            return found
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, **kwargs):
        """All that a context is of."""
        context = kwargs.pop("context", None)
        if context and kwargs:
            raise ValueError("cannot accept context and kwargs")
        context = context or DistributionFinder.Context(**kwargs)
        finders = [getattr(finder, "find_distributions", None) for finder in sys.meta_path]
        for find in [*finders, MetadataPathFinder.find_distributions]:
            if find is not None:
                yield from find(context)

    @staticmethod
    def at(path):
        """The package of a folder of metadata."""
        return PathDistribution(path)

    @property
    def metadata(self):
        return _metadata_of(self.read_text("METADATA") or self.read_text("PKG-INFO") or self.read_text("") or "")

    @property
    def name(self):
        return self.metadata["Name"]

    @property
    def _normalized_name(self):
        return _normalized(self.name)

    @property
    def version(self):
        return self.metadata["Version"]

    @property
    def entry_points(self):
        return EntryPoints(point._for(self) for point in read_points(self.read_text("entry_points.txt") or ""))

    @property
    def files(self):
        """The paths of what was installed, or None where that isn't known."""
        import csv
        lines = (self.read_text("RECORD") or "").splitlines()
        return [self._file(*row) for row in csv.reader(lines)] if lines else None

    def _file(self, name, hash=None, size=None):
        from _metadata_paths import FileHash, PackagePath
        path = PackagePath(name)
        path.hash = FileHash(hash) if hash else None
        path.size = int(size) if size else None
        path.dist = self
        return path

    @property
    def requires(self):
        """What it needs, or None."""
        return self.metadata.get_all("Requires-Dist")


def _normalized(name):
    return re.sub(r"[-_.]+", "-", name).lower().replace("-", "_")


class DistributionFinder(MetaPathFinder):
    """A finder of modules that finds packages, too."""

    class Context:
        """What is looked for: a name, or None for all, in the folders of path."""

        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            return vars(self).get("path", sys.path)

    @abc.abstractmethod
    def find_distributions(self, context=Context()):
        """The packages of a context."""


class MetadataPathFinder(DistributionFinder):
    """Finds packages in folders."""

    @classmethod
    def find_distributions(cls, context=DistributionFinder.Context()):
        for folder in map(str, context.path):
            try:
                names = os.listdir(folder or ".")
            except OSError:
                continue
            for name in names:
                package = name.lower().removesuffix(".dist-info").partition("-")[0]
                if name.lower().endswith(".dist-info") and (context.name is None or _normalized(package) == _normalized(context.name)):
                    yield PathDistribution(os.path.join(folder, name))

    def invalidate_caches(cls):
        """There is nothing kept."""


class PathDistribution(Distribution):
    """A package whose metadata is in a folder."""

    def __init__(self, path):
        from pathlib import Path
        self._path = path if hasattr(path, "joinpath") else Path(path)

    def read_text(self, filename):
        try:
            return self._path.joinpath(filename).read_text(encoding="utf-8")
        except (FileNotFoundError, IsADirectoryError, KeyError, NotADirectoryError, PermissionError):
            return None

    def locate_file(self, path):
        return self._path.parent / path

    @property
    def _normalized_name(self):
        stem, _, suffix = os.path.basename(str(self._path)).rpartition(".")
        return _normalized(stem.partition("-")[0]) if suffix == "dist-info" else super()._normalized_name


def distribution(distribution_name):
    """The package of a name."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """All packages, or those of a context."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """A package's metadata."""
    return Distribution.from_name(distribution_name).metadata


def version(distribution_name):
    """A package's version."""
    return distribution(distribution_name).version


def entry_points(**params):
    """The entry points of all packages in groups, or with arguments those that are as they say."""
    packages = {}
    for package in distributions():
        packages.setdefault(package._normalized_name, package)
    return SelectableGroups.load(point for package in packages.values() for point in package.entry_points).select(**params)


def files(distribution_name):
    """The paths of what a package has installed."""
    return distribution(distribution_name).files


def requires(distribution_name):
    """What a package needs."""
    return distribution(distribution_name).requires


def packages_distributions():
    """Of each package that can be imported, which installed packages it is of."""
    found = {}
    for package in distributions():
        for name in _top_level(package):
            found.setdefault(name, []).append(package.metadata["Name"])
    return found


def _top_level(package):
    declared = (package.read_text("top_level.txt") or "").split()
    return declared or {path.parts[0] if len(path.parts) > 1 else path.with_suffix("").name for path in package.files or () if path.suffix == ".py"}


def __getattr__(name):
    """The classes of files, which take pathlib."""
    if name not in ("FileHash", "PackagePath"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import _metadata_paths
    return getattr(_metadata_paths, name)
