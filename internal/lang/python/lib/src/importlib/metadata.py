"""What is known of installed packages: of those whose .dist-info or .egg-info is in a folder or zip of sys.path that the program may read."""

import abc
import os
import sys
from importlib.abc import MetaPathFinder

from _metadata_folders import Folder, folders, normalized
from _metadata_points import EntryPoint, EntryPoints, SelectableGroups, read_points, read_sections

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
        from _metadata_message import read
        return read(self.read_text("METADATA") or self.read_text("PKG-INFO") or self.read_text("") or "")

    @property
    def name(self):
        return self.metadata["Name"]

    @property
    def _normalized_name(self):
        return normalized(self.name)

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
        if not lines:
            sources = self.read_text("SOURCES.txt")
            if sources is None:
                return None
            lines = ['"%s"' % line for line in sources.splitlines()]  # which may have commas
        return [self._file(*row) for row in csv.reader(lines)]

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
        needed = self.metadata.get_all("Requires-Dist")
        if not needed:
            text = self.read_text("requires.txt")
            needed = None if text is None else [_needed(*line) for line in read_sections(text)]
        return needed


def _needed(section, package):
    """A line of requires.txt as Requires-Dist has it. A section's name is an extra, and after a colon a condition."""
    extra, _, condition = (section or "").partition(":")
    if not extra and not condition:
        return package + " " * ("@" in package)
    if extra:
        condition = (f"({condition}) and " if condition else "") + f'extra == "{extra}"'
    return package + " " * ("@" in package) + "; " + condition


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
            for path in Folder.of(folder).search(context.name):
                yield PathDistribution(path)

    def invalidate_caches(cls):
        """Forget what folders have."""
        folders.clear()


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
        return normalized(stem.partition("-")[0]) if suffix in ("dist-info", "egg-info") else super()._normalized_name


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


def __dir__():
    return sorted({*globals(), "FileHash", "PackagePath"})


def __getattr__(name):
    """The classes of files, which take pathlib."""
    if name not in ("FileHash", "PackagePath"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import _metadata_paths
    return getattr(_metadata_paths, name)
