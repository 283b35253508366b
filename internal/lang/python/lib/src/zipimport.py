"""Modules in archives: those of sources; compiled ones are not read."""

import io
import sys
import zipfile
from importlib.abc import InspectLoader
from importlib.util import ModuleSpec, spec_from_loader

from _engine import ZipImportError

__all__ = ["ZipImportError", "zipimporter"]


def _split(path):
    """Where an archive is, and what is named within it."""
    import os
    archive, inside = path, ""
    while archive and not os.path.isfile(archive):
        archive, _, last = archive.rpartition("/")
        inside = f"{last}/{inside}" if inside or last else ""
    return archive, inside


class zipimporter(InspectLoader):
    """Finds and loads the modules of an archive, or of a folder within it."""

    def __init__(self, path):
        path = path.decode() if isinstance(path, bytes) else path
        if not isinstance(path, str):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        self.archive, self.prefix = _split(path)
        if not self.archive:
            raise ZipImportError("not a Zip file", path=path)
        self.invalidate_caches()

    def invalidate_caches(self):
        """Read the archive's directory anew."""
        try:
            with zipfile.ZipFile(self.archive) as archive:
                self._files = {info.filename: info for info in archive.infolist()}
        except (OSError, zipfile.BadZipFile) as e:
            raise ZipImportError(f"not a Zip file: {self.archive!r}", path=self.archive) from e

    def __repr__(self):
        place = f"{self.archive}/{self.prefix}" if self.prefix else self.archive + "/"
        return f'<zipimporter object "{place}">'

    def _base(self, fullname):
        return self.prefix + fullname.rpartition(".")[2]

    def _member(self, fullname):
        base = self._base(fullname)
        for name in (base + "/__init__.py", base + ".py"):
            if name in self._files:
                return name
        return None

    def _needed(self, fullname):
        member = self._member(fullname)
        if member is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return member

    def find_spec(self, fullname, target=None):
        """What is known of a module, or None."""
        if self._member(fullname) is not None:
            return self._spec(fullname)
        folder = self._base(fullname) + "/"
        if not any(name.startswith(folder) for name in self._files):
            return None
        spec = ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations.append(f"{self.archive}/{folder[:-1]}")
        return spec

    def _spec(self, fullname):
        spec = spec_from_loader(fullname, self, origin=self.get_filename(fullname), is_package=self.is_package(fullname))
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(f"{self.archive}/{self._base(fullname)}")
        return spec

    def find_module(self, fullname, path=None):
        """The loader of a module, or None."""
        return self if self._member(fullname) is not None else None

    def get_filename(self, fullname):
        """Where a module is."""
        return f"{self.archive}/{self._needed(fullname)}"

    def is_package(self, fullname):
        """Whether a module is a package."""
        return self._needed(fullname).endswith("/__init__.py")

    def get_data(self, pathname):
        """The bytes of a file of the archive."""
        name = pathname.removeprefix(self.archive + "/")
        if name not in self._files:
            raise OSError(0, "", name)
        with zipfile.ZipFile(self.archive) as archive:
            return archive.read(name)

    def get_source(self, fullname):
        """The source of a module."""
        data = self.get_data(f"{self.archive}/{self._needed(fullname)}")
        return io.TextIOWrapper(io.BytesIO(data), "utf-8").read()

    def get_code(self, fullname):
        """The code of a module."""
        source, place = self.get_source(fullname), self.get_filename(fullname)
        from _sources import keep
        keep(place, source)
        return compile(source, place, "exec", dont_inherit=True)

    def load_module(self, fullname):
        """Load a module the old way."""
        from importlib.util import module_from_spec
        module = sys.modules.get(fullname)
        if module is None:
            module = sys.modules[fullname] = module_from_spec(self._spec(fullname))
        try:
            self.exec_module(module)
        except BaseException:
            sys.modules.pop(fullname, None)
            raise
        return sys.modules[fullname]
